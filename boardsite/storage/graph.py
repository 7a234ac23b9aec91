"""Frozen values as a graph and back: what is one object stays one object, and each is written once.

For what a build knows: hundreds of thousands of small values that share their parts. All values of a kind are made in
one go, layer by layer, so that reading takes about as long as with pickle. Unlike there, nothing in a file can run: it
names frozen dataclasses and enums of ours, which are filled field by field, and functions of `pages` and `model`, which
meet nothing outside the program.

It comes in parts of a quarter of a megabyte (`graph_parts.py`), so that nobody has to hold it twice. `graph_writer.py`
writes them, this module reads them.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from itertools import islice
from types import MappingProxyType
from typing import Any

from boardsite.storage.graph_leaves import is_dataclass, leaves, type_of
from boardsite.storage.graph_parts import Numbers, opened

# What values that do not fit can raise on the way, besides ValueError.
_ODDITIES = (TypeError, LookupError, AttributeError, ImportError, RecursionError, ArithmeticError, OSError)
_MOST_GROUPS = 2_000  # values that stand deep inside each other would stop Python itself


def read(parts: Iterable[bytes | memoryview]) -> object:
    """Return the value that `written` gave these parts for; raise ValueError where they are anything else."""
    try:
        table: list[object] = []
        group: list[object] = []  # a value may name those of earlier groups, and none of its own
        root, count = -1, 0
        for part in parts:
            root, outline, numbers = opened(part)
            for kind, rows, goes_on in outline:
                if not goes_on:
                    table += group
                    group, count = [], count + 1
                if count > _MOST_GROUPS:
                    raise ValueError("too deep")
                group += _made(kind, rows, numbers, table.__getitem__)
        return (table + group)[root]
    except _ODDITIES as problem:
        raise ValueError("not what was written") from problem


def _made(kind: str, rows: Any, numbers: Numbers, get: Callable[[int], object]) -> Sequence[object]:
    """Return the values of a group."""
    if kind in _SIZED:
        parts = map(get, numbers.take(sum(rows)))
        return [_SIZED[kind](islice(parts, length)) for length in rows]
    if is_dataclass(kind):
        return _filled(type_of(kind), rows, numbers, get)
    return leaves(kind, rows)


def _filled(kind: type, count: int, numbers: Numbers, get: Callable[[int], object]) -> Sequence[object]:
    columns = [(field.name, numbers.take(count)) for field in fields(kind)]
    made: list[object] = list(map(object.__new__, [kind] * count))
    for name, column in columns:
        deque(map(_putter(kind, name), made, map(get, column)), maxlen=0)
    return made


def _putter(kind: type, name: str) -> Callable[[object, object], None]:
    """Return what fills a field, past the guard of a frozen dataclass."""
    slot = getattr(kind.__dict__.get(name), "__set__", None)
    return slot or (lambda one, value: object.__setattr__(one, name, value))


def _mapping(parts: Iterable[Any]) -> dict[Any, Any]:
    each = iter(parts)
    return dict(zip(each, each, strict=True))


_SIZED: dict[str, Callable[[Iterable[Any]], object]] = {
    "tuple": tuple,
    "frozenset": frozenset,
    "dict": _mapping,
    "proxy": lambda parts: MappingProxyType(_mapping(parts)),
}
