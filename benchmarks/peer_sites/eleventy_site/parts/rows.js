// Parts of pages: rows of events and news, lists by month, indexes, cards.
const { BASE } = require("./base.js");
const { escape, iso, monthWords, short } = require("./words.js");

const heading = (title, caption = "") => `<div class="app-page-heading">
${caption ? `  <p class="app-page-heading__caption">${escape(caption)}</p>\n` : ""}  <h1>${escape(title)}</h1>
</div>`;

const mark = (section) => `<span class="app-group-mark app-theme-${section.theme}">${escape(section.name)}</span>`;

const eventRow = (date, namesGroup) => `<li data-ends="${date.over}"><article class="app-event-row app-theme-${date.section.theme}${date.isOver ? " app-event-row--over" : ""}">
  <div class="app-event-row__leaf" aria-hidden="true">
    ${date.weekday}
    <span class="app-event-row__day">${date.number}</span>
    ${date.leaf}
  </div>
  <div class="app-event-row__words">
    <h3 class="app-event-row__heading"><a class="app-event-row__link" href="${date.address}"><span class="app-event-row__title">${escape(date.title)}</span><span class="app-hidden">, </span>
      <time class="app-event-row__when" datetime="${date.day}">${date.long}, ${date.clock}</time></a></h3>
    <p class="app-event-row__facts">
      <strong class="app-event-row__mark" data-day="${date.day}" data-enhanced hidden></strong>
      <span>${escape(date.place)}</span>${namesGroup ? mark(date.section) : ""}
    </p>
  </div>
</article>
</li>`;

function eventMonths(dates, namesGroup) {
  const months = new Map();
  for (const date of dates) months.set(date.month, [...(months.get(date.month) || []), date]);
  const lists = [...months].map(([month, rows]) => `  <div class="app-event-list__month" data-fresh-part>
    <h2 class="app-event-list__heading" id="in-${month}">${monthWords(month)}</h2>
    <ul class="app-event-list__items">
${rows.map((date) => eventRow(date, namesGroup)).join("\n")}
    </ul>
  </div>`);
  return `<div class="app-event-list" data-fresh>
${lists.join("\n")}
  <p class="app-event-list__empty" data-empty hidden>There are no events to come at the moment.</p>
</div>`;
}

const newsRow = (known, item, level, namesGroup) => `<li><article class="app-news-item">
  <div class="app-news-item__words">
    <p class="app-news-item__date"> <time datetime="${iso(item.date)}">${short(iso(item.date))}</time> ${namesGroup ? mark(known.sections.get(item.data.group || "")) : ""}</p>
    <h${level} class="app-news-item__heading"><a class="app-news-item__link" href="${item.url}">${escape(item.data.title)}</a></h${level}>
    <p class="app-news-item__summary">${escape(item.data.summary)}</p>
  </div>
</article>
</li>`;

const newsList = (known, items, level, namesGroup) =>
  `<ul class="app-news-list">${items.map((item) => newsRow(known, item, level, namesGroup)).join("\n")}</ul>`;

const links = (kind, all) => `<nav class="app-pager" aria-label="${kind}">
  <ul class="app-pager__list">
${all.filter(([, to]) => to).map(([way, to, label]) => `    <li class="app-pager__item app-pager__item--${way}"><a class="app-pager__link" href="${to}" rel="${way.slice(0, 4)}">${escape(label)}</a></li>`).join("\n")}
  </ul>
</nav>`;

const newsYears = (section) => `<nav class="app-section" aria-labelledby="app-years">
  <h2 id="app-years">News by year</h2>
  <ul class="app-inline">
${section.newsYears.map((year) => `    <li><a href="${section.address}news/${year}/">${year}</a></li>`).join("\n")}
  </ul>
</nav>
<p><a href="${section.address}news.xml">Follow this news in a feed reader (Atom)</a></p>`;

const monthIndex = (section) => `<nav class="app-month-index" aria-labelledby="app-months">
  <h2 class="app-month-index__heading" id="app-months">By month and year</h2>
${section.years.map((year) => `  <h3 class="app-month-index__year"><a class="app-month-index__link" href="${section.address}calendar/${year}/">${year}</a></h3>
  <ul class="app-month-index__months">
${section.months.filter((month) => month.startsWith(year)).map((month) => `    <li><a class="app-month-index__link" href="${section.address}calendar/${month}/">${monthWords(month).split(" ")[0]}<span class="app-hidden"> ${year}</span></a></li>`).join("\n")}
  </ul>`).join("\n")}
</nav>`;

function subscribe(section) {
  const address = `${BASE}${section.address}calendar.ics`;
  const asked = (words) => escape(new URLSearchParams(words));
  return `<section class="app-subscribe" aria-labelledby="app-feed-heading">
  <h2 class="app-subscribe__heading" id="app-feed-heading">Have these dates in your own calendar</h2>
  <p class="app-subscribe__text">Subscribe once to ${escape(section.name)}. New dates, changes and cancellations then arrive by themselves, in some programs only after a day.</p>
  <ul class="app-subscribe__actions">
    <li><a class="app-button" href="${address.replace("https:", "webcal:")}">Subscribe on this device</a></li>
    <li><a class="app-button app-button--second" href="https://outlook.live.com/calendar/0/addfromweb?${asked({ url: address, name: `Calendar of ${section.name}` })}">Add to Outlook</a></li>
    <li><a class="app-button app-button--second" href="https://calendar.google.com/calendar/r?${asked({ cid: address })}">Add to Google Calendar</a></li>
  </ul>
  <p class="app-subscribe__label">In any other program, add a calendar “from the web” with this address:</p>
  <p><code class="app-subscribe__address" id="app-feed-address">${address}</code></p>
  <div class="app-subscribe__copy">
    <button class="app-button app-button--second" type="button" data-copy="app-feed-address" data-copy-answer="app-feed-answer" hidden>Copy the address</button>
    <span id="app-feed-answer" role="status"></span>
  </div>
  <p class="app-subscribe__file app-more"><a href="${section.address}calendar.ics">Download the dates of ${escape(section.name)} as they are today (.ics)</a></p>
</section>`;
}

const contacts = (section) => section.roles.map((role) => `<article class="app-contact-card app-theme-${section.theme}">
  <h3 class="app-contact-card__heading">${role}</h3>
  <dl class="app-contact-card__facts">
    <div class="app-contact-card__fact"><dt class="app-contact-card__label">Email</dt><dd class="app-contact-card__value"><a class="app-contact-card__email" href="mailto:${section.key}-${role.toLowerCase()}@example.org">${section.key}-${role.toLowerCase()}@example.org</a></dd></div>
  </dl>
  <p class="app-contact-card__save"><a href="${section.address}contacts/${role.toLowerCase()}.vcf">Save to contacts<span class="app-hidden">: ${role}, ${escape(section.name)}</span></a></p>
</article>`).join("\n");

const groupCards = (known, groups) => groups.map((group) => {
  const [next] = known.dates(`${group.key} coming`);
  return `<article class="app-group-card app-theme-${group.theme}">
  <h3 class="app-group-card__heading"><a class="app-group-card__link" href="${group.address}">${escape(group.name)}</a></h3>
${next ? `  <div class="app-group-card__next" data-fresh>
    <p data-ends="${next.over}">Next: ${escape(next.title)}<br>${next.long}, ${next.clock}</p>
  </div>` : ""}
</article>`;
}).join("\n");

module.exports = { contacts, eventMonths, eventRow, groupCards, heading, links, mark, monthIndex, newsList, newsYears, subscribe };
