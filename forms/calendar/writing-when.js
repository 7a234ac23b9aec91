// When a VEVENT starts and ends, into its lines: each in the form in which it stood.

import { addDays, minutesBetween } from "./days.js";
import { first, lastDay } from "./event.js";
import { KEEP } from "./repeats.js";
import { isOtherDay, readWhen, whenValue } from "./whens.js";

export const OPEN = "TO-BE-CONFIRMED";

/** Write whether a time is still to be confirmed, and what Outlook says of events by days. */
export function writeOpen(change, timing) {
  change.value("X-BOARDSITE-TIME", timing === "open" ? OPEN : "");
  const mark = first(change.event.properties, "X-MICROSOFT-CDO-ALLDAYEVENT");
  if (mark) change.value("X-MICROSOFT-CDO-ALLDAYEVENT", timing === "timed" ? "FALSE" : "TRUE");
}

/** Return how a start is written ({head, kind, zone}), and the board's day and time that it says. */
export function startOf({ properties, span }, now, zones) {
  const isMidnights = Boolean(span?.isMidnights) && now.timing === "all-day";
  const isTimed = now.timing === "timed" || isMidnights;
  const form = formOf(first(properties, "DTSTART"), "DTSTART", isTimed, zones);
  const starts = { ...form, day: now.day, time: isMidnights ? "00:00" : isTimed ? now.from : "" };
  // A rule counts days in the zone of its start, the form those of the board's.
  const isKept = now.repeats === KEEP && isOtherDay(span.starts, zones);
  return now.repeats && !isKept && isOtherDay(starts, zones) ? { ...starts, ...boardsForm("DTSTART", zones) } : starts;
}

/** Write start and end, each in the form in which it stood. */
export function writeWhen(change, was, now, zones, starts = startOf(change.event, now, zones)) {
  const { properties, span } = change.event;
  change.set("DTSTART", `${starts.head}:${whenValue(starts.day, starts.time, starts, zones)}`);
  const lasting = first(properties, "DURATION");
  if (lasting && Boolean(starts.time) === Boolean(span.starts.time) && length(was) === length(now)) return;
  change.set("DURATION", "");
  const hadEnd = Boolean(lasting) || properties.has("DTEND");
  if (now.timing === "timed" && !now.to) change.set("DTEND", "");
  else if (now.timing !== "timed" && !now.last_day && !hadEnd && span) return;
  else {
    const day = now.timing === "timed" ? lastDay(now) : addDays(now.last_day || now.day, 1);
    const end = properties.has("DTEND") ? formOf(first(properties, "DTEND"), "DTEND", Boolean(starts.time), zones)
      : { ...starts, head: starts.head.replace(/^[^;:]+/, "DTEND") };
    change.set("DTEND", `${end.head}:${whenValue(day, now.timing === "timed" ? now.to : starts.time, end, zones)}`);
  }
}

/** Return how a date is written: as it was where that still fits, else in the board's zone or as a day. */
function formOf(property, name, isTimed, zones) {
  const found = property && readWhen(property, zones);
  if (found && Boolean(found.time) === isTimed) return { head: property.head, ...found };
  return isTimed ? boardsForm(name, zones) : { head: `${name};VALUE=DATE`, kind: "day", zone: "" };
}

const boardsForm = (name, zones) => ({ head: `${name};TZID=${zones.board}`, kind: "zone", zone: zones.board });

/** Return how long something lasts, to compare: minutes, or days without a time. */
function length(fields) {
  const last = lastDay(fields);
  if (fields.timing !== "timed") return `${minutesBetween(`${fields.day}T00:00`, `${last}T00:00`)} by days`;
  return fields.to ? `${minutesBetween(`${fields.day}T${fields.from}`, `${last}T${fields.to}`)}` : "open";
}
