"""How long what was made can be trusted: the heartbeat that status.json gives to monitors and to scheduled jobs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from boardsite.model.entities import Site


def horizon(site: Site) -> tuple[datetime, datetime | None]:
    """Return until when the site is right in every word, and when its content changes next (None: not that we know).

    The first is never later than the next midnight, because pages say what is today.
    """
    clock = site.clock
    midnight = clock.at(clock.today + timedelta(days=1))
    ends = (occurrence.when.is_over_at for event in site.events for occurrence in event.occurrences)
    moments = [moment for moment in ends if moment > clock.moment]
    if site.next_article_change:
        moments.append(site.next_article_change)
    if site.board.notice and site.board.notice.until:
        moments.append(clock.at(site.board.notice.until + timedelta(days=1)))
    change = min(moments, default=None)
    good = min(midnight, change) if change else midnight
    return good.astimezone(UTC), change.astimezone(UTC) if change else None
