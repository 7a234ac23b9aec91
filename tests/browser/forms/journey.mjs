// A chair's and an editor's work in the forms of one group, as somebody does it: by the words on the screen.

export class Journey {
  constructor(page, address) {
    this.page = page;
    this.address = address;
  }

  async open(hash) {
    await this.page.goto(`${this.address}#${hash}`);
  }

  button = (name) => this.page.getByRole("button", { name, exact: true }).first();

  /** Save, and wait until it is: then the form closes. */
  async save() {
    await this.button("Save").click();
    try {
      await this.page.waitForURL(({ hash }) => !/\/(?:entries|new)\b/.test(hash));
    } catch (problem) {
      const wrong = await this.page.locator('[aria-invalid="true"], .validation').allInnerTexts();
      const at = await this.page.locator('[data-key-path]:has([aria-invalid="true"])').evaluateAll((all) => all.map((it) => it.dataset.keyPath));
      throw new Error(`not saved: ${JSON.stringify([wrong.filter(Boolean), at])}`, { cause: problem });
    }
  }

  async signInWithToken(token) {
    await this.page.goto(this.address);
    await this.button("Sign In Using Access Token").click();
    await this.page.getByRole("textbox").first().fill(token);
    await this.page.getByRole("button", { name: "Sign In", exact: true }).last().click();
    await this.page.getByRole("button", { name: "New" }).first().waitFor();
  }

  async signInToFolder() {
    await this.button("Work with Local Repository").click();
    await this.page.getByRole("button", { name: "New" }).first().waitFor();
  }

  async newEvent() {
    await this.open("/collections/events/new");
    await this.fill("title", "Forum: listening, again");
    await this.fill("day", "2027-03-09");
    await this.fill("from", "19:00");
    await this.fill("to", "20:30");
    await this.choose("repeats", "The second Tuesday of every month");
    await this.fill("until", "2027-07-31");
    await this.choose("place", "Sample Community Hall, South");
    await this.fill("description", "Bring a story;\nand a pen, too.");
    await this.save();
  }

  /** The same sitting, the same event: it must stay one. */
  async changeNewEvent() {
    await this.open("/collections/events/entries/2027-03-09-forum-listening-again");
    await this.fill("description", "Bring a story, and a pen.");
    await this.save();
  }

  async editOutlookFile() {
    await this.open("/collections/calendars");
    await this.page.getByRole("row").filter({ hasText: "South LSCG" }).click();
    await this.expand("events.0");
    await this.fill("events.0.title", "Multi-agency forum: hearing small children");
    await this.save();
  }

  async moveOneDate() {
    await this.open("/collections/events/entries/group-meeting");
    await this.reveal("changes");
    await this.at("changes").getByRole("button", { name: /Add/ }).click();
    await this.fill("changes.6.date", "2017-03-14");
    await this.fill("changes.6.day", "2017-03-21");
    await this.save();
  }

  /** `look` is called with the form open. */
  async editContact(look) {
    await this.open("/collections/settings/entries/contacts");
    await this.expand("contacts.0");
    await this.reveal("contacts.0.phone");
    await look("contact");
    await this.fill("contacts.0.phone", "01632 960299");
    await this.save();
  }

  async editNews() {
    await this.open("/collections/news/entries/new-note-taker");
    await this.fill("title", "Papers come early: a week before");
    await this.save();
  }

  async writeNews(picture) {
    await this.open("/collections/news/new");
    await this.fill("title", "A walk for fathers");
    await this.fill("date", "2027-01-02");
    await this.fill("summary", "Fathers walk round the lake with their children.");
    await this.reveal("image");
    await this.at("image").locator("input[type=file]").first().setInputFiles(picture);
    await this.fill("image_alt", "A lake between trees");
    await this.reveal("body");
    await this.at("body").getByRole("textbox").first().click();
    await this.page.keyboard.type("Meet at the gate.");
    await this.save();
  }

  /** `look` is called with the dialogue open, before and after it has the file. */
  async dropFile(file, look) {
    await this.open("/collections/events");
    await this.button("Put in an event from Outlook").click();
    await look("drop");
    await this.page.getByLabel("The file").setInputFiles(file);
    await this.button("Open in the form").waitFor();
    await look("dropped");
    const words = await this.page.locator("[data-drop-found]").innerText();
    await this.button("Open in the form").click();
    await this.at("title").waitFor();
    await this.save();
    return words;
  }

  /** Try to save an event that ends before it starts; return what the form says. */
  async tryBackwards() {
    await this.open("/collections/events/new?title=Backwards&day=2027-07-01&from=14:00&to=13:00");
    await this.reveal("check");
    await this.at("check").getByText("It would end before it starts.").waitFor();
    await this.button("Save").click();
    await this.page.getByText("This has not been saved:").waitFor();
    const words = await this.page.getByText("It would end before it starts.").last().innerText();
    await this.button("OK").click();
    return words;
  }

  /** Fill the field of a place in the form: "title", "contacts.0.phone". */
  async fill(place, value) {
    await this.reveal(place);
    await this.at(place).locator("input:not([type=hidden]), textarea").first().fill(value);
  }

  /** Scroll to a field: the program makes them as they come into view. */
  async reveal(place) {
    await this.page.locator("section[data-key-path]").first().waitFor();
    await this.page.mouse.move(300, 500);
    for (let turns = 0; turns < 60 && !(await this.at(place).count()); turns += 1) {
      await this.page.mouse.wheel(0, turns < 40 ? 500 : -1500);
      await this.page.waitForTimeout(50);
    }
    await this.at(place).scrollIntoViewIfNeeded();
  }

  at = (place) => this.page.locator(`section[data-key-path="${place}"]`);

  async expand(place) {
    await this.reveal(place.split(".")[0]);
    const closed = this.at(place.split(".")[0]).getByRole("button", { name: "Expand", exact: true });
    await closed.nth(Number(place.split(".")[1])).click();
  }

  async choose(place, option) {
    await this.reveal(place);
    await this.at(place).getByRole("combobox").click();
    await this.page.getByRole("option", { name: option }).first().click();
  }
}
