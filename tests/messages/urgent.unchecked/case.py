from pathlib import Path

import pytest


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = root / "content" / "site.yaml"
    text = settings.read_text("utf-8").replace("checked_on: 1 May 2016", "checked_on: 1 May 2015")
    settings.write_text(text, "utf-8")
