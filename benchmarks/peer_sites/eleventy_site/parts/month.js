// A month as a table and as a list of days.
const { escape, long, monthWords, short } = require("./words.js");
const { heading, links, mark, monthIndex } = require("./rows.js");
const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

function weeks(month) {
  const [year, number] = month.split("-").map(Number);
  const first = new Date(Date.UTC(year, number - 1, 1));
  const day = new Date(first - ((first.getUTCDay() + 6) % 7) * 86_400_000);
  const found = [];
  while (day.toISOString().slice(0, 7) <= month) {
    found.push(WEEKDAYS.map((_, at) => new Date(day.getTime() + at * 86_400_000).toISOString().slice(0, 10)));
    day.setUTCDate(day.getUTCDate() + 7);
  }
  return found;
}

function cell(day, month, entries, section) {
  if (!day.startsWith(month)) return '      <td class="app-month-table__day app-month-table__day--outside"></td>';
  const shown = entries.map((date, at) => `        <a class="app-month-table__entry app-theme-${date.section.theme}${at >= 3 ? " app-month-table__entry--past-limit" : ""}" href="${date.address}"><span class="app-month-table__details">${date.clock}</span> <span class="app-month-table__title">${escape(date.title)}</span><span class="app-hidden">, ${date.short}${section.key ? "" : `, ${escape(date.section.name)}`}</span></a>\n`);
  const more = entries.length > 3 ? `        <a class="app-month-table__more" href="#day-${day}">and ${entries.length - 3} more<span class="app-hidden"> on ${short(day)}</span></a>\n` : "";
  return `      <td class="app-month-table__day${entries.length ? " app-month-table__day--busy" : ""}" data-day-cell>
        <time class="app-month-table__number" datetime="${day}"><span aria-hidden="true">${Number(day.slice(8))}</span><span class="app-hidden">${short(day)}</span></time>
        <strong class="app-month-table__mark" data-day="${day}" data-enhanced hidden></strong>
${shown.join("")}${more}      </td>`;
}

const listed = (day, entries, section) => `  <section class="app-month-list__day" id="day-${day}" aria-labelledby="heading-${day}">
    <h2 class="app-month-list__heading" id="heading-${day}"><time datetime="${day}">${long(day)}</time> <strong class="app-month-list__mark" data-day="${day}" data-enhanced hidden></strong></h2>
    <ul class="app-month-list__entries">
${entries.map((date) => `      <li class="app-month-list__entry app-theme-${date.section.theme}">
        <a class="app-month-list__link" href="${date.address}">${escape(date.title)}<span class="app-hidden">, ${date.short}</span></a>
        <span class="app-month-list__details">${date.clock} ${section.key ? "" : mark(date.section)}</span>
      </li>`).join("\n")}
    </ul>
  </section>`;

module.exports = function month(known, list, section) {
  const days = new Map();
  for (const date of known.dates(`${section.key} ${list.key}`)) days.set(date.day, [...(days.get(date.day) || []), date]);
  const at = section.months.indexOf(list.key);
  const to = (month) => [month && `${section.address}calendar/${month}/`, month && monthWords(month)];
  const pager = links("Months", [["previous", ...to(section.months[at - 1])], ["next", ...to(section.months[at + 1])]]);
  return `${heading(list.title)}
${pager}
<table class="app-month-table">
  <caption class="app-hidden">${escape(list.title)}</caption>
  <thead>
    <tr>
${WEEKDAYS.map((name) => `      <th class="app-month-table__weekday" scope="col"><span aria-hidden="true">${name.slice(0, 3)}</span><span class="app-hidden">${name}</span></th>`).join("\n")}
    </tr>
  </thead>
  <tbody>
${weeks(list.key).map((week) => `    <tr>\n${week.map((day) => cell(day, list.key, days.get(day) || [], section)).join("\n")}\n    </tr>`).join("\n")}
  </tbody>
</table>
<div class="app-month-list">
${[...days].map(([day, entries]) => listed(day, entries, section)).join("\n")}
</div>
${pager}
<p><a href="${section.address}calendar/">Everything to come, on one page</a></p>
${monthIndex(section)}`;
};
