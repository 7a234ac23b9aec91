// The file formats of settings (.yaml) and of texts with settings above them (.md): read, and written so that only
// the lines of what was changed in the form differ.

import { exactly } from "../calendar/format.js";
import { mended } from "../calendar/letters.js";
import { NotReadable, readYaml } from "./reader.js";
import { isNothing, isSame, tidied, valuesOf } from "./values.js";
import { entryLines, writtenMap } from "./writer.js";

const FENCE = /^(\ufeff?\s*?---[ \t]*(?:\r\n|\n|\r))([^]*?)(^---[ \t]*(?:\r\n|\n|\r|$))([^]*)$/m;

/** Return {fromFile, toFile} of a content type: {hasBody, fields}, with the shapes of its fields. */
export function settingsFormat({ hasBody, fields }) {
  return {
    fromFile(text, raw = text) {
      const { settings, body } = partsOf(raw, hasBody);
      const values = valuesOf(readYaml(linesOf(settings).map(withoutEnd)), fields);
      return { ...values, ...(hasBody ? { body: body.trim() } : {}), source: JSON.stringify(raw) };
    },
    toFile: (given) => exactly(given.source ? changed(given, hasBody, fields) : created(given, hasBody, fields)),
  };
}

const linesOf = (text) => text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? [];
const withoutEnd = (line) => line.replace(/[\r\n]+$/, "");

/** Return a text's settings, body, and what stands around them. */
function partsOf(text, hasBody) {
  if (!hasBody) return { above: "", settings: text, between: "", body: "" };
  const found = FENCE.exec(text);
  if (!found || found.index) throw new NotReadable("The form cannot find the settings at the top of this file, between two lines of ---.");
  const [, above, settings, between, body] = found;
  return { above, settings, between, body };
}

function changed(given, hasBody, fields) {
  const text = JSON.parse(given.source);
  const { above, settings, between, body } = partsOf(text, hasBody);
  const end = /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
  const now = given.body === undefined ? body.trim() : bodyOf(given);
  const isSameBody = !hasBody || now === mended(body);
  const newBody = isSameBody ? body : `${startOf(body, now)}${now.replaceAll("\n", end)}${end}`;
  return above + withValues(settings, given, fields, end) + between + newBody;
}

const bodyOf = ({ body }) => mended(body);

/** Return what stands above a new text: the old blank lines. Spaces before its first line are code: they stay with it. */
function startOf(body, now) {
  const [, blank, spaces] = /^((?:[ \t]*(?:\r\n|\n|\r))*)([ \t]*)/.exec(body);
  const [was, is] = [mended(body), now].map((text) => text.split("\n", 1)[0]);
  return was === is ? blank + spaces : blank;
}

function withValues(settings, given, fields, end) {
  const raw = linesOf(settings);
  const lines = raw.map(withoutEnd);
  const node = readYaml(lines);
  const was = valuesOf(node, fields);
  const now = tidied(given, fields, was);
  if (isSame(was, now)) return settings;
  const made = writtenMap(node, fields, now, lines);
  const above = raw.slice(0, node.first).join("").replace(/[^\r\n]$/, `$&${end}`);
  const below = raw.slice(node.end).join("");
  const ends = raw.slice(node.first, node.end);
  const text = made.map((line) => (ends.find((each) => withoutEnd(each) === line) ?? line + end).replace(/[^\r\n]$/, `$&${end}`)).join("");
  return above + text + below;
}

function created(given, hasBody, fields) {
  const now = tidied(given, fields);
  const lines = Object.entries(fields).flatMap(([name, shape]) =>
    (isNothing(now[name]) ? [] : entryLines(name, shape, now[name], 0)));
  const settings = lines.map((line) => `${line}\n`).join("");
  return hasBody ? `---\n${settings}---\n${bodyOf(given)}\n` : settings;
}
