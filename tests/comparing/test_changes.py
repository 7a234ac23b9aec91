"""What people who approve a change are told: every change once, in the right words, and nothing that is none."""

from __future__ import annotations

import pytest

from boardsite.comparing.changes import Part, Section, compare
from boardsite.comparing.kinds import Change, Verb
from tests.support import small_site

FORUM = "lscgs/south/events/forum.ics"
SERIES = small_site.EVENT.replace("SUMMARY:Summer forum", "RRULE:FREQ=WEEKLY;COUNT=4\r\nSUMMARY:Group meeting")
NEWS = "lscgs/south/news/forum.md"


def between(old: small_site.Files, new: small_site.Files) -> tuple[Section, ...]:
    before, after = small_site.build(old).site, small_site.build(new).site
    assert before is not None
    assert after is not None
    return compare(before, after)


def south(old: small_site.Files, new: small_site.Files, part: Part) -> tuple[Change, ...]:
    (section,) = between(old, new)
    assert section.key == "south"
    assert set(section.changes) == {part}
    return section.changes[part]


def events(new: str, old: str = small_site.EVENT, part: Part = Part.EVENTS) -> list[tuple[Verb, str, str]]:
    return [(c.verb, c.before, c.after) for c in south({FORUM: old}, {FORUM: new}, part)]


def with_line(text: str, line: str) -> str:
    return text.replace("END:VEVENT", f"{line}\r\nEND:VEVENT", 1)


def override(*lines: str) -> str:
    """Return the weekly series with its date of 4 July changed."""
    part = ["BEGIN:VEVENT", "UID:forum@example.org", "DTSTAMP:20160502T090000Z", "RECURRENCE-ID;TZID=Europe/London:20160704T093000", "SUMMARY:Group meeting", "LOCATION:Sample Hall", *lines, "END:VEVENT"]
    return SERIES.replace("END:VCALENDAR", "\r\n".join([*part, "END:VCALENDAR"]))


def test_the_same_files_have_no_changes() -> None:
    assert between({}, {}) == ()


@pytest.mark.parametrize(
    "new",
    [
        {NEWS: "---\n# a remark\n\ntitle: A forum\ndate: 2016-05-09\nsummary: Come.\n---\n\nText.\n"},
        {FORUM: small_site.EVENT.replace("DTSTAMP:20160501", "DTSTAMP:20160509").replace("UID:", "SEQUENCE:7\r\nUID:")},
        {FORUM: None, "lscgs/south/events/x.ics": small_site.EVENT.replace("UID:", "X-BOARDSITE-SLUG:forum\r\nUID:")},
        {"theme/css/tokens.css": ":root{}"},
    ],
    ids=["lines", "saved again", "renamed", "theme"],
)  # fmt: skip
def test_what_nobody_sees_is_no_change(new: small_site.Files) -> None:
    old = {FORUM: small_site.EVENT.replace("UID:", "X-BOARDSITE-SLUG:forum\r\nUID:")} if new.get(FORUM, "") is None else {}
    assert between(old, new) == ()


def test_an_event_is_added_moved_cancelled_postponed_brought_back_edited_and_removed() -> None:
    day = "Monday 27 June 2016, 9:30am"
    moved = small_site.EVENT.replace("20160627T", "20160628T")
    cancelled, postponed = with_line(small_site.EVENT, "STATUS:CANCELLED"), with_line(small_site.EVENT, "X-BOARDSITE-STATUS:POSTPONED")
    assert events(moved) == [(Verb.MOVES, day, "Tuesday 28 June 2016, 9:30am")]
    assert events(cancelled) == [(Verb.CANCELS, "", day)]
    assert events(postponed) == [(Verb.POSTPONES, "", day)]
    assert events(small_site.EVENT, cancelled) == [(Verb.BRINGS_BACK, "", day)]
    assert events(small_site.EVENT.replace("Sample Hall", "Other Hall")) == [(Verb.EDITS, "", "")]
    assert south({FORUM: None}, {}, Part.EVENTS) == (Change(Verb.ADDS, "Summer forum", after=day),)
    assert south({}, {FORUM: None}, Part.EVENTS) == (Change(Verb.REMOVES, "Summer forum", before=day),)


def test_a_date_of_a_series_is_told_by_itself() -> None:
    day = "Monday 4 July 2016, 9:30am"
    moved = override("DTSTART;TZID=Europe/London:20160705T140000", "DTEND;TZID=Europe/London:20160705T150000")
    cancelled = override("DTSTART;TZID=Europe/London:20160704T093000", "STATUS:CANCELLED")
    removed = SERIES.replace("SUMMARY:", "EXDATE;TZID=Europe/London:20160704T093000\r\nSUMMARY:")
    assert events(moved, SERIES, Part.DATES) == [(Verb.MOVES, day, "Tuesday 5 July 2016, 2pm")]
    assert events(cancelled, SERIES, Part.DATES) == [(Verb.CANCELS, "", day)]
    assert events(removed, SERIES, Part.DATES) == [(Verb.REMOVES, day, "")]
    assert events(SERIES, removed, Part.DATES) == [(Verb.ADDS, "", day)]


BOOKED = small_site.EVENT.replace("Summer forum", "Buy this").replace("LOCATION", "X-BOARDSITE-BOOKING:link https://example.org/\r\nLOCATION")


