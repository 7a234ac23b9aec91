// The fields of a form into the lines of one series: only the lines of fields that changed are written anew.

import { isOffAlone } from "./changes.js";
import { EventEdits } from "./edits.js";
import { first } from "./event.js";
import { followStart } from "./following.js";
import { escaped } from "./lines.js";
import { KEEP, readRepeats, ruleParts, untilValue, writeRule } from "./repeats.js";
import { OPEN, startOf, writeOpen, writeWhen } from "./writing-when.js";

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
  if (was.status !== now.status) writeStatuses(master, others, series, now.status);
  const starts = startOf(series.master, now, series.zones);
  if (differ([...WHEN, "repeats"], was, now)) {
    writeWhen(master, was, now, series.zones, starts);
    writeOpen(master, now.timing);
    followStart(master, others, series, now, starts);
  }
  writeRepeats(master, was, now, starts, series.zones);
  for (const each of [master, ...others]) each.close(stamp);
  return master.isTouched;
}

/** All dates have the status of their series, but those that are cancelled alone. */
function writeStatuses(master, others, series, status) {
  writeStatus(master, status);
  for (const other of others) if (!isOffAlone(other.event, series)) writeStatus(other, status, true);
}

/** Write a status: the standard has no word for postponed, so that one is ours; for `isOfSeries` see `isOffAlone`. */
export function writeStatus(change, status, isOfSeries = false) {
  const words = { cancelled: "CANCELLED", tentative: "TENTATIVE" };
  const own = { cancelled: isOfSeries ? "CANCELLED" : "", postponed: "POSTPONED" };
  change.value("STATUS", words[status] ?? "");
  change.value("X-BOARDSITE-STATUS", own[status] ?? "");
}

/** Write the rule where it would no longer say what the form says, for what starts then. */
function writeRepeats(change, was, now, starts, zones) {
  if (!differ(["timing", "day", "from", "repeats", "until"], was, now)) return;
  const { properties, span } = change.event;
  const isSameForm = Boolean(starts.time) === Boolean(span.starts.time);
  const [rule, exceptions] = ["RRULE", "EXRULE"].map((name) => first(properties, name)?.value ?? "");
  const read = readRepeats(rule, starts, zones);
  if (now.repeats === KEEP) {
    const ended = (text, until) => {
      const isRight = isSameForm && readRepeats(text, starts, zones).until === until;
      return !text || isRight ? text : withEnd(text, until, Boolean(starts.time), zones);
    };
    change.value("RRULE", ended(rule, now.until));
    change.value("EXRULE", ended(exceptions, readRepeats(exceptions, span.starts, zones).until));
    return;
  }
  if (!isSameForm || read.repeats !== now.repeats || read.until !== now.until) {
    change.value("RRULE", writeRule(now, Boolean(starts.time), zones));
  }
  if (was.repeats !== now.repeats) change.value("EXRULE", "");
  if (!now.repeats && was.repeats) for (const added of properties.get("RDATE") ?? []) change.put(added, "");
}

/** Return a rule that ends on another day, or never with "". */
function withEnd(rule, until, isTimed, zones) {
  const { UNTIL, ...rest } = ruleParts(rule);
  if (until) delete rest.COUNT;
  const parts = until ? { ...rest, UNTIL: untilValue(until, isTimed, zones) } : rest;
  return Object.entries(parts).map((pair) => pair.join("=")).join(";");
}
