"""One VEVENT component as an Entry: its identity first, then its content, or the one reason why it is refused."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from boardsite.calendars import limits
from boardsite.calendars.components import Component
from boardsite.calendars.details import accepted, details_of, files_of, sequence_of, slug_of, stamp_of, title_of
from boardsite.calendars.entries import Content, Entry, Identity, Refusal
from boardsite.calendars.events import Length, Status
from boardsite.calendars.lengths import between, length_of
from boardsite.calendars.names import READ_NAMES
from boardsite.calendars.properties import Properties, Property
from boardsite.calendars.rule_reader import RuleProblem, read_rule, until_is_day
from boardsite.calendars.rules import Rule
from boardsite.calendars.values import Point, Unplaced, Unreadable, duration, utc_moment
from boardsite.calendars.zones import Zones
from boardsite.diagnostics import Diagnostic, Diagnostics, Location
from boardsite.messages import calendar_files as file_messages
from boardsite.messages import changed_dates as change_messages
from boardsite.messages import event_dates as date_messages
from boardsite.messages import events as messages
from boardsite.messages import repeats as rule_messages

_OFF = (Status.CANCELLED, Status.POSTPONED)


def read_entry(component: Component, path: str, zones: Zones, *, is_cancellation: bool) -> tuple[Entry, Diagnostics]:
    """Return the entry and what is to be told about it. Of a private one, nothing is told but an odd CLASS."""
    found = Properties.of(component, path, zones)
    found.title = title_of(found)
    identity = _identity(found, is_cancellation=is_cancellation)
    odd = component.private_line
    if odd is not None:
        is_of_a_program = odd.name.startswith("X-")
        told = () if is_of_a_program else (messages.class_unreadable(found.at(odd), odd.text),)
        return _private(found, replace(identity, is_private=True)), told
    if identity.is_private:
        return _private(found, identity), ()
    try:
        if not component.is_complete:
            raise Refusal(messages.event_cut_short(found.at(None), found.title))
        found.check_lines()
        if identity.is_override and identity.original is None:
            raise _no_original(found)
        if not found.text("UID").strip():
            found.told.append(messages.no_uid(found.at(None), found.title))
        return Entry(identity, _content(found, identity)), _all_told(found, component)
    except Refusal as refusal:
        return Entry(identity, None), (*_all_told(found, component), refusal.diagnostic)


def _all_told(found: Properties, component: Component) -> Diagnostics:
    lines = [file_messages.line_left_out(found.at(line), line.text) for line in component.odd_lines[:5]]
    joined = [
        file_messages.line_joined(Location(found.path, line.number + 1), line.joined[0])
        for line in component.lines
        if line.joined and line.name in READ_NAMES
    ]
    return (*found.told, *lines, *joined)


def _identity(found: Properties, *, is_cancellation: bool) -> Identity:
    changed = found.first("RECURRENCE-ID")
    original = _date_or_none(found, changed)
    unread = {line.name for line in found.unread}
    quiet: list[Diagnostic] = []
    return Identity(
        uid=found.text("UID").strip()[:1000] or _made_up_uid(found),
        title=found.title,
        source=found.at(None),
        uid_at=found.place("UID"),
        original_at=found.place("RECURRENCE-ID"),
        original_line=changed.line.text if changed else "",
        venue_at=found.place("X-BOARDSITE-VENUE"),
        slug_at=found.place("X-BOARDSITE-SLUG"),
        is_override=changed is not None or "RECURRENCE-ID" in unread,
        original=original,
        is_private="CLASS" in unread or not all(_is_public(line) for line in found.by_name.get("CLASS", ())),
        is_cancellation=is_cancellation,
        sequence=sequence_of(found, quiet),
        stamp=stamp_of(found),
    )


def _private(found: Properties, identity: Identity) -> Entry:
    return Entry(identity, None, _date_or_none(found, found.first("DTSTART")), files_of(found))


def _date_or_none(found: Properties, line: Property | None) -> Point | None:
    try:
        return found.date(line) if line else None
    except Unreadable:
        return None


def _is_public(line: Property) -> bool:
    """Any other word is private, known or not (RFC 5545 section 3.8.1.3)."""
    return line.value.strip().upper() == "PUBLIC"


def _made_up_uid(found: Properties) -> str:
    """Return a UID that stays while start and title do."""
    starts = found.first("DTSTART")
    facts = f"{starts.value.strip() if starts else ''} {found.title}"
    return f"{hashlib.sha256(facts.encode()).hexdigest()[:24]}@no-uid"


def _no_original(found: Properties) -> Refusal:
    changed = found.first("RECURRENCE-ID")
    if changed is None:  # its line has no value that could be read
        line = next((line for line in found.unread if line.name == "RECURRENCE-ID"), None)
        return Refusal(change_messages.override_unreadable(found.at(line), found.title, line.text if line else ""))
    try:
        found.date(changed)
    except Unplaced:
        return Refusal(date_messages.zone_unknown(found.at(changed.line), found.title, changed.zone_name))
    except Unreadable:
        pass
    return Refusal(change_messages.override_unreadable(found.at(changed.line), found.title, changed.line.text))


def _content(found: Properties, identity: Identity) -> Content:
    starts = _start(found, identity)
    length = length_of(found, starts)
    starts, length = _by_days_if_outlook_says_so(found, starts, length)
    details = details_of(found)
    if identity.is_cancellation:
        details = replace(details, status=Status.CANCELLED)
    elif details.status in _OFF and not identity.is_override and _is_as_created(found, details.sequence):
        found.told.append(messages.off_since_when(found.place("STATUS"), found.title))
    if details.is_time_to_be_confirmed and starts.wall is not None:
        line = found.first("X-BOARDSITE-TIME")
        assert line is not None
        where, starts_at = found.at(line.line), found.place("DTSTART")
        found.told.append(messages.time_and_unconfirmed(where, found.title, line.line.text, starts_at))
    changed = found.first("RECURRENCE-ID")
    return Content(
        starts=starts,
        length=length,
        details=details,
        rule=None if identity.is_override else _rule(found, "RRULE", starts),
        exception_rule=None if identity.is_override else _rule(found, "EXRULE", starts),
        added=_added(found),
        removed=tuple(point for point, _ in _listed(found, "EXDATE", _single)),
        goes_on=changed is not None and changed.reach == "THISANDFUTURE",
        x_slug=slug_of(found),
        accepted=accepted(found),
    )


def _is_as_created(found: Properties, sequence: int) -> bool:
    """Say whether nothing shows that the event was changed, so that calendar programs and news take it for old."""
    changed = utc_moment(found.text("LAST-MODIFIED"))
    return not sequence and (changed is None or changed == utc_moment(found.text("CREATED")))


def _start(found: Properties, identity: Identity) -> Point:
    started = found.first("DTSTART")
    if started is not None:
        return found.needed_date(started)
    if identity.original is not None:  # A changed date that does not say when: the date stays, its facts change.
        return identity.original
    raise Refusal(messages.no_start(found.at(None), found.title))


def _by_days_if_outlook_says_so(found: Properties, starts: Point, length: Length) -> tuple[Point, Length]:
    """Exchange writes some events by days as midnight to midnight, with a mark of its own."""
    is_marked = found.is_marked_all_day
    is_whole = length.days > 0 and not length.wall_seconds and not length.elapsed_seconds
    if is_marked and is_whole and starts.wall is not None and starts.wall.hour == starts.wall.minute == 0:
        return Point(starts.day), Length(days=length.days)
    return starts, length


def _rule(found: Properties, name: str, starts: Point) -> Rule | None:
    line = found.first(name)
    if line is None:
        return None
    where, board = found.at(line.line), found.zones.board
    zone = starts.zone or board
    first: date | datetime = starts.within(board)
    try:
        rule = read_rule(line.value, first, zone, board, found.zones.patience)
    except RuleProblem as problem:
        raise Refusal(_rule_message(problem)(where, found.title, line.line.text)) from None
    if starts.wall is not None and until_is_day(line.value) and isinstance(rule.until, datetime):
        last = rule.until.astimezone(zone).date()
        found.told.append(rule_messages.until_is_a_day(where, found.title, last, line.line.text))
    return rule


def _rule_message(problem: RuleProblem) -> Callable[[Location, str, str], Diagnostic]:
    match problem.kind:
        case "too-fast":
            return rule_messages.rule_too_fast
        case "takes-long":
            return rule_messages.rule_takes_long
        case "never-matches":
            return lambda where, title, text: rule_messages.rule_never_matches(where, title, text, problem.part)
        case "not-used-here":
            return lambda where, title, text: rule_messages.rule_not_used_here(where, title, text, problem.part)
        case "too-wide":
            part, most = problem.part, problem.most
            return lambda where, title, text: rule_messages.rule_too_wide(where, title, text, part, most)
        case "out-of-bounds":
            facts = problem.part, problem.least, problem.most
            return lambda where, title, text: rule_messages.rule_out_of_bounds(where, title, text, *facts)
        case _:
            return lambda where, title, text: rule_messages.rule_unreadable(where, title, text, problem.part)


Read = tuple[Point, Length | None]


def _listed(found: Properties, name: str, read: Callable[[Properties, Property, str], Read]) -> list[Read]:
    """Return the dates of EXDATE or RDATE; one that cannot be read costs only itself."""
    lines = found.by_name.get(name, [])
    number = sum(line.value.count(",") + 1 for line in lines)
    if number > limits.LISTED_DATES:
        raise Refusal(rule_messages.too_many_listed(found.at(lines[0].line), found.title, number, limits.LISTED_DATES))
    values = [(line, value) for line in lines for value in line.value.split(",")]
    dates: list[Read] = []
    for line, value in values:
        if not re.search(r"\S", value):
            continue
        try:
            dates.append(read(found, line, value.strip()))
        except Unplaced:
            where = found.at(line.line)
            found.told.append(date_messages.value_not_used(where, found.title, name, line.line.text, line.zone_name))
        except Unreadable:
            found.told.append(date_messages.value_not_used(found.at(line.line), found.title, name, value.strip()))
    return dates


def _single(found: Properties, line: Property, value: str) -> Read:
    return found.date(line, value), None


def _added(found: Properties) -> tuple[Read, ...]:
    return tuple(_listed(found, "RDATE", _period))


def _period(found: Properties, line: Property, value: str) -> Read:
    """Return a date of RDATE, with its own length where it is a PERIOD (RFC 5545 section 3.3.9)."""
    first, slash, rest = value.partition("/")
    starts = found.date(line, first)
    if not slash:
        return starts, None
    is_duration = rest.strip().upper().startswith(("P", "+P"))
    length = duration(rest) if is_duration else between(starts, found.date(line, rest), found)
    if length is None or length.days + length.elapsed_seconds // 86_400 > limits.DAYS_OF_AN_EVENT:
        raise Unreadable(value)
    return starts, length
