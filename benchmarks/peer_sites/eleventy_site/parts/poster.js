// A sheet for a notice board: of an event, or of what is to come at a section.
const { escape } = require("./words.js");

const row = (date, label) => `      <li class="app-poster__date" data-ends="${date.over}">
        <strong class="app-poster__row">${date.long}, ${date.clock}</strong>${label ? `
        <span class="app-poster__label">${escape(label)}</span>` : ""}
      </li>`;

module.exports = function poster(all, list, section) {
  const event = list.event && all.byEventAddress.get(list.event);
  const coming = event ? all.byEvent.get(event.url).filter((date) => !date.isOver) : all.dates(`${section.key} coming`);
  const when = event ? `${coming[0].long}, ${coming[0].clock}` : "";
  const shown = event ? coming.slice(1, 7).map((date) => row(date)) : coming.slice(0, 12).map((date) => row(date, `${date.title}, ${date.place}`));
  const strip = `      <p class="app-poster__strip"><span>${escape(list.title.slice(0, 27))}…</span><span>${when}</span><span>lscg.example.org${section.address}</span></p>`;
  return `<div class="app-poster__before">
<section class="app-notice app-notice--announcement" aria-label="Before you print">
  <h2 class="app-notice__heading">Before you print</h2>
  <p class="app-notice__text">This prints on one sheet of A4 and needs no colour. Look at the page again before you do: it was made on the day that it names, and dates change.</p>
</section>
<p class="app-more"><a href="${list.back}">Back to ${event ? "the event" : "the calendar"}</a></p>
</div>
<article class="app-poster app-poster--step-3">
  <header class="app-poster__head">
    <p class="app-poster__owner">${escape(section.name)}</p>
    <p class="app-poster__board">Sample Safeguarding Board</p>
  </header>
  <div class="app-poster__body">
    <h1 class="app-poster__title">${escape(list.title)}</h1>
${event ? `    <p class="app-poster__when">${when}</p>
    <p class="app-poster__place">${escape(event.data.place)}</p>
    <p class="app-poster__text">${escape(event.data.description)}</p>` : ""}
    <ul class="app-poster__dates" data-fresh-part>
${shown.join("\n")}
    </ul>
    <div class="app-poster__scan">
      ${list.code}
      <p class="app-poster__small">Point a phone’s camera here for everything about this event.</p>
    </div>
  </div>
  <footer class="app-poster__foot">
    <p class="app-poster__address">More at https://lscg.example.org${list.back}</p>
    <div class="app-poster__call">
      <p><strong>Worried about a child?</strong> If a child is in danger now, call <strong>999</strong></p>
      <p>Sample council: <strong>01632 960123</strong></p>
    </div>
    <p class="app-poster__small">Made on <time datetime="2026-06-15">Monday 15 June 2026</time>. Dates can change: look at the address above before you set out.</p>
    <div class="app-poster__strips" aria-hidden="true">
${Array(6).fill(strip).join("\n")}
    </div>
  </footer>
</article>`;
};
