"""How long what was made can be trusted: the heartbeat that status.json gives to monitors and to scheduled jobs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from boardsite.model.entities import Days, Site
from boardsite.model.people import LONG_OVERDUE


def horizon(site: Site) -> tuple[datetime, datetime | None]:
    """Return until when the site is right in every word, and when its content changes next (None: not that we know).

    The first is never later than the next midnight, because pages say what is today.
    """
    clock = site.clock
    midnight = clock.at(clock.today + timedelta(days=1))
    ends = (occurrence.when.is_over_at for event in site.events for occurrence in event.occurrences)
    moments = (*ends, *map(clock.at, _days_of_change(site)))
    articles = (site.next_article_change,) if site.next_article_change else ()
    change = min((*articles, *(moment for moment in moments if moment > clock.moment)), default=None)
    good = min(midnight, change) if change else midnight
    return good.astimezone(UTC), change.astimezone(UTC) if change else None


def _days_of_change(site: Site) -> Iterator[date]:
    """Yield the days on which something is shown for the first time, or no longer."""
    notice = site.board.notice
    spans = [area.days for area in site.ground.areas] + [tile.days for tile in site.ground.tiles]
    spans += [Days(last=notice.until)] if notice else []
    spans += [Days(last=contact.review_by + LONG_OVERDUE) for contact in site.contacts if contact.review_by]
    for days in spans:
        if days.first:
            yield days.first
        if days.last:
            yield days.last + timedelta(days=1)
