"""Folders beside the output that only a build may make: which are ours, and taking those away.

A build that was killed leaves one behind. The manifest marks it from its first moment to its last, so that nothing of
somebody else's is ever taken for ours.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from boardsite.messages import publishing as messages

MANIFEST = ".release.json"
GENERATOR = "boardsite"
# A web server has to read what a careful umask would hide, and nobody may change what a careless one would open.
FILE_MODE, FOLDER_MODE = 0o644, 0o755
_UNFINISHED = MANIFEST + ".new"


def mark(folder: Path) -> None:
    """Make a folder that is ours before anything is in it."""
    folder.mkdir()
    folder.chmod(FOLDER_MODE)
    write_manifest(folder, {})


def write_manifest(folder: Path, files: Mapping[str, str]) -> None:
    """Write the list of a folder's files with their digests; the one before stays whole until this one is."""
    text = json.dumps({"generator": GENERATOR, "files": files}, indent=0, sort_keys=True) + "\n"
    (folder / _UNFINISHED).write_text(text, "utf-8", newline="\n")
    (folder / _UNFINISHED).chmod(FILE_MODE)
    (folder / _UNFINISHED).replace(folder / MANIFEST)


def is_ours(folder: Path) -> bool:
    """Say whether a folder may be taken away: we marked it, or there is nothing in it but perhaps our mark."""
    if folder.is_symlink() or not folder.is_dir():
        return False
    if {entry.name for entry in folder.iterdir()} <= {MANIFEST, _UNFINISHED}:
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
