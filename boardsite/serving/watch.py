"""Whether the editors' files have changed: names, sizes and times of every file, looked at again and again.

Looking is cheaper than asking the system to tell us, works on every disk, network drive and sync folder, and needs no
package.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from boardsite.reading.sources import MOST_FILES, TOP_FOLDERS

GLANCES_AT_EMPTY = 10
Glance = Mapping[str, tuple[int, int]]


def look(root: Path) -> Glance:
    """Return the time and size of each file of the three input folders, by its path relative to `root`."""
    seen: dict[str, tuple[int, int]] = {}
    for top in TOP_FOLDERS:
        for path, mark in _walk(str(root / top), top):
            seen[path] = mark
            if len(seen) >= MOST_FILES:
                return seen
    return seen


def _walk(folder: str, path: str) -> Iterator[tuple[str, tuple[int, int]]]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                try:
                    if entry.is_dir(follow_symlinks=False):
                        yield from _walk(entry.path, f"{path}/{entry.name}")
                    else:
                        state = entry.stat(follow_symlinks=False)
                        yield f"{path}/{entry.name}", (state.st_mtime_ns, state.st_size)
                except OSError:  # gone between the list and the look: the next look tells
                    continue
    except OSError:
        return


def changed(before: Glance, after: Glance) -> frozenset[str]:
    """Return the paths that are new, gone, or not as they were."""
    return frozenset(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))


def saves(before: Glance, glances: Iterable[Glance]) -> Iterator[frozenset[str]]:
    """Yield the paths of each save. A file that is empty gets a few glances more: most programs fill it right after."""
    empty = 0
    for after in glances:
        paths = changed(before, after)
        is_filled = all(after[path][1] for path in paths if path in after)
        if paths and (is_filled or empty == GLANCES_AT_EMPTY):
            before, empty = after, 0
            yield paths
        else:
            empty = empty + 1 if paths else 0
