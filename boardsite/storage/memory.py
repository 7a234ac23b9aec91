"""What a run knows from its last build: results of pure functions, each beside all that it was made of.

The preview makes one build after the other, and a command leaves what it knows to the next one (`recall.py`). Between
two builds, a save changes one file, and nearly every step is given what it was given before. A result is given again,
as the very same object, while everything that it was made of is the same; so the steps behind it see at a glance that
nothing is new.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import compress
from operator import is_, is_not
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
        self._rows: dict[Hashable, tuple[tuple[Any, ...], tuple[Any, ...]]] = self.table("rows")
        self._held: dict[object, object] = {}

    @property
    def here(self) -> Memory:
        """For what is not worth keeping for the next process: where that gets this memory, one that keeps nothing."""
        return Memory(keeps=False) if self.lasts else self

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
        if len(set(map(len, now))) != 1:
            raise ValueError(f"{name}: a column is shorter than another")
        if not self.keeps:
            return tuple(make(*row, *given) for row in zip(*now, strict=True))
        (last_given, before), known = self._rows.get(name, (((), ()), ()))
        if not before or not same(last_given, given):
            before = tuple(() for _ in now)
        new, made = _new_rows(before, now), list(known[: len(now[0])])
        made += [None] * (len(now[0]) - len(made))
        moved = {row: known[at] for at, row in _rows(before, _new_rows(now, before))}
        stops, is_good = patience.stops(), True
        for at, row in _rows(now, new):
            if row in moved:
                made[at] = moved[row]
                continue
            found = make(*(column[at] for column in now), *given)
            assert not isinstance(found, Iterator), name  # it can be walked through once only
            is_good = is_good and is_worth(found)
            made[at] = steady(found, known[at]) if at < len(known) else found
        whole = known if len(made) == len(known) and all(map(is_, made, known)) else tuple(made)
        if not is_good or stops != patience.stops():
            self._rows.pop(name, None)
        elif new or whole is not known:
            self._rows[name] = ((given, now), whole)
        return cast(tuple[_Made, ...], whole)

    def forget(self, name: Hashable) -> None:
        """Let go of a result of `of` that may be different the next time."""
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


def _new_rows(before: tuple[tuple[object, ...], ...], now: tuple[tuple[object, ...], ...]) -> list[int]:
    """Return the places of the rows of `now` that are not, thing by thing, in the same places before."""
    known, count = len(before[0]), len(now[0])
    new = set(range(known, count))
    for was, column in zip(before, now, strict=True):
        if was is not column:
            new.update(compress(range(count), map(is_not, was, column)))
    return sorted(new)


def _rows(columns: tuple[tuple[object, ...], ...], places: Iterable[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield some places and who stands there. The objects live as long as the columns do."""
    for at in places:
        yield at, tuple(id(column[at]) for column in columns)


def steady(made: _Made, before: _Made) -> _Made:
    """Return a new value, made of what was there before as far as that is the same."""
    if same(made, before):
        return before
    new, old = cast(Any, made), cast(Any, before)
    if type(new) is tuple and type(old) is tuple and len(new) == len(old):
        pairs = enumerate(zip(new, old, strict=True))
        mixed = list(new)
        for at, (now, was) in compress(pairs, map(is_not, new, old)):
            mixed[at] = was if same(now, was) else now
        new = tuple(mixed)
    return cast(_Made, new)
