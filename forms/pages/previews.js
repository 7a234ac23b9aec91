// What a form will look like on the site, in the site's own components and style.

import { tidiedChange, whenOf } from "../calendar/changes.js";
import { tidied } from "../calendar/event.js";
import { firstDays, KEEP, repeatsInWords } from "../calendar/repeats.js";
import { EMPTY, givenBy } from "./fields.js";
import { longDate, whenWords } from "./words.js";

const MOST_DATES = 6;
const STATUSES = { cancelled: "Cancelled", postponed: "Postponed", tentative: "Not yet certain" };
const BOOKINGS = { none: () => "No need to book", link: () => "Book a place online", email: (to) => `Book by email: ${to}`,
  phone: (to) => `Book by telephone: ${to}` };

/** Return the preview of each collection or file by its name. `html` gives the HTML of a component. */
export function previews({ config, facts, section }, html) {
  const made = (name, valuesOf, hasText) => ({ entry, widgetFor }) => window.h("main", { className: "app-main app-width" },
    window.h("div", { className: "app-stack", dangerouslySetInnerHTML: { __html: html(name, valuesOf(givenBy(entry))) } }),
    hasText ? window.h("div", { className: "app-prose" }, widgetFor("body")) : null);
  const event = made("event", (given) => eventValues(given, facts, section), false);
  const article = (name) => made(name, (given) => ({
    ...given, date: given.date ? longDate(given.date) : "", group: section, note: given.draft ? "Draft" : "",
  }), true);
  const found = { events: event, news: article("news"), contacts: made("contacts", (given) => contactValues(given, facts), false) };
  for (const { name } of config.collections) if (name.startsWith("pages")) found[name] = article("page");
  return found;
}

function eventValues(given, facts, group) {
  const fields = tidied(given, EMPTY);
  const changes = (given.changes ?? []).map(tidiedChange);
  const place = facts.places.find(({ key }) => key === fields.place);
  const where = fields.location || place?.label || "";
  return {
    title: fields.title || "New event", group, when: whenWords(fields), repeats: repeatsInWords(fields),
    where: fields.place_open ? [where, "place to be confirmed"].filter(Boolean).join(", ") : where,
    place: place?.location ?? "", link: fields.link, description: fields.description,
    audience: together(fields.audience.map((word) => facts.audienceWords[word] ?? word)),
    booking: BOOKINGS[fields.booking]?.(fields.booking_target) ?? "",
    status: STATUSES[fields.status] ?? "", status_words: statusWords(fields.status),
    dates: fields.repeats && fields.repeats !== KEEP ? dates(fields, changes) : [],
  };
}

function together(words) {
  const phrase = words.map((word) => word[0].toLowerCase() + word.slice(1)).join(" and ");
  return phrase.slice(0, 1).toUpperCase() + phrase.slice(1);
}

const statusWords = (status) => ({
  cancelled: "This event is cancelled.", postponed: "This event is postponed. A new date will be given here.",
  tentative: "This event is not certain yet.",
})[status] ?? "";

/** Return the first dates of a series as its page lists them, those that are changed as changed. */
function dates(fields, changes) {
  const all = firstDays(fields, MOST_DATES + changes.length);
  return all.flatMap((day) => {
    const change = changes.find(({ date }) => date === day);
    if (change?.what === "removed") return [];
    const usual = { ...fields, ...whenOf(fields, { date: day, day: "", from: "", to: "" }) };
    if (change?.what === "cancelled") return [{ status: "Cancelled", when: whenWords(usual), note: change.note }];
    if (change?.what !== "moved") return [{ when: whenWords(usual) }];
    const moved = { ...fields, ...whenOf(fields, change) };
    return [{ when: whenWords(moved), moved: moved.day === day ? "" : longDate(day), note: change.note }];
  }).slice(0, MOST_DATES);
}

const contactValues = ({ contacts = [] }, facts) => ({
  contacts: contacts.map((contact) => ({
    ...contact, name: new RegExp(facts.consent).test((contact.consent ?? "").trim()) ? contact.name : "", notice: contact.vacant ? "Nobody holds this role at the moment." : "",
  })),
});
