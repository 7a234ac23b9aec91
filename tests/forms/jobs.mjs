// What the tests can ask of the forms' modules.

import { firstDays, openChoices, repeatsInWords } from "../../forms/calendar/repeats.js";
import { alone, cleaned, decoded } from "../../forms/calendar/cleaning.js";
import { calendarFormat } from "../../forms/calendar/format.js";
import { settingsFormat } from "../../forms/settings/format.js";
import { previews } from "../../forms/pages/previews.js";
import { whenWords } from "../../forms/pages/words.js";

const withoutSource = ({ source, ...rest }) => rest;

/** The values that the form shows of a file. */
export const read = ({ text }, facts, machine) => withoutSource(calendarFormat(facts, machine).fromFile(text));

/** A file after some of its values were changed: `changes` by the name of the field, `events` by their place. */
export function edit({ text, changes = {}, events = {} }, facts, machine) {
  const format = calendarFormat(facts, machine);
  const values = { ...format.fromFile(text), ...changes };
  for (const [at, more] of Object.entries(events)) Object.assign(values.events[at], more);
  return `${format.toFile(values).trim()}\n`;
}

/**
 * The texts of a file in the course of several edits: {fields, without: [dates], and: [changed dates]}. One that is
 * refused is {refused}, and changes nothing.
 */
export function steps({ text, edits }, facts, machine) {
  const format = calendarFormat(facts, machine);
  let now = text;
  return edits.map(({ fields = {}, without = [], and = [] }) => {
    const values = { ...format.fromFile(now), ...fields };
    values.changes = [...values.changes.filter(({ date }) => !without.includes(date)), ...and];
    try {
      now = `${format.toFile(values).trim()}\n`;
      return now;
    } catch (problem) {
      if (problem.constructor.name !== "NotEditable") throw problem;
      return { refused: problem.message };
    }
  });
}

/** A new file of some values, as the program around us writes it. */
export const write = ({ values }, facts, machine) => `${calendarFormat(facts, machine).toFile(values).trim()}\n`;

export const words = ({ series }) => ({
  words: repeatsInWords(series), days: firstDays(series, 12), open: openChoices(series.day).includes(series.repeats),
});

/** A file of several events after some were kept and others added. */
export function many({ text, keep, add }, facts, machine) {
  const format = calendarFormat(facts, machine);
  const values = format.fromFile(text);
  values.events = [...values.events.filter((_, at) => keep.includes(at)), ...add];
  return `${format.toFile(values).trim()}\n`;
}

/** The values of a settings file, and the file after some of them were changed: `changes` by path ("contacts.0.phone"). */
export function settings({ text, shape, changes = {} }) {
  const format = settingsFormat(shape);
  const values = format.fromFile(text, text);
  for (const [path, value] of Object.entries(changes)) put(values, path.split("."), value);
  return { values: withoutSource(format.fromFile(text, text)), text: `${format.toFile(values).trim()}\n` };
}

function put(values, [name, ...rest], value) {
  if (rest.length) put(values[name], rest, value);
  else if (value === null && Array.isArray(values)) values.splice(Number(name), 1);
  else values[name] = value;
}

export const newSettings = ({ values, shape }) => `${settingsFormat(shape).toFile(values).trim()}\n`;

/** An exported file without what is personal; `from` are its bytes in hexadecimal. */
export const clean = ({ text }, facts) => cleaned(text, facts);
export const decode = ({ from }) => decoded(Uint8Array.from(from.match(/../g), (pair) => Number.parseInt(pair, 16)).buffer);
export const one = ({ text, uid }, facts) => alone(text, uid, facts);

/** When an event is, in the words of the site's pages. */
export const when = ({ fields }) => whenWords(fields);

/** Of each word behind consent: whether the form takes it, and the name that its preview shows. */
export function consents({ pattern, words }, facts) {
  globalThis.window = { h: (tag, props, ...children) => ({ props, children }) };
  const html = (name, { contacts }) => contacts[0].name;
  const { contacts } = previews({ config: { collections: [] }, facts, section: "" }, html);
  return words.map((consent) => {
    const entry = { get: () => ({ toJS: () => ({ contacts: [{ role: "Chair", name: "TOKEN", consent }] }) }) };
    return [new RegExp(pattern).test(consent), contacts({ entry }).children[0].props.dangerouslySetInnerHTML.__html];
  });
}
