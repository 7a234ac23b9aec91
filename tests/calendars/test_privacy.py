"""What must not leave an .ics file: people, private events, ways into meetings, hidden copies of the text."""

from urllib.parse import quote
from zoneinfo import ZoneInfo

import pytest

from boardsite.calendars import writer
from boardsite.calendars.reader import Reading
from tests.calendars.ics import LONDON, codes, only, read, read_event, shown, vcalendar, vevent

START = "DTSTART;TZID=Europe/London:20160627T093000"
SECRET = "parent-of-a-child"

WRAPPED = "https://eur02.safelinks.protection.outlook.com/ap/t-59584e83/?url="

ROOMS = [
    "https://teams.cloud.microsoft/l/meetup-join/19%3ameeting_abc",
    "https://teams.cloud.microsoft/meet/36412345678901?p=AbCdEf",
    "https://teams.microsoft.com/v2/?meetingjoin=true#/l/meetup-join/19:meeting_abc",
    "https://teams.microsoft.com/_#/l/meetup-join/19:meeting_abc",
    "https://teams.microsoft.com/light-meetings/launch?coords=eyJ",
    "https://teams.live.com/meet/9412345678901?p=AbCdEf",
    "https://gov.teams.microsoft.us/l/meetup-join/19%3ameeting_abc",
    "https://dialin.teams.microsoft.com/1234-abcd?id=12345678",
    "https://example.webex.com/wbxmjs/joinservice/sites/example/meeting/download/abc",
    "https://example.webex.com/webappng/sites/example/meeting/info/abc",
    "https://example.webex.com/example/j.php?MTID=m123",
    "https://meet.goto.com/123456789",
    "https://gotomeet.me/example",
    "https://whereby.com/example?roomKey=abc",
    "https://example.whereby.com/room?a=b&roomKey=abc",
    "https://meet.jit.si/ExampleRoom",
    "https://tel.meet/abc-defg-hij?pin=1234567890123",
    "https://v.ringcentral.com/join/123456789?pw=abc",
    "https://chime.aws/1234567890",
]

PERSONAL_LINES = [
    f"ATTENDEE;CN={SECRET}:mailto:{SECRET}@example.org",
    f"ORGANIZER;EMAIL={SECRET}@example.org;CN=Chair:mailto:chair@example.org",
    f"CONTACT:{SECRET}",
    f"COMMENT:{SECRET}",
    f"REQUEST-STATUS:2.0;Success;mailto:{SECRET}@example.org",
    f"ATTACH:https://example.org/{SECRET}.docx",
    f"X-ALT-DESC;FMTTYPE=text/html:<p>{SECRET}</p>",
    f"X-MS-OLK-SENDER;CN={SECRET}:mailto:{SECRET}@example.org",
    f"X-GOOGLE-CONFERENCE:https://meet.google.com/{SECRET}",
    f"X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.microsoft.com/l/{SECRET}",
    f"X-ANYTHING-ELSE:{SECRET}",
    f"BEGIN:VALARM\nACTION:EMAIL\nATTENDEE:mailto:{SECRET}@example.org\nDESCRIPTION:{SECRET}\nEND:VALARM",
]


def published(reading: Reading, zone: ZoneInfo = LONDON) -> str:
    """Return everything that could be published of a reading: the feed, and the values themselves."""
    feed = writer.calendar(reading.series, name="South", uid="s@example.org", url="", zone=zone, addresses={})
    return feed.decode().replace("\r\n ", "") + repr(reading.series)


@pytest.mark.parametrize("line", PERSONAL_LINES, ids=lambda line: line.split(":")[0].split(";")[0])
def test_people_and_other_properties_never_leave(line: str) -> None:
    reading = read_event(START, line)
    assert reading.ledger.shown == 1
    assert SECRET not in published(reading)
    assert SECRET not in "".join(d.message + d.found for d in reading.diagnostics)


def test_what_is_left_out_of_people_is_told_once_per_file() -> None:
    lines = [START, "ATTENDEE:mailto:a@example.org", "ATTENDEE:mailto:b@example.org", "ATTACH:https://example.org/x"]
    reading = read(vcalendar(vevent(*lines), vevent(*lines, uid="b@example.org")))
    (told,) = [d for d in reading.diagnostics if d.code == "event.personal-data-left-out"]
    assert told.message == "Not published from this calendar: attachments and the people invited."
    assert told.where.line == 8


@pytest.mark.parametrize("word", ["PRIVATE", "private", "CONFIDENTIAL", "X-BOARD-ONLY", "", "PUBLIC,PRIVATE"])
def test_any_class_but_public_is_withheld(word: str) -> None:
    reading = read_event(START, f"CLASS:{word}")
    assert reading.series == ()
    assert reading.ledger.withheld == 1
    assert codes(reading) == ["event.private-left-out"]
    assert "Forum" not in "".join(d.message for d in reading.diagnostics)


