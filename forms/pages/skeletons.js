// The site's own components, made by its templates with [[words]] in them, filled with what is typed. Only texts are
// put in, never markup.

const WORD = /\[\[(\w+)\]\]/g;
const WHOLE = ".app-facts__row, .app-page-heading__status, .app-page-heading__caption, .app-page-heading__lead, "
  + ".app-contact-card__fact, .app-contact-card__organisation, .app-contact-card__notice, .app-contact-card__note, "
  + ".app-date-list__note, .app-tag, .app-group-mark";

/** Return a function that gives the HTML of a component ("event", "contacts") for some values. */
export async function skeletons(address) {
  const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
  return (name, values) => {
    const box = document.createElement("div");
    box.append(page.querySelector(`template[data-component="${name}"]`).content.cloneNode(true));
    fill(box, values);
    return box.innerHTML;
  };
}

function fill(box, values) {
  for (const part of box.querySelectorAll("[data-with]")) if (!hasAny(values[part.dataset.with])) part.remove();
  for (const part of box.querySelectorAll("[data-paragraphs]")) paragraphs(part, values[part.dataset.paragraphs] ?? "");
  for (const part of box.querySelectorAll("[data-each]")) each(part, values[part.dataset.each] ?? []);
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) if (walker.currentNode.data.includes("[[")) found.push(walker.currentNode);
  for (const text of found) put(text, values);
  for (const link of box.querySelectorAll("a[href*='[['], a[href*='%5B%5B']")) link.removeAttribute("href");
  for (const labelled of box.querySelectorAll("[aria-label*='[[']")) labelled.removeAttribute("aria-label");
}

const hasAny = (value) => (Array.isArray(value) ? value.length > 0 : Boolean(value));

/** Put the words into a text; a part in which none of them was given goes. */
function put(text, values) {
  const words = [...text.data.matchAll(WORD)].map(([, name]) => values[name] ?? "");
  const isGiven = words.some(Boolean);
  text.data = text.data.replace(WORD, () => words.shift());
  if (!isGiven) text.parentElement?.closest(WHOLE)?.remove();
}

function paragraphs(part, text) {
  const texts = text.split(/\n{2,}/).map((each) => each.trim()).filter(Boolean);
  part.replaceChildren(...texts.map((each) => Object.assign(document.createElement("p"), { textContent: each })));
}

/** Repeat what stands inside for each of several; a list repeats its one entry. */
function each(part, list) {
  const home = part.querySelector("ul") ?? part;
  const [one] = home.children;
  home.replaceChildren(...list.map((values) => {
    const copy = one.cloneNode(true);
    fill(copy, values);
    return copy;
  }));
}
