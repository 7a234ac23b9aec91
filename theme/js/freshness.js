// Keeps a page true between two builds: hides what is over, says what is today and tomorrow.
//
// Rows carry `data-ends`, the moment after which they are over. They are hidden only inside `data-fresh`; a
// `data-fresh-part` left without rows is hidden with them, and where nothing is left `data-empty` is shown.
// `data-day` marks carry a calendar day of the board, whose zone is `data-zone` on the root element.
(function () {
  "use strict";

  function each(within, selector, act) {
    Array.prototype.forEach.call(within.querySelectorAll(selector), act);
  }

  function dayAt(moment) {
    var options = { year: "numeric", month: "2-digit", day: "2-digit" };
    var zone = document.documentElement.getAttribute("data-zone");
    if (zone) options.timeZone = zone;
    var parts = {};
    new Intl.DateTimeFormat("en-GB", options).formatToParts(moment).forEach(function (part) {
      parts[part.type] = part.value;
    });
    return parts.year + "-" + parts.month + "-" + parts.day;
  }

  window.boardDay = dayAt; // the search asks for it, too

  function hideWhatIsOver(list, now) {
    var left = 0;
    each(list, "[data-ends]", function (row) {
      var isOver = Date.parse(row.getAttribute("data-ends")) <= now;
      row.hidden = isOver;
      if (!isOver) left += 1;
    });
    each(list, "[data-fresh-part]", function (part) {
      part.hidden = !part.querySelector("[data-ends]:not([hidden])");
    });
    each(list, "[data-empty]", function (notice) {
      notice.hidden = left > 0;
    });
  }

  function markDays(now) {
    var words = {};
    // Noon to noon, so that a clock change between the two days cannot skip one.
    var today = dayAt(new Date(now));
    words[new Date(Date.parse(today + "T12:00:00Z") + 864e5).toISOString().slice(0, 10)] = "Tomorrow";
    words[today] = "Today";
    each(document, "[data-day]", function (mark) {
      var word = words[mark.getAttribute("data-day")] || "";
      var cell = mark.closest("[data-day-cell]");
      mark.textContent = word;
      mark.hidden = !word;
      if (cell) cell.classList.toggle("app-is-today", word === "Today");
    });
  }

  function refresh() {
    // A site made as of another day says so, and stays on that day.
    var now = Date.parse(document.documentElement.getAttribute("data-now")) || Date.now();
    each(document, "[data-fresh]", function (list) {
      hideWhatIsOver(list, now);
    });
    markDays(now);
  }

  refresh();
  // A page left open overnight, or brought back by the Back button, is looked at again.
  window.addEventListener("pageshow", refresh);
  document.addEventListener("visibilitychange", refresh);
})();
