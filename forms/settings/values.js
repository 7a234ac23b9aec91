// Settings as the values of a form: by the shape that the site's content types give them (pages/form_config.py).
//
// A shape is "text", "word", "list", "day", "yes-no", "number", or {list, shorthand, fields} for settings below a name.

import { MONTHS } from "../calendar/days.js";
import { mended } from "../calendar/letters.js";

const TAIL = /(?:,? at |, | |t)(?:\d{1,2}[:.]\d{2}.*|\d{1,2} ?[ap]\.?m\.?|midday|noon|midnight|12 midday|12 noon)$/i;

/** Return the values of a map by the names of its fields; what is not there is empty. */
export function valuesOf(node, fields) {
  const entry = (name) => node?.entries?.find((each) => each.name === name)?.value;
  return Object.fromEntries(Object.entries(fields).map(([name, shape]) => [name, valueOf(entry(name), shape)]));
}

function valueOf(node, shape) {
  if (typeof shape === "object") {
    if (!shape.list) return valuesOf(node?.kind === "map" ? node : undefined, shape.fields);
    const items = node === undefined || node.isEmpty ? [] : node.kind === "list" ? node.items.map(({ value }) => value) : [node];
    return items.map((item) => recordOf(item, shape));
  }
  if (shape === "list") return textsOf(node);
  const text = node?.kind === "text" ? mended(node.text) : "";
  if (shape === "word") return text.toLowerCase();
  if (shape === "day") return dayOf(text);
  if (shape === "yes-no") return /^(?:yes|true|on)$/i.test(text);
  return shape === "number" && /^\d{1,6}$/.test(text) ? Number(text) : text;
}

/** An entry that is a bare text fills the field that the shape names for that. */
function recordOf(item, { shorthand, fields }) {
  const values = valuesOf(item.kind === "map" ? item : undefined, fields);
  return item.kind === "text" && shorthand ? { ...values, [shorthand]: mended(item.text) } : values;
}

const textsOf = (node) =>
  (node?.kind === "list" ? node.items.map(({ value }) => value.text) : [node?.text]).map(mended).filter(Boolean);

/** Return "2016-06-27" for a day as people type it, or "" for what the form cannot show. */
function dayOf(text) {
  const flat = text.toLowerCase().replace(TAIL, "").replace(/,/g, " ").replace(/^[a-z]{3,9}\.? (?=\d)/, "").split(/\s+/).join(" ").trim();
  const machine = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(flat);
  if (machine) return whole(machine[1], machine[2], machine[3]);
  const words = /^(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9}) (\d{4})$/.exec(flat);
  if (words) return whole(words[3], monthOf(words[2]), words[1]);
  const turned = /^([a-z]{3,9}) (\d{1,2})(?:st|nd|rd|th)? (\d{4})$/.exec(flat);
  if (turned) return whole(turned[3], monthOf(turned[1]), turned[2]);
  const figures = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(flat);
  const isPlain = figures && (Number(figures[1]) > 12 || Number(figures[1]) === Number(figures[2]));
  return isPlain ? whole(figures[3], figures[2], figures[1]) : "";
}

/** Return what stands behind a day: a time, as it was typed. */
export const tailOf = (text) => TAIL.exec(text)?.[0] ?? "";

function monthOf(word) {
  const found = MONTHS.filter((name) => name.toLowerCase().startsWith(word === "sept" ? "sep" : word));
  return found.length === 1 ? MONTHS.indexOf(found[0]) + 1 : 0;
}

function whole(year, month, day) {
  const text = [year, String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
  const moment = new Date(`${text}T00:00Z`);
  return Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== text ? "" : text;
}

/** Return values as a form gives them back, in the form in which `valuesOf` has them. */
export function tidied(given, fields, was) {
  return Object.fromEntries(Object.entries(fields).map(([name, shape]) => [name, tidy(given?.[name], shape, was?.[name])]));
}

function tidy(now, shape, was) {
  if (now === undefined && was !== undefined) return was; // a form without this field
  if (typeof shape === "object") {
    if (!shape.list) return tidied(now ?? {}, shape.fields);
    return (Array.isArray(now) ? now : []).map((item) => tidied(item ?? {}, shape.fields));
  }
  if (shape === "list") return (Array.isArray(now) ? now : []).map((item) => mended(item)).filter(Boolean);
  if (shape === "yes-no") return now === true || now === "true";
  if (shape === "number") return now === null || now === undefined || now === "" ? "" : Number(now);
  return mended(now);
}

export const isNothing = (value) => value === "" || value === false || (Array.isArray(value) ? value.every(isNothing)
  : typeof value === "object" && Object.values(value).every(isNothing));

export const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);
