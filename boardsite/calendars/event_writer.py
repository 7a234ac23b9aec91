"""One series as VEVENTs: the master with its rule, and an override for each changed date (RFC 5545 section 3.6.1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import islice

from icalendar import Event
from icalendar.prop import vRecur, vText, vUri

from boardsite.calendars.details import TO_BE_CONFIRMED
from boardsite.calendars.events import Booking, Details, Length, Override, Series, Status
from boardsite.calendars.limits import LAST_YEAR, LISTED_DATES
from boardsite.calendars.originals import Original, key, of_rule, originals
from boardsite.calendars.whens import end_of, zone_of

_STATUSES = {Status.SCHEDULED: "CONFIRMED", Status.TENTATIVE: "TENTATIVE", Status.CANCELLED: "CANCELLED"}
_PREFIXES = {Status.CANCELLED: "CANCELLED: ", Status.POSTPONED: "POSTPONED: "}
_THIS_AND_FUTURE = {"RANGE": "THISANDFUTURE"}


def vevents(series: Series, address: str) -> list[Event]:
    """Return the master and its overrides, in the order of their dates. `address` is the page of the series, or ""."""
    master = _vevent(series.uid, _first(series), series.length, series.details, address)
    if series.x_slug:
        master.add("X-BOARDSITE-SLUG", vText(series.x_slug))
    if series.rule is not None:
        master.add("RRULE", vRecur.from_ical(str(series.rule)))
    for extra in series.extras:
        master.add("RDATE", [extra.starts], parameters=_kind(extra.starts))
    for original in sorted(_removed(series), key=key):
        master.add("EXDATE", [original], parameters=_kind(original))
    found = [master]
    for override in sorted((*series.overrides, *_lengthened(series)), key=lambda o: key(o.original)):
        part = _vevent(series.uid, override.starts, override.length, override.details, address)
        reach = _THIS_AND_FUTURE if override.goes_on else {}
        part.add("RECURRENCE-ID", override.original, parameters={**_kind(override.original), **reach})
        found.append(part)
    return found


def _first(series: Series) -> Original:
    """Return the start to write: the wall time as it was given, even where the clocks skip it on the first day.

    A single event whose time is to be confirmed has none, so that nobody's calendar shows a wrong one.
    """
    starts = series.starts
    if not isinstance(starts, datetime) or series.wall is None:
        return starts
    if series.details.is_time_to_be_confirmed and not series.is_recurring and not series.overrides:
        return starts.date()
    return datetime.combine(starts.date(), series.wall, zone_of(starts))


def _removed(series: Series) -> list[Original]:
    """Return the dates to take out one by one: few programs still know EXRULE."""
    found = {key(original): original for original in series.removed}
    if series.exception_rule is not None:
        end = date(LAST_YEAR, 12, 31)
        starts = series.starts.date() if isinstance(series.starts, datetime) else series.starts
        known = originals(replace(series, exception_rule=None), starts, end)
        exceptions = of_rule(series.exception_rule, series.starts, series.wall, starts, end)
        for original in islice((o for o in exceptions if key(o) in known), LISTED_DATES):
            found[key(original)] = original
    return list(found.values())


def _lengthened(series: Series) -> list[Override]:
    """Return overrides for added dates that last longer or shorter than the others: few programs know PERIOD."""
    changed = {key(override.original) for override in series.overrides}
    return [
        Override(extra.starts, extra.starts, extra.length, series.details, False, series.source)
        for extra in series.extras
        if extra.length is not None and key(extra.starts) not in changed
    ]


def _kind(original: Original) -> dict[str, str]:
    return {} if isinstance(original, datetime) else {"VALUE": "DATE"}


def _vevent(uid: str, starts: Original, length: Length, details: Details, address: str) -> Event:
    made = Event()
    made.add("UID", vText(uid))
    made.add("DTSTAMP", details.stamp)
    made.add("DTSTART", starts)
    _add_length(made, starts, length)
    made.add("SUMMARY", vText(_PREFIXES.get(details.status, "") + details.title))
    for name, text in (("DESCRIPTION", details.description), ("LOCATION", details.location)):
        if text:
            made.add(name, vText(text))
    if address or details.url:
        made.add("URL", vUri(address or details.url))
    if details.categories:
        made.add("CATEGORIES", list(details.categories))
    if details.status in _STATUSES:
        made.add("STATUS", vText(_STATUSES[details.status]))
    made.add("TRANSP", vText("TRANSPARENT" if details.status is Status.CANCELLED else "OPAQUE"))
    made.add("SEQUENCE", details.sequence)
    made.add("LAST-MODIFIED", details.stamp)
    if details.created is not None:
        made.add("CREATED", details.created)
    for name, text in _own_facts(details).items():
        if text:
            made.add(name, vText(text))
    return made


def _own_facts(details: Details) -> dict[str, str]:
    return {
        "X-BOARDSITE-TIME": TO_BE_CONFIRMED if details.is_time_to_be_confirmed else "",
        "X-BOARDSITE-PLACE": TO_BE_CONFIRMED if details.is_place_to_be_confirmed else "",
        "X-BOARDSITE-VENUE": details.venue,
        "X-BOARDSITE-AUDIENCE": ",".join(details.audience),
        "X-BOARDSITE-KIND": details.kind,
        "X-BOARDSITE-STATUS": "POSTPONED" if details.status is Status.POSTPONED else "",
        "X-BOARDSITE-BOOKING": _booking(details),
    }


def _booking(details: Details) -> str:
    match details.booking:
        case Booking.UNSAID:
            return ""
        case Booking.NONE:
            return "none"
        case Booking.LINK | Booking.EMAIL | Booking.PHONE:
            return f"{details.booking.value} {details.booking_target}"


def _add_length(made: Event, starts: Original, length: Length) -> None:
    """Write an end where there is one; DURATION only for what is counted in real time across clock changes."""
    if not length.is_given:
        return
    if not isinstance(starts, datetime):
        made.add("DTEND", starts + timedelta(days=max(length.days, 1)))
    elif length.elapsed_seconds:
        made.add("DURATION", vText(_duration(length)))
    else:
        made.add("DTEND", end_of(starts, length))


def _duration(length: Length) -> str:
    minutes, seconds = divmod(length.elapsed_seconds, 60)
    hours, minutes = divmod(minutes, 60)
    parts = "".join(f"{number}{unit}" for number, unit in ((hours, "H"), (minutes, "M"), (seconds, "S")) if number)
    return f"P{length.days}DT{parts}" if length.days else f"PT{parts}"
