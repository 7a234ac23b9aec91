// An exported calendar file without what is nobody's business: people, reminders, private events, passcodes. It is
// taken out in the browser, before anything is saved. What stays is on a list; what nobody has heard of goes.

import { Edits } from "./edits.js";
import { isPublic, propertiesOf } from "./event.js";
import { escaped, folded, lineEnd } from "./lines.js";
import { readFile } from "./reading.js";

const TEXTS = ["SUMMARY", "DESCRIPTION", "LOCATION", "URL", "CATEGORIES"];
const AS_WRITTEN = ["URL", "CATEGORIES"]; // an address has no escapes, and those of a list keep its words apart
const OF_A_CALENDAR = ["VERSION", "PRODID", "CALSCALE"]; // its name may be a person's; METHOD makes it a message
const OF_A_ZONE = /^(?:BEGIN|END|TZID|TZNAME|TZOFFSETFROM|TZOFFSETTO|DTSTART|RRULE|RDATE|LAST-MODIFIED):/i;
const PARAMETERS = ["TZID", "VALUE", "RANGE", "LANGUAGE", "RELTYPE"];
const COPIES = ["X-ALT-DESC", "ALTREP"]; // the same text once more: nobody misses it
const MAIL = /^mailto:/i;

/** Return {text, removed}: the file without them, and what was taken out as {kind, words}. */
export function cleaned(given, facts) {
  const file = readFile(given, facts);
  const edits = new Edits(file);
  const kept = new Set();
  const removed = [];
  const unknown = new Set();
  for (const calendar of file.calendars) {
    for (const { at } of calendar.own) if (OF_A_CALENDAR.includes(file.lines[at].name)) kept.add(at);
    if (calendar.name) kept.add(calendar.first).add(calendar.isComplete ? calendar.last : calendar.first);
    for (const component of calendar.children) if (component.name === "VTIMEZONE") keepZone(component, file, kept);
    const events = calendar.children.filter(({ name, isComplete }) => name === "VEVENT" && isComplete)
      .map((component) => ({ component, properties: propertiesOf(component, file.lines) }));
    // A private series keeps its changed dates to itself, whatever they say of themselves.
    const hidden = new Set(events.filter((event) => !isPublic(event) && !event.properties.has("RECURRENCE-ID")).map(uidOf));
    for (const event of events) {
      if (isPublic(event) && !hidden.has(uidOf(event))) keepEvent(event, { edits, kept, removed, unknown, facts });
      else removed.push({ kind: "a private event", words: event.properties.get("SUMMARY")?.[0].text ?? "" });
    }
  }
  for (const at of file.lines.keys()) if (!kept.has(at)) edits.put({ at, also: [] }, "");
  if (unknown.size) removed.push({ kind: "what only the other program reads", words: [...unknown].join(", ") });
  return { text: edits.made(), removed };
}

function keepZone({ first, last }, { lines }, kept) {
  for (let at = first; at <= last; at += 1) if (OF_A_ZONE.test(lines[at].text)) kept.add(at);
}

const uidOf = ({ component, properties }) => properties.get("UID")?.[0].text.trim() ?? component.first;

function keepEvent({ component, properties }, found) {
  const { kept, removed, unknown } = found;
  kept.add(component.first).add(component.last);
  for (const [name, list] of properties) for (const property of list) keepProperty(name, property, found);
  for (const { name } of component.children) {
    if (name === "VALARM") removed.push({ kind: "a reminder", words: "" });
    else unknown.add(name);
  }
}

function keepProperty(name, property, { edits, kept, removed, unknown, facts }) {
  if (name in facts.personal) {
    if (!COPIES.includes(name)) removed.push({ kind: facts.personal[name], words: person(property) });
    return;
  }
  if (!facts.kept.includes(name)) {
    unknown.add(name);
    return;
  }
  for (const at of [property.at, ...property.also]) kept.add(at);
  const known = parameters(property, name, unknown);
  if (known !== property.head) edits.put({ ...property, also: [] }, `${known}:${property.value}`);
  if (TEXTS.includes(name)) withoutKeys({ ...property, head: known }, name, edits, removed, facts);
}

/** Return the name and the parameters that stay: others can hold names of people, and whole texts. */
function parameters({ head }, name, unknown) {
  const parts = [...head.slice(name.length).matchAll(/;([^=;:"]+)=((?:"[^"]*"|[^;"])*)/g)];
  const kept = parts.filter(([, key]) => PARAMETERS.includes(key.toUpperCase()));
  for (const [, key] of parts) if (![...PARAMETERS, ...COPIES].includes(key.toUpperCase())) unknown.add(`${name};${key.toUpperCase()}`);
  return head.slice(0, name.length) + kept.map(([whole]) => whole).join("");
}

const person = ({ params, value }) => [params.CN, value.replace(MAIL, "")].filter(Boolean).join(", ");

/** Take passcodes and joining links out of a text, by the patterns that the site itself uses. */
function withoutKeys(property, name, edits, removed, facts) {
  const isAsWritten = AS_WRITTEN.includes(name);
  const was = isAsWritten ? property.value : property.text;
  let text = was;
  for (const [pattern, kind] of facts.keys) {
    text = text.replace(new RegExp(pattern, "gi"), (found) => {
      removed.push({ kind, words: found.trim() });
      return "";
    });
  }
  if (text === was) return;
  const tidy = text.replace(/[ \t]+$/gm, "").replace(/\n{3,}/g, "\n\n").trim();
  edits.put(property, tidy ? `${property.head}:${isAsWritten ? tidy : escaped(tidy)}` : "");
}

/** Return the file of one series alone, with the definitions of its zones. */
export function alone(text, uid, facts) {
  const file = readFile(text, facts);
  const edits = new Edits(file);
  const kept = new Set(file.series.find((series) => series.uid === uid).events.map(({ component }) => component.first));
  for (const component of file.calendars.flatMap(({ children }) => children)) {
    const isOther = component.name !== "VTIMEZONE" && !kept.has(component.first);
    if (isOther) edits.remove(component.first, component.last);
  }
  return edits.made();
}

/** Return the letters of a file: UTF-8, UTF-16 or Windows', unfolded first where a letter was cut in two. */
export function decoded(bytes) {
  const whole = new Uint8Array(bytes);
  const mark = whole[0] * 256 + whole[1];
  if (mark === 0xfffe || mark === 0xfeff) return new TextDecoder(mark === 0xfffe ? "utf-16le" : "utf-16be").decode(whole);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(whole);
  } catch {
    return refolded(whole);
  }
}

/** Letters were cut in two by a fold, or are Windows': each unfolded line is read alone, and folded again. */
function refolded(whole) {
  const bytes = Array.from(whole, (byte) => String.fromCharCode(byte)).join("");
  const end = lineEnd(bytes);
  const lines = bytes.replace(/(?:\r\n|\n|\r)[ \t]/g, "").split(/\r\n|\n|\r/);
  return lines.map((line) => folded(letters(line), end)).join("").slice(0, -end.length);
}

function letters(line) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(line, (letter) => letter.charCodeAt(0)));
  } catch {
    return line.replace(/[\x80-\x9f]/g, (letter) => WINDOWS[letter.charCodeAt(0) - 0x80]);
  }
}

// Windows-1252, where it differs from Latin-1.
const WINDOWS = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";
