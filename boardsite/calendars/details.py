"""What a VEVENT says besides its dates: texts, status, booking, audience (RFC 5545 section 3.8.1 and our own names)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import datetime

from boardsite.audiences import WORDS
from boardsite.calendars import limits
from boardsite.calendars.events import LONG_AGO, Booking, Details, FileMention, Status
from boardsite.calendars.meeting_keys import quotable, without_keys
from boardsite.calendars.plain import has_hidden_letters, one_line, paragraphs
from boardsite.calendars.properties import Properties
from boardsite.calendars.values import plain_text, text_list, utc_moment
from boardsite.diagnostics import Diagnostic
from boardsite.messages import event_dates as date_messages
from boardsite.messages import events as messages
from boardsite.text import excerpt, is_web_address, slug

UNTITLED = "Untitled event"
ACCEPTABLE = (
    "on-holiday", "place-booked-twice", "groups-at-once",
    "long-sentence", "vague-link", "mobile-number", "email-list", "many-names", "meeting-key",
)  # fmt: skip
TO_BE_CONFIRMED = "TO-BE-CONFIRMED"

_STATUSES = {
    "CONFIRMED": Status.SCHEDULED,
    "TENTATIVE": Status.TENTATIVE,
    "CANCELLED": Status.CANCELLED,
    "CANCELED": Status.CANCELLED,
    "POSTPONED": Status.POSTPONED,
}
_PREFIX = re.compile(r"(?i)^(?:cancelled|canceled|postponed)\s*[:–-]\s*")
_BOOKINGS = {"none": Booking.NONE, "link": Booking.LINK, "email": Booking.EMAIL, "phone": Booking.PHONE}
_EMAIL = re.compile(r"[^\s@<>\"'/]{1,64}@[^\s@<>\"']{1,190}\.[^\s@<>\"'.]{2,}")
# No number has more than 15 digits (ITU-T E.164): what else stands there lets people into a meeting.
_PHONE = re.compile(r"\+?(?:[ ().-]{0,3}\d){6,15}\)?(?:\s*(?:ext|x)\.?\s*\d{1,6})?", re.I)
_FITS: dict[Booking, Callable[[str], object]] = {
    Booking.LINK: is_web_address,
    Booking.EMAIL: _EMAIL.fullmatch,
    Booking.PHONE: _PHONE.fullmatch,
}
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def title_of(found: Properties) -> str:
    """Return the title as it is quoted in messages; no reports about it."""
    return excerpt(one_line(without_keys(one_line(found.text("SUMMARY")))[0]), limits.TITLE_LETTERS) or UNTITLED


def details_of(found: Properties) -> Details:
    """Return the details; what could not be used is told in `found.told`."""
    status = _status(found)
    booking, target = _booking(found)
    return Details(
        title=_title(found, status),
        description=_text(found, "DESCRIPTION", limits.DESCRIPTION_LETTERS),
        location=one_line(_text(found, "LOCATION", limits.TITLE_LETTERS)),
        url=_url(found),
        categories=_categories(found),
        kind=slug(_without_keys(found, "X-BOARDSITE-KIND", found.text("X-BOARDSITE-KIND")), 40),
        audience=_audience(found),
        venue=one_line(_without_keys(found, "X-BOARDSITE-VENUE", found.text("X-BOARDSITE-VENUE")))[:100],
        booking=booking,
        booking_target=target,
        files=files_of(found),
        image=next(iter(_mentions(found, "X-BOARDSITE-IMAGE")), None),
        is_time_to_be_confirmed=_is_to_be_confirmed(found, "X-BOARDSITE-TIME"),
        is_place_to_be_confirmed=_is_to_be_confirmed(found, "X-BOARDSITE-PLACE"),
        status=status,
        sequence=sequence_of(found, found.told),
        stamp=stamp_of(found),
        created=utc_moment(found.text("CREATED")),
    )


def files_of(found: Properties) -> tuple[FileMention, ...]:
    """Return the files to download that it names."""
    return _mentions(found, "X-BOARDSITE-FILE")


def stamp_of(found: Properties) -> datetime:
    """Return when the VEVENT last changed, as far as it says; never the clock."""
    moments = (utc_moment(found.text(name)) for name in ("LAST-MODIFIED", "DTSTAMP", "CREATED"))
    return next((moment for moment in moments if moment is not None), LONG_AGO)


def sequence_of(found: Properties, told: list[Diagnostic]) -> int:
    """Return the revision number; 0 where there is none that can be read."""
    line = found.first("SEQUENCE")
    if line is None:
        return 0
    if not re.fullmatch(r"\+?\d{1,9}", line.value.strip(), re.ASCII):
        told.append(date_messages.value_not_used(found.at(line.line), found.title, "SEQUENCE", line.line.text))
        return 0
    return int(line.value)


def slug_of(found: Properties) -> str:
    """Return the last part of the event's address where the file fixes one."""
    text = found.text("X-BOARDSITE-SLUG").strip()
    if not text or (_SLUG.fullmatch(text) and len(text) <= 80):
        return text
    _tell(found, "X-BOARDSITE-SLUG", messages.slug_unreadable, text, slug(quotable(text)))
    return ""


