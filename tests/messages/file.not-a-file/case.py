"""What cannot lie in a folder of files is made here."""

import os
from pathlib import Path

import pytest


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(root / "content" / "pipe.md")
