"""A series and a window as the occurrences in it (RFC 5545 section 3.8.5).

Rule, added and removed dates give the originals; overrides replace some of them; a THISANDFUTURE override moves all
that follow. Wall time in the event's own zone counts, across clock changes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date
from zoneinfo import ZoneInfo

from boardsite import patience
from boardsite.calendars.effort import Effort, effort
from boardsite.calendars.events import Details, Extra, Length, Occurrence, Override, Series, When
from boardsite.calendars.limits import (
    FIRST_YEAR,
    LAST_YEAR,
    LOOKS_OF_A_CALENDAR,
    OCCURRENCES,
    OCCURRENCES_OF_A_CALENDAR,
)
from boardsite.calendars.next_dates import goes_on, spans_after
from boardsite.calendars.originals import Original, key, originals, shifted
from boardsite.calendars.whens import when_of
from boardsite.clock import short_date
from boardsite.dataclass import dataclass
from boardsite.diagnostics import Diagnostic, Diagnostics
from boardsite.messages import changed_dates as change_messages
from boardsite.messages import files as file_messages
from boardsite.messages import repeats as rule_messages
from boardsite.storage.memory import Memory

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
        return (), (rule_messages.too_many_dates(series.source, series.details.title, most),)
    lasting = tuple(sorted((o for o in series.overrides if o.goes_on), key=lambda o: key(o.original)))
    expansion = _Expansion(series, zone, {key(o.original): o for o in series.overrides}, lasting)
    occurrences = [expansion.occurrence(extra) for extra in found.values()]
    told: list[Diagnostic] = []
    for override in series.overrides:
        if key(override.original) in found:
            continue
        if first < _day(override.original) < last:
            day = short_date(_day(override.original))
            where, line = override.original_at or override.source, override.original_line
            told.append(change_messages.override_matches_nothing(where, override.details.title, day, line))
        occurrences.append(expansion.changed(override, series.length))
    inside = [o for o in occurrences if o.when.last >= window_first and o.when.first <= window_last]
    return tuple(sorted(inside, key=lambda o: (*o.when.sort_key, key(o.original)))), tuple(told)


@dataclass(frozen=True, slots=True)
class Near:
    """The days around today of which every date is wanted, both ends included."""

    first: date
    today: date
    last: date


def expand_all(
    calendar: Iterable[Series], days: Near, zone: ZoneInfo, memory: Memory | None = None
) -> tuple[tuple[tuple[Occurrence, ...], ...], Diagnostics]:
    """Return the occurrences of each series of a calendar, in its order: all that was, and what is to come.

    A rule may go on for ever, so its dates end with the last of the days, but for the next one where none of those is
    to come; of a series of very many dates only those since the first day are taken. All together they have a bound,
    too, in dates and in work. `memory` may know what the dates of a series take, and are.
    """
    known, last, memory = tuple(calendar), days.last, memory or Memory(keeps=False)
    efforts = [memory.of(("effort", s.path, s.uid), _efforts, s, days.first, last) for s in known]
    room = _Room(memory, OCCURRENCES_OF_A_CALENDAR, LOOKS_OF_A_CALENDAR, kept=sum(near.looks for near, _ in efforts))
    expanded: list[tuple[Occurrence, ...]] = []
    told: list[Diagnostic] = []
    for series, (near, whole) in zip(known, efforts, strict=True):
        found, more = room.expand(series, *_all_dates(series, last), zone, whole)
        room.kept -= near.looks
        if more and not found:
            found, more = room.expand(series, days.first, last, zone, near)
        if not more and not any(o.when.first > days.today for o in found):
            following, more = room.next_date(series, last, zone)
            found += following
        if not found and not more:
            more = (rule_messages.no_dates(series.source, series.details.title),)
        expanded.append(found)
        told.extend(more)
    return tuple(expanded), tuple(told)


def _all_dates(series: Series, last: date) -> tuple[date, date]:
    return EARLIEST, last if series.rule else LATEST


def _efforts(series: Series, near_first: date, last: date) -> tuple[Effort, Effort]:
    """Return what the dates near today take, and what all of them."""
    return effort(series, near_first, last), effort(series, *_all_dates(series, last))


@dataclass(slots=True)
class _Room:
    """What is left for the series of one calendar: dates, and moments to look at.

    Some of the latter are kept back, so that a series that is followed through all its years leaves something for
    the near dates of those after it.
    """

    memory: Memory
    dates: int
    looks: int
    kept: int

    def expand(
        self, series: Series, first: date, last: date, zone: ZoneInfo, takes: Effort
    ) -> tuple[tuple[Occurrence, ...], Diagnostics]:
        most = min(OCCURRENCES, self.dates)
        is_too_much = takes.looks > self.looks - self.kept
        if is_too_much or takes.dates > most:
            bound = OCCURRENCES if is_too_much else most
            return (), (rule_messages.too_many_dates(series.source, series.details.title, bound),)
        self.looks -= takes.looks
        name = ("dates of", series.path, series.uid, first)
        found, told = self.memory.of(name, _expanded, series, first, last, zone, most)
        self.dates -= len(found)
        return found, told

    def next_date(self, series: Series, last: date, zone: ZoneInfo) -> tuple[tuple[Occurrence, ...], Diagnostics]:
        """Return the first date after this day of a rule that goes on, alone; nothing where it has none."""
        if not goes_on(series, last):
            return (), ()
        for first, end in spans_after(series, last):
            found, told = self.expand(series, first, end, zone, effort(series, first, end))
            following = tuple(o for o in found if o.when.first >= first)[:1]
            if following or any(each.is_error for each in told):
                return following, told
        return (), ()


def _expanded(
    series: Series, first: date, last: date, zone: ZoneInfo, most: int
) -> tuple[tuple[Occurrence, ...], Diagnostics]:
    try:
        with patience.limited(series.path):
            return expand(series, first, last, zone, most)
    except patience.OutOfPatience:
        return (), (file_messages.takes_too_long(series.source, *patience.MOST).contained(),)


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
        starts, length, details = self._unchanged(extra.starts, length)
        source = lasting.source if lasting else self.series.source
        when = self._when(starts, length, details)
        return Occurrence(self.series.uid, extra.starts, when, details, False, False, None, source)

    def changed(self, override: Override, length: Length) -> Occurrence:
        """Return the occurrence that an override makes; `length` is what the original one had."""
        when = self._when(override.starts, override.length, override.details)
        starts, length, details = self._unchanged(override.original, length)
        is_moved = key(override.starts) != key(starts)
        before = self._when(starts, length, details) if is_moved else None
        return Occurrence(
            self.series.uid, override.original, when, override.details, True, is_moved, before, override.source
        )

    def _unchanged(self, original: Original, length: Length) -> tuple[Original, Length, Details]:
        """Return what a date is without a change of its own: as the series has it, or a change before it that goes on.

        The new time is the usual one from there on: only the date with which it begins is moved.
        """
        lasting = self._in_force(original)
        if lasting is None:
            return original, length, self.series.details
        return shifted(original, lasting.original, lasting.starts), lasting.length, lasting.details

    def _when(self, starts: Original, length: Length, details: Details) -> When:
        return when_of(starts, length, self.zone, is_time_open=details.is_time_to_be_confirmed)

    def _in_force(self, original: Original) -> Override | None:
        """Return the last THISANDFUTURE override before an original."""
        at = bisect_left(self.lasting, key(original), key=lambda o: key(o.original))
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
