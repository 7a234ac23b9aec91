"""What cannot lie in a folder of files is made here."""

from pathlib import Path

import pytest


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(text: str) -> str:
        raise AssertionError(text[:1])

    monkeypatch.setattr("boardsite.markup.body.to_html", stumble)
