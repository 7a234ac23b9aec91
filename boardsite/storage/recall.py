"""What one build knows, for the next one in a process of its own.

A preview finds its memory where it left it; a command begins with nothing. So a build leaves its memory in the cache,
under the name of what it was asked for, and the next one takes it up. It may be lost or scribbled over like all that
is in there: then there is no memory, and everything is made anew.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from typing import Any, cast

from boardsite.storage.cache import Cache
from boardsite.storage.graph import read
from boardsite.storage.graph_leaves import Unwritable
from boardsite.storage.graph_writer import written
from boardsite.storage.memory import Memory

# A memory is written again when so many of its results are new; until then the next build makes them once more.
_NEW, _NEW_SHARE = 8, 0.03
_GROWTH = 2  # a memory with so many times the results of its beginning is full of what nobody asks for any more


def recall(cache: Cache, key: bytes) -> None:
    """Give the cache the memory that was kept under a key, or one that knows nothing yet."""
    cache.memory = Memory(keeps=True, lasts=True)
    for name, table in _tables(cache, key).items():
        cache.memory.table(name).update(table)
    cache.memory.at_first = {name: dict(table) for name, table in cache.memory.tables.items()}


def _tables(cache: Cache, key: bytes) -> dict[str, dict[Any, Any]]:
    try:
        found = read(cache.parts(key))
    except ValueError:
        return {}
    is_memory = isinstance(found, dict) and all(isinstance(table, dict) for table in found.values())
    return cast(dict[str, dict[Any, Any]], found) if is_memory else {}


def keep(
    cache: Cache, key: bytes, instead: Mapping[type, Callable[[Any], object]], uncounted: Collection[str] = ()
) -> bool:
    """Keep the memory of a build under a key, where enough in it is new; say whether the last one is there no more.

    `instead` gives, for a type, what is kept in the place of a value of that type; it may raise Unwritable. What is new
    in the tables that are `uncounted` is no reason to write.
    """
    tables, first = cache.memory.tables, cache.memory.at_first
    count = sum(map(len, tables.values()))
    if count > _GROWTH * cache.memory.table("about").setdefault("results", count):
        cache.forget_parts(key)
        return True
    counted = ((first.get(name, {}), table) for name, table in tables.items() if name not in uncounted)
    new = sum(known.get(each) is not made for known, table in counted for each, made in table.items())
    if new < max(_NEW, _NEW_SHARE * count):
        return False
    with suppress(Unwritable, MemoryError, RecursionError):
        cache.put_parts(key, written(tables, instead))
    return True
