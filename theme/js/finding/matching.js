// How the search and the box for places compare words: forgiving of capitals, accents, apostrophes, endings and slips.
// Pure functions, given to the other scripts of this folder as window.finding.
(function (page) {
  "use strict";

  var OTHER_LETTERS = { "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i" };
  var SHORT = { saint: "st", road: "rd", street: "st" };
  var NOT_IN_WORDS = letters();
  var stems = {};

  function letters() {
    try {
      return new RegExp("[^\\p{L}\\p{N}]+", "gu");
    } catch (problem) {
      return /[^a-z0-9]+/g; // an old browser
    }
  }

  /** "King’s Lynn & Saint Élan" → "kings lynn and st elan" */
  function fold(text) {
    var plain = String(text);
    if (plain.normalize) plain = plain.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
    plain = plain.toLowerCase().replace(/[łøđðþßæœı]/g, function (letter) {
      return OTHER_LETTERS[letter];
    });
    plain = plain.replace(/['’‘`´ʼ]/g, "").replace(/&/g, " and ").replace(NOT_IN_WORDS, " ").trim();
    return plain.replace(/[a-z]+/g, function (word) {
      return SHORT.hasOwnProperty(word) ? SHORT[word] : word;
    });
  }

  function words(text) {
    var plain = fold(text);
    return plain ? plain.split(" ") : [];
  }

  /** What is left of an English word without its ending: meetings, meeting and meet are one. */
  function stem(word) {
    var key = "w" + word;
    if (!stems.hasOwnProperty(key)) stems[key] = withoutEnding(word);
    return stems[key];
  }

  function withoutEnding(word) {
    if (word === "children" || word === "childrens") return "child";
    if (word.length < 4 || /[0-9]/.test(word)) return word;
    var found = word.replace(/(i|y)z(e|es|ed|er|ing|ation|ations)$/, "$1s$2");
    found = found.replace(/ies$/, "y").replace(/(ss|x|ch|sh)es$/, "$1").replace(/([^su])s$/, "$1");
    var bare = found.replace(/(is(?:ation|ing|ed|er|e)|ation|ings?|ed|ers?|ment|e)$/, "").replace(/([a-z]{4})ly$/, "$1");
    if (bare.length >= 3 && /[aeiouy]/.test(bare)) found = bare;
    return found.replace(/([bdgmnprt])\1$/, "$1").replace(/i$/, "y");
  }

  /** The number of slips between two words (a letter more, less, other, or two changed round), or limit + 1. */
  function distance(one, other, limit) {
    if (Math.abs(one.length - other.length) > limit) return limit + 1;
    var before = [];
    var row = [];
    var next;
    for (var k = 0; k <= other.length; k += 1) row[k] = k;
    for (var i = 1; i <= one.length; i += 1) {
      next = [i];
      var least = i;
      for (var j = 1; j <= other.length; j += 1) {
        var cost = one[i - 1] === other[j - 1] ? 0 : 1;
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + cost);
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          next[j] = Math.min(next[j], before[j - 2] + 1);
        }
        least = Math.min(least, next[j]);
      }
      if (least > limit) return limit + 1;
      before = row;
      row = next;
    }
    return row[other.length];
  }

  /** One slip is forgiven in words of four letters and more, two from eight on, none in numbers. */
  function slips(word) {
    if (word.length < 4 || /[0-9]/.test(word)) return 0;
    return word.length < 8 ? 1 : 2;
  }

  /** How well a typed word fits a word: 4 the same, 3 its beginning, 2 another ending, 1 with slips, 0 not at all. */
  function fit(typed, word) {
    if (typed === word) return 4;
    if (word.indexOf(typed) === 0) return 3;
    if (typed.length > 3 && stem(typed) === stem(word)) return 2;
    var allowed = slips(typed);
    if (!allowed || /[0-9]/.test(word)) return 0;
    if (distance(typed, word, allowed) <= allowed) return 1;
    if (distance(stem(typed), stem(word), slips(stem(typed))) <= slips(stem(typed))) return 1;
    // Still typing, with a slip already made.
    return typed.length > 4 && distance(typed, word.slice(0, typed.length), 1) <= 1 ? 1 : 0;
  }

  /** The outward codes that a typed postcode, whole or begun, may mean; none where it is not one. */
  function outward(text) {
    var parts = String(text).toUpperCase().replace(/[^A-Z0-9 ]/g, "").trim().split(/ +/);
    var tight = parts.join("");
    if (!/[0-9]/.test(tight)) return [];
    var whole = /^([A-Z]{1,2}[0-9OIL][0-9A-Z]?)[0-9OIL][A-Z]{2}$/.exec(tight);
    var code = whole ? whole[1] : "";
    var only = /^[A-Z]{1,2}[0-9][0-9A-Z]?$/;
    if (!code && parts.length > 1 && only.test(parts[0]) && /^[0-9]/.test(parts[1])) code = parts[0];
    if (!code && only.test(tight)) code = tight;
    if (!code) return [];
    var start = /^[A-Z][A-HJ-KM-NP-Z]?/.exec(code)[0];
    var mended = start + code.slice(start.length).replace(/O/g, "0").replace(/[IL]/g, "1");
    return mended === code ? [code] : [code, mended];
  }

  page.finding = { fold: fold, words: words, stem: stem, distance: distance, fit: fit, outward: outward };
})(window);
