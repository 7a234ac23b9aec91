"""No file hangs or fills the memory: each hostile one is read and followed in 3 seconds of a processor and 300 MB.

A quiet machine keeps that; a busy one is given the room that every bound of work in these tests has.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache

import pytest

from tests.calendars.hostile_files import FILES
from tests.support.sample_site import ROOT
from tests.support.soon import ROOM

SECONDS, MEGABYTES = 3, 300
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="limits of time and memory need a Unix system")


@cache
def figures() -> dict[str, dict[str, float]]:
    # The hard limits are well above, so that a figure is reported where there is one.
    limits = str(SECONDS * 12), str(MEGABYTES * 5)
    command = [sys.executable, "-m", "tests.calendars.follow_one_file", *limits]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, done.stderr
    return {line["name"]: line for line in map(json.loads, done.stdout.splitlines())}


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_answered_soon_and_in_little_room(name: str) -> None:
    taken = figures()[name]
    assert "read" in taken, "it was stopped at the limit of time or memory"
    most = SECONDS * ROOM
    assert taken["read"] + taken["followed"] < most
    assert taken["checked"] < most
    assert taken["written"] < most
    assert taken["megabytes"] < MEGABYTES
    assert taken["is_balanced"] and taken["is_answered"]
