// Which lines belong to which component, recovered as the site's own reader does: a new VEVENT ends the one before,
// an END of another name closes the nearest of its name, and a text that was not folded goes on with its property.

const SIDE_BY_SIDE = new Set(["VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY"]);
const INSIDE = new Set([...SIDE_BY_SIDE, "VTIMEZONE"]);
const FOREIGN = /^[A-Z]+(?:-[A-Z0-9]+)+[;:](?! )/;

/** Return the root of all components. Each has the numbers of its first and last line and of those of its own. */
export function components(lines, names) {
  const root = { name: "", first: 0, last: lines.length - 1, isComplete: true, own: [], children: [] };
  const stack = [root];
  const leave = (size, last) => {
    while (stack.length > size) stack.pop().last = last;
  };
  lines.forEach((line, at) => {
    const word = line.text.slice(line.text.indexOf(":") + 1).trim().toUpperCase();
    if (line.name === "BEGIN") {
      if (word === "VCALENDAR") leave(1, at - 1);
      else if (INSIDE.has(word)) leave(stack[1]?.name === "VCALENDAR" ? 2 : 1, at - 1);
      const made = { name: word, first: at, last: at, isComplete: false, isPrivate: false, own: [], children: [] };
      stack.at(-1).children.push(made);
      stack.push(made);
    } else if (line.name === "END") {
      end(stack, leave, word, at);
    } else if (stack.length > 1) {
      keep(stack.at(-1), lines, at, names);
    }
  });
  leave(1, lines.length - 1);
  return root;
}

function end(stack, leave, word, at) {
  const open = stack.findLastIndex((component, depth) => component.name === word && depth >= stack.length - 8);
  if (open >= 0) leave(open + 1, at - 1);
  else if (!(SIDE_BY_SIDE.has(word) && SIDE_BY_SIDE.has(stack.at(-1).name))) return;
  if (stack.length > 1) Object.assign(stack.pop(), { isComplete: true, last: at });
}

/** Note a line as a property: {at, also}, where `also` are lines of text that should have been folded into it. */
function keep(component, lines, at, { standard, texts, privateLine }) {
  const { name, text } = lines[at];
  if (!standard.has(name) && privateLine.test(text)) component.isPrivate = true;
  else if (standard.has(name) || name.startsWith("X-")) component.own.push({ at, also: [] });
  else if (!text.trim() || FOREIGN.test(text) || component.name !== "VEVENT") return;
  else if (texts.has(lines[component.own.at(-1)?.at]?.name)) component.own.at(-1).also.push(at);
}

/** Return the calendars of a file: each VCALENDAR, and one without a name for VEVENTs that stand in none. */
export function calendars(root) {
  const found = root.children.filter(({ name }) => name === "VCALENDAR");
  const loose = root.children.filter(({ name }) => INSIDE.has(name));
  return loose.some(({ name }) => name === "VEVENT") ? [...found, { ...root, children: loose }] : found;
}
