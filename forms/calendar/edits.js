// Changes to single lines of a file, gathered and then made at once: what nobody touched stays as it came.

import { folded } from "./lines.js";

/** What becomes of the lines of one file. Lines are named by their numbers; texts are unfolded content lines. */
export class Edits {
  constructor(file) {
    this.file = file;
    this.instead = new Map();
    this.before = new Map();
  }

  /** Put a text in the place of a property, or take it out with "". The same text is no change. */
  put({ at, also }, text) {
    if (text === this.file.lines[at].text && !also.length) return false;
    this.instead.set(at, text);
    for (const other of also) this.instead.set(other, "");
    return true;
  }

  /** Add lines above one. */
  add(at, ...texts) {
    this.before.set(at, [...(this.before.get(at) ?? []), ...texts]);
  }

  /** Take out all lines from one to another. */
  remove(begin, end) {
    for (let at = begin; at <= end; at += 1) this.instead.set(at, "");
  }

  /** Return the file with the changes made. */
  made() {
    const { lines, end } = this.file;
    const written = (text) => (text ? folded(text, end) : "");
    const above = (at) => (this.before.get(at) ?? []).map(written).join("");
    const made = lines.map(({ raw }, at) => above(at) + (this.instead.has(at) ? written(this.instead.get(at)) : raw));
    const isOpen = made.length && this.before.has(lines.length) && !/[\r\n]$/.test(made.at(-1));
    return made.join("") + (isOpen ? end : "") + above(lines.length);
  }
}

/** The changes to one VEVENT, which count as one revision of it (RFC 5545 section 3.8.7.4). */
export class EventEdits {
  constructor(edits, event) {
    this.edits = edits;
    this.event = event;
    this.isTouched = false;
  }

  /** Put a content line in the place of one of the event's properties, or take it out with "". */
  put(property, line) {
    this.isTouched = this.edits.put(property, line) || this.isTouched;
  }

  /** Give a property a content line, or take it out with "". Of several with one name the first is meant. */
  set(name, line) {
    const found = this.event.properties.get(name)?.[0];
    if (found) this.put(found, line);
    else if (line) this.add(line);
  }

  /** Give a property a value; what stood before it (LANGUAGE and the like) stays. */
  value(name, value) {
    const head = this.event.properties.get(name)?.[0].head ?? name;
    this.set(name, value ? `${head}:${value}` : "");
  }

  /** Add a line behind the event's own properties. */
  add(line) {
    this.edits.add(this.event.component.own.at(-1).at + this.event.component.own.at(-1).also.length + 1, line);
    this.isTouched = true;
  }

  /** Raise the revision where anything changed; a new event has its first one, and no `stamp`. */
  close(stamp) {
    if (!this.isTouched || !stamp) return;
    const was = Number.parseInt(this.event.properties.get("SEQUENCE")?.[0].value ?? "0", 10) || 0;
    this.set("SEQUENCE", `SEQUENCE:${was + 1}`);
    this.set("LAST-MODIFIED", `LAST-MODIFIED:${stamp}`);
  }
}
