// Changes a headline in forms whose changes wait for somebody's yes, and tells what the Git host (a stand-in) got.

import { openPage } from "./chromium.mjs";
import { standIn } from "./forms/git_host.mjs";
import { Journey } from "./forms/journey.mjs";

export async function formsReview(browser, origin, { root }) {
  const { context, page, seen } = await openPage(browser, origin);
  page.setDefaultTimeout(20_000);
  const host = await standIn(context, root);
  const journey = new Journey(page, `${origin}/admin/south/`);
  await journey.signInWithToken(host.token);
  await journey.open("/collections/news/entries/new-note-taker");
  await journey.fill("title", "Papers come early: a week before");
  await journey.button("Save").click();
  await page.getByText("Your changes have been saved as a draft.").waitFor();
  const drafts = host.pulls.map((pull) => ({ ...pull }));
  await journey.button("Send for Review").click();
  await page.getByRole("row").getByText("In Review").waitFor();
  const violations = await page.evaluate(() => window.policyViolations);
  await context.close();
  const branches = Object.fromEntries([...host.branches].map(([name, files]) => [name, decoded(files)]));
  return { drafts, pulls: host.pulls, branches, published: decoded(host.committed), violations, errors: seen.errors, unknown: host.unknown };
}

const decoded = (files) => Object.fromEntries([...files].map(([name, content]) => [name, Buffer.from(content, "base64").toString("utf8")]));
