"""Whether the editors' files have changed: glances at the tree, compared one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from boardsite.reading.looking import Glance

GLANCES_AT_EMPTY = 10


def changed(before: Glance, after: Glance) -> frozenset[str]:
    """Return the paths that are new, gone, or not as they were."""
    if before == after:
        return frozenset()
    files = {each.path for each in set(before.files) ^ set(after.files)}
    return frozenset((*files, *(each.where.path for each in set(before.told) ^ set(after.told))))


def saves(before: Glance, glances: Iterable[Glance]) -> Iterator[tuple[frozenset[str], Glance]]:
    """Yield the paths of each save, and the glance that saw it.

    A file that is empty gets a few glances more: most programs fill it right after.
    """
    empty = 0
    for after in glances:
        paths = changed(before, after)
        is_filled = bool(paths) and all(each.marks[0] for each in after.files if each.path in paths)
        if paths and (is_filled or empty == GLANCES_AT_EMPTY):
            before, empty = after, 0
            yield paths, after
        else:
            empty = empty + 1 if paths else 0
