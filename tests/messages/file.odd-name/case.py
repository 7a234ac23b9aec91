"""What cannot lie in a folder of files is made here."""

from pathlib import Path

import pytest


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "content" / "fly\x01er.md").write_text("x")
