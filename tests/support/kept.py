"""The folder that stays beside a published one: what it must be, when a build is over."""

from __future__ import annotations

import stat
from pathlib import Path


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
