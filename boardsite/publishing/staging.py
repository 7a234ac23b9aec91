"""Bringing a folder beside the live one up to a release: only what differs is written, linked or taken away.

Nothing in that folder is believed. A file counts when it is the very file of the live folder, by its inode, and that
one was found to hold the wanted bytes. A file is never written into: it is taken away and made anew, since the live
folder may hold the same one.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Mapping
from hashlib import sha256
from pathlib import Path

from boardsite.publishing import leftovers
from boardsite.publishing.leftovers import FILE_MODE, FOLDER_MODE, OWN
from boardsite.publishing.listing import Listing, folders_of
from boardsite.rendering.artifact import Artifact, Stored

_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_NO_INODE = -1


def unchanged(wanted: Mapping[str, Artifact], live: str, found: Listing) -> dict[str, int]:
    """Return where the live folder holds the wanted bytes already, readable for a web server, with the inodes there.

    An inode counts on the disk alone that the folder beside the live one is on.
    """
    disk = os.stat(os.path.dirname(live)).st_dev
    same = {}
    for path, artifact in wanted.items():
        if path in found.files and (state := _state(f"{live}/{path}", artifact)):
            same[path] = state.st_ino if state.st_dev == disk else _NO_INODE
    return same


def _state(path: str, artifact: Artifact) -> os.stat_result | None:
    """Return what the system knows of a file, where it is one that holds these bytes."""
    try:
        handle = os.open(path, _READ)
    except OSError:
        return None
    try:
        state = os.fstat(handle)
        is_like = state.st_mode == stat.S_IFREG | FILE_MODE and state.st_size == artifact.size
        content = os.read(handle, state.st_size + 1) if is_like else b""
    except OSError:
        return None
    finally:
        os.close(handle)
    return state if is_like and _is_same(content, artifact.held) else None


def _is_same(content: bytes, held: bytes | Stored) -> bool:
    if isinstance(held, Stored):
        return len(content) == held.size and sha256(content).hexdigest() == held.digest
    return content == held


def stage(wanted: Mapping[str, Artifact], staged: str, found: Listing, live: str, same: Mapping[str, int]) -> bool:
    """Make a folder of ours, in which there is `found`, hold the wanted files and nothing else.

    Return whether every file that is the `same` in the live folder is that file, and no copy.
    """
    stays = {path for path, inode in same.items() if found.files.get(path) == inode}
    _make_room(staged, found, stays, folders_of(wanted))
    is_shared = True
    for path in wanted:
        if path in stays or (path in same and _linked(f"{live}/{path}", f"{staged}/{path}")):
            continue
        held = wanted[path].held
        is_copied = path in same and isinstance(held, Stored)  # what is stored is dear to fetch
        _write(f"{staged}/{path}", Path(live, path).read_bytes() if is_copied else wanted[path].content)
        is_shared = is_shared and path not in same
    leftovers.write_manifest(Path(staged), {path: artifact.digest for path, artifact in wanted.items()})
    return is_shared


def make_twin(kept: str, found: Listing, live: str, wanted: Collection[str], same: Collection[str]) -> None:
    """Make the folder that was live hold the very files of the one that is; OSError where that cannot be.

    `found` is what was in it, of which what is the `same` in both is shared already.
    """
    leftovers.mark(Path(kept))
    _make_room(kept, found, same, folders_of(wanted))
    for path in wanted:
        if path not in same:
            os.link(f"{live}/{path}", f"{kept}/{path}")
    leftovers.link_manifest(Path(live), Path(kept))


def _make_room(folder: str, found: Listing, stays: Collection[str], folders: Collection[str]) -> None:
    """Take away all that does not stay, then make the folders that are missing.

    In this order, since on some disks a name that is there under other capitals is taken.
    """
    for path in (*found.files, *found.odd):
        if path not in stays and path not in OWN:
            os.unlink(f"{folder}/{path}")
    for path in reversed(found.folders):
        if path not in folders:
            os.rmdir(f"{folder}/{path}")
    for path in sorted(folders):
        mode = found.folders.get(path)
        if mode is None:
            os.mkdir(f"{folder}/{path}")
        if mode != FOLDER_MODE:
            os.chmod(f"{folder}/{path}", FOLDER_MODE)


def _linked(live: str, target: str) -> bool:
    try:
        os.link(live, target)
    except OSError:
        return False  # a file system without links
    return True


def _write(target: str, content: bytes) -> None:
    handle = os.open(target, _NEW, FILE_MODE)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(handle, rest) :]
        if hasattr(os, "fchmod"):
            os.fchmod(handle, FILE_MODE)  # whatever files of this user are without it
    finally:
        os.close(handle)
    if not hasattr(os, "fchmod"):
        os.chmod(target, FILE_MODE)
