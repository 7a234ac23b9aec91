// The text of an .ics file as content lines (RFC 5545 section 3.1) that remember the very letters they came in.
//
// A line is {raw, text, name}: `raw` with its line end, folded or not; `text` unfolded; `name` in capitals, or "".
// Joined again, the raws are the file, letter for letter.

const PHYSICAL = /[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g;
const SHAPE = /^([A-Za-z0-9-]+)[;:]/;
const encoder = new TextEncoder();

/** Return the content lines of a text. Blank lines stay, as lines without a name. */
export function contentLines(text) {
  const found = [];
  let last = -1; // the last line that is not blank: what begins with a space goes on with it
  for (const raw of text.match(PHYSICAL) ?? []) {
    const physical = raw.replace(/[\r\n]+$/, "");
    if (/^[ \t]/.test(physical) && last >= 0) {
      const blanks = found.splice(last + 1);
      found[last].raw += blanks.map((blank) => blank.raw).join("") + raw;
      found[last].text += physical.slice(1);
      continue;
    }
    found.push({ raw, text: physical, name: SHAPE.exec(physical)?.[1].toUpperCase() ?? "" });
    if (physical.trim()) last = found.length - 1;
  }
  return found;
}

/** Return the line end that a text uses first; the standard's where it has none. */
export const lineEnd = (text) => /\r\n|\n|\r/.exec(text)?.[0] ?? "\r\n";

/**
 * Return a content line as it stands in a file: folded at 75 bytes, never inside a letter. A line end in a value that
 * has no escapes (an address, a name) would begin a line of its own, so it is a space.
 */
export function folded(text, end) {
  let size = 0;
  let made = "";
  for (const letter of text.replace(/[\r\n]+/g, " ")) {
    const bytes = encoder.encode(letter).length;
    if (size + bytes > 75) {
      made += `${end} `;
      size = 1;
    }
    made += letter;
    size += bytes;
  }
  return made + end;
}

/** Return the text of a value as written: TEXT without its escapes (RFC 5545 section 3.3.11). */
export const plain = (value) => value.replace(/\\([nN\\;,:"])/g, (_, mark) => (/n/i.test(mark) ? "\n" : mark));

/** Return a text as a TEXT value. */
export const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n");

/** Return name, parameters (as written, and by name) and value of a content line, or null where it has none. */
export function parts(text) {
  const name = SHAPE.exec(text)?.[1];
  if (!name) return null;
  const head = text.slice(0, valueAt(text));
  if (!head) return null;
  const params = {};
  for (const [, key, value] of head.slice(name.length).matchAll(/;([^=;:"]+)=((?:"[^"]*"|[^;"])*)/g)) {
    params[key.toUpperCase()] ??= value.replace(/^"|"$/g, "");
  }
  return { name: name.toUpperCase(), head, params, value: text.slice(head.length + 1) };
}

/** Return where the colon before the value stands: the first outside quotes, or else the first. */
function valueAt(text) {
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') isQuoted = !isQuoted;
    else if (text[at] === ":" && !isQuoted) return at;
  }
  return Math.max(text.indexOf(":"), 0);
}
