// Settings into their lines: what did not change keeps its lines, remarks and quotation marks; what did is written
// as an editor would.

import { isNothing, isSame, tailOf, valuesOf } from "./values.js";

const WIDTH = 110;
const PLAIN = /^(?!(?:~|null|Null|NULL)$)(?![\s&*!|>%@`"'#[\]{},?:-]|---)(?:(?!: |:$| #)[^\n\t])*[^\s:]$/;
const SAFE_FIRST = /^[-?:](?=[^\s,[\]{}])/;

/** Return the lines of a map with its changed values in them. `lines` are those of the file, without their ends. */
export function writtenMap(node, fields, now, lines) {
  const was = valuesOf(node, fields);
  const made = [];
  let at = node.first;
  for (const entry of node.entries) {
    made.push(...lines.slice(at, entry.first));
    made.push(...writtenEntry(entry, fields[entry.name], was[entry.name], now[entry.name], lines, node.indent));
    at = entry.end;
  }
  const known = new Set(node.entries.map(({ name }) => name));
  for (const [name, shape] of Object.entries(fields)) {
    if (!known.has(name) && !isNothing(now[name])) made.push(...entryLines(name, shape, now[name], node.indent));
  }
  return made;
}

function writtenEntry(entry, shape, was, now, lines, indent) {
  const own = lines.slice(entry.first, entry.end);
  if (shape === undefined || isSame(was, now)) return own;
  if (isNothing(now) && shape !== "yes-no") return [];
  const { value } = entry;
  if (typeof shape === "object" && !shape.list && value.kind === "map") {
    return [...lines.slice(entry.first, value.first), ...writtenMap(value, shape.fields, now, lines)];
  }
  if (typeof shape === "object" && shape.list && value.kind === "list" && !value.isInBrackets) {
    return [...lines.slice(entry.first, value.first), ...writtenList(value, shape, was, now, lines)];
  }
  return entryLines(entry.name, shape, now, indent, { value, own });
}

/** Return the lines of a list of settings: entries that stay keep theirs, also when they change places. */
function writtenList(node, shape, was, now, lines) {
  const blocks = node.items.map((item, at) => ({
    item, value: was[at], above: lines.slice(at ? node.items[at - 1].end : node.first, item.first),
    own: lines.slice(item.first, item.end),
  }));
  const left = [...blocks];
  const take = (found) => left.splice(left.indexOf(found), 1)[0];
  const kept = now.map((value) => {
    const same = left.find((block) => isSame(block.value, value));
    return same && take(same);
  });
  return now.flatMap((value, at) => {
    if (kept[at]) return [...kept[at].above, ...kept[at].own];
    if (isNothing(value)) return []; // emptied: nobody wants an entry that says nothing
    // One that is like none of the others is the one that stood here, if nobody else is.
    const changed = left.find((block) => block === blocks[at]) ?? (now.length <= blocks.length ? left[0] : undefined);
    if (!changed) return itemLines(value, shape, node.indent);
    take(changed);
    return [...changed.above, ...changedItem(changed, value, shape, node.indent, lines)];
  });
}

function changedItem({ item, own }, value, shape, indent, lines) {
  if (item.value.kind !== "map") return itemLines(value, shape, indent);
  const below = item.value.first; // a hyphen may stand alone, with its settings on the lines below it
  if (below > item.first) return [...lines.slice(item.first, below), ...writtenMap(item.value, shape.fields, value, lines)];
  const hyphen = own[0].slice(0, item.inner);
  const bare = [...lines];
  bare[item.first] = " ".repeat(item.inner) + own[0].slice(item.inner);
  const made = writtenMap(item.value, shape.fields, value, bare);
  const first = made.findIndex((line) => line.trim() && !line.trim().startsWith("#"));
  made[first] = hyphen + made[first].slice(item.inner);
  return made;
}

function itemLines(value, shape, indent) {
  const made = Object.entries(shape.fields).flatMap(([name, inner]) =>
    (isNothing(value[name]) ? [] : entryLines(name, inner, value[name], indent + 2)));
  return made.map((line, at) => (at ? line : `${" ".repeat(indent)}- ${line.slice(indent + 2)}`));
}

/** Return the lines of one setting; `before` is how it stood, so that it keeps its manner. */
export function entryLines(name, shape, value, indent, before) {
  const head = `${" ".repeat(indent)}${name}:`;
  if (typeof shape === "object") {
    if (shape.list) return [head, ...value.flatMap((item) => itemLines(item, shape, indent + 2))];
    return [head, ...Object.entries(shape.fields).flatMap(([inner, its]) =>
      (isNothing(value[inner]) ? [] : entryLines(inner, its, value[inner], indent + 2)))];
  }
  if (shape === "list") return listLines(head, value, indent, before?.value);
  if (shape === "yes-no") return [`${head} ${value ? "yes" : "no"}`];
  if (shape === "day") return [`${head} ${value}${tailOf(before?.value.text ?? "")}`];
  return textLines(head, String(value), indent, /:\s+["']/.test(before?.own[0] ?? ""));
}

function listLines(head, texts, indent, before) {
  const inBrackets = `[${texts.map((text) => (PLAIN.test(text) && !/[,[\]{}]/.test(text) ? text : JSON.stringify(text))).join(", ")}]`;
  const isBlock = before?.kind === "list" && !before.isInBrackets;
  if (!isBlock && head.length + inBrackets.length < WIDTH) return [`${head} ${inBrackets}`];
  return [head, ...texts.flatMap((text) => {
    const [first, ...more] = textLines(`${" ".repeat(indent + 2)}-`, text, indent + 2, false);
    return [first, ...more];
  })];
}

// A tab is nowhere in the lines of a block: the site reads settings with spaces alone.
function textLines(head, text, indent, isQuoted) {
  const inner = " ".repeat(indent + 2);
  if (text.includes("\n") && !text.includes("\t")) return [`${head} |-`, ...text.split("\n").map((line) => (line ? inner + line : ""))];
  const isPlain = PLAIN.test(text) || (SAFE_FIRST.test(text) && PLAIN.test(text.slice(1)));
  if (head.length + text.length > WIDTH && !/ {2}/.test(text) && !/\t/.test(text)) return [`${head} >-`, ...wrapped(text, inner)];
  return [`${head} ${isPlain && !isQuoted ? text : JSON.stringify(text)}`];
}

function wrapped(text, inner) {
  const lines = [inner.trimEnd()];
  for (const word of text.split(" ")) {
    const longer = lines.at(-1).trim() ? `${lines.at(-1)} ${word}` : inner + word;
    if (longer.length > WIDTH && lines.at(-1).trim()) lines.push(inner + word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
