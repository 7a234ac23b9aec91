"""A small tree that is looked at, and looks that take as long as a test says."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from boardsite.reading.looking import Glance, look
from boardsite.serving import lookout


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Return a page of a project that has another one beside it."""
    page = tmp_path / "content" / "page.md"
    page.parent.mkdir()
    page.write_text("one")
    (page.parent / "other.md").write_text("one")
    return page


@pytest.fixture
def slow_looks(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], list[tuple[float, float]]]:
    """Return what makes each look at the whole tree take so many seconds more, and gives when each began and ended."""

    def slow(seconds: float) -> list[tuple[float, float]]:
        times: list[tuple[float, float]] = []

        def looked(root: Path) -> Glance:
            began = time.monotonic()
            time.sleep(seconds)
            found = look(root)
            times.append((began, time.monotonic()))
            return found

        monkeypatch.setattr(lookout, "look", looked)
        return times

    return slow
