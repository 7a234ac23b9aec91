const { BASE, base } = require("../../parts/base.js");
const known = require("../../parts/known.js");
const { heading } = require("../../parts/rows.js");
const { escape } = require("../../parts/words.js");

const dateList = (dates, place) => `<ul class="app-date-list" data-fresh>
${dates.map((date) => `  <li class="app-date-list__date" id="${date.anchor}" data-ends="${date.over}">
    <time class="app-date-list__when" datetime="${date.day}">${date.long}, ${date.clock}</time>
    <span class="app-date-list__note">${escape(place)}</span>
  </li>`).join("\n")}
</ul>`;

const part = (key, title, dates, place) => dates.length ? `<section class="app-section" aria-labelledby="${key}">
      <h2 id="${key}">${title}</h2>
      ${dateList(dates, place)}
    </section>` : "";

const utc = (moment) => new Date(moment).toISOString().replace(/[-:]|\.\d+/g, "");

function programs(data, next) {
  const text = `${data.description}\n\n${BASE}${data.page.url}`;
  const asked = (words) => escape(new URLSearchParams(words));
  const google = { action: "TEMPLATE", text: data.title, dates: `${utc(next.starts)}/${utc(next.ends)}`, details: text, location: data.place };
  const outlook = asked({ path: "/calendar/action/compose", rru: "addevent", subject: data.title, startdt: next.starts, enddt: next.ends, body: text, location: data.place, allday: "false" });
  return `<p>Or add only the next date to</p>
      <ul>
        <li><a href="https://calendar.google.com/calendar/render?${asked(google)}">Google Calendar</a></li>
        <li><a href="https://outlook.live.com/calendar/deeplink/compose?${outlook}">Outlook.com</a></li>
        <li><a href="https://outlook.office.com/calendar/deeplink/compose?${outlook}">Outlook for work or school</a></li>
      </ul>`;
}

const fact = (label, value) => `<div class="app-facts__row"><dt class="app-facts__label">${label}</dt><dd class="app-facts__value">${value}</dd></div>`;

module.exports = function (data) {
  const all = known(data);
  const section = all.sections.get(data.group || "");
  const dates = all.byEvent.get(data.page.url);
  const coming = dates.filter((date) => !date.isOver), past = dates.filter((date) => date.isOver);
  const next = coming[0] || past[0];
  const about = {
    "@context": "https://schema.org", "@type": "Event", name: data.title, startDate: next.starts, endDate: next.ends,
    eventStatus: "https://schema.org/EventScheduled", eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode",
    location: { "@type": "Place", name: data.place, address: data.place }, description: data.description,
    organizer: { "@type": "Organization", name: section.name }, url: BASE + data.page.url,
  };
  const main = `${heading(data.title, section.name)}
${coming.length ? "" : '<section class="app-notice app-notice--expired" aria-label="This event is over"><h2 class="app-notice__heading">This event is over</h2></section>'}
<div class="app-columns">
  <div class="app-columns__main">
    <dl class="app-facts">
      ${fact("Date", `<time datetime="${next.starts}">${next.long}, ${next.clock}</time>`)}
      ${data.rule ? fact("Repeats", data.rule) : ""}
      ${fact("Where", escape(data.place))}
      ${fact("Group", `<a class="app-facts__link" href="${section.address}">${escape(section.name)}</a>`)}
    </dl>
    <div class="app-prose">${data.content}</div>
    ${dates.length > 1 ? part("app-dates", "Dates to come", coming, data.place) + part("app-past-dates", "Dates past", past, data.place) : ""}
  </div>
  <div class="app-columns__aside">
    <section class="app-section app-own-calendar" aria-labelledby="app-own-calendar">
      <h2 id="app-own-calendar">In your own calendar</h2>
      <p><a class="app-button" href="${data.page.url.slice(0, -1)}.ics">Add to my calendar (.ics)</a></p>
      ${coming.length ? programs(data, next) : ""}
      <p><a href="${section.address}calendar/">All dates of the ${escape(section.name)}</a></p>
      ${coming.length ? `<p><a href="${data.page.url}poster/">Print a poster</a></p>` : ""}
    </section>
  </div>
</div>
<script type="application/ld+json">${JSON.stringify(about)}</script>`;
  return base(section, data.sections.slice(1), { title: data.title, address: data.page.url, kind: "event", main });
};
