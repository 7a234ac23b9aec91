"""Frozen values as JSON and back, checked against their own types.

For what is remembered between builds: nothing in a stored file can name code to run, and a value that does not fit its
type exactly is no value at all. A dataclass is the list of its fields, in their order.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

_Value = TypeVar("_Value")
_Reader = Callable[[Any], Any]
_PLAIN = (str, int, bool, NoneType)


def to_json(value: object) -> bytes:
    """Return a value as JSON: frozen dataclasses, tuples, enums, days, texts, whole numbers, booleans and None."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def from_json(kind: type[_Value], content: bytes) -> _Value:
    """Return the value of a type that `to_json` wrote; raise ValueError where the content is anything else."""
    try:
        return cast(_Value, _reader(cast(Any, kind))(json.loads(content.decode("utf-8", "surrogatepass"))))
    except (TypeError, KeyError, RecursionError, AttributeError) as problem:
        raise ValueError("not the value it should be") from problem


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if type(value) in _PLAIN:
        return value
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if type(value) is date:
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return [_plain(getattr(value, field.name)) for field in fields(value)]
    raise TypeError(f"a {type(value).__name__} cannot be remembered")


@cache
def _reader(kind: Any) -> _Reader:
    """Return the function that makes a value of this type of plain JSON, or raises ValueError."""
    origin, inner = get_origin(kind), get_args(kind)
    if kind in _PLAIN:
        return lambda found: found if type(found) is kind else _refuse(found)
    if kind is date:
        return date.fromisoformat
    if origin is tuple:
        return _tuple_reader(inner)
    if origin in (UnionType, Union):
        return _union_reader(tuple(inner))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if is_dataclass(kind) and isinstance(kind, type):
        return _dataclass_reader(kind)
    raise TypeError(f"{kind} cannot be remembered")


def _tuple_reader(inner: tuple[Any, ...]) -> _Reader:
    if len(inner) == 2 and inner[1] is Ellipsis:
        read = _reader(inner[0])
        return lambda found: tuple(map(read, found)) if type(found) is list else _refuse(found)
    readers = [_reader(each) for each in inner]

    def made(found: Any) -> Any:
        if type(found) is not list:
            _refuse(found)
        return tuple(read(each) for read, each in zip(readers, found, strict=True))

    return made


def _union_reader(inner: tuple[Any, ...]) -> _Reader:
    """Only "X or None" is told apart without a doubt."""
    kinds = [each for each in inner if each is not NoneType]
    if len(kinds) != 1:
        raise TypeError("only one type or None can be remembered")
    read = _reader(kinds[0])
    return lambda found: None if found is None else read(found)


def _dataclass_reader(kind: type) -> _Reader:
    hints: Mapping[str, Any] = get_type_hints(kind)
    readers = [_reader(hints[field.name]) for field in fields(kind)]

    def made(found: Any) -> Any:
        if type(found) is not list:
            _refuse(found)
        return kind(*[read(each) for read, each in zip(readers, found, strict=True)])

    return made


def _refuse(found: Any) -> Any:
    raise ValueError(f"a {type(found).__name__} stands in the wrong place")
