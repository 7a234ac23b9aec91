"""The bound is lowered: a thousand series would make the test slow."""

from pathlib import Path

import pytest


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("boardsite.calendars.limits.REPEATING_SERIES", 3)
