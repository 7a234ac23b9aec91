"""A list of so many dates is made here: half a day of appointments, day after day."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.support import small_site


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    days = [date(2017, 1, 1) + timedelta(days=number) for number in range(336)]
    listed = "\r\n".join(
        f"RDATE;TZID=Europe/London:{','.join(f'{day:%Y%m%d}T{hour:02}0000' for hour in range(9, 15))}" for day in days
    )
    text = small_site.EVENT.replace("SUMMARY", f"{listed}\r\nSUMMARY")
    (root / "lscgs/south/events/forum.ics").write_text(text, "utf-8", newline="")
