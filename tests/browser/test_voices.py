"""The calendar as a screen reader says it and as the Tab key walks it."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.calendars.ics import vcalendar, vevent
from tests.support import small_site
from tests.support.browser import need_browser, voices

pytestmark = pytest.mark.browser

WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTH = "lscgs/south/calendar/2016-06/index.html"
EVENTS = {
    "Forum": ["DTSTART;TZID=Europe/London:20160627T093000", "DTEND;TZID=Europe/London:20160627T120000"],
    "Walk": ["DTSTART;TZID=Europe/London:20160621T100000", "STATUS:CANCELLED"],
    "Guide": ["DTSTART;VALUE=DATE:20160629", "X-BOARDSITE-TIME:TO-BE-CONFIRMED"],
    "Safer week": ["DTSTART;VALUE=DATE:20160613", "DTEND;VALUE=DATE:20160617"],
    **{f"Talk {n}": [f"DTSTART;TZID=Europe/London:20160608T{8 + n:02}0000"] for n in range(1, 6)},
}


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    events = (vevent(*lines, uid=f"{title}@example.org", title=title) for title, lines in EVENTS.items())
    changes = {"lscgs/south/events/forum.ics": vcalendar(*events)}
    root = small_site.write(tmp_path_factory.mktemp("voices"), changes)
    environment = {**os.environ, "PYTHONPATH": str(small_site.ROOT), "SOURCE_DATE_EPOCH": "1464771600"}
    subprocess.run([sys.executable, "-m", "boardsite"], cwd=root, env=environment, check=True, capture_output=True)
    return root / "dist"


def test_the_month_is_a_table_in_which_each_event_is_said_with_its_date(dist: Path) -> None:
    need_browser()
    (page,) = voices(dist, [MONTH])
    (table,) = page.tables
    assert table.name == "June 2016"
    assert table.headers == WEEKDAYS
    assert len(table.rows) == 5
    said: list[str] = []
    for row in table.rows:
        assert len(row) == 7
        for weekday, cell in zip(WEEKDAYS, row, strict=True):
            for link in cell.links:
                day = date(2016, 6, int(link.partition(" June 2016")[0].split()[-1]))
                assert day.strftime("%A") == weekday, link
                assert cell.words.startswith(f"{day.day} June 2016"), link
                said.append(" ".join(link.replace(" ,", ",").split()))
    assert "9:30am to midday Forum, 27 June 2016" in said
    assert "from 10am Cancelled: Walk, 21 June 2016" in said
    assert "time to be confirmed Guide, 29 June 2016" in said
    week = [words for words in said if words.startswith("Safer week")]
    assert week == [f"Safer week day {n} of 4, {12 + n} June 2016" for n in range(1, 5)]
    assert "and 2 more on 8 June 2016" in said
    assert [words for words in said if "Talk" in words] == [
        f"from {8 + n}am Talk {n}, 8 June 2016" for n in range(1, 4)
    ]


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize(
    "path",
    [MONTH, "lscgs/south/calendar/index.html", "calendar/index.html", "lscgs/south/calendar/2016/index.html"],
)
def test_the_tab_key_alone_reaches_everything_in_the_order_of_the_page(path: str, width: int, dist: Path) -> None:
    need_browser()
    (page,) = voices(dist, [path], widths=[width])
    assert len(page.reachable) > 10
    assert page.stops == page.reachable


def test_what_a_full_day_leaves_out_is_one_key_away(dist: Path) -> None:
    need_browser()
    (page,) = voices(dist, [MONTH], keys=["and 2 more", "Talk 5"])
    assert page.landed.startswith("lscgs/south/events/talk-5-")
