"""Work that hears no timer, or fills the memory, or crashes a library, is ended by the system; the rest is published."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support import small_site

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="workers that can be ended are for Linux: untested here"
)

# What a library could do in C: sum() never looks at signals, and an abort asks nobody.
FAULTS = {
    "for ever": "sum(itertools.repeat(1))",
    "memory": "[bytearray(50_000_000) for _ in range(1_000)]",
    "memory in one piece": "bytearray(3_000_000_000)",
    "abort": "os.abort()",
    "segmentation fault": "ctypes.string_at(0)",
}
PROGRAM = """
import ctypes, faulthandler, itertools, os, sys
from boardsite import patience
from boardsite.cli import main
from boardsite.commands import apart
from boardsite.markup import body

patience._GRACE = 0.3
limited = patience.limited
patience.limited = lambda thing: limited(thing, 0.3)
whole = body.to_html

def to_html(text):
    if "runaway" in text:
        FAULT
    return whole(text)

body.to_html = to_html
sys.exit(main(apart=apart.run))
"""
BROKEN = {
    "lscgs/south/news/forum.md": "---\ntitle: Forum\ndate: 9 May 2016\nsummary: s\n---\nA runaway text.\n",
    "lscgs/south/news/second.md": "---\ntitle: Second\ndate: 9 May 2016\nsummary: s\n---\nAnother runaway text.\n",
}


def run(root: Path, fault: str, *words: str) -> subprocess.CompletedProcess[str]:
    settings = {**os.environ, "PYTHONPATH": str(small_site.ROOT), "SOURCE_DATE_EPOCH": "1464771600"}
    command = [sys.executable, "-c", PROGRAM.replace("FAULT", fault), *words]
    return subprocess.run(command, cwd=root, env=settings, capture_output=True, text=True, timeout=120)


@pytest.mark.parametrize("name", FAULTS)
def test_what_no_timer_reaches_is_named_and_left_out_and_the_rest_is_published(tmp_path: Path, name: str) -> None:
    root = small_site.write(tmp_path, BROKEN)
    done = run(root, FAULTS[name], "build", "--leave-out-broken")
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("file.takes-too-long") == 2
    assert all(path in done.stderr for path in BROKEN)
    assert "Traceback" not in done.stderr
    assert (root / "dist/index.html").is_file()
    assert not (root / "dist/lscgs/south/news/forum").exists()


def test_without_leave_to_leave_out_nothing_is_published(tmp_path: Path) -> None:
    root = small_site.write(tmp_path, BROKEN)
    done = run(root, FAULTS["abort"], "build")
    assert done.returncode == 1
    assert not (root / "dist").exists()


def test_check_tells_it_too(tmp_path: Path) -> None:
    done = run(small_site.write(tmp_path, BROKEN), FAULTS["abort"], "check")
    assert done.returncode == 1
    assert done.stdout.count("file.takes-too-long") + done.stderr.count("file.takes-too-long") == 2


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_a_worker_that_somebody_ended_is_told_and_nothing_is_given_up(tmp_path: Path, number: signal.Signals) -> None:
    root = small_site.write(tmp_path, BROKEN)
    done = run(root, f"os.kill(os.getpid(), {int(number)})", "build", "--leave-out-broken")
    assert done.returncode == 3
    assert f"ended from outside ({number.name})" in done.stderr
    assert not (root / "dist").exists()


def test_a_worker_does_not_outlive_its_command(tmp_path: Path) -> None:
    parent = sleeping(tmp_path)
    worker = _when_there(tmp_path / "child")
    parent.kill()
    parent.communicate(timeout=20)
    for _ in range(100):
        if not _is_running(worker):
            return
        time.sleep(0.1)
    raise AssertionError("the worker goes on without its command")


def test_ctrl_c_stops_both_and_is_answered_once(tmp_path: Path) -> None:
    parent = sleeping(tmp_path)
    _when_there(tmp_path / "child")
    os.killpg(parent.pid, signal.SIGINT)
    _, said = parent.communicate(timeout=20)
    assert (parent.returncode, said) == (3, "Stopped. The published site is whole: the old one, or the new one.\n")


def sleeping(tmp_path: Path) -> subprocess.Popen[str]:
    """Return a build whose worker writes its number into the file "child" and then sleeps."""
    root = small_site.write(tmp_path, BROKEN)
    fault = f"open({str(tmp_path / 'child')!r}, 'w').write(str(os.getpid())); import time; time.sleep(60)"
    settings = {**os.environ, "PYTHONPATH": str(small_site.ROOT), "SOURCE_DATE_EPOCH": "1464771600"}
    command = [sys.executable, "-c", PROGRAM.replace("FAULT", fault), "build"]
    return subprocess.Popen(
        command,
        cwd=root,
        env=settings,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )


def _when_there(mark: Path) -> int:
    for _ in range(300):
        if mark.is_file() and (text := mark.read_text()):
            return int(text)
        time.sleep(0.1)
    raise AssertionError("no worker was started")


def _is_running(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state not in "ZX"
