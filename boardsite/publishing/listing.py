"""What is in a folder: one walk in which no link is followed and no file is opened."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from dataclasses import field
from itertools import chain

from boardsite.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Listing:
    """What is below a folder, by path from there: regular files with their inodes, folders with their modes.

    A folder comes before what is in it. `elsewhere` are folders on other disks, which are not entered, and `odd` is all
    else: links, pipes and the like.
    """

    files: dict[str, int] = field(default_factory=dict)
    folders: dict[str, int] = field(default_factory=dict)
    elsewhere: list[str] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)


def listed(folder: str) -> Listing:
    """Return what is below a folder."""
    found = Listing()
    disk = os.lstat(folder).st_dev
    waiting = [""]
    while waiting:
        inside = waiting.pop()
        with os.scandir(f"{folder}/{inside}") as entries:
            for entry in entries:
                path = inside + entry.name
                if entry.is_file(follow_symlinks=False):
                    found.files[path] = entry.inode()
                elif not entry.is_dir(follow_symlinks=False):
                    found.odd.append(path)
                elif (state := entry.stat(follow_symlinks=False)).st_dev == disk:
                    found.folders[path] = state.st_mode & 0o7777
                    waiting.append(f"{path}/")
                else:
                    found.elsewhere.append(path)
    return found


def folders_of(paths: Iterable[str]) -> frozenset[str]:
    """Return every folder in which there is one of these files, at any depth."""
    found: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return frozenset(found)


def not_named(found: Listing, names: Collection[str]) -> str:
    """Return a path at which there is something that is neither a file of these names nor its folder, or ""."""
    folders = folders_of(names)
    strange = chain(
        found.elsewhere,
        found.odd,
        (path for path in found.files if path not in names),
        (path for path in found.folders if path not in folders),
    )
    return next(strange, "")
