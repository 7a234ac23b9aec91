// Starts the editing forms of one page: reads what the build wrote for it, registers our formats and fields, and hands
// over to the program.

import CMS from "../program/index.js";
import { calendarFormat } from "../calendar/format.js";
import { settingsFormat } from "../settings/format.js";
import { fieldTypes } from "./fields.js";
import { keepSource } from "./saving.js";
import { previews } from "./previews.js";
import { skeletons } from "./skeletons.js";
import { offerDrop } from "./drop.js";

const machine = { now: () => new Date(), uid: () => crypto.randomUUID() };
const own = document.querySelector("script[data-preview]");

const forms = await (await fetch(new URL("forms.json", document.baseURI))).json();
const formats = { calendar: calendarFormat(forms.facts, machine) };
CMS.registerCustomFormat("calendar", "ics", formats.calendar);
for (const [name, shape] of Object.entries(forms.kinds)) {
  formats[name] = settingsFormat(shape);
  CMS.registerCustomFormat(name, shape.hasBody ? "md" : "yaml", formats[name]);
}
for (const [name, control] of Object.entries(fieldTypes(CMS, forms.facts))) CMS.registerFieldType(name, control);
CMS.registerEventListener({ name: "preSave", handler: keepSource(forms.config, formats) });
CMS.registerPreviewStyle(own.dataset.preview);
const html = await skeletons(own.dataset.skeletons);
for (const [name, preview] of Object.entries(previews(forms, html))) CMS.registerPreviewTemplate(name, preview);
document.querySelector("[data-forms]").id = "nc-root"; // by this name the program knows its place
await CMS.init({ config: forms.config });
offerDrop(forms);
