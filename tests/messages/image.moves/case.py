"""A GIF of two views."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = root / "content/images/wave.gif"
    target.parent.mkdir(parents=True)
    views = [Image.new("RGB", (40, 30), colour) for colour in ("white", "black")]
    views[0].save(target, save_all=True, append_images=views[1:])
