"""Rows of lists that were made before: many lists show the same date or news item, and the next save changes one."""

from __future__ import annotations

from collections.abc import Callable
from operator import is_
from typing import Any, TypeVar, cast

from boardsite.model.entities import Article, Site
from boardsite.pages.rows import Dated, EventRow, NewsRow, dates_of, event_row, in_order, news_row

MOST_ROWS = 50_000  # then all are let go of: a week of saves leaves rows of dates that are no more
_Row = TypeVar("_Row")


class MadeRows:
    """Each row beside all that it was made of; it is given again, as the very same one, while that is the very same.

    The parts of the site are read each time, so that a plan that gets a row is known to have read them.
    """

    def __init__(self) -> None:
        self._known: dict[int, tuple[tuple[object, ...], Any]] = {}

    def dates(self, site: Site, group: str) -> tuple[Dated, ...]:
        """Return every date of the events of a group, or of the board's own (""), in the order of time."""
        events = (event for event in site.events if event.group == group)
        return in_order(each for event in events for each in self._of((event,), dates_of, event))

    def event(self, found: Dated, site: Site) -> EventRow:
        """Return the row of a date, as `event_row` makes it."""
        of = (found.occurrence, found.event, site.groups, site.board, site.clock)
        return self._of(of, event_row, found, site)

    def news(self, article: Article, site: Site) -> NewsRow:
        """Return the row of a news item, as `news_row` makes it."""
        clock = None if article.published else site.clock  # so that a list of news is not of its day
        return self._of((article, site.groups, site.board, clock), news_row, article, site)

    def _of(self, of: tuple[object, ...], make: Callable[..., _Row], *given: object) -> _Row:
        """Return what was made of these things, the first of which nothing else is named by."""
        known = self._known.get(id(of[0]))
        if known is None or not all(map(is_, known[0], of)):
            if len(self._known) >= MOST_ROWS:
                self._known.clear()
            known = self._known[id(of[0])] = (of, make(*given))
        return cast(_Row, known[1])
