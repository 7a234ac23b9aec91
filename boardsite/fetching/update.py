"""A download beside our last good copy: the copy to keep from now on, and what to tell.

Pure. A copy is only ever replaced by a calendar that is whole and has not lost most of what is to come; all else
keeps the events and notes the trouble in the copy. What is over stays, although calendars forget it. What is private
now is gone in any case.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from boardsite.calendars import reader, recurrence
from boardsite.calendars.events import Series
from boardsite.calendars.feed_changes import renewed
from boardsite.calendars.feed_copy import CopyFacts, copy_of, facts_of, mark_of
from boardsite.calendars.older_copies import without
from boardsite.calendars.strangers import kind_of
from boardsite.calendars.withheld import Withheld
from boardsite.clock import BuildClock
from boardsite.dataclass import dataclass
from boardsite.diagnostics import Diagnostic, Diagnostics, Location, Severity
from boardsite.fetching import limits
from boardsite.fetching.troubles import Unfetched
from boardsite.fetching.wanted import Wanted
from boardsite.messages import fetching as messages
from boardsite.model.events import address_name

_BUSY = {"busy", "private", "private appointment", "free", "tentative", "away", "out of office", "working elsewhere"}
_WHOLE_FILE = {"calendar.not-a-calendar", "calendar.old-format", "calendar.too-many-parts", "calendar.too-deep"}
# A calendar may be empty, and our copy says itself since when an event is off.
_NOT_TOLD = {"calendar.no-events", "event.off-since-when"}


@dataclass(frozen=True, slots=True)
class Update:
    """What became of one calendar: the copy's content from now on.

    `is_waiting` says that the events of the last good copy had to stay.
    """

    content: bytes
    events: int
    told: Diagnostics
    is_waiting: bool = False


@dataclass(frozen=True, slots=True)
class _Copy:
    """The last good copy as it was read."""

    facts: CopyFacts
    series: tuple[Series, ...]


def updated(
    wanted: Wanted, old: bytes | None, download: bytes | Unfetched, clock: BuildClock, *, accepts: bool = False
) -> Update:
    """Return what to keep of a calendar. `accepts` takes a copy even where most events to come are gone."""
    copy = _Copy(facts_of(old), _read(wanted.path, old, clock.zone).series) if old else _Copy(CopyFacts(), ())
    if isinstance(download, Unfetched):
        return _waiting(wanted, copy, clock, download)
    told: Diagnostics = ()
    try:
        fresh = _fresh(wanted, download, clock)
        told, copy = fresh.told, _without(copy, fresh, clock)
        return _renewed(wanted, copy, fresh, clock, accepts=accepts)
    except Unfetched as problem:
        return _waiting(wanted, copy, clock, problem, told)


def _waiting(wanted: Wanted, copy: _Copy, clock: BuildClock, problem: Unfetched, told: Diagnostics = ()) -> Update:
    """Keep the events, and note since when they could not be renewed."""
    since = copy.facts.since if copy.facts.trouble else None
    facts = replace(copy.facts, trouble=problem.trouble, since=since or clock.today)
    facts = replace(facts, origin=facts.origin or mark_of(wanted.address))
    content = copy_of(copy.series, facts, name=wanted.name, zone=clock.zone)
    return Update(content, len(copy.series), (problem.sentence(wanted.where), *told), is_waiting=True)


@dataclass(frozen=True, slots=True)
class _Fresh:
    """What a download shows, as it has it and as we write it, what it withholds, and what was told about it."""

    shown: tuple[Series, ...]
    series: tuple[Series, ...]
    withheld: tuple[Withheld, ...]
    told: Diagnostics


def _fresh(wanted: Wanted, download: bytes, clock: BuildClock) -> _Fresh:
    """Return what of a download may be kept; raise Unfetched where it is no whole calendar."""
    raw = _read(wanted.path, download, clock.zone)
    codes = {found.code for found in raw.diagnostics}
    if codes & _WHOLE_FILE:
        kind = kind_of(download) if "calendar.not-a-calendar" in codes else "something that we cannot read"
        raise Unfetched("not-a-calendar", lambda where: messages.not_a_calendar(where, kind))
    if not download.strip():
        raise Unfetched("not-a-calendar", lambda where: messages.not_a_calendar(where, "nothing"))
    if "calendar.cut-short" in codes:
        raise Unfetched("unreachable", lambda where: messages.cut_off(where, "The other side"))
    told = [_of_copy(found, wanted) for found in raw.diagnostics if found.code not in _NOT_TOLD]
    titled = tuple(series for series in raw.series if not _is_busy(series))
    busy = tuple(Withheld(series.uid, starts=series.starts) for series in raw.series if _is_busy(series))
    if busy:
        told.append(messages.only_busy(wanted.where, len(busy)))
    withheld = raw.withheld
    if titled:  # else it shows nobody's titles: that was set for all of it, perhaps by mistake
        withheld += busy
    # Read again as we write it: only then can it be compared with the copy, line by line of meaning.
    ours = _read(wanted.path, copy_of(_unnamed(titled), CopyFacts(), name=wanted.name, zone=clock.zone), clock.zone)
    return _Fresh(titled, ours.series, withheld, tuple(dict.fromkeys(told)))


def _is_busy(series: Series) -> bool:
    """Say whether a series says no more than that somebody has no time."""
    return series.details.title.strip().casefold() in _BUSY


def _without(copy: _Copy, fresh: _Fresh, clock: BuildClock) -> _Copy:
    """Take out of our copy what is private now: that is no fault to wait for, and goes for what is over, too."""
    known = {series.uid: series for series in copy.series}
    left = without(copy.series, fresh.withheld, fresh.shown, clock.zone)
    return replace(copy, series=tuple(renewed(each, known[each.uid], _now(clock)) for each in left))


def _renewed(wanted: Wanted, copy: _Copy, fresh: _Fresh, clock: BuildClock, *, accepts: bool) -> Update:
    today = clock.today
    known = {series.uid: series for series in copy.series}
    series = _same_uids(fresh.series, copy.series)
    ahead = {each.uid for each in _since(copy.series, today, clock.zone)}
    still = {each.uid for each in _since(series, today, clock.zone)}
    gone = [known[uid] for uid in sorted(ahead - still)]
    is_same_calendar = copy.facts.origin in ("", mark_of(wanted.address))
    if gone and is_same_calendar and not accepts:
        _guard(wanted, len(gone), len(ahead), has_events=bool(series))
    recent = {each.uid for each in _since(series, today - timedelta(days=limits.DAYS_BACK), clock.zone)}
    kept = [each for each in series if each.uid in recent or each.uid in known]
    told = [*fresh.told, *(_gone(wanted, each, today) for each in gone if each.uid not in {k.uid for k in kept})]
    if len(kept) < len(series):
        told.append(messages.old_left_out(wanted.where, len(series) - len(kept)))
    new = [_named(renewed(each, known.get(each.uid), _now(clock))) for each in kept]
    names = {each.uid for each in new}
    over = [each for each in copy.series if each.uid not in names and each.uid not in ahead]
    first_seen = {each.uid: copy.facts.first_seen.get(each.uid, today) for each in (*new, *over)}
    facts = CopyFacts(origin=mark_of(wanted.address), first_seen=first_seen)
    content = copy_of((*new, *over), facts, name=wanted.name, zone=clock.zone)
    return Update(content, len(first_seen), tuple(told))


def _guard(wanted: Wanted, gone: int, ahead: int, *, has_events: bool) -> None:
    """Raise Unfetched where so much is gone that a fault is likelier than a wish."""
    name = wanted.full_name
    if not has_events:
        raise Unfetched("empty", lambda where: messages.emptied(where, name, ahead))
    if gone >= limits.MOST_GONE and gone * 2 > ahead:
        raise Unfetched("most-gone", lambda where: messages.most_gone(where, name, gone, ahead))


def _same_uids(fresh: Iterable[Series], known: Iterable[Series]) -> tuple[Series, ...]:
    """Some programs make new UIDs for each download: the same title at the same time is the same event."""
    fresh = tuple(fresh)
    named = {each.uid for each in fresh}
    lost = {(each.details.title, each.starts): each.uid for each in known if each.uid not in named}
    uids = {each.uid for each in known}
    found = []
    for each in fresh:
        uid = None if each.uid in uids else lost.pop((each.details.title, each.starts), None)
        found.append(replace(each, uid=uid) if uid else each)
    return tuple(found)


def _since(series: Iterable[Series], day: date, zone: ZoneInfo) -> list[Series]:
    """Return the series that have a date on or after a day."""
    end = day + timedelta(days=366 * limits.YEARS_AHEAD)
    found = []
    for each in series:
        dates, _ = recurrence.expand(each, day, end, zone)
        if dates or each.when.last >= day:
            found.append(each)
    return found


def _now(clock: BuildClock) -> datetime:
    return clock.moment.replace(microsecond=0)


def _named(series: Series) -> Series:
    """Freeze the address, so that it outlasts a new title."""
    return series if series.x_slug else replace(series, x_slug=address_name(replace(series, is_alone_in_file=False)))


def _unnamed(series: Iterable[Series]) -> list[Series]:
    """An address is ours to give: a calendar from elsewhere cannot take that of another page."""
    return [replace(each, x_slug="") for each in series]


def _gone(wanted: Wanted, series: Series, today: date) -> Diagnostic:
    day = series.when.first if series.when.first >= today else None
    return messages.event_gone(wanted.where, series.details.title, day)


def _of_copy(found: Diagnostic, wanted: Wanted) -> Diagnostic:
    """A finding about the download: its lines are nobody's, and what is left out of a copy stops nothing."""
    severity = Severity.WARNING if found.is_error else found.severity
    related = tuple(Location(wanted.path) for _ in found.related)
    return replace(found, where=Location(wanted.path), severity=severity, related=related, is_contained=False)


def _read(path: str, content: bytes, zone: ZoneInfo) -> reader.Reading:
    return reader.read([(path, content)], zone)
