"""A page made once stays true: in the visitor's browser what is over folds away, and without scripts it reads right."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pages.test_event_pages import GUIDE, PATH, calendar
from tests.support import small_site
from tests.support.browser import need_browser, words_at

pytestmark = pytest.mark.browser

BEFORE = "2016-06-27T08:00:00Z"
DAY_BEFORE = "2016-06-26T12:00:00Z"
DAY_AFTER = "2016-06-28T12:00:00Z"
MONTH_AFTER = "2016-07-28T12:00:00Z"
YEAR_AFTER = "2017-06-28T12:00:00Z"


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site made on 1 June 2016: one event on 27 June, one on 20 July, one on 4, 11 and 18 July."""
    later = "UID:later@example.org\nDTSTART;TZID=Europe/London:20160720T100000\nDTEND;TZID=Europe/London:20160720T120000\nSUMMARY:Walk"
    series = "UID:series@example.org\nDTSTART:20160704T100000\nRRULE:FREQ=WEEKLY;COUNT=3\nSUMMARY:Drop-in"
    files = {"guide": GUIDE, "walk": later, "drop-in": series}
    changes = {PATH.format("forum"): None, **{PATH.format(name): calendar(event) for name, event in files.items()}}
    root = small_site.write(tmp_path_factory.mktemp("fresh"), changes)
    environment = {**os.environ, "PYTHONPATH": str(small_site.ROOT), "SOURCE_DATE_EPOCH": "1464771600"}
    subprocess.run([sys.executable, "-m", "boardsite"], cwd=root, env=environment, check=True, capture_output=True)
    return root / "dist"


@pytest.mark.parametrize("page", ["index.html", "lscgs/south/index.html", "lscgs/south/calendar/index.html"])
def test_what_is_over_folds_away_without_a_new_build(page: str, dist: Path) -> None:
    need_browser()
    before, day, month, year = words_at(dist, page, [BEFORE, DAY_AFTER, MONTH_AFTER, YEAR_AFTER])
    assert "Threshold Guide event" in before
    assert "Threshold Guide event" not in day
    assert "Walk" in day
    assert "Walk" not in month
    assert "no events" in month.lower()
    assert "Walk" not in year


@pytest.mark.parametrize(
    ("page", "heading"), [("index.html", "Dates to come"), ("poster/index.html", "More dates")]
)
def test_no_heading_stands_over_dates_that_are_all_over(page: str, heading: str, dist: Path) -> None:
    need_browser()
    before, after = words_at(dist, f"lscgs/south/events/drop-in/{page}", [BEFORE, MONTH_AFTER])
    for words, is_left in ((before, True), (after, False)):
        assert ("Monday 18 July 2016" in words) is is_left
        assert (heading in words and "All dates that were known" not in words) is is_left


def test_today_and_tomorrow_are_said(dist: Path) -> None:
    need_browser()
    today, tomorrow, later = words_at(dist, "lscgs/south/index.html", [BEFORE, DAY_BEFORE, DAY_AFTER])
    assert "Today" in today
    assert "Tomorrow" in tomorrow
    assert "Today" not in later
    assert "Tomorrow" not in later


def test_without_scripts_the_page_says_when_it_was_made_and_dates_say_their_day(dist: Path) -> None:
    need_browser()
    (words,) = words_at(dist, "lscgs/south/calendar/index.html", [YEAR_AFTER], scripts=False)
    assert "Monday 27 June 2016, time to be confirmed" in words
    html = (dist / "lscgs/south/calendar/index.html").read_text()
    assert "This page was made on Wednesday 1 June 2016." in re.sub(r"<[^>]+>", "", html)


def test_the_list_of_a_year_keeps_what_is_over(dist: Path) -> None:
    need_browser()
    (words,) = words_at(dist, "lscgs/south/calendar/2016/index.html", [YEAR_AFTER])
    assert "Threshold Guide event" in words
