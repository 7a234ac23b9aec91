// Text and dates as the pages say them.
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;" };
const MONTHS = "January February March April May June July August September October November December".split(" ");
const DAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
const TODAY = "2026-06-15";

const escape = (text) => String(text).replace(/[&<>"]/g, (found) => ENTITIES[found]);
const parts = (day) => day.slice(0, 10).split("-").map(Number);
const monthWords = (month) => `${MONTHS[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;

function short(day) {
  const [year, month, number] = parts(day);
  return `${number} ${MONTHS[month - 1]} ${year}`;
}

function weekday(day) {
  const [year, month, number] = parts(day);
  return DAYS[new Date(Date.UTC(year, month - 1, number)).getUTCDay()];
}

const long = (day) => `${weekday(day)} ${short(day)}`;

// "2026-06-15T14:00:00+01:00" → "2pm": the dates of the workload are at full hours.
function hour(moment) {
  const at = Number(moment.slice(11, 13));
  return at === 12 ? "midday" : `${at % 12 || 12}${at < 12 ? "am" : "pm"}`;
}

const utc = (moment) => `${new Date(moment).toISOString().slice(0, 19)}+00:00`;
const iso = (date) => date.toISOString().slice(0, 10);
const slug = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, "-");

module.exports = { TODAY, escape, hour, iso, long, monthWords, short, slug, utc, weekday };
