"""A series and a window as the occurrences in it (RFC 5545 section 3.8.5).

Rule, added and removed dates give the originals; overrides replace some of them; a THISANDFUTURE override moves all
that follow. Wall time in the event's own zone counts, across clock changes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from boardsite.calendars.events import Details, Extra, Length, Occurrence, Override, Series, When
from boardsite.calendars.limits import FIRST_YEAR, LAST_YEAR, OCCURRENCES, OCCURRENCES_OF_A_CALENDAR
from boardsite.calendars.originals import Original, key, originals, shifted
from boardsite.calendars.whens import when_of
from boardsite.clock import short_date
from boardsite.diagnostics import Diagnostic, Diagnostics, Location
from boardsite.messages import events as messages

EARLIEST, LATEST = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)


def expand(
    series: Series, window_first: date, window_last: date, zone: ZoneInfo, most: int = OCCURRENCES
) -> tuple[tuple[Occurrence, ...], Diagnostics]:
    """Return the occurrences that touch the window (days of the board's zone, both included), in order of time.

    A series of more dates than `most` is left out whole, with an error that says so.
    """
    room = _room(series)
    first, last = _padded(window_first, -room), _padded(window_last, room)
    found = originals(series, first, last, most)
    if len(found) > most:
        return (), (messages.too_many_dates(series.source, series.details.title, most),)
    lasting = tuple(sorted((o for o in series.overrides if o.goes_on), key=lambda o: key(o.original)))
    expansion = _Expansion(series, zone, {key(o.original): o for o in series.overrides}, lasting)
    occurrences = [expansion.occurrence(extra) for extra in found.values()]
    told: list[Diagnostic] = []
    for override in series.overrides:
        if key(override.original) in found:
            continue
        if first < _day(override.original) < last:
            day = short_date(_day(override.original))
            told.append(messages.override_matches_nothing(override.source, override.details.title, day))
        occurrences.append(expansion.changed(override, series.length))
    inside = [o for o in occurrences if o.when.last >= window_first and o.when.first <= window_last]
    return tuple(sorted(inside, key=lambda o: (*o.when.sort_key, o.key_with_time))), tuple(told)


def expand_all(
    calendar: Iterable[Series], near_first: date, last: date, zone: ZoneInfo
) -> tuple[tuple[tuple[Occurrence, ...], ...], Diagnostics]:
    """Return the occurrences of each series of a calendar, in its order: all that was, and what is to come.

    A rule may go on for ever, so its dates end with `last`; of a series of very many dates only those since
    `near_first` are taken. All together they have a bound, too.
    """
    left = OCCURRENCES_OF_A_CALENDAR
    expanded: list[tuple[Occurrence, ...]] = []
    told: list[Diagnostic] = []
    for series in calendar:
        most = min(OCCURRENCES, left)
        found, more = expand(series, EARLIEST, last if series.rule else LATEST, zone, most)
        if more and not found:
            found, more = expand(series, near_first, last, zone, most)
        left -= len(found)
        expanded.append(found)
        told.extend(more)
    return tuple(expanded), tuple(told)


@dataclass(frozen=True, slots=True)
class _Expansion:
    series: Series
    zone: ZoneInfo
    overrides: dict[date, Override]
    lasting: tuple[Override, ...]

    def occurrence(self, extra: Extra) -> Occurrence:
        override = self.overrides.get(key(extra.starts))
        length = extra.length or self.series.length
        if override is not None:
            return self.changed(override, length)
        lasting = self._in_force(extra.starts)
        if lasting is not None:
            starts = shifted(extra.starts, lasting.original, lasting.starts)
            when = self._when(starts, lasting.length, lasting.details)
            return self._made(extra.starts, when, lasting.details, lasting.source)
        when = self._when(extra.starts, length, self.series.details)
        return self._made(extra.starts, when, self.series.details, self.series.source)

    def changed(self, override: Override, length: Length) -> Occurrence:
        """Return the occurrence that an override makes; `length` is what the original one had."""
        when = self._when(override.starts, override.length, override.details)
        is_moved = key(override.starts) != key(override.original)
        before = self._when(override.original, length, self.series.details) if is_moved else None
        return Occurrence(
            self.series.uid, override.original, when, override.details, True, is_moved, before, override.source
        )

    def _made(self, original: Original, when: When, details: Details, source: Location) -> Occurrence:
        return Occurrence(self.series.uid, original, when, details, False, False, None, source)

    def _when(self, starts: Original, length: Length, details: Details) -> When:
        return when_of(starts, length, self.zone, is_time_open=details.is_time_to_be_confirmed)

    def _in_force(self, original: Original) -> Override | None:
        """Return the last THISANDFUTURE override before an original."""
        at = bisect_right(self.lasting, key(original), key=lambda o: key(o.original))
        return self.lasting[at - 1] if at else None


def _room(series: Series) -> int:
    """Return how many days before or after its original an occurrence may lie: its length, and moves that go on."""
    lengths = [series.length, *(o.length for o in series.overrides), *(e.length for e in series.extras if e.length)]
    longest = max(length.days + (length.wall_seconds + length.elapsed_seconds) // 86_400 + 1 for length in lengths)
    moves = (abs((_day(o.starts) - _day(o.original)).days) for o in series.overrides if o.goes_on)
    return longest + max(moves, default=0) + 2


def _padded(day: date, days: int) -> date:
    ordinal = min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(ordinal)


def _day(original: Original) -> date:
    return date(original.year, original.month, original.day)
