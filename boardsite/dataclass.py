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

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(**options: bool) -> Callable[[type], type]:
        """Return a decorator that does what `dataclasses.dataclass` does with these options."""
        if options == {"frozen": True, "slots": True}:
            return _frozen
        return dataclasses.dataclass(**options)


def is_frozen(kind: type) -> bool:
    """Return whether this is a dataclass whose values nobody can change."""
    return dataclasses.is_dataclass(kind) and (
        kind.__setattr__ is _refuse or kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
    )


def _frozen(kind: type) -> type:
    kind.__doc__ = kind.__doc__ or kind.__name__  # or else the signature is worked out, to stand there
    made: type = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(kind)
    own = {name for name in _METHODS[1:] if name in vars(kind)}
    for name in _METHODS:
        if name not in own:
            setattr(made, name, _late(made, name))
    made.__setattr__ = made.__delattr__ = _refuse  # type: ignore[assignment]
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
    names: dict[str, Any] = {"_absent": dataclasses.MISSING}
    heads, lines = ["self"], []
    for at, each in enumerate(dataclasses.fields(kind)):
        if not each.init or each.kw_only:
            raise TypeError(f"{kind.__name__}.{each.name}: not a field that a frozen class of ours can have")
        head = value = each.name
        if each.default is not dataclasses.MISSING:
            head, names[f"_default{at}"] = f"{each.name}=_default{at}", each.default
        elif each.default_factory is not dataclasses.MISSING:
            head, names[f"_make{at}"] = f"{each.name}=_absent", each.default_factory
            value = f"_make{at}() if {each.name} is _absent else {each.name}"
        names[f"_set{at}"] = getattr(kind, each.name).__set__
        heads.append(head)
        lines.append(f" _set{at}(self, {value})")
    if hasattr(kind, "__post_init__"):
        lines.append(" self.__post_init__()")
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
    return method


def _refuse(self: object, name: str, *_value: object) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot assign to or delete field {name!r} of {type(self).__name__}")
