"""Frozen values as a graph and back: what is one object stays one object, and each is written once.

For what a build knows: hundreds of thousands of small values that share their parts. All values of a kind are made in
one go, layer by layer, so that reading takes about as long as with pickle. Unlike there, nothing in a file can run: it
names frozen dataclasses and enums of ours, which are filled field by field, and functions of `pages` and `model`, which
meet nothing outside the program.

It comes in parts of about a megabyte, so that nobody has to hold it twice. Each is JSON with the texts and the outline,
its length before it, and numbers of 32 bits behind it: of each value, those of its parts.
"""

from __future__ import annotations

import json
import sys
from array import array
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from itertools import chain, islice
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from boardsite.storage.graph_leaves import ENUM, MOMENT, is_ours, leaf, leaves, name_of, type_of

_HEAD = 8
# What values that do not fit can raise on the way, besides ValueError.
_ODDITIES = (TypeError, LookupError, AttributeError, ImportError, RecursionError, ArithmeticError, OSError)
_MOST_GROUPS = 2_000  # values that stand deep inside each other would stop Python itself
_MOST_BYTES = 1_000_000  # of a part, about
_MOST_ROWS = 10_000  # of a group at once
_LEAST_BYTES = 16  # that a row takes
_Parts = Callable[[Any], Iterable[object]]


class _Group:
    """Values of one kind in one layer: the numbers of all their parts, one value after the other, or plain rows."""

    __slots__ = ("lengths", "members", "parts", "rows")

    def __init__(self) -> None:
        self.members = array("I")
        self.parts = array("I")
        self.lengths = array("I")
        self.rows: list[Any] = []


def written(value: object, instead: Mapping[type, Callable[[Any], object]]) -> Iterator[bytes]:
    """Yield a value in parts; raise Unwritable, before the first, where something in it is of a kind that is not kept.

    `instead` gives, for a type, what is written in the place of a value of that type.
    """
    return _Writer(instead).written(value)


def read(parts: Iterable[bytes | memoryview]) -> object:
    """Return the value that `written` gave these parts for; raise ValueError where they are anything else."""
    try:
        table: list[object] = []
        group: list[object] = []  # a value may name those of earlier groups, and none of its own
        root, count = -1, 0
        for part in parts:
            end = _HEAD + int.from_bytes(part[:_HEAD], "little")
            numbers = _Numbers(part[end:])
            root, outline = json.loads(str(part[_HEAD:end], "ascii"))
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


class _Writer:
    def __init__(self, instead: Mapping[type, Callable[[Any], object]]) -> None:
        self._instead = instead
        self._numbers: dict[object, int] = {}  # by identity; those of leaves by what they are, too
        self._alive: list[object] = []  # what was put in the place of another: no identity must be given away twice
        self._layers = array("i")
        self._layouts: dict[type, tuple[str, _Parts | None]] = {}
        self._groups: dict[tuple[int, str], _Group] = {}

    def written(self, value: object) -> Iterator[bytes]:
        root = self._number(value)
        groups = sorted(self._groups.items())
        final = array("I", bytes(self._layers.itemsize * len(self._layers)))  # each value's place in the end
        for place, number in enumerate(chain.from_iterable(group.members for _, group in groups)):
            final[number] = place
        outline: list[object] = []
        numbers, size = array("I"), 0
        for (_, kind), group in groups:
            for at, (rows, more) in enumerate(_slices(kind, group)):
                outline.append([kind, rows, int(at > 0)])
                numbers.extend(map(final.__getitem__, more))
                size += _size(rows) + len(more) * numbers.itemsize
                if size > _MOST_BYTES:
                    yield _part(final[root], outline, numbers)
                    outline, numbers, size = [], array("I"), 0
        yield _part(final[root], outline, numbers)

    def _number(self, value: object) -> int:
        """Return the number of a value that has none yet; its parts get theirs before it."""
        instead, written = self._instead.get(type(value)), value
        if instead:
            written = instead(value)
            self._alive.append(written)
        name, parts = self._layouts.get(type(written)) or self._learnt(type(written))
        if parts is None:
            number = self._leaf(*leaf(written))
        else:
            known, number_of = self._numbers.get, self._number
            row = [found if (found := known(id(part))) is not None else number_of(part) for part in parts(written)]
            number, group = self._place(1 + max(map(self._layers.__getitem__, row), default=0), name)
            group.parts.extend(row)
            group.lengths.append(len(row))
        self._numbers[id(value)] = number
        return number

    def _leaf(self, name: str, row: object) -> int:
        found = self._numbers.get((name, row))
        if found is None:
            found, group = self._place(0, name)
            self._numbers[name, row] = found
            group.rows.append(row)
        return found

    def _place(self, layer: int, name: str) -> tuple[int, _Group]:
        number = len(self._layers)
        self._layers.append(layer)
        group = self._groups.get((layer, name))
        if group is None:
            group = self._groups[layer, name] = _Group()
        group.members.append(number)
        return number, group

    def _learnt(self, kind: type) -> tuple[str, _Parts | None]:
        found = self._layouts[kind] = _layout(kind)
        return found


