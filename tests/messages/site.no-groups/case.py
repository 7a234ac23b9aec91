"""Take files of the minimal site away."""

from pathlib import Path

import pytest


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "lscgs/south/index.md").unlink()
    (root / "lscgs/south/news/forum.md").unlink()
    (root / "lscgs/south/contacts.yaml").unlink()
    (root / "lscgs/south/events/forum.ics").unlink()
