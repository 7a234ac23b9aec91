// The machine's own Chromium (CHROMIUM names another), kept from talking to anybody but our server.

import { chromium } from "playwright-core";

const FLAGS = [
  "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

export const openBrowser = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: FLAGS });

/** Open a page on which `requests` collects what was asked of other hosts (and refused) and `errors` what broke. */
export async function openPage(browser, origin, { scripts = true, width = 1280, height = 800 } = {}) {
  const context = await browser.newContext({
    javaScriptEnabled: scripts, viewport: { width, height }, reducedMotion: "reduce", locale: "en-GB",
    timezoneId: "Europe/London",
  });
  const seen = { requests: [], errors: [] };
  await context.route("**/*", (route) => {
    const url = route.request().url();
    if (url.startsWith(`${origin}/`) || /^(data|blob):/.test(url)) return route.continue();
    seen.requests.push(url);
    return route.abort();
  });
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && seen.errors.push(message.text()));
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  await page.addInitScript(() => {
    window.policyViolations = [];
    document.addEventListener("securitypolicyviolation", (event) =>
      window.policyViolations.push(`${event.effectiveDirective} stopped ${event.blockedURI} ${event.sample}`.trim()));
  });
  return { context, page, seen };
}

/** What a visitor's device asks for in a colour scheme: "light", "dark" or "forced". */
export const mediaOf = (scheme) => ({
  media: "screen", colorScheme: scheme === "dark" ? "dark" : "light", reducedMotion: "reduce",
  forcedColors: scheme === "forced" ? "active" : "none",
});

/** The address of a page file: folders are asked for by their name, as visitors do. */
export const address = (origin, file) =>
  `${origin}/${file.replace(/(^|\/)index\.html$/, "$1").split("/").map(encodeURIComponent).join("/")}`;
