"""All or nothing: a release is staged beside the live folder and then exchanged with it in one step."""

from __future__ import annotations

import errno
import json
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from boardsite.messages import publishing as messages
from boardsite.publishing import leftovers, lock, swap
from boardsite.publishing.leftovers import FILE_MODE, FOLDER_MODE, MANIFEST
from boardsite.rendering.artifact import Artifact

_SOURCES = ("content", "lscgs", "theme", "boardsite", "forms", "tests", "docs", "benchmarks", ".git", ".ci", ".github")


@dataclass(frozen=True, slots=True)
class Release:
    """What was published: the number of files, and how many of them are new or changed."""

    files: int
    changed: int


def publish(artifacts: Iterable[tuple[str, Artifact]], out: Path, root: Path) -> Release:
    """Make `out` hold exactly these files (path and artifact); raise BoardsiteError and change nothing otherwise."""
    out, root = out.resolve(), root.resolve()  # a link to a folder stays one: its folder is exchanged
    if is_source(out, root):
        raise messages.out_is_source(str(out))
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with lock.held(out):
            swap.recover(out)
            _refuse_foreign(out)
            artifacts = tuple(artifacts)
            staged = out.with_name(f".{out.name}.staged")
            same = _unchanged(artifacts, out)
            if len(same) == len(artifacts) and frozenset(same) == _manifest(out):
                if leftovers.is_ours(staged):  # of a build that was killed when all but the tidying up was done
                    leftovers.clear(staged)
                return Release(len(artifacts), 0)
            leftovers.clear(staged)
            try:
                release = _stage(artifacts, staged, out, same)
                swap.exchange(staged, out)
            finally:
                with suppress(OSError):  # what is left here is taken away by the next build
                    leftovers.clear(staged)
    except OSError as problem:
        is_full = problem.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", None))
        raise messages.cannot_write(str(out), problem.strerror or str(problem), is_full=is_full) from problem
    return release


def is_source(out: Path, root: Path) -> bool:
    """Say whether a path (both without links) is in one of the project's own folders, or holds them."""
    inner = [root / name for name in _SOURCES]
    return out == root or out in root.parents or any(out == place or place in out.parents for place in inner)


def _refuse_foreign(out: Path) -> None:
    """A folder may be replaced when all that it holds was made by us."""
    if not out.exists():
        return
    if not out.is_dir():
        raise messages.out_not_ours(str(out), out.name)
    ours = _manifest(out) | {MANIFEST}
    folders = {path[:end] for path in ours for end in range(len(path)) if path[end] == "/"}
    for path, entry in _entries(str(out)):
        is_ours = path in (folders if entry.is_dir() else ours)
        if not is_ours or entry.is_symlink():
            raise messages.out_not_ours(str(out), path)


def _entries(folder: str, path: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield everything below a folder with its path from there; a link is not followed."""
    with os.scandir(folder) as found:
        for entry in found:
            yield path + entry.name, entry
            if entry.is_dir(follow_symlinks=False):
                yield from _entries(entry.path, f"{path}{entry.name}/")


def _manifest(out: Path) -> frozenset[str]:
    try:
        files = json.loads((out / MANIFEST).read_text("utf-8"))["files"]
        return frozenset(files) if isinstance(files, dict) else frozenset()
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()


def _unchanged(artifacts: Iterable[tuple[str, Artifact]], live: Path) -> frozenset[str]:
    """Return the paths at which the live folder holds the same bytes already, readable for a web server."""
    return frozenset(path for path, artifact in artifacts if _is_there(artifact.content, f"{live}/{path}"))


def _is_there(content: bytes, live: str) -> bool:
    try:
        found = os.lstat(live)
        is_like = stat.S_ISREG(found.st_mode) and stat.S_IMODE(found.st_mode) == FILE_MODE
        if not is_like or found.st_size != len(content):
            return False
        return Path(live).read_bytes() == content
    except OSError:
        return False


def _stage(artifacts: Iterable[tuple[str, Artifact]], staged: Path, live: Path, same: frozenset[str]) -> Release:
    leftovers.mark(staged)
    digests: dict[str, str] = {}
    made = {""}
    changed = 0
    for path, artifact in artifacts:
        _make_folder(staged, path.rpartition("/")[0], made)
        digests[path] = sha256(artifact.content).hexdigest()
        changed += _put(artifact.content, f"{staged}/{path}", f"{live}/{path}" if path in same else "")
    leftovers.write_manifest(staged, digests)
    return Release(len(digests), changed)


def _make_folder(staged: Path, folder: str, made: set[str]) -> None:
    if folder not in made:
        _make_folder(staged, folder.rpartition("/")[0], made)
        (staged / folder).mkdir()
        (staged / folder).chmod(FOLDER_MODE)
        made.add(folder)


def _put(content: bytes, target: str, same: str) -> bool:
    """Write the bytes, or link the live file that holds the same; return whether they are new."""
    if same:
        try:
            os.link(same, target)
            return False
        except OSError:
            pass  # a file system without links
    new = Path(target)
    new.write_bytes(content)
    new.chmod(FILE_MODE)
    return True
