// One VEVENT as the values of a form. What the form has no field for is not looked at.

import { addDays } from "./days.js";
import { mended } from "./letters.js";
import { parts, plain } from "./lines.js";
import { readRepeats } from "./repeats.js";
import { readEnd, readWhen } from "./whens.js";

const NIGHT = "05:00"; // what ends by then belongs to the evening before
const BOOKINGS = ["none", "link", "email", "phone"];
const WITHOUT_A_TIME = "TO-BE-CONFIRMED";

/** Return the properties of a component by name: {at, also, head, params, value, text} for each line. */
export function propertiesOf(component, lines) {
  const found = new Map();
  for (const { at, also } of component.own) {
    const made = parts(lines[at].text);
    if (!made) continue;
    const text = [plain(made.value), ...also.map((other) => lines[other].text)].join("\n");
    found.set(made.name, [...(found.get(made.name) ?? []), { ...made, at, also, text }]);
  }
  return found;
}

export const first = (properties, name) => properties.get(name)?.[0];
export const textOf = (properties, name) => mended(first(properties, name)?.text);

export const isPublic = ({ component, properties }) =>
  !component.isPrivate && (properties.get("CLASS") ?? []).every(({ value }) => value.trim().toUpperCase() === "PUBLIC");

/** Return {starts, ends, isMidnights} of a VEVENT, or null where the form cannot tell when it begins. */
export function spanOf(properties, zones) {
  const begins = first(properties, "DTSTART") ?? first(properties, "RECURRENCE-ID");
  const starts = begins && readWhen(begins, zones);
  if (!starts) return null;
  const ends = readEnd(first(properties, "DTEND"), first(properties, "DURATION"), starts, zones);
  const isMarked = /TRUE/i.test(first(properties, "X-MICROSOFT-CDO-ALLDAYEVENT")?.value ?? "");
  const isMidnights = isMarked && starts.time === "00:00" && ends?.time === "00:00" && ends.day > starts.day;
  return { starts, ends, isMidnights };
}

/** Return when a VEVENT is, as the form has it: {timing, day, from, to, last_day}. */
export function whenFields(properties, { starts, ends, isMidnights }) {
  const isOpen = textOf(properties, "X-BOARDSITE-TIME").toUpperCase() === WITHOUT_A_TIME;
  const last = isMidnights ? addDays(ends.day, -1) : ends?.day ?? starts.day;
  if (!starts.time || isMidnights || isOpen) {
    const last_day = last > starts.day ? last : "";
    return { timing: isOpen ? "open" : "all-day", day: starts.day, from: "", to: "", last_day };
  }
  const to = ends?.time ?? "";
  return { timing: "timed", day: starts.day, from: starts.time, to, last_day: saidLastDay(starts.day, starts.time, last, to) };
}

/** Return the last day as the form has it: "" where it goes without saying. */
export function saidLastDay(day, from, last, to) {
  const isOvernight = last === addDays(day, 1) && to < from && to <= NIGHT;
  return last > day && !isOvernight ? last : "";
}

/** Return the last day of what the form says: an evening may go on into the small hours. */
export function lastDay({ timing, day, from, to, last_day }) {
  if (last_day) return last_day;
  return timing === "timed" && to && to < from && to <= NIGHT ? addDays(day, 1) : day;
}

/** Return all the fields of a VEVENT but its changed dates. */
export function readEvent(properties, span, zones, facts) {
  const place = textOf(properties, "X-BOARDSITE-VENUE");
  const known = facts.places.find(({ key }) => key === place);
  const location = textOf(properties, "LOCATION");
  return {
    title: textOf(properties, "SUMMARY"),
    ...whenFields(properties, span),
    ...readRepeats(first(properties, "RRULE")?.value, span.starts, zones, properties.has("EXRULE")),
    place: known ? place : "",
    // The place's own words stand in LOCATION for other calendars; the form need not say them twice.
    location: known && location === known.location ? "" : location,
    place_open: textOf(properties, "X-BOARDSITE-PLACE").toUpperCase() === WITHOUT_A_TIME,
    description: textOf(properties, "DESCRIPTION"),
    link: mended(first(properties, "URL")?.value),
    ...readBooking(textOf(properties, "X-BOARDSITE-BOOKING")),
    audience: readAudience(textOf(properties, "X-BOARDSITE-AUDIENCE"), facts),
    kind: textOf(properties, "X-BOARDSITE-KIND"),
    status: readStatus(properties),
  };
}

function readBooking(text) {
  const [, word, target] = /^(\w+):?\s*(.*)$/.exec(text) ?? [];
  return word && BOOKINGS.includes(word.toLowerCase()) && !(word === "none" && target)
    ? { booking: word.toLowerCase(), booking_target: target } : { booking: "", booking_target: "" };
}

const readAudience = (text, facts) =>
  text.split(",").map((word) => word.trim().toLowerCase()).filter((word) => facts.audiences.includes(word));

export function readStatus(properties) {
  const own = textOf(properties, "X-BOARDSITE-STATUS").toUpperCase();
  const status = own || textOf(properties, "STATUS").toUpperCase();
  const words = { POSTPONED: "postponed", CANCELLED: "cancelled", CANCELED: "cancelled", TENTATIVE: "tentative" };
  return words[status] ?? "";
}

/** Return the fields as the form gives them back: every one there, texts as a file can hold them. */
export function tidied(given, fields) {
  return Object.fromEntries(Object.entries(fields).map(([name, was]) => {
    const now = given[name];
    if (now === undefined) return [name, was]; // a form that has no such field
    if (typeof was === "boolean") return [name, now === true || now === "true"];
    if (Array.isArray(was)) return [name, Array.isArray(now) ? now : was];
    return [name, mended(now)];
  }));
}
