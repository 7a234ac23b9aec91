// Two fields that the program does not have: how an event repeats, in the words of its first day; and what stands in
// the way of saving, told while one writes.

import { newProblems } from "../calendar/checks.js";
import { changesOf, tidiedChange } from "../calendar/changes.js";
import { readFile } from "../calendar/reading.js";
import { tidied } from "../calendar/event.js";
import { CHOICES, openChoices, repeatsInWords } from "../calendar/repeats.js";

const element = (...parts) => window.h(...parts);
/** What an event's form has in it before anybody wrote a thing. */
export const EMPTY = {
  title: "", timing: "timed", day: "", from: "", to: "", last_day: "", repeats: "", until: "", place: "", location: "",
  place_open: false, description: "", link: "", booking: "", booking_target: "", audience: [], kind: "", status: "",
};

/** Return the field types by their names. */
export function fieldTypes(CMS, facts) {
  const Select = CMS.getFieldType("select").control;
  return { "board-check": (props) => check(props, facts), "board-repeats": (props) => repeats(props, Select) };
}

export const givenBy = (entry) => entry?.get("data")?.toJS?.() ?? {};

/** A choice whose words follow the day: "Every month on the second Tuesday". */
function repeats({ field, entry, value, ...rest }, Select) {
  const { day = "" } = givenBy(entry);
  const known = field.get("choices").toJS();
  const open = new Set([...openChoices(day), value, "", "keep"]);
  const options = known.filter((choice) => open.has(choice.value)).map((choice) => ({
    value: choice.value, label: (day && CHOICES[choice.value]?.words(day)) || choice.label,
  }));
  const config = { ...field.toJS(), widget: "select", options, choices: undefined };
  return element(Select, { ...rest, entry, value: value ?? "", field: config });
}

/** Not a field to fill: says what would be refused, or else how the event repeats. */
function check({ entry, forID }, facts) {
  const problems = problemsOf(givenBy(entry), facts);
  const words = repeatsInWords(tidied(givenBy(entry), EMPTY));
  const lines = problems.length ? problems : [words || "Nothing stands in the way of saving."];
  return element("div", { id: forID, role: "status" }, ...lines.map((line) => element("p", { key: line }, line)));
}

function problemsOf(given, facts) {
  const fields = tidied(given, EMPTY);
  if (!given.source) return newProblems({ fields: EMPTY, changes: [] }, { fields, changes: (given.changes ?? []).map(tidiedChange) });
  const [series] = readFile(JSON.parse(given.source), facts).series;
  return newProblems(series, { fields, changes: changesOf(given, series) });
}
