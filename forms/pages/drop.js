// An exported .ics, dropped on the page, chosen or pasted: read here in the browser, shown with everything personal
// struck out, and opened in the form. Nothing is sent until somebody presses Save there.

import { alone, cleaned, decoded } from "../calendar/cleaning.js";
import { readFile } from "../calendar/reading.js";
import { whenWords } from "./words.js";

const PASSED = ["title", "timing", "day", "from", "to", "last_day", "repeats", "until", "place", "location", "description",
  "link", "booking", "booking_target", "kind", "status"];

/** Make the button work, and take files that are dropped anywhere on the page. */
export function offerDrop({ facts }) {
  const button = document.querySelector("[data-drop-open]");
  const dialog = document.querySelector("[data-drop]");
  if (!button || !dialog) return;
  const found = dialog.querySelector("[data-drop-found]");
  const show = (text) => found.replaceChildren(...shown(text, facts, dialog));
  button.hidden = false;
  button.addEventListener("click", () => dialog.showModal());
  dialog.querySelector("input").addEventListener("change", async ({ target }) => {
    if (target.files[0]) show(decoded(await target.files[0].arrayBuffer()));
  });
  dialog.querySelector("textarea").addEventListener("input", ({ target }) => target.value.trim() && show(target.value));
  takeDrops(async (file) => {
    if (!dialog.open) dialog.showModal();
    show(decoded(await file.arrayBuffer()));
  });
}

/** Only calendar files are ours; what else is dropped goes to the program, as pictures do. */
function takeDrops(take) {
  const isCalendar = (item) => item?.kind === "file" && ["text/calendar", ""].includes(item.type);
  window.addEventListener("dragover", (event) => {
    if (isCalendar(event.dataTransfer?.items[0])) event.preventDefault();
  }, true);
  window.addEventListener("drop", (event) => {
    const [file] = event.dataTransfer?.files ?? [];
    if (!file || !/\.ics$/i.test(file.name)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    take(file);
  }, true);
}

function shown(given, facts, dialog) {
  try {
    const { text, removed } = cleaned(given, facts);
    const { series } = readFile(text, facts);
    if (!series.length) return [line("p", "There is no event in this that the site could show."), ...struck(removed)];
    const events = series.map((each) => entry(each, text, facts, dialog));
    return [...struck(removed), line("h3", series.length > 1 ? "Choose an event" : "The event"), ...events];
  } catch (problem) {
    return [line("p", problem.message)];
  }
}

function entry(series, text, facts, dialog) {
  const box = line("section", "");
  const open = line("button", "Open in the form");
  open.type = "button";
  open.addEventListener("click", () => {
    const whole = alone(text, series.uid, facts);
    const values = PASSED.filter((name) => series.fields[name]).map((name) => [name, series.fields[name]]);
    const words = new URLSearchParams([...values, ["source", JSON.stringify(whole)]]);
    dialog.close();
    window.location.hash = `#/collections/events/new?${words}`;
  });
  const times = series.changes.length ? ` ${series.changes.length} of its dates are changed.` : "";
  const place = series.fields.location ? `, ${series.fields.location}` : "";
  box.append(line("strong", series.fields.title || "Untitled event"), line("p", `${whenWords(series.fields)}${place}.${times}`), open);
  return box;
}

function struck(removed) {
  if (!removed.length) return [];
  const list = document.createElement("ul");
  list.append(...removed.map(({ kind, words }) => {
    const item = line("li", words ? `${kind}: ` : kind);
    if (words) item.append(line("del", words));
    return item;
  }));
  return [line("h3", "Taken out, so that it is not published"), list];
}

function line(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