class _Numbers:
    """The numbers behind the outline, taken from the front."""

    def __init__(self, content: bytes | memoryview) -> None:
        self._all = array("I")
        self._all.frombytes(content)
        _little(self._all)
        self._at = 0

    def take(self, count: int) -> array[int]:
        """Return the next so many; raise ValueError where there are not as many left."""
        taken = self._all[self._at : self._at + count]
        if len(taken) != count:
            raise ValueError("too few numbers")
        self._at += count
        return taken


def _layout(kind: type) -> tuple[str, _Parts | None]:
    """Return the name under which values of a type are written, and what gives their parts; None for leaves."""
    if kind in _CONTAINERS:
        return _CONTAINERS[kind]
    if not is_ours(kind):
        return "", None
    names = [field.name for field in fields(kind)]
    get = attrgetter(*names)
    return name_of(kind), (lambda value: (get(value),)) if len(names) == 1 else get


def _pairs(found: Mapping[object, object]) -> Iterator[object]:
    return chain.from_iterable(found.items())


_CONTAINERS: dict[type, tuple[str, _Parts]] = {
    tuple: ("tuple", tuple),
    frozenset: ("frozenset", tuple),
    dict: ("dict", _pairs),
    MappingProxyType: ("proxy", _pairs),
}


def _part(root: int, outline: list[object], numbers: array[int]) -> bytes:
    head = json.dumps([root, outline], separators=(",", ":")).encode("ascii")
    return b"".join((len(head).to_bytes(_HEAD, "little"), head, _little(numbers)))


def _slices(kind: str, group: _Group) -> Iterator[tuple[list[Any] | int, Sequence[int]]]:
    """Yield what the outline says of a group, piece by piece: its values, or how many there are, and their parts."""
    if kind in _SIZED:
        at = 0
        for start in range(0, len(group.lengths), _MOST_ROWS):
            lengths = list(group.lengths[start : start + _MOST_ROWS])
            yield lengths, group.parts[at : at + sum(lengths)]
            at += sum(lengths)
    elif _is_dataclass(kind):
        width = group.lengths[0]
        for start in range(0, len(group.members), _MOST_ROWS):
            rows = group.parts[start * width : (start + _MOST_ROWS) * width]
            yield len(rows) // width, array("I", chain.from_iterable(rows[column::width] for column in range(width)))
    else:
        yield from ((rows, ()) for rows in _bunches(group.rows))


def _bunches(rows: list[Any]) -> Iterator[list[Any]]:
    """Yield leaves, as many at once as go into a part."""
    bunch: list[Any] = []
    size = 0
    for row in rows:
        bunch.append(row)
        size += _size([row])
        if size > _MOST_BYTES:
            yield bunch
            bunch, size = [], 0
    if bunch:
        yield bunch


def _size(rows: list[Any] | int) -> int:
    """Return about how many bytes rows take."""
    return sum(len(row) if isinstance(row, str) else _LEAST_BYTES for row in rows) if isinstance(rows, list) else 0


def _is_dataclass(kind: str) -> bool:
    return ":" in kind and not kind.startswith((ENUM, MOMENT))


def _little(numbers: array[int]) -> array[int]:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _made(kind: str, rows: Any, numbers: _Numbers, get: Callable[[int], object]) -> Sequence[object]:
    """Return the values of a group."""
    if kind in _SIZED:
        parts = map(get, numbers.take(sum(rows)))
        return [_SIZED[kind](islice(parts, length)) for length in rows]
    if _is_dataclass(kind):
        return _filled(type_of(kind), rows, numbers, get)
    return leaves(kind, rows)


def _filled(kind: type, count: int, numbers: _Numbers, get: Callable[[int], object]) -> Sequence[object]:
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
