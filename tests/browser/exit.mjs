// "Exit this page", tried as a frightened reader would: by its button, by Shift three times, by Back, without scripts.

import { address, openPage } from "./chromium.mjs";

const WEATHER = "<!doctype html><html lang=en><title>Weather</title><p>Sunny";

export async function exit(browser, origin, { pages: [before, sensitive] }) {
  const tried = {};
  const way = async (name, options, act) => {
    const { context, page } = await openPage(browser, origin, options);
    const asked = [];
    let answer = () => {};
    const held = new Promise((go) => (answer = go));
    if (!options.holds) answer();
    await context.route(/^https:\/\/(?!127)/, async (route) => {
      asked.push({ url: route.request().url(), referrer: route.request().headers().referer ?? "" });
      await held;
      await route.fulfill({ contentType: "text/html", body: WEATHER }).catch(() => {});
    });
    await page.goto(address(origin, before));
    await page.goto(address(origin, sensitive));
    tried[name] = { ...(await act(page, answer)), asked };
    await context.close();
  };
  const arrived = async (page) => {
    await page.waitForURL(/^https:/, { timeout: 5000 }).catch(() => {});
    return new URL(page.url()).protocol === "https:";
  };
  const shift = async (page, times) => {
    for (let press = 0; press < times; press += 1) await page.keyboard.press("Shift");
  };
  await way("button", {}, async (page) => {
    await page.locator("[data-exit]").click();
    const left = await arrived(page);
    await page.goBack();
    return { left, back: page.url().replace(`${origin}/`, "") };
  });
  await way("held", { holds: true }, async (page, answer) => {
    const blank = page.waitForEvent("console", { predicate: (message) => message.text().startsWith("now "), timeout: 5000 });
    await page.evaluate(tellWhenBlank);
    await page.locator("[data-exit]").click({ noWaitAfter: true });
    const said = await blank.then((message) => message.text(), () => "nothing");
    answer(); // only now does the other site answer
    return { said, left: await arrived(page) };
  });
  await way("shift", {}, async (page) => {
    await shift(page, 3);
    return { left: await arrived(page) };
  });
  await way("other keys", {}, async (page) => {
    await shift(page, 2);
    await page.keyboard.press("a");
    await shift(page, 2);
    await page.waitForTimeout(200);
    return { left: page.url().startsWith("https:") };
  });
  await way("plain", { scripts: false }, async (page) => {
    await page.locator("#exit").click();
    return { left: await arrived(page) };
  });
  await way("scrolled", { width: 320 }, async (page) => {
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight / 2));
    const box = await page.locator("#exit").boundingBox();
    return { sticks: box.y >= 0 && box.y + box.height <= 800 };
  });
  await way("old phone", { width: 320, height: 568 }, async (page) => {
    const box = await page.locator("#exit").boundingBox();
    const covered = [];
    for (let stop = 0; stop < 30; stop += 1) {
      await page.keyboard.press("Tab");
      const name = await page.evaluate(nameUnderExit);
      if (name) covered.push(name);
    }
    return { inFirstView: box.y >= 0 && box.y + box.height <= 568, covered };
  });
  await way("skip link", {}, async (page) => {
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    return { left: !page.url().startsWith(origin), focus: await page.evaluate(() => document.activeElement.id) };
  });
  return { tried };
}

/** Name what has the focus where "Exit this page" lies over any of it. */
function nameUnderExit() {
  const [own, exit] = [document.activeElement, document.querySelector("#exit")];
  const [box, over] = [own.getBoundingClientRect(), exit.getBoundingClientRect()];
  const meets = box.left < over.right && over.left < box.right && box.top < over.bottom && over.top < box.bottom;
  return own !== exit && own !== document.body && own.id !== "main" && meets ? own.outerHTML.slice(0, 80) : "";
}

/** Say what can be seen as soon as the page's body or title changes; asking would wait for the other site. */
function tellWhenBlank() {
  const look = () => console.log(`now ${document.body.checkVisibility() ? "seen" : "blank"}, called “${document.title}”`);
  new MutationObserver(look).observe(document.documentElement, { attributes: true, childList: true, subtree: true });
}
