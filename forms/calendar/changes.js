// The dates of a series that differ from the others, as a list in the form: moved or changed, cancelled, taken out.
//
// A moved or cancelled date is a VEVENT of its own with RECURRENCE-ID; one taken out is an EXDATE of the series.

import { first, readStatus, textOf, whenFields } from "./event.js";
import { mended } from "./letters.js";
import { readWhen } from "./whens.js";

/** Return {fields, source} for each changed date: what the form shows, and where it stands in the file. */
export function readChanges(series, zones) {
  const { master } = series;
  const description = textOf(master.properties, "DESCRIPTION");
  const overrides = series.overrides.map((event) => ({ fields: readOverride(event, description, zones), event }));
  const removed = (master.properties.get("EXDATE") ?? []).flatMap((property) =>
    property.value.split(",").flatMap((value) => {
      const found = readWhen(property, zones, value);
      return found ? [{ fields: unmoved(found.day, "removed"), property, value }] : [];
    }));
  return [...overrides.filter(({ fields }) => fields), ...removed]
    .sort((one, other) => one.fields.date.localeCompare(other.fields.date));
}

const unmoved = (date, what) => ({ date, what, day: "", from: "", to: "", note: "" });

function readOverride({ properties, span }, description, zones) {
  const changed = first(properties, "RECURRENCE-ID");
  const original = readWhen(changed, zones);
  if (!original) return null;
  if (changed.params.RANGE?.toUpperCase() === "THISANDFUTURE") return unmoved(original.day, "kept");
  const own = textOf(properties, "DESCRIPTION");
  const note = own === description ? "" : own;
  if (readStatus(properties) === "cancelled") return { ...unmoved(original.day, "cancelled"), note };
  const { day, from, to } = whenFields(properties, span);
  return { date: original.day, what: "moved", day, from, to, note };
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
