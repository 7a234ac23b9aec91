"""What we say about calendar files and the events in them: dates, repeat rules, changes, and what stays private."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from boardsite.clock import short_date
from boardsite.diagnostics import Diagnostic, Location, Severity
from boardsite.text import count, excerpt, file_size, listed, nearest

_EXPORT_AGAIN = "Export the calendar again from the program it comes from."
_FOUND_LETTERS = 120


def _refused(code: str, where: Location, message: str, hint: str, found: str = "") -> Diagnostic:
    """An event or file that was left out whole."""
    short = excerpt(found, _FOUND_LETTERS)
    return Diagnostic(code, Severity.ERROR, message, where, short, hint).contained()


def _look(code: str, where: Location, message: str, hint: str, found: str = "") -> Diagnostic:
    return Diagnostic(code, Severity.WARNING, message, where, excerpt(found, _FOUND_LETTERS), hint)


def _told(code: str, where: Location, message: str, hint: str = "", found: str = "") -> Diagnostic:
    return Diagnostic(code, Severity.NOTICE, message, where, excerpt(found, _FOUND_LETTERS), hint)


def _quoted(title: str) -> str:
    return f'"{excerpt(title, 60)}"'


# Whole files


def file_is_empty(where: Location) -> Diagnostic:
    return _refused("calendar.empty", where, "This calendar file is empty.", _EXPORT_AGAIN)


def not_a_calendar(where: Location, kind: str) -> Diagnostic:
    return _refused(
        "calendar.not-a-calendar", where, f"This is {kind}, not a calendar.",
        "Export the calendar as an .ics file; a link to a shared calendar has to be a published one.",
    )  # fmt: skip


def old_format(where: Location) -> Diagnostic:
    return _refused(
        "calendar.old-format", where, "This calendar is in the old form of vCalendar 1.0.",
        "Export it as iCalendar: the file then says VERSION:2.0.", "VERSION:1.0",
    )  # fmt: skip


def file_too_large(where: Location, size: int, most: int) -> Diagnostic:
    return _refused(
        "calendar.too-large", where, f"This calendar file is larger than {file_size(most)}.",
        "Export fewer months, or split the calendar into several files.", file_size(size),
    )  # fmt: skip


def too_many_parts(where: Location, number: int, most: int) -> Diagnostic:
    return _refused(
        "calendar.too-many-parts", where, f"This calendar has more than {most:,} parts.",
        "Export fewer months, or split the calendar into several files.", f"{number:,} parts",
    )  # fmt: skip


def too_deep(where: Location, depth: int, most: int) -> Diagnostic:
    return _refused(
        "calendar.too-deep", where, f"The parts of this calendar stand in each other more than {most} deep.",
        _EXPORT_AGAIN, f"{depth:,} deep",
    )  # fmt: skip


def cut_short(where: Location) -> Diagnostic:
    return _look(
        "calendar.cut-short", where, "This calendar is not complete: the file stops here.",
        "Events before this line are shown. Download or export the file again.",
    )  # fmt: skip


def no_events(where: Location) -> Diagnostic:
    return _told("calendar.no-events", where, "There are no events in this calendar.")


def old_letters(where: Location, found: str) -> Diagnostic:
    return _look(
        "calendar.old-letters", where, "This file is saved with Windows letters, so we guessed some of them.",
        "Save it as UTF-8, then check pound signs, dashes and accents on the page.", found,
    )  # fmt: skip


def controls_removed(where: Location, title: str) -> Diagnostic:
    return _look(
        "event.hidden-letters", where, f"Letters that cannot be seen were taken out of {_quoted(title)}.",
        "Type the text again instead of pasting it.",
    )  # fmt: skip


def line_joined(where: Location, found: str) -> Diagnostic:
    return _look(
        "calendar.line-joined", where, "This line is not one of a calendar, so it was added to the text above it.",
        "Begin the line with a space if it belongs to the line above.", found,
    )  # fmt: skip


def line_left_out(where: Location, found: str) -> Diagnostic:
    return _look(
        "calendar.line-left-out", where, "This line is not one of a calendar, so it was left out.",
        "Take the line out, or begin it with a space if it belongs to the line above.", found,
    )  # fmt: skip


# Whole events


def event_cut_short(where: Location, title: str) -> Diagnostic:
    return _refused(
        "event.cut-short", where, f"The event {_quoted(title)} is not complete: its END:VEVENT is missing.",
        "Download or export the file again.",
    )  # fmt: skip


def line_too_long(where: Location, title: str, name: str, most: int) -> Diagnostic:
    return _refused(
        "event.line-too-long", where, f"In {_quoted(title)}, the line {name} is longer than {most:,} letters.",
        "Export the event again, or make a new one for its later dates.",
    )  # fmt: skip


def line_unreadable(where: Location, title: str, name: str, found: str) -> Diagnostic:
    return _look(
        "event.line-unreadable", where, f"In {_quoted(title)}, the line {name} cannot be read, so it is not used.",
        f"Write {name}: followed by its value.", found,
    )  # fmt: skip


def no_start(where: Location, title: str) -> Diagnostic:
    return _refused(
        "event.no-start", where, f"The event {_quoted(title)} has no start.",
        "Add a line such as DTSTART;TZID=Europe/London:20160627T093000.",
    )  # fmt: skip


def written_twice(where: Location, title: str, name: str, found: str) -> Diagnostic:
    return _refused(
        "event.written-twice", where, f"In {_quoted(title)}, {name} is written twice, so we cannot know which counts.",
        "Take one of the two lines out.", found,
    )  # fmt: skip


def no_uid(where: Location, title: str) -> Diagnostic:
    return _look(
        "event.no-uid", where, f"The event {_quoted(title)} has no UID, so a new title or start makes it another.",
        "Add a line such as UID:south-forum-2016@example.org and never change it.",
    )  # fmt: skip


def no_title(where: Location) -> Diagnostic:
    return _look("event.no-title", where, "This event has no title.", "Add a line such as SUMMARY:Safeguarding forum.")


def private_left_out(where: Location, number: int) -> Diagnostic:
    verb = "is" if number == 1 else "are"
    return _told(
        "event.private-left-out", where, f"{count(number, 'event')} of this calendar {verb} private and not published.",
        "To publish one, change its privacy to public in the calendar it comes from.",
    )  # fmt: skip


def personal_data_left_out(where: Location, kinds: Iterable[str]) -> Diagnostic:
    return _told(
        "event.personal-data-left-out", where, f"Not published from this calendar: {listed(kinds)}.",
        "These stay in the file. Invite people from your own calendar, not from the one that is published.",
    )  # fmt: skip


def meeting_key(where: Location, title: str, kinds: Iterable[str]) -> Diagnostic:
    return _look(
        "privacy.meeting-pin", where, f"From {_quoted(title)} we took out what lets people into a meeting.",
        "If anyone may join, add a line such as X-BOARDSITE-BOOKING:link https://example.org/join.", listed(kinds),
    )  # fmt: skip


# Dates


def date_unreadable(where: Location, title: str, name: str, found: str) -> Diagnostic:
    return _refused(
        "event.date-unreadable", where, f"In {_quoted(title)}, we cannot read {name} as a date.",
        f"Write for example {name};TZID=Europe/London:20160627T093000 or {name};VALUE=DATE:20160627.", found,
    )  # fmt: skip


def date_impossible(where: Location, title: str, name: str, found: str) -> Diagnostic:
    return _refused(
        "event.date-impossible", where, f"In {_quoted(title)}, {name} is a day or time that does not exist.",
        f"Write one that exists, for example {name};TZID=Europe/London:20160630T093000.", found,
    )  # fmt: skip


def year_out_of_range(where: Location, title: str, found: str, first: int, last: int) -> Diagnostic:
    return _refused(
        "event.year-out-of-range", where, f"In {_quoted(title)}, the year is not between {first} and {last}.",
        "Correct the year, for example 20160627T093000.", found,
    )  # fmt: skip


def zone_unknown(where: Location, title: str, found: str) -> Diagnostic:
    zone = found if len(found) <= 60 else found[:60] + "…"
    return _refused(
        "event.zone-unknown", where, f'In {_quoted(title)}, the time zone "{zone}" is not one we know.',
        'In Outlook, choose the zone "(UTC+00:00) Dublin, Edinburgh, Lisbon, London", then export again.', found,
    )  # fmt: skip


def zone_and_utc(where: Location, title: str, found: str) -> Diagnostic:
    return _look(
        "event.zone-and-utc", where, f"In {_quoted(title)}, a time names a zone and ends in Z; we used the zone.",
        "Take the Z out if the time is that of the zone.", found,
    )  # fmt: skip


def ends_before_start(where: Location, title: str, starts: str, ends: str) -> Diagnostic:
    return _refused(
        "event.ends-before-start", where, f"The event {_quoted(title)} ends before it starts.",
        "Put the end after the start, for example DTSTART 20160627T093000 and DTEND 20160627T120000.",
        f"{starts} to {ends}",
    )  # fmt: skip


def too_long(where: Location, title: str, days: int, most: int) -> Diagnostic:
    return _refused(
        "event.too-long", where, f"The event {_quoted(title)} lasts more than {most} days.",
        "Correct its end, or make an event of each of its dates.", f"{days:,} days",
    )  # fmt: skip


def quite_long(where: Location, title: str, days: int) -> Diagnostic:
    return _look(
        "event.quite-long", where, f"The event {_quoted(title)} lasts {days} days without a break.",
        "If it is on certain days only, make it one short event that repeats.",
    )  # fmt: skip


def duration_unreadable(where: Location, title: str, found: str) -> Diagnostic:
    return _refused(
        "event.duration-unreadable", where, f"In {_quoted(title)}, we cannot read the duration.",
        "Write for example DURATION:PT2H30M, or DTEND with the time at which it ends.", found,
    )  # fmt: skip


def end_and_duration(where: Location, title: str, found: str) -> Diagnostic:
    return _look(
        "event.end-and-duration", where, f"The event {_quoted(title)} has an end and a duration; we used the end.",
        "Take the DURATION line out.", found,
    )  # fmt: skip


def end_kind_differs(where: Location, title: str, found: str) -> Diagnostic:
    return _look(
        "event.end-kind-differs", where, f"In {_quoted(title)}, start and end are not both a day or both a time.",
        "Write both in the same way, for example both as 20160627T093000.", found,
    )  # fmt: skip


def part_of_a_day(where: Location, title: str, found: str) -> Diagnostic:
    return _look(
        "event.part-of-a-day", where, f"The event {_quoted(title)} is by days but lasts hours; we used whole days.",
        "Write the duration in days, for example DURATION:P1D, or give the start a time.", found,
    )  # fmt: skip


# Repeat rules


def rule_unreadable(where: Location, title: str, found: str, part: str) -> Diagnostic:
    at = f' at "{excerpt(part, 40)}"' if part else ""
    return _refused(
        "event.rule-unreadable", where, f"In {_quoted(title)}, we cannot read the repeat rule{at}.",
        "Write for example RRULE:FREQ=MONTHLY;BYDAY=2TU;UNTIL=20161213.", found or "RRULE:",
    )  # fmt: skip


def rule_out_of_bounds(where: Location, title: str, found: str, part: str, least: int, most: int) -> Diagnostic:
    return _refused(
        "event.rule-out-of-bounds", where, f"In {_quoted(title)}, {part} has to be between {least} and {most:,}.",
        f"Change {part} in the repeat rule, or take it out.", found,
    )  # fmt: skip


def rule_too_fast(where: Location, title: str, found: str) -> Diagnostic:
    return _refused(
        "event.rule-too-fast", where, f"The event {_quoted(title)} repeats too often: several times in a day.",
        "Use FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, and make an event of each time of day.", found,
    )  # fmt: skip


def rule_too_wide(where: Location, title: str, found: str, part: str, most: int) -> Diagnostic:
    return _refused(
        "event.rule-too-wide", where, f"In {_quoted(title)}, {part} has more than {most} values.",
        "Make the rule simpler, or make several events.", found,
    )  # fmt: skip


def rule_never_matches(where: Location, title: str, found: str) -> Diagnostic:
    return _refused(
        "event.rule-never-matches", where, f"The repeat rule of {_quoted(title)} names days that do not exist.",
        "Check its months and days: there is no 31 June. BYMONTHDAY=-1 is the last day of a month.", found,
    )  # fmt: skip


def rule_not_used_here(where: Location, title: str, found: str, part: str) -> Diagnostic:
    return _refused(
        "event.rule-not-used-here", where, f"In {_quoted(title)}, {part} is something we cannot follow in this rule.",
        "Write for example RRULE:FREQ=MONTHLY;BYDAY=2TU, or list the dates with RDATE.", found,
    )  # fmt: skip


def until_is_a_day(where: Location, title: str, day: date, found: str) -> Diagnostic:
    return _told(
        "event.until-is-a-day", where, f"{_quoted(title)} repeats until and including {short_date(day)}.",
        "The rule gives a day where a time is usual. Nothing needs to be done.", found,
    )  # fmt: skip


def too_many_listed(where: Location, title: str, number: int, most: int) -> Diagnostic:
    return _refused(
        "event.too-many-listed", where, f"The event {_quoted(title)} lists more than {most:,} dates.",
        "Use a repeat rule, or split the event by years.", f"{number:,} dates",
    )  # fmt: skip


def too_many_series(where: Location, title: str, most: int) -> Diagnostic:
    return _refused(
        "event.too-many-series", where, f"The event {_quoted(title)} comes after {most:,} others that repeat.",
        "Split the calendar into several files.",
    )  # fmt: skip


def too_many_dates(where: Location, title: str, most: int) -> Diagnostic:
    return _refused(
        "event.too-many-dates", where, f"The event {_quoted(title)} has more dates than there is room for: {most:,}.",
        "Let it begin later or end sooner, or make it repeat less often.",
    )  # fmt: skip


def value_not_used(where: Location, title: str, name: str, found: str) -> Diagnostic:
    return _look(
        "event.value-not-used", where, f"In {_quoted(title)}, we cannot read {name}, so it is not used.",
        f"Correct it in the calendar it comes from, for example {_EXAMPLES.get(name, f'{name}:…')}.", found,
    )  # fmt: skip


_EXAMPLES = {
    "EXDATE": "EXDATE;TZID=Europe/London:20160726T093000",
    "RDATE": "RDATE;TZID=Europe/London:20160726T093000",
    "SEQUENCE": "SEQUENCE:1",
}


# Changed dates, and several events of one UID


def override_unreadable(where: Location, title: str, found: str) -> Diagnostic:
    return _refused(
        "event.override-unreadable", where, f"A changed date of {_quoted(title)} does not say which date it changes.",
        "Write for example RECURRENCE-ID;TZID=Europe/London:20160627T093000.", found,
    )  # fmt: skip


def override_without_series(where: Location, title: str) -> Diagnostic:
    return _look(
        "event.override-without-series", where, f"This is a changed date of {_quoted(title)}; the event is missing.",
        "It is shown as an event of its own. Add the file with the whole series.",
    )  # fmt: skip


def override_matches_nothing(where: Location, title: str, original: str) -> Diagnostic:
    return _look(
        "event.override-matches-nothing", where, f"{_quoted(title)} has no date on {original} that could be changed.",
        "It is shown as one more date. Check RECURRENCE-ID against the dates of the series.",
    )  # fmt: skip


def override_of_removed_date(where: Location, title: str, original: str, series: Location) -> Diagnostic:
    return Diagnostic(
        "event.override-of-removed-date", Severity.WARNING,
        f"The date of {_quoted(title)} on {original} is both changed and taken out; it is not shown.", where,
        hint="To show it, take its EXDATE out of the series.", related=(series,),
    )  # fmt: skip


def left_out_with_series(where: Location, title: str, series: Location) -> Diagnostic:
    return Diagnostic(
        "event.left-out-with-series", Severity.ERROR,
        f"This part of {_quoted(title)} was left out, because another part of the series was.", where,
        hint="Mend the other part: it is listed too.", related=(series,),
    ).contained()  # fmt: skip


def same_uid_twice(where: Location, title: str, uid: str, other: Location) -> Diagnostic:
    return Diagnostic(
        "event.same-uid-twice", Severity.WARNING,
        f"{_quoted(title)} has the UID of another event; we show both.", where, excerpt(uid, 80),
        "If they are two events, give one a UID of its own. If not, take one out.", (other,),
    )  # fmt: skip


def older_copy(where: Location, title: str, other: Location) -> Diagnostic:
    return Diagnostic(
        "event.older-copy", Severity.WARNING,
        f"There is a newer copy of {_quoted(title)}, so this one is not used.", where,
        hint="Take this one out. If it is another event, give it a UID of its own.", related=(other,),
    )  # fmt: skip


def same_copy(where: Location, title: str, other: Location) -> Diagnostic:
    return Diagnostic(
        "event.same-copy", Severity.NOTICE, f"{_quoted(title)} is written twice; it is shown once.", where,
        hint="Take one of the two out.", related=(other,),
    )  # fmt: skip


# What an event says of itself


def text_too_long(where: Location, title: str, name: str, most: int) -> Diagnostic:
    return _look(
        "event.text-too-long", where, f"In {_quoted(title)}, {name} is longer than {most:,} letters and was cut.",
        "Shorten it, or put the long text on a page and give its address.",
    )  # fmt: skip


def too_many_categories(where: Location, title: str, most: int) -> Diagnostic:
    return _look(
        "event.too-many-categories", where, f"{_quoted(title)} has more than {most} categories; we used the first.",
        "Keep the few that help people to find it.",
    )  # fmt: skip


def link_not_web(where: Location, title: str, found: str) -> Diagnostic:
    return _look(
        "event.link-not-web", where, f"In {_quoted(title)}, the address is not one of a web page, so it is not used.",
        "Write a whole address, for example https://example.org/forum.", found,
    )  # fmt: skip


def choice_unknown(where: Location, title: str, name: str, found: str, known: Iterable[str]) -> Diagnostic:
    words = list(known)
    meant = nearest(found, words)
    hint = f"Did you mean {name}:{meant}?" if meant else f"Write one of these: {listed(words, 'or')}."
    return _look(
        "event.choice-unknown", where, f"In {_quoted(title)}, {name} has a word we do not know, so it is not used.",
        hint, found or f"{name}:",
    )  # fmt: skip


def booking_unreadable(where: Location, title: str, found: str) -> Diagnostic:
    return _look(
        "event.booking-unreadable", where, f"In {_quoted(title)}, we cannot read how to book.",
        "Write none, link https://example.org/book, email forum@example.org or phone 01632 960000.", found,
    )  # fmt: skip


def slug_unreadable(where: Location, title: str, found: str, suggestion: str) -> Diagnostic:
    return _look(
        "event.slug-unreadable", where, f"In {_quoted(title)}, the last part of the address cannot be used.",
        f"Use small letters, figures and hyphens, for example {suggestion or 'safeguarding-forum'}.", found,
    )  # fmt: skip


def time_and_unconfirmed(where: Location, title: str, found: str) -> Diagnostic:
    return _look(
        "event.time-and-unconfirmed", where, f"{_quoted(title)} has a time and says that it is to be confirmed.",
        "We show it as to be confirmed. Take X-BOARDSITE-TIME out when the time is certain.", found,
    )  # fmt: skip
