"""An exported calendar on its way into the form: nothing personal comes along, and everything else does."""

from __future__ import annotations

import pytest

from boardsite.calendars import reader
from boardsite.calendars.events import Series
from boardsite.calendars.meeting_keys import without_keys
from tests.calendars.ics import LONDON, codes, vcalendar, vevent
from tests.support.browser import ROOT
from tests.support.in_node import ask

CASES = ROOT / "tests" / "calendars" / "cases"
OUTLOOK = (ROOT / "lscgs" / "south" / "events" / "outlook-calendar.ics").read_bytes().decode()


def cleaned(text: str) -> tuple[str, list[dict[str, str]]]:
    (answer,) = ask([{"do": "clean", "text": text}])
    assert isinstance(answer["result"], dict)
    return answer["result"]["text"], answer["result"]["removed"]


def test_people_reminders_and_private_events_stay_behind_and_the_rest_comes_along() -> None:
    text, removed = cleaned(OUTLOOK)
    before, after = (reader.read([("a.ics", each.encode())], LONDON) for each in (OUTLOOK, text))
    assert "event.personal-data-left-out" in codes(before)
    assert codes(after) == []
    assert [(s.uid, s.when, s.details) for s in after.series] == [(s.uid, s.when, s.details) for s in before.series]
    for secret in ("ATTENDEE", "ORGANIZER", "VALARM", "Supervision", "METHOD", "X-ALT-DESC"):
        assert secret not in text
    assert {"kind": "a private event", "words": "Supervision with the vice-chair"} in removed
    assert {"kind": "the organiser", "words": "South chair, south-chair@example.org"} in removed
    assert set(text.splitlines()) <= set(OUTLOOK.splitlines())


SECRETS = """\
X-OWNER;CN="Jane Smith":mailto:secret-owner@example.org
X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-ADDRESS=1 Secret Road:geo:52.6,1.3
STYLED-DESCRIPTION;VALUE=TEXT;FMTTYPE=text/html:<p>Secret Passcode</p>
RELATED-TO:secret-relation
SECRET-EXTENSION;X=1:Jane Smith
X-SECRET
Jane Smith alone on a line
BEGIN:PARTICIPANT
CALENDAR-ADDRESS:mailto:secret-guest@example.org
END:PARTICIPANT
"""


@pytest.mark.parametrize("line", ["CLASS=PRIVATE", "CLASS PRIVATE", "CLAS:PRIVATE", "X-CALENDARSERVER-ACCESS:PRIVATE"])
def test_an_event_with_a_mistyped_class_stays_behind(line: str) -> None:
    text, removed = cleaned(vcalendar(vevent("DTSTART:20160601T093000", "LOCATION:Hall", line)))
    assert "Forum" not in text
    assert removed == [{"kind": "a private event", "words": "Forum"}]


def test_nothing_stays_of_which_nobody_has_heard() -> None:
    event = vevent(
        "DTSTART;TZID=Europe/London;X-VOBJ-FLOATING=secret:20160601T093000", *SECRETS.splitlines(),
        'DESCRIPTION;LANGUAGE=en;ALTREP="data:text/html,Passcode: secret":Come\\, all', "LOCATION;CN=Jane Smith:Sample Hall",
    )  # fmt: skip
    broken = "BEGIN:VEVENT\nUID:secret\nX-OWNER:Jane Smith"
    zone = "BEGIN:VTIMEZONE\nTZID:Own\nX-LIC-LOCATION:secret\nBEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETTO:+0000\nEND:STANDARD\nEND:VTIMEZONE"
    other = "BEGIN:VTODO\nUID:secret-task\nSUMMARY:Ring Jane Smith\nEND:VTODO"
    text = vcalendar("X-WR-CALNAME:Jane Smith", "NAME:Jane Smith", "X-WR-CALDESC:secret", zone, event, other, broken)
    made, removed = cleaned(f"Jane Smith\n{text}X-TAIL:secret\n")
    assert "Jane" not in made
    assert "secret" not in made.lower()
    assert made == vcalendar(
        zone.replace("X-LIC-LOCATION:secret\n", ""),
        vevent(
            "DTSTART;TZID=Europe/London:20160601T093000", "DESCRIPTION;LANGUAGE=en:Come\\, all", "LOCATION:Sample Hall"
        ),
    )
    (told,) = removed
    assert told["kind"] == "what only the other program reads"
    for name in ("X-OWNER", "X-APPLE-STRUCTURED-LOCATION", "PARTICIPANT", "RELATED-TO", "LOCATION;CN"):
        assert name in told["words"]


