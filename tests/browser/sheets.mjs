// Pages that are to print on one sheet: what is cut off, how much room is left, and a picture of each QR code.

import { mkdir } from "node:fs/promises";
import path from "node:path";

import { address, openPage } from "./chromium.mjs";

const A4 = { width: 718, height: 1047 }; // 190 by 277 millimetres at 96 dots per inch: the sheet inside its margins

export async function sheets(browser, origin, { pages, out }) {
  await mkdir(out, { recursive: true });
  const found = [];
  for (const file of pages) {
    const name = file.replace(/\/?index\.html$/, "").replaceAll("/", "-");
    const { context, page } = await openPage(browser, origin);
    await page.goto(address(origin, file), { waitUntil: "load" });
    await page.setViewportSize(A4);
    await page.emulateMedia({ media: "print", colorScheme: "light" });
    const cut = await page.evaluate(whatIsCut);
    const room = await page.evaluate(roomLeft);
    const words = await page.locator("body").innerText();
    const code = page.locator("svg[role=img]");
    const picture = path.join(out, `${name}.png`);
    const hasCode = (await code.count()) === 1;
    if (hasCode) await code.screenshot({ path: picture });
    const pdf = path.join(out, `${name}.pdf`);
    await page.pdf({ path: pdf, format: "A4", preferCSSPageSize: true });
    found.push({ page: file, cut, room, words, pdf, picture: hasCode ? picture : "" });
    await context.close();
  }
  return { sheets: found };
}

/** Name what has more in it than it shows. */
function whatIsCut() {
  return [...document.querySelectorAll(".app-poster, .app-poster *")]
    .filter((e) => getComputedStyle(e).overflow !== "visible" && e.checkVisibility())
    .filter((e) => e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1)
    .map((e) => `${e.className}: ${e.scrollWidth} × ${e.scrollHeight} in ${e.clientWidth} × ${e.clientHeight}`);
}

/** The free height in the middle of the sheet, in millimetres. */
function roomLeft() {
  const body = document.querySelector(".app-poster__body").getBoundingClientRect();
  const last = document.querySelector(".app-poster__columns").getBoundingClientRect();
  return Math.round((body.bottom - last.bottom) / 96 * 25.4);
}
