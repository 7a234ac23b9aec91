"""What cannot lie in a folder of files is made here."""

from pathlib import Path

import pytest
from PIL import Image


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "content" / "images").mkdir()
    Image.new("L", (100, 17_000)).save(root / "content" / "images" / "poster.png")
    (root / "content" / "guide.md").write_text("---\ntitle: Guide\n---\n![A poster](images/poster.png)\n")
