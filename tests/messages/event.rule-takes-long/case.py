"""The bound is lowered: one rule alone does not reach it."""

from pathlib import Path

import pytest


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("boardsite.calendars.limits.LOOKS_OF_A_FILE", 1_000)
