"""What cannot lie in a folder of files is made here."""

from pathlib import Path

import pytest


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("boardsite.reading.looking.MOST_FILES", 3)