@pytest.mark.parametrize("word", ["PUBLIC", "public", " Public "])
def test_public_in_any_letters_is_public(word: str) -> None:
    assert read_event(START, f"CLASS:{word}").ledger.shown == 1


def test_a_class_that_cannot_be_read_is_private() -> None:
    assert read_event(START, "CLASS;X:PUBLIC").ledger.withheld == 1


@pytest.mark.parametrize(
    "line",
    [
        "CLASS=PRIVATE", "CLASS PRIVATE", "CLASS :PRIVATE", "CLAS:PRIVATE", "class private", "CLASS;PRIVATE=", "CLASS",
        "CLASS = Public", "CLASSS:Confidential", "PRIVACY:PRIVATE", "CLAS;X=1: PRIVATE ", "Clas private",
    ],
)  # fmt: skip
@pytest.mark.parametrize("before", ["LOCATION:Hall", "SEQUENCE:1"])
def test_a_mistyped_class_withholds_the_event_and_says_so(line: str, before: str) -> None:
    reading = read_event(START, before, line)
    assert reading.series == ()
    assert reading.ledger.withheld == 1
    told = {each.code: each for each in reading.diagnostics}
    if line.startswith("CLASS;"):
        assert told.keys() == {"event.private-left-out"}
    else:
        assert told.keys() == {"event.private-left-out", "event.class-unreadable"}
        odd = told["event.class-unreadable"]
        assert (odd.found, odd.where.line, odd.is_error, odd.is_contained) == (line.strip(), 9, True, True)
    assert "Forum" not in repr(reading.diagnostics)


def test_the_own_word_of_a_program_for_private_withholds_without_a_fault() -> None:
    reading = read_event(START, "X-CALENDARSERVER-ACCESS:CONFIDENTIAL")
    assert reading.series == ()
    assert codes(reading) == ["event.private-left-out"]


@pytest.mark.parametrize(
    "line",
    ["SUMMARY:Private", "CATEGORIES:PRIVATE", "LOCATION:Confidential", "X-CALENDARSERVER-ACCESS:PUBLIC", "TRANSP:PRIVATE"],
)
def test_a_word_elsewhere_makes_nothing_private(line: str) -> None:
    assert read_event(START, line).ledger.shown == 1


@pytest.mark.parametrize("line", ["Class 4B: maths", "Classes: yoga", "Classroom", "Strictly confidential", "Room: private office"])
def test_a_line_of_a_text_that_was_not_folded_makes_nothing_private(line: str) -> None:
    assert only(read_event(START, "DESCRIPTION:Agenda", line)).details.description == f"Agenda\n{line}"


def test_the_private_copy_of_an_event_wins_over_its_public_one() -> None:
    public = vcalendar(vevent(START))
    private = vcalendar(vevent(START, "CLASS:PRIVATE"))
    assert read(public, private).series == ()
    assert read(private, public).series == ()


