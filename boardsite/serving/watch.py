"""Whether the editors' files have changed: glances at the tree, compared one after the other.

What was saved last is what will be saved next, as a rule, or else the file of a page that somebody looks at. So a few
files are looked at all the time, and the whole tree as often as a quarter of one processor allows.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest
from pathlib import Path

from boardsite.reading.looking import Glance, Seen, look, look_again

GLANCES_AT_EMPTY = QUIET_GLANCES = 10
AT_ONCE = 0.002  # seconds between looks at what is likely to be saved next
PAUSE, LONGEST = 0.02, 0.095  # between glances at the tree, and from one to the end of the next
SHARE = 3  # times as long as the glance took, otherwise
MOST_SAVED = 8


def glances(root: Path, last: Glance, likely: Callable[[], frozenset[str]] = frozenset) -> Iterator[Glance]:
    """Yield how the tree looks, for ever; `last` is how it looked before.

    `likely` returns paths of files that may be saved next, besides those that were saved last.
    """
    saved: dict[str, Seen] = {}
    while True:
        began = time.monotonic()
        now = look(root)
        took = time.monotonic() - began
        if now != last:
            paths = changed(last, now)
            new = {each.path: each for each in now.files if each.path in paths}
            saved = dict([*(saved | new).items()][-MOST_SAVED:])
            last = now
        yield last
        wanted = frozenset(sorted(likely())[:MOST_SAVED])
        near = {each.path: each for each in last.files if each.path in wanted} if wanted else {}
        end = time.monotonic() + min(max(PAUSE, SHARE * took), max(PAUSE, LONGEST - took))
        while time.monotonic() < end:
            time.sleep(AT_ONCE)
            looks = ((path, each, look_again(each)) for path, each in {**near, **saved}.items())
            if touched := {path: now for path, each, now in looks if now and _saved(now) != _saved(each)}:
                saved |= touched
                last = Glance(tuple(touched.get(each.path, each) for each in last.files), last.told)
                yield last


def changed(before: Glance, after: Glance) -> frozenset[str]:
    """Return the paths that are new, gone, or not as they were."""
    if before == after:
        return frozenset()
    # Where one of thousands was saved, all others are the very things that they were.
    pairs = [(was, now) for was, now in zip_longest(before.files, after.files) if was is not now]
    files = {path for path, *_ in {_saved(was) for was, _ in pairs if was} ^ {_saved(now) for _, now in pairs if now}}
    return frozenset((*files, *(each.where.path for each in set(before.told) ^ set(after.told))))


def saves(before: Glance, glances: Iterable[Glance]) -> Iterator[tuple[frozenset[str], Glance]]:
    """Yield the paths of each save, and the glance that saw it; when it has been quiet for a while after it, no paths.

    A file that is empty gets a few glances more: most programs fill it right after.
    """
    empty, quiet = 0, QUIET_GLANCES
    for after in glances:
        paths = changed(before, after)
        is_filled = bool(paths) and all(each.marks[0] for each in after.files if each.path in paths)
        if paths and (is_filled or empty == GLANCES_AT_EMPTY):
            before, empty, quiet = after, 0, 0
            yield paths, after
        else:
            empty = empty + 1 if paths else 0
            quiet += 1
            if quiet == QUIET_GLANCES:
                yield frozenset(), after


def _saved(seen: Seen) -> tuple[str, int, int]:
    """Return what is different after a save. Backups and virus scanners touch the rest, and some disks make it up."""
    return seen.path, seen.marks[0], seen.marks[1]
