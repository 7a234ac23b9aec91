"""A kind of page is planned again exactly when something that it read is different."""

from __future__ import annotations

from dataclasses import replace

import pytest

from boardsite.model.entities import Site
from boardsite.pages.chrome import Assets, Preview
from boardsite.pages.frame import Frames
from boardsite.pages.kept import Moment, Plans
from boardsite.pages.target import Target, TextView
from tests.support import small_site


@pytest.fixture
def site() -> Site:
    made = small_site.build().site
    assert made is not None
    return made


def moment(site: Site, preview: Preview | None = None) -> Moment:
    return Moment(site, Assets("", ()), preview or Preview(False), {})


class Kind:
    """Reads the news and, through a method, the groups; counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def plan(self, frames: Frames) -> list[Target]:
        self.asked += 1
        group = frames.site.group("south")
        return [Target("/x", "text", TextView((f"{len(frames.site.news)} {group and group.title}",)))]


def test_it_is_kept_while_what_it_read_is_the_same(site: Site) -> None:
    kind, plans = Kind(), Plans()
    first = plans.of("kind", kind.plan, moment(site))
    assert plans.of("kind", kind.plan, moment(replace(site, contacts=(), events=()))) is first
    assert kind.asked == 1


def test_it_is_made_anew_for_each_part_that_it_read(site: Site) -> None:
    kind, plans = Kind(), Plans()
    plans.of("kind", kind.plan, moment(site))
    for changed in (
        moment(replace(site, news=())),
        moment(replace(site, news=(), groups=())),
        moment(replace(site, news=(), groups=()), Preview(True)),
    ):
        before = kind.asked
        plans.of("kind", kind.plan, changed)
        assert kind.asked == before + 1


def test_what_it_begins_to_read_later_is_noted_then(site: Site) -> None:
    def plan(frames: Frames) -> list[Target]:
        return [Target("/x", "text", TextView((str(frames.site.events) if not frames.site.news else "",)))]

    plans = Plans()
    plans.of("kind", plan, moment(site))
    without_news = replace(site, news=())
    first = plans.of("kind", plan, moment(without_news))
    assert plans.of("kind", plan, moment(replace(without_news, events=()))) != first


def test_a_name_that_a_site_does_not_have_is_a_mistake_as_ever(site: Site) -> None:
    with pytest.raises(AttributeError):
        Plans().of("kind", lambda frames: [frames.site.nwes], moment(site))  # type: ignore[attr-defined]
