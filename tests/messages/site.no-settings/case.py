"""Take files of the minimal site away."""

from pathlib import Path

import pytest


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "content/site.yaml").unlink()
