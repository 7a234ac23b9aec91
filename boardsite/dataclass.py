"""`dataclass` of the standard library, whose methods are written only when somebody calls them.

For each frozen class, the standard library writes and compiles six methods while the program is loaded. That is half
a millisecond, two hundred and more times over, and a command makes values of a few of these kinds and compares fewer.
Here a class is born with its fields and slots, and each method is written at its first call. Most of them come from the
standard library, too; `__init__` is our own, because its is slower to write and, for frozen values, to run.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn

__all__ = ["dataclass", "is_frozen"]
_METHODS = ("__init__", "__repr__", "__eq__", "__hash__")
_OURS = {"__init__", "__eq__", "__hash__", "__setattr__", "__delattr__"}  # which a class cannot have of its own

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(**options: bool) -> Callable[[type], type]:
        """Return a decorator that does what `dataclasses.dataclass` does with these options.

        A frozen class has plain fields, with defaults or without; TypeError says so where one has anything else.
        """
        if options == {"frozen": True, "slots": True}:
            return _frozen
        return dataclasses.dataclass(**options)


def is_frozen(kind: type) -> bool:
    """Return whether this is a dataclass whose values nobody can change."""
    return dataclasses.is_dataclass(kind) and (
        kind.__setattr__ is _refuse or kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
    )


def _frozen(kind: type) -> type:
    if not _OURS.isdisjoint(vars(kind)):
        raise TypeError(f"{kind.__name__} has methods of its own that a frozen class of ours is given")
    kind.__doc__ = kind.__doc__ or kind.__name__  # or else the signature is worked out, to stand there
    made: type = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(kind)
    if any(not each.init or each.kw_only or each.name.startswith("_self") for each in dataclasses.fields(made)):
        raise TypeError(f"{kind.__name__} has fields that a frozen class of ours cannot have")
    for name in _METHODS:
        if name not in vars(kind):
            setattr(made, name, _late(made, name))
    made.__setattr__ = made.__delattr__ = _refuse  # type: ignore[assignment]
    for name, method in (("__getstate__", _state), ("__setstate__", _set_state)):
        setattr(made, name, method)
    return made


def _late(kind: type, name: str) -> Callable[..., Any]:
    """Return what stands for a method until it is called: then the method takes its place."""

    def first(self: object, *args: object, **named: object) -> Any:
        method = _init(kind) if name == "__init__" else _standard(kind, name)
        setattr(kind, name, method)
        return method(self, *args, **named)

    return first


def _init(kind: type) -> Callable[..., Any]:
    """Return a method that fills each slot by its descriptor, as assigning to a field is refused."""
    me = "_self"  # with which no name of a field begins
    names: dict[str, Any] = {f"{me}_absent": dataclasses.MISSING}
    heads, lines = [me], []
    for at, each in enumerate(dataclasses.fields(kind)):
        head = value = each.name
        if each.default is not dataclasses.MISSING:
            head, names[f"{me}_default{at}"] = f"{each.name}={me}_default{at}", each.default
        elif each.default_factory is not dataclasses.MISSING:
            head, names[f"{me}_make{at}"] = f"{each.name}={me}_absent", each.default_factory
            value = f"{me}_make{at}() if {each.name} is {me}_absent else {each.name}"
        names[f"{me}_set{at}"] = getattr(kind, each.name).__set__
        heads.append(head)
        lines.append(f" {me}_set{at}({me}, {value})")
    if hasattr(kind, "__post_init__"):
        lines.append(f" {me}.__post_init__()")
    exec(f"def __init__({', '.join(heads)}):\n" + "\n".join(lines or [" pass"]), names)  # noqa: S102 - names of fields
    method: Callable[..., Any] = names["__init__"]
    method.__qualname__ = f"{kind.__qualname__}.__init__"
    return method


def _standard(kind: type, name: str) -> Callable[..., Any]:
    """Return a method as the standard library writes it for a class with the same fields."""
    same = dataclasses.make_dataclass(
        kind.__name__,
        [(each.name, each.type, each) for each in dataclasses.fields(kind)],
        namespace={"__doc__": kind.__doc__},  # without one, the signature is worked out
        init=False,
        repr=name == "__repr__",
        eq=name in ("__eq__", "__hash__"),
        frozen=name == "__hash__",
    )
    method: Callable[..., Any] = vars(same)[name]
    return getattr(method, "__wrapped__", method)  # that of `__repr__` looks out for itself; none of ours holds itself


def _state(self: Any) -> list[object]:
    """Return what `copy` and `pickle` take of a value, as with the standard library."""
    return [getattr(self, each.name) for each in dataclasses.fields(self)]


def _set_state(self: Any, state: list[object]) -> None:
    for each, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, each.name, value)


def _refuse(self: object, name: str, *_value: object) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot assign to or delete field {name!r} of {type(self).__name__}")
