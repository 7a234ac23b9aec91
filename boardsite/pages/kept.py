"""The last plan of each kind of page, and of single pages, kept while all that they read stays the same.

The preview makes the site again after every save, and most saves change one thing. A plan gets a witness in place of
the site, which notes the parts that are read (`site.events`, the text of one page). The next time, the plan is taken
as it is where all of these, and all else that it is given, are what they were. Nobody writes down what depends on
what, so nobody can forget to; a plan that begins to read another part is noted the first time it does.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields
from enum import Enum
from types import FunctionType, MethodType
from typing import Any, TypeVar, cast

from boardsite.dataclass import dataclass
from boardsite.model.entities import Site
from boardsite.pages.target import Target
from boardsite.storage.memory import Memory, steady
from boardsite.storage.same import same

_Made = TypeVar("_Made")
_Seen = dict[tuple[str, str], object]

_PARTS = frozenset(field.name for field in fields(Site))
_BY_KEY = ("texts", "written", "mentions")
assert _PARTS.issuperset(_BY_KEY)
_WHOLE = {name: (name, "") for name in _PARTS}  # thousands of plans note the same


class _Absent(Enum):
    """What is seen of a part that is not there."""

    ABSENT = 0


_NOTHING = _Absent.ABSENT


class Witness:
    """Stands for a site and notes which of its parts are read: each by its name, and of some, each by its key."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.seen: _Seen = {}

    def __getattr__(self, name: str) -> object:
        """Return a part that is read for the first time; from then on it is an attribute like any other."""
        if name in _BY_KEY:
            found: object = _Noted(getattr(self.site, name), name, self.seen)
        elif name in _PARTS:
            found = self.seen.setdefault(_WHOLE[name], getattr(self.site, name))
        else:
            method = getattr(Site, name)
            assert isinstance(method, FunctionType), name
            return MethodType(method, self)  # it reads its parts through us, too
        setattr(self, name, found)
        return found


class _Noted(Mapping[str, object]):
    """A part of the site of which each entry is noted by itself; to walk over it is to read all of it."""

    def __init__(self, whole: Mapping[str, object], name: str, seen: _Seen) -> None:
        self._whole, self._name, self._seen = whole, name, seen

    def __getitem__(self, key: str) -> object:
        found = self._seen.setdefault((self._name, key), self._whole.get(key, _NOTHING))
        if found is _NOTHING:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[str]:
        self._seen[_WHOLE[self._name]] = self._whole
        return iter(self._whole)

    def __len__(self) -> int:
        self._seen[_WHOLE[self._name]] = self._whole
        return len(self._whole)


@dataclass(frozen=True, slots=True)
class _Kept:
    """A plan, what it was given, and what it has seen: the parts of the site, and what they were."""

    given: tuple[object, ...]
    parts: tuple[tuple[str, str], ...]
    were: tuple[object, ...]
    made: object


class Plans:
    """What was planned last, by name. With a memory that keeps nothing, as in a single build, all is planned anew."""

    def __init__(self, memory: Memory | None = None) -> None:
        self.memory = memory or Memory(keeps=False)
        self.keeps = self.memory.keeps
        self._kept: dict[Hashable, _Kept] = self.memory.table("plans")
        self._shared: dict[Hashable, tuple[Site, tuple[object, ...], object]] = {}
        self._addresses: dict[Hashable, tuple[tuple[Target, ...], frozenset[str]]] = {}
        self._shelve: Callable[[Target], Target] | None = None

    def of(self, name: Hashable, plan: Callable[..., _Made], site: Site, *given: Any) -> _Made:
        """Return `plan(site, *given)`, or the last result of this name where nothing that it read is different.

        `site` may be a witness, from inside another plan: that one has then read what this one reads.
        """
        if not self.keeps:
            return plan(site, *given)
        outer = site if isinstance(site, Witness) else None
        whole: Site = outer.site if outer is not None else site
        kept = self._kept.get(name)
        if kept is None or not same(kept.given, given) or not _is_as_seen(kept, whole):
            witness = Witness(whole)
            made = self.without_views(plan(cast(Site, witness), *given))
            assert not isinstance(made, Iterator), name  # it can be walked through once only
            found = steady(made, kept.made) if kept else made
            kept = self._kept[name] = _Kept(given, tuple(witness.seen), tuple(witness.seen.values()), found)
        if outer is not None:
            outer.seen.update(zip(kept.parts, kept.were, strict=True))
        return cast(_Made, kept.made)

    def last_addresses(self, name: Hashable) -> frozenset[str]:
        """Return the addresses of the targets that were planned last under a name of `of`."""
        kept = self._kept.get(name)
        if kept is None:
            return frozenset()
        made, found = self._addresses.get(name, ((), frozenset()))
        if made is not kept.made:
            made = cast(tuple[Target, ...], kept.made)
            found = frozenset(target.address for target in made)
            self._addresses[name] = (made, found)
        return found

    def made_with(self, theme: bytes) -> None:
        """Let go of what another process has planned for another theme: of its pages we know no more than their bytes.

        `theme` is a digest of all that pages are made of besides their views.
        """
        about = self.memory.table("about")
        if about.setdefault("theme", theme) != theme:
            self._kept.clear()
            about["theme"] = theme

    @contextmanager
    def shelving(self, shelve: Callable[[Target], Target]) -> Iterator[None]:
        """Have `shelve` make each target as soon as it is planned, and return it without its view.

        So the views of a whole site are never there at once.
        """
        self._shelve = shelve
        try:
            yield
        finally:
            self._shelve = None

    def without_views(self, made: _Made) -> _Made:
        """Return targets as they are kept: made, and without their views, where that is wanted; all else as it is."""
        shelve, found = self._shelve, cast(Any, made)
        if shelve is None:
            return made
        if type(found) is tuple and found and isinstance(found[0], Target):
            return cast(_Made, tuple(shelve(target) for target in found))
        return cast(_Made, shelve(found)) if isinstance(found, Target) else made

    def shared(self, name: Hashable, make: Callable[..., _Made], site: Site, *given: Any) -> _Made:
        """Return the same as `of`, for what several kinds of page look at: a single build makes it once, too."""
        if self.keeps:
            return self.of(name, make, site, *given)
        known = self._shared.get(name)
        if known is None or known[0] is not site or not same(known[1], given):
            known = self._shared[name] = (site, given, make(site, *given))
        return cast(_Made, known[2])


def _is_as_seen(kept: _Kept, site: Site) -> bool:
    for (name, key), value in zip(kept.parts, kept.were, strict=True):
        part = getattr(site, name)
        if not same(value, part.get(key, _NOTHING) if key else part):
            return False
    return True
