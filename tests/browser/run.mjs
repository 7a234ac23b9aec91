// Looks at a built site in Chromium. Serves the folder from this machine only and lets no request out.
//
//   node tests/browser/run.mjs audit OPTIONS    prints {"looks": 12, "findings": [{"page", "view", "rule", "what"}]}
//   node tests/browser/run.mjs fit OPTIONS      prints the same, of larger text, wider spacing and the Tab key
//   node tests/browser/run.mjs exit OPTIONS     prints {"tried": {"button": {…}}}; pages: one before, one with the button
//   node tests/browser/run.mjs taps OPTIONS     prints {"taps": [{"page", "links", "words"}]} of a phone without scripts
//   node tests/browser/run.mjs shots OPTIONS    writes pictures and PDFs, prints {"files": [...]}
//   node tests/browser/run.mjs forms OPTIONS    works in the editing forms, prints {"files": {…}, "violations": […], …}
//   node tests/browser/run.mjs forms-review OPTIONS  the same where changes wait for a yes: {"pulls": […], "branches": {…}}
//   node tests/browser/run.mjs guide OPTIONS    writes the pictures of the editors' guide
//   node tests/browser/run.mjs sheets OPTIONS   prints {"sheets": [{"page", "cut", "room", "words", "pdf", "picture"}]}
//   node tests/browser/run.mjs readings OPTIONS prints {"readings": [{"page", "moment", "words"}]}
//   node tests/browser/run.mjs lanes OPTIONS    prints {"lanes": [{"words", "top"}]} of the table of a month
//   node tests/browser/run.mjs voices OPTIONS   prints {"voices": [{"page", "tables", "stops", "reachable"}]}
//   node tests/browser/run.mjs typing OPTIONS   prints {"answers": [{"page", "text", "said", "rows", "asked", …}]}
//
// OPTIONS is JSON: {"dist": "…", "pages": ["index.html"], "widths": [320, 1280], "schemes": ["light", "dark", "forced"],
// "out": "…" (sheets, shots), "print": true (shots), "moments": ["2016-06-28T12:00:00Z"] (readings), "texts": ["forum"]
// (typing), "root": "…", "where": "host" or "folder", "dropped": "a.ics", "picture": "a.jpg" (forms)}. Exit 0 when the looking worked,
// whatever was found.

import { openBrowser } from "./chromium.mjs";
import { MODES, look } from "./looks.mjs";

const [mode, json = "{}"] = process.argv.slice(2);
const options = JSON.parse(json);

if (!MODES[mode] || !options.dist || !(options.pages || options.root)) {
  console.error(`Usage: run.mjs ${Object.keys(MODES).join("|")} {"dist": "dist", "pages": ["index.html"]}`);
  process.exit(2);
}
const browser = await openBrowser();
try {
  console.log(JSON.stringify(await look(browser, mode, options)));
} finally {
  await browser.close();
}
