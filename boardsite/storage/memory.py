"""What a run knows from its last build: results of pure functions, each beside all that it was made of.

The preview makes one build after the other, and a command leaves what it knows to the next one (`recall.py`). Between
two builds, a save changes one file, and nearly every step is given what it was given before. A result is given again,
as the very same object, while everything that it was made of is the same; so the steps behind it see at a glance that
nothing is new.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Any, TypeVar, cast

from boardsite import patience
from boardsite.storage.same import same

_Made = TypeVar("_Made")


class Memory:
    """Results by name. One that does not keep, for who makes a site once, makes everything anew."""

    def __init__(self, *, keeps: bool, lasts: bool = False) -> None:
        """`lasts`: the next process may have it, in its `tables`; `at_first` is what was in them to begin with."""
        self.keeps, self.lasts = keeps, lasts
        self.tables: dict[str, dict[Any, Any]] = {}
        self.at_first: dict[str, dict[Any, Any]] = {}
        self._kept: dict[Hashable, tuple[tuple[object, ...], object]] = self.table("results")
        self._held: dict[object, object] = {}

    def of(self, name: Hashable, make: Callable[..., _Made], *given: Any) -> _Made:
        """Return `make(*given)`, or the last result of this name where all that was given is the same.

        `make` must be a function of nothing else, the same one for a name, and its result must be frozen. What was
        stopped because it took too long is tried again.
        """
        if not self.keeps:
            return make(*given)
        last = self._kept.get(name)
        if last is not None and same(last[0], given):
            return cast(_Made, last[1])
        stops = patience.stops()
        made = make(*given)
        assert not isinstance(made, Iterator), name  # it can be walked through once only
        if stops == patience.stops():  # what was given up once may work out another time
            self._kept[name] = (given, steady(made, cast(_Made, last[1])) if last is not None else made)
            return cast(_Made, self._kept[name][1])
        self.forget(name)
        return made

    def each(
        self,
        name: Hashable,
        make: Callable[..., _Made],
        *columns: Iterable[Any],
        given: tuple[object, ...] = (),
        is_worth: Callable[[_Made], bool] = lambda _: True,
    ) -> tuple[_Made, ...]:
        """Return `make(*row, *given)` for each row of these columns, or what it was where all of these are the same.

        For thousands of things of which a save changes one. A row is the same where each of its things is the very
        object that it was; `given` is compared once for all. Where one result was stopped because it took too long, or
        `is_worth` says no, all of them are made again the next time.
        """
        now = tuple(map(tuple, columns))
        if not self.keeps:
            return tuple(make(*row, *given) for row in zip(*now, strict=True))
        last, results = self._kept.get(name, (((), ()), ()))
        known: dict[tuple[int, ...], Any] = {}
        if last[1:] and same(last[0], given):
            known = dict(zip(_identities(cast(Any, last[1])), cast(Any, results), strict=True))
        made = [known.get(row, self) for row in _identities(now)]
        new, stops = [at for at, found in enumerate(made) if found is self], patience.stops()
        for at in new:
            made[at] = make(*(column[at] for column in now), *given)
            assert not isinstance(made[at], Iterator), name  # it can be walked through once only
        if stops == patience.stops() and all(is_worth(made[at]) for at in new):
            kept = steady(tuple(made), cast(Any, results))
            self._kept[name] = ((given, now), kept)
            return cast(tuple[_Made, ...], kept)
        self.forget(name)
        return tuple(made)

    def forget(self, name: Hashable) -> None:
        """Let go of a result that may be different the next time."""
        self._kept.pop(name, None)

    def table(self, name: str) -> dict[Any, Any]:
        """Return a table of this name, for what is kept in another way than by what it was made of."""
        return self.tables.setdefault(name, {})

    def held(self, make: Callable[..., _Made], *given: Any) -> _Made:
        """Return the one thing of its kind that the run works with, made when it is first asked for."""
        if not self.keeps:
            return make(*given)
        if make not in self._held:
            self._held[make] = make(*given)
        return cast(_Made, self._held[make])


def _identities(columns: tuple[tuple[object, ...], ...]) -> Iterable[tuple[int, ...]]:
    """Return who stands in each row. The objects live as long as the columns do."""
    return zip(*(map(id, column) for column in columns), strict=True)


def steady(made: _Made, before: _Made) -> _Made:
    """Return a new value, made of what was there before as far as that is the same."""
    if same(made, before):
        return before
    new, old = cast(Any, made), cast(Any, before)
    if type(new) is tuple and type(old) is tuple and len(new) == len(old):
        new = tuple(was if same(now, was) else now for now, was in zip(new, old, strict=True))
    return cast(_Made, new)
