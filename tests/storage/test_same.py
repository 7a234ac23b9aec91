"""Same means: nothing can be told of the one that cannot be told of the other."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from zoneinfo import ZoneInfo

import pytest

from boardsite.storage.same import same

LONDON = ZoneInfo("Europe/London")


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class Thing:
    name: str
    parts: tuple[object, ...] = ()
    notes: dict[str, str] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Other:
    name: str
    parts: tuple[object, ...] = ()


def nan() -> float:
    return float("nan")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a" * 50, "".join(["a"] * 50)),
        (Thing("x", (1, None, b"y")), Thing("x", (1, None, b"y"))),
        (Thing("x", notes={"a": "b"}), Thing("x")),
        ((1, (2, "three")), (1, (2, "three"))),
        ({"a": (1,)}, {"a": (1,)}),
        (MappingProxyType({"a": 1}), MappingProxyType({"a": 1})),
        (frozenset({"a", "b"}), frozenset({"b", "a"})),
        (date(2016, 6, 28), date(2016, 6, 28)),
        (datetime(2016, 6, 28, 9, tzinfo=LONDON), datetime(2016, 6, 28, 9, tzinfo=LONDON)),
        (Path("a/b"), Path("a", "b")),
        (nan(), nan()),
        (Colour.RED, Colour.RED),
    ],
)
def test_what_is_the_same(one: object, other: object) -> None:
    assert same(one, other)
    assert same((one,), (other,))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, True),
        (0, False),
        (1, 1.0),
        (0.0, -0.0),
        ("red", Colour.RED),
        ("1", b"1"),
        ((1,), [1]),
        ((1, 2), (1,)),
        (Thing("x"), Other("x")),
        (Thing("x", (1,)), Thing("x", (True,))),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        ({"a": 1}, {"a": 2}),
        ({"a": 1}, MappingProxyType({"a": 1})),
        (frozenset({1}), frozenset({True})),
        (frozenset({"red"}), frozenset({Colour.RED})),
        (datetime(2016, 6, 28, 8, tzinfo=UTC), datetime(2016, 6, 28, 9, tzinfo=LONDON)),
        (datetime(2016, 10, 30, 1, tzinfo=LONDON), datetime(2016, 10, 30, 1, tzinfo=LONDON, fold=1)),
        (datetime(2016, 6, 28), date(2016, 6, 28)),
        ([1], [1]),
        (object(), object()),
        (None, ()),
    ],
)
def test_what_is_not_the_same(one: object, other: object) -> None:
    """Lists and the like may change after they were compared, so two of them are never the same."""
    assert not same(one, other)
    assert not same((one,), (other,))
    assert not same(other, one)
