// Looks at a built site in Chromium. Serves the folder from this machine only and lets no request out.
//
//   node tests/browser/run.mjs audit OPTIONS    prints {"looks": 12, "findings": [{"page", "view", "rule", "what"}]}
//   node tests/browser/run.mjs shots OPTIONS    writes pictures and PDFs, prints {"files": [...]}
//   node tests/browser/run.mjs readings OPTIONS prints {"readings": [{"page", "moment", "words"}]}
//
// OPTIONS is JSON: {"dist": "…", "pages": ["index.html"], "widths": [320, 1280], "schemes": ["light", "dark"],
// "out": "…" (shots), "print": true (shots), "moments": ["2016-06-28T12:00:00Z"] (readings)}. Exit 0 when the looking worked, whatever was found.

import { audit } from "./audit.mjs";
import { openBrowser } from "./chromium.mjs";
import { readings } from "./readings.mjs";
import { serve } from "./server.mjs";
import { shots } from "./shots.mjs";

const MODES = { audit, readings, shots };
const [mode, json = "{}"] = process.argv.slice(2);
const options = { widths: [320, 1280], schemes: ["light", "dark"], print: false, ...JSON.parse(json) };

if (!MODES[mode] || !options.dist || !options.pages) {
  console.error('Usage: run.mjs audit|readings|shots {"dist": "dist", "pages": ["index.html"]}');
  process.exit(2);
}
const site = await serve(options.dist);
const browser = await openBrowser();
try {
  console.log(JSON.stringify(await MODES[mode](browser, site.origin, options)));
} finally {
  await browser.close();
  site.close();
}
