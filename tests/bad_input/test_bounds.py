"""All cases of bad input in one site take little more time and memory than a sound site: measured from outside."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bad_input import sites
from tests.bad_input.all_cases import CASES
from tests.bad_input.cases import typed
from tests.support import small_site

SECONDS, MEGABYTES = 60, 600
pytestmark = pytest.mark.skipif(
    not hasattr(os, "wait4"), reason="time and memory of another process need a Unix system"
)


def taken(site: Path) -> tuple[float, float, int]:
    """Return the seconds of the processor, the megabytes at the worst and the exit code of a check."""
    settings = {**os.environ, "PYTHONPATH": str(small_site.ROOT), "SOURCE_DATE_EPOCH": "1464771600"}
    command = [sys.executable, "-m", "boardsite", "check"]
    process = subprocess.Popen(command, cwd=site, env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1_000, process.returncode


def test_all_bad_input_together_is_answered_soon_and_in_little_room(tmp_path: Path) -> None:
    sound = taken(small_site.write(tmp_path / "sound", sites.SOUND))
    files = dict(sites.SOUND)
    for case in CASES:
        if not case.is_alone:
            files |= typed(case)
    bad = taken(small_site.write(tmp_path / "bad", files))
    assert (sound[2], bad[2]) == (0, 1)
    assert bad[0] < SECONDS + 3 * sound[0], bad
    assert bad[1] < MEGABYTES + sound[1], bad
