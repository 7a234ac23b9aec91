// Pictures of whole pages in each width and colour scheme, and PDFs of what a printer would make of them.

import { mkdir } from "node:fs/promises";
import path from "node:path";

import { address, mediaOf, openPage } from "./chromium.mjs";

export async function shots(browser, origin, { pages, widths, schemes, out, print }) {
  await mkdir(out, { recursive: true });
  const files = [];
  for (const file of pages) {
    const name = file.replace(/\/?index\.html$/, "").replace(/\.html$/, "").replaceAll("/", "-") || "home";
    const { context, page } = await openPage(browser, origin);
    await page.goto(address(origin, file), { waitUntil: "load" });
    for (const width of widths) {
      for (const scheme of schemes) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia(mediaOf(scheme));
        files.push(path.join(out, `${name}-${width}-${scheme}.png`));
        await page.screenshot({ path: files.at(-1), fullPage: true });
      }
    }
    if (print) {
      await page.emulateMedia({ ...mediaOf("light"), media: "print" });
      files.push(path.join(out, `${name}-print.pdf`));
      await page.pdf({ path: files.at(-1), format: "A4", preferCSSPageSize: true });
    }
    await context.close();
  }
  return { files };
}
