// Looks at built sites for as long as somebody asks, in one browser: to start one takes longer than most looks do.
//
//   node tests/browser/stay.mjs    reads an order a line, {"mode": "audit", "options": {…}} (see run.mjs), and prints a
//                                  line for each, {"answer": {…}} or {"problem": "…"}; ends where the orders end.

import { createInterface } from "node:readline";

import { openBrowser } from "./chromium.mjs";
import { look } from "./looks.mjs";

let browser;
for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await answered(JSON.parse(line))));
}
await browser?.close();

async function answered({ mode, options }) {
  try {
    if (!browser?.isConnected()) browser = await openBrowser();
    return { answer: await look(browser, mode, options) };
  } catch (problem) {
    return { problem: problem.stack };
  } finally {
    // What one look leaves open must not be there for the next.
    for (const context of browser?.contexts() ?? []) await context.close().catch(() => {});
  }
}
