// YAML as editors write it, to values that are text and know their lines: names, lists, texts in all their quotings.
//
// The site types nothing, so neither do we: 01632 960001, 9:30 and no stay what was typed. What is rare in such files
// (anchors, tags, maps in braces) is not read; the form then says that the file is better changed by hand.

export class NotReadable extends Error {}

const NAME = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^\s#&*!|>%@`"'[\]{},?:-][^#]*?|[-?:][^\s#][^#]*?))\s*:(?:\s+|$)/;
const ESCAPES = { n: "\n", t: "\t", '"': '"', "\\": "\\", "/": "/", " ": " ", e: "\u001b", 0: "\0", r: "\r", a: "\u0007", b: "\b",
  v: "\v", f: "\f", N: "\u0085", _: "\u00a0", L: "\u2028", P: "\u2029" };

/**
 * Return the node of lines without their ends: {kind: "map", entries} | {kind: "list", items} | {kind: "text", text}.
 * Entries and items have the numbers of their first line and of the one behind their last.
 */
export function readYaml(given) {
  const lines = [...given];
  const reader = { lines, at: 0 };
  skip(reader);
  if (/^---\s*$/.test(lines[reader.at] ?? "")) reader.at += 1;
  skip(reader);
  if (reader.at >= lines.length) return { kind: "map", entries: [], first: lines.length, end: lines.length, indent: 0 };
  const node = block(reader, indentOf(lines[reader.at]));
  skip(reader);
  if (reader.at < lines.length) throw strange(reader);
  if (node.kind !== "map") throw strange({ lines, at: node.first });
  return node;
}

