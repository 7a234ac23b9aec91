"""Frozen values to the parts that `graph.py` reads: each value is numbered once, layer by layer, and then written.

Only of values with several owners is noted that they have a number: for all others, nobody asks again.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from itertools import chain
from operator import attrgetter
from sys import getrefcount
from types import MappingProxyType
from typing import Any

from boardsite.storage.graph_leaves import is_dataclass, is_ours, leaf, name_of
from boardsite.storage.graph_parts import closed

_MOST_BYTES = 250_000  # of a part, about
_MOST_ROWS = 10_000  # of a group at once
_LEAST_BYTES = 16  # that a row takes
_Parts = Callable[[Any], Sequence[object]]  # a new list or tuple of the parts of a value
_Layout = tuple[str, _Parts | None, Callable[[Any], object] | None]  # with what is written in its place


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


class _Writer:
    def __init__(self, instead: Mapping[type, Callable[[Any], object]]) -> None:
        self._instead = instead
        self._numbers: dict[object, int] = {}  # of texts by themselves, of what has several owners by identity
        self._leaves: dict[str, dict[object, int]] = {}  # of other leaves of each kind, by what they are
        self._alive: list[object] = []  # what was put in the place of another: no identity must be given away twice
        self._layers = array("i")
        self._layouts: dict[type, _Layout] = {}
        self._groups: dict[tuple[int, str], _Group] = {}

    def written(self, value: object) -> Iterator[bytes]:
        root = self._number(value)
        groups = sorted(self._groups.items())
        final = array("I", bytes(self._layers.itemsize * len(self._layers)))  # each value's place in the end
        for place, number in enumerate(chain.from_iterable(group.members for _, group in groups)):
            final[number] = place
        groups.reverse()
        for done in (self._numbers, self._leaves, self._alive, self._groups):
            done.clear()  # to make room for what is written
        outline: list[object] = []
        numbers, size = array("I"), 0
        while groups:
            (_, kind), group = groups.pop()
            for at, (rows, more) in enumerate(_slices(kind, group)):
                outline.append([kind, rows, int(at > 0)])
                numbers.extend(map(final.__getitem__, more))
                size += _size(rows) + len(more) * numbers.itemsize
                if size > _MOST_BYTES:
                    yield closed(final[root], outline, numbers)
                    outline, numbers, size = [], array("I"), 0
        yield closed(final[root], outline, numbers)

    def _number(self, value: object) -> int:
        """Return the number of a value that has none yet; its parts get theirs before it."""
        is_alone = getrefcount(value) <= _ALONE
        name, parts, instead = self._layouts.get(type(value)) or self._learnt(type(value))
        written = value
        if instead:
            written = instead(value)
            self._alive.append(written)
            name, parts, _ = self._layouts.get(type(written)) or self._learnt(type(written))
        if type(written) is str:
            number, group = self._place(0, "str")
            group.rows.append(written)
        elif parts is None:
            number = self._leaf(*leaf(written))
        else:
            known, number_of = self._numbers.get, self._number
            row = [
                found if (found := known(part if type(part) is str else id(part))) is not None else number_of(part)
                for part in parts(written)
            ]
            number, group = self._place(1 + max(map(self._layers.__getitem__, row), default=0), name)
            group.parts.extend(row)
            group.lengths.append(len(row))
        if type(value) is str:
            self._numbers[value] = number
        elif not is_alone:
            self._numbers[id(value)] = number
        return number

    def _leaf(self, name: str, row: object) -> int:
        leaves = self._leaves.setdefault(name, {})
        found = leaves.get(row)
        if found is None:
            found, group = self._place(0, name)
            leaves[row] = found
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

    def _learnt(self, kind: type) -> _Layout:
        found = self._layouts[kind] = (*_layout(kind), self._instead.get(kind))
        return found


def _references() -> int:
    """Return how many references `_number` sees of a value that is part of one other value only."""

    def number_of(_: None, value: object) -> int:
        return getrefcount(value)

    known: dict[int, int] = {}
    owner = ([],)  # type: ignore[var-annotated]
    (count,) = [
        found if (found := known.get(id(part))) is not None else number_of(None, part) for part in list(owner)
    ]
    return count


_ALONE = _references()


def _layout(kind: type) -> tuple[str, _Parts | None]:
    """Return the name under which values of a type are written, and what gives their parts; None for leaves."""
    if kind in _CONTAINERS:
        return _CONTAINERS[kind]
    if not is_ours(kind):
        return "", None
    names = [field.name for field in fields(kind)]
    get = attrgetter(*names)
    return name_of(kind), (lambda value: (get(value),)) if len(names) == 1 else get


def _pairs(found: Mapping[object, object]) -> list[object]:
    return list(chain.from_iterable(found.items()))


_CONTAINERS: dict[type, tuple[str, _Parts]] = {
    tuple: ("tuple", list),
    frozenset: ("frozenset", list),
    dict: ("dict", _pairs),
    MappingProxyType: ("proxy", _pairs),
}
_SIZED = {name for name, _ in _CONTAINERS.values()}  # these have as many parts as they like


def _slices(kind: str, group: _Group) -> Iterator[tuple[list[Any] | int, Sequence[int]]]:
    """Yield what the outline says of a group, piece by piece: its values, or how many there are, and their parts."""
    if kind in _SIZED:
        at = 0
        for start in range(0, len(group.lengths), _MOST_ROWS):
            lengths = list(group.lengths[start : start + _MOST_ROWS])
            yield lengths, group.parts[at : at + sum(lengths)]
            at += sum(lengths)
    elif is_dataclass(kind):
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
