"""Pages of some addresses alone: the same as in the plan of all, with little else planned beside them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from boardsite.model.board_entities import Editing
from boardsite.model.entities import Site
from boardsite.pages import calendar, events, news
from boardsite.pages.chrome import Assets, Preview
from boardsite.pages.frames import Frames
from boardsite.pages.kept import Plans
from boardsite.pages.plan import KINDS, Kind, plan, plan_some
from boardsite.pages.target import Target
from boardsite.storage.memory import Memory
from tests.support import sample_site

EDITING = Editing("github", "example-board/site", "main", "", "", "", saves_first=True, is_reviewed=False)
ASSETS, PREVIEW = Assets("/assets/site.css", (), forms="/assets/forms.0/forms.js"), Preview()


@pytest.fixture(scope="module")
def site() -> Site:
    found = sample_site.outcome_on(date(2016, 6, 1)).site
    assert found is not None
    return replace(found, board=replace(found.board, editing=EDITING))


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, Target]:
    """Everything that some kind of page makes, by its address."""
    frames = Frames(site, ASSETS, PREVIEW)
    return {target.address: target for kind in KINDS for target in kind(frames)}


def test_what_stands_at_an_address_is_planned_alone_as_with_all_others(site: Site, pages: dict[str, Target]) -> None:
    plans = Plans(Memory(keeps=True))
    plan(site, ASSETS, PREVIEW, plans)
    for address, target in pages.items():
        assert plan_some(site, ASSETS, PREVIEW, plans, frozenset({address})) == (target,)
    assert {"/admin/forms.json", "/admin/south/", "/calendar/for-public.ics", "/404.html"} < pages.keys()


def test_several_pages_of_several_sections_are_planned_together(site: Site, pages: dict[str, Target]) -> None:
    wanted = frozenset({"/", "/lscgs/south/calendar/", "/lscgs/city/news/", "/admin/west/", "/calendar/for-public/"})
    found = plan_some(site, ASSETS, PREVIEW, Plans(), wanted)
    assert {target.address: target for target in found} == {address: pages[address] for address in wanted}


def test_of_other_sections_and_of_other_events_and_news_nothing_is_planned(site: Site) -> None:
    event = next(event.address for event in site.events if event.group == "south")
    item = next(item.address for item in site.news if item.group == "south")

    def planned(kind: Kind, address: str) -> set[str]:
        return {target.address for target in kind(Frames(site, ASSETS, PREVIEW, only=frozenset({address})))}

    assert planned(calendar.plan, "/lscgs/south/calendar/") == {"/lscgs/south/calendar/"}
    assert planned(events.plan, event) == {event, f"{event.rstrip('/')}.ics"}
    assert item in planned(news.plan, item)
    assert not {each.address for each in site.news if each.address != item} & planned(news.plan, item)
