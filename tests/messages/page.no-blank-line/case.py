"""So many lines are made here."""

from pathlib import Path

import pytest


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = "---\ntitle: Guide\n---\nBefore.\n\n" + "2016-06-27 09:30:00 line\n" * 2_001
    (root / "content/guide.md").write_text(page, "utf-8")
