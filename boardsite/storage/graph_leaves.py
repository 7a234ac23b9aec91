"""Values without parts of ours, as JSON and back, and the names under which types of ours are written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import Enum
from importlib import import_module
from types import FunctionType, NoneType
from typing import Any
from zoneinfo import ZoneInfo

from boardsite.dataclass import is_frozen

PACKAGE = __name__.partition(".")[0] + "."
PURE = (PACKAGE + "pages.", PACKAGE + "model.")  # whose functions meet nothing outside the program
ENUM = "="  # begins the kind of an enum's members
MOMENT = "@"  # begins that of moments; which of two equal times they are, and their zone, follow
_PLAIN = {str: "str", int: "int", bool: "bool", NoneType: "none"}
_OF_PLAIN = {name: kind for kind, name in _PLAIN.items()}


class Unwritable(Exception):  # noqa: N818 - said of the value
    """A value of a kind that is not kept."""


def is_ours(kind: type) -> bool:
    """Say whether a type is a frozen dataclass of this program."""
    return is_frozen(kind) and kind.__module__.startswith(PACKAGE) and bool(fields(kind))


def name_of(thing: type | FunctionType) -> str:
    """Return the name of a type or a function: its module and, after a colon, its name there."""
    return f"{thing.__module__}:{thing.__qualname__}"


def type_of(name: str) -> type:
    """Return the dataclass of a name; raise ValueError where it names anything else."""
    found = _found(name)
    if not isinstance(found, type) or not is_ours(found) or name_of(found) != name:
        raise ValueError("not a type of ours")
    return found


def is_dataclass(kind: str) -> bool:
    """Say whether a kind is the name of a dataclass."""
    return ":" in kind and not kind.startswith((ENUM, MOMENT))


def leaf(value: object) -> tuple[str, Any]:
    """Return the kind of a leaf and how it stands in JSON; raise Unwritable where it is none that we keep."""
    kind = type(value)
    if kind in _PLAIN:
        return _PLAIN[kind], value
    if isinstance(value, datetime):
        wall = value.replace(tzinfo=None, fold=0).isoformat()
        return f"{MOMENT}{value.fold}{_zone(value.tzinfo)}", wall
    if isinstance(value, Enum):
        return ENUM + name_of(kind), value.name
    if isinstance(value, bytes):
        return "bytes", value.decode("latin-1")
    if isinstance(value, FunctionType) and _is_found(value):
        return "function", name_of(value)
    if isinstance(value, tzinfo):
        return "zone", _zone(value)
    if isinstance(value, timedelta):
        return "timedelta", (value.days, value.seconds, value.microseconds)
    if kind is date and isinstance(value, date):
        return "date", value.toordinal()
    if isinstance(value, time) and value.tzinfo is None:
        return "time", f"{value.fold}{value.replace(fold=0).isoformat()}"
    raise Unwritable(f"{kind.__module__}.{kind.__qualname__}")


def leaves(kind: str, rows: list[Any]) -> Sequence[object]:
    """Return the leaves of a kind; raise ValueError, TypeError or KeyError where they are not what they should be."""
    if kind in _OF_PLAIN:
        if not {_OF_PLAIN[kind]}.issuperset(map(type, rows)):
            raise ValueError("a value of another kind")
        return rows
    if kind.startswith(ENUM):
        found = _found(kind[1:])
        if not isinstance(found, type) or not issubclass(found, Enum):
            raise ValueError("not an enum of ours")
        return [found[name] for name in rows]
    if kind.startswith(MOMENT):
        fold, zone = int(kind[1]), _zone_of(kind[2:])
        return [datetime.fromisoformat(wall).replace(tzinfo=zone, fold=fold) for wall in rows]
    return list(map(_READERS[kind], rows))


def _found(name: str) -> object:
    """Return what a module of ours has under a name."""
    module, _, inner = name.partition(":")
    if not module.startswith(PACKAGE) or "._" in module:  # `boardsite.__main__` is a program, not a module
        raise ValueError("not of this program")
    return vars(import_module(module)).get(inner)


def _is_found(function: FunctionType) -> bool:
    return function.__module__.startswith(PURE) and _found(name_of(function)) is function


def _zone(zone: tzinfo | None) -> str:
    """Return the name of a zone that is one object for all the program: they are compared by identity."""
    if zone is None:
        return ""
    if zone is UTC:
        return "UTC"
    if isinstance(zone, ZoneInfo) and zone.key and ZoneInfo(zone.key) is zone:
        return "/" + zone.key
    raise Unwritable(repr(zone))


def _zone_of(name: str) -> tzinfo | None:
    return ZoneInfo(name[1:]) if name.startswith("/") else {"": None, "UTC": UTC}[name]


def _function(name: str) -> object:
    found = _found(name) if name.startswith(PURE) else None
    if not isinstance(found, FunctionType):
        raise ValueError("not a function of ours")
    return found


_READERS: dict[str, Callable[[Any], object]] = {
    "bytes": lambda text: text.encode("latin-1"),
    "date": date.fromordinal,
    "function": _function,
    "time": lambda text: time.fromisoformat(text[1:]).replace(fold=int(text[0])),
    "timedelta": lambda parts: timedelta(*parts),
    "zone": _zone_of,
}
