// The occurrences of many calendar files as ical.js sees them: an independent reader for test_second_readers.py.
//
//   node second_reader.mjs < REQUEST
//
// REQUEST is JSON: {"zones": {"Europe/London": "BEGIN:VTIMEZONE…"}, "files": [{"name": "a.ics", "text":
// "BEGIN:VCALENDAR…", "uids": ["…"] or null, "first": seconds, "last": seconds}]}. Prints {"a.ics": {"problem": "" or
// why ical.js cannot read it, "occurrences": [[uid, start, end, summary, status, location]]}}. A start or end is a
// number (seconds since 1970), a day "2016-06-01", or a floating time "2016-06-01T19:00:00".

import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const MOST = 30_000;
const { zones, files } = JSON.parse(readFileSync(0, "utf8"));

for (const [name, text] of Object.entries(zones)) {
  const component = ICAL.Component.fromString(text);
  ICAL.TimezoneService.register(new ICAL.Timezone({ component, tzid: name }), name);
}
process.stdout.write(JSON.stringify(Object.fromEntries(files.map((file) => [file.name, read(file)]))));

function read({ text, uids, first, last }) {
  try {
    const parsed = ICAL.parse(text);
    const parts = typeof parsed[0] === "string" ? [parsed] : parsed;
    // Some files are VEVENTs without a calendar around them.
    const loose = parts.filter(([name]) => name === "vevent");
    const calendars = [...parts.filter(([name]) => name !== "vevent"), ...(loose.length ? [["vcalendar", [], loose]] : [])];
    const found = calendars.flatMap((each) => [...occurrences(new ICAL.Component(each), uids, last)]);
    const inside = found.filter(([, start]) => seconds(start) >= first && seconds(start) < last);
    return { problem: "", occurrences: inside.map(([uid, start, end, ...facts]) => [uid, moment(start), moment(end), ...facts]) };
  } catch (problem) {
    return { problem: String(problem.message || problem), occurrences: [] };
  }
}

function* occurrences(calendar, uids, last) {
  const events = calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component, { exceptions: [] }));
  const wanted = events.filter((event) => !uids || uids.includes(event.uid || ""));
  for (const event of wanted.filter((each) => !each.isRecurrenceException())) {
    const changes = wanted.filter((each) => each.isRecurrenceException() && each.uid === event.uid);
    changes.forEach((change) => event.relateException(change));
    yield* expanded(event, last);
  }
}

function* expanded(event, last) {
  const iterator = event.iterator();
  for (let next = iterator.next(), count = 0; next && count < MOST; next = iterator.next(), count += 1) {
    // A change may bring a date back into the window from far behind it.
    if (seconds(next) > last + 400 * 86_400) return;
    const { startDate, endDate, item } = event.getOccurrenceDetails(next);
    const facts = ["status", "location"].map((name) => item.component.getFirstPropertyValue(name) || "");
    yield [event.uid || "", startDate, endDate, item.summary || "", ...facts];
  }
}

function seconds(time) {
  return time.toUnixTime();
}

function moment(time) {
  if (time.isDate) return time.toString();
  return time.zone === ICAL.Timezone.localTimezone ? time.toString() : time.toUnixTime();
}
