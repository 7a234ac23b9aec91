// The file format that the editing forms read and write: .ics text to the values of a form, and back.
//
// A file with one series is {shape: "one", …fields}; one with several is {shape: "many", events: [{…fields}]}. The text
// itself travels along in `source`, so that writing changes only the lines of what was changed in the form.

import { Edits } from "./edits.js";
import { tidied } from "./event.js";
import { changesOf } from "./changes.js";
import { blankCalendar, blankEvent } from "./blank.js";
import { newProblems } from "./checks.js";
import { parts, plain } from "./lines.js";
import { NotEditable, readFile } from "./reading.js";
import { writeChanges } from "./writing-changes.js";
import { writeFields } from "./writing.js";

/**
 * Return {fromFile, toFile}. `facts` are the site's (see pages/forms.py); `machine` is {now, uid}: the clock, and a
 * source of names that nobody else has.
 */
export function calendarFormat(facts, machine) {
  return {
    fromFile: (text, raw = text) => fromFile(raw, facts),
    toFile: (given) => exactly(toFile(given, facts, machine)),
  };
}

/** A text whose ends survive the trimming that the program around us gives to every file. */
export const exactly = (text) => ({ trim: () => text.replace(/\n$/, ""), toString: () => text });

function fromFile(text, facts) {
  const file = readFile(text, facts);
  const shown = file.series.map((series) => ({
    uid: series.uid, ...series.fields, changes: series.changes.map(({ fields }) => fields),
  }));
  const source = JSON.stringify(text); // quoted, because the ends of plain texts are trimmed
  if (shown.length === 1) return { shape: "one", ...shown[0], loaded: "yes", source };
  return { shape: shown.length ? "many" : "none", name: nameOf(file), events: shown, source };
}

function nameOf({ lines, series }) {
  const named = lines.find(({ name }) => name === "X-WR-CALNAME") ?? lines.find(({ name }) => name === "NAME");
  return named ? plain(parts(named.text).value) : `${series.length} events`;
}

function toFile(given, facts, machine) {
  const text = given.source ? JSON.parse(given.source) : blankCalendar(facts);
  if (given.shape === "none") return text;
  const stamp = `${machine.now().toISOString().replace(/[-:]/g, "").slice(0, 15)}Z`;
  const wanted = given.shape === "many" ? given.events ?? [] : [given];
  let file = readFile(text, facts);
  const gone = file.series.map(({ uid }) => uid).filter((uid) => given.shape === "many" && !wanted.some((each) => each.uid === uid));
  for (const fields of wanted) {
    const known = file.series.find(({ uid }) => uid === fields.uid) ?? (given.source && given.shape !== "many" && file.series[0]);
    const uid = known?.uid ?? machine.uid();
    if (!known) file = withAdded(file, blankEvent(uid, stamp, facts), facts);
    file = withFields(file, uid, fields, !known, facts, stamp);
  }
  file = withoutGone(file, gone, facts);
  return names(text, facts) ? file.text : withZone(file, facts);
}

/** Return the file with one series as the form has it. */
function withFields(file, uid, given, isNew, facts, stamp) {
  const series = file.series.find((each) => each.uid === uid);
  const now = tidied(seen(given), series.fields);
  const changes = changesOf(given, series);
  const were = series.changes.map((change) => change.fields);
  if (JSON.stringify([now, changes ?? were]) === JSON.stringify([series.fields, were])) return file;
  const [problem] = newProblems(series, { fields: now, changes });
  if (problem) throw new NotEditable(problem);
  const edits = new Edits(file);
  const isTouched = writeFields(edits, series, now, facts, isNew ? "" : stamp);
  const half = readFile(edits.made(), facts);
  if (!changes) return half;
  const fresh = half.series.find((each) => each.uid === uid);
  const more = new Edits(half);
  writeChanges(more, { ...fresh, lines: half.lines }, changes, isTouched, facts, stamp);
  return readFile(more.made(), facts);
}

/** A form that was filled by an address has not seen the lists of the file; then an empty one says nothing. */
function seen(given) {
  if (given.shape === "many" || given.loaded === "yes" || !given.source) return given;
  return { ...given, audience: given.audience?.length ? given.audience : undefined };
}

function withoutGone(file, uids, facts) {
  const gone = file.series.filter(({ uid }) => uids.includes(uid)).flatMap(({ events }) => events);
  if (!gone.length) return file;
  const edits = new Edits(file);
  for (const { component } of gone) edits.remove(component.first, component.last);
  return readFile(edits.made(), facts);
}

function withAdded(file, lines, facts) {
  const edits = new Edits(file);
  const [calendar] = file.calendars;
  edits.add(calendar.isComplete && calendar.name ? calendar.last : file.lines.length, ...lines);
  return readFile(edits.made(), facts);
}

const names = (text, facts, mark = "TZID=") => text.includes(`${mark}${facts.zone}`);

/** Return a text in which the board's zone is defined, if a time names it. */
function withZone(file, facts) {
  if (!names(file.text, facts) || names(file.text, facts, "TZID:")) return file.text;
  const edits = new Edits(file);
  edits.add(file.lines.findIndex(({ text }) => text.toUpperCase() === "BEGIN:VEVENT"), ...facts.vtimezone);
  return edits.made();
}
