"""Related news is what comparing each item with each would find, in a time that grows with the news alone."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from hypothesis import given
from hypothesis import strategies as st

from boardsite.model.entities import Article
from boardsite.pages.related import MOST_SETS, RELATED, Related

_ITEMS = st.lists(
    st.tuples(st.sets(st.sampled_from(["forum", "Forum", "schools", "health"])), st.sets(st.sampled_from("xyz"))),
    min_size=1,
    max_size=12,
)


def item(number: int, tags: Any, priorities: Any) -> Article:
    """Only what relations are about."""
    keys = tuple(SimpleNamespace(key=key) for key in priorities)
    return cast(Article, SimpleNamespace(address=f"/{number}/", tags=tuple(tags), priorities=keys))


def compared_with_each(listed: list[Article], wanted: Article) -> tuple[Article, ...]:
    def shared(other: Article) -> int:
        topics = {tag.casefold() for tag in wanted.tags} & {tag.casefold() for tag in other.tags}
        aims = {each.key for each in wanted.priorities} & {each.key for each in other.priorities}
        return 2 * len(topics) + len(aims)

    others = [other for other in listed if other is not wanted and shared(other)]
    return tuple(sorted(others, key=shared, reverse=True)[:RELATED])


@given(_ITEMS)
def test_it_finds_what_comparing_each_with_each_finds(subjects: list[tuple[set[str], set[str]]]) -> None:
    items = [item(number, tags, aims) for number, (tags, aims) in enumerate(subjects)]
    related = Related.among(items[1:])  # the first has expired: it is in no list, and has relations all the same
    for each in items:
        assert related.to(each) == compared_with_each(items[1:], each)


def test_a_site_in_which_every_item_has_topics_of_its_own_is_bounded() -> None:
    items = [item(number, ["all", f"own-{number}"], ()) for number in range(MOST_SETS + 50)]
    related = Related.among(items)
    assert len(related.newest) == MOST_SETS
    assert related.to(items[-1]) == tuple(items[:RELATED])
