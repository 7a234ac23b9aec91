"""A converter that never ends; the patience is short here."""

from pathlib import Path

import pytest

from boardsite import patience
from boardsite.markup import body


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(text: str) -> str:
        while "endless" in text:
            pass
        return text

    monkeypatch.setattr(body, "to_html", endless)
    limited = patience.limited
    monkeypatch.setattr(patience, "limited", lambda thing: limited(thing, 0.1))  # the sentence keeps its figure
    (root / "content/guide.md").write_text("---\ntitle: Guide\n---\nAn endless text.\n", "utf-8")
