// A date of an .ics file as the board's wall time, and back in the form in which it stood: in a zone, in UTC,
// floating, or a day alone (RFC 5545 sections 3.3.4 and 3.3.5).

import { addDays, addMinutes, fromUtc, isDay, isTime, isZone, toUtc } from "./days.js";

const [FIRST, LAST] = ["1970-01-01", "2100-12-31"]; // what the site shows
const MOST_MINUTES = 366 * 1440;
const VALUE = /^(\d{4})-?(\d\d)-?(\d\d)(?:[Zz]|[Tt ](\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)?([Zz]?))?$/;
const DURATION = /^\+?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Return {day, time, kind, zone}, in the board's wall time, or null. `time` is "" for a day alone. */
export function readWhen(property, zones, value = property.value) {
  const found = VALUE.exec(value.trim());
  if (!found) return null;
  const day = found.slice(1, 4).join("-");
  if (!isDay(day) || day < FIRST || day > LAST) return null;
  if (found[4] === undefined || property.params.VALUE?.toUpperCase() === "DATE") {
    return { day, time: "", kind: "day", zone: "" };
  }
  const time = `${found[4]}:${found[5]}`;
  if (!isTime(time)) return null;
  const name = property.params.TZID;
  if (!name) return placed(day, time, found[7] ? "utc" : "floating", found[7] ? "UTC" : zones.board, zones);
  const zone = zones.named(name);
  return zone ? placed(day, time, "zone", zone, zones) : null;
}

function placed(day, time, kind, zone, zones) {
  const wall = `${day}T${time}`;
  const [there, then] = (zone === zones.board ? wall : fromUtc(toUtc(wall, zone), zones.board)).split("T");
  return { day: there, time: then, kind, zone };
}

/** Return the value of a board's wall time in a form ("utc", "zone", "floating", "day") and zone. */
export function whenValue(day, time, { kind, zone }, zones) {
  if (kind === "day" || !time) return day.replaceAll("-", "");
  return `${inZone(day, time, zone, zones).replace(/[-:]/g, "")}00${kind === "utc" ? "Z" : ""}`;
}

const inZone = (day, time, zone, zones) =>
  (zone === zones.board ? `${day}T${time}` : fromUtc(toUtc(`${day}T${time}`, zones.board), zone));
const timeThere = ({ day, time, zone }, zones) => inZone(day, time, zone, zones).slice(11);

/**
 * Return the board's time at which a series that starts then begins on another day. A time in UTC stays the same there,
 * and so is an hour earlier here in winter.
 */
export function timeOn(starts, date, zones) {
  if (!starts.time || starts.zone === zones.board) return starts.time;
  const there = timeThere(starts, zones);
  const days = [0, -1, 1].map((more) => placed(addDays(date, more), there, "", starts.zone, zones));
  return days.find(({ day }) => day === date)?.time ?? starts.time;
}

/** Return the board's last day on which a series that starts then may begin, for an UNTIL of `day` and `time`. */
export function lastStart(starts, day, time, isUtc, zones) {
  const [last, end] = (isUtc ? fromUtc(`${day}T${time}`, starts.zone) : `${day}T${time}`).split("T");
  const there = timeThere(starts, zones);
  return placed(end < there ? addDays(last, -1) : last, there, "", starts.zone, zones).day;
}

/** Return whether a start is on another day in its own zone, in which its rule counts, than on the board's clocks. */
export const isOtherDay = (starts, zones) =>
  Boolean(starts.time) && inZone(starts.day, starts.time, starts.zone, zones).slice(0, 10) !== starts.day;

/** Return when a VEVENT ends, as `readWhen` does; the last day is included for events by days. Null without an end. */
export function readEnd(end, lasting, starts, zones) {
  if (end) {
    const found = readWhen(end, zones);
    if (!found || starts.time) return found && { ...found, time: found.time || "00:00" };
    const day = VALUE.exec(end.value.trim()).slice(1, 4).join("-"); // as written: a day has no zone
    const isIn = /T(?!0000)/i.test(end.value) || day <= starts.day;
    return { ...found, day: isIn ? day : addDays(day, -1), time: "" };
  }
  const found = lasting && DURATION.exec(lasting.value.trim());
  if (!found) return null;
  const [weeks, days, hours, minutes] = found.slice(1).map((number) => Number(number ?? 0));
  const whole = weeks * 7 + days;
  if (whole * 1440 + hours * 60 + minutes > MOST_MINUTES) return null;
  if (!starts.time) return { ...starts, day: addDays(starts.day, Math.max(whole - 1, 0)) };
  // Days are counted on the wall clock, hours in real time (RFC 5545 section 3.3.6).
  const wall = `${addDays(starts.day, whole)}T${starts.time}`;
  const [day, time] = fromUtc(addMinutes(toUtc(wall, zones.board), hours * 60 + minutes), zones.board).split("T");
  return { ...starts, day, time };
}

/** Return the zones that a file can name: the world's, those of Windows, and the board's under a name of its own. */
export function zonesOf(calendar, lines, facts) {
  const own = new Set();
  const windows = new Map(Object.entries(facts.zones));
  for (const component of calendar.children.filter(({ name }) => name === "VTIMEZONE")) {
    const name = component.own.map(({ at }) => lines[at]).find((line) => line.name === "TZID")?.text.slice(5);
    if (name && isLikeTheBoards(component, lines, facts.zone)) own.add(name);
  }
  const named = (name) => {
    const clean = name.trim().replace(/^["/\s]+|["/\s]+$/g, "");
    const label = clean.toLowerCase().replace(/^\((?:utc|gmt)[^)]*\)\s*/, "");
    const known = windows.get(clean.toLowerCase()) ?? windows.get(label);
    if (known) return known;
    const tail = clean.split("/").slice(-2).join("/");
    return [clean, tail].find((each) => each && isZone(each)) ?? (own.has(name) ? facts.zone : "");
  };
  const seen = new Map();
  return {
    board: facts.zone,
    /** The board's day at a wall moment of UTC, and the last minute of a day of the board's in UTC. */
    dayOf: (wall) => fromUtc(wall, facts.zone).slice(0, 10),
    endOf: (day) => toUtc(`${day}T23:59`, facts.zone),
    named(name) {
      if (!seen.has(name)) {
        const found = named(name);
        seen.set(name, found.toLowerCase() === facts.zone.toLowerCase() ? facts.zone : found);
      }
      return seen.get(name);
    },
  };
}

/** Return whether a definition has the offsets that the board's zone has now, in winter and in summer. */
function isLikeTheBoards(component, lines, zone) {
  const given = new Set(component.children.flatMap(({ own }) =>
    own.map(({ at }) => /^TZOFFSETTO:([+-])(\d\d)(\d\d)/i.exec(lines[at].text)).filter(Boolean)
      .map(([, sign, hours, minutes]) => (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) + 0)));
  const wanted = new Set(["2026-01-15T12:00", "2026-07-15T12:00"].map((wall) =>
    (Date.parse(`${fromUtc(wall, zone)}Z`) - Date.parse(`${wall}Z`)) / 60_000));
  return given.size === wanted.size && [...wanted].every((minutes) => given.has(minutes));
}
