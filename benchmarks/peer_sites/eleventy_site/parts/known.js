// What pages ask for again and again, worked out once a build: dates by group, month and year; news by group.
const { TODAY, hour, long, short, utc, weekday } = require("./words.js");

function dates(event, section) {
  return event.data.dates.map(([starts, ends]) => {
    const day = starts.slice(0, 10);
    const anchor = `on-${day}-${starts.slice(11, 13)}${starts.slice(14, 16)}`;
    return {
      starts, ends, day, anchor, section, title: event.data.title, place: event.data.place, month: day.slice(0, 7),
      address: event.data.dates.length > 1 ? `${event.url}#${anchor}` : event.url, isOver: day < TODAY,
      clock: `${hour(starts)} to ${hour(ends)}`, long: long(day), short: short(day), over: utc(ends),
      weekday: weekday(day).slice(0, 3), leaf: short(day).split(" ")[1].slice(0, 3), number: Number(day.slice(8)),
    };
  });
}

function add(found, key, one) {
  if (!found.has(key)) found.set(key, []);
  found.get(key).push(one);
}

let kept;

function known(data) {
  if (kept && kept.of === data.collections.events) return kept;
  const sections = new Map(data.sections.map((each) => [each.key, each]));
  const found = new Map(), byEvent = new Map(), news = new Map(), tags = new Map(), neighbours = new Map();
  const byEventAddress = new Map(data.collections.events.map((event) => [event.url, event]));
  const all = data.collections.events.flatMap((event) => {
    const own = dates(event, sections.get(event.data.group || ""));
    byEvent.set(event.url, own);
    return own;
  });
  const at = (date) => `${date.over} ${date.address}`;
  for (const date of all.sort((a, b) => (at(a) < at(b) ? -1 : 1))) {
    for (const key of new Set(["", date.section.key])) {
      add(found, `${key} ${date.month}`, date);
      add(found, `${key} ${date.day.slice(0, 4)}`, date);
      if (!date.isOver) add(found, `${key} coming`, date);
    }
  }
  for (const item of data.collections.news) {
    for (const key of new Set(["", item.data.group || ""])) add(news, key, item);
    for (const tag of item.data.tags) add(tags, tag, item);
  }
  for (const key of sections.keys()) {
    const own = (news.get(key) || []).filter((item) => (item.data.group || "") === key);
    own.forEach((item, at) => neighbours.set(item.url, { older: own[at + 1], newer: own[at - 1] }));
  }
  kept = { of: data.collections.events, sections, dates: (key) => found.get(key) || [], byEvent, byEventAddress, news, tags, neighbours };
  return kept;
}

module.exports = known;
