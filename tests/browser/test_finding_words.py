"""The words of the search and of the box for places: what counts as the same, and what comes first (in node)."""

from __future__ import annotations

import pytest

from boardsite.pages.search_entries import Kind
from tests.support.browser import need_node, script_calls

MATCHING, RANKING = "theme/js/finding/matching.js", "theme/js/finding/ranking.js"

# typed, word of the site, how well it fits: 4 the same, 3 its beginning, 2 another ending, 1 with slips, 0 not
FITS = [
    ("forum", "forum", 4),
    ("for", "forum", 3),
    ("meetings", "meeting", 2),
    ("meet", "meeting", 3),
    ("meeting", "meetings", 3),
    ("neglected", "neglect", 2),
    ("neglecting", "neglects", 2),
    ("abused", "abuse", 2),
    ("abusing", "abuse", 2),
    ("children", "child", 2),
    ("families", "family", 2),
    ("parishes", "parish", 2),
    ("organize", "organise", 2),
    ("organisation", "organising", 2),
    ("planned", "planning", 2),
    ("forumm", "forum", 2),
    ("early", "ear", 0),
    ("froums", "forum", 1),
    ("meetigns", "meetings", 1),
    ("froum", "forum", 1),
    ("fprum", "forum", 1),
    ("colour", "color", 1),
    ("thershold", "threshold", 1),
    ("treshhold", "threshold", 1),
    ("safegaurding", "safeguarding", 1),
    ("safegurding", "safeguarding", 1),
    ("safegaurd", "safeguarding", 1),
    ("thetfrod", "thetford", 1),
    ("dis", "did", 0),
    ("diss", "miss", 1),
    ("forms", "storms", 0),
    ("nr12", "nr11", 0),
    ("2016", "2017", 0),
    ("south", "north", 0),
    ("west", "east", 0),
]
POSTCODES = [
    ("NR1 3AB", ["NR1"]),
    ("nr13ab", ["NR1"]),
    ("nr 1 3ab", ["NR1"]),
    ("NR13 3AB", ["NR13"]),
    ("nr133ab", ["NR13"]),
    ("NR1 3", ["NR1"]),
    ("NR13", ["NR13"]),
    ("nr1", ["NR1"]),
    ("ec1a 1bb", ["EC1A"]),
    ("W1A 0AX", ["W1A"]),
    ("M1 1AE", ["M1"]),
    ("PE30 1AA.", ["PE30"]),
    ("PE3O 1AA", ["PE3O", "PE30"]),
    ("NR1 OAA", ["NR1"]),
    ("Holme", []),
    ("Hull", []),
    ("King's Lynn", []),
    ("2016", []),
    ("NR", []),
    ("27 June", []),
    ("", []),
]
FOLDED = [
    ("King's Lynn", "kings lynn"),
    ("King’s  LYNN", "kings lynn"),
    ("Saint Faith’s & Élan-Ville", "st faiths and elan ville"),
    ("Łódź", "lodz"),
    ("ß", "ss"),
    ("Żółć №5", "zolc no5"),
    ("Ελλάδα", "ελλαδα"),
    ("…", ""),
]


@pytest.mark.parametrize(
    ("name", "cases"),
    [
        ("finding.fit", [([typed, word], fit) for typed, word, fit in FITS]),
        ("finding.outward", [([text], codes) for text, codes in POSTCODES]),
        ("finding.fold", [([text], folded) for text, folded in FOLDED]),
        (
            "finding.distance",
            [
                (["ab", "ba", 1], 1),
                (["abc", "abcd", 1], 1),
                (["abc", "xyz", 2], 3),
                (["", "ab", 2], 2),
                (["abcdef", "ab", 2], 3),
                (["safegaurdnig", "safeguarding", 2], 2),
            ],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_words_are_compared_as_people_mean_them(name: str, cases: list[tuple[list[object], object]]) -> None:
    need_node()
    answers = script_calls([MATCHING], [(name, values) for values, _ in cases])
    wrong = [(values, answer) for (values, wanted), answer in zip(cases, answers, strict=True) if answer != wanted]
    assert wrong == []


def entry(title: str, rest: str = "", day: str = "", kind: int = 0) -> dict[str, object]:
    found = {"kind": kind, "title": title, "address": "", "note": rest, "summary": "", "more": "", "day": day}
    is_event = kind == Kind.EVENT
    return found | {"isComing": is_event and day >= "2016-06-01", "isOver": is_event and day < "2016-06-01"}


ENTRIES = [
    entry("What is said at a forum"),
    entry("Minutes", "of the forum in May"),
    entry("Forum for schools", day="2016-05-01", kind=2),
    entry("Forum for nurses", day="2016-07-20", kind=2),
    entry("Forum for the police", day="2016-07-01", kind=2),
    entry("Forty years of the Board"),
    entry("Threshold Guide", "how worried to be"),
    entry("The Guide to neglect", "threshold"),
    entry("NR1", "Served by City", kind=5),
    entry("NR11", "Served by North", kind=5),
    entry("Signs of Safety"),
]
SEARCHES = [
    # beginnings of titles, to come before over and nearest first; then words of titles; then of the rest
    ("forum", ["Forum for the police", "Forum for nurses", "Forum for schools", "What is said at a forum", "Minutes"]),
    ("threshold guide", ["Threshold Guide", "The Guide to neglect"]),
    ("the guide", ["The Guide to neglect", "Threshold Guide"]),
    ("thershold giude", ["Threshold Guide", "The Guide to neglect"]),
    ("sign safe", ["Signs of Safety"]),
    ("NR1 3AB", ["NR1"]),
    ("nr1", ["NR1"]),
    ("threshold rhubarb", ["Threshold Guide", "The Guide to neglect"]),
    ("rhubarb", []),
    ("of the", ["Forty years of the Board", "Minutes"]),
    ("hasOwnProperty constructor", []),
]


@pytest.mark.parametrize(("text", "titles"), SEARCHES, ids=[text for text, _ in SEARCHES])
def test_the_best_comes_first(text: str, titles: list[str]) -> None:
    need_node()
    (answer,) = script_calls(["tests/browser/rank_once.js", MATCHING, RANKING], [("rankOnce", [ENTRIES, text])])
    assert [found["title"] for found in answer["results"]] == titles


def test_results_with_only_some_of_the_words_are_named_so() -> None:
    need_node()
    calls: list[tuple[str, list[object]]] = [
        ("rankOnce", [ENTRIES, text]) for text in ("threshold rhubarb", "threshold guide")
    ]
    answers = script_calls(["tests/browser/rank_once.js", MATCHING, RANKING], calls)
    assert [answer["isPartial"] for answer in answers] == [True, False]