def test_a_newer_public_copy_shows_what_was_private() -> None:
    reading = read(vcalendar(vevent(START, "CLASS:PRIVATE", "SEQUENCE:1")), vcalendar(vevent(START, "SEQUENCE:2")))
    assert shown(reading) == ["2016-06-27 09:30 Forum"]
    assert reading.ledger.is_balanced


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (r"Agenda to follow\nPasscode: 4x7Yq2\nTea at ten", "Agenda to follow\nTea at ten"),
        (r"Meeting ID: 812 3456 7890\nPIN: 123456#\nAll welcome", "All welcome"),
        (r"Password is Rabbit7 for all", "for all"),
        (r"Join: https://example.zoom.us/j/81234567890?pwd=aBcDeF.1 today", "Join: today"),
        (r"https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc/0?context=x\nBring cake", "Bring cake"),
        (r"https://teams.microsoft.com/meet/123456789?p=AbCdEf", ""),
        (r"Dial 01632 960000\,\,123456789#", "Dial 01632 960000"),
        (r"https://example.webex.com/meet/chair", ""),
        (r"https://example.org/room?pwd=abc", ""),
        (
            f"Join {WRAPPED}https%3A%2F%2Fteams.microsoft.com%2Fl%2Fmeetup-join%2F19%253ameeting_abc%2F0&data=x today",
            "Join today",
        ),
        (f"{WRAPPED}https%3A%2F%2Fexample.zoom.us%2Fj%2F81234567890%3Fpwd%3DaBcDeF.1&data=05\\nTea", "Tea"),
        (f"{WRAPPED}https%253A%252F%252Fzoom.us%252Fj%252F81234567890", ""),
        (f"{WRAPPED}https%3A%2F%2Fexample.org%2Froom%3Fid%3D1%26pwd%3Dabc", ""),
        (r"https://zoom.us/wc/join/81234567890\nTea", "Tea"),
        (r"https://app.zoom.us/wc/81234567890/join", ""),
        (r"https://meet.lync.com/example/chair/4X7YQ2", ""),
        (r"https://teams.microsoft.com:443/l/meetup-join/19%3ameeting_abc/0", ""),
        (r"zoommtg://zoom.us/join?confno=81234567890&pwd=abc", ""),
        (r"Join at example.zoom.us/j/81234567890", "Join at"),
        (r"Passcode - 123456", ""),
        (r"Passcode – Xy12", ""),
        (r"Passcode (123456)\nTea", "Tea"),
        (r"Passcode (Xy12) is new", "is new"),
        (r"Passcode\n123456\nTea", "Tea"),
        (r"Meeting ID\n812 3456 7890", ""),
        (r"Passcode is: rabbit", ""),
        ("Passcode:\u00a04x7Yq2\\nTea", "Tea"),
        ("Passcode\u00a0123456", ""),
        ("Meeting\u00a0ID: 812\u00a03456\u00a07890", ""),
        (r"*Passcode:* 4x7Yq2\nTea", "Tea"),
        (r"**Passcode**: 4x7Yq2\nTea", "Tea"),
        (r"*Passcode: 4x7Yq2*\nTea", "Tea"),
        (r"Meeting ID 364 123 456 789 01 Passcode 4x7Yq2\nTea", "Tea"),
        (r"The passcode 4x7Yq2 is new", "The is new"),
        (r"Passcode:\n\n4x7Yq2\nTea", "Tea"),
        (r"Passcode: \n \n\n123456", ""),
        (r"Meeting number (access code): 2345 678 9012\nTea", "Tea"),
        (r"Phone conference ID: 123 456 78#", ""),
        (r"VTC Conference ID: 123456789", ""),
        (r"Tenant key: 117438000@t.example.org\nVideo ID: 112 345 678 9", ""),
        (r"Password for the meeting: 4x7Yq2", ""),
        (r"Video system: 23456789012@example.webex.com", "Video system:"),
        *((f"{link}\\nTea", "Tea") for link in ROOMS),
        *((f"{WRAPPED}{quote(link, safe='')}&data=05\\nTea", "Tea") for link in ROOMS),
    ],
)
def test_ways_into_a_meeting_are_taken_out_and_told_without_quoting(text: str, left: str) -> None:
    reading = read_event(START, f"DESCRIPTION:{text}")
    assert only(reading).details.description == left
    (told,) = reading.diagnostics
    assert (told.code, told.where.line) == ("privacy.meeting-pin", 8)
    assert "4x7Yq2" not in told.found and "pwd" not in told.found


@pytest.mark.parametrize(
    "text",
    [
        "We discuss passwords and online safety.",
        "Pin the notice to the board.",
        "Book at https://example.org/book?event=12",
        "Telephone 01632 960000, 01632 960001",
        "Venue: Room 12, 1980s wing",
        "A meeting is held monthly.",
        "Access code is needed.",
        "Ask for the password (see the poster) at the desk.",
        "The password - as always - is said at the door.",
        "Host a Zoom drop-in: see https://example.org/zoom.us.html",
        "Read https://example.org/password-advice and https://zoom.us/about",
        "The passcode will be sent on the 3rd, the password by 9am.",
        "Pin 3rd notice, then read about passwords at https://example.org/a1",
        "Password https://example.org/a1",
        "Ask for the password for the day: it is on the board.",
        "PIN code *Tea* is at 10.",
        "Register: https://events.teams.microsoft.com/event/6f0d@7b1c",
        "Teams: https://teams.microsoft.com/l/channel/19%3aabc/General and https://www.microsoft.com/teams/meetings",
        "Help: https://dialin.teams.microsoft.com/usp/pstnconferencing and https://help.webex.com/article/how-to",
        "Webinar: https://example.webex.com/webappng/sites/example/webinar/register/abc",
        "About https://whereby.com/information/pricing and https://www.goto.com/meeting and https://jitsi.org/",
        "https://example.org/item?id=12&p=3",
    ],
)
def test_ordinary_sentences_stay(text: str) -> None:
    escaped = text.replace(",", "\\,")
    reading = read_event(START, f"DESCRIPTION:{escaped}")
    assert only(reading).details.description == text
    assert codes(reading) == []


