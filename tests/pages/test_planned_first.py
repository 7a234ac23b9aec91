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
from boardsite.pages.plan import Kind, plan, plan_some
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
    """Every page of the sample that is planned for itself, by its address."""
    targets, _ = plan(site, ASSETS, PREVIEW, Plans())
    found = {target.address: target for target in targets if target.recipe == "html"}
    return {address: target for address, target in found.items() if address.endswith("/")}


def test_each_page_alone_is_as_in_the_plan_of_all(site: Site, pages: dict[str, Target]) -> None:
    plans = Plans(Memory(keeps=True))
    whole, _ = plan(site, ASSETS, PREVIEW, plans)
    alone = [plan_some(site, ASSETS, PREVIEW, plans, frozenset({address})) for address in pages]
    made = {target.address: target for found in alone for target in found}
    of_the_whole_alone = pages.keys() - made.keys()
    assert made == {address: pages[address] for address in made}
    assert of_the_whole_alone <= {target.address for target in whole if type(target.view).__name__ == "MovedView"}
    assert len(made) > 100


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
