"""What is in the editors' tree from outside: names, sizes and times of every file that is to be read.

A build looks once. The preview looks again and again: at all of it where the system may not tell of saves, at what it
tells of otherwise (`serving/lookout.py`). No link is followed out of the tree, and what is passed over is told.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from boardsite.dataclass import dataclass
from boardsite.diagnostics import Diagnostic, Diagnostics, Location
from boardsite.messages import files as messages

TOP_FOLDERS = ("content", "lscgs", "theme")
FORMS = ("forms/calendar", "forms/settings", "forms/pages")
MOST_BYTES = 25_000_000
MOST_TEXT_BYTES = 2_000_000
MOST_FILES = 50_000
TEXT_ENDINGS = (".md", ".yaml", ".yml", ".html", ".css", ".js", ".svg")
_LITTER_NAMES = {"thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r"}
_LITTER_ENDINGS = ("~", ".bak", ".tmp", ".swp", ".orig", ".lock", ".part")


class Seen(NamedTuple):
    """A file: its path relative to the project with `/`, where it is, and all that shows of a change to it.

    These `marks` are size in bytes, times of the last change to its bytes and to its entry in nanoseconds, and inode.
    """

    path: str
    file: str
    marks: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Glance:
    """Every file of the three input folders that is to be read, and what was passed over."""

    files: tuple[Seen, ...] = ()
    told: Diagnostics = ()


def look(root: Path) -> Glance:
    """Return what is in the input folders below `root`."""
    found: list[Seen] = []
    told: list[Diagnostic] = []
    for top in TOP_FOLDERS:
        _walk(str(root / top), top, found, told)
    if len(found) > MOST_FILES:
        told.append(messages.too_many(Location(found.pop().path), MOST_FILES))
    return Glance(tuple(found), tuple(told))


def look_again(seen: Seen) -> Seen | None:
    """Return how a file looks now, or None where it is gone, too large, or a link or folder by now."""
    found: list[Seen] = []
    _see(seen.path, seen.file, found, [])
    return found[0] if found else None


def look_into(folder: Path, path: str) -> Glance:
    """Return what is in a folder whose path, relative to the project, is `path`."""
    found: list[Seen] = []
    told: list[Diagnostic] = []
    _walk(str(folder), path, found, told)
    return Glance(tuple(found), tuple(told))


def _walk(folder: str, path: str, found: list[Seen], told: list[Diagnostic]) -> None:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError as problem:
        told.append(messages.unreadable(Location(path), problem.strerror or "the system refused"))
        return
    for entry in entries:
        if len(found) > MOST_FILES:
            return
        name = unicodedata.normalize("NFC", entry.name)
        inner = f"{path}/{name}"
        if entry.is_symlink():
            told.append(messages.link(Location(inner)))
        elif passed := passed_over(inner, name):
            told.append(passed)
        elif entry.is_dir(follow_symlinks=False):
            _walk(entry.path, inner, found, told)
        elif entry.is_file(follow_symlinks=False):
            _see(inner, entry.path, found, told)
        else:
            told.append(messages.not_a_file(Location(inner)))


def _see(path: str, file: str, found: list[Seen], told: list[Diagnostic]) -> None:
    try:
        state = os.lstat(file)  # on Windows, what the folder says of its files may be old
    except FileNotFoundError:  # it has just gone
        return
    except OSError as problem:
        told.append(messages.unreadable(Location(path), problem.strerror or "the system refused"))
        return
    if not stat.S_ISREG(state.st_mode):
        return
    if state.st_size > MOST_TEXT_BYTES and state.st_size > (most := most_bytes(path)):
        told.append(messages.too_large(Location(path), state.st_size, most))
    else:
        found.append(Seen(path, file, (state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino)))


@lru_cache(maxsize=MOST_FILES)  # the preview looks at the same names again and again
def passed_over(path: str, name: str) -> Diagnostic | None:
    """Return what is told of a file or folder that is not read because of its name, or None."""
    if is_litter(name):
        return messages.litter(Location(path))
    if any(ord(letter) < 32 or 0xDC80 <= ord(letter) <= 0xDCFF for letter in name):
        return messages.odd_name(Location(path.encode("ascii", "backslashreplace").decode()))
    return None


def most_bytes(path: str) -> int:
    """Return how large a file of this name may be."""
    return MOST_TEXT_BYTES if path.lower().endswith(TEXT_ENDINGS) else MOST_BYTES


def is_litter(name: str) -> bool:
    """Say whether a name is of a file that some program has left behind."""
    low = name.lower()
    return low.startswith((".", "~$", "._")) or low in _LITTER_NAMES or low.endswith(_LITTER_ENDINGS)