def accepted(found: Properties) -> frozenset[str]:
    """Return the findings that are meant, from lines such as "on-holiday We meet all the same."."""
    words: set[str] = set()
    for line in found.by_name.get("X-BOARDSITE-ACCEPT", ()):
        word, _, reason = one_line(plain_text(line.value)).partition(" ")
        word = word.casefold().rstrip(":").rpartition(".")[2]
        if word not in ACCEPTABLE:
            where = found.at(line.line)
            found.told.append(messages.choice_unknown(where, found.title, "X-BOARDSITE-ACCEPT", word, ACCEPTABLE))
        elif not reason.strip():
            found.told.append(messages.accept_without_reason(found.at(line.line), found.title, word))
        else:
            words.add(word)
    return frozenset(words)


def _title(found: Properties, status: Status) -> str:
    line = found.first("SUMMARY")
    whole = found.text("SUMMARY")
    if has_hidden_letters(whole):
        _tell(found, "SUMMARY", messages.controls_removed)
    title = one_line(_without_keys(found, "SUMMARY", one_line(whole)))
    if status in {Status.CANCELLED, Status.POSTPONED}:
        title = _PREFIX.sub("", title)
    if not title:
        if not found.first("RECURRENCE-ID"):  # A changed date has the title of its series.
            where, typed = found.at(line.line if line else None), line.line.text if line else ""
            found.told.append(messages.no_title(where, UNTITLED, typed))
        return UNTITLED
    if len(title) > limits.TITLE_LETTERS:
        _tell(found, "SUMMARY", messages.text_too_long, "SUMMARY", limits.TITLE_LETTERS)
    return excerpt(title, limits.TITLE_LETTERS)


def _text(found: Properties, name: str, most: int) -> str:
    whole = found.text(name)
    if has_hidden_letters(whole):
        _tell(found, name, messages.controls_removed)
    line = found.first(name)
    text = _without_keys(found, name, paragraphs(whole))
    if len(text) > most or (line is not None and line.line.is_too_long):
        _tell(found, name, messages.text_too_long, name, most)
        text = text[:most].rstrip() + "…"
    return text


def _url(found: Properties) -> str:
    text = one_line(found.text("URL"))
    if not text:
        return ""
    cleaned = _without_keys(found, "URL", text)
    if is_web_address(cleaned):
        return cleaned
    if cleaned != text:
        return ""
    if mailbox := _EMAIL.fullmatch(re.sub(r"(?i)^mailto:", "", text)):
        return f"mailto:{mailbox[0]}"
    _tell(found, "URL", messages.link_not_web, text)
    return ""


def _categories(found: Properties) -> tuple[str, ...]:
    lines = found.by_name.get("CATEGORIES", ())
    listed = (one_line(word) for line in lines for word in text_list(line.value))
    words = dict.fromkeys(_without_keys(found, "CATEGORIES", word)[:60] for word in listed)
    words.pop("", None)
    if len(words) > limits.CATEGORIES or any(line.line.is_too_long for line in lines):
        _tell(found, "CATEGORIES", messages.too_many_categories, limits.CATEGORIES)
    return tuple(words)[: limits.CATEGORIES]


