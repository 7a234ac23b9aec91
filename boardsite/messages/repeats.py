"""What we say about repeat rules: what cannot be read, never matches, or is too much."""

from __future__ import annotations

from datetime import date

from boardsite.clock import short_date
from boardsite.diagnostics import Diagnostic, Location
from boardsite.messages.findings import look, quoted, refused, told
from boardsite.text import excerpt

_RULE_EXAMPLE = "Write for example RRULE:FREQ=MONTHLY;BYDAY=2TU;UNTIL=20161213."


_NO_RULE = {
    "no FREQ": ("does not say how often", "Begin it with FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, then a semicolon."),
    "FREQ": (
        "has a FREQ that we do not know",
        "Write FREQ=DAILY, WEEKLY, MONTHLY or YEARLY: every other week is FREQ=WEEKLY;INTERVAL=2.",
    ),
    "UNTIL": ("has an UNTIL that is no date", "Write its last day for example as UNTIL=20161213."),
    "BYDAY": ("has a BYDAY that is no day", "Write days as MO, TU, WE, TH, FR, SA or SU; the second Tuesday is 2TU."),
    "WKST": ("has a WKST that is no day", "Write WKST=MO, or take it out."),
    "INTERVAL": ("has an INTERVAL that is no number", "Write it in figures: every other week is INTERVAL=2."),
    "COUNT": ("has a COUNT that is no number", "Write in figures how often it takes place, for example COUNT=10."),
}


def rule_unreadable(where: Location, title: str, found: str, part: str) -> Diagnostic:
    """`part` is what cannot be read: "UNTIL", "no FREQ", "COUNT twice", or "" where this is not even a rule."""
    wrong, hint = _NO_RULE.get(part, (f"has a {part} that we cannot read", _RULE_EXAMPLE))
    if not part:
        wrong, hint = "is not one that we can read", _RULE_EXAMPLE
    elif part.endswith(" twice"):
        wrong, hint = f"says {part}", "Keep one of the two."
    return refused("event.rule-unreadable", where, f"In {quoted(title)}, {_which_rule(found)} {wrong}.", hint, found)


def _which_rule(found: str) -> str:
    is_exclusion = found.upper().startswith("EXRULE")
    return "the rule of dates that fall out" if is_exclusion else "the repeat rule"


def rule_out_of_bounds(where: Location, title: str, found: str, part: str, least: int, most: int) -> Diagnostic:
    span = f"1 to {most}, or -{most} to -1" if least < 0 else f"{least} to {most:,}"
    return refused(
        "event.rule-out-of-bounds", where, f"In {quoted(title)}, {part} may be {span}.",
        f"Change {part} in {_which_rule(found)}, or take it out.", found,
    )  # fmt: skip


def rule_too_fast(where: Location, title: str, found: str) -> Diagnostic:
    return refused(
        "event.rule-too-fast", where, f"The event {quoted(title)} repeats too often: several times in a day.",
        "Use FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, and make an event of each time of day.", found,
    )  # fmt: skip


def rule_too_wide(where: Location, title: str, found: str, part: str, most: int) -> Diagnostic:
    return refused(
        "event.rule-too-wide", where, f"In {quoted(title)}, {part} has more than {most} values.",
        "Make the rule simpler, or make several events.", found,
    )  # fmt: skip


_NEVER = {
    "BYSETPOS": "BYSETPOS picks from the days of the other parts, which are never so many: BYSETPOS=-1 is the last.",
    "BYDAY": "A month has at most five of a weekday, and a year 53: BYDAY=-1FR is the last Friday.",
    "BYMONTHDAY": "Check its months and days: there is no 31 June. BYMONTHDAY=-1 is the last day of a month.",
}


def rule_takes_long(where: Location, title: str, found: str) -> Diagnostic:
    return refused(
        "event.rule-takes-long", where, f"The dates of {quoted(title)} are too rare to be looked for.",
        "List its dates, for example RDATE:20160712T093000, or split the calendar into several files.", found,
    )  # fmt: skip


def rule_never_matches(where: Location, title: str, found: str, part: str) -> Diagnostic:
    return refused(
        "event.rule-never-matches", where, f"No day fits the repeat rule of {quoted(title)}.",
        _NEVER.get(part, "Its parts never meet. Take some of them out: RRULE:FREQ=MONTHLY;BYDAY=2TU would be enough."),
        found,
    )  # fmt: skip


_NOT_HERE = {
    "COUNT": "Keep one of the two: COUNT says how many dates there are, UNTIL names the last day.",
    "BYDAY": "A second Tuesday needs FREQ=MONTHLY;BYDAY=2TU; every Tuesday is FREQ=WEEKLY;BYDAY=TU.",
    "BYWEEKNO": "BYWEEKNO counts the weeks of a year: use it with FREQ=YEARLY, or take it out.",
    "BYSETPOS": "BYSETPOS needs days to pick from, for example FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1.",
    "a time of day": "Give DTSTART a time, or take BYHOUR, BYMINUTE and BYSECOND out.",
}


def rule_not_used_here(where: Location, title: str, found: str, part: str) -> Diagnostic:
    """`part` is a name of the rule, "COUNT" for COUNT together with UNTIL, or "a time of day"."""
    said = "COUNT together with UNTIL" if part == "COUNT" else part
    return refused(
        "event.rule-not-used-here", where, f"In {quoted(title)}, {said} is something we cannot follow in this rule.",
        _NOT_HERE.get(part, f"Take {excerpt(part, 20)} out, or list the dates, for example RDATE:20160712T093000."),
        found,
    )  # fmt: skip


def until_is_a_day(where: Location, title: str, day: date, found: str) -> Diagnostic:
    return told(
        "event.until-is-a-day", where, f"{quoted(title)} repeats until and including {short_date(day)}.",
        "The rule gives a day where a time is usual. Nothing needs to be done.", found,
    )  # fmt: skip


def too_many_listed(where: Location, title: str, number: int, most: int) -> Diagnostic:
    return refused(
        "event.too-many-listed", where, f"The event {quoted(title)} lists more than {most:,} dates.",
        "Use a repeat rule, or split the event by years.", f"{number:,} dates",
    )  # fmt: skip


def too_many_series(where: Location, title: str, most: int) -> Diagnostic:
    return refused(
        "event.too-many-series", where, f"The event {quoted(title)} comes after {most:,} others that repeat.",
        "Split the calendar into several files.",
    )  # fmt: skip


def too_many_dates(where: Location, title: str, most: int) -> Diagnostic:
    return refused(
        "event.too-many-dates", where, f"The event {quoted(title)} has more dates than there is room for: {most:,}.",
        "Let it begin later or end sooner, or make it repeat less often.",
    )  # fmt: skip


def exceptions_too_many(where: Location, title: str, day: date) -> Diagnostic:
    return look(
        "event.exceptions-too-many", where,
        f"In people's own calendars, the exceptions of {quoted(title)} end on {short_date(day)}.",
        "Say in the rule itself when it takes place, for example RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR.",
    )  # fmt: skip


def no_dates(where: Location, title: str) -> Diagnostic:
    return look(
        "event.no-dates", where, f"The event {quoted(title)} has no date left: each is taken out.",
        "Take out its EXDATE or mend its UNTIL, or take the event out.",
    )  # fmt: skip
