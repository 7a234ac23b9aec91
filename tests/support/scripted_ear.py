"""A system that tells of saves as it is written, for tests of what is made of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

NOTHING = frozenset[str]()


@dataclass
class Script:
    """A system that does and tells what is written here, a line each time somebody waits for it."""

    lines: list[Callable[[], frozenset[str]]]
    asked: list[float] = field(default_factory=list)
    hears: bool = True

    def wait(self, seconds: float, settled: float) -> frozenset[str]:
        self.asked.append(seconds)
        time.sleep(0.001)
        return self.lines.pop(0)() if self.lines else NOTHING


def nothing() -> frozenset[str]:
    return NOTHING


def saved(page: Path, *told: str) -> Callable[[], frozenset[str]]:
    """Save a page, and tell of these."""

    def save() -> frozenset[str]:
        page.write_text(page.read_text() + "x")
        return frozenset(told)

    return save


def told(*paths: str) -> Callable[[], frozenset[str]]:
    return lambda: frozenset(paths)