def _mentions(found: Properties, name: str) -> tuple[FileMention, ...]:
    """Return the files of the site that are named, each with the words of its LABEL parameter."""
    lines = found.by_name.get(name, [])
    if len(lines) > limits.FILES_OF_AN_EVENT:
        _tell(found, name, messages.too_many_files, limits.FILES_OF_AN_EVENT)
        lines = lines[: limits.FILES_OF_AN_EVENT]
    made = (FileMention(one_line(plain_text(p.value))[:300], one_line(p.label)[:200], found.at(p.line)) for p in lines)
    return tuple(mention for mention in made if mention.name)


def _audience(found: Properties) -> tuple[str, ...]:
    words = [word.strip() for word in found.text("X-BOARDSITE-AUDIENCE").split(",") if word.strip()]
    for word in words:
        if word.casefold() not in WORDS:
            _tell_choice(found, "X-BOARDSITE-AUDIENCE", word, tuple(WORDS))
    return tuple(dict.fromkeys(word.casefold() for word in words if word.casefold() in WORDS))


def _status(found: Properties) -> Status:
    """Our own word goes before the standard's, which has none for "postponed"."""
    own = found.text("X-BOARDSITE-STATUS").strip()
    if own.upper() in _STATUSES:
        return _STATUSES[own.upper()]
    if own:
        _tell_choice(found, "X-BOARDSITE-STATUS", own, ("POSTPONED", "CANCELLED", "TENTATIVE", "CONFIRMED"))
    text = found.text("STATUS").strip()
    if text and text.upper() not in _STATUSES:
        _tell_choice(found, "STATUS", text, ("CONFIRMED", "TENTATIVE", "CANCELLED"))
    return _STATUSES.get(text.upper(), Status.SCHEDULED)


def _is_to_be_confirmed(found: Properties, name: str) -> bool:
    text = found.text(name).strip()
    if text and text.upper() != TO_BE_CONFIRMED:
        _tell_choice(found, name, text, (TO_BE_CONFIRMED,))
    return text.upper() == TO_BE_CONFIRMED


def _booking(found: Properties) -> tuple[Booking, str]:
    text = one_line(found.text("X-BOARDSITE-BOOKING"))
    if not text:
        return Booking.UNSAID, ""
    word, _, target = text.partition(" ")
    kind = _BOOKINGS.get(word.casefold().rstrip(":"))
    if kind is None:
        kind, target = _guessed(text), text
    target = target.strip().removeprefix("mailto:").removeprefix("tel:")
    if kind is Booking.PHONE:  # a link is shown as it is: it is there to be joined by
        target = _without_keys(found, "X-BOARDSITE-BOOKING", target)
    if kind is Booking.NONE:
        return Booking.NONE, ""
    if kind is None or not _FITS[kind](target):
        _tell(found, "X-BOARDSITE-BOOKING", messages.booking_unreadable, text)
        return Booking.UNSAID, ""
    return kind, target


def _guessed(text: str) -> Booking | None:
    return next((kind for kind, fits in _FITS.items() if fits(text)), None)


def _without_keys(found: Properties, name: str, text: str) -> str:
    """Return a text without what lets people into a meeting, and say so."""
    cleaned, kinds = without_keys(text)
    if kinds:
        _tell(found, name, messages.meeting_key, sorted(kinds))
    return cleaned


def _tell_choice(found: Properties, name: str, typed: str, known: Iterable[str]) -> None:
    line = found.first(name)
    where = found.at(line.line if line else None)
    found.told.append(messages.choice_unknown(where, found.title, name, typed, known))


def _tell(found: Properties, name: str, message: Callable[..., Diagnostic], *facts: object) -> None:
    line = found.first(name)
    found.told.append(message(found.at(line.line if line else None), found.title, *facts))
