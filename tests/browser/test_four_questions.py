"""Who do I call? Which group is mine? What is on? What is new? One tap from any page, 320 px wide, without scripts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import hostile_site
from tests.support.browser import need_browser, one_of_each_kind, taps
from tests.support.page_rules import public_pages
from tests.support.site_reader import read_site

pytestmark = pytest.mark.browser

GROUPS, CALENDAR, NEWS = "lscgs/index.html", "calendar/index.html", "news/index.html"
Taps = dict[str, tuple[list[str], str]]


def unanswered(found: Taps) -> list[str]:
    """Return every question of a page that no link answers which can be tapped at once."""
    told = []
    for page, (links, _) in found.items():
        # The page of missing addresses is shown at any depth, so its links begin at the site and name no file.
        there = {link.removesuffix("index.html") for link in links}
        missing = [answer for answer in (GROUPS, CALENDAR, NEWS) if answer.removesuffix("index.html") not in there]
        told += [f"{page}: no link to {answer}" for answer in missing]
        if not {"tel:999"} <= there or not any(link.startswith("tel:+44") for link in there):
            told.append(f"{page}: nobody to call")
    return told


@pytest.fixture(scope="module")
def found(site: Path) -> Taps:
    need_browser()
    kinds = one_of_each_kind(public_pages(read_site(site)), site)
    return taps(site, dict.fromkeys((*kinds, GROUPS, CALENDAR, NEWS)))


def test_every_kind_of_page_answers_the_four_questions_with_one_tap(found: Taps) -> None:
    assert len(found) > 12
    assert unanswered(found) == []


def test_behind_the_tap_is_the_answer(found: Taps) -> None:
    groups, calendar, news = (found[page] for page in (GROUPS, CALENDAR, NEWS))
    for name in ("South LSCG", "City LSCG", "West LSCG", "North & Broadland LSCG", "Wymondham"):
        assert name in groups[1]
    assert {"lscgs/south/index.html", "lscgs/north-broadland/index.html"} <= set(groups[0])
    assert "Monday 27 June 2016" in calendar[1]
    assert any(link.startswith("lscgs/south/events/") for link in calendar[0])
    assert "Threshold Guide events in June" in news[1]
    assert "news/threshold-guide-events-in-june/index.html" in news[0]


def test_a_menu_without_them_and_the_longest_names_hide_no_answer(tmp_path_factory: pytest.TempPathFactory) -> None:
    need_browser()
    dist = hostile_site.built(tmp_path_factory, "crowded", hostile_site.CROWDED)
    pages = ("index.html", "page-0/index.html", "lscgs/south/index.html", "lscgs/g-01/index.html")
    assert unanswered(taps(dist, pages)) == []


def test_a_page_without_answers_is_found() -> None:
    assert unanswered({"a.html": (["tel:999", "calendar/index.html", "news/"], "")}) == [
        "a.html: no link to lscgs/index.html",
        "a.html: nobody to call",
    ]
