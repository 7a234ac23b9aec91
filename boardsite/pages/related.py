"""News that is about the same things: found by what items have in common, not by comparing each with each."""

from __future__ import annotations

from collections.abc import Iterable

from boardsite.dataclass import dataclass
from boardsite.model.entities import Article

RELATED = 3
MOST_SETS = 500  # the newest; a site on which each item has topics of its own must not take for ever
_Subjects = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Related:
    """The newest items of each set of topics and priorities: there are few such sets, however much news there is."""

    newest: dict[_Subjects, list[tuple[int, Article]]]
    _found: dict[_Subjects, tuple[Article, ...]]

    @classmethod
    def among(cls, listed: Iterable[Article]) -> Related:
        """Return what there is to choose from, of news in the order of lists."""
        newest: dict[_Subjects, list[tuple[int, Article]]] = {}
        for number, item in enumerate(listed):
            subjects = _subjects(item)
            if subjects not in newest and len(newest) == MOST_SETS:
                continue
            of_these = newest.setdefault(subjects, [])
            if len(of_these) <= RELATED:  # one more, because an item is not related to itself
                of_these.append((number, item))
        return cls(newest, {})

    def to(self, item: Article) -> tuple[Article, ...]:
        """Return the news that shares most topics and priorities with an item, the first of equals first."""
        wanted = _subjects(item)
        if wanted not in self._found:
            ranked = [
                (-score, number, other)
                for subjects, items in self.newest.items()
                if (score := _shared(wanted, subjects))
                for number, other in items
            ]
            ranked.sort(key=lambda each: each[:2])
            self._found[wanted] = tuple(other for _, _, other in ranked[: RELATED + 1])
        return tuple(other for other in self._found[wanted] if other.address != item.address)[:RELATED]


def _subjects(item: Article) -> _Subjects:
    return frozenset(tag.casefold() for tag in item.tags), frozenset(priority.key for priority in item.priorities)


def _shared(one: _Subjects, other: _Subjects) -> int:
    """A topic in common says more than a priority: there are few priorities, and most news has one."""
    return 2 * len(one[0] & other[0]) + len(one[1] & other[1])
