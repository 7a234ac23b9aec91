"""A file of so many parts is made here."""

from pathlib import Path

import pytest


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reminders = "BEGIN:VALARM\r\nEND:VALARM\r\n" * 20_000
    text = f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{reminders}END:VEVENT\r\nEND:VCALENDAR\r\n"
    (root / "lscgs/south/events/forum.ics").write_text(text, "utf-8", newline="")
