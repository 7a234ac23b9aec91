// The fields of a form into the lines of one series: only the lines of fields that changed are written anew.

import { addDays, minutesBetween } from "./days.js";
import { EventEdits } from "./edits.js";
import { first, lastDay, spanOf } from "./event.js";
import { escaped } from "./lines.js";
import { KEEP, readRepeats, ruleParts, untilValue, writeRule } from "./repeats.js";
import { readWhen, whenValue } from "./whens.js";

const OPEN = "TO-BE-CONFIRMED";
const WHEN = ["timing", "day", "from", "to", "last_day"];
const differ = (names, was, now) => names.some((name) => was[name] !== now[name]);

/** Return the plain properties that fields stand for, as they are written; "" for one that is not there. */
function plainProperties(fields, facts) {
  const place = facts.places.find(({ key }) => key === fields.place);
  const booking = fields.booking && `${fields.booking} ${fields.booking === "none" ? "" : fields.booking_target}`.trim();
  return {
    SUMMARY: escaped(fields.title),
    LOCATION: escaped(fields.location || place?.location || ""),
    DESCRIPTION: escaped(fields.description),
    URL: fields.link,
    "X-BOARDSITE-VENUE": fields.place,
    "X-BOARDSITE-PLACE": fields.place_open ? OPEN : "",
    "X-BOARDSITE-AUDIENCE": escaped(fields.audience.join(",")),
    "X-BOARDSITE-KIND": fields.kind,
    "X-BOARDSITE-BOOKING": escaped(booking),
  };
}

/** Note the edits that turn a series' fields from what they were into what they are now; say if the master changed. */
export function writeFields(edits, series, now, facts, stamp) {
  const was = series.fields;
  const master = new EventEdits(edits, series.master);
  const others = series.overrides.map((event) => new EventEdits(edits, event));
  const before = plainProperties(was, facts);
  for (const [name, value] of Object.entries(plainProperties(now, facts))) {
    if (value === before[name]) continue;
    const old = first(series.master.properties, name)?.value;
    master.value(name, value);
    // A changed date repeats what its series says; where it says the same, it goes along.
    for (const other of others) if (first(other.event.properties, name)?.value === old) other.value(name, value);
    if (name === "DESCRIPTION") for (const each of [master, ...others]) each.set("X-ALT-DESC", "");
  }
  if (was.status !== now.status) writeStatus(master, now.status);
  if (differ(WHEN, was, now)) {
    writeWhen(master, was, now, series.zones, facts);
    writeOpen(master, now.timing);
  }
  writeRepeats(master, was, now, series.zones);
  if (was.timing === "timed" && now.timing === "timed" && was.from !== now.from) moveOriginals(master, others, now, series);
  for (const each of [master, ...others]) each.close(stamp);
  return master.isTouched;
}

/** Write a status: the standard has no word for postponed, so that one is ours. */
export function writeStatus(change, status) {
  const words = { cancelled: "CANCELLED", tentative: "TENTATIVE" };
  change.value("STATUS", words[status] ?? "");
  change.value("X-BOARDSITE-STATUS", status === "postponed" ? "POSTPONED" : "");
}

function writeOpen(change, timing) {
  change.value("X-BOARDSITE-TIME", timing === "open" ? OPEN : "");
  const mark = first(change.event.properties, "X-MICROSOFT-CDO-ALLDAYEVENT");
  if (mark) change.value("X-MICROSOFT-CDO-ALLDAYEVENT", timing === "timed" ? "FALSE" : "TRUE");
}

