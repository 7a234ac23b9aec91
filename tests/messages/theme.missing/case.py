"""What cannot lie in a folder of files is made here."""

import shutil
from pathlib import Path

import pytest


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(root / "theme")
