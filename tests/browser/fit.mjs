// Whether words still fit when readers set them larger or wider apart, and whether the keyboard's place is seen.
//
// spacing: WCAG 2.2, 1.4.12 Text Spacing. large: 1.4.4 Resize Text, the reader's own font size at twice the usual.
// focus: 2.4.7 Focus Visible, 2.4.11 Focus Not Obscured, 2.1.2 No Keyboard Trap.

import { address, mediaOf, openPage } from "./chromium.mjs";

const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`;
const SETTINGS = { spacing: SPACING, large: ":root { font-size: 200% }" };
const MOST_STOPS = 60;

export async function fit(browser, origin, { pages, widths }) {
  const findings = [];
  let looks = 0;
  for (const file of pages) {
    const { context, page } = await openPage(browser, origin);
    await page.goto(address(origin, file), { waitUntil: "load" });
    const note = (view, rule, what) => findings.push({ page: file, view, rule, what });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      for (const [name, css] of Object.entries(SETTINGS)) {
        await page.evaluate(settle, css);
        for (const [rule, what] of await page.evaluate(misfits)) note(`${width} ${name}`, rule, what);
        looks += 1;
      }
    }
    await page.evaluate(settle, "");
    await page.setViewportSize({ width: widths[0], height: 800 });
    for (const what of await focusFaults(page)) note(`${widths[0]}`, "focus", what);
    await context.close();
  }
  return { looks, findings };
}

/** Made by script, a sheet is not stopped by the page's policy; outside the layers, it wins as a reader's own would. */
function settle(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}

/** Yield texts that leave the page or their box, and texts that lie over each other. */
function misfits() {
  const found = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) found.push(["overflow", `${document.documentElement.scrollWidth} px wide`]);
  const tell = (element) => `${element.outerHTML.slice(0, 100)} “${element.textContent.trim().slice(0, 40)}”`;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const lines = [];
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility({ visibilityProperty: true })) continue;
    if (element.closest(".app-hidden, .app-skip-link, script, noscript")) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const boxes = [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
    let holder = element;
    let scrolls = false;
    let moves = false;
    for (; holder && holder !== document.body; holder = holder.parentElement) {
      const style = getComputedStyle(holder);
      if (/sticky|fixed|absolute/.test(style.position)) moves = true;
      if (/auto|scroll/.test(style.overflowX)) scrolls = true;
      if (!/hidden|clip/.test(`${style.overflowX} ${style.overflowY}`)) continue;
      const edge = holder.getBoundingClientRect();
      if (boxes.some((box) => box.right > edge.right + 1 || box.bottom > edge.bottom + 1)) found.push(["cut", tell(element)]);
    }
    if (scrolls) continue;
    if (boxes.some((box) => box.right > width + 1 || box.left < -1)) found.push(["cut", tell(element)]);
    if (!moves) lines.push(...boxes.map((box) => ({ box, element })));
  }
  lines.sort((one, other) => one.box.top - other.box.top);
  for (let at = 0; at < lines.length; at += 1) {
    const { box, element } = lines[at];
    const nearly = box.bottom - 0.3 * box.height; // the boxes of lines set close touch, their letters do not
    for (let next = at + 1; next < lines.length && lines[next].box.top < nearly; next += 1) {
      const other = lines[next];
      const deep = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      if (deep > 3 && other.element !== element) found.push(["overlap", `${tell(element)} and ${tell(other.element)}`]);
    }
  }
  return found.slice(0, 5);
}

/** Walk with the Tab key and name each stop whose mark cannot be seen, or that is stuck, hidden or out of sight. */
async function focusFaults(page) {
  const found = [];
  let before = -1;
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(focusMark);
    if (!seen) break;
    if (stop === 0 && !/Skip/.test(seen.name)) found.push(`the first stop is ${seen.name}`);
    if (seen.place <= before) {
      if (seen.place === before) found.push(`stuck at ${seen.name}`);
      break;
    }
    before = seen.place;
    found.push(...seen.faults.map((fault) => `${fault}: ${seen.name}`));
  }
  return found.slice(0, 5);
}

/** Say what is wrong with the mark of the element in focus; null at the end of the page. */
function focusMark() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const every = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")];
  const style = getComputedStyle(element);
  const faults = [];
  // In a drawing the mark follows the shape: its stroke is what an outline is elsewhere.
  const shape = element instanceof SVGElement ? getComputedStyle(element.querySelector("polygon, path, rect, circle")) : null;
  const [colour, thickness] = shape ? [shape.stroke, shape.strokeWidth] : [style.outlineColor, style.outlineWidth];
  const isMarked = shape ? shape.stroke !== "none" : style.outlineStyle !== "none";
  if (!isMarked || parseFloat(thickness) < 2) faults.push("no outline");
  const channels = (color) => color.match(/[\d.]+/g).map(Number);
  const light = (color) => {
    if (color === "none") return 1;
    const [r, g, b] = channels(color).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  let ground = element.parentElement;
  while (ground && channels(getComputedStyle(ground).backgroundColor)[3] === 0) ground = ground.parentElement;
  const [one, other] = [light(colour), light(shape ? shape.fill : ground ? getComputedStyle(ground).backgroundColor : "rgb(255, 255, 255)")];
  const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  if (contrast < 3) faults.push(`faint outline (${contrast.toFixed(1)} to 1)`);
  const box = element.getClientRects()[0];
  if (!box || box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) faults.push("out of sight");
  else {
    const x = Math.min(Math.max(box.left + Math.min(box.width / 2, 20), 1), innerWidth - 1);
    const y = Math.min(Math.max((Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2, 1), innerHeight - 1);
    const top = document.elementFromPoint(x, y);
    if (top && !element.contains(top) && !top.contains(element)) faults.push(`under ${top.outerHTML.slice(0, 60)}`);
  }
  return { place: every.indexOf(element), name: element.outerHTML.slice(0, 100), faults };
}
