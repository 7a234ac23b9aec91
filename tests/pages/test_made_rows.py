"""Rows of lists: made once, made anew when anything that they show is different, and held in the preview alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from boardsite.pages import made_rows
from boardsite.pages.chrome import Assets, Preview
from boardsite.pages.frame import Frame
from boardsite.pages.frames import Frames
from boardsite.pages.kept import Plans
from boardsite.pages.made_rows import MadeRows
from boardsite.pages.rows import event_row, in_order, news_row
from boardsite.storage.memory import Memory
from tests.calendars.ics import vcalendar, vevent
from tests.support import small_site

OPEN_DAY = vcalendar(vevent("DTSTART;TZID=Europe/London:20160620T093000", uid="open@x", title="Open day"))


def test_a_row_is_the_same_one_until_something_that_it_shows_is_different() -> None:
    site = small_site.build().site
    assert site is not None
    rows, item = MadeRows(), site.news[0]
    found = rows.dates(site, "south")[0]
    event, news = rows.event(found, site), rows.news(item, site)
    assert event == event_row(found, site)
    assert news == news_row(item, site)
    assert rows.event(replace(found), site) is event
    assert rows.news(item, replace(site, events=())) is news
    assert rows.news(item, replace(site, clock=replace(site.clock))) is news


@pytest.mark.parametrize("part", ["event", "occurrence", "groups", "board", "clock", "article"])
def test_a_row_is_made_anew_of_every_part_that_it_shows(part: str) -> None:
    site = small_site.build({"content/events/open.ics": OPEN_DAY}).site
    assert site is not None
    found = MadeRows().dates(site, "" if part == "board" else "south")[0]
    item = next(each for each in site.news if (part == "board") == (each.group == ""))
    rows = MadeRows()
    rows.event(found, site), rows.news(item, site)
    if part == "event":
        found = replace(found, event=replace(found.event, address="/elsewhere/"))
    elif part == "occurrence":
        details = replace(found.occurrence.details, title="Other")
        found = replace(found, occurrence=replace(found.occurrence, details=details))
    elif part == "groups":
        site = replace(site, groups=tuple(replace(group, title="The new name") for group in site.groups))
    elif part == "board":
        site = replace(site, board=replace(site.board, short_name="XYZ"))
    elif part == "clock":
        site = replace(site, clock=replace(site.clock, moment=site.clock.moment + timedelta(days=400)))
        item = replace(item, published=None)
        assert rows.news(item, site).date == site.clock.today
    else:
        item = replace(item, title="Other")
    assert rows.event(found, site) == event_row(found, site)
    assert rows.news(item, site) == news_row(item, site)


def test_rows_are_let_go_of_when_there_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(made_rows, "MOST_ROWS", 3)
    site = small_site.build().site
    assert site is not None
    rows = MadeRows()
    items = [replace(site.news[0], title=f"Item {number}") for number in range(10)]
    assert [rows.news(item, site).title for item in items] == [item.title for item in items]
    assert len(rows._known) <= 3


def test_rows_are_held_from_save_to_save_and_not_by_a_command() -> None:
    site = small_site.build().site
    assert site is not None

    def rows(frame: Frame) -> MadeRows:
        return frame.rows

    def held(memory: Memory) -> bool:
        frames = Frames(site, Assets("", ()), Preview(), Plans(memory))
        one, other = (frames.of(None).kept(name, rows) for name in ("one", "other"))
        return one is other

    assert held(Memory(keeps=True))
    assert not held(Memory(keeps=True, lasts=True))


def test_a_group_has_its_own_dates_and_the_board_those_of_all() -> None:
    city = {"lscgs/city/index.md": "---\nname: City\n---\nThe City group.\n", "lscgs/city/events/open.ics": OPEN_DAY}
    site = small_site.build(city).site
    assert site is not None
    board, *groups = Frames(site, Assets("", ()), Preview()).sections("/")
    for frame in groups:
        assert {date.event.group for date in frame.dates} == {frame.key}
    assert [date.occurrence for date in board.dates] == [
        date.occurrence for date in in_order(date for frame in groups for date in frame.dates)
    ]
