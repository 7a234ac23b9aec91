"""Whether two frozen values are the same in everything that can be told of them.

Stricter than `==`, for which True is 1 and ten o'clock in London is nine in UTC. What is one object is the same at
once, so that comparing two states of a site costs little more than what is different in them.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from functools import cache
from itertools import compress, starmap
from operator import is_not
from pathlib import PurePath
from types import MappingProxyType
from typing import cast

_PLAIN = (str, int, bool, bytes, date, timedelta)


def same(one: object, other: object) -> bool:
    """Say whether two values are of one type and alike in all their parts.

    What cannot be looked into (a function, an object of a class of its own) is the same as itself only.
    """
    if one is other:
        return True
    kind = type(one)
    if kind is not type(other):
        return False
    if kind is tuple:
        return _same_tuple(one, other)  # type: ignore[arg-type]
    if isinstance(one, Enum):
        return False
    if kind in _PLAIN:
        return bool(one == other)
    if isinstance(one, datetime | time) and isinstance(other, datetime | time):
        return one.tzinfo is other.tzinfo and one.fold == other.fold and one == other
    if kind in (dict, MappingProxyType):
        return _same_mapping(one, other)  # type: ignore[arg-type]
    if isinstance(one, frozenset) and isinstance(other, frozenset):
        return one == other and {*map(type, one), *map(type, other)} <= {str}
    if isinstance(one, float | PurePath):
        return repr(one) == repr(other)
    names = _fields(cast(Hashable, kind))
    return bool(names) and all(same(getattr(one, name), getattr(other, name)) for name in names)


def _same_tuple(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """What is one object in both is passed over without a look at it, as nearly all of a long tuple is."""
    return len(one) == len(other) and _same_each(one, other)


def _same_each(one: Collection[object], other: Collection[object]) -> bool:
    return all(starmap(same, compress(zip(one, other, strict=True), map(is_not, one, other))))


def _same_mapping(one: Mapping[object, object], other: Mapping[object, object]) -> bool:
    """Their order counts: it is that of what is made of them."""
    return len(one) == len(other) and _same_each(one, other) and _same_each(one.values(), other.values())


@cache
def _fields(kind: Hashable) -> tuple[str, ...]:
    """Return the names of the fields that make two values of a dataclass differ; nothing for any other type."""
    if not isinstance(kind, type) or not is_dataclass(kind):
        return ()
    return tuple(field.name for field in fields(kind) if field.compare)
