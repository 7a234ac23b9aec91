// The search page: results as one types, from an index. This script and its index are fetched when the box is first
// used (first_use.js).
//
// What is typed stays on the page. Opened from a disk, where nothing can be fetched, or when the index does not come,
// the A to Z of the page is searched instead.
(function () {
  "use strict";

  var finding = window.finding;
  var form = document.querySelector("[data-search]");
  var list = document.querySelector("[data-search-list]");
  if (!finding || !finding.rank || !form || !list) return;

  var MOST = 6; // results of one kind, until more are asked for
  var input = form.querySelector("input");
  var said = document.querySelector("[data-search-said]");
  var results = document.querySelector("[data-search-results]");
  var none = document.querySelector("[data-search-none]");
  var prepared = null;
  var isAsked = false;
  var wantsFirst = false;
  var kinds = [];
  var waiting = 0;
  var typing = 0;

  function today() {
    var moment = Date.parse(document.documentElement.getAttribute("data-now")) || Date.now();
    return window.boardDay(moment);
  }

  function whole(address) {
    var parts = address.split("#");
    var path = form.getAttribute("data-search-root").replace(/index\.html$/, "") + parts[0].slice(1);
    return path + (/(^|\/)$/.test(path) ? "index.html" : "") + (parts[1] ? "#" + parts[1] : "");
  }

  function fromIndex(index) {
    var now = today();
    kinds = index.kinds;
    return index.entries.map(function (row) {
      var day = row[6] || "";
      var isEvent = row[0] === index.events;
      return {
        kind: row[0], title: row[1], address: whole(row[2]), note: row[3] || "", summary: row[4] || "",
        more: row[5] || "", day: day, isComing: isEvent && day >= now, isOver: isEvent && day < now,
      };
    });
  }

  function fromPage() {
    kinds = ["Found"];
    return Array.prototype.map.call(list.querySelectorAll("[data-entry]"), function (row) {
      var link = row.querySelector("a");
      var note = row.querySelector("[data-entry-note]");
      return {
        kind: 0, title: link.textContent, address: link.getAttribute("href"), note: note ? note.textContent : "",
        summary: "", more: "", day: "", isComing: false, isOver: false,
      };
    });
  }

  function use(entries) {
    prepared = finding.prepare(entries);
    show();
  }

  function ask() {
    if (isAsked) return;
    isAsked = true;
    if (window.location.protocol === "file:" || !window.fetch) return use(fromPage());
    window.fetch(form.getAttribute("data-search-index"))
      .then(function (answer) {
        if (!answer.ok) throw new Error(String(answer.status));
        return answer.json();
      })
      .then(fromIndex)
      .catch(fromPage)
      .then(use);
  }

  function element(name, words, className) {
    var made = document.createElement(name);
    if (words) made.textContent = words;
    if (className) made.className = className;
    return made;
  }

  function item(entry) {
    var made = element("li");
    var link = element("a", entry.title);
    link.href = entry.address;
    made.appendChild(link);
    if (entry.note) made.appendChild(element("p", entry.note, "app-quiet app-small"));
    if (entry.summary) made.appendChild(element("p", entry.summary, "app-small"));
    return made;
  }

  function section(kind, entries) {
    var made = element("section", "", "app-section");
    var heading = element("h2", kinds[kind]);
    var rows = element("ul", "", "app-list");
    heading.id = "found-" + kind;
    made.setAttribute("aria-labelledby", heading.id);
    made.appendChild(heading);
    made.appendChild(rows);
    entries.slice(0, MOST).forEach(function (entry) {
      rows.appendChild(item(entry));
    });
    if (entries.length > MOST) made.appendChild(more(rows, entries.slice(MOST)));
    return made;
  }

  function more(rows, entries) {
    var button = element("button", "Show " + entries.length + " more", "app-button app-button--second");
    button.type = "button";
    button.addEventListener("click", function () {
      entries.forEach(function (entry) {
        rows.appendChild(item(entry));
      });
      rows.children[MOST].querySelector("a").focus();
      button.remove();
    });
    return button;
  }

  /** Results under their kinds; the kind of the best result comes first. */
  function sections(found) {
    var order = [];
    var byKind = {};
    found.forEach(function (entry) {
      if (!byKind[entry.kind]) {
        byKind[entry.kind] = [];
        order.push(entry.kind);
      }
      byKind[entry.kind].push(entry);
    });
    return order.map(function (kind) {
      return section(kind, byKind[kind]);
    });
  }

  function sentence(text, answer) {
    var number = answer.results.length;
    var words = " for “" + text + "”";
    if (!number) return "Nothing found" + words + ".";
    if (answer.isPartial) return "Nothing has all of these words. " + number + " with some of them" + words + ".";
    return (number === 1 ? "1 result" : number + " results") + words + ".";
  }

  function say(words) {
    clearTimeout(waiting);
    // Said after a pause in typing, so that a screen reader is not made to stammer.
    waiting = setTimeout(function () {
      said.textContent = words;
    }, 400);
  }

  function show() {
    clearTimeout(typing);
    var text = input.value.trim();
    var isEmpty = !finding.words(text).length;
    if (!isEmpty) ask();
    if (!isEmpty && !prepared) return; // `use` calls again
    var answer = isEmpty ? { results: [] } : finding.rank(prepared, text);
    results.textContent = "";
    sections(answer.results).forEach(function (part) {
      results.appendChild(part);
    });
    list.hidden = answer.results.length > 0;
    none.hidden = isEmpty || answer.results.length > 0;
    say(isEmpty ? "" : sentence(text, answer));
    if (wantsFirst) toFirst();
  }

  /** Enter may be pressed before the index is there: the first result gets the focus as soon as it is. */
  function toFirst() {
    var first = results.querySelector("a");
    wantsFirst = !first && !prepared;
    if (first) first.focus();
  }

  function takeFromAddress() {
    var asked = /[?&]q=([^&]*)/.exec(window.location.search);
    if (!asked || input.value) return;
    try {
      input.value = decodeURIComponent(asked[1].replace(/\+/g, " "));
    } catch (problem) {
      input.value = "";
    }
  }

  takeFromAddress();
  show();
  if (document.activeElement === input) ask();
  input.addEventListener("focus", ask);
  // An old phone ranks for a moment: not for each letter of a fast hand.
  input.addEventListener("input", function () {
    wantsFirst = false;
    clearTimeout(typing);
    typing = setTimeout(show, 100);
  });
  window.addEventListener("pageshow", show);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    show();
    toFirst();
  });
  input.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !input.value) return;
    event.preventDefault();
    input.value = "";
    show();
  });
})();
