// The list of changed dates into the file: new, altered and withdrawn VEVENTs with RECURRENCE-ID, and EXDATEs.

import { addDays, addMinutes, daysBetween, minutesBetween } from "./days.js";
import { EventEdits } from "./edits.js";
import { first, lastDay, whenFields } from "./event.js";
import { escaped } from "./lines.js";
import { whenValue } from "./whens.js";
import { writeStatus, writeWhen } from "./writing.js";

// What a changed date does not have from its series: its own dates and revisions, and what is about people.
const OWN = new Set(["DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "SEQUENCE",
  "DTSTAMP", "CREATED", "LAST-MODIFIED", "STATUS", "X-BOARDSITE-STATUS", "X-BOARDSITE-SLUG", "X-BOARDSITE-TIME",
  "DESCRIPTION", "X-ALT-DESC"]);

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
    else if (was?.event) alter(new EventEdits(edits, was.event), was.fields, now, series, facts, stamp);
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

function alter(change, was, now, series, facts, stamp) {
  if (was.what !== now.what) writeStatus(change, now.what === "cancelled" ? "cancelled" : "");
  if (was.note !== now.note || was.what !== now.what) {
    change.value("DESCRIPTION", now.note ? escaped(now.note) : first(series.master.properties, "DESCRIPTION")?.value ?? "");
    change.set("X-ALT-DESC", "");
  }
  const before = whenFields(change.event.properties, change.event.span);
  const after = now.what === "moved" ? whenOf(series, now) : before;
  const isMoved = now.what === "moved" && ["day", "from", "to"].some((name) => before[name] !== after[name]);
  if (isMoved) writeWhen(change, before, { ...after, timing: before.timing === "open" ? after.timing : before.timing }, series.zones, facts);
  change.close(stamp);
}

/** Return when a moved date is: what its line does not say, it has from the series. */
export function whenOf({ fields }, now) {
  const day = now.day || now.date;
  if (fields.timing !== "timed") {
    return { timing: fields.timing, day, from: "", to: "", last_day: fields.last_day && moved(fields, day) };
  }
  const from = now.from || fields.from;
  const lasts = minutesBetween(`${fields.day}T${fields.from}`, `${lastDay(fields)}T${fields.to}`);
  const to = now.to || (fields.to && addMinutes(`${day}T${from}`, lasts).slice(11));
  return { timing: "timed", day, from, to, last_day: fields.last_day && moved(fields, day) };
}

const moved = (fields, day) => addDays(day, daysBetween(fields.day, fields.last_day));

/** Return the start that the series gives a date, as a line of some name. */
function original(name, series, date) {
  const { master } = series;
  const begins = first(master.properties, "DTSTART");
  const time = master.span.starts.time;
  return `${begins.head.replace(/^[^;:]+/, name)}:${whenValue(date, time, master.span.starts, series.zones)}`;
}

const exdate = (series, date) => original("EXDATE", series, date);

/** Return the lines of a new VEVENT for a changed date: what the series says, at another time or cancelled. */
function created(series, now, facts, stamp) {
  const { master, zones } = series;
  const kept = master.component.own.map(({ at }) => at).filter((at) => {
    const name = series.lines[at].name;
    return !OWN.has(name) && !(name in facts.personal);
  }).map((at) => series.lines[at].text);
  const description = now.note ? `DESCRIPTION:${escaped(now.note)}` : "";
  const own = first(master.properties, "DESCRIPTION");
  const when = now.what === "moved" ? whenOf(series, now) : whenOf(series, { ...now, day: "", from: "", to: "" });
  return [
    "BEGIN:VEVENT", ...kept, original("RECURRENCE-ID", series, now.date), `DTSTAMP:${stamp}`,
    ...whenLines(series, when, zones, facts),
    ...(now.what === "cancelled" ? ["STATUS:CANCELLED"] : []),
    ...(description || own ? [description || [own.head, own.value].join(":")] : []),
    `SEQUENCE:${Number.parseInt(first(master.properties, "SEQUENCE")?.value ?? "0", 10) + 1 || 1}`,
    `LAST-MODIFIED:${stamp}`, "END:VEVENT",
  ];
}

/** Return DTSTART and DTEND of a new VEVENT in the form of the series' own. */
function whenLines(series, when, zones, facts) {
  const lines = [];
  const { properties, span } = series.master;
  const begins = ["DTSTART", "DTEND", "DURATION"].filter((name) => properties.has(name)).map((name) => [name, properties.get(name)]);
  const stand = { edits: null, event: { properties: new Map(begins), span }, set: (name, line) => set(lines, name, line) };
  for (const [name, [{ head, value }]] of begins) set(lines, name, `${head}:${value}`);
  writeWhen(stand, series.fields, when, zones, facts);
  return lines.map(([, line]) => line);
}

function set(lines, name, line) {
  const at = lines.findIndex(([each]) => each === name);
  if (at >= 0) lines.splice(at, 1, ...(line ? [[name, line]] : []));
  else if (line) lines.push([name, line]);
}
