"""What goes on for several days stays in one row of its week, and is in none of its days left out for want of room."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.calendars.ics import vcalendar, vevent
from tests.support import small_site
from tests.support.browser import lanes, need_browser

pytestmark = pytest.mark.browser

MONTH = "lscgs/south/calendar/2016-06/index.html"
LONG = {
    "Safer week for children, young people and their families": ("20160613", "20160616"),
    "Training": ("20160614", "20160618"),
    "Fair": ("20160617", "20160620"),
    "Over the month": ("20160629", "20160703"),
}
BUSY = ("20160615", "20160616")  # with the two that go on, each has more than a day can show


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    events = [
        vevent(f"DTSTART;VALUE=DATE:{first}", f"DTEND;VALUE=DATE:{after}", uid=f"{title}@x", title=title)
        for title, (first, after) in LONG.items()
    ]
    events += [
        vevent(f"DTSTART:{day}T{hour}0000", uid=f"{day}{hour}@x", title=f"Talk at {hour}")
        for day in BUSY
        for hour in ("08", "09", "10")
    ]
    changes = {"lscgs/south/events/forum.ics": vcalendar(*events)}
    root = small_site.write(tmp_path_factory.mktemp("lanes"), changes)
    environment = {**os.environ, "PYTHONPATH": str(small_site.ROOT), "SOURCE_DATE_EPOCH": "1464771600"}
    subprocess.run([sys.executable, "-m", "boardsite"], cwd=root, env=environment, check=True, capture_output=True)
    return root / "dist"


@pytest.fixture(scope="module")
def tops(dist: Path) -> dict[str, int | None]:
    need_browser()
    return lanes(dist, MONTH)


def test_what_goes_on_for_days_stays_in_one_row_of_its_week(tops: dict[str, int | None]) -> None:
    for title, days in (("Safer week", 3), ("Training", 4), ("Over the month", 2)):
        found = [top for words, top in tops.items() if words.startswith(title)]
        assert len(found) == days, tops
        assert len(set(found)) == 1, (title, found)
        assert found[0] is not None, title
    fair = {words.partition(",")[0]: top for words, top in tops.items() if words.startswith("Fair")}
    assert len(set(fair.values())) == 1, fair


def test_a_full_day_leaves_out_what_is_in_no_other_day(tops: dict[str, int | None], dist: Path) -> None:
    hidden = [words for words, top in tops.items() if top is None]
    assert len(hidden) == 3, tops
    assert all("Talk" in words for words in hidden)
    html = (dist / MONTH).read_text()
    assert re.findall(r"and (\d) more", html) == ["2", "1"]
