"""Our frozen dataclasses do what those of the standard library do, and are made without its compiling."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import re
from collections.abc import Callable
from typing import Any

import pytest

from boardsite import dataclass as late
from boardsite.diagnostics import Location
from tests.architecture.source_tree import ROOT, imports, modules


def pair() -> tuple[type, type]:
    """Return the same class made by the standard library, and by us."""

    def body() -> type:
        class Thing:
            """A thing."""

            name: str
            tags: tuple[str, ...] = ()
            seen: list[int] = dataclasses.field(default_factory=list)
            note: str = dataclasses.field(default="", compare=False, repr=False)

        return Thing

    return dataclasses.dataclass(frozen=True, slots=True)(body()), late.dataclass(frozen=True, slots=True)(body())


@pytest.mark.parametrize("kind", pair(), ids=["standard", "ours"])
def test_values_are_made_shown_compared_and_replaced(kind: Any) -> None:
    one = kind("a", ("x",))
    assert (one.name, one.tags, one.seen, one.note) == ("a", ("x",), [], "")
    assert one.seen is not kind("a").seen
    assert re.sub(r"^.*Thing", "Thing", repr(one)) == "Thing(name='a', tags=('x',), seen=[])"
    assert one == kind(name="a", tags=("x",), note="another") != kind("b", ("x",))
    assert one != "a"
    assert dataclasses.replace(one, name="b") == kind("b", ("x",))
    assert [field.name for field in dataclasses.fields(kind)] == ["name", "tags", "seen", "note"]
    assert dataclasses.asdict(one) == {"name": "a", "tags": ("x",), "seen": [], "note": ""}
    assert kind.__match_args__ == ("name", "tags", "seen", "note")
    assert kind.__doc__ == "A thing."
    assert not hasattr(one, "__dict__")
    for wrong in ((), ("a", (), [], "", "too many")):
        with pytest.raises(TypeError):
            kind(*wrong)
    with pytest.raises(TypeError):
        kind("a", nothing=1)


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda it: pickle.loads(pickle.dumps(it))])
def test_a_value_can_be_copied_and_pickled(again: Callable[[Any], Any]) -> None:
    where = Location("content/a.md", 3)
    assert again(where) == where
    with pytest.raises(dataclasses.FrozenInstanceError):
        again(where).line = 4


def a_class(**members: object) -> type:
    return type("Kind", (), {"__annotations__": {"name": str}, **members})


@pytest.mark.parametrize(
    "kind",
    [
        a_class(__init__=lambda self: None),
        a_class(__eq__=lambda self, other: True),
        a_class(__setattr__=lambda self, name, value: None),
        a_class(name=dataclasses.field(kw_only=True)),
        a_class(name=dataclasses.field(init=False, default="")),
        a_class(__annotations__={"_self_name": str}),
    ],
)
def test_what_we_would_do_differently_is_refused_at_once(kind: type) -> None:
    with pytest.raises(TypeError, match="of ours"):
        late.dataclass(frozen=True, slots=True)(kind)


def test_a_field_can_have_any_other_name() -> None:
    names = ("self", "names", "kind", "lines", "_absent", "_set0", "object")
    kind: Any = late.dataclass(frozen=True, slots=True)(a_class(__annotations__=dict.fromkeys(names, int)))
    assert [getattr(kind(*range(7)), name) for name in names] == list(range(7))


@pytest.mark.parametrize("kind", pair(), ids=["standard", "ours"])
@pytest.mark.parametrize("change", [lambda it: setattr(it, "name", "b"), lambda it: delattr(it, "name")])
def test_nobody_can_change_a_value(kind: Any, change: Any) -> None:
    one = kind("a")
    with pytest.raises(dataclasses.FrozenInstanceError):
        change(one)
    assert one.name == "a"


def test_equal_values_have_equal_hashes_and_count_once() -> None:
    @late.dataclass(frozen=True, slots=True)
    class Pair:
        left: int
        right: str = ""

    @late.dataclass(frozen=True, slots=True)
    class Other:
        left: int
        right: str = ""

    assert hash(Pair(1, "a")) == hash(Pair(1, "a"))
    assert len({Pair(1), Pair(1), Pair(2)}) == 2
    assert Pair(1) != Other(1)


def test_fields_and_checks_are_inherited_and_own_methods_stay() -> None:
    @late.dataclass(frozen=True, slots=True)
    class Base:
        name: str

        def __post_init__(self) -> None:
            if not self.name:
                raise ValueError("without a name")

        def __repr__(self) -> str:
            return f"<{self.name}>"

    @late.dataclass(frozen=True, slots=True)
    class More(Base):
        count: int = 0

    assert (More("a", 2).name, More("a", 2).count) == ("a", 2)
    assert repr(Base("a")) == "<a>"
    assert repr(More("a", 2)).endswith("More(name='a', count=2)")
    assert More("a") != Base("a")
    for kind in (Base, More):
        with pytest.raises(ValueError, match="without a name"):
            kind("")
    with pytest.raises(dataclasses.FrozenInstanceError):
        More("a").count = 3  # type: ignore[misc]


def test_a_class_compiles_nothing_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    init, standard = late._init, late._standard
    monkeypatch.setattr(late, "_init", lambda kind: written.append("__init__") or init(kind))
    monkeypatch.setattr(late, "_standard", lambda kind, name: written.append(name) or standard(kind, name))
    kind: Any = late.dataclass(frozen=True, slots=True)(type("Kind", (), {"__annotations__": {"name": str}}))
    assert written == []
    assert kind("a") == kind("a")
    assert hash(kind("b")) is not None
    assert written == ["__init__", "__eq__", "__hash__"]


def test_who_is_frozen() -> None:
    frozen, slots = late.dataclass(frozen=True, slots=True), late.dataclass(slots=True)
    assert late.is_frozen(frozen(type("A", (), {})))
    assert late.is_frozen(dataclasses.dataclass(frozen=True)(type("B", (), {})))
    assert not late.is_frozen(slots(type("C", (), {})))
    assert not late.is_frozen(str)


def test_every_class_of_the_program_is_made_in_this_way() -> None:
    tree = modules(ROOT)
    known = frozenset(module.name for module in tree) | {"dataclasses.dataclass"}
    using = {module.path for module in tree for _, name in imports(module, known) if name == "dataclasses.dataclass"}
    assert using <= {"boardsite/dataclass.py"}
    assert sum("@dataclass(" in (ROOT / module.path).read_text(encoding="utf-8") for module in tree) > 100
