"""The bound is lowered, so that a small file goes past it."""

from pathlib import Path

import pytest


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("boardsite.calendars.recurrence.OCCURRENCES", 3)
