"""A file of this size is made here."""

from pathlib import Path

import pytest


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    picture = "BEGIN:VCALENDAR\r\nATTACH;ENCODING=BASE64;VALUE=BINARY:" + "A" * 5_200_000 + "\r\nEND:VCALENDAR\r\n"
    (root / "lscgs/south/events/forum.ics").write_text(picture, "utf-8", newline="")
