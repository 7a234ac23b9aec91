"""All or nothing: a release is staged beside the live folder and then exchanged with it in one step."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from boardsite.messages import publishing as messages
from boardsite.publishing import lock, swap
from boardsite.rendering.artifact import Artifact

MANIFEST = ".release.json"
FILE_MODE = 0o644  # a web server has to read what a careful umask would hide
_SOURCES = ("content", "lscgs", "theme", "boardsite", "tests", "docs")


@dataclass(frozen=True, slots=True)
class Release:
    """What was published: the number of files, and how many of them are new or changed."""

    files: int
    changed: int


def publish(artifacts: Iterable[tuple[str, Artifact]], out: Path, root: Path) -> Release:
    """Make `out` hold exactly these files (path and artifact); raise BoardsiteError and change nothing otherwise."""
    out, root = out.resolve(), root.resolve()  # a link to a folder stays one: its folder is exchanged
    _refuse_sources(out, root)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with lock.held(out):
            swap.recover(out)
            _refuse_foreign(out)
            staged = out.with_name(f".{out.name}.staged")
            if staged.is_symlink():
                staged.unlink()
            shutil.rmtree(staged, ignore_errors=True)
            try:
                release = _stage(artifacts, staged, out)
                swap.exchange(staged, out)
            finally:
                shutil.rmtree(staged, ignore_errors=True)
    except OSError as problem:
        raise messages.cannot_write(str(out), problem.strerror or str(problem)) from problem
    return release


def _refuse_sources(out: Path, root: Path) -> None:
    inner = [root / name for name in _SOURCES]
    if out == root or out in root.parents or any(out == place or place in out.parents for place in inner):
        raise messages.out_is_source(str(out))


def _refuse_foreign(out: Path) -> None:
    """A folder may be replaced when all that it holds was made by us."""
    if not out.exists():
        return
    if not out.is_dir():
        raise messages.out_not_ours(str(out), out.name)
    ours = _manifest(out)
    for folder, _, names in os.walk(out):
        for name in names:
            path = Path(folder, name).relative_to(out).as_posix()
            if path not in ours and path != MANIFEST:
                raise messages.out_not_ours(str(out), path)


def _manifest(out: Path) -> frozenset[str]:
    try:
        files = json.loads((out / MANIFEST).read_text("utf-8"))["files"]
        return frozenset(files) if isinstance(files, dict) else frozenset()
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()


def _stage(artifacts: Iterable[tuple[str, Artifact]], staged: Path, live: Path) -> Release:
    staged.mkdir()
    digests: dict[str, str] = {}
    made: set[Path] = set()
    changed = 0
    for path, artifact in artifacts:
        target = staged / path
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        digests[path] = sha256(artifact.content).hexdigest()
        changed += _put(artifact.content, target, live / path)
    manifest = {"generator": "boardsite", "files": dict(sorted(digests.items()))}
    (staged / MANIFEST).write_text(json.dumps(manifest, indent=0, sort_keys=True) + "\n", "utf-8", newline="\n")
    return Release(len(digests), changed)


def _put(content: bytes, target: Path, before: Path) -> bool:
    """Write the bytes, or link the live file when it holds the same; return whether they are new."""
    try:
        if (
            before.stat().st_mode & 0o777 == FILE_MODE
            and before.stat().st_size == len(content)
            and before.read_bytes() == content
        ):
            os.link(before, target)
            return False
    except OSError:
        pass
    target.write_bytes(content)
    target.chmod(FILE_MODE)
    return True
