"""One Chromium for all the tests of a process: to start one takes longer than most looks at a page do.

Each look has windows of its own, which share nothing: no store, no cache, no permission (see tests/browser/stay.mjs).
"""

from __future__ import annotations

import atexit
import json
import subprocess
import tempfile
import threading
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SECONDS = 300  # for one look; what takes longer hangs


class OneBrowser:
    """The program that looks, started when first something is asked, and anew where it has ended."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None
        self._said = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - open as long as the program
        atexit.register(self.end)

    def answer(self, mode: str, options: dict[str, object]) -> dict[str, Any]:
        """Return what a look has found; AssertionError with the program's own words where it could not look."""
        process = self._process = self._process or self._started()
        assert process.stdin
        assert process.stdout
        limit = threading.Timer(SECONDS, process.kill)
        limit.start()
        try:
            process.stdin.write(json.dumps({"mode": mode, "options": options}) + "\n")
            process.stdin.flush()
            line = process.stdout.readline()
        except BrokenPipeError:
            line = ""
        finally:
            limit.cancel()
        if not line:
            self.end()
            self._said.seek(0)
            raise AssertionError(f"{mode}: the browser's program ended, or took {SECONDS} s: {self._said.read()}")
        told = json.loads(line)
        assert "answer" in told, f"{mode}: {told['problem']}"
        answer: dict[str, Any] = told["answer"]
        return answer

    def _started(self) -> subprocess.Popen[str]:
        command = ["node", str(ROOT / "tests" / "browser" / "stay.mjs")]
        return subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._said, encoding="utf-8"
        )

    def end(self) -> None:
        """Let the program close its browser and go."""
        process, self._process = self._process, None
        if process is None:
            return
        try:
            process.communicate(timeout=20)  # the end of its orders is the sign to go
        except (subprocess.TimeoutExpired, BrokenPipeError):
            process.kill()
            process.communicate()


@cache
def _browser() -> OneBrowser:
    return OneBrowser()


def looked(mode: str, **options: object) -> dict[str, Any]:
    """Return what a look in Chromium has found (its modes and options are told in tests/browser/run.mjs)."""
    return _browser().answer(mode, options)
