"""What is said about a fault fits the fault: the line that is quoted, the words, and what to write instead."""

from __future__ import annotations

import pytest

from tests.calendars.ics import read, read_event, told, vcalendar, vevent

START = "DTSTART;TZID=Europe/London:20160627T093000"
RULE = "event.rule-unreadable"
NOT_HERE = "event.rule-not-used-here"
BOUNDS = "event.rule-out-of-bounds"
NEVER = "event.rule-never-matches"


@pytest.mark.parametrize(
    ("line", "code", "says", "advises"),
    [
        ("RRULE:every other Tuesday", RULE, "the repeat rule is not one that we can read.", "RRULE:FREQ=MONTHLY"),
        ("RRULE:", RULE, "the repeat rule is not one that we can read.", "RRULE:FREQ=MONTHLY"),
        ("RRULE:BYDAY=TU", RULE, "the repeat rule does not say how often.", "Begin it with FREQ="),
        ("RRULE:FREQ=FORTNIGHTLY", RULE, "the repeat rule has a FREQ that we do not know.", "FREQ=WEEKLY;INTERVAL=2"),
        ("RRULE:FREQ=DAILY;UNTIL=Friday", RULE, "the repeat rule has an UNTIL that is no date.", "UNTIL=20161213"),
        ("RRULE:FREQ=DAILY;UNTIL=20160631", RULE, "the repeat rule has an UNTIL that is no date.", "UNTIL=20161213"),
        ("RRULE:FREQ=WEEKLY;BYDAY=TUES", RULE, "the repeat rule has a BYDAY that is no day.", "MO, TU, WE"),
        ("RRULE:FREQ=WEEKLY;INTERVAL=two", RULE, "the repeat rule has an INTERVAL that is no number.", "INTERVAL=2"),
        ("RRULE:FREQ=WEEKLY;COUNT=ten", RULE, "the repeat rule has a COUNT that is no number.", "COUNT=10"),
        ("RRULE:FREQ=WEEKLY;WKST=Monday", RULE, "the repeat rule has a WKST that is no day.", "WKST=MO"),
        ("RRULE:FREQ=YEARLY;BYMONTH=June", RULE, "the repeat rule has a BYMONTH that we cannot read.", "RRULE:FREQ"),
        ("RRULE:FREQ=DAILY;COUNT=2;COUNT=3", RULE, "the repeat rule says COUNT twice.", "Keep one of the two."),
        ("EXRULE:FREQ=DAILY;UNTIL=x", RULE, "the rule of dates that fall out has an UNTIL that", "UNTIL=20161213"),
        ("RRULE:FREQ=DAILY;COUNT=3;UNTIL=20161213", NOT_HERE, "COUNT together with UNTIL is", "Keep one of the two"),
        ("RRULE:FREQ=WEEKLY;BYDAY=2TU", NOT_HERE, "BYDAY is", "FREQ=MONTHLY;BYDAY=2TU"),
        ("RRULE:FREQ=MONTHLY;BYWEEKNO=20", NOT_HERE, "BYWEEKNO is", "FREQ=YEARLY"),
        ("RRULE:FREQ=MONTHLY;BYSETPOS=1", NOT_HERE, "BYSETPOS is", "BYDAY=MO,TU;BYSETPOS=1"),
        ("RRULE:FREQ=YEARLY;BYEASTER=1", NOT_HERE, "BYEASTER is", "Take BYEASTER out"),
        ("RRULE:FREQ=MONTHLY;BYMONTHDAY=0", BOUNDS, "BYMONTHDAY may be 1 to 31, or -31 to -1.", "Change BYMONTHDAY"),
        ("RRULE:FREQ=DAILY;INTERVAL=0", BOUNDS, "INTERVAL may be 1 to 999.", "Change INTERVAL"),
        ("RRULE:FREQ=MONTHLY;BYDAY=6MO", NEVER, "No day fits the repeat rule", "at most five of a weekday"),
        ("RRULE:FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=31", NEVER, "No day fits the repeat rule", "there is no 31 June"),
        ("RRULE:FREQ=MONTHLY;BYDAY=MO;BYSETPOS=9", NEVER, "No day fits the repeat rule", "BYSETPOS=-1 is the last"),
        ("RRULE:FREQ=DAILY;INTERVAL=7;BYDAY=TU", NEVER, "No day fits the repeat rule", "Its parts never meet"),
        ("EXDATE;TZID=Mars/Base:20160704T093000", "event.value-not-used", "EXDATE has a time zone", "EXDATE;TZID=Eur"),
        ("EXDATE:4 July", "event.value-not-used", "we cannot read EXDATE", "EXDATE;TZID=Europe/London"),
        ("X-BOARDSITE-TIME:tbc", "event.choice-unknown", "X-BOARDSITE-TIME has", "Did you mean X-BOARDSITE-TIME:TO-BE"),
        ("DTEND;TZID=Europe/London:20160627T080000", "event.ends-before-start", "ends before", "DTSTART 20160627T"),
    ],
)  # fmt: skip
def test_a_line_is_quoted_whole_and_answered_for_its_own_fault(line: str, code: str, says: str, advises: str) -> None:
    (found,) = read_event(START, line).diagnostics
    assert (found.code, found.where.line) == (code, 8)
    assert says in found.message
    assert advises in found.hint
    assert line in found.found or line.split(":")[1] == found.found


