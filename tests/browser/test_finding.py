"""The search and the box for places in Chromium: mistyped words find, by keyboard alone, and nothing is told or kept."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from tests.support import small_site
from tests.support.browser import Answer, need_browser, typing, words_at

pytestmark = pytest.mark.browser

SEARCH, GROUPS = "search/index.html", "lscgs/index.html"
INDEX = r"/assets/search\.[0-9a-f]{10}\.json"
SCRIPT = r"/assets/{}\.[0-9a-f]{{10}}\.js"
WIDTHS = [320, 768, 1280]


def nothing_told_or_kept(answer: Answer) -> bool:
    return not (answer.elsewhere or answer.kept or answer.policy or answer.errors)


@pytest.fixture(scope="module")
def searched(site: Path) -> dict[str, Answer]:
    need_browser()
    texts = ["thershold giude", "safegaurding", "neglected", "Kings Lyn", "xylophone"]
    return {answer.text: answer for answer in typing(site, SEARCH, texts)}


@pytest.mark.parametrize(
    ("text", "first", "link"),
    [
        ("thershold giude", "Threshold Guide", "threshold-guide/index.html"),
        ("neglected", "Neglect", "../priorities/neglect/index.html"),
        ("Kings Lyn", "King's Lynn Served by West LSCG", "../lscgs/west/index.html"),
    ],
)
def test_mistyped_words_find(text: str, first: str, link: str, searched: dict[str, Answer]) -> None:
    answer = searched[text]
    assert first in answer.rows[0].words
    assert answer.rows[0].links[0].endswith(link)
    assert re.fullmatch(rf"\d+ results? for “{text}”\.", answer.said)
    assert answer.rows[0].words.startswith(answer.landed)  # the Enter key leads to the first result


def test_results_stand_under_the_names_of_their_kinds(searched: dict[str, Answer]) -> None:
    assert searched["Kings Lyn"].kinds[0] == "Places"
    assert {"Events", "News", "Pages"} <= set(searched["thershold giude"].kinds)


def test_where_nothing_is_found_the_page_says_what_to_do_and_shows_its_list(searched: dict[str, Answer]) -> None:
    answer = searched["xylophone"]
    assert answer.said == "Nothing found for “xylophone”."
    assert answer.rows == []
    assert "Try other words, or fewer of them." in answer.main
    assert "About the Board" in answer.main or "Advisory groups" in answer.main


def are(asked: list[str], *patterns: str) -> bool:
    return len(asked) == len(patterns) and all(map(re.fullmatch, patterns, asked))


def test_only_the_scripts_of_the_box_and_the_index_are_asked_for_and_nothing_is_kept(
    searched: dict[str, Answer],
) -> None:
    for answer in searched.values():
        assert are(answer.asked, *(SCRIPT.format(name) for name in ("matching", "ranking", "search")), INDEX)
        assert nothing_told_or_kept(answer)


@pytest.mark.parametrize(("page", "texts"), [(SEARCH, ["guide", "xylophone"]), (GROUPS, ["old", "Timbuktu"])])
def test_answers_are_accessible_in_every_width_and_scheme(page: str, texts: list[str], site: Path) -> None:
    need_browser()
    answers = typing(site, page, texts, looks=True, widths=WIDTHS)
    assert [finding for answer in answers for finding in answer.findings] == []


@pytest.mark.parametrize(
    ("page", "text", "said", "landed"),
    [
        (SEARCH, "thershold giude", "results for “thershold giude”.", "Threshold Guide"),
        (GROUPS, "wymondham", "Wymondham: South LSCG", "South LSCG"),
    ],
)
def test_what_is_typed_before_the_scripts_are_there_counts_and_so_does_the_enter_key(
    page: str, text: str, said: str, landed: str, site: Path
) -> None:
    need_browser()
    (answer,) = typing(site, page, [text], scripts="slow")
    assert answer.said.endswith(said)
    assert landed in answer.landed
    assert answer.landed.split(",")[0] in answer.rows[0].words  # the first result
    assert nothing_told_or_kept(answer)
    assert not any("?" in path for path in answer.asked)


@pytest.mark.parametrize(
    ("page", "text", "said"), [(SEARCH, "guide", " for “guides”."), (GROUPS, "dis", "Diss: South LSCG")]
)
def test_scripts_that_do_not_come_are_asked_for_again_at_the_next_letter(
    page: str, text: str, said: str, site: Path
) -> None:
    need_browser()
    (answer,) = typing(site, page, [text], scripts="lost")
    assert answer.said.endswith(said)
    assert answer.rows


def test_words_in_the_address_are_searched(site: Path) -> None:
    need_browser()
    (answer,) = typing(site, SEARCH, [""], suffix="?q=signs+of%20safety&x=1")
    assert answer.said.endswith("for “signs of safety”.")
    assert answer.rows[0].words.startswith("Signs of Safety")
    assert nothing_told_or_kept(answer)


def test_opened_from_a_disk_the_list_of_the_page_is_searched(site: Path) -> None:
    need_browser()
    (answer,) = typing(site, SEARCH, ["sings of safety"], **{"from": "file"})
    assert answer.rows[0].words.startswith("Signs of Safety")
    assert answer.rows[0].links == ["../signs-of-safety/index.html"]
    assert all(path.endswith(".js") for path in answer.asked)
    assert answer.errors == []


def test_without_scripts_the_list_stands_there_and_says_what_to_do(site: Path) -> None:
    need_browser()
    (words,) = words_at(site, SEARCH, ["2016-06-01T12:00:00Z"], scripts=False)
    assert "The search box needs scripts" in words
    assert "Signs of Safety" in words
    assert "Search this site" not in words
    (words,) = words_at(site, SEARCH, ["2016-06-01T12:00:00Z"])
    assert "The search box needs scripts" not in words
    assert "Search this site" in words


def test_what_is_over_is_decided_by_the_day_of_the_board(tmp_path: Path) -> None:
    need_browser()
    # Midnight in London is still the day before by UTC.
    later = small_site.EVENT.replace("201606", "201607").replace("forum@", "later@").replace("Summer", "Later")
    outcome = small_site.build({"lscgs/south/events/later.ics": later}, as_of=date(2016, 6, 28))
    for path, made in outcome.files:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(made.content)
    (answer,) = typing(tmp_path, SEARCH, ["forum"])
    titles = [row.words.split(" forum")[0] for row in answer.rows]
    assert titles.index("Later") < titles.index("Summer")


@pytest.fixture(scope="module")
def found(site: Path) -> dict[str, Answer]:
    need_browser()
    texts = ["kings lynn", "wymondam", "NR6 5AA", "pe301xx", "ZZ99 9ZZ", "Timbuktu", "old"]
    return {answer.text: answer for answer in typing(site, GROUPS, texts)}


@pytest.mark.parametrize(
    ("text", "said", "places"),
    [
        ("kings lynn", "2 places:", ["King's Lynn West LSCG", "King's Lynn and West Norfolk West LSCG"]),
        ("wymondam", "“wymondam” is not on our list. These are spelled nearly the same:", ["Wymondham South LSCG"]),
        ("NR6 5AA", "NR6: City LSCG or North & Broadland LSCG", ["NR6 City LSCG"]),
        ("pe301xx", "PE30: West LSCG", ["PE30 West LSCG"]),
        ("old", "Old Catton: City LSCG or North & Broadland LSCG", ["Old Catton City LSCG"]),
    ],
)
def test_a_place_or_a_postcode_says_its_group(
    text: str, said: str, places: list[str], found: dict[str, Answer]
) -> None:
    answer = found[text]
    assert answer.said == said
    assert len(answer.rows) == len(places)
    for row, place in zip(answer.rows, places, strict=True):
        assert row.words.replace(f", for {place.partition(' West LSCG')[0]}", "").startswith(place.split(" LSCG")[0])
    assert "LSCG" in answer.landed  # the Enter key leads to the first group


@pytest.mark.parametrize(("text", "what"), [("ZZ99 9ZZ", "ZZ99"), ("Timbuktu", "Timbuktu")])
def test_what_is_not_listed_says_whom_to_ask(text: str, what: str, found: dict[str, Answer]) -> None:
    answer = found[text]
    assert answer.said.startswith(f"“{what}” is not on our list.")
    assert "ask the office which LSCG serves you" in answer.said
    assert "01632 960110" in answer.said
    assert "office@example.org" in answer.said
    assert answer.rows == []


def test_the_box_asks_for_its_scripts_alone_and_keeps_nothing(found: dict[str, Answer]) -> None:
    for answer in found.values():
        assert are(answer.asked, *(SCRIPT.format(name) for name in ("matching", "find")))
        assert nothing_told_or_kept(answer)


def test_a_place_in_the_address_is_found(site: Path) -> None:
    need_browser()
    (answer,) = typing(site, GROUPS, [""], suffix="#find=NR1%203AB")
    assert answer.said == "NR1: City LSCG"


def test_the_box_of_the_home_page_leads_to_the_answer_and_sends_no_words(site: Path) -> None:
    need_browser()
    (answer,) = typing(site, "index.html", ["NR1 3AB"], enters=True)
    assert answer.said == "NR1: City LSCG"
    assert nothing_told_or_kept(answer)
    # What stands behind # in an address is for the browser alone.
    assert not any("NR1" in path.partition("#")[0] for path in answer.asked)
    assert "/lscgs/index.html" in answer.asked[0]


def test_a_change_to_come_is_said(site: Path) -> None:
    need_browser()
    (answer,) = typing(site, GROUPS, ["hethersett"])
    assert answer.said == "Hethersett: South LSCG until 31 March 2028. From 1 April 2028: City LSCG"


def test_without_scripts_no_box_stands_there_that_does_nothing(site: Path) -> None:
    need_browser()
    for page in ("index.html", GROUPS):
        (words,) = words_at(site, page, ["2016-06-01T12:00:00Z"], scripts=False)
        assert "Town, parish or postcode" not in words
    assert "Old Catton" in words


def test_the_box_works_from_a_disk(site: Path) -> None:
    need_browser()
    (answer,) = typing(site, GROUPS, ["Dis"], **{"from": "file"})
    assert answer.said == "Diss: South LSCG"
