"""A page is planned again exactly when something that it read is different."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

import pytest

from boardsite.model.entities import Site
from boardsite.pages.chrome import Assets, Preview
from boardsite.pages.frame import Frame
from boardsite.pages.frames import Frames
from boardsite.pages.kept import Plans
from boardsite.pages.target import Target, TextView
from boardsite.storage.memory import Memory
from tests.support import small_site

ASSETS, PREVIEW = Assets("", ()), Preview()


@pytest.fixture
def site() -> Site:
    made = small_site.build().site
    assert made is not None
    return made


class Kind:
    """Reads the news and, through a method, the groups; counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def plan(self, site: Site, *_given: object) -> tuple[Target, ...]:
        self.asked += 1
        group = site.group("south")
        return (Target("/x", "text", TextView((f"{len(site.news)} {group and group.title}",))),)


def asked_again(read: Callable[[Site], object], before: Site, after: Site) -> bool:
    """Say whether what reads a part is asked again for another site."""
    count = 0

    def plan(site: Site) -> str:
        nonlocal count
        count += 1
        return str(read(site))

    plans = Plans(Memory(keeps=True))
    plans.of("x", plan, before)
    plans.of("x", plan, after)
    return count == 2


def test_it_is_kept_while_what_it_read_is_the_same(site: Site) -> None:
    kind, plans = Kind(), Plans(Memory(keeps=True))
    first = plans.of("kind", kind.plan, site)
    assert plans.of("kind", kind.plan, replace(site, contacts=(), events=())) is first
    assert kind.asked == 1


def test_it_is_made_anew_for_each_part_that_it_read(site: Site) -> None:
    kind, plans = Kind(), Plans(Memory(keeps=True))
    plans.of("kind", kind.plan, site)
    for changed, given in (
        (replace(site, news=()), ()),
        (replace(site, news=(), groups=()), ()),
        (replace(site, news=(), groups=()), (Preview(shows_drafts=True),)),
    ):
        before = kind.asked
        plans.of("kind", kind.plan, changed, *given)
        assert kind.asked == before + 1


def test_what_it_begins_to_read_later_is_noted_then(site: Site) -> None:
    def plan(site: Site) -> str:
        return str(site.events) if not site.news else ""

    plans = Plans(Memory(keeps=True))
    plans.of("kind", plan, site)
    without_news = replace(site, news=())
    first = plans.of("kind", plan, without_news)
    assert plans.of("kind", plan, replace(without_news, events=())) != first


def test_of_texts_each_is_a_part_of_its_own(site: Site) -> None:
    one, other = list(site.texts)[:2]
    changed = replace(site, texts=MappingProxyType({**site.texts, other: site.texts[one]}))
    assert not asked_again(lambda site: site.texts[one], site, changed)
    assert asked_again(lambda site: site.texts[other], site, changed)
    assert asked_again(lambda site: site.texts.get(other), site, changed)
    assert asked_again(lambda site: len(site.texts), site, changed)
    assert asked_again(lambda site: list(site.texts), site, changed)
    assert asked_again(lambda site: [*site.texts.values()], site, changed)


def test_a_text_that_was_looked_for_and_not_there_is_noted(site: Site) -> None:
    changed = replace(site, texts=MappingProxyType({**site.texts, "new.md": site.texts[next(iter(site.texts))]}))
    assert asked_again(lambda site: "new.md" in site.texts, site, changed)
    assert asked_again(lambda site: site.texts.get("new.md"), site, changed)


def test_what_a_plan_inside_a_plan_read_was_read_by_both(site: Site) -> None:
    plans = Plans(Memory(keeps=True))

    def outer(site: Site) -> str:
        return plans.of("inner", lambda site: str(site.news), site)

    first = plans.of("outer", outer, site)
    assert plans.of("outer", outer, replace(site, events=())) is first
    # The inner one is taken as it was; what it read counts all the same.
    plans.of("outer", outer, replace(site, news=site.news[:1]))
    assert plans.of("outer", outer, replace(site, news=())) == "()"


def test_a_frame_of_a_section_is_kept_with_all_that_it_is_given(site: Site) -> None:
    seen: list[str] = []

    def page(frame: Frame, word: str) -> str:
        seen.append(word)
        return f"{word} {len(frame.site.news)}"

    plans = Plans(Memory(keeps=True))

    def of(site: Site, word: str) -> list[str]:
        return [frame.kept("", page, word) for frame in Frames(site, ASSETS, PREVIEW, plans).sections("/")]

    first = of(site, "one")
    assert len(seen) == len(first) == 1 + len(site.groups)
    assert of(replace(site, events=()), "one") == first
    assert len(seen) == len(first)
    of(site, "two")
    assert len(seen) == 2 * len(first)
    of(replace(site, board=replace(site.board, name="Another")), "two")  # the furniture of every page differs
    assert len(seen) == 3 * len(first)


def test_a_single_build_keeps_nothing(site: Site) -> None:
    kind, plans = Kind(), Plans()
    plans.of("kind", kind.plan, site)
    plans.of("kind", kind.plan, site)
    assert kind.asked == 2


def test_a_name_that_a_site_does_not_have_is_a_mistake_as_ever(site: Site) -> None:
    with pytest.raises(AttributeError):
        Plans(Memory(keeps=True)).of("kind", lambda site: site.nwes, site)  # type: ignore[attr-defined]


def test_what_can_be_walked_through_once_only_is_refused(site: Site) -> None:
    with pytest.raises(AssertionError, match="kind"):
        Plans(Memory(keeps=True)).of("kind", lambda site: iter(site.news), site)


def test_what_is_shared_is_made_once_for_a_site(site: Site) -> None:
    kind, plans = Kind(), Plans()
    assert plans.shared("kind", kind.plan, site) is plans.shared("kind", kind.plan, site)
    plans.shared("kind", kind.plan, site, "more")
    plans.shared("kind", kind.plan, replace(site, news=()), "more")
    assert kind.asked == 3
