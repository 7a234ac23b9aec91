"""No VEVENT disappears: found = shown + withheld + superseded + refused, whatever the bytes are."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from boardsite.calendars import reader, recurrence
from tests.calendars.ics import FIRST, LAST, LONDON

_LINES = st.sampled_from([
    "BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "begin:vevent", "BEGIN:VALARM", "END:VALARM",
    "BEGIN:VTODO", "END:VTODO", "BEGIN:VTIMEZONE", "END:VTIMEZONE", "UID:a@example.org", "UID:b@example.org", "UID:",
    "SUMMARY:Forum", "SUMMARY:", "DTSTART:20160627T093000", "DTSTART;VALUE=DATE:20160627", "DTSTART:soon",
    "DTSTART;TZID=Nowhere:20160627T093000", "DTSTART;TZID=Europe/London:20160627T093000", "DTEND:20160627T103000",
    "DTEND:20160101T000000", "DURATION:PT1H", "DURATION:P9999D", "RRULE:FREQ=DAILY;COUNT=3", "RRULE:FREQ=SECONDLY",
    "RRULE:", "RRULE:FREQ=WEEKLY", "EXDATE:20160628T093000", "EXDATE:never", "RDATE:20160701T093000",
    "RECURRENCE-ID:20160628T093000", "RECURRENCE-ID:20160629T093000", "RECURRENCE-ID;VALUE=DATE:20160628",
    "RECURRENCE-ID:that one", "RECURRENCE-ID;RANGE=THISANDFUTURE:20160628T093000", "CLASS:PRIVATE", "CLASS:PUBLIC",
    "SEQUENCE:1", "SEQUENCE:2", "SEQUENCE:x", "DTSTAMP:20160101T000000Z", "STATUS:CANCELLED", "METHOD:CANCEL",
    "DESCRIPTION:Agenda", "Item: tea", " folded", "\tfolded", "", "DTSTART;;:x", "\x00", "VERSION:2.0", "VERSION:1.0",
])  # fmt: skip
_EVENTS = st.lists(_LINES, max_size=8).map(lambda lines: ["BEGIN:VEVENT", *lines, "END:VEVENT"])
_FILES = st.lists(st.one_of(_EVENTS, st.lists(_LINES, max_size=6)), max_size=8).map(
    lambda parts: "\r\n".join(["BEGIN:VCALENDAR", *(line for part in parts for line in part), "END:VCALENDAR", ""])
)


def count_in(text: str) -> int:
    """Count the VEVENTs of a file in another way than the product does: unfold the text, then look for lines."""
    unfolded = re.sub(r"(?:\r\n)+[ \t]", "", text)
    return len(re.findall(r"(?im)^BEGIN:VEVENT[ \t]*\r?$", unfolded))


@settings(max_examples=400)
@given(st.lists(_FILES, min_size=1, max_size=3))
def test_every_event_of_hostile_files_is_accounted_for(texts: list[str]) -> None:
    files = [(f"{number}.ics", text.encode()) for number, text in enumerate(texts)]
    reading = reader.read(files, LONDON)
    assert reading.ledger.is_balanced, reading.ledger
    assert reading.ledger.found == sum(map(count_in, texts))
    made = len(reading.series) + sum(len(series.overrides) for series in reading.series)
    assert made <= reading.ledger.shown <= reading.ledger.found
    errors = sum(d.is_error for d in reading.diagnostics)
    assert errors > 0 or reading.ledger.refused == 0
    assert reader.read(files[::-1], LONDON) == reading
    assert len({series.uid for series in reading.series}) == len(reading.series)


@settings(max_examples=300)
@given(_FILES)
def test_what_was_read_expands_into_dates_that_differ(text: str) -> None:
    for series in reader.read([("a.ics", text.encode())], LONDON).series:
        occurrences, _ = recurrence.expand(series, FIRST, LAST, LONDON)
        keys = [(o.original, o.uid) for o in occurrences]
        assert len(keys) == len(set(keys))
        assert list(occurrences) == sorted(occurrences, key=lambda o: o.when.sort_key)
        assert all(o.when.first <= o.when.last and o.when.begins <= o.when.is_over_at for o in occurrences)


@settings(max_examples=300)
@given(st.binary(max_size=2_000))
def test_any_bytes_get_an_answer(content: bytes) -> None:
    reading = reader.read([("a.ics", content)], LONDON)
    assert reading.ledger.is_balanced
    assert reading.diagnostics


@settings(max_examples=300)
@given(st.text(alphabet="0123456789TZ-:,;=/ FREQDAILYWKMONTHBSPU+é\x00", max_size=60), st.sampled_from(
    ["DTSTART:", "DTSTART;TZID=", "DTEND:", "DURATION:", "RRULE:", "RRULE:FREQ=MONTHLY;", "RRULE:FREQ=YEARLY;BYDAY=",
     "EXDATE:", "RDATE:", "RDATE;VALUE=PERIOD:20160627T093000/", "RECURRENCE-ID:", "SEQUENCE:", "URL:", "CLASS;"]
))  # fmt: skip
def test_any_value_of_any_date_gets_an_answer(value: str, name: str) -> None:
    start = "" if name.startswith("DTSTART") else "DTSTART:20160627T093000\n"
    text = f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:Forum\n{start}{name}{value}\nEND:VEVENT\nEND:VCALENDAR\n"
    reading = reader.read([("a.ics", text.encode())], LONDON)
    assert reading.ledger.is_balanced
    for series in reading.series:
        recurrence.expand(series, FIRST, LAST, LONDON)
