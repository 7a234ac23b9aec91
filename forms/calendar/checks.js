// What the site would refuse or show wrongly, told in the form before it is saved.

import { whenOf } from "./changes.js";
import { daysBetween, isDay, isTime } from "./days.js";
import { lastDay } from "./event.js";
import { isOfSeries, KEEP, repeatsInWords } from "./repeats.js";

const MOST_DAYS = 366;
const UNKNOWN = "The form cannot tell what becomes of the changed dates on another day. Take them out of the list, save, "
  + "and change the day then; or change it in the program that the event came from.";
const UNSEEN = "This event has changed dates, which this form does not show yet. Save it on the day that it has, "
  + "open it from the list of events, and change the day there.";
const TARGETS = {
  link: [/^https?:\/\/[a-z0-9.-]+(?::[0-9]{1,5})?(?:[/?#][^\s"'<>\\`{}|^]*)?$/i, "Write the web address where people book, beginning with https://."],
  email: [/^[^\s@<>"']+@[^\s@<>"']+\.[^\s@<>"'.]{2,}$/, "Write the mailbox where people book, such as office@example.org."],
  phone: [/^\+?(?:[ ().-]{0,3}\d){6,15}\)?(?:\s*(?:ext|x)\.?\s*\d{1,6})?$/i, "Write the telephone number where people book, such as 01632 960001."],
};

/**
 * Return sentences about what somebody made wrong. What was odd before and nobody touched is not their doing. Without
 * `changes` the form has not shown the changed dates that there are, and they stay.
 */
export function newProblems(was, { fields, changes }) {
  const now = { fields, changes: changes ?? was.changes };
  const old = new Set(problems(was.fields, was.changes));
  const same = new Set(was.changes.map((change) => JSON.stringify(change)));
  const isMoved = ["repeats", "day"].some((name) => was.fields[name] !== now.fields[name]);
  if (isMoved && !changes && was.changes.length) return [UNSEEN];
  const isUntouched = ({ change }) => same.has(JSON.stringify(change)) && !isMoved;
  const found = problems(now.fields, now.changes, isUntouched).filter((sentence) => !old.has(sentence));
  return found.length || !isMoved ? found : unknownDates(was, now);
}

/** A rule of another program's may follow the first day, so that its changed dates would be none of the series. */
function unknownDates(was, { fields, changes }) {
  const isUnknown = fields.repeats === KEEP || changes.some(({ what }) => what === "kept");
  return changes.length && was.changes.length && isUnknown ? [UNKNOWN] : [];
}

/** Return sentences about an event's fields (as `tidied`) and its changed dates; none where all is well. */
function problems(fields, changes, isPassed = () => false) {
  const found = [...timeProblems(fields), ...repeatProblems(fields)];
  const [shape, sentence] = TARGETS[fields.booking] ?? [];
  if (shape && !shape.test(fields.booking_target)) found.push(sentence);
  return found.length ? found : changes.flatMap((change, at) =>
    (isPassed({ change }) ? [] : changeProblems(fields, change, changes.slice(0, at))));
}

function timeProblems({ timing, day, from, to, last_day, ...rest }) {
  if (!isDay(day)) return ["Choose the day on which it is."];
  if (last_day && last_day < day) return ["The last day comes before the first. Choose a later one, or none."];
  if (daysBetween(day, last_day || day) > MOST_DAYS) return ["It would last longer than a year. Choose an earlier last day."];
  if (timing !== "timed") return [];
  if (!isTime(from)) return ["Choose the time at which it starts, or choose “All day” or “Time to be confirmed”."];
  if (to && lastDay({ timing, day, from, to, last_day, ...rest }) === day && to < from) {
    return ["It would end before it starts. Choose a later end, or a last day."];
  }
  return [];
}

function repeatProblems({ day, repeats, until }) {
  if (!repeats) return [];
  if (until && until < day) return ["The repeating ends before the first day. Choose a later day, or none."];
  return [];
}

function changeProblems(fields, change, earlier) {
  const { date, what } = change;
  if (!isDay(date)) return ["Choose which date of the series changes."];
  if (what === "kept") return [];
  if (!fields.repeats) return ["Only events that repeat have changed dates. Take the changed dates out of the list."];
  const words = date.split("-").reverse().join("/");
  if (earlier.some((other) => other.date === date)) return [`${words} is twice in the list of changed dates. Take one out.`];
  if (!isOfSeries(fields, date)) {
    const rhythm = fields.repeats === KEEP ? "" : ` (${repeatsInWords(fields)})`;
    return [`${words} is not a date of this series${rhythm}. Choose another date, or take it out of the list.`];
  }
  if (what !== "moved") return [];
  return timeProblems({ ...fields, ...whenOf(fields, change) });
}
