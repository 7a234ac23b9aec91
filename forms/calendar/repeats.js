// How a series repeats: a few choices in plain words, the RRULE of each (RFC 5545 section 3.3.10), and back.
//
// The weekday, its place in the month and the date come from the first day, so that they cannot disagree with it.
// A rule that is none of these is "keep": it stays as Outlook, Google or Apple wrote it.

import {
  addDays, dayOfMonth, DAYS, daysBetween, isDay, isLastOfItsKind, monthOf, MONTHS, monthsBetween, place, weekday,
} from "./days.js";
import { isOtherDay, lastStart } from "./whens.js";

const CODES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const PLACES = ["", "first", "second", "third", "fourth", "fifth"];

const ordinal = (number) => {
  const ending = number % 100 >= 10 && number % 100 <= 20 ? "th" : { 1: "st", 2: "nd", 3: "rd" }[number % 10] ?? "th";
  return `${number}${ending}`;
};
const months = (number) => (number === 1 ? "every month" : `every ${number} months`);
const dayWords = (day) => `${dayOfMonth(day)} ${MONTHS[monthOf(day) - 1]}`;

const weekly = (interval) => ({
  rule: () => ({ FREQ: "WEEKLY", INTERVAL: interval }),
  words: (day) => (interval === 1 ? `Every ${DAYS[weekday(day)]}` : `Every ${interval} weeks on ${DAYS[weekday(day)]}`),
  holds: (first, day) => daysBetween(first, day) % (7 * interval) === 0,
});
const nth = (interval) => ({
  rule: (day) => ({ FREQ: "MONTHLY", INTERVAL: interval, BYDAY: `${place(day)}${CODES[weekday(day)]}` }),
  words: (day) => `The ${PLACES[place(day)]} ${DAYS[weekday(day)]} of ${months(interval)}`,
  holds: (first, day) => weekday(first) === weekday(day) && place(first) === place(day)
    && monthsBetween(first, day) % interval === 0,
  fits: (day) => place(day) < 5,
});
const last = (interval) => ({
  rule: (day) => ({ FREQ: "MONTHLY", INTERVAL: interval, BYDAY: `-1${CODES[weekday(day)]}` }),
  words: (day) => `The last ${DAYS[weekday(day)]} of ${months(interval)}`,
  holds: (first, day) => weekday(first) === weekday(day) && isLastOfItsKind(day) && monthsBetween(first, day) % interval === 0,
  fits: isLastOfItsKind,
});

/** The choices by the values that the form has for them. */
export const CHOICES = {
  week: weekly(1),
  fortnight: weekly(2),
  "month-weekday": nth(1),
  "two-months-weekday": nth(2),
  "three-months-weekday": nth(3),
  "month-last": last(1),
  "month-date": {
    rule: (day) => ({ FREQ: "MONTHLY", INTERVAL: 1, BYMONTHDAY: String(dayOfMonth(day)) }),
    words: (day) => `The ${ordinal(dayOfMonth(day))} of every month`,
    holds: (first, day) => dayOfMonth(first) === dayOfMonth(day),
  },
  year: {
    rule: () => ({ FREQ: "YEARLY", INTERVAL: 1 }),
    words: (day) => `${dayWords(day)} every year`,
    holds: (first, day) => first.slice(5) === day.slice(5),
  },
};

export const KEEP = "keep";

/** Return which choices a first day leaves open: the 30th has no "fourth", and the 3rd is no last Friday. */
export const openChoices = (day) => Object.keys(CHOICES).filter((key) => !isDay(day) || (CHOICES[key].fits?.(day) ?? true));

/** Return {repeats, until} of an RRULE (or "") for a series that starts then. `isLess`: a rule takes dates out of it. */
export function readRepeats(rule, starts, zones, isLess = false) {
  if (!rule) return { repeats: "", until: "" };
  const given = ruleParts(rule);
  const until = untilDay(given.UNTIL, starts, zones);
  const found = Object.keys(CHOICES).find((key) => isSame(given, CHOICES[key], starts.day));
  const isPlain = found && !given.COUNT && !isLess && !isOtherDay(starts, zones);
  return { repeats: isPlain ? found : KEEP, until };
}