def test_a_time_of_day_in_a_rule_by_days_is_told_as_such() -> None:
    (found,) = read_event("DTSTART;VALUE=DATE:20160627", "RRULE:FREQ=DAILY;BYHOUR=9").diagnostics
    assert (found.code, "Give DTSTART a time" in found.hint) == (NOT_HERE, True)


@pytest.mark.parametrize("name", ["LOCATION", "SUMMARY", "DESCRIPTION"])
def test_a_text_that_was_cut_is_told_where_the_rest_may_go(name: str) -> None:
    reading = read(vcalendar(vevent(START, f"{name}:{'x' * 20_001}", title="" if name == "SUMMARY" else "Forum")))
    hint = {found.code: found.hint for found in reading.diagnostics}["event.text-too-long"]
    expected = {"LOCATION": "name of the place", "SUMMARY": "title to a few words", "DESCRIPTION": "on a page"}
    assert expected[name] in hint


def test_a_changed_date_in_an_unknown_zone_says_that_it_is_the_zone() -> None:
    series = vevent(START, "RRULE:FREQ=DAILY;COUNT=9")
    changed = vevent("RECURRENCE-ID;TZID=Mars/Base:20160628T093000", "DTSTART;TZID=Europe/London:20160628T100000")
    text = vcalendar(series, changed)
    (zone,) = [found for found in read(text).diagnostics if found.code != "event.left-out-with-series"]
    assert (zone.code, zone.found) == ("event.zone-unknown", "Mars/Base")
    assert text.split("\n")[(zone.where.line or 0) - 1].startswith("RECURRENCE-ID")


def test_what_is_said_of_a_changed_date_stands_at_its_own_line() -> None:
    series = vevent(START, "RRULE:FREQ=DAILY;COUNT=9", "EXDATE;TZID=Europe/London:20160628T093000")
    changed = vevent("DTSTART;TZID=Europe/London:20160628T100000", "RECURRENCE-ID;TZID=Europe/London:20160628T093000")
    lost = vevent("DTSTART;TZID=Europe/London:20160801T100000", "RECURRENCE-ID;TZID=Europe/London:20160801T093000")
    text = vcalendar(series, changed, lost)
    lines = [number for number, line in enumerate(text.split("\n"), 1) if line.startswith("RECURRENCE-ID")]
    assert [(found.code, found.where.line) for found in told(read(text))] == [
        ("event.override-of-removed-date", lines[0]), ("event.override-matches-nothing", lines[1]),
    ]  # fmt: skip
    (alone,) = read(vcalendar(changed)).diagnostics
    assert (alone.code, alone.where.line) == ("event.override-without-series", 8)
