// The words a visitor sees on a page when their clock shows a given moment, with scripts or without.

import { address, openPage } from "./chromium.mjs";

export async function readings(browser, origin, { pages, moments, scripts = true }) {
  const found = [];
  for (const file of pages) {
    for (const moment of moments) {
      const { context, page } = await openPage(browser, origin, { scripts });
      if (scripts) await page.clock.setFixedTime(new Date(moment));
      await page.goto(address(origin, file), { waitUntil: "load" });
      found.push({ page: file, moment, words: await page.locator("main").innerText() });
      await context.close();
    }
  }
  return { readings: found };
}
