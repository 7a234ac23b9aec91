"""Files as bytes: letters, line ends, folding, strangers, and the bounds past which a file is refused."""


import pytest

from boardsite.calendars import limits, reader
from boardsite.calendars.reader import Reading
from tests.calendars.ics import LONDON, PATH, codes, only, read, shown, vcalendar, vevent
from tests.support.soon import within

FORUM = vcalendar(vevent("DTSTART;TZID=Europe/London:20160627T093000", title="Café – Forum £5"))


def read_bytes(content: bytes) -> Reading:
    return reader.read([(PATH, content)], LONDON)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_encodings_are_read_without_a_word(encoding: str) -> None:
    reading = read_bytes(FORUM.encode(encoding))
    assert only(reading).details.title == "Café – Forum £5"
    assert codes(reading) == []


def test_windows_letters_are_read_and_told_with_their_line() -> None:
    reading = read_bytes(FORUM.encode("cp1252"))
    assert only(reading).details.title == "Café – Forum £5"
    assert [(d.code, d.where.line) for d in reading.diagnostics] == [("calendar.old-letters", 6)]


def test_one_line_of_windows_letters_does_not_spoil_the_others() -> None:
    text = FORUM.replace("SUMMARY", "LOCATION:Café\nSUMMARY")
    mixed = text.encode().replace("LOCATION:Café".encode(), "LOCATION:Café".encode("cp1252"))
    details = only(read_bytes(mixed)).details
    assert (details.title, details.location) == ("Café – Forum £5", "Café")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n"])
def test_any_line_end_will_do(end: str) -> None:
    assert shown(read_bytes(FORUM.replace("\n", end).encode())) == ["2016-06-27 09:30 Café – Forum £5"]


def test_a_fold_inside_a_letter_is_mended() -> None:
    before, after = FORUM.encode().split("é".encode()[1:], 1)
    folded = before + b"\r\n " + "é".encode()[1:] + after
    assert only(read_bytes(folded)).details.title == "Café – Forum £5"


def test_unicode_line_separators_do_not_end_a_line() -> None:
    reading = read(vcalendar(vevent("DTSTART:20160627T093000", "LOCATION:Room\u2028END:VEVENT\x0bfour")))
    assert only(reading).details.location.startswith("Room")
    assert reading.ledger.shown == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<!DOCTYPE html><html><head><title>Sign in</title>", "a web page"),
        (b"PK\x03\x04rest of a spreadsheet", "a ZIP archive or an Office document"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"Subject,Start Date,Start Time\nForum,27/06/2016,09:30\n", "a table (CSV)"),
        (b"BEGIN:VCARD\nVERSION:3.0\nFN:Office\nEND:VCARD\n", "a file of contacts (vCard)"),
        (b"Dear all, the forum is on Monday.", "some other kind of file"),
    ],
)
def test_a_file_that_is_no_calendar_is_named(content: bytes, words: str) -> None:
    (told,) = read_bytes(content).diagnostics
    assert told.code == "calendar.not-a-calendar"
    assert words in told.message
    assert told.is_error and told.is_contained


def test_an_empty_file_is_told_without_a_line() -> None:
    (told,) = read_bytes(b" \r\n").diagnostics
    assert (told.code, told.where.line) == ("calendar.empty", None)


def test_a_calendar_without_events_is_no_mistake() -> None:
    reading = read(vcalendar())
    assert codes(reading) == ["calendar.no-events"]
    assert not any(d.is_error for d in reading.diagnostics)


def test_vcalendar_1_is_named_and_not_guessed_at() -> None:
    reading = read(vcalendar(vevent("DTSTART:20160627T093000")).replace("VERSION:2.0", "VERSION:1.0"))
    assert [(d.code, d.where.line) for d in reading.diagnostics] == [("calendar.old-format", 2)]
    assert reading.ledger.refused == reading.ledger.found == 1


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (FORUM.encode() + b"X" * limits.FILE_BYTES, "calendar.too-large"),
        (b"BEGIN:VCALENDAR\n" + b"BEGIN:VTODO\nEND:VTODO\n" * (limits.COMPONENTS + 1), "calendar.too-many-parts"),
        (b"BEGIN:VCALENDAR\n" + b"BEGIN:X-BOX\n" * 10_000 + b"END:VCALENDAR\n", "calendar.too-deep"),
        (b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\n" * 15_000, "event.cut-short"),
        (b"BEGIN:VCALENDAR\nX-A:\n" + b"\n".join([b" ,"] * 200_000), "calendar.no-events"),
        (FORUM.encode().replace(b"UID:", b"CATEGORIES:" + b"a," * 100_000 + b"\nUID:"), "event.too-many-categories"),
        (FORUM.encode().replace(b"UID:", b"ATTACH;ENCODING=BASE64:" + b"A" * 4_000_000 + b"\nUID:"), "event.personal-data-left-out"),
    ],
    ids=["large", "many", "deep", "unclosed", "folds", "categories", "attachment"],
)
def test_hostile_files_are_answered_soon(content: bytes, code: str) -> None:
    with within(5):
        reading = read_bytes(content)
    assert reading.ledger.is_balanced
    assert code in codes(reading)


def test_a_line_past_the_bound_costs_only_its_event() -> None:
    long = "EXDATE:" + ",".join(["20160628T093000Z"] * 5_000)
    events = vevent("DTSTART:20160627T093000", "RRULE:FREQ=DAILY", long), vevent("DTSTART:20160701T093000", uid="b")
    reading = read(vcalendar(*events))
    assert [d.code for d in reading.diagnostics if d.is_error] == ["event.line-too-long"]
    assert reading.ledger.shown == reading.ledger.refused == 1


def test_a_description_past_the_bound_is_cut_and_told() -> None:
    reading = read(vcalendar(vevent("DTSTART:20160627T093000", "DESCRIPTION:" + "word " * 20_000)))
    assert len(only(reading).details.description) <= limits.DESCRIPTION_LETTERS + 1
    assert codes(reading) == ["event.text-too-long"]


@pytest.mark.parametrize("name", ["DESCRIPTION", "LOCATION", "URL", "SUMMARY", "X-BOARDSITE-BOOKING"])
@pytest.mark.parametrize(
    "text",
    [
        "-" * 60_000 + " Passcode: 12345", "<b>" + "<a " * 20_000, "<b>" + "<!--" * 15_000, "<b>" + "</" * 30_000,
        "1\\," * 20_000, "https://" * 8_000, "https://x?" + "a&" * 30_000, "pin " * 16_000, "pin 1 " + "1 " * 30_000,
        "password:" * 7_000, " " * 60_000 + "x", "\\n" * 30_000, "<b>" + "&" * 60_000, "a" * 60_000 + "@",
    ],
    ids=range(14),
)  # fmt: skip
def test_hostile_texts_are_answered_soon(name: str, text: str) -> None:
    with within(1):
        reading = read(vcalendar(vevent("DTSTART:20160627T093000", f"{name}:{text}")))
    assert reading.ledger.shown == 1
