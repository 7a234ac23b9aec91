// The list of changed dates into the file: new, altered and withdrawn VEVENTs with RECURRENCE-ID, and EXDATEs.

import { whenOf } from "./changes.js";
import { EventEdits } from "./edits.js";
import { first, whenFields } from "./event.js";
import { escaped } from "./lines.js";
import { readWhen, timeOn, whenValue } from "./whens.js";
import { writeStatus } from "./writing.js";
import { writeOpen, writeWhen } from "./writing-when.js";

// What a changed date does not have from its series: its own dates and revisions, and what is about people.
const OWN = new Set(["DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "SEQUENCE",
  "DTSTAMP", "CREATED", "LAST-MODIFIED", "STATUS", "X-BOARDSITE-STATUS", "X-BOARDSITE-SLUG", "X-BOARDSITE-TIME",
  "X-MICROSOFT-CDO-ALLDAYEVENT", "DESCRIPTION", "X-ALT-DESC"]);

/** Note the edits that make a series' changed dates the wanted ones. `isTouched`: its revision is raised already. */
export function writeChanges(edits, series, wanted, isTouched, facts, stamp) {
  const left = [...series.changes];
  const pairs = wanted.map((now) => {
    const same = left.findIndex(({ fields }) => isSame(fields, now));
    const at = same >= 0 ? same : left.findIndex(({ fields }) => fields.date === now.date);
    return { now, was: at >= 0 ? left.splice(at, 1)[0] : undefined };
  }).filter(({ now, was }) => !(was && isSame(was.fields, now)));
  const master = new EventEdits(edits, series.master);
  withdraw(edits, master, [...left, ...pairs.filter(({ now, was }) => was && !(was.event && now.what !== "removed"))
    .map(({ was }) => was)]);
  for (const { now, was } of pairs) {
    if (now.what === "removed") master.add(exdate(series, now.date));
    else if (was?.event) alter(new EventEdits(edits, was.event), was.fields, now, series, stamp);
    else if (now.what !== "kept") edits.add(series.events.at(-1).component.last + 1, ...created(series, now, facts, stamp));
  }
  if (isTouched) master.isTouched = false;
  master.close(stamp);
}

const isSame = (one, other) => Object.keys(one).every((name) => one[name] === other[name]);

/** Take changed dates out of the file again: the VEVENT, or the value among the removed dates. */
function withdraw(edits, master, gone) {
  for (const { event } of gone) if (event) edits.remove(event.component.first, event.component.last);
  for (const property of new Set(gone.map((each) => each.property).filter(Boolean))) {
    const values = property.value.split(",");
    for (const { value } of gone.filter((each) => each.property === property)) values.splice(values.indexOf(value), 1);
    edits.put(property, values.length ? `${property.head}:${values.join(",")}` : "");
    master.isTouched = true;
  }
}

function alter(change, was, now, series, stamp) {
  if (was.what !== now.what) writeStatusOf(change, now, series);
  if (was.note !== now.note || was.what !== now.what) {
    change.value("DESCRIPTION", now.note ? escaped(now.note) : first(series.master.properties, "DESCRIPTION")?.value ?? "");
    change.set("X-ALT-DESC", "");
  }
  if (now.what === "moved" && ["what", "day", "from", "to"].some((name) => was[name] !== now[name])) {
    const { properties, span } = change.event;
    const when = whenOf(series.fields, now, readWhen(first(properties, "RECURRENCE-ID"), series.zones).time);
    writeWhen(change, whenFields(properties, span), when, series.zones);
    writeOpen(change, when.timing);
  }
  change.close(stamp);
}

/** A date is cancelled alone, or else stands as its series does. */
function writeStatusOf(change, { what }, { fields }) {
  if (what === "cancelled") writeStatus(change, "cancelled");
  else writeStatus(change, fields.status, true);
}

/** Return the start that the series gives a date, as a line of some name. */
function original(name, { master, zones }, date) {
  const { starts } = master.span;
  const { head } = first(master.properties, "DTSTART");
  return `${head.replace(/^[^;:]+/, name)}:${whenValue(date, timeOn(starts, date, zones), starts, zones)}`;
}

const exdate = (series, date) => original("EXDATE", series, date);

/** Return the lines of a new VEVENT for a changed date: what the series says, at another time or cancelled. */
function created(series, now, facts, stamp) {
  const { master } = series;
  const kept = master.component.own.map(({ at }) => at).filter((at) => {
    const name = series.lines[at].name;
    return !OWN.has(name) && !(name in facts.personal);
  }).map((at) => series.lines[at].text);
  const description = now.note ? `DESCRIPTION:${escaped(now.note)}` : "";
  const own = first(master.properties, "DESCRIPTION");
  return [
    "BEGIN:VEVENT", ...kept, original("RECURRENCE-ID", series, now.date), `DTSTAMP:${stamp}`,
    ...ownLines(series, now),
    ...(description || own ? [description || [own.head, own.value].join(":")] : []),
    `SEQUENCE:${Number.parseInt(first(master.properties, "SEQUENCE")?.value ?? "0", 10) + 1 || 1}`,
    `LAST-MODIFIED:${stamp}`, "END:VEVENT",
  ];
}

/** Return when a changed date is, in the form of the series' own lines, and whether it is on. */
function ownLines(series, now) {
  const { properties, span } = series.master;
  const names = ["DTSTART", "DTEND", "DURATION", "X-MICROSOFT-CDO-ALLDAYEVENT"].filter((name) => properties.has(name));
  const own = names.map((name) => [name, first(properties, name)]);
  const lines = new Map(own.map(([name, { head, value }]) => [name, `${head}:${value}`]));
  const change = new EventEdits(null, { properties: new Map(own.map(([name, property]) => [name, [property]])), span });
  change.set = (name, line) => (line ? lines.set(name, line) : lines.delete(name));
  const when = whenOf(series.fields, now, timeOn(span.starts, now.date, series.zones));
  writeWhen(change, series.fields, when, series.zones);
  writeOpen(change, when.timing);
  writeStatusOf(change, now, series);
  return [...lines.values()];
}
