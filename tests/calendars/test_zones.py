"""Names of time zones, and definitions in files."""

from zoneinfo import ZoneInfo

import pytest
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from boardsite.calendars import zones
from tests.calendars.ics import LONDON, codes, expand, only, read, read_event, vcalendar, vevent


def definition(name: str, standard: str, daylight: str = "", rule: str = "") -> str:
    """Return a VTIMEZONE; with `daylight`, changes on the last Sundays of March and October."""
    before = daylight or standard
    lines = ["BEGIN:VTIMEZONE", f"TZID:{name}", "BEGIN:STANDARD", "DTSTART:16011028T020000"]
    lines += [f"TZOFFSETFROM:{before}", f"TZOFFSETTO:{standard}"]
    lines += [rule or "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"] if daylight or rule else []
    lines.append("END:STANDARD")
    if daylight:
        lines += ["BEGIN:DAYLIGHT", "DTSTART:16010325T010000", f"TZOFFSETFROM:{standard}", f"TZOFFSETTO:{daylight}"]
        lines += ["RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT"]
    return "\n".join([*lines, "END:VTIMEZONE"])


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Europe/London", "Europe/London"),
        ("EUROPE/london", "Europe/London"),
        ("GMT Standard Time", "Europe/London"),
        ("gmt standard time", "Europe/London"),
        ("Greenwich Standard Time", "Atlantic/Reykjavik"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("(UTC+00:00) Dublin, Edinburgh, Lisbon, London", "Europe/London"),
        ("(GMT) Greenwich Mean Time: Dublin, Edinburgh, Lisbon, London", "Europe/London"),
        ("/example.org/20050809_1/America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ("Etc/UTC", "UTC"),
        ("Z", "UTC"),
        ("GMT+0100", "Etc/GMT-1"),
        ("UTC-05:00", "Etc/GMT+5"),
        ("(GMT +01:00)", "Etc/GMT-1"),
    ],
)
def test_a_name_in_any_form(name: str, key: str) -> None:
    found = zones.by_name(name)
    assert found is not None and found.key == key


@pytest.mark.parametrize("name", ["", "Europe", "/", "../../etc/passwd", "Europe/../London", "x" * 5_000, "a\x00b", "GMT+05:45", "Customized Time Zone"])
def test_a_name_nobody_knows_is_no_zone(name: str) -> None:
    assert zones.by_name(name) is None


def test_every_windows_name_leads_to_a_zone() -> None:
    for name in WINDOWS_TO_OLSON:
        assert zones.by_name(name) is not None, name


@pytest.mark.parametrize(
    ("standard", "daylight", "utc"),
    [("+0000", "+0100", "08:30"), ("+0100", "+0200", "07:30"), ("+0530", "", "04:00"), ("-0300", "", "12:30")],
)
def test_a_definition_is_recognised_by_its_offsets(standard: str, daylight: str, utc: str) -> None:
    text = vcalendar(
        definition("Customized Time Zone", standard, daylight),
        vevent("DTSTART;TZID=Customized Time Zone:20160627T093000"),
    )
    (occurrence,) = expand(read(text))
    assert f"{occurrence.when.begins:%H:%M}" == utc
    if standard == "+0000":
        assert occurrence.when.zone_name == "Europe/London"


def test_a_definition_after_its_use_and_with_commas_in_its_name_counts() -> None:
    event = vevent('DTSTART;TZID="(UTC+07:00) Bangkok, Hanoi, Jakarta":20160627T093000')
    text = vcalendar(event, definition(r"(UTC+07:00) Bangkok\, Hanoi\, Jakarta", "+0700"))
    assert f"{expand(read(text))[0].when.begins:%H:%M}" == "02:30"


def test_what_one_file_says_of_a_name_does_not_reach_the_next() -> None:
    event = vevent("DTSTART;TZID=Custom:20160627T093000")
    other = vevent("DTSTART;TZID=Custom:20160627T093000", uid="b@example.org", title="Other")
    third = vevent("DTSTART;TZID=Custom:20160627T093000", uid="c@example.org", title="Third")
    reading = read(
        vcalendar(definition("Custom", "+0100"), event), vcalendar(definition("Custom", "+0500"), other), vcalendar(third)
    )
    assert {o.details.title: f"{o.when.begins:%H:%M}" for o in expand(reading)} == {"Forum": "08:30", "Other": "04:30"}
    assert codes(reading) == ["event.zone-unknown"]


@pytest.mark.parametrize(
    "broken",
    [
        "BEGIN:VTIMEZONE\nTZID:Custom\nEND:VTIMEZONE",
        "BEGIN:VTIMEZONE\nTZID:Custom\nBEGIN:STANDARD\nDTSTART:20160101T000000\nEND:STANDARD\nEND:VTIMEZONE",
        definition("Custom", "+9x00"),
        definition("Custom", "+0000", rule="RRULE:FREQ=SECONDLY"),
        definition("Custom", "+0000", rule="RRULE:FREQ=DAILY;INTERVAL=0"),
        definition("Custom", "+0000", rule="RRULE:every year"),
    ],
)
def test_a_broken_definition_costs_only_those_who_use_it(broken: str) -> None:
    used = vevent("DTSTART;TZID=Custom:20160627T093000")
    other = vevent("DTSTART;TZID=Europe/London:20160627T093000", uid="b@example.org", title="Other")
    reading = read(vcalendar(broken, used, other))
    assert [o.details.title for o in expand(reading)] == ["Other"]
    assert codes(reading) == ["event.zone-unknown"]


def test_floating_time_is_that_of_the_board_wherever_it_is() -> None:
    lisbon = ZoneInfo("Europe/Athens")
    reading = read_event("DTSTART:20160627T093000", zone=lisbon)
    assert only(reading).when.zone_name == "Europe/Athens"
    assert f"{expand(reading, zone=lisbon)[0].when.begins:%H:%M}" == "06:30"


def test_a_zone_that_is_unknown_is_quoted_and_told_with_its_line() -> None:
    (told,) = read_event("DTSTART;TZID=Customized Time Zone:20160627T093000").diagnostics
    assert (told.code, told.found, told.where.line) == ("event.zone-unknown", "Customized Time Zone", 7)
    assert 'the time zone "Customized Time Zone" is not one we know' in told.message


def test_days_are_the_boards_though_the_event_is_elsewhere() -> None:
    reading = read_event("DTSTART;TZID=America/New_York:20160627T210000", "DURATION:PT1H")
    (occurrence,) = expand(reading)
    assert occurrence.when.first.isoformat() == "2016-06-28"
    assert occurrence.when.zone_name == "America/New_York"
    assert LONDON.key == "Europe/London"
