"""The forms' modules export what another of them uses, and nothing else."""

from __future__ import annotations

import re

from tests.support.browser import ROOT

EXPORT = re.compile(r"export (?:async )?(?:const|function|class) (\w+)")


def test_every_export_is_used_by_another_module() -> None:
    modules = {
        path: path.read_text("utf-8")
        for room in ("calendar", "settings", "pages")
        for path in (ROOT / "forms" / room).glob("*.js")
    }
    names = {(path, name) for path, text in modules.items() for name in EXPORT.findall(text)}
    assert len(names) > 40
    for path, name in names:
        others = (text for other, text in modules.items() if other != path)
        assert any(re.search(rf"import \{{[^}}]*\b{name}\b", text) for text in others), f"{path.name}: {name}"
