// The preview in Chromium: files are saved while a page of it is open. Prints what the page became.
//
//   node tests/browser/preview.mjs {"address": "http://127.0.0.1:8000/", "page": "lscgs/south/", "saves": [{"path": "…", "text": "…", "until": {}}]}
//
// `until` is {"selector", "words"} or {"selector", "outline"} to wait for, or {"stays": milliseconds}. Prints {"seen": [{"kept"}], "errors", "stopped", …}:
// `kept` says whether the page was not loaded again, `stopped` what the content security policy did not let happen.

import { writeFile } from "node:fs/promises";
import { openBrowser, openPage } from "./chromium.mjs";

const { address, page: path, saves } = JSON.parse(process.argv[2]);
const browser = await openBrowser();
try {
  const { page, seen } = await openPage(browser, address.replace(/\/$/, ""), { width: 320 });
  const told = [];
  await page.goto(address + path);
  for (const save of saves) {
    await page.evaluate(() => { window.kept = true; });
    await writeFile(save.path, save.text);
    if (save.until.stays) await page.waitForTimeout(save.until.stays);
    else await page.waitForFunction(({ selector, words, outline }) => {
      const found = document.querySelector(selector);
      return found && (outline ? getComputedStyle(found).outlineWidth === outline : found.textContent.includes(words));
    }, save.until, { timeout: 60000 });
    told.push({ kept: await page.evaluate(() => window.kept === true) });
    await page.waitForLoadState("load");
  }
  const stopped = await page.evaluate(() => window.policyViolations);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  const errors = seen.errors.filter((error) => !error.includes("404")); // no icon on the small site
  console.log(JSON.stringify({ seen: told, errors, stopped, width, others: seen.requests }));
} finally {
  await browser.close();
}
