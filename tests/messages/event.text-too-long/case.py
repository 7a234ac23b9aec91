"""A text of this length is made here."""

from pathlib import Path

import pytest

from tests.support import small_site


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = small_site.EVENT.replace("LOCATION", f"DESCRIPTION:{'minutes of the last forum ' * 800}\r\nLOCATION")
    (root / "lscgs/south/events/forum.ics").write_text(text, "utf-8", newline="")
