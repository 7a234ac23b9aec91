"""An older copy of a calendar without what the calendar withholds now."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from boardsite.calendars.events import Series
from boardsite.calendars.originals import Original, key
from boardsite.calendars.placing import Placing
from boardsite.calendars.series import mark
from boardsite.calendars.values import Point
from boardsite.calendars.whens import zone_of
from boardsite.calendars.withheld import Withheld

_PART = re.compile(r"(.+)-(?:\d{8}T\d{6}|\d{1,4})")  # the UIDs that we make of one where it has several events


def without(
    copy: Collection[Series], withheld: Collection[Withheld], shown: Collection[Series], board: ZoneInfo
) -> Iterator[Series]:
    """Yield the series of an older copy without what their calendar withholds now. `shown` is what it shows."""
    known = {series.uid: series for series in shown}
    whole = {each.uid for each in withheld if each.original is None}.difference(known)
    dates: dict[str, list[Point]] = {}
    for each in withheld:
        if each.original is not None:
            dates.setdefault(each.uid, []).append(each.original)
    parts = {f"{uid}-{mark(point, board)}" for uid, points in dates.items() for point in points}.difference(known)
    starts = set[date]()
    if not {series.uid for series in copy} & {*known, *(each.uid for each in withheld)}:
        # A program that makes new UIDs for each download: what begins at the same moment is the same.
        starts = {key(each.starts) for each in withheld if each.starts is not None and each.original is None}
    for series in copy:
        part = _PART.fullmatch(series.uid)
        is_part = series.uid in parts or (part is not None and part[1] in whole and series.uid not in known)
        if series.uid in whole or is_part or key(series.starts) in starts:
            continue
        points = dates.get(series.uid, [])
        if not points:
            yield series
        elif series.is_recurring:
            yield _without_dates(series, points, known.get(series.uid), board)


def _without_dates(series: Series, points: Collection[Point], shown: Series | None, board: ZoneInfo) -> Series:
    """Return a series without dates, but for those of which a newer copy is shown."""
    added = [_point(extra.starts, None) for extra in series.extras]
    placing = Placing.of(_point(series.starts, series.wall), series.rule, added, board)
    newer = {key(override.original) for override in shown.overrides} if shown else set[date]()
    hidden = {key(o): o for point in points for o in placing.placed(point) if key(o) not in newer}
    known = {key(original) for original in series.removed}
    return replace(
        series,
        removed=(*series.removed, *(original for at, original in hidden.items() if at not in known)),
        overrides=tuple(override for override in series.overrides if key(override.original) not in hidden),
    )


def _point(original: Original, wall: time | None) -> Point:
    if isinstance(original, datetime):
        return Point(original.date(), wall or original.time(), zone_of(original))
    return Point(original)
