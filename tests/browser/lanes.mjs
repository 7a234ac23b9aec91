// Where the entries of a month's table stand on the screen: what each says, and its top edge, null where it is hidden.

import { address, openPage } from "./chromium.mjs";

export async function lanes(browser, origin, { pages, widths }) {
  const found = [];
  for (const file of pages) {
    const { context, page } = await openPage(browser, origin, { width: widths.at(-1) });
    await page.goto(address(origin, file), { waitUntil: "load" });
    for (const entry of await page.locator("a.app-month-table__entry").all()) {
      const box = await entry.boundingBox();
      const words = await entry.evaluate((element) => element.textContent);
      found.push({ words: words.trim().replace(/\s+/g, " "), top: box && Math.round(box.y) });
    }
    await context.close();
  }
  return { lanes: found };
}
