"""A line of this length is made here: a series from which a program took thousands of dates out."""

from pathlib import Path

import pytest

from tests.support import small_site


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    removed = ",".join(["20160712T083000Z"] * 4_000)
    text = small_site.EVENT.replace("SUMMARY", f"RRULE:FREQ=DAILY\r\nEXDATE:{removed}\r\nSUMMARY")
    (root / "lscgs/south/events/forum.ics").write_text(text, "utf-8", newline="")
