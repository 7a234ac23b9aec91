// All that can be looked at in a built site, by name: run.mjs does one of them, stay.mjs one after the other.

import { audit } from "./audit.mjs";
import { exit } from "./exit.mjs";
import { fit } from "./fit.mjs";
import { forms } from "./forms.mjs";
import { formsReview } from "./forms_review.mjs";
import { guide } from "./guide.mjs";
import { lanes } from "./lanes.mjs";
import { readings } from "./readings.mjs";
import { serve } from "./server.mjs";
import { sheets } from "./sheets.mjs";
import { shots } from "./shots.mjs";
import { taps } from "./taps.mjs";
import { typing } from "./typing.mjs";
import { voices } from "./voices.mjs";

export const MODES = { audit, exit, fit, forms, "forms-review": formsReview, guide, lanes, readings, sheets, shots, taps, typing, voices };

/** Serve a folder from this machine, look at it, and return what was found. */
export async function look(browser, mode, given) {
  const options = { widths: [320, 1280], schemes: ["light", "dark"], print: false, ...given };
  const site = await serve(options.dist);
  try {
    return await MODES[mode](browser, site.origin, options);
  } finally {
    site.close();
  }
}
