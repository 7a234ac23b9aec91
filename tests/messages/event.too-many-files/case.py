from pathlib import Path

import pytest

from tests.calendars.ics import vcalendar, vevent
from tests.support.small_site import write


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"X-BOARDSITE-FILE:files/leaflet-{number}.pdf" for number in range(1, 22)]
    event = vevent("SUMMARY:Summer forum", "DTSTART:20160627T093000", *names)
    files = {f"lscgs/south/files/leaflet-{number}.pdf": b"%PDF-1.4 sample" for number in range(1, 22)}
    write(root, {"lscgs/south/events/forum.ics": vcalendar(event), **files})
