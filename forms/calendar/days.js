// Days and wall times as text ("2016-06-27", "09:30"), reckoned without any clock of the machine.

export const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
export const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December"];

const DAY = 86_400_000;

const at = (day) => Date.parse(`${day}T00:00Z`);
const iso = (moment) => new Date(moment).toISOString();

export const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(at(text)) && addDays(text, 0) === text;
export const isTime = (text) => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);

export const addDays = (day, number) => iso(at(day) + number * DAY).slice(0, 10);
export const daysBetween = (first, last) => Math.round((at(last) - at(first)) / DAY);

/** Monday is 0. */
export const weekday = (day) => (new Date(at(day)).getUTCDay() + 6) % 7;
export const dayOfMonth = (day) => Number(day.slice(8));
export const monthOf = (day) => Number(day.slice(5, 7));
/** Which of its weekday in its month: the 14th is the second. */
export const place = (day) => Math.ceil(dayOfMonth(day) / 7);
export const isLastOfItsKind = (day) => monthOf(addDays(day, 7)) !== monthOf(day);
/** How many months lie between the months of two days. */
export const monthsBetween = (first, last) =>
  (Number(last.slice(0, 4)) - Number(first.slice(0, 4))) * 12 + monthOf(last) - monthOf(first);

/** Minutes from one wall moment ("2016-06-27T09:30") to another. */
export const minutesBetween = (first, last) => (Date.parse(`${last}Z`) - Date.parse(`${first}Z`)) / 60_000;
export const addMinutes = (wall, minutes) => iso(Date.parse(`${wall}Z`) + minutes * 60_000).slice(0, 16);

const formats = new Map();

/** Return by how many minutes a zone is ahead of UTC at a moment. */
function ahead(moment, zone) {
  if (!formats.has(zone)) {
    formats.set(zone, new Intl.DateTimeFormat("en-GB", {
      timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric",
    }));
  }
  const found = Object.fromEntries(formats.get(zone).formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  return (Date.UTC(found.year, found.month - 1, found.day, found.hour, found.minute) - moment) / 60_000;
}

/** Return the wall moment of a zone at a wall moment of UTC. */
export const fromUtc = (wall, zone) => addMinutes(wall, ahead(Date.parse(`${wall}Z`), zone));

/** Return the wall moment of UTC at one of a zone: the first of two, and as before the change where there is none. */
export function toUtc(wall, zone) {
  const moment = Date.parse(`${wall}Z`);
  const before = ahead(moment - DAY, zone);
  const after = ahead(moment + DAY, zone);
  const fitting = [before, after].filter((minutes) => ahead(moment - minutes * 60_000, zone) === minutes);
  return addMinutes(wall, -(fitting[0] ?? before));
}

/** Return whether this is a zone that the browser knows. */
export function isZone(name) {
  try {
    return Boolean(new Intl.DateTimeFormat("en-GB", { timeZone: name }));
  } catch {
    return false;
  }
}
