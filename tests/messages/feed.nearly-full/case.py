from pathlib import Path

import pytest

from tests.calendars.ics import vcalendar, vevent
from tests.support.small_site import write


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("boardsite.rendering.output_checks.FEED_EVENTS", 10)
    days = range(1, 10)
    events = (vevent(f"DTSTART;VALUE=DATE:201607{day:02}", uid=f"day-{day}@example.org") for day in days)
    write(root, {"lscgs/south/events/forum.ics": vcalendar(*events)})
