// What other programs read: calendars, news, cards, the index of the search.
const { BASE } = require("./base.js");
const { escape } = require("./words.js");

const top = (name) => `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//boardsite//calendars//EN
CALSCALE:GREGORIAN
NAME:${name}
X-WR-CALNAME:${name}
X-WR-TIMEZONE:Europe/London
BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:19810329T010000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
TZNAME:BST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
TZNAME:GMT
END:STANDARD
END:VTIMEZONE
`;

const compact = (moment) => moment.slice(0, 19).replace(/[-:]/g, "");

const vevent = (event) => `BEGIN:VEVENT
UID:${event.fileSlug}@example.org
DTSTAMP:20260101T090000Z
DTSTART;TZID=Europe/London:${compact(event.data.dates[0][0])}
DTEND;TZID=Europe/London:${compact(event.data.dates[0][1])}
SUMMARY:${event.data.title}
DESCRIPTION:${event.data.description.replace(/(.{62})/g, "$1\r\n ")}
LOCATION:${event.data.place}
URL:${BASE}${event.url}
STATUS:CONFIRMED
TRANSP:OPAQUE
SEQUENCE:0
LAST-MODIFIED:20260101T090000Z
${event.data.rule ? `RRULE:${event.data.rule}\n` : ""}END:VEVENT
`;

const calendar = (name, events) => `${top(name)}${events.map(vevent).join("")}END:VCALENDAR\n`;

const card = (section, role) => `BEGIN:VCARD
VERSION:3.0
FN:${role}\\, ${section.name}
N:${role}\\, ${section.name};;;;
ORG:${section.name}
TITLE:${role}\\, ${section.name}
EMAIL;TYPE=INTERNET:${section.key}-${role.toLowerCase()}@example.org
URL:${BASE}${section.address}contacts/
END:VCARD
`;

const news = (known, section) => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
<id>${BASE}${section.address}news.xml</id>
<title>News of the ${escape(section.name)}</title>
<updated>2026-06-15T09:00:00+00:00</updated>
<author><name>Sample Safeguarding Board</name></author>
<link rel="self" type="application/atom+xml" href="${BASE}${section.address}news.xml"/>
<link rel="alternate" type="text/html" href="${BASE}${section.address}news/"/>
${(known.news.get(section.key) || []).slice(0, 30).map((item) => `<entry>
<id>${BASE}${item.url}</id>
<title>${escape(item.data.title)}</title>
<published>${item.date.toISOString()}</published>
<updated>${item.date.toISOString()}</updated>
<author><name>${escape(known.sections.get(item.data.group || "").name)}</name></author>
<link rel="alternate" type="text/html" href="${BASE}${item.url}"/>
${item.data.tags.map((tag) => `<category term="${tag}"/>`).join("\n")}
<summary>${escape(item.data.summary)}</summary>
<content type="html">${escape(item.content)}</content>
</entry>`).join("\n")}
</feed>
`;

const entry = (known, kind, item) => ({
  kind, title: item.data.title, address: item.url, note: known.sections.get(item.data.group || "").name,
  summary: item.data.summary || item.data.description.slice(0, 140),
});

const index = (known, data) => JSON.stringify({
  entries: [
    ...data.collections.news.map((item) => entry(known, "news", item)),
    ...data.collections.events.map((item) => entry(known, "event", item)),
  ],
});

const sitemap = (data) => `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${[...data.lists.map((list) => list.address), ...[...data.collections.news, ...data.collections.events].map((item) => item.url)].filter((address) => address.endsWith("/")).map((address) => `<url><loc>${BASE}${address}</loc></url>`).join("\n")}
</urlset>
`;

module.exports = { calendar, card, index, news, sitemap };
