// A page or file of _data/lists.json by its kind.
const { BASE, base } = require("./base.js");
const feeds = require("./feeds.js");
const known = require("./known.js");
const month = require("./month.js");
const rows = require("./rows.js");
const { escape, iso, short } = require("./words.js");

const MAIN = {
  home: (all, list, section, groups) => `${rows.heading(list.title)}
<nav aria-label="On this page">
  <ul class="app-inline">
    <li><a href="#app-urgent-heading">Who do I call?</a></li>
    <li><a href="#app-groups">Which group is mine?</a></li>
    <li><a href="#app-events">What is on?</a></li>
    <li><a href="#app-news">What is new?</a></li>
  </ul>
</nav>
<div class="app-prose"><p>Welcome.</p></div>
<div class="app-grid app-grid--close">${rows.groupCards(all, groups)}</div>
<ul class="app-event-list__items" data-fresh-part>${all.dates(" coming").slice(0, 6).map((date) => rows.eventRow(date, true)).join("\n")}</ul>
${rows.newsList(all, (all.news.get("") || []).slice(0, 5), 3, true)}`,

  groups: (all, list, section, groups) => `${rows.heading(list.title)}
<div class="app-grid">${rows.groupCards(all, groups)}</div>`,

  group: (all, list, section) => `${rows.heading(list.title, "Sample Safeguarding Board")}
<div class="app-columns">
  <div class="app-columns__main">
    <section class="app-section" aria-labelledby="app-events">
      <h2 id="app-events">What is coming up</h2>
      <ul class="app-event-list__items" data-fresh-part>${all.dates(`${section.key} coming`).slice(0, 5).map((date) => rows.eventRow(date, false)).join("\n")}</ul>
      <p><a href="${section.address}calendar/">The whole ${escape(section.name)} calendar</a></p>
      <p><a href="${section.address}poster/">Print a poster of these dates</a></p>
    </section>
    <section class="app-section" aria-labelledby="app-news">
      <h2 id="app-news">Local news</h2>
      ${rows.newsList(all, (all.news.get(section.key) || []).slice(0, 4), 3, false)}
      <p><a href="${section.address}news/">All ${escape(section.name)} news</a></p>
    </section>
    <section class="app-section" aria-labelledby="app-about">
      <h2 id="app-about">About the ${escape(section.name)}</h2>
      <div class="app-prose"><p>${escape(section.body)}</p></div>
    </section>
  </div>
  <div class="app-columns__aside">
    ${rows.contacts(section)}
    ${rows.subscribe(section)}
  </div>
</div>`,

  "news-list": (all, list, section) => {
    const news = all.news.get(section.key) || [];
    const last = Math.max(1, Math.ceil(news.length / 20));
    const to = (page) => `${section.address}news/${page > 1 ? `page-${page}/` : ""}`;
    const near = [...Array(last).keys()].map((at) => at + 1).filter((page) => page === 1 || page === last || Math.abs(page - list.number) < 2);
    const link = (page) => `    <li${page === list.number ? "" : ' class="app-pagination__item--far"'}><a class="app-pagination__link" href="${to(page)}"${page === list.number ? ' aria-current="page"' : ""}><span class="app-hidden">Page </span>${page}</a></li>`;
    return `${rows.heading(list.title)}
${rows.newsList(all, news.slice((list.number - 1) * 20, list.number * 20), 2, !section.key)}
<nav class="app-pagination" aria-label="News, pages">
  <ul class="app-pagination__list">
${near.map(link).join("\n")}
  </ul>
</nav>
${rows.newsYears(section)}`;
  },

  "news-year": (all, list, section) => `${rows.heading(list.title)}
${rows.newsList(all, all.news.get(section.key).filter((item) => iso(item.date).startsWith(list.key)), 2, !section.key)}
${rows.newsYears(section)}`,

  tag: (all, list) => `${rows.heading(list.title)}
${rows.newsList(all, all.tags.get(list.key) || [], 2, true)}
<p><a href="/news.xml">Follow this news in a feed reader (Atom)</a></p>`,

  calendar: (all, list, section, groups) => `${rows.heading(list.title)}
<div class="app-columns">
  <div class="app-columns__main">
    ${rows.eventMonths(all.dates(`${section.key} coming`).slice(0, 80), !section.key)}
    <p class="app-more"><a href="${section.address}poster/">Print a poster of these dates</a></p>
  </div>
  <div class="app-columns__aside">
    <ul class="app-list">
${groups.map((each) => `      <li><a href="${each.address}calendar/">${escape(each.name)}</a></li>`).join("\n")}
    </ul>
    ${rows.monthIndex(section)}
    ${rows.subscribe(section)}
  </div>
</div>`,

  year: (all, list, section) => `${rows.heading(list.title)}
${rows.eventMonths(all.dates(`${section.key} ${list.key}`), !section.key)}
${rows.monthIndex(section)}`,

  month,

  contacts: (all, list, section, groups) => `${rows.heading(list.title)}
${(section.key ? [section] : groups).map((each) => `<section class="app-section" aria-labelledby="of-${each.key}">
  <h2 id="of-${each.key}">${escape(each.name)}</h2>
  <div class="app-grid">${rows.contacts(each)}</div>
  <p><a href="${each.address}contacts.vcf">Add all ${escape(each.name)} contacts to your address book (vCard)</a></p>
</section>`).join("\n")}`,

  poster: require("./poster.js"),

  search: (all, list, section, groups, data) => {
    const title = (item) => item.data.title;
    const found = [...data.collections.news, ...data.collections.events].sort((a, b) => (title(a) < title(b) ? -1 : 1));
    const letters = new Map();
    for (const item of found) letters.set(title(item)[0], [...(letters.get(title(item)[0]) || []), item]);
    const note = (item) => `${item.data.dates ? "Event" : "News"} of ${escape(all.sections.get(item.data.group || "").name)}, ${short(item.data.dates ? item.data.dates[0][0] : iso(item.date))}`;
    return `${rows.heading(list.title)}
${[...letters].map(([letter, items]) => `<section class="app-section" aria-labelledby="at-${letter}">
  <h2 id="at-${letter}">${letter}</h2>
  <ul class="app-list">
${items.map((item) => `    <li data-entry><a href="${item.url}">${escape(title(item))}</a><br><span class="app-quiet" data-entry-note>${note(item)}</span></li>`).join("\n")}
  </ul>
</section>`).join("\n")}`;
  },

  information: (all, list) => `${rows.heading(list.title)}
<div class="app-prose"><p>Call.</p></div>`,
};

const FILES = {
  calendar: (all, list, section, data) =>
    feeds.calendar(`${section.name} calendar`, data.collections.events.filter((event) => !section.key || event.data.group === section.key)),
  event: (all, list, section, data) => feeds.calendar(list.title, [all.byEventAddress.get(list.key)]),
  news: (all, list, section) => feeds.news(all, section),
  cards: (all, list, section) => section.roles.map((role) => feeds.card(section, role)).join(""),
  card: (all, list, section) => feeds.card(section, list.key),
  index: (all, list, section, data) => feeds.index(all, data),
  sitemap: (all, list, section, data) => feeds.sitemap(data),
  robots: () => `User-agent: *\nAllow: /\n\nSitemap: ${BASE}/sitemap.xml\n`,
};

module.exports = function (data) {
  const all = known(data), list = data.list, section = all.sections.get(list.section), groups = data.sections.slice(1);
  if (list.file) return FILES[list.file](all, list, section, data);
  const main = MAIN[list.kind](all, list, section, groups, data);
  return base(section, groups, { title: list.title, address: list.address, kind: list.kind, crumbs: list.crumbs, main });
};
