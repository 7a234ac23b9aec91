// Days and times in the words of the site's own pages (boardsite/clock.py and boardsite/pages/when.py say the same).

import { lastDay } from "../calendar/event.js";
import { dayOfMonth, DAYS, isDay, isTime, monthOf, MONTHS, weekday } from "../calendar/days.js";

const shortDate = (day) => `${dayOfMonth(day)} ${MONTHS[monthOf(day) - 1]} ${day.slice(0, 4)}`;
export const longDate = (day) => `${DAYS[weekday(day)]} ${shortDate(day)}`;

function clockTime(time) {
  const [hour, minute] = time.split(":").map(Number);
  if (!minute && hour % 12 === 0) return hour ? "midday" : "midnight";
  return `${((hour + 11) % 12) + 1}${minute ? `:${time.slice(3)}` : ""}${hour < 12 ? "am" : "pm"}`;
}

function dayRange(first, last) {
  if (first === last) return longDate(first);
  if (first.slice(0, 7) === last.slice(0, 7)) return `${DAYS[weekday(first)]} ${dayOfMonth(first)} to ${longDate(last)}`;
  if (first.slice(0, 4) !== last.slice(0, 4)) return `${longDate(first)} to ${longDate(last)}`;
  return `${DAYS[weekday(first)]} ${dayOfMonth(first)} ${MONTHS[monthOf(first) - 1]} to ${longDate(last)}`;
}

/** Return "Monday 27 June 2016, 9:30am to midday" for the fields of an event; "" while there is no day. */
export function whenWords(fields) {
  const { timing, day, from, to, last_day } = fields;
  if (!isDay(day)) return "";
  const last = isDay(last_day) ? last_day : day;
  if (timing === "open") return `${dayRange(day, last)}, time to be confirmed`;
  if (timing === "all-day") return day === last ? `${longDate(day)}, all day` : dayRange(day, last);
  if (!isTime(from)) return longDate(day);
  if (!isTime(to) || (to === from && last === day)) return `${longDate(day)}, from ${clockTime(from)}`;
  const isLong = last > day && last === lastDay(fields);
  if (isLong) return `${longDate(day)}, ${clockTime(from)} to ${longDate(last)}, ${clockTime(to)}`;
  return `${longDate(day)}, ${clockTime(from)} to ${clockTime(to)}`;
}
