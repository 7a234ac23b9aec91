// The dates of a series that differ from the others, as a list in the form: moved or changed, cancelled, taken out.
//
// A moved or cancelled date is a VEVENT of its own with RECURRENCE-ID; one taken out is an EXDATE of the series.

import { addDays, addMinutes, daysBetween, minutesBetween } from "./days.js";
import { first, lastDay, readStatus, saidLastDay, textOf, whenFields } from "./event.js";
import { mended } from "./letters.js";
import { readWhen } from "./whens.js";

/** Return {fields, source} for each changed date: what the form shows, and where it stands in the file. */
export function readChanges(series, zones) {
  const { master } = series;
  const overrides = series.overrides.map((event) => ({ fields: readOverride(event, series, zones), event }));
  const removed = (master.properties.get("EXDATE") ?? []).flatMap((property) =>
    property.value.split(",").flatMap((value) => {
      const found = readWhen(property, zones, value);
      return found ? [{ fields: unmoved(found.day, "removed"), property, value }] : [];
    }));
  return [...overrides.filter(({ fields }) => fields), ...removed]
    .sort((one, other) => one.fields.date.localeCompare(other.fields.date));
}

const unmoved = (date, what) => ({ date, what, day: "", from: "", to: "", note: "" });

function readOverride(event, series, zones) {
  const { properties, span } = event;
  const changed = first(properties, "RECURRENCE-ID");
  const original = readWhen(changed, zones);
  if (!original) return null;
  if (changed.params.RANGE?.toUpperCase() === "THISANDFUTURE") return unmoved(original.day, "kept");
  const own = textOf(properties, "DESCRIPTION");
  const note = own === textOf(series.master.properties, "DESCRIPTION") ? "" : own;
  if (isOffAlone(event, series)) return { ...unmoved(original.day, "cancelled"), note };
  const { day, from, to } = whenFields(properties, span);
  const times = isAtUsualTime(event, original, series) ? { from: "", to: "" } : { from, to };
  return { date: original.day, what: "moved", day: day === original.day ? "" : day, ...times, note };
}

/**
 * Return whether a changed date is cancelled, and not only with its series. What was cancelled with its series says so
 * twice, in the standard's word and in ours: it is on again when the series is.
 */
export function isOffAlone({ properties }, { fields }) {
  const own = textOf(properties, "X-BOARDSITE-STATUS").toUpperCase();
  return readStatus(properties) === "cancelled" && !(fields.status === "cancelled" && own === "CANCELLED");
}

/** Return whether a changed date, on whatever day, has the times of its series. */
export function isAtUsualTime({ properties, span }, original, { fields }) {
  const own = whenFields(properties, span);
  const usual = whenOf(fields, { date: original.day, day: own.day, from: "", to: "" }, original.time);
  return ["timing", "from", "to", "last_day"].every((name) => own[name] === usual[name]);
}

/**
 * Return when a moved date is: what its line does not say, it has from the series. `usual` is the time at which the
 * series begins on that date.
 */
export function whenOf(fields, { date, day: other, from: begins, to: ends }, usual = "") {
  const day = other || date;
  const timing = begins || ends ? "timed" : fields.timing;
  const from = timing === "timed" ? begins || (fields.timing === "timed" ? usual || fields.from : "") : "";
  if (ends || fields.timing !== "timed" || !fields.to) {
    const last_day = fields.last_day && addDays(day, daysBetween(fields.day, fields.last_day));
    return { timing, day, from, to: ends, last_day };
  }
  const lasts = minutesBetween(`${fields.day}T${fields.from}`, `${lastDay(fields)}T${fields.to}`);
  const [last, to] = addMinutes(`${day}T${from}`, lasts).split("T");
  return { timing, day, from, to, last_day: saidLastDay(day, from, last, to) };
}

/** Return the wanted list of changed dates, or nothing where the form has not shown the ones there are. */
export function changesOf(given, series) {
  const list = Array.isArray(given.changes) ? given.changes.map(tidiedChange).filter(({ date, what }) => date && what) : [];
  const isUnseen = !list.length && series.changes.length && given.shape !== "many" && given.loaded !== "yes";
  return isUnseen || (!list.length && !series.changes.length) ? undefined : list;
}

/** Return a changed date as the form gives it back. */
export function tidiedChange(given) {
  const text = (name) => mended(given[name]);
  const made = { date: text("date"), what: text("what"), day: text("day"), from: text("from"), to: text("to"), note: text("note") };
  return made.what === "moved" ? made : { ...unmoved(made.date, made.what), note: made.what === "cancelled" ? made.note : "" };
}
