from pathlib import Path

import pytest


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = root / "content" / "site.yaml"
    text = settings.read_text("utf-8").replace("hours: day and night", "audience: practitioners")
    settings.write_text(text, "utf-8")
