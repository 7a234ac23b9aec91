"""A command of the program as somebody types it: what it printed, and its exit code.

`run` runs it in this process, because starting Python costs more than most commands do. `run_apart` starts the real
thing: for what only a process of its own shows, and a few times for each command.
"""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from boardsite import cli
from tests.support.small_site import ROOT

MOMENT = "1464771600"  # 1 June 2016, as in tests.support.small_site


@dataclass(frozen=True)
class Done:
    """What came of it, under the names that subprocess has for the same."""

    returncode: int
    stdout: str
    stderr: str


def run(folder: Path, *words: str, **environment: str) -> Done:
    """Run `build.py WORDS` in a folder, on 1 June 2016 unless SOURCE_DATE_EPOCH says otherwise."""
    out, err = io.StringIO(), io.StringIO()
    with (
        contextlib.chdir(folder),
        patch.dict(os.environ, {"SOURCE_DATE_EPOCH": MOMENT, **environment}),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            status = cli.main(list(words))
        except SystemExit as end:  # of argparse
            status = end.code if isinstance(end.code, int) else 0
    return _sane(Done(status, out.getvalue(), err.getvalue()))


def run_apart(folder: Path, *words: str, **environment: str) -> Done:
    """Do the same in a process of its own."""
    settings = {**os.environ, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": MOMENT, **environment}
    command = [sys.executable, "-m", "boardsite", *words]
    done = subprocess.run(command, cwd=folder, env=settings, capture_output=True, text=True, timeout=60)
    return _sane(Done(done.returncode, done.stdout, done.stderr))


def _sane(done: Done) -> Done:
    assert "Traceback" not in done.stdout + done.stderr
    return done
