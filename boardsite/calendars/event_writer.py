"""One series as VEVENTs: the master with its rule, and an override for each changed date (RFC 5545 section 3.6.1)."""

from __future__ import annotations

from datetime import datetime, timedelta

from icalendar import Event
from icalendar.prop import vRecur, vText, vUri

from boardsite.calendars.details import TO_BE_CONFIRMED
from boardsite.calendars.events import Booking, Details, Length, PublicImage, Series, Status
from boardsite.calendars.originals import Original, key
from boardsite.calendars.whens import end_of
from boardsite.calendars.written_dates import added, first_of, lengthened, removed

# The standard has no word for "postponed" (RFC 5545 section 3.8.1.11).
_STATUSES = {
    Status.SCHEDULED: "CONFIRMED",
    Status.TENTATIVE: "TENTATIVE",
    Status.POSTPONED: "TENTATIVE",
    Status.CANCELLED: "CANCELLED",
}
_FREE = (Status.CANCELLED, Status.POSTPONED)
_PREFIXES = {Status.CANCELLED: "CANCELLED: ", Status.POSTPONED: "POSTPONED: "}
_THIS_AND_FUTURE = {"RANGE": "THISANDFUTURE"}


def vevents(series: Series, address: str, image: PublicImage | None = None) -> list[Event]:
    """Return the master and its overrides, in the order of their dates. `address` is the page of the series, or ""."""
    master = _vevent(series.uid, first_of(series), series.length, series.details, address, really=series.starts)
    if image:
        form = {"VALUE": "URI", "DISPLAY": "FULLSIZE", "FMTTYPE": image.media_type}
        master.add("IMAGE", vUri(image.address), parameters=form)  # RFC 7986 section 5.10
    if series.x_slug:
        master.add("X-BOARDSITE-SLUG", vText(series.x_slug))
    if series.rule is not None:
        master.add("RRULE", vRecur.from_ical(str(series.rule)))
    for more in added(series):
        master.add("RDATE", [more], parameters=_kind(more))
    gone = removed(series)
    for original in sorted(gone, key=key):
        master.add("EXDATE", [original], parameters=_kind(original))
    found = [master]
    for override in sorted((*series.overrides, *lengthened(series, gone)), key=lambda o: key(o.original)):
        part = _vevent(series.uid, override.starts, override.length, override.details, address)
        reach = _THIS_AND_FUTURE if override.goes_on else {}
        part.add("RECURRENCE-ID", override.original, parameters={**_kind(override.original), **reach})
        found.append(part)
    return found


def _kind(original: Original) -> dict[str, str]:
    return {} if isinstance(original, datetime) else {"VALUE": "DATE"}


def _vevent(
    uid: str, starts: Original, length: Length, details: Details, address: str, really: Original | None = None
) -> Event:
    """Return one VEVENT. `really` is its start where that may not be the wall time to write."""
    made = Event()
    made.add("UID", vText(uid))
    made.add("DTSTAMP", details.stamp)
    made.add("DTSTART", starts)
    _add_length(made, starts, length, really or starts)
    made.add("SUMMARY", vText(_PREFIXES.get(details.status, "") + details.title))
    for name, text in (("DESCRIPTION", details.description), ("LOCATION", details.location)):
        if text:
            made.add(name, vText(text))
    if address or details.url:
        made.add("URL", vUri(address or details.url))
    if details.categories:
        made.add("CATEGORIES", list(details.categories))
    made.add("STATUS", vText(_STATUSES[details.status]))
    made.add("TRANSP", vText("TRANSPARENT" if details.status in _FREE else "OPAQUE"))
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


def _add_length(made: Event, starts: Original, length: Length, really: Original) -> None:
    """Write an end where there is one; DURATION for what is counted in real time across clock changes.

    So it is where the clocks skip the start as written: from there to the end would be an hour too long.
    """
    if not length.is_given:
        return
    if not isinstance(starts, datetime) or not isinstance(really, datetime):
        made.add("DTEND", starts + timedelta(days=max(length.days, 1)))
    elif length.elapsed_seconds:
        made.add("DURATION", vText(_duration(length)))
    elif really.time() != starts.time() and length.wall_seconds and not length.days:
        made.add("DURATION", vText(_duration(Length(elapsed_seconds=length.wall_seconds))))
    else:
        made.add("DTEND", end_of(really, length))


def _duration(length: Length) -> str:
    minutes, seconds = divmod(length.elapsed_seconds, 60)
    hours, minutes = divmod(minutes, 60)
    parts = "".join(f"{number}{unit}" for number, unit in ((hours, "H"), (minutes, "M"), (seconds, "S")) if number)
    return f"P{length.days}DT{parts}" if length.days else f"PT{parts}"
