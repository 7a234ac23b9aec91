"""Killed, or refused by the system, at every call that changes the disk, and at any moment of a whole build.

strace ends the process at the n-th call of a kind, or has that call fail. Where there is no strace,
test_releases.py kills by Python's own audit events. `BOARDSITE_KILLS=200` plays more random moments.
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from boardsite.publishing import leftovers, swap
from boardsite.publishing.releases import MANIFEST, publish
from boardsite.rendering.artifact import Artifact
from tests.support import small_site
from tests.support.kept import assert_tidy, kept

KILLS = int(os.environ.get("BOARDSITE_KILLS", "4"))
CALLS = "rename,renameat,renameat2,link,linkat,mkdir,mkdirat,rmdir,unlink,unlinkat,fsync,fdatasync,flock,chmod,fchmod,fchmodat"
PUBLISH = """
import json, sys
from pathlib import Path
from boardsite.diagnostics import BoardsiteError
from boardsite.publishing.releases import publish
from boardsite.rendering.artifact import Artifact
out = Path(sys.argv[1])
try:
    publish([(path, Artifact("", text.encode())) for path, text in json.loads(sys.argv[2]).items()], out, out.parent / "project")
except BoardsiteError as problem:
    sys.exit(f"SAID {problem.sentence}")
"""
OLD = {"index.html": "the same", "a/index.html": "old", "b/c.ics": "old"}
NEW = {"index.html": "the same", "a/index.html": "new", "d/e.ics": "new"}
LATER = {"index.html": "the same", "a/index.html": "old", "b": "a file now", "d/e.ics/f.html": "a folder now"}
NO_EXCHANGE = ("-e", "inject=renameat2:error=ENOSYS")
# What a full, broken, forbidden or odd disk says
FAULTS = {"write": "ENOSPC", "mkdir": "ENOSPC", "rename": "EIO", "link": "EMLINK", "unlink": "EROFS", "rmdir": "EBUSY", "chmod": "EPERM", "flock": "ENOLCK", "renameat2": "EINVAL"}  # fmt: skip


def traced(out: Path, files: dict[str, str], *options: str) -> subprocess.CompletedProcess[str]:
    log = out.parent.parent / f"{out.parent.name}.log"
    command = [
        "strace",
        "-f",
        "-qq",
        "-o",
        str(log),
        *options,
        sys.executable,
        "-B",
        "-c",
        PUBLISH,
        str(out),
        json.dumps(files),
    ]
    done = subprocess.run(command, cwd=small_site.ROOT, capture_output=True, text=True, timeout=60)
    assert "Traceback" not in done.stderr, done.stderr
    return done


@cache
def can_trace() -> bool:
    if shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "-qq", "-o", os.devnull, "true"], capture_output=True).returncode == 0


needs_strace = pytest.mark.skipif(
    not can_trace(), reason="strace is not there: untested that a kill at each system call leaves a whole site"
)


def put(out: Path, files: dict[str, str]) -> None:
    publish([(path, Artifact("", text.encode())) for path, text in files.items()], out, out.parent / "project")


def read(out: Path) -> dict[str, str] | None:
    """Return the published files, or None where there is no folder."""
    if not out.exists():
        return None
    files = (path for path in out.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(out).as_posix(): path.read_text() for path in files}


def put_old(out: Path, *, has_kept: bool) -> None:
    """Publish OLD, with a folder beside it that is kept, or without."""
    if has_kept:
        put(out, LATER)
    put(out, OLD)
    assert kept(out).exists() == has_kept


def calls_of(folder: Path, *options: str, has_kept: bool) -> list[tuple[str, int]]:
    """Return each call that changes the disk in publishing NEW over OLD: its name, and the how manieth of that name."""
    out = folder / "calls" / "dist"
    put_old(out, has_kept=has_kept)
    assert traced(out, NEW, "-e", f"trace={CALLS}", *options).returncode == 0
    names = re.findall(r"^(?:\d+ +)?(\w+)\(", (folder / "calls.log").read_text(), re.M)
    seen: Counter[str] = Counter()
    return [(name, seen[name]) for name in names if seen.update([name]) is None]


@needs_strace
@pytest.mark.parametrize("has_kept", [False, True], ids=["alone", "beside a kept folder"])
@pytest.mark.parametrize("options", [(), NO_EXCHANGE], ids=["in one step", "in two renames"])
def test_killed_at_each_system_call_the_site_is_wholly_old_or_wholly_new(
    tmp_path: Path, options: tuple[str, ...], has_kept: bool
) -> None:
    calls = calls_of(tmp_path, *options, has_kept=has_kept)
    assert {"mkdir", "rename", "rmdir", "link", "unlink"} <= {name for name, _ in calls}
    outcomes: Counter[str] = Counter()
    for number, (name, at) in enumerate(calls):
        out = tmp_path / str(number) / "dist"
        put_old(out, has_kept=has_kept)
        extra = () if name == "renameat2" else options
        if traced(out, NEW, *extra, "-e", f"inject={name}:signal=KILL:when={at}").returncode == 0:
            assert (name, at) == calls[-1]  # it was over but for its tidying up
        found = read(out)
        if found is None and options:
            assert read(out.with_name(".dist.aside")) == OLD
            swap.recover(out)
            found = read(out)
            outcomes["missing for a moment"] += 1
        assert found in (OLD, NEW), f"a mixture after call {number}, {name}"
        outcomes["old" if found == OLD else "new"] += 1
        after = NEW if number % 2 else LATER  # what is half done is of use to any release, or of none
        put(out, after)
        assert read(out) == after
        assert_tidy(out)
    assert outcomes["old"] and outcomes["new"]
    assert bool(outcomes["missing for a moment"]) == bool(options)


@needs_strace
@pytest.mark.parametrize("has_kept", [False, True], ids=["alone", "beside a kept folder"])
@pytest.mark.parametrize(("name", "error"), FAULTS.items(), ids=FAULTS)
def test_a_call_that_the_system_refuses_leaves_the_old_site_or_the_new_one(
    tmp_path: Path, name: str, error: str, has_kept: bool
) -> None:
    for number in range(1, 9):
        out = tmp_path / str(number) / "dist"
        put_old(out, has_kept=has_kept)
        done = traced(out, NEW, "-e", f"inject={name}:error={error}:when={number}")
        found = read(out)
        assert found == (NEW if done.returncode == 0 else OLD), (number, done.stderr)
        assert done.returncode == 0 or done.stderr.startswith("SAID "), done.stderr
        put(out, NEW)
        assert read(out) == NEW
        assert_tidy(out)


def site_of(folder: Path, title: str) -> Path:
    return small_site.write(
        folder, {"lscgs/south/news/forum.md": f"---\ntitle: {title}\ndate: 9 May 2016\nsummary: s\n---\nText.\n"}
    )


def begun(site: Path, stderr: int = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
    settings = {**os.environ, "PYTHONPATH": str(small_site.ROOT), "SOURCE_DATE_EPOCH": "1464771600"}
    return subprocess.Popen(
        [sys.executable, "-m", "boardsite"], cwd=site, env=settings, stdout=subprocess.DEVNULL, stderr=stderr
    )


def tree(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def is_at_work(out: Path) -> bool:
    return kept(out).exists() and not leftovers.is_twin(kept(out), out)


def test_a_build_killed_at_any_moment_leaves_one_whole_site_and_the_next_one_puts_all_right(tmp_path: Path) -> None:
    chance = random.Random(os.environ.get("BOARDSITE_SEED", "7"))
    whole: dict[str, dict[str, bytes]] = {}
    for title in ("One", "Two"):
        started = time.perf_counter()
        assert begun(site_of(tmp_path, title)).wait() == 0
        taken = time.perf_counter() - started
        whole[title] = tree(tmp_path / "dist")
    before = "Two"
    for number in range(KILLS):
        wanted = "One" if before == "Two" else "Two"
        process = begun(site_of(tmp_path, wanted))
        if number % 2:  # any moment; else one of those in which the disk is written
            time.sleep(chance.uniform(0, taken))
        else:
            while process.poll() is None and not is_at_work(tmp_path / "dist"):
                time.sleep(0.001)
            time.sleep(chance.uniform(0, 0.04))
        process.kill()
        process.wait()
        assert tree(tmp_path / "dist") in (whole[before], whole[wanted]), f"a mixture after kill {number}"
        assert begun(tmp_path).wait() == 0
        assert tree(tmp_path / "dist") == whole[wanted]
        assert_tidy(tmp_path / "dist")
        before = wanted


def test_two_builds_at_once_leave_one_whole_site(tmp_path: Path) -> None:
    assert begun(site_of(tmp_path, "One")).wait() == 0
    site_of(tmp_path, "Two")
    both = [begun(tmp_path, subprocess.PIPE) for _ in range(2)]
    ends = [process.communicate()[1].decode() for process in both]
    assert {process.returncode for process in both} <= {0, 3}
    assert all(process.returncode == 0 or "Another build" in said for process, said in zip(both, ends, strict=True))
    found = tree(tmp_path / "dist")
    assert begun(tmp_path).wait() == 0
    assert tree(tmp_path / "dist") == found
    assert b"Two" in found["lscgs/south/news/forum/index.html"]