@pytest.mark.parametrize("line", ["STATUS:CANCELLED", "X-BOARDSITE-STATUS:POSTPONED", ""])
def test_new_words_are_told_beside_a_move_and_a_new_state(line: str) -> None:
    new = with_line(BOOKED.replace("0627T", "0628T"), line) if line else BOOKED.replace("0627T", "0628T")
    told = south({}, {FORUM: new}, Part.EVENTS)
    states = {"STATUS:CANCELLED": [Verb.CANCELS], "X-BOARDSITE-STATUS:POSTPONED": [Verb.POSTPONES], "": []}
    assert [change.verb for change in told] == [*states[line], Verb.MOVES, Verb.EDITS]
    assert told[-1] == Change(Verb.EDITS, "Buy this", old_name="Summer forum")


def test_new_words_of_a_series_are_told_beside_its_dates() -> None:
    new = SERIES.replace("SUMMARY:", "EXDATE;TZID=Europe/London:20160704T093000\r\nDESCRIPTION:Buy this.\r\nSUMMARY:")
    (section,) = between({FORUM: SERIES}, {FORUM: new})
    assert [change.verb for change in section.changes[Part.EVENTS]] == [Verb.EDITS]
    assert [change.verb for change in section.changes[Part.DATES]] == [Verb.REMOVES]


def test_new_words_of_one_date_are_told_beside_its_move() -> None:
    lines = "DTSTART;TZID=Europe/London:20160705T140000", "DTEND;TZID=Europe/London:20160705T150000"
    (section,) = between({FORUM: override(*lines)}, {FORUM: override(lines[0].replace("05T14", "06T14"), lines[1].replace("05T15", "06T15"), "DESCRIPTION:Buy this.")})
    assert [change.verb for change in section.changes[Part.EVENTS]] == [Verb.EDITS]
    assert [change.verb for change in section.changes[Part.DATES]] == [Verb.MOVES]


def test_a_cancelled_series_is_told_once() -> None:
    assert [verb for verb, _, _ in events(with_line(SERIES, "STATUS:CANCELLED"), SERIES)] == [Verb.CANCELS]


def test_a_new_rule_is_told_once_for_the_whole_series() -> None:
    day = "4 times, from Monday 27 June 2016, 9:30am"
    monthly = f"The 27th of every month, {day}"
    assert events(SERIES.replace("WEEKLY", "MONTHLY"), SERIES) == [(Verb.MOVES, f"Every Monday, {day}", monthly)]
    tuesday = "Every Tuesday, 4 times, from Tuesday 28 June 2016, 9:30am"
    assert events(SERIES.replace("20160627T", "20160628T"), SERIES) == [(Verb.MOVES, f"Every Monday, {day}", tuesday)]


@pytest.mark.parametrize(
    ("new", "part", "change"),
    [
        ({NEWS: "---\ntitle: A forum\ndate: 9 May 2016\nsummary: Come.\n---\nOther text.\n"}, Part.NEWS, Change(Verb.EDITS, "A forum")),
        ({NEWS: "---\ntitle: A forum\ndate: 9 May 2016\nsummary: Come.\n---\n[Text](https://example.org/).\n"}, Part.NEWS, Change(Verb.EDITS, "A forum")),
        ({NEWS: None}, Part.NEWS, Change(Verb.REMOVES, "A forum")),
        ({"lscgs/south/news/b.md": "---\ntitle: B\ndate: 9 May 2016\nsummary: s\n---\nText.\n"}, Part.NEWS, Change(Verb.ADDS, "B")),
        ({"lscgs/south/contacts.yaml": "contacts:\n  - role: Chair\n    email: new@example.org\n"}, Part.CONTACTS, Change(Verb.EDITS, "Chair")),
        ({"lscgs/south/index.md": "---\nname: South\nsummary: Another sentence.\n---\nAbout us.\n"}, Part.GROUP, Change(Verb.EDITS, "South LSCG")),
        ({"lscgs/south/files/a.pdf": b"%PDF-1.4\n"}, Part.FILES, Change(Verb.ADDS, "lscgs/south/files/a.pdf")),
    ],
    ids=lambda each: str(each.value) if isinstance(each, Part) else "",
)  # fmt: skip
def test_each_part_of_a_group_is_compared(new: small_site.Files, part: Part, change: Change) -> None:
    assert south({}, new, part) == (change,)


def test_pages_and_settings_belong_to_the_board_and_a_new_group_stands_by_itself() -> None:
    site = small_site.SITE.replace("01632 960123", "01632 960124")
    south_in_its_colour = {"lscgs/south/index.md": "---\nname: South\ntheme: 1\n---\nText.\n"}
    (board, east) = between(
        south_in_its_colour, {**south_in_its_colour, "content/site.yaml": site, "content/x.md": "---\ntitle: X\n---\nText.\n", "lscgs/east/index.md": "---\nname: East\n---\nText.\n"}
    )
    assert board.changes[Part.PAGES] == (Change(Verb.ADDS, "X"),)
    assert Change(Verb.EDITS, "the numbers for urgent help") in board.changes[Part.SETTINGS]
    assert (east.title, east.changes[Part.GROUP]) == ("East LSCG", (Change(Verb.ADDS, "East LSCG"),))


def test_contacts_that_must_be_checked_are_named_where_something_changes() -> None:
    overdue = "contacts:\n  - role: Chair\n    email: a@example.org\n    review_by: 1 May 2016\n"
    (section,) = between({}, {"lscgs/south/contacts.yaml": overdue})
    assert section.overdue == ("Chair",)
    assert between({"lscgs/south/contacts.yaml": overdue}, {"lscgs/south/contacts.yaml": overdue}) == ()
