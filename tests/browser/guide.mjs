// Takes the pictures of docs/editors-guide.md: the editing forms while somebody works in them, and two pages.

import { mkdir } from "node:fs/promises";
import path from "node:path";

import { openPage } from "./chromium.mjs";
import { standIn } from "./forms/git_host.mjs";
import { Journey } from "./forms/journey.mjs";

export async function guide(browser, origin, { root, dropped, picture, out }) {
  await mkdir(out, { recursive: true });
  const { context, page } = await openPage(browser, origin, { width: 1000 });
  await page.setViewportSize({ width: 1000, height: 640 });
  page.setDefaultTimeout(20_000);
  const host = await standIn(context, root);
  const journey = new Journey(page, `${origin}/admin/south/`);
  const shoot = async (name, options = {}) => {
    await page.getByText("Entry saved.").waitFor({ state: "hidden" });
    await page.waitForTimeout(600);
    await page.screenshot({ path: path.join(out, `${name}.png`), ...options });
  };
  await page.goto(journey.address);
  await journey.button("Sign In Using Access Token").waitFor();
  await shoot("sign-in");
  await journey.signInWithToken(host.token);
  await events(journey, shoot, dropped);
  await journey.editContact(() => shoot("contact"));
  await news(journey, shoot, picture);
  await page.goto(`${origin}/lscgs/south/events/group-meeting/`);
  await page.getByText("Cancelled", { exact: true }).first().scrollIntoViewIfNeeded();
  await shoot("cancelled-page");
  await page.setViewportSize({ width: 718, height: 1047 }); // A4 inside its margins
  await page.goto(`${origin}/lscgs/south/poster/`);
  await page.emulateMedia({ media: "print" });
  await shoot("poster");
  await context.close();
  return {};
}

async function events(journey, shoot, dropped) {
  await journey.open("/collections/events");
  await shoot("events");
  await journey.open("/collections/events/new");
  await journey.fill("title", "Summer forum");
  await journey.fill("day", "2027-06-28");
  await journey.fill("from", "09:30");
  await shoot("event");
  await journey.fill("to", "09:00");
  await journey.button("Save").click();
  await journey.page.getByText("This has not been saved:").waitFor();
  await shoot("not-saved");
  await journey.button("OK").click();
  await journey.fill("to", "12:00");
  await journey.save();
  await journey.dropFile(dropped, (view) => (view === "dropped" ? tall(journey, shoot) : undefined));
  await journey.open("/collections/events/entries/group-meeting");
  await journey.reveal("changes");
  await journey.at("changes").getByRole("button", { name: /Add/ }).click();
  await journey.fill("changes.6.date", "2017-03-14");
  await journey.at("changes.6.what").getByText("Cancelled, and shown as cancelled").click();
  await journey.fill("changes.6.note", "The hall is closed.");
  await journey.at("changes.6.date").scrollIntoViewIfNeeded();
  await shoot("cancel");
}

/** The dialogue with all that it found. */
async function tall(journey, shoot) {
  await journey.page.setViewportSize({ width: 1000, height: 860 });
  await shoot("outlook");
  await journey.page.setViewportSize({ width: 1000, height: 640 });
}

async function news(journey, shoot, picture) {
  await journey.open("/collections/news/new");
  await journey.fill("title", "A walk for fathers");
  await journey.fill("date", "2027-01-02");
  await journey.fill("summary", "Fathers walk round the lake with their children.");
  await journey.reveal("image");
  await journey.at("image").locator("input[type=file]").first().setInputFiles(picture);
  await journey.fill("image_alt", "A round table with eight chairs");
  await journey.at("image").scrollIntoViewIfNeeded();
  await shoot("news");
}
