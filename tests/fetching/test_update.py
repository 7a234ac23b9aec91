"""What a fetch keeps: nothing is lost, nothing private comes in, and the same calendar twice changes no byte."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from boardsite.calendars import reader
from boardsite.calendars.events import Series
from boardsite.calendars.feed_copy import facts_of
from boardsite.clock import BuildClock
from boardsite.diagnostics import Location
from boardsite.fetching.troubles import Unfetched
from boardsite.fetching.update import Update, updated
from boardsite.fetching.wanted import Wanted
from boardsite.messages import fetching as messages
from tests.calendars.ics import LONDON, vcalendar, vevent

OUTLOOK = Wanted("south", "outlook", "https://calendar.example.org/a.ics", Location("lscgs/south/index.md", 6))
NOW = datetime(2016, 6, 1, 9, tzinfo=UTC)
CASES = sorted((Path(__file__).parents[1] / "calendars" / "cases").glob("*.ics"))
DOWN = Unfetched("unreachable", lambda where: messages.unreachable(where, "calendar.example.org", "no"))


def clock(moment: datetime = NOW) -> BuildClock:
    return BuildClock(moment, LONDON)


def event(
    day: int, title: str = "Forum", *lines: str, uid: str = "", hour: int = 9, stamp: str = "20160601T080000Z"
) -> str:
    starts = f"DTSTART;TZID=Europe/London:201607{day:02}T{hour:02}0000"
    return vevent(starts, f"DTSTAMP:{stamp}", *lines, uid=uid or f"day-{day}@example.org", title=title)


def feed(*parts: str) -> bytes:
    return vcalendar(*parts).encode()


def fetch(download: bytes | Unfetched, old: bytes | None = None, moment: datetime = NOW, **options: bool) -> Update:
    return updated(OUTLOOK, old, download, clock(moment), **options)


def codes(update: Update) -> list[str]:
    return [told.code for told in update.told]


def series(content: bytes) -> dict[str, Series]:
    return {each.details.title: each for each in reader.read([(OUTLOOK.path, content)], LONDON).series}


def line(content: bytes, name: str) -> list[str]:
    return re.findall(rf"^{name}[;:](.*)\r$", content.decode(), re.M)


FIVE = feed(*(event(day, f"Event {day}") for day in range(1, 6)))


def test_a_first_copy_is_clean_and_ours() -> None:
    people = ("ATTENDEE:mailto:TOKEN@example.org", "ORGANIZER;CN=TOKEN:mailto:TOKEN@example.org", "X-ALT-DESC:TOKEN")
    private = event(2, "TOKEN", "CLASS:PRIVATE")
    keys = "DESCRIPTION:Join https://teams.microsoft.com/l/meetup-join/TOKEN\\nPasscode: TOKEN1"
    slug = "X-BOARDSITE-SLUG:TOKEN"
    copy = fetch(feed(event(1, "Open", *people, keys, slug), private, "X-WR-CALDESC:TOKEN"))
    assert b"TOKEN" not in copy.content.upper()
    assert copy.content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert {"event.personal-data-left-out", "event.private-left-out", "privacy.meeting-pin"} <= set(codes(copy))
    assert list(series(copy.content)) == ["Open"]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_same_calendar_twice_changes_no_byte(path: Path) -> None:
    first = fetch(path.read_bytes())
    if first.is_waiting:
        pytest.fail(f"{codes(first)}: this case is a calendar") if "file-that-stops" not in path.name else None
    later = NOW + timedelta(hours=2)
    again = fetch(re.sub(rb"DTSTAMP:\d{8}T", b"DTSTAMP:20160601T", path.read_bytes()), first.content, later)
    assert again.content.decode() == first.content.decode()
    down = fetch(DOWN, first.content, later)
    mended = fetch(path.read_bytes(), down.content, later)
    assert mended.content.decode() == first.content.decode()


def test_a_new_stamp_alone_is_no_change() -> None:
    """Google and Microsoft give every event the moment of the download."""
    first = fetch(feed(event(1, "Forum", "SEQUENCE:1"))).content
    stamped = event(1, "Forum", "SEQUENCE:7", "LAST-MODIFIED:20160603T080000Z", stamp="20160603T080000Z")
    assert fetch(feed(stamped), first, NOW + timedelta(days=2)).content == first


def test_new_words_move_the_moment_of_change_and_new_times_the_sequence_too() -> None:
    first = fetch(feed(event(1, "Forum", "DESCRIPTION:Tea."))).content
    later = NOW + timedelta(days=2)
    words = fetch(feed(event(1, "Forum", "DESCRIPTION:Tea and cake.", stamp="20160602T070000Z")), first, later).content
    assert (line(words, "SEQUENCE"), line(words, "LAST-MODIFIED")) == (["0"], ["20160602T070000Z"])
    hour = fetch(
        feed(event(1, "Forum", "DESCRIPTION:Tea and cake.", hour=10)), words, later + timedelta(days=1)
    ).content
    assert (line(hour, "SEQUENCE"), line(hour, "LAST-MODIFIED")) == (["1"], ["20160604T090000Z"])
    off = fetch(feed(event(1, "Forum", "STATUS:CANCELLED", hour=10)), hour, later)
    assert line(off.content, "SEQUENCE") == ["2"]
    assert codes(off) == []


def test_a_changed_date_alone_gets_a_new_revision() -> None:
    rule = "RRULE:FREQ=WEEKLY;COUNT=6"
    moved = vevent(
        "RECURRENCE-ID;TZID=Europe/London:20160708T090000", "DTSTART;TZID=Europe/London:20160708T140000",
        "DTSTAMP:20160601T080000Z", uid="day-1@example.org",
    )  # fmt: skip
    first = fetch(feed(event(1, "Forum", rule))).content
    second = fetch(feed(event(1, "Forum", rule), moved), first, NOW + timedelta(days=1)).content
    assert line(second, "LAST-MODIFIED") == ["20160601T080000Z", "20160601T080000Z"]
    later = moved.replace("T140000", "T150000")
    third = fetch(feed(event(1, "Forum", rule), later), second, NOW + timedelta(days=2)).content
    assert line(third, "SEQUENCE") == ["0", "1"]
    assert line(third, "LAST-MODIFIED") == ["20160601T080000Z", "20160603T090000Z"]


def test_the_address_and_the_first_day_stay_when_the_title_changes() -> None:
    first = fetch(feed(event(1, "Summer forum"))).content
    second = fetch(feed(event(1, "Autumn forum")), first, NOW + timedelta(days=9)).content
    assert line(second, "SUMMARY") == ["Autumn forum"]
    (slug,) = line(second, "X-BOARDSITE-SLUG")
    assert slug.startswith("summer-forum-")
    assert line(second, "X-BOARDSITE-FIRST-SEEN") == ["2016-06-01"]


def test_new_uids_on_each_download_are_seen_through() -> None:
    first = fetch(FIVE).content
    renamed = re.sub(rb"UID:day-", b"UID:other-", FIVE)
    assert fetch(renamed, first, NOW + timedelta(days=1)).content == first


@pytest.mark.parametrize(
    ("download", "told", "trouble"),
    [
        (DOWN, "fetch.unreachable", "unreachable"),
        (b"<!doctype html><title>Sign in</title>", "fetch.not-a-calendar", "not-a-calendar"),
        (b"", "fetch.not-a-calendar", "not-a-calendar"),
        (b" \r\n", "fetch.not-a-calendar", "not-a-calendar"),
        (b"BEGIN:VCALENDAR\r\nVERSION:1.0\r\nEND:VCALENDAR\r\n", "fetch.not-a-calendar", "not-a-calendar"),
        (b"\x00\xff\xfe" * 99, "fetch.not-a-calendar", "not-a-calendar"),
        (FIVE[: len(FIVE) // 2], "fetch.cut-off", "unreachable"),
        (FIVE.replace(b"END:VCALENDAR", b""), "fetch.cut-off", "unreachable"),
        (feed(), "fetch.empty", "empty"),
        (feed(event(1, "Event 1")), "fetch.most-gone", "most-gone"),
        (feed(event(1, "Event 1"), event(2, "Event 2")), "fetch.most-gone", "most-gone"),
        (re.sub(rb"SUMMARY:.*", b"SUMMARY:Busy", FIVE), "fetch.empty", "empty"),
        (FIVE.replace(b"201607", b"201505"), "fetch.most-gone", "most-gone"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_whole_calendar_or_lost_most_of_it_leaves_the_last_good_copy(
    download: bytes | Unfetched, told: str, trouble: str
) -> None:
    good = fetch(FIVE).content
    kept = fetch(download, good, NOW + timedelta(days=1))
    assert kept.is_waiting
    assert told in codes(kept)
    assert re.sub(rb"X-BOARDSITE-TROUBLE:.*\r\n", b"", kept.content) == good
    assert (facts_of(kept.content).trouble, str(facts_of(kept.content).since)) == (trouble, "2016-06-02")
    again = fetch(download, kept.content, NOW + timedelta(days=5))
    assert again.content == kept.content
    assert fetch(FIVE, again.content, NOW + timedelta(days=6)).content == good


def private(*days: int, **more: str) -> list[str]:
    return [event(day, f"Event {day}", "CLASS:PRIVATE", **more) for day in days]


def busy(*days: int) -> list[str]:
    return [event(day, "Busy") for day in days]


AUGUST = datetime(2016, 8, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("parts", "left"),
    [
        (private(1, 2, 3, 4, 5), []),
        ([*private(1, 2, 3), event(4, "Event 4"), event(5, "Event 5")], ["Event 4", "Event 5"]),
        ([*private(1), event(4, "Event 4"), event(5, "Event 5")], ["Event 4", "Event 5"]),
        ([*private(1, 2, 3, 4, 5), event(6, "New")], ["New"]),
        ([*busy(1, 2, 3, 4), event(5, "Event 5")], ["Event 5"]),
        ([*private(1, 2), *busy(3, 4), event(5, "Event 5")], ["Event 5"]),
        ([event(day, f"Event {day}", "CLASS=PRIVATE") for day in range(1, 6)], []),
    ],
)
def test_what_is_private_now_is_taken_off_and_is_no_loss(parts: list[str], left: list[str]) -> None:
    renewed = fetch(feed(*parts), fetch(FIVE).content)
    assert not renewed.is_waiting
    assert sorted(series(renewed.content)) == left
    assert not {"fetch.empty", "fetch.most-gone"} & set(codes(renewed))


def test_only_what_is_deleted_is_told_as_gone() -> None:
    renewed = fetch(
        feed(*private(1), event(2, "Event 2"), event(3, "Event 3"), event(4, "Event 4")), fetch(FIVE).content
    )
    assert [told.found for told in renewed.told if told.code == "fetch.event-gone"] == ["Event 5"]


@pytest.mark.parametrize("parts", [private(2), [*busy(2), event(1, "Event 1")]])
def test_what_is_over_and_private_now_is_taken_off(parts: list[str]) -> None:
    renewed = fetch(feed(*parts), fetch(FIVE).content, AUGUST)
    assert sorted(series(renewed.content)) == ["Event 1", "Event 3", "Event 4", "Event 5"]


@pytest.mark.parametrize(
    ("parts", "trouble", "left"),
    [
        (private(1), "empty", ["Event 2", "Event 3", "Event 4", "Event 5"]),
        ([*private(1), event(2, "Event 2")], "most-gone", ["Event 2", "Event 3", "Event 4", "Event 5"]),
    ],
)
def test_what_is_private_now_is_taken_off_while_the_rest_waits(parts: list[str], trouble: str, left: list[str]) -> None:
    kept = fetch(feed(*parts), fetch(FIVE).content)
    assert kept.is_waiting
    assert facts_of(kept.content).trouble == trouble
    assert sorted(series(kept.content)) == left
    assert b"Event 1" not in kept.content


WEEKS = event(1, "Forum", "RRULE:FREQ=WEEKLY;COUNT=6")
MOVED = "RECURRENCE-ID;TZID=Europe/London:20160708T090000", "DTSTART;TZID=Europe/London:20160708T140000"
SECRET = vevent(*MOVED, "CLASS:PRIVATE", uid="day-1@example.org", title="SECRET")
SHOWN = vevent(*MOVED, uid="day-1@example.org", title="SECRET")


def test_a_date_that_is_private_now_is_taken_out_while_the_rest_waits() -> None:
    others = [event(day, f"Event {day}") for day in range(2, 6)]
    good = fetch(feed(WEEKS, SHOWN, *others)).content
    assert b"SECRET" in good
    tomorrow = NOW + timedelta(days=1)
    kept = fetch(feed(WEEKS, SECRET), good, tomorrow)
    assert facts_of(kept.content).trouble == "most-gone"
    assert b"SECRET" not in kept.content
    assert len(series(kept.content)) == 5
    assert line(kept.content, "EXDATE") == ["TZID=Europe/London:20160708T090000"]
    assert line(kept.content, "SEQUENCE")[0] == "1"
    whole = feed(WEEKS, SECRET, *others)
    assert fetch(whole, kept.content, tomorrow).content == fetch(whole, good, tomorrow).content


def test_a_private_copy_of_a_date_that_gave_way_to_a_newer_one_changes_nothing() -> None:
    newer = SHOWN.replace("END:VEVENT", "SEQUENCE:3\nEND:VEVENT")
    whole = feed(WEEKS, SECRET, newer)
    good = fetch(whole).content
    assert b"SECRET" in good
    assert fetch(whole, good, NOW + timedelta(days=1)).content == good
    alone = feed(SECRET, newer)
    good = fetch(alone).content
    retitled = feed(SECRET, newer.replace("SUMMARY:SECRET", "SUMMARY:Open"))
    later = fetch(retitled, good, NOW + timedelta(days=1)).content
    assert line(later, "X-BOARDSITE-SLUG") == line(good, "X-BOARDSITE-SLUG")


def test_a_date_of_a_series_that_is_over_is_taken_out_when_it_is_private_now() -> None:
    good = fetch(feed(WEEKS, SHOWN)).content
    later = fetch(feed(SECRET), good, datetime(2016, 9, 1, tzinfo=UTC))
    assert b"SECRET" not in later.content
    assert list(series(later.content)) == ["Forum"]


def test_a_date_without_its_series_is_taken_off_when_it_is_private_now() -> None:
    good = fetch(feed(SHOWN)).content
    assert b"SECRET" in good
    assert b"SECRET" not in fetch(feed(SECRET), good, AUGUST).content


def test_two_events_of_one_uid_are_taken_off_when_it_is_private_now() -> None:
    good = fetch(feed(event(1, "SECRET 1", uid="a"), event(2, "SECRET 2", uid="a"))).content
    assert len(series(good)) == 2
    assert b"SECRET" not in fetch(feed(event(1, "SECRET 1", "CLASS:PRIVATE", uid="a")), good, AUGUST).content


def test_what_is_private_now_is_known_again_by_its_start_where_all_uids_are_new() -> None:
    later = feed(*private(2, uid="new-2"), event(3, "Event 3", uid="new-3"))
    assert sorted(series(fetch(later, fetch(FIVE).content, AUGUST).content)) == [
        "Event 1", "Event 3", "Event 4", "Event 5",
    ]  # fmt: skip


def test_another_event_that_is_private_takes_nothing_off() -> None:
    later = feed(*private(2, uid="other"), event(3, "Event 3"))
    assert len(series(fetch(later, fetch(FIVE).content, AUGUST).content)) == 5


def test_what_was_never_had_leaves_a_copy_that_only_notes_the_trouble() -> None:
    kept = fetch(DOWN)
    assert (kept.events, facts_of(kept.content).trouble) == (0, "unreachable")
    assert fetch(FIVE, kept.content).events == 5


@pytest.mark.parametrize("left", [feed(event(1, "Event 1"), event(2, "Event 2"), event(3, "Event 3")), FIVE])
def test_few_that_are_gone_are_taken_off_and_each_is_named(left: bytes) -> None:
    good = fetch(FIVE).content
    renewed = fetch(left, good)
    assert not renewed.is_waiting
    gone = sorted(set(series(good)) - set(series(left)))
    assert [told.found for told in renewed.told if told.code == "fetch.event-gone"] == gone
    assert sorted(series(renewed.content)) == sorted(series(left))


def test_one_of_two_may_go() -> None:
    good = fetch(feed(event(1, "One"), event(2, "Two"))).content
    assert list(series(fetch(feed(event(2, "Two")), good).content)) == ["Two"]


@pytest.mark.parametrize("left", [feed(), feed(event(1, "Event 1"))])
def test_what_is_accepted_may_go(left: bytes) -> None:
    good = fetch(FIVE).content
    renewed = fetch(left, good, accepts=True)
    assert not renewed.is_waiting
    assert sorted(series(renewed.content)) == sorted(series(left))


def test_another_address_is_another_calendar() -> None:
    good = fetch(FIVE).content
    other = Wanted("south", "outlook", "https://calendar.example.org/new.ics", OUTLOOK.where)
    renewed = updated(other, good, feed(event(9, "New")), clock())
    assert not renewed.is_waiting
    assert list(series(renewed.content)) == ["New"]


def test_what_is_over_stays_when_the_calendar_forgets_it() -> None:
    good = fetch(FIVE).content
    august = datetime(2016, 8, 1, tzinfo=UTC)
    later = fetch(feed(event(1, "September").replace("201607", "201609").replace("day-1", "next")), good, august)
    assert len(series(later.content)) == 6
    assert "fetch.event-gone" not in codes(later)
    empty = fetch(feed(), later.content, datetime(2016, 12, 1, tzinfo=UTC))
    assert not empty.is_waiting
    assert len(series(empty.content)) == 6


def test_what_was_over_a_year_ago_when_first_seen_is_not_copied_and_counted() -> None:
    old = event(1, "Old", uid="old").replace("201607", "201401")
    made = fetch(feed(old, event(1, "New")))
    assert list(series(made.content)) == ["New"]
    assert "fetch.old-left-out" in codes(made)


def test_a_broken_event_costs_only_itself_and_is_told() -> None:
    made = fetch(feed(event(1, "Sound"), event(2, "Broken").replace("20160702", "20160799")))
    assert list(series(made.content)) == ["Sound"]
    (told,) = [told for told in made.told if told.code == "event.date-impossible"]
    assert not told.is_error
    assert told.where == Location(OUTLOOK.path)


def test_entries_that_say_only_busy_are_left_out_and_counted() -> None:
    made = fetch(feed(event(1, "Busy"), event(2, "Forum"), event(3, "private appointment")))
    assert list(series(made.content)) == ["Forum"]
    assert "fetch.only-busy" in codes(made)


def test_a_calendar_that_shows_only_busy_is_told_with_the_reason() -> None:
    kept = fetch(re.sub(rb"SUMMARY:.*", b"SUMMARY:Busy", FIVE), fetch(FIVE).content)
    assert {"fetch.empty", "fetch.only-busy"} <= set(codes(kept))


def test_a_moment_to_come_is_not_believed() -> None:
    made = fetch(feed(event(1, "Forum", "LAST-MODIFIED:20990101T000000Z", "CREATED:20990101T000000Z")))
    assert line(made.content, "LAST-MODIFIED") == ["20160601T090000Z"]
    assert line(made.content, "CREATED") == []


@pytest.mark.parametrize(
    "header",
    [
        "X-BOARDSITE-TROUBLE:on fire 2016-06-01",
        "X-BOARDSITE-TROUBLE:empty yesterday",
        'X-BOARDSITE-TROUBLE;A=":x',
        "X-BOARDSITE-TROUBLE:empty 2016-06-31",
    ],
)
def test_a_note_that_cannot_be_read_counts_as_none(header: str) -> None:
    facts = facts_of(feed(header, event(1)))
    assert (facts.trouble, facts.since) == ("", None)
    assert facts_of(b"nothing").origin == ""
