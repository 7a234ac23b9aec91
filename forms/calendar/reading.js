// A whole .ics file as the series that the form can show, each with the places of its lines.

import { calendars, components } from "./components.js";
import { readChanges } from "./changes.js";
import { first, isPublic, propertiesOf, readEvent, spanOf } from "./event.js";
import { contentLines, lineEnd } from "./lines.js";
import { isRigid } from "./repeats.js";
import { zonesOf } from "./whens.js";

/** What stands in the way of showing a file, in words for the person at the form. */
export class NotEditable extends Error {}

/** Return the file: its lines, and its series in their order. Private events are not among them. */
export function readFile(text, facts) {
  if (text.includes("\ufffd")) {
    throw new NotEditable("This calendar file has letters that the form cannot read. Change it in the program it came from.");
  }
  const lines = contentLines(text);
  const privateLine = new RegExp(`^(?:${facts.private_line})`, "i");
  const root = components(lines, { standard: new Set(facts.names), texts: new Set(facts.textNames), privateLine });
  const found = calendars(root);
  const series = found.flatMap((calendar) => readSeries(calendar, lines, facts));
  return { text, lines, end: lineEnd(text), calendars: found, series };
}

function readSeries(calendar, lines, facts) {
  const zones = zonesOf(calendar, lines, facts);
  const byUid = new Map();
  for (const component of calendar.children.filter((each) => each.name === "VEVENT" && each.isComplete)) {
    const properties = propertiesOf(component, lines);
    const uid = first(properties, "UID")?.text.trim() || `without a UID, ${byUid.size + 1}`;
    if (!byUid.has(uid)) byUid.set(uid, []);
    byUid.get(uid).push({ component, properties, span: spanOf(properties, zones) });
  }
  return [...byUid].map(([uid, events]) => oneSeries(uid, events, zones, facts)).filter(Boolean);
}

function oneSeries(uid, events, zones, facts) {
  const isOverride = ({ properties }) => properties.has("RECURRENCE-ID");
  const masters = events.filter((event) => !isOverride(event));
  const master = newest(masters) ?? events[0];
  const isOneOfTwo = masters.some((event) => event !== master && revision(event) === revision(master));
  if (isOneOfTwo || !master.span || !isPublic(master)) return null;
  const overrides = events.filter((event) =>
    event !== master && isOverride(event) && event.span && isPublic(event));
  const made = { uid, master, overrides, events, zones };
  made.fields = readEvent(master.properties, master.span, zones, facts);
  made.isRigid = isRigid(first(master.properties, "RRULE")?.value, master.span.starts, zones);
  made.changes = readChanges(made, zones);
  return made;
}

/** Return the copy that counts where a file has an event twice: the highest SEQUENCE, of equals the first. */
function newest(events) {
  return events.reduce((best, event) => (best && revision(best) >= revision(event) ? best : event), undefined);
}

const revision = ({ properties }) => Number.parseInt(first(properties, "SEQUENCE")?.value ?? "0", 10) || 0;
