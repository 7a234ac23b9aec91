// A page as people meet it who do not see or point: the table in the accessibility tree, and the stops of the Tab key.

import { address, openPage } from "./chromium.mjs";

export async function voices(browser, origin, { pages, widths, keys = [] }) {
  const found = [];
  for (const file of pages) {
    const { context, page } = await openPage(browser, origin, { width: widths.at(-1) });
    await page.goto(address(origin, file), { waitUntil: "load" });
    const { nodes } = await (await context.newCDPSession(page)).send("Accessibility.getFullAXTree");
    const stops = keys.length ? [] : await stopsOf(page);
    const reachable = await reachableOf(page);
    for (const words of keys) await follow(page, words);
    const landed = new URL(page.url()).pathname.slice(1);
    found.push({ page: file, tables: tablesOf(nodes), stops, reachable, landed });
    await context.close();
  }
  return { voices: found };
}

// Each table with its name, its column headers, and its cells in order: what is said in each, and its links by name.
function tablesOf(nodes) {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const role = (node) => node.role?.value ?? "";
  const name = (node) => node.name?.value ?? "";
  const below = (node) => (node.childIds ?? []).flatMap((id) => {
    const child = byId.get(id);
    return child ? [child, ...below(child)] : [];
  });
  return nodes.filter((node) => role(node) === "table").map((table) => {
    const rows = below(table).filter((node) => role(node) === "row");
    const cells = rows.map((row) => below(row).filter((node) => ["cell", "gridcell", "columnheader"].includes(role(node))));
    return {
      name: name(table),
      headers: (cells[0] ?? []).filter((cell) => role(cell) === "columnheader").map(name),
      rows: cells.slice(1).map((row) => row.map((cell) => ({
        words: below(cell).filter((node) => role(node) === "StaticText").map(name).join(" "),
        links: below(cell).filter((node) => role(node) === "link").map(name),
      }))),
    };
  });
}

const VISIBLE = "a[href], button, summary, input, select, textarea";

async function reachableOf(page) {
  return page.locator(VISIBLE).evaluateAll((all) =>
    all.filter((it) => it.checkVisibility({ visibilityProperty: true }) && !it.disabled).map((it) => it.outerHTML.slice(0, 120)));
}

// Press Tab until the link with these words has the focus, then Enter.
async function follow(page, words) {
  for (let presses = 0; presses < 300; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement.textContent.includes(wanted), words)) {
      await Promise.all([page.waitForEvent("framenavigated"), page.keyboard.press("Enter")]);
      await page.waitForLoadState("load");
      return;
    }
  }
  throw new Error(`no stop of the Tab key says ${words}`);
}

async function stopsOf(page) {
  const stops = [];
  for (let presses = 0; presses < 1000; presses += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const it = document.activeElement;
      if (!it || it === document.body) return null;
      const first = !it.dataset.stop;
      it.dataset.stop = "1";
      const html = it.outerHTML.replace(' data-stop="1"', "").slice(0, 120);
      return { first, html };
    });
    if (!stop || !stop.first) break;
    stops.push(stop.html);
  }
  await page.evaluate(() => document.querySelectorAll("[data-stop]").forEach((it) => it.removeAttribute("data-stop")));
  return stops;
}
