"""Links that open a calendar program with one date filled in.

These programs take no series and no exceptions by link, so the links are offered for a single date; the .ics file has
the whole series.
"""

from __future__ import annotations

from datetime import UTC, timedelta
from urllib.parse import quote, urlencode

from boardsite.calendars.events import OFF, Occurrence
from boardsite.model.board_entities import MenuLink

LONGEST_TEXT = 1_500
_GOOGLE = "https://calendar.google.com/calendar/render"
_OUTLOOK = (
    ("Outlook.com", "https://outlook.live.com/calendar/deeplink/compose"),
    ("Outlook for work or school", "https://outlook.office.com/calendar/deeplink/compose"),
)


def calendar_links(occurrence: Occurrence, place: str, page: str) -> tuple[MenuLink, ...]:
    """Return a link for each program; none for a date that is off. `page` is the public address, or ""."""
    if occurrence.details.status in OFF:
        return ()
    text = "\n\n".join(part for part in (occurrence.details.description[:LONGEST_TEXT], page) if part)
    return (
        MenuLink("Google Calendar", _google(occurrence, place, text)),
        *(MenuLink(name, _outlook(address, occurrence, place, text)) for name, address in _OUTLOOK),
    )


def _google(occurrence: Occurrence, place: str, text: str) -> str:
    first, last = _span(occurrence, "%Y%m%d", "%Y%m%dT%H%M%SZ")
    words = {"action": "TEMPLATE", "text": occurrence.details.title, "dates": f"{first}/{last}"}
    return f"{_GOOGLE}?{urlencode(words | {'details': text, 'location': place}, quote_via=quote)}"


def _outlook(address: str, occurrence: Occurrence, place: str, text: str) -> str:
    first, last = _span(occurrence, "%Y-%m-%d", "%Y-%m-%dT%H:%M:%SZ")
    words = {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "subject": occurrence.details.title,
        "startdt": first,
        "enddt": last,
        "body": text,
        "location": place,
        "allday": "true" if occurrence.when.starts is None else "false",
    }
    return f"{address}?{urlencode(words, quote_via=quote)}"


def _span(occurrence: Occurrence, day_form: str, moment_form: str) -> tuple[str, str]:
    """Return start and end; by days the end is exclusive, and a time without an end lasts an hour."""
    when = occurrence.when
    if when.starts is None:
        return when.first.strftime(day_form), (when.last + timedelta(days=1)).strftime(day_form)
    ends = when.ends or when.starts + timedelta(hours=1)
    return when.starts.astimezone(UTC).strftime(moment_form), ends.astimezone(UTC).strftime(moment_form)
