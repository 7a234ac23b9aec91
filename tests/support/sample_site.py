"""The project's own content, built once for all tests that look at a finished site."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from boardsite.pipeline import Order, Outcome, build

ROOT = Path(__file__).parents[2]
DAY = "2016-06-01"


def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the built folder as it is on DAY; the first caller of a test run builds it."""
    dist = tmp_path_factory.getbasetemp() / "sample-site"
    if not dist.exists():
        command = [sys.executable, "-m", "boardsite", "build", "--out", str(dist), "--as-of", DAY]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stdout + done.stderr
    return dist


def outcome_on(day: date) -> Outcome:
    """Return the project's own content as it is on a day, in memory."""
    return build(Order(ROOT, datetime(day.year, day.month, day.day, tzinfo=UTC), as_of=day))
