"""A designer mistypes an address in a component."""

from pathlib import Path

import pytest


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    component = root / "theme" / "templates" / "components" / "group_switcher.html"
    text = component.read_text("utf-8")
    assert 'all_address="/lscgs/"' in text
    component.write_text(text.replace('all_address="/lscgs/"', 'all_address="/groups/"'), "utf-8")
