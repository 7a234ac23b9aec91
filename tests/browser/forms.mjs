// Works in the editing forms as a chair would, against a stand-in of the Git host or in a folder, and tells what came
// of it: the changed files, what the page did that it must not, and what axe finds.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

import { openPage } from "./chromium.mjs";
import { changedFiles, offerFolder } from "./forms/folder.mjs";
import { standIn } from "./forms/git_host.mjs";
import { Journey } from "./forms/journey.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
// What the program itself says on the console in every session: neither is ours to change.
const ITS_OWN = /derived_inert|allow-scripts and allow-same-origin/;

export async function forms(browser, origin, { root, where, dropped, picture, width = 1280 }) {
  const { context, page, seen } = await openPage(browser, origin, { width });
  page.setDefaultTimeout(20_000);
  const warnings = [];
  page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
  const journey = new Journey(page, `${origin}/admin/south/`);
  const notes = { axe: [], told: {} };
  const look = async (view) => notes.axe.push(...await audit(page, view));
  const host = await standIn(context, root); // in a folder it must not be asked for anything
  if (where === "host") await signInToHost(journey, page, host, look);
  else await signInToFolder(journey, page, root);
  try {
    await work(journey, look, notes, { dropped, picture });
  } catch (problem) {
    await page.screenshot({ path: "forms-trouble.png" });
    throw problem;
  }
  const made = where === "host" ? Object.fromEntries(host.committed) : await changedFiles(page, root);
  const violations = await page.evaluate(() => window.policyViolations);
  await context.close();
  return {
    ...parted(made), violations, axe: notes.axe, told: notes.told, requests: seen.requests, messages: host.messages,
    unknown: where === "host" ? host.unknown : [...host.unknown, ...host.asked],
    errors: seen.errors.filter((text) => !ITS_OWN.test(text)), warnings: warnings.filter((text) => !ITS_OWN.test(text)),
  };
}

async function signInToHost(journey, page, host, look) {
  await page.goto(journey.address);
  await journey.button("Sign In Using Access Token").waitFor();
  await look("sign in");
  await journey.signInWithToken(host.token);
}

async function signInToFolder(journey, page, root) {
  await page.goto(journey.address);
  await offerFolder(page, root);
  await journey.signInToFolder();
}

/** Texts as they are, and pictures (in base64) by themselves. */
function parted(made) {
  const all = Object.entries(made).map(([name, content]) => [name, Buffer.from(content, "base64"), content]);
  const isPicture = ([name]) => /\.(?:png|jpe?g|webp)$/.test(name);
  return {
    files: Object.fromEntries(all.filter((each) => !isPicture(each)).map(([name, bytes]) => [name, bytes.toString("utf8")])),
    pictures: Object.fromEntries(all.filter(isPicture).map(([name, , content]) => [name, content])),
  };
}

async function work(journey, look, notes, { dropped, picture }) {
  await look("list");
  await journey.newEvent();
  await journey.changeNewEvent();
  await journey.editOutlookFile();
  await journey.moveOneDate();
  await journey.open("/collections/events/entries/group-meeting");
  await journey.at("title").waitFor();
  await look("event");
  await journey.editContact(look);
  await journey.editNews();
  await journey.writeNews(picture);
  notes.told.dropped = await journey.dropFile(dropped, look);
  notes.told.backwards = await journey.tryBackwards();
}

async function audit(page, view) {
  const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  await page.waitForTimeout(300);
  await page.evaluate(axe);
  const found = await page.evaluate(async (tags) => {
    const { violations } = await window.axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
    return violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.slice(0, 2).map(({ html }) => html.slice(0, 160)) }));
  }, TAGS);
  return found.map((each) => ({ view, ...each }));
}
