"""The folder that stays beside a published one: what it must be, when a build is over."""

from __future__ import annotations

import shutil
import stat
from pathlib import Path

from boardsite.publishing import releases
from boardsite.rendering.artifact import Artifact

Files = dict[str, str]
PAGES = {f"{kind}/{n}/index.html": f"{kind} {n}" for kind in ("news", "events") for n in range(4)}


def put(out: Path, files: Files) -> releases.Release:
    artifacts = [(path, Artifact("", text.encode())) for path, text in files.items()]
    return releases.publish(artifacts, out, out.parent / "project")


def kept(out: Path) -> Path:
    return out.with_name(f".{out.name}.staged")


def inside(folder: Path) -> dict[str, tuple[str, int]]:
    """Return every path below a folder with its mode, and the inode where it is a file."""
    found = {}
    for path in folder.rglob("*"):
        state = path.lstat()
        number = state.st_ino if stat.S_ISREG(state.st_mode) else 0
        found[path.relative_to(folder).as_posix()] = stat.filemode(state.st_mode), number
    return found


def assert_tidy(out: Path) -> None:
    """Nothing of a build is left beside the folder, but for one that holds the very same files."""
    left = {path.name for path in out.parent.iterdir() if path.name.startswith(f".{out.name}.")}
    assert left <= {kept(out).name}
    if left:
        assert inside(kept(out)) == inside(out)


def text_of(out: Path) -> Files:
    files = (path for path in out.rglob("*") if path.is_file() and path.name != releases.MANIFEST)
    return {path.relative_to(out).as_posix(): path.read_text() for path in files}


def assert_like_fresh(out: Path, files: Files, fresh: Path) -> None:
    """What was published differs in nothing from what is published into a new folder: bytes, modes, folders, list."""
    put(fresh, files)
    assert text_of(out) == text_of(fresh) == files
    modes = [{path: mode for path, (mode, _) in inside(folder).items()} for folder in (out, fresh)]
    assert modes[0] == modes[1]
    assert (out / releases.MANIFEST).read_bytes() == (fresh / releases.MANIFEST).read_bytes()
    assert oct(out.stat().st_mode) == oct(fresh.stat().st_mode)
    shutil.rmtree(fresh)
