// What the site would refuse or show wrongly, told in the form before it is saved.

import { whenOf } from "./changes.js";
import { daysBetween, isDay, isTime } from "./days.js";
import { lastDay } from "./event.js";
import { isOfSeries, KEEP, repeatsInWords } from "./repeats.js";

const MOST_DAYS = 366;
const UNKNOWN = "The form cannot tell what becomes of the changed dates on another day. Take them out of the list, save, "
  + "and change the day then; or change it in the program that the event came from.";
const UNSEEN = "This event has changed dates, which this form does not show yet. Save it with the days that it has, "
  + "open it from the list of events, and change the days there.";
const AS_SET = "This event repeats as set in Outlook, and the form cannot tell its dates on another day or at another time. "
  + "Choose how it repeats, too; or change it in the program that it came from.";
const ONWARDS = "This date changes together with all later ones, as set in Outlook. Take it out of the list, or change it "
  + "and those after it in the program that the event came from.";
const TARGETS = {
  link: [/^https?:\/\/[a-z0-9.-]+(?::[0-9]{1,5})?(?:[/?#][^\s"'<>\\`{}|^]*)?$/i, "Write the web address where people book, beginning with https://."],
  email: [/^[^\s@<>"']+@[^\s@<>"']+\.[^\s@<>"'.]{2,}$/, "Write the mailbox where people book, such as office@example.org."],
  phone: [/^\+?(?:[ ().-]{0,3}\d){6,15}\)?(?:\s*(?:ext|x)\.?\s*\d{1,6})?$/i, "Write the telephone number where people book, such as 01632 960001."],
};

/**
 * Return sentences about what somebody made wrong. What was odd before and nobody touched is not their doing. Without
 * `changes` the form has not shown the changed dates that there are, and they stay. `was` is the series as it was read.
 */
export function newProblems(was, { fields, changes }) {
  const were = was.changes.map((change) => change.fields);
  const now = { fields, changes: changes ?? were };
  const old = new Set(problems(was.fields, were));
  const same = new Set(were.map((change) => JSON.stringify(change)));
  const isOther = (...names) => names.some((name) => was.fields[name] !== fields[name]);
  if (isOther("repeats", "day", "until") && !changes && were.length) return [UNSEEN];
  const isUntouched = (change) => same.has(JSON.stringify(change));
  const isCut = ({ date, what }) => isOther("until") && isDay(fields.until) && date > fields.until && what !== "removed";
  const isPassed = (change) => isUntouched(change) && !isOther("repeats", "day") && !isCut(change);
  const found = problems(fields, now.changes, isPassed).filter((sentence) => !old.has(sentence));
  return found.length ? found : [...keptRule(was, fields), ...keptDates(were, now, was.fields, isUntouched)];
}

/** A rule of another program's may follow the first day, or say times; the form does not know. */
function keptRule({ fields: was, isRigid }, now) {
  const isMoved = was.day !== now.day || !was.repeats || (isRigid && (was.timing !== now.timing || was.from !== now.from));
  return now.repeats === KEEP && isMoved ? [AS_SET] : [];
}

/** Dates that change with all later ones depend on their series, and those on them. */
function keptDates(were, { fields, changes }, was, isUntouched) {
  const first = changes.find(({ what }) => what === "kept")?.date;
  const isOld = ({ date }) => were.some((other) => other.what === "kept" && other.date === date);
  const isWrong = (change) => isOld(change) || change.what === "kept" || (change.date > first && change.what !== "removed");
  if (changes.some((change) => !isUntouched(change) && isWrong(change))) return [ONWARDS];
  return first && (was.day !== fields.day || was.repeats !== fields.repeats) ? [UNKNOWN] : [];
}

/** Return sentences about an event's fields (as `tidied`) and its changed dates; none where all is well. */
function problems(fields, changes, isPassed = () => false) {
  const found = [...timeProblems(fields), ...repeatProblems(fields)];
  const [shape, sentence] = TARGETS[fields.booking] ?? [];
  if (shape && !shape.test(fields.booking_target)) found.push(sentence);
  return found.length ? found : changes.flatMap((change, at) =>
    (isPassed(change) ? [] : changeProblems(fields, change, changes.slice(0, at))));
}

function timeProblems({ timing, day, from, to, last_day, ...rest }) {
  if (!isDay(day)) return ["Choose the day on which it is."];
  if (last_day && last_day < day) return ["The last day comes before the first. Choose a later one, or none."];
  if (daysBetween(day, last_day || day) > MOST_DAYS) return ["It would last longer than a year. Choose an earlier last day."];
  if (timing !== "timed") return [];
  if (!isTime(from)) return ["Choose the time at which it starts, or choose “All day” or “Time to be confirmed”."];
  if (!to && last_day > day) return ["Choose the time at which it ends on its last day, or choose no last day."];
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
