// Ranks the entries of the search index for typed words. Pure functions, given to search.js as window.finding.
//
// An entry is {kind, title, address, note, summary, more, day, isComing, isOver}, the last two for events; `day` is
// ISO 8601 or "".
(function (page) {
  "use strict";

  var finding = page.finding;
  if (!finding) return;
  var QUIET = { a: 1, an: 1, and: 1, at: 1, for: 1, in: 1, is: 1, of: 1, on: 1, or: 1, the: 1, to: 1, my: 1, i: 1 };
  // What a fit (matching.js) is worth in the title, and in the rest.
  var IN_TITLE = [0, 10, 40, 50, 60];
  var IN_REST = [0, 5, 20, 25, 30];
  var ENOUGH = 3; // so many good results, and those with slips are left out

  /** Make the entries ready: each word of the whole index is known once, entries hold numbers of words. */
  function prepare(entries) {
    var numbers = {};
    var known = [];
    function numbersOf(text) {
      return finding.words(text).map(function (word) {
        var key = "w" + word;
        if (!numbers.hasOwnProperty(key)) numbers[key] = known.push(word) - 1;
        return numbers[key];
      });
    }
    return {
      entries: entries.map(function (entry) {
        return {
          entry: entry,
          folded: finding.fold(entry.title),
          title: numbersOf(entry.title),
          rest: numbersOf([entry.note, entry.summary, entry.more].join(" ")),
        };
      }),
      words: known,
    };
  }

  function typedWords(text) {
    var all = finding.words(text);
    var telling = all.filter(function (word) {
      return !QUIET.hasOwnProperty(word);
    });
    return telling.length ? telling : all;
  }

  function best(fits, numbers, worth) {
    var most = 0;
    for (var at = 0; at < numbers.length; at += 1) {
      if (fits[numbers[at]] > most) most = fits[numbers[at]];
    }
    return worth[most];
  }

  /** What an entry is worth for the typed words, how many of them it has, and whether only by forgiving slips. */
  function weigh(ready, fits) {
    var worths = fits.map(function (fit) {
      return Math.max(best(fit, ready.title, IN_TITLE), best(fit, ready.rest, IN_REST));
    });
    var had = worths.filter(Boolean);
    var sum = had.reduce(function (one, other) {
      return one + other;
    }, 0);
    var isNear = had.some(function (worth) {
      return worth <= 10;
    });
    return { ready: ready, entry: ready.entry, had: had.length, isNear: isNear, worth: sum / fits.length };
  }

  /** Days to sort by: what has none first, what is to come by nearness, what is over or said by newness. */
  function dayOrder(entry) {
    var day = Date.parse(entry.day) / 864e5;
    if (!day) return 0;
    return entry.isComing ? day : 1e6 - day;
  }

  /** Title beginnings, then words, then slips; events to come before those that are over; then the better, then days. */
  function compare(typed) {
    function tier(found) {
      if (found.isNear) return 2;
      return found.ready.folded.indexOf(typed) === 0 ? 0 : 1;
    }
    return function (one, other) {
      return (
        tier(one) - tier(other) ||
        Number(one.entry.isOver) - Number(other.entry.isOver) ||
        other.worth - one.worth ||
        dayOrder(one.entry) - dayOrder(other.entry) ||
        one.ready.folded.localeCompare(other.ready.folded)
      );
    };
  }

  /** Return {results, isPartial}: the entries with all typed words, best first, or, with none, those with most. */
  function rank(prepared, text) {
    var codes = finding.outward(text);
    if (codes.length) {
      var places = prepared.entries.filter(function (ready) {
        return codes.indexOf(ready.entry.title) >= 0;
      });
      if (places.length) return { results: entriesOf(places), isPartial: false };
    }
    var typed = typedWords(text);
    if (!typed.length) return { results: [], isPartial: false };
    var fits = typed.map(function (word) {
      return prepared.words.map(function (known) {
        return finding.fit(word, known);
      });
    });
    var weighed = prepared.entries.map(function (ready) {
      return weigh(ready, fits);
    });
    var most = weighed.reduce(function (had, found) {
      return Math.max(had, found.had);
    }, 0);
    if (!most) return { results: [], isPartial: false };
    var found = weighed.filter(function (each) {
      return each.had === most;
    });
    var clear = found.filter(function (each) {
      return !each.isNear;
    });
    if (clear.length >= ENOUGH) found = clear;
    found.sort(compare(finding.fold(text)));
    return { results: entriesOf(found), isPartial: most < typed.length };
  }

  function entriesOf(found) {
    return found.map(function (each) {
      return each.entry;
    });
  }

  finding.prepare = prepare;
  finding.rank = rank;
})(window);
