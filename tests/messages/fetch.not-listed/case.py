from pathlib import Path

import pytest

from tests.support.published_calendars import COPY
from tests.support.small_site import write


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(root, {COPY: "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"})
