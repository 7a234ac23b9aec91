// The box that picks a place or a postcode out of the lists of this page. Nothing is sent, nothing is stored. Fetched
// when the box is first used (first_use.js).
(function () {
  "use strict";

  var finding = window.finding;
  var box = document.querySelector("[data-find]");
  var rows = Array.prototype.slice.call(document.querySelectorAll("[data-place]"));
  if (!finding || !box || !rows.length) return;

  var MOST = 8;
  var input = box.querySelector("input");
  var said = box.querySelector("[data-find-said]");
  var list = box.querySelector("[data-find-rows]");
  var none = box.querySelector("[data-find-none]");
  var waiting = 0;
  var places = rows.map(function (row) {
    var name = row.getAttribute("data-place");
    return { name: name, row: row, words: finding.words(name), isPostcode: row.hasAttribute("data-postcode") };
  });

  function byPostcode(codes) {
    return places.filter(function (place) {
      return place.isPostcode && codes.indexOf(place.name) >= 0;
    });
  }

  /** The places whose names have every typed word at least this well. */
  function byName(typed, least) {
    var tight = typed.join("");
    return places.filter(function (place) {
      if (place.isPostcode) return place.words[0].indexOf(tight) === 0;
      if (place.words.join("").indexOf(tight) === 0) return true;
      return typed.every(function (word) {
        return place.words.some(function (own) {
          return finding.fit(word, own) >= least;
        });
      });
    });
  }

  /** Names that begin with what was typed come first. */
  function inOrder(found, typed) {
    var start = typed.join("");
    function rank(place) {
      var name = place.words.join("");
      return name === start ? 0 : name.indexOf(start) === 0 ? 1 : 2;
    }
    return found.slice().sort(function (one, other) {
      return rank(one) - rank(other) || places.indexOf(one) - places.indexOf(other);
    });
  }

  function search(text) {
    var codes = finding.outward(text);
    var typed = finding.words(text);
    if (codes.length) return { found: byPostcode(codes), what: codes[codes.length - 1], isNear: false };
    var clear = byName(typed, 2);
    if (clear.length) return { found: inOrder(clear, typed), what: text, isNear: false };
    return { found: byName(typed, 1), what: text, isNear: true };
  }

  /** "South until 31 March 2028. From 1 April 2028: City" */
  function groupsOf(place) {
    var parts = [];
    var names = [];
    Array.prototype.forEach.call(place.row.children, function (part) {
      if (part.tagName === "A") names.push(part.firstChild.textContent);
      if (part.hasAttribute("data-until")) names.push(names.pop() + " " + part.textContent);
      if (part.hasAttribute("data-change")) {
        var change = Array.prototype.map.call(part.querySelectorAll("a"), function (link) {
          return link.firstChild.textContent;
        });
        parts.push(part.firstChild.textContent.trim() + " " + change.join(" or "));
      }
    });
    return (names.length ? [names.join(" or ")] : []).concat(parts).join(". ");
  }

  function sentence(answer) {
    var found = answer.found;
    if (!found.length) return "“" + answer.what + "” is not on our list.";
    if (answer.isNear) return "“" + answer.what + "” is not on our list. These are spelled nearly the same:";
    if (found.length === 1) return found[0].name + ": " + groupsOf(found[0]);
    if (found.length > MOST) return found.length + " places. Here are " + MOST + "; type more letters to see others.";
    return found.length + " places:";
  }

  function show() {
    var text = input.value.trim();
    clearTimeout(waiting);
    list.textContent = "";
    if (!finding.words(text).length) {
      list.hidden = none.hidden = true;
      said.textContent = "";
      return;
    }
    var answer = search(text);
    answer.found.slice(0, MOST).forEach(function (place) {
      var copy = place.row.cloneNode(true);
      copy.removeAttribute("data-place");
      list.appendChild(copy);
    });
    list.hidden = !answer.found.length;
    // Said after a pause in typing, so that a screen reader is not made to stammer.
    waiting = setTimeout(function () {
      said.textContent = sentence(answer);
      none.hidden = answer.found.length > 0;
    }, 400);
  }

  function toFirst(event) {
    var first = list.querySelector("a");
    if (!first) return;
    event.preventDefault();
    first.focus();
  }

  function takeFromAddress() {
    var asked = /^#find=(.*)$/.exec(window.location.hash);
    if (!asked) return;
    try {
      input.value = decodeURIComponent(asked[1]);
    } catch (problem) {
      return;
    }
    input.focus();
  }

  takeFromAddress();
  show();
  input.addEventListener("input", show);
  window.addEventListener("pageshow", show);
  window.addEventListener("hashchange", function () {
    takeFromAddress();
    show();
  });
  // Enter that was pressed while this script was on its way.
  box.addEventListener("submit", toFirst);
  input.addEventListener("keydown", function (event) {
    if (event.key === "Enter") toFirst(event);
    if (event.key === "Escape" && input.value) {
      event.preventDefault();
      input.value = "";
      show();
    }
  });
})();