/** Write start and end, each in the form in which it stood. */
export function writeWhen(change, was, now, zones, facts) {
  const { properties, span } = change.event;
  const isMidnights = Boolean(span?.isMidnights) && now.timing === "all-day";
  const isTimed = now.timing === "timed" || isMidnights;
  const [starts, ends] = ["DTSTART", "DTEND"].map((name) => formOf(first(properties, name), name, isTimed, zones));
  const from = isMidnights ? "00:00" : now.from;
  change.set("DTSTART", `${starts.head}:${whenValue(now.day, isTimed ? from : "", starts, zones)}`);
  const lasting = first(properties, "DURATION");
  if (lasting && isTimed === Boolean(span.starts.time) && length(was) === length(now)) return;
  change.set("DURATION", "");
  const hadEnd = Boolean(lasting) || properties.has("DTEND");
  if (now.timing === "timed" && !now.to) change.set("DTEND", "");
  else if (now.timing !== "timed" && !now.last_day && !hadEnd && span) return;
  else {
    const day = now.timing === "timed" ? lastDay(now) : addDays(now.last_day || now.day, 1);
    const end = properties.has("DTEND") ? ends : { ...starts, head: starts.head.replace(/^[^;:]+/, "DTEND") };
    change.set("DTEND", `${end.head}:${whenValue(day, isMidnights ? "00:00" : now.to, end, zones)}`);
  }
}

/** Return how a date is written: as it was where that still fits, else in the board's zone or as a day. */
function formOf(property, name, isTimed, zones) {
  const found = property && readWhen(property, zones);
  if (found && Boolean(found.time) === isTimed) return { head: property.head, ...found };
  return isTimed ? { head: `${name};TZID=${zones.board}`, kind: "zone", zone: zones.board }
    : { head: `${name};VALUE=DATE`, kind: "day", zone: "" };
}

/** Return how long something lasts, to compare: minutes, or days without a time. */
function length(fields) {
  const last = lastDay(fields);
  if (fields.timing !== "timed") return `${minutesBetween(`${fields.day}T00:00`, `${last}T00:00`)} by days`;
  return fields.to ? `${minutesBetween(`${fields.day}T${fields.from}`, `${last}T${fields.to}`)}` : "open";
}

function writeRepeats(change, was, now, zones) {
  const isTimed = now.timing === "timed";
  const isSameForm = isTimed === (was.timing === "timed");
  if (isSameForm && !differ(["repeats", "until", "day"], was, now)) return;
  const old = first(change.event.properties, "RRULE")?.value ?? "";
  if (now.repeats === KEEP) {
    if (!old || (isSameForm && was.until === now.until)) return;
    const { UNTIL, ...rest } = ruleParts(old);
    if (now.until) delete rest.COUNT;
    const parts = now.until ? { ...rest, UNTIL: untilValue(now.until, isTimed, zones) } : rest;
    change.value("RRULE", Object.entries(parts).map((pair) => pair.join("=")).join(";"));
    return;
  }
  const read = readRepeats(old, now, zones);
  if (isSameForm && read.repeats === now.repeats && read.until === now.until) return;
  change.value("RRULE", writeRule(now, isTimed, zones));
}

/** A series that begins at another time has its changed, removed and added dates at that time, too. */
function moveOriginals(master, others, now, { fields, zones }) {
  const moved = (property, value) => {
    const found = readWhen(property, zones, value);
    return found?.time === fields.from ? whenValue(found.day, now.from, found, zones) : value;
  };
  const dates = ["EXDATE", "RDATE"].flatMap((name) => master.event.properties.get(name) ?? []);
  for (const property of dates) {
    const values = property.value.split(",").map((value) => moved(property, value));
    master.isTouched = master.edits.put(property, `${property.head}:${values.join(",")}`) || master.isTouched;
  }
  for (const other of others) {
    const { properties } = other.event;
    const changed = first(properties, "RECURRENCE-ID");
    const original = readWhen(changed, zones);
    other.set("RECURRENCE-ID", `${changed.head}:${moved(changed, changed.value)}`);
    const starts = spanOf(properties, zones)?.starts;
    if (original?.time && starts?.day === original.day && starts.time === original.time) {
      const there = { ...now, day: original.day, last_day: now.last_day && addDays(original.day, days(now)) };
      writeWhen(other, { ...fields, day: original.day }, there, zones);
    }
  }
}

const days = ({ day, last_day }) => minutesBetween(`${day}T00:00`, `${last_day}T00:00`) / 1440;
