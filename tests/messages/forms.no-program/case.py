"""A board that wants forms, on a machine on which nothing of them is."""

from pathlib import Path

import pytest


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = root / "content" / "site.yaml"
    site.write_text(site.read_text("utf-8") + "editing:\n  host: github\n  repository: example-board/site\n", "utf-8")
