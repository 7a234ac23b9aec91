"""Whether a build would change nothing, told by names, sizes and times before anything heavy is loaded.

After a build we note what everything that it read, and everything that it wrote, looked like from outside. While all
of that looks the same, and while the site that was made is right in every word (`pages/freshness.py`), another build
would write the same bytes. Where a file was touched so shortly before the build that a coarse clock could hide a
second change, nothing is noted, and the next build compares bytes.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from boardsite.dataclass import dataclass
from boardsite.reporting import write_text

NOTE = "last-build.txt"
INPUTS = ("content", "lscgs", "theme", "forms")
PROGRAM = Path(__file__).resolve().parents[1]
DOUBT_NS = 2_000_000_000  # the coarsest clock of a file system we know of: FAT


@dataclass(frozen=True, slots=True)
class Look:
    """What a build would read, seen from outside before it starts, and the folder that it writes."""

    note: Path
    out: Path
    inputs: str
    is_certain: bool


@dataclass(frozen=True, slots=True)
class Said:
    """What a build in which nothing changes says, and its exit code."""

    status: int
    to_out: str
    to_err: str


def look(root: Path, out: Path, asked: str, before: Path | None = None) -> Look:
    """Look at everything that a build of `root` into `out` depends on; `asked` is the command as it was typed.

    `before` is a file, wherever it is, with which the build compares itself.
    """
    begun = time.time_ns()
    marks = [asked, sys.version, str(Path.cwd()), *_of_git(root), *_beside(root)]
    newest = 0
    beside = (before,) if before else ()
    for place in (*(root / name for name in INPUTS), PROGRAM, PROGRAM.parent / "requirements.txt", *beside):
        for mark, touched in _marks(str(place)):
            marks.append(mark)
            newest = max(newest, touched)
    certain = newest < begun - DOUBT_NS and not (root / ".git").is_file()  # a work tree has its index elsewhere
    return Look(root / ".cache" / NOTE, out, "\0".join(marks), certain)


def answer(seen: Look, now: float | None) -> Said | None:
    """Return what there is to say when nothing has changed at the moment `now` (seconds; None: on a fixed day)."""
    try:
        text = seen.note.read_text("utf-8", "surrogateescape")
        head, _, rest = text.partition("\n")
        start, end, status, *lengths = head.split(" ")
        said = rest[: int(lengths[0])], rest[int(lengths[0]) : int(lengths[0]) + int(lengths[1])]
        body = rest[int(lengths[0]) + int(lengths[1]) :]
        is_same = seen.is_certain and (now is None or float(start) <= now < float(end)) and body == _body(seen)
        return Said(int(status), *said) if is_same else None
    except (OSError, ValueError, IndexError):
        return None


def say(said: Said) -> int:
    """Say it, and return the exit code."""
    if said.to_err:
        write_text(said.to_err, sys.stderr)
    write_text(said.to_out, sys.stdout)
    return said.status


def note(seen: Look, said: Said, start: float, end: float) -> None:
    """Remember what was said after a build that began at `start` and is right until `end` (seconds)."""
    if not seen.is_certain:
        with suppress(OSError):
            seen.note.unlink(missing_ok=True)
        return
    head = f"{start!r} {end!r} {said.status} {len(said.to_out)} {len(said.to_err)}\n"
    fresh = seen.note.with_name(f"{NOTE}.{os.getpid()}")
    try:
        text = head + said.to_out + said.to_err + _body(seen)
        fresh.write_bytes(text.encode("utf-8", "surrogateescape"))
        fresh.replace(seen.note)
    except OSError:  # a folder that cannot be written: every build is a whole one
        return


def _body(seen: Look) -> str:
    outputs = (mark for mark, _ in _marks(str(seen.out)))
    return f"{seen.inputs}\n{os.path.realpath(seen.out)}\n" + "\0".join(outputs)


def _marks(path: str) -> Iterator[tuple[str, int]]:
    """Yield a mark for a file, or for every file and folder below a folder, and when each was touched last (ns)."""
    try:
        with os.scandir(path) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except NotADirectoryError:
        state = os.lstat(path)
        yield _mark(path, state), max(state.st_mtime_ns, state.st_ctime_ns)
        return
    except OSError as problem:
        yield f"{path} {problem.errno}", 0
        return
    for entry in entries:
        if entry.name == "__pycache__":  # made by Python out of what stands beside it
            continue
        state = entry.stat(follow_symlinks=False)
        if entry.is_dir(follow_symlinks=False):
            yield f"{entry.path}/ {state.st_mode}", 0
            yield from _marks(entry.path)
        else:
            yield _mark(entry.path, state), max(state.st_mtime_ns, state.st_ctime_ns)


def _mark(path: str, state: os.stat_result) -> str:
    return f"{path} {state.st_mode} {state.st_size} {state.st_mtime_ns} {state.st_ctime_ns} {state.st_ino}"


def _of_git(root: Path) -> Iterable[str]:
    """Return marks of what decides which files Git leaves out; those inside the input folders are seen with them."""
    config = Path(os.environ.get("XDG_CONFIG_HOME") or "~/.config").expanduser() / "git"
    places = [Path("~/.gitconfig").expanduser(), config / "config", config / "ignore"]
    for folder in (root, *root.parents):
        places += [folder / name for name in (".git/index", ".git/config", ".git/info/exclude", ".gitignore")]
    for place in places:
        try:
            yield _mark(str(place), place.stat())
        except OSError:
            yield f"{place} -"


def _beside(root: Path) -> Iterator[str]:
    """Yield the names beside the input folders, among which a misplaced file would be told; not what builds made."""
    with os.scandir(root) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if not entry.name.startswith(".") and not Path(entry.path, ".release.json").exists():
                yield f"{entry.name} {entry.is_dir()} {entry.is_symlink()}"
