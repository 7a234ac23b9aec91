"""What a build knows comes back as it was, what is one object stays one, and no file can do harm."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from types import MappingProxyType
from zoneinfo import ZoneInfo

import pytest

from boardsite.clock import BuildClock, Month
from boardsite.diagnostics import Location, Severity
from boardsite.pages.news import plan
from boardsite.pages.target import Shelved
from boardsite.storage import graph_writer
from boardsite.storage.graph import read
from boardsite.storage.graph_leaves import Unwritable
from boardsite.storage.graph_writer import written
from boardsite.storage.same import same

LONDON = ZoneInfo("Europe/London")
VALUES = (
    (), ((),), "", "text", "\ud800", "£ – 😀\n\0\"", 0, -1, 10**20, True, False, None, b"", b"\0\xff bytes",
    date(2016, 6, 28), date.min, time(9, 30), time(1, 30, fold=1), timedelta(days=-1, microseconds=3),
    datetime(2016, 6, 28, 9), datetime(2016, 6, 28, 9, tzinfo=UTC), datetime(2016, 6, 28, 9, 0, 0, 7, tzinfo=LONDON),
    datetime(2016, 10, 30, 1, 30, tzinfo=LONDON, fold=1), LONDON, UTC,
    (1, True, "1", b"1", None, ("1", 1)), frozenset({"a", "b"}), frozenset(), {"b": 1, "a": (2, {})}, {},
    MappingProxyType({"a": MappingProxyType({})}), Severity.ERROR, (Severity.ERROR, "ERROR"), Month(2016, 6),
    Location("content/index.md", 3), BuildClock(datetime(2016, 6, 1, tzinfo=UTC), LONDON),
    {("news", "a"): (Location("a"), Location("a", 1)), (plan, "b"): ()},
)  # fmt: skip


@dataclass(frozen=True)
class Foreign:
    text: str


def there_and_back(value: object) -> object:
    return read(written(value, {}))


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_value_comes_back_as_it_was(value: object) -> None:
    assert same(there_and_back(value), value)


def test_all_of_them_come_back_in_one_go_and_in_their_order() -> None:
    whole = {"all": VALUES, "again": VALUES[::-1]}
    found = there_and_back(whole)
    assert same(found, whole)
    assert isinstance(found, dict)
    assert list(found) == ["all", "again"]


def test_what_is_one_object_stays_one() -> None:
    shared = (Location("a", 1), ("x", "y"))
    one, other = there_and_back((shared, {"k": shared}))  # type: ignore[misc]
    assert one is other["k"]


@pytest.mark.parametrize(
    "owners",
    [
        lambda one: ((one,), (one,)), lambda one: (one, one), lambda one: (Month(one, 1), Month(one, 2)),
        lambda one: ({"a": one}, {"b": one}), lambda one: (frozenset({one}), (one,)), lambda one: {one: one},
        lambda one: (MappingProxyType({"a": one}), Month(one, 1)), lambda one: ((one, 1), Location("a", one)),
    ],
)  # fmt: skip
def test_what_two_own_is_written_once(owners: Callable[[object], object]) -> None:
    """Of most values nothing is noted, because they have one owner: that must never be said of two."""
    one = tuple(Location("a", line) for line in range(3))
    whole = owners(one)
    del one
    found = parts(there_and_back(whole))
    shared = [part for part in found if isinstance(part, tuple) and part and isinstance(part[0], Location)]
    assert len(shared) == 2
    assert shared[0] is shared[1]


def test_of_what_has_one_owner_nothing_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    noted = []

    class Noting(dict[object, int]):
        def __setitem__(self, key: object, number: int) -> None:
            noted.append(key)
            super().__setitem__(key, number)

    writer = graph_writer._Writer({})
    monkeypatch.setattr(writer, "_numbers", Noting())
    whole = tuple((Location("a", line + 1_000), Month(line + 1_000, 1)) for line in range(100))
    assert list(writer.written(whole))
    assert len(noted) < 100


def parts(value: object) -> list[object]:
    """Return the parts of a value that are values with parts, and theirs; each as often as it is there."""
    if isinstance(value, Mapping):
        inside = [*value.keys(), *value.values()]
    elif isinstance(value, tuple | frozenset):
        inside = list(value)
    elif is_dataclass(value):
        inside = [getattr(value, each.name) for each in fields(value)]
    else:
        return []
    return [*inside, *(part for each in inside if each is not value for part in parts(each))]


def test_another_value_can_stand_in_the_place_of_one() -> None:
    places = tuple(Location("a", line) for line in range(500))
    found = read(written((places, "x", places[7]), {Location: lambda where: Month(where.line + 1_000, 1)}))
    assert found == (tuple(Month(line, 1) for line in range(1_000, 1_500)), "x", Month(1_007, 1))


@pytest.mark.parametrize(
    "value",
    [
        1.5, object(), ["list"], {1, 2}, Foreign("x"), lambda: None, print, timezone(timedelta(hours=1)), Foreign,
        datetime(2016, 1, 1, tzinfo=timezone(timedelta(hours=1))), ZoneInfo.no_cache("Europe/London"),
        time(9, tzinfo=UTC), Foreign.__init__,
    ],
    ids=lambda value: type(value).__name__,
)  # fmt: skip
def test_what_would_not_come_back_the_same_is_refused(value: object) -> None:
    with pytest.raises(Unwritable):
        next(written(("some", value), {}))


def a_file(outline: list[list[object]], numbers: bytes = b"") -> list[bytes]:
    """Return the one part of such an outline, to whose entries is added that each is a group of its own."""
    head = json.dumps([0, [[*group, 0] if len(group) == 2 else group for group in outline]]).encode()
    return [len(head).to_bytes(8, "little") + head + numbers]


@pytest.mark.parametrize(
    ("kind", "rows"),
    [
        ("function", ["os:system"]),
        ("function", ["boardsite.storage.graph:_Writer"]),
        ("function", ["boardsite.cli:_broke"]),
        ("zone", ["/Europe"]),
        ("zone", ["/" + "x" * 5_000]),
        ("boardsite.storage.memory:Memory", 1),
        ("function", ["boardsite.storage.graph:json"]),
        ("function", ["boardsite.no_such_module:f"]),
        ("function", ["boardsite.__main__:in_a_worker"]),
        ("pathlib:Path", 1),
        ("boardsite.storage.graph:_Writer", 1),
        ("boardsite.diagnostics:BoardsiteError", 1),
        ("boardsite.pages.frame:Severity", 1),
        ("=os:O_RDONLY", ["x"]),
        ("=boardsite.diagnostics:Severity", ["NO_SUCH"]),
        ("=boardsite.diagnostics:Severity", [["ERROR"]]),
        ("str", [1]),
        ("int", [True]),
        ("none", [0]),
        ("date", ["2016-06-28"]),
        ("@0/Europe/No_Such", ["2016-06-28"]),
        ("@0/../../etc/passwd", ["2016-06-28"]),
        ("zone", ["/nowhere"]),
        ("nothing", ["x"]),
        ("tuple", [1]),
        ("dict", [3]),
        ("boardsite.diagnostics:Location", 1),
        ("boardsite.diagnostics:Location", "many"),
        ("boardsite.diagnostics:Location", 10**18),
    ],
)
def test_a_file_can_name_nothing_but_frozen_values_of_ours(kind: str, rows: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        read(a_file([[kind, rows]]))


def test_values_too_deep_inside_each_other_are_refused() -> None:
    with pytest.raises(ValueError, match="too deep"):
        read(a_file([["tuple", []]] * 3_000))


def test_a_damaged_file_is_refused_or_is_another_value_but_never_stops_the_program() -> None:
    (whole,) = written({"all": VALUES, "shelf": {"/a/": Shelved(b"k", 1, "d", frozenset({"/b/"}), "")}}, {})
    chance, refused = random.Random(1), 0
    for _ in range(3_000):
        damaged = bytearray(whole)
        for _ in range(chance.randrange(1, 4)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        try:
            read([bytes(damaged[: chance.choice((len(damaged), chance.randrange(len(damaged))))])])
        except ValueError:
            refused += 1
    assert refused > 1_500


def a_large_value() -> dict[str, object]:
    """Return a value that takes several parts, with groups of each kind that go on in the next."""
    texts = tuple(f"{number:06}" * 30 for number in range(25_000))
    return {
        "texts": texts,
        "places": tuple(Location(text, line) for line, text in enumerate(texts)),
        "pairs": tuple((texts[at], at, texts[-at]) for at in range(25_000)),
        "bytes": tuple(text.encode() for text in texts[:9_000]),
        "links": {text: frozenset(texts[at : at + 3]) for at, text in enumerate(texts)},
    }


def test_a_large_value_comes_back_from_many_parts_none_of_which_is_large() -> None:
    value = a_large_value()
    parts = list(written(value, {}))
    assert len(parts) > 8
    assert max(map(len, parts)) < 4_000_000
    assert same(read(iter(parts)), value)


def test_parts_that_are_lost_doubled_or_out_of_order_are_refused_or_another_value() -> None:
    parts = list(written(a_large_value(), {}))
    for wrong in (parts[:-1], parts[1:], parts[::-1], parts[:3] + parts[4:], [*parts[:2], *parts[1:]]):
        try:
            assert not same(read(wrong), a_large_value())
        except ValueError:
            continue
    with pytest.raises(ValueError, match="not what"):
        read([])


def test_values_of_a_group_that_goes_on_cannot_stand_inside_each_other() -> None:
    inner = (0).to_bytes(4, "little")
    assert read(a_file([["tuple", [0]], ["tuple", [1], 0], ["tuple", [1], 1]], inner + inner)) == ()
    with pytest.raises(ValueError, match="not what"):
        read(a_file([["tuple", [0]], ["tuple", [1], 1]], inner))
