"""What cannot lie in a folder of files is made here."""

from pathlib import Path

import pytest


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "content" / "files").mkdir()
    with (root / "content" / "files" / "film.pdf").open("wb") as film:
        film.truncate(26_000_000)
