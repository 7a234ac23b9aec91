"""Folders beside the output that only a build may make: which are ours, and taking those away.

One is kept from build to build, and a build that was killed leaves it behind in any state. The manifest marks it from
its first moment to its last, so that nothing of somebody else's is ever taken for ours.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from boardsite.messages import publishing as messages

MANIFEST = ".release.json"
GENERATOR = "boardsite"
# A web server has to read what a careful umask would hide, and nobody may change what a careless one would open.
FILE_MODE, FOLDER_MODE = 0o644, 0o755
_UNFINISHED = MANIFEST + ".new"
OWN = frozenset({MANIFEST, _UNFINISHED})


def mark(folder: Path) -> None:
    """Make a folder that is ours before anything is in it, or say of one that is ours that it is no release now."""
    folder.mkdir(exist_ok=True)
    folder.chmod(FOLDER_MODE)
    write_manifest(folder, {})


def write_manifest(folder: Path, files: Mapping[str, str]) -> None:
    """Write the list of a folder's files with their digests; the one before stays whole until this one is."""
    lines = (",\n", ": ")  # without `indent`, which Python would see to far more slowly
    text = json.dumps({"generator": GENERATOR, "files": files}, separators=lines, sort_keys=True) + "\n"
    new = folder / _UNFINISHED
    new.unlink(missing_ok=True)  # it may be a link to the live folder's
    with new.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
    new.chmod(FILE_MODE)
    new.replace(folder / MANIFEST)


def link_manifest(live: Path, folder: Path) -> None:
    """Give a folder the manifest of the live one, which says that it holds the very same files."""
    new = folder / _UNFINISHED
    new.unlink(missing_ok=True)
    os.link(live / MANIFEST, new)
    new.replace(folder / MANIFEST)


def named(folder: Path) -> frozenset[str]:
    """Return the paths in a folder's manifest; none where it has no manifest, or one that cannot be read."""
    try:
        files = json.loads((folder / MANIFEST).read_text("utf-8"))["files"]
        return frozenset(files) if isinstance(files, dict) else frozenset()
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()


def is_twin(folder: Path, live: Path) -> bool:
    """Say whether the manifest of a folder is the live folder's own: what was made to hold the same files."""
    try:
        return os.path.samestat((folder / MANIFEST).lstat(), (live / MANIFEST).lstat())
    except OSError:
        return False


def is_ours(folder: Path) -> bool:
    """Say whether a folder may be taken away: we marked it, or there is nothing in it but perhaps our mark."""
    if folder.is_symlink() or not folder.is_dir():
        return False
    if {entry.name for entry in folder.iterdir()} <= OWN:
        return True
    try:
        found = json.loads((folder / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(found, dict) and found.get("generator") == GENERATOR


def clear(folder: Path) -> None:
    """Take a folder of ours away, its mark last; raise where it is somebody else's. Nothing there is fine."""
    if not folder.exists() and not folder.is_symlink():
        return
    if not is_ours(folder):
        raise messages.not_our_leftover(str(folder))
    for entry in folder.iterdir():
        if entry.name == MANIFEST:
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()
    (folder / MANIFEST).unlink(missing_ok=True)
    folder.rmdir()
