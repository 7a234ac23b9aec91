"""A repository given by its address."""

from pathlib import Path

import pytest


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = root / "content" / "site.yaml"
    more = "editing:\n  host: github\n  repository: https://git.example.org/site\n"
    site.write_text(site.read_text("utf-8") + more, "utf-8")
