"""Rows of lists: made once, made anew when anything that they show is different, and held in the preview alone."""

from __future__ import annotations

from dataclasses import replace

from boardsite.pages.chrome import Assets, Preview
from boardsite.pages.frame import Frame, Frames
from boardsite.pages.kept import Plans
from boardsite.pages.made_rows import MadeRows
from boardsite.pages.rows import dated, event_row, news_row
from boardsite.storage.memory import Memory
from tests.support import small_site


def test_a_row_is_the_same_one_until_something_that_it_shows_is_different() -> None:
    site = small_site.build().site
    assert site is not None
    rows, found, item = MadeRows(), dated(site)[0], site.news[0]
    event, news = rows.event(found, site), rows.news(item, site)
    assert event == event_row(found, site)
    assert news == news_row(item, site)
    assert rows.event(replace(found), site) is event
    assert rows.news(item, replace(site, events=())) is news
    renamed = replace(site, groups=tuple(replace(group, title="The new name") for group in site.groups))
    other = rows.event(found, renamed)
    assert other == event_row(found, renamed) != event
    assert rows.news(replace(item, title="Other"), site).title == "Other"
    board = replace(site, board=replace(site.board, short_name="XYZ"))
    assert rows.news(item, board) == news_row(item, board)


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
