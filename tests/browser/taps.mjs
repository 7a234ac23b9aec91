// What a visitor on a small phone without scripts can tap on a page, and what the page then answers.

import { address, openPage } from "./chromium.mjs";

const PHONE = 320;

export async function taps(browser, origin, { pages }) {
  const found = [];
  for (const file of pages) {
    const { context, page } = await openPage(browser, origin, { scripts: false, width: PHONE });
    await page.goto(address(origin, file), { waitUntil: "load" });
    found.push({ page: file, links: await page.evaluate(visibleLinks), words: await page.locator("main").innerText() });
    await context.close();
  }
  return { taps: found };
}

/** Every link that can be seen and hit without opening anything first, as the browser follows it. */
function visibleLinks() {
  return [...document.querySelectorAll("a[href]")]
    .filter((link) => link.checkVisibility({ visibilityProperty: true }) && !link.closest("details:not([open])"))
    .filter((link) => [...link.getClientRects()].some((box) => box.width >= 24 && box.height >= 16 && box.left >= 0 && box.right <= innerWidth + 1))
    .map((link) => new URL(link.getAttribute("href"), document.baseURI).href.replace(`${location.origin}/`, "").replace(/#.*$/, ""));
}