def test_a_location_that_is_a_joining_link_is_emptied() -> None:
    reading = read_event(START, "LOCATION:https://example.zoom.us/j/81234567890?pwd=aBcDeF")
    assert only(reading).details.location == ""
    assert codes(reading) == ["privacy.meeting-pin"]


@pytest.mark.parametrize(
    "code",
    [
        "passcode:\u00a04x7Yq2",
        "Passcode\u00a04x7Yq2",
        "pass\u200bcode: 4x7Yq2",
        "*PIN:* 4711",
        "_PIN:_ 4711",
        "PIN:\\n\\n4711",
    ],
)
def test_a_passcode_is_taken_out_of_a_title(code: str) -> None:
    reading = read(vcalendar(vevent(START, "STATUS:TENTATIVE?", title=f"Forum {code}")))
    assert only(reading).details.title == "Forum"
    assert sorted(codes(reading)) == ["event.choice-unknown", "privacy.meeting-pin"]
    assert not [told for told in reading.diagnostics if "4x7Yq2" in repr(told) or "4711" in repr(told)]


def test_a_passcode_is_taken_out_of_categories_and_the_kind() -> None:
    reading = read_event(START, "CATEGORIES:Passcode: 4x7Yq2,Forum", "CATEGORIES:PIN 4711", "X-BOARDSITE-KIND:PIN 4711")
    assert only(reading).details.categories == ("Forum",)
    assert only(reading).details.kind == ""
    assert codes(reading) == ["privacy.meeting-pin"] * 2


@pytest.mark.parametrize(
    ("typed", "left", "code"),
    [
        ("phone 01632 960001,,,12345678", "01632 960001", "privacy.meeting-pin"),
        ("phone 01632 960001 ext=12345678", "01632 960001", "privacy.meeting-pin"),
        ("phone 01632 960001,12345678", "", "event.booking-unreadable"),
        ("phone 01632 960001 12345678", "", "event.booking-unreadable"),
        ("01632 960001,,12345678#", "", "event.booking-unreadable"),
        ("phone +44 (0)1632 960001 ext. 12", "+44 (0)1632 960001 ext. 12", ""),
        ("phone (01632) 960-001", "(01632) 960-001", ""),
    ],
)
def test_a_number_to_book_by_lets_nobody_into_a_meeting(typed: str, left: str, code: str) -> None:
    reading = read_event(START, f"X-BOARDSITE-BOOKING:{typed}")
    assert only(reading).details.booking_target == left
    assert codes(reading) == ([code] if code else [])


def test_a_link_that_is_meant_for_everybody_stays_as_booking() -> None:
    reading = read_event(START, "X-BOARDSITE-BOOKING:link https://example.zoom.us/j/81234567890")
    assert only(reading).details.booking_target == "https://example.zoom.us/j/81234567890"


@pytest.mark.parametrize(
    "line",
    [
        'LOCATION;LANGUAGE="en-gb:Passcode: 4x7Yq2',
        r'DESCRIPTION;LANGUAGE="en-gb:Agenda\nPasscode: 4x7Yq2\nTea',
        "X-BOARDSITE-BOOKING:Passcode: 4x7Yq2",
        "X-BOARDSITE-BOOKING:link join https://example.zoom.us/j/81234567890?pwd=4x7Yq2",
        "X-BOARDSITE-BOOKING:password 4x7Yq2",
        "X-BOARDSITE-SLUG:Passcode: 4x7Yq2",
        "X-BOARDSITE-AUDIENCE:Passcode: 4x7Yq2",
        "X-BOARDSITE-VENUE:Passcode: 4x7Yq2",
        "X-BOARDSITE-STATUS:password 4x7Yq2",
        "RRULE:Passcode: 4x7Yq2",
        "RRULE:FREQ=Passcode: 4x7Yq2",
        "EXDATE:Passcode: 4x7Yq2",
        "DTEND:Password=4x7Yq2",
        "DURATION:PIN: 4x7Yq2",
        "RECURRENCE-ID:meeting code is 4x7Yq2",
        "SEQUENCE:PIN is 4x7Yq2",
        "STATUS:PIN is 4x7Yq2",
        "URL:Passcode: 4x7Yq2",
        "UID:Passcode: 4x7Yq2",
        "Passcode: 4x7Yq2",
    ],
    ids=lambda line: line[:40],
)
def test_no_message_repeats_a_way_into_a_meeting(line: str) -> None:
    reading = read(vcalendar(vevent(START, line, uid="" if line.startswith("UID") else "a@example.org")))
    assert reading.diagnostics or line.startswith(("X-BOARDSITE-VENUE", "UID", "Passcode"))
    for told in reading.diagnostics:
        assert "4x7yq2" not in f"{told.message} {told.found} {told.hint}".casefold(), told
