// The dates of a series that are written out (changed, removed, added ones), when the series begins at another time or
// by days: a date that no longer says the very start of the series would be none of its dates.

import { isAtUsualTime, whenOf } from "./changes.js";
import { first, whenFields } from "./event.js";
import { readWhen, timeOn, whenValue } from "./whens.js";
import { writeOpen, writeWhen } from "./writing-when.js";

/** Note the edits that take them along. `starts` is the new start of the series. */
export function followStart(master, others, { fields, zones, master: { span } }, now, starts) {
  const isSameForm = Boolean(span.starts.time) === Boolean(starts.time);
  // An added date may have a time of its own, and keeps it.
  const timeThen = ({ day, time }) =>
    (starts.time && time && time !== timeOn(span.starts, day, zones) ? time : timeOn(starts, day, zones));
  const follow = (change, property) => {
    const found = property.value.split(",").map((value) => readWhen(property, zones, value));
    if (!found.every(Boolean)) return;
    const values = found.map((each) => whenValue(each.day, timeThen(each), isSameForm ? each : starts, zones));
    change.put(property, `${isSameForm ? property.head : headOf(property, starts)}:${values.join(",")}`);
  };
  const listed = ["EXDATE", "RDATE"].flatMap((name) => master.event.properties.get(name) ?? []);
  for (const property of listed) follow(master, property);
  for (const other of others) {
    const { properties, span: own } = other.event;
    const changed = first(properties, "RECURRENCE-ID");
    const original = readWhen(changed, zones);
    if (!original) continue;
    follow(other, changed);
    if (!isAtUsualTime(other.event, original, { fields })) continue;
    const { day } = whenFields(properties, own);
    const there = whenOf(now, { date: original.day, day, from: "", to: "" }, timeThen(original));
    writeWhen(other, whenFields(properties, own), there, zones);
    writeOpen(other, there.timing);
  }
}

/** Return name and parameters of a date in the form of a start; how far a change reaches (RANGE) stays. */
const headOf = ({ name, params }, { head }) =>
  `${name}${params.RANGE ? `;RANGE=${params.RANGE}` : ""}${head.replace(/^[^;:]+/, "")}`;