def test_a_cleaned_file_shows_what_the_site_shows_of_the_whole() -> None:
    files = {path.stem: path.read_bytes() for path in sorted(CASES.glob("*.ics"))}
    letters = ask({"do": "decode", "from": content.hex()} for content in files.values())
    texts = {name: str(answer["result"]) for name, answer in zip(files, letters, strict=True)}
    readable = {name: text for name, text in texts.items() if "\ufffd" not in text}
    assert len(readable) > 40
    answers = ask({"do": "clean", "text": text} for text in readable.values())
    for (name, text), answer in zip(readable.items(), answers, strict=True):
        assert isinstance(answer["result"], dict)
        readings = [reader.read([("a.ics", each.encode())], LONDON) for each in (text, answer["result"]["text"])]
        before, after = ({series.uid: shown_of(series) for series in reading.series} for reading in readings)
        assert after == before, name


def shown_of(series: Series) -> object:
    return series.when, series.rule, series.overrides, series.details.title, series.details.location


@pytest.mark.parametrize(
    "words",
    [
        "Join: https://us02web.zoom.us/j/123?pwd=abc or come",
        "Meeting ID: 123 456 789\\nPasscode: Ab3kQz\\nBring a pen",
        "Ring 01632 960001,,123456# today",
        "https://teams.microsoft.com/l/meetup-join/19%3ameeting",
        "PIN code is 4711, room 3",
        "*Passcode:* Ab3kQz",
        "Passcode:\u00a0Ab3kQz",
        "Meeting number (access code): 2345 678 9012",
        "Meeting ID 364 123 456 Passcode Ab3kQz",
        "https://teams.cloud.microsoft/meet/36412345678901?p=abc",
        "Nothing secret: PIN boards are in room 3",
    ],
)
def test_the_form_takes_out_the_passcodes_that_the_site_takes_out(words: str) -> None:
    text, removed = cleaned(vcalendar(vevent("DTSTART:20160601T093000", f"DESCRIPTION:{words}")))
    kinds = without_keys(words.replace("\\n", "\n"))[1]
    assert {each["kind"] for each in removed} == set(kinds)
    assert "Ab3kQz" not in text
    assert "event.meeting-key" not in codes(reader.read([("a.ics", text.encode())], LONDON))


def test_a_passcode_among_the_categories_is_taken_out() -> None:
    text, removed = cleaned(vcalendar(vevent("DTSTART:20160601T093000", "CATEGORIES:PIN: 4711,A\\, B")))
    assert [each["kind"] for each in removed] == ["a passcode"]
    assert reader.read([("a.ics", text.encode())], LONDON).series[0].details.categories == ("A, B",)
    assert "4711" not in text


def test_one_event_of_several_is_a_file_of_its_own() -> None:
    text = vcalendar(
        vevent("DTSTART:20160601T093000", uid="a"), vevent("DTSTART:20160602T093000", uid="b", title="Second")
    )
    (answer,) = ask([{"do": "one", "text": text, "uid": "b"}])
    reading = reader.read([("a.ics", str(answer["result"]).encode())], LONDON)
    assert [series.details.title for series in reading.series] == ["Second"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("SUMMARY:Café – früh\r\n".encode(), "SUMMARY:Café – früh\r\n"),
        ("SUMMARY:Café – früh\r\n".encode("cp1252"), "SUMMARY:Café – früh\r\n"),
        ("\ufeffSUMMARY:Café\r\n".encode("utf-16"), "SUMMARY:Café"),
        (b"SUMMARY:Caf\xc3\r\n \xa9 early\r\n", "SUMMARY:Café early\r\n"),
    ],
)
def test_letters_of_every_program_are_read(content: bytes, words: str) -> None:
    (answer,) = ask([{"do": "decode", "from": content.hex()}])
    assert words in str(answer["result"])
