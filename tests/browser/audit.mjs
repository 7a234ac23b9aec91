// What only a browser can tell: axe in every width and colour scheme ("forced" for forced colours), sideways scrolling,
// the content security policy at work, requests to others, things stored, and what is lost without scripts.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

import { address, mediaOf, openPage } from "./chromium.mjs";

export const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// axe leaves this rule out unless it is asked for by name (WCAG 2.2, 2.5.8).
const EXTRA = { "target-size": { enabled: true } };
// A scheme changes colours and nothing else, so behind the first scheme of a width only these have news.
export const OF_COLOURS = ["color-contrast", "link-in-text-block"];
const NARROW = 320; // WCAG 2.2, 1.4.10 Reflow

export async function audit(browser, origin, { pages, widths, schemes }) {
  const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const findings = [];
  let looks = 0;
  for (const file of pages) {
    const note = (view, rule, what) => findings.push({ page: file, view, rule, what });
    const { context, page, seen } = await openPage(browser, origin);
    const response = await page.goto(address(origin, file), { waitUntil: "load" });
    if (response.status() >= 400 && file !== "404.html") note("", "status", String(response.status()));
    // Evaluated through the debugging connection, so the page's own policy stays on and does not stop it.
    await page.evaluate(axe);
    for (const width of widths) {
      for (const scheme of schemes) {
        const view = `${width} ${scheme}`;
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia(mediaOf(scheme));
        const wanted = scheme === schemes[0] ? { runOnly: TAGS, rules: EXTRA } : { runOnly: OF_COLOURS };
        for (const { id, nodes, help } of await page.evaluate(runAxe, wanted)) note(view, `axe ${id}`, `${help}: ${nodes}`);
        if (width <= NARROW) for (const what of await page.evaluate(sticksOut)) note(view, "overflow", what);
        looks += 1;
      }
    }
    await page.setViewportSize({ width: 1280, height: 800 }); // as wide as the page without scripts will be
    for (const what of await page.evaluate(() => window.policyViolations)) note("", "policy", what);
    for (const what of await stored(context, page)) note("", "stored", what);
    for (const what of new Set(seen.requests)) note("", "request", what);
    for (const what of new Set(seen.errors.filter((text) => file !== "404.html" || !/404/.test(text)))) {
      note("", "console", what);
    }
    for (const what of await lostWithoutScripts(browser, origin, file, await page.evaluate(visibleWords))) {
      note("", "no scripts", what);
    }
    await context.close();
  }
  return { looks, findings };
}

export async function runAxe(wanted) {
  const { violations } = await window.axe.run(document, { ...wanted, resultTypes: ["violations"] });
  return violations.map(({ id, help, nodes }) => ({
    id, help, nodes: nodes.slice(0, 3).map((node) => `${node.target} (${node.html.slice(0, 120)})`).join("; "),
  }));
}

/** Name what makes the page scroll sideways, innermost first; nothing when it does not. */
export function sticksOut() {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const wide = [...document.body.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > width + 1);
  const inner = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
  const names = inner.slice(0, 3).map((element) => element.outerHTML.slice(0, 120)).join("; ");
  return [`${document.documentElement.scrollWidth} px wide: ${names}`];
}

export async function stored(context, page) {
  const kept = await page.evaluate(async () => [
    ...Object.keys(localStorage).map((key) => `localStorage ${key}`),
    ...Object.keys(sessionStorage).map((key) => `sessionStorage ${key}`),
    ...(await indexedDB.databases()).map(({ name }) => `indexedDB ${name}`),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `service worker ${scope}`),
  ]);
  return [...kept, ...(await context.cookies()).map(({ name }) => `cookie ${name}`)];
}

/** The words a visitor can see. Names of controls do not count, nor what a script made and marked data-enhanced. */
function visibleWords() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const words = [];
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (parent.closest("script, style, noscript, button, output, [role=status], [data-enhanced]")) continue;
    if (parent.checkVisibility({ visibilityProperty: true })) words.push(...walker.currentNode.data.split(/\s+/));
  }
  return words.filter(Boolean);
}

async function lostWithoutScripts(browser, origin, file, withScripts) {
  const { context, page } = await openPage(browser, origin, { scripts: false });
  await page.goto(address(origin, file), { waitUntil: "load" });
  const there = new Map();
  for (const word of await page.evaluate(visibleWords)) there.set(word, (there.get(word) ?? 0) + 1);
  const lost = withScripts.filter((word) => {
    const left = there.get(word) ?? 0;
    there.set(word, left - 1);
    return left <= 0;
  });
  const dead = await page.evaluate(() =>
    [...document.querySelectorAll("button, [role=button], a[href='#'], a[href='']")]
      .filter((control) => control.checkVisibility() && !control.matches("form button, [popovertarget], [commandfor]"))
      .map((control) => control.outerHTML.slice(0, 120)));
  await context.close();
  return [
    ...(lost.length ? [`words that only scripts show: ${lost.slice(0, 12).join(" ")}`] : []),
    ...dead.map((html) => `a control that does nothing: ${html}`),
  ];
}
