"""Whether the editors' files have changed: glances at the tree (`lookout.py`), compared one after the other."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest

from boardsite.reading.looking import Glance, Seen

EMPTY_FOR, QUIET_FOR = 0.3, 0.5  # seconds


def changed(before: Glance, after: Glance) -> frozenset[str]:
    """Return the paths that are new, gone, or not as they were."""
    if before == after:
        return frozenset()
    # Where one of thousands was saved, all others are the very things that they were.
    pairs = [(was, now) for was, now in zip_longest(before.files, after.files) if was is not now]
    files = {saved_marks(was) for was, _ in pairs if was} ^ {saved_marks(now) for _, now in pairs if now}
    return frozenset((*(path for path, *_ in files), *(each.where.path for each in set(before.told) ^ set(after.told))))


def saves(
    before: Glance, glances: Iterable[Glance], clock: Callable[[], float] = time.monotonic
) -> Iterator[tuple[frozenset[str], Glance]]:
    """Yield the paths of each save, and the glance that saw it; when it has been quiet for a while after it, no paths.

    A file that is empty is given a while: most programs fill it right after. `clock` returns seconds.
    """
    emptied: float | None = None
    saved: float | None = None
    for after in glances:
        paths, now = changed(before, after), clock()
        if not paths:
            emptied = None
            if saved is not None and now >= saved + QUIET_FOR:
                saved = None
                yield frozenset(), after
            continue
        is_filled = all(each.marks[0] for each in after.files if each.path in paths)
        emptied = now if emptied is None else emptied
        if is_filled or now >= emptied + EMPTY_FOR:
            before, emptied = after, None
            yield paths, after
            saved = clock()


def saved_marks(seen: Seen) -> tuple[str, int, int]:
    """Return what is different after a save. Backups and virus scanners touch the rest, and some disks make it up."""
    return seen.path, seen.marks[0], seen.marks[1]