const indentOf = (line) => /^ */.exec(line)[0].length;
const isBlank = (line) => /^\s*(?:#.*)?$/.test(line);
const strange = ({ lines, at }) =>
  new NotReadable(`The form cannot read line ${at + 1} of this file: ${(lines[at] ?? "").trim()}. Change the file by hand.`);

function skip(reader) {
  while (reader.at < reader.lines.length && isBlank(reader.lines[reader.at])) reader.at += 1;
}

/** Read the map or list that begins on this line at an indentation. */
function block(reader, indent) {
  const line = reader.lines[reader.at];
  if (line.includes("\t")) throw strange(reader);
  return /^-(?:\s|$)/.test(line.slice(indent)) ? list(reader, indent) : map(reader, indent);
}

function map(reader, indent) {
  const node = { kind: "map", entries: [], first: reader.at, end: reader.at, indent };
  for (;;) {
    skip(reader);
    const line = reader.lines[reader.at];
    if (line === undefined || indentOf(line) !== indent || /^-(?:\s|$)/.test(line.slice(indent))) break;
    const found = NAME.exec(line.slice(indent));
    if (!found) throw strange(reader);
    const entry = { name: nameOf(found), first: reader.at };
    if (node.entries.some(({ name }) => name === entry.name)) throw strange(reader);
    entry.value = value(reader, line, indent + found[0].length, indent);
    node.end = entry.value.end ?? reader.at; // remarks below belong to what follows them
    node.entries.push({ ...entry, end: node.end });
  }
  return node;
}

const nameOf = ([, double, single, plain]) =>
  (double !== undefined ? unescaped(double) : single !== undefined ? single.replaceAll("''", "'") : plain).trim();

function list(reader, indent) {
  const node = { kind: "list", items: [], first: reader.at, end: reader.at, indent };
  for (;;) {
    skip(reader);
    const line = reader.lines[reader.at];
    if (line === undefined || indentOf(line) !== indent || !/^-(?:\s|$)/.test(line.slice(indent))) break;
    const first = reader.at;
    const inner = indent + 1 + (/^-( *)/.exec(line.slice(indent))[1].length || 1);
    const rest = line.slice(inner);
    if (NAME.test(rest) && !/^["'].*["']\s*$/.test(rest)) {
      reader.lines[reader.at] = `${" ".repeat(inner)}${rest}`; // an entry of settings begins behind its hyphen
      const found = map(reader, inner);
      reader.lines[first] = line;
      node.items.push({ value: found, first, inner });
    } else {
      node.items.push({ value: value(reader, line, inner, indent), first, inner });
    }
    node.end = node.items.at(-1).end = node.items.at(-1).value.end ?? reader.at;
  }
  return node;
}

/** Read what stands at a place of a line and goes on below; leave the reader on the line behind it. */
function value(reader, line, from, indent) {
  const rest = line.slice(from);
  if (/^(?:[&*!?%@`{]|-(?:\s|$))/.test(rest)) throw strange(reader);
  if (/^[|>]/.test(rest)) return literal(reader, rest, indent);
  if (/^["']/.test(rest)) return quoted(reader, from);
  if (rest.startsWith("[")) return brackets(reader, from);
  reader.at += 1;
  if (isBlank(rest)) return nested(reader, indent);
  return plainText(reader, withoutRemark(rest), indent);
}

const withoutRemark = (text) => text.replace(/(^|\s)#.*$/, "").trim();

function nested(reader, indent) {
  const start = reader.at;
  skip(reader);
  const line = reader.lines[reader.at];
  const inner = line === undefined ? -1 : indentOf(line);
  const isList = line !== undefined && /^-(?:\s|$)/.test(line.slice(inner));
  if (inner > indent && !isList && !NAME.test(line.slice(inner))) return plainText(reader, "", indent);
  if (inner > indent || (inner === indent && isList && !/^-(?:\s|$)/.test(reader.lines[start - 1].slice(indent)))) {
    return block(reader, inner);
  }
  reader.at = start;
  return { kind: "text", text: "", isEmpty: true };
}

function plainText(reader, first, indent) {
  const parts = [first];
  while (reader.at < reader.lines.length) {
    const line = reader.lines[reader.at];
    if (line.trim() && (indentOf(line) <= indent || /^\s*#/.test(line))) break;
    if (line.trim() && /:\s/.test(`${withoutRemark(line)} `)) throw strange(reader);
    parts.push(withoutRemark(line));
    reader.at += 1;
  }
  while (parts.length > 1 && !parts.at(-1)) {
    parts.pop();
    reader.at -= 1;
  }
  const text = foldedText(parts).trim();
  return { kind: "text", text: /^(?:~|null|Null|NULL)$/.test(text) ? "" : text, isEmpty: !text };
}

/** Join lines as YAML does: a line end is a space, an empty line a line end. */
function foldedText(parts) {
  return parts.reduce((made, part, at) => (at === 0 ? part : part === "" ? `${made}\n` : /\n$|^$/.test(made) ? made + part : `${made} ${part}`), "");
}

function literal(reader, head, indent) {
  const isFolded = head.startsWith(">");
  const chomp = /^.([+-]?)(?:\s+#.*|\s*)$/.exec(head)?.[1];
  if (chomp === undefined) throw strange(reader); // an indentation in figures: what is not read cannot be lost
  reader.at += 1;
  const start = reader.at;
  let inner = 0;
  while (reader.at < reader.lines.length) {
    const line = reader.lines[reader.at];
    if (line.trim() && indentOf(line) <= indent) break;
    if (line.trim() && !inner) inner = indentOf(line);
    // Lines that stand further in than the first of a folded text keep their ends; none may stand further out.
    if (line.trim() && indentOf(line) < inner) throw strange(reader);
    if (isFolded && inner && /^\s/.test(line.slice(inner))) throw strange(reader);
    reader.at += 1;
  }
  const body = reader.lines.slice(start, reader.at).map((line) => line.slice(inner));
  while (body.length && !body.at(-1).trim()) {
    body.pop();
    if (chomp !== "+") reader.at -= 1;
  }
  const text = isFolded ? foldedText(body) : body.join("\n");
  return { kind: "text", text: text.trim(), isEmpty: false };
}

function quoted(reader, from) {
  const mark = reader.lines[reader.at][from];
  const start = reader.at;
  let whole = reader.lines[reader.at].slice(from + 1);
  const shape = mark === '"' ? /^((?:[^"\\]|\\[^])*)"(.*)$/s : /^((?:[^']|'')*)'(?!')(.*)$/s;
  while (!shape.test(whole)) {
    reader.at += 1;
    if (reader.at >= reader.lines.length) throw strange({ ...reader, at: start });
    whole += `\n${reader.lines[reader.at].trim()}`;
  }
  const [, inside, after] = shape.exec(whole);
  // A backslash at a line's end joins two lines without a space.
  if (!isBlank(after) || (mark === '"' && /(?:^|[^\\])(?:\\\\)*\\\s*\n/.test(inside))) throw strange(reader);
  reader.at += 1;
  const text = foldedText(inside.split("\n").map((part, at) => (at ? part : part.replace(/\s+$/, inside.includes("\n") ? "" : "$&"))));
  return { kind: "text", text: (mark === '"' ? unescaped(text) : text.replaceAll("''", "'")).trim(), isEmpty: false };
}

const unescaped = (text) => text.replace(/\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^])/g, (whole, code) => {
  const made = code.length > 1 ? letter(Number.parseInt(code.slice(1), 16)) : ESCAPES[code];
  if (made === undefined) throw new NotReadable(`The form cannot read “${whole}” in this file. Change the file by hand.`);
  return made;
});

const letter = (number) => (number <= 0x10ffff ? String.fromCodePoint(number) : undefined);

/** Read a list in brackets: [one, "two, three"]. */
function brackets(reader, from) {
  const start = reader.at;
  let whole = reader.lines[reader.at].slice(from);
  while (!/\]\s*(?:#.*)?$/.test(whole)) {
    reader.at += 1;
    if (reader.at >= reader.lines.length) throw strange({ ...reader, at: start });
    whole += ` ${withoutRemark(reader.lines[reader.at])}`;
  }
  reader.at += 1;
  const inside = whole.slice(1, whole.lastIndexOf("]"));
  if (/[[\]{}]/.test(inside.replace(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/g, ""))) throw strange({ ...reader, at: start });
  const parts = inside.match(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,]+/g) ?? [];
  const items = parts.map((part) => part.trim()).filter(Boolean).map((part) => ({ value: { kind: "text", text: single(part), isEmpty: false } }));
  return { kind: "list", items, isInBrackets: true };
}

function single(part) {
  if (/^".*"$/s.test(part)) return unescaped(part.slice(1, -1)).trim();
  return /^'.*'$/s.test(part) ? part.slice(1, -1).replaceAll("''", "'").trim() : part;
}