/** Return whether the dates of a rule do not follow a start at another time: it says times, or days of another zone. */
export const isRigid = (rule, starts, zones) =>
  /BY(?:HOUR|MINUTE|SECOND)=|FREQ=(?:HOUR|MINUTE)LY/i.test(rule) || isOtherDay(starts, zones);

export const ruleParts = (rule) => Object.fromEntries(
  rule.trim().toUpperCase().split(";").filter(Boolean).map((part) => part.split("=").map((piece) => piece.trim())));

function isSame(given, choice, day) {
  if (!isDay(day) || !(choice.fits?.(day) ?? true)) return false;
  const { UNTIL, COUNT, WKST, ...rest } = { INTERVAL: "1", ...given };
  const wanted = Object.fromEntries(Object.entries(choice.rule(day)).map(([name, value]) => [name, String(value)]));
  return spelt(rest, day) === spelt(wanted, day);
}

/** Return a rule in one spelling: what the first day says anyway is left out, BYSETPOS goes into BYDAY. */
function spelt(rule, day) {
  const said = { ...rule };
  if (said.BYSETPOS && /^[A-Z]{2}$/.test(said.BYDAY ?? "")) {
    said.BYDAY = said.BYSETPOS.replace(/^\+/, "") + said.BYDAY;
    delete said.BYSETPOS;
  }
  if (said.FREQ === "WEEKLY" && said.BYDAY === CODES[weekday(day)]) delete said.BYDAY;
  if (said.FREQ === "YEARLY" && said.BYMONTH === String(monthOf(day))) delete said.BYMONTH;
  if (said.BYMONTHDAY === String(dayOfMonth(day)) && said.FREQ !== "WEEKLY") delete said.BYMONTHDAY;
  return Object.entries(said).sort().map((pair) => pair.join("=")).join(";");
}

/** Return the last day on which a series may begin; a day alone counts to its end (RFC 5545 section 3.3.10). */
function untilDay(value, starts, zones) {
  const found = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d)(?::?\d\d)?(Z?))?$/.exec(value ?? "");
  if (!found || found[1] > "2100") return "";
  const day = found.slice(1, 4).join("-");
  const time = found[4] === undefined ? "23:59" : `${found[4]}:${found[5]}`;
  if (starts.time) return lastStart(starts, day, time, Boolean(found[6]), zones);
  return found[6] && time !== "00:00" ? zones.dayOf(`${day}T${time}`) : day;
}

/** Return the RRULE of a choice, or "". `isTimed` decides the form of UNTIL (RFC 5545 section 3.3.10). */
export function writeRule({ repeats, until, day }, isTimed, zones) {
  const choice = CHOICES[repeats];
  if (!choice) return "";
  const parts = Object.entries(choice.rule(day)).filter(([name, value]) => name !== "INTERVAL" || value !== 1);
  if (isDay(until)) parts.push(["UNTIL", untilValue(until, isTimed, zones)]);
  return parts.map((pair) => pair.join("=")).join(";");
}

/** Return UNTIL for a last day: its end in UTC where the series has a time. */
export const untilValue = (day, isTimed, zones) =>
  (isTimed ? `${zones.endOf(day).replace(/[-:]/g, "")}59Z` : day.replaceAll("-", ""));

/** Return "The second Tuesday of every month until 13 December 2026", or "". */
export function repeatsInWords({ repeats, until, day }) {
  if (!CHOICES[repeats] || !isDay(day)) return "";
  const end = isDay(until) ? `until ${dayWords(until)} ${until.slice(0, 4)}` : "until further notice";
  return `${CHOICES[repeats].words(day)} ${end}`;
}

/** Return whether a day is one of the series. What is kept as it was cannot be told, and counts as one. */
export function isOfSeries({ repeats, until, day: first }, day) {
  if (day < first || (isDay(until) && day > until)) return false;
  return day === first || (repeats === KEEP ? true : Boolean(CHOICES[repeats]?.holds(first, day)));
}

/** Return the next days of a series from its first, at most so many. */
export function firstDays(series, most) {
  const found = [];
  if (!CHOICES[series.repeats] || !isDay(series.day)) return found;
  for (let day = series.day; found.length < most && daysBetween(series.day, day) < 2200; day = addDays(day, 1)) {
    if (isDay(series.until) && day > series.until) break;
    if (isOfSeries(series, day)) found.push(day);
  }
  return found;
}
