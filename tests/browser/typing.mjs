// What a page answers to words typed into its box: by keyboard alone, with everything it asks for and keeps noted.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

import { OF_COLOURS, TAGS, runAxe, sticksOut, stored } from "./audit.mjs";
import { address, mediaOf, openPage } from "./chromium.mjs";

const MOST_STOPS = 60;
const SCHEMES = ["light", "dark", "forced"];

const SIGN = /\/assets\/icon\.[0-9a-f]{10}\.svg$/;
const SCRIPT_OF_BOX = /\/assets\/(matching|ranking|search|find)\.[0-9a-f]{10}\.js$/;

/** `texts` are typed one after the other, each into a fresh page; `suffix` is put behind the page's address,
 *  `enters` presses Enter before the answer is read, where the box leads to another page. `scripts` says how the scripts
 *  of the box come: "slow" after all is typed and Enter pressed, "lost" not before a second text is typed behind the first. */
export async function typing(browser, origin, options) {
  const { dist, pages, texts, suffix = "", from = "http", enters = false, scripts = "", looks = false, widths } = options;
  const home = from === "file" ? `file://${path.resolve(dist)}` : origin;
  const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const answers = [];
  for (const file of pages) {
    for (const text of texts) {
      const { context, page, seen } = await openPage(browser, home);
      const asked = [];
      // The sign for the tab comes when the browser likes, whatever is typed.
      page.on("request", (request) => SIGN.test(request.url()) || asked.push(request.url().replace(home, "")));
      await page.goto((from === "file" ? `${home}/${file}` : address(origin, file)) + suffix, { waitUntil: "load" });
      const before = asked.length;
      const gate = await hold(page, scripts);
      if (text) {
        await reachBox(page);
        await page.keyboard.type(text, { delay: 5 });
        if (scripts) await gate();
        if (enters) await Promise.all([page.waitForEvent("framenavigated"), page.keyboard.press("Enter")]);
      }
      await page.waitForFunction(() => document.querySelector("main [role=status]").innerText.trim(), { timeout: 5000 });
      if (scripts === "lost") await page.waitForFunction(() => /\d result|: /.test(document.querySelector("main [role=status]").innerText));
      const answer = await page.evaluate(readAnswer);
      const findings = looks ? await look(page, axe, widths) : [];
      if (!scripts) await page.keyboard.press("Enter");
      answers.push({
        page: file, text, ...answer, findings, landed: await page.evaluate(() => document.activeElement.textContent.trim()),
        asked: asked.slice(before), elsewhere: seen.requests, errors: seen.errors,
        policy: await page.evaluate(() => window.policyViolations),
        kept: from === "file" ? [] : await stored(context, page),
      });
      await context.close();
    }
  }
  return { answers };
}

/** Keep the scripts of the box back, and return what lets them go. */
async function hold(page, scripts) {
  if (!scripts) return null;
  let letGo;
  const gone = new Promise((resolve) => (letGo = resolve));
  let isLost = scripts === "lost";
  await page.route(SCRIPT_OF_BOX, async (route) => {
    if (isLost) return route.abort();
    await gone;
    return route.continue();
  });
  return async () => {
    if (isLost) {
      await page.waitForFunction(() => /again/.test(document.querySelector("main [role=status]").innerText));
      isLost = false;
      letGo();
      return page.keyboard.type("s");
    }
    await page.keyboard.press("Enter");
    return letGo();
  };
}

async function reachBox(page) {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement.matches("input[type=search]"))) return;
  }
  throw new Error("the Tab key does not reach the box");
}

function readAnswer() {
  const rows = [...document.querySelectorAll("[data-search-results] li, [data-find-rows] li")];
  const words = (element) => element.innerText.replace(/\s+/g, " ").trim();
  return {
    said: words(document.querySelector("main [role=status]")),
    rows: rows.map((row) => ({ words: words(row), links: [...row.querySelectorAll("a")].map((a) => a.getAttribute("href")) })),
    kinds: [...document.querySelectorAll("[data-search-results] h2")].map(words),
    main: words(document.querySelector("main")),
  };
}

async function look(page, axe, widths) {
  await page.evaluate(axe);
  const found = [];
  for (const width of widths) {
    for (const scheme of SCHEMES) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia(mediaOf(scheme));
      const view = `${width} ${scheme}`;
      for (const { id, nodes } of await page.evaluate(runAxe, { runOnly: scheme === SCHEMES[0] ? TAGS : OF_COLOURS })) found.push(`${view} axe ${id}: ${nodes}`);
      if (width <= 320) for (const what of await page.evaluate(sticksOut)) found.push(`${view} overflow ${what}`);
    }
  }
  return found;
}
