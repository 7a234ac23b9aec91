"""What a visitor reads of an event, on every kind of page, before and after it."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from boardsite.clock import long_date
from tests.support import small_site

PATH = "lscgs/south/events/{}.ics"


def calendar(*events: str, head: str = "") -> str:
    inner = "".join(f"BEGIN:VEVENT\nDTSTAMP:20160501T090000Z\n{event.strip()}\nEND:VEVENT\n" for event in events)
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//t//EN\n{head}{inner}END:VCALENDAR\n"
    return text.replace("\n", "\r\n")


def built(name: str, *events: str, as_of: date | None = None) -> small_site.Outcome:
    changes = {PATH.format("forum"): None, PATH.format(name): calendar(*events)}
    outcome = small_site.build(changes, as_of=as_of)
    assert outcome.report.errors == ()
    return outcome


def words(outcome: small_site.Outcome, path: str) -> str:
    """Return a page's text with its tags taken out and its spaces folded."""
    html = small_site.page(outcome, path)
    main = html.partition("<main")[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


CALENDAR = "lscgs/south/calendar/index.html"
GUIDE = """
UID:threshold-south@example.org
DTSTART;VALUE=DATE:20160627
SUMMARY:Threshold Guide event
X-BOARDSITE-TIME:TO-BE-CONFIRMED
X-BOARDSITE-PLACE:TO-BE-CONFIRMED
"""


def test_a_date_without_time_and_place_is_a_normal_event() -> None:
    outcome = built("threshold-guide", GUIDE)
    page = words(outcome, "lscgs/south/events/threshold-guide/index.html")
    assert "Monday 27 June 2016, time to be confirmed" in page
    assert "Place to be confirmed" in page
    assert "Monday 27 June 2016, time to be confirmed" in words(outcome, CALENDAR)
    feed = small_site.page(outcome, "lscgs/south/calendar.ics")
    assert "DTSTART;VALUE=DATE:20160627\r\n" in feed
    assert "X-BOARDSITE-TIME:TO-BE-CONFIRMED\r\n" in feed


def test_before_it_an_event_is_to_come_and_after_it_keeps_its_page() -> None:
    for day, is_over in ((date(2016, 6, 27), False), (date(2016, 6, 28), True)):
        outcome = built("threshold-guide", GUIDE, as_of=day)
        assert ("This event is over" in words(outcome, "lscgs/south/events/threshold-guide/index.html")) is is_over
        assert ("Threshold Guide event" not in words(outcome, CALENDAR)) is is_over
        assert ("Threshold Guide event" not in words(outcome, "index.html")) is is_over
        assert "Threshold Guide event" in words(outcome, "lscgs/south/calendar/2016/index.html")
        assert "Threshold Guide event" in words(outcome, "lscgs/south/calendar/2016-06/index.html")


FAR_AHEAD = {
    "2018-03-10": "DTSTART;VALUE=DATE:20180310\nRRULE:FREQ=WEEKLY;COUNT=4",
    "2019-01-10": "DTSTART;VALUE=DATE:20160110\nRRULE:FREQ=YEARLY;INTERVAL=3",
}


@pytest.mark.parametrize("day", FAR_AHEAD)
def test_a_series_that_goes_on_in_years_is_not_over_and_stays_in_the_feeds(day: str) -> None:
    outcome = built("course", f"UID:a@example.org\n{FAR_AHEAD[day]}\nSUMMARY:Course")
    page = words(outcome, "lscgs/south/events/course/index.html")
    assert "is over" not in page
    assert f"Next date {long_date(date.fromisoformat(day))}" in page
    assert "Dates to come" in page
    assert "Course" in words(outcome, CALENDAR)
    for path in ("lscgs/south/calendar.ics", "calendar.ics"):
        assert "UID:a@example.org" in small_site.page(outcome, path)


def test_an_event_whose_every_date_is_taken_out_claims_none_and_is_told() -> None:
    outcome = built("course", "UID:a\nDTSTART:20170310T090000\nEXDATE:20170310T090000\nSUMMARY:Course")
    page = words(outcome, "lscgs/south/events/course/index.html")
    assert "is over" not in page
    assert "2017" not in page
    assert "No date at the moment" in page
    assert "event.no-dates" in small_site.codes(outcome)


def test_a_series_whose_every_date_is_taken_out_does_not_repeat() -> None:
    twice = "UID:a\nDTSTART;VALUE=DATE:20161209\nRRULE:FREQ=DAILY;COUNT=2\nEXDATE;VALUE=DATE:20161209,20161210"
    page = small_site.page(built("course", f"{twice}\nSUMMARY:Course"), "lscgs/south/events/course/index.html")
    assert 'content="Course. No date at the moment."' in page
    assert "No date at the moment</" in page
    assert not re.search("Repeats|Every day|twice", page)


def test_a_date_inside_a_longer_one_stands_once_on_the_page() -> None:
    dates = "RDATE;VALUE=PERIOD:20160520T100000/P14D\nRDATE:20160525T100000"
    outcome = built("course", f"UID:a\nDTSTART:20160501T100000\nDURATION:PT1H\n{dates}\nSUMMARY:Course")
    page = small_site.page(outcome, "lscgs/south/events/course/index.html")
    past = page.partition("Dates past")[2]
    for anchor, is_past in (("on-2016-05-20", False), ("on-2016-05-25", True), ("on-2016-05-01", True)):
        assert page.count(f'id="{anchor}') == 1
        assert (f'id="{anchor}' in past) is is_past, anchor


def test_wall_time_stays_over_the_clock_change() -> None:
    weekly = "UID:a\nDTSTART;TZID=Europe/London:20161020T093000\nDTEND;TZID=Europe/London:20161020T110000\n"
    outcome = built("drop-in", weekly + "RRULE:FREQ=WEEKLY;COUNT=4\nSUMMARY:Drop-in", as_of=date(2016, 10, 1))
    page = words(outcome, "lscgs/south/events/drop-in/index.html")
    for day in ("Thursday 20 October", "Thursday 27 October", "Thursday 3 November", "Thursday 10 November"):
        assert f"{day} 2016, 9:30am to 11am" in page


def test_times_of_other_programs_are_shown_in_the_boards_zone() -> None:
    outcome = built("call", "UID:a\nDTSTART:20160627T083000Z\nDTEND:20160627T100000Z\nSUMMARY:Call")
    assert "Monday 27 June 2016, 9:30am to 11am" in words(outcome, "lscgs/south/events/call/index.html")


SERIES = """
UID:meeting@example.org
DTSTART;TZID=Europe/London:20160614T140000
DTEND;TZID=Europe/London:20160614T160000
RRULE:FREQ=MONTHLY;BYDAY=2TU
SUMMARY:Group meeting
"""
MOVED = """
UID:meeting@example.org
RECURRENCE-ID;TZID=Europe/London:20160712T140000
DTSTART;TZID=Europe/London:20160713T100000
DTEND;TZID=Europe/London:20160713T120000
SUMMARY:Group meeting
"""
CANCELLED = """
UID:meeting@example.org
RECURRENCE-ID;TZID=Europe/London:20160809T140000
DTSTART;TZID=Europe/London:20160809T140000
DTEND;TZID=Europe/London:20160809T160000
STATUS:CANCELLED
SUMMARY:Group meeting
"""


def test_moved_and_cancelled_dates_of_a_series_are_said_in_words() -> None:
    outcome = built("meeting", SERIES, MOVED, CANCELLED)
    page = words(outcome, "lscgs/south/events/meeting/index.html")
    assert "The next date has moved" not in page
    assert "Moved Wednesday 13 July 2016, 10am to midday" in page
    assert "It was to be on Tuesday 12 July 2016, 2pm to 4pm." in page
    assert "Cancelled Tuesday 9 August 2016, 2pm to 4pm" in page
    listed = words(outcome, CALENDAR)
    assert "Cancelled : Group meeting , Tuesday 9 August 2016, 2pm to 4pm" in listed
    assert "Moved : Group meeting , Wednesday 13 July 2016, 10am to midday" in listed
    assert "Tuesday 12 July 2016" not in listed
    month = words(outcome, "lscgs/south/calendar/2016-08/index.html")
    assert "Cancelled: Group meeting" in month


def test_a_next_date_that_has_moved_is_told_from_and_to() -> None:
    page = words(built("meeting", SERIES, MOVED, as_of=date(2016, 7, 1)), "lscgs/south/events/meeting/index.html")
    before, now = "Tuesday 12 July 2016, 2pm to 4pm", "Wednesday 13 July 2016, 10am to midday"
    assert f"The next date has moved from {before}, to {now}." in page


def test_a_cancelled_event_keeps_its_page_with_a_banner() -> None:
    outcome = built(
        "forum", small_site.EVENT.partition("BEGIN:VEVENT")[2].partition("END:VEVENT")[0] + "STATUS:CANCELLED"
    )
    page = words(outcome, "lscgs/south/events/forum/index.html")
    assert "This event is cancelled." in page


WEEKLY = "UID:a\nDTSTART:20160605T090000\nRRULE:FREQ=WEEKLY\nSUMMARY:Course\n"


def test_a_series_that_is_off_whole_says_so_and_is_one_piece_of_news() -> None:
    for status, words_of_page in (
        ("STATUS:CANCELLED", "All dates of this event are cancelled."),
        ("X-BOARDSITE-STATUS:POSTPONED", "All dates of this event are postponed. New ones will be given here."),
    ):
        outcome = built("course", WEEKLY + status)
        page = words(outcome, "lscgs/south/events/course/index.html")
        assert words_of_page in page
        assert page.count("Cancelled" if "CANCELLED" in status else "Postponed") > 70
        assert "app-page-heading__status" in small_site.page(outcome, "lscgs/south/events/course/index.html")
        feed = small_site.page(outcome, "lscgs/south/news.xml")
        assert feed.count("course/#all-") == 1
        assert "Course, all dates</title>" in feed


def test_a_series_that_is_cancelled_but_for_one_date_speaks_of_the_next_date() -> None:
    kept = "UID:a\nRECURRENCE-ID:20160612T090000\nDTSTART:20160612T090000\nSUMMARY:Course"
    page = words(built("course", WEEKLY + "STATUS:CANCELLED", kept), "lscgs/south/events/course/index.html")
    assert "The date on Sunday 5 June 2016, from 9am is cancelled." in page
    assert "All dates of this event" not in page


def test_a_series_that_is_cancelled_from_one_date_on_is_one_piece_of_news_that_stays() -> None:
    off = "UID:a\nRECURRENCE-ID;RANGE=THISANDFUTURE:20160612T090000\nDTSTART:20160612T090000\nSTATUS:CANCELLED"
    found = []
    for day in (date(2016, 6, 1), date(2016, 9, 1)):
        feed = small_site.page(built("course", WEEKLY, off, as_of=day), "lscgs/south/news.xml")
        found.append(re.findall(r"<id>([^<]*course/#[^<]*)</id>\s*<title>([^<]*)</title>", feed))
    assert found[0] == found[1]
    ((_, title),) = found[0]
    assert title == "Cancelled: Course, from Sunday 12 June 2016 on"


MONDAYS = "UID:a\nDTSTART;TZID=Europe/London:20160502T100000\nRRULE:FREQ=WEEKLY;BYDAY=MO\nSUMMARY:Drop-in\n"
ON = "UID:a\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/London:20160613T100000\nDTSTART;TZID=Europe/London:{}\n"
DROP_IN = "lscgs/south/events/drop-in/index.html"
SHEET = "lscgs/south/events/drop-in/poster/index.html"


def test_an_event_is_described_as_it_is_after_a_change_that_goes_on() -> None:
    changes = MONDAYS + "DESCRIPTION:Bring a friend.", ON.format("20160614T150000") + "SUMMARY:Tea\nDESCRIPTION:Bring a cup."
    before, after = (built("drop-in", *changes, as_of=date(2016, month, 1)) for month in (6, 7))
    for path in (DROP_IN, SHEET):
        assert "Every Monday until 6 June 2016" in words(before, path)
        assert "From 14 June 2016: every Tuesday until further notice" in words(before, path)
        assert "Bring a friend." in words(before, path)
        assert "Every Tuesday until further notice" in words(after, path)
        assert words(after, path).count("Bring a cup.") == 1
        assert not re.search(r"Monday until|Bring a friend|Drop-in", words(after, path))
    assert "until 6 June 2016. From 14 June" in words(before, SHEET)
    assert words(before, DROP_IN).count("Bring a cup.") == 1
    assert 'content="Tea. Every Tuesday until further notice."' in small_site.page(after, DROP_IN)


def test_a_series_that_is_cancelled_from_one_date_on_says_so_before_and_after() -> None:
    changes = MONDAYS, ON.format("20160613T100000") + "STATUS:CANCELLED"
    before, after = (built("drop-in", *changes, as_of=date(2016, month, 1)) for month in (6, 7))
    assert "From 13 June 2016: cancelled" in words(before, DROP_IN)
    assert "until further notice" not in words(before, DROP_IN)
    assert SHEET in dict(before.files)
    assert "All dates from 13 June 2016 on are cancelled." in words(after, DROP_IN)
    assert "Next date No date at the moment" in words(after, DROP_IN)
    assert "until further notice" not in small_site.page(after, DROP_IN)
    assert "app-page-heading__status" in small_site.page(after, DROP_IN)
    assert SHEET not in dict(after.files)


def test_a_series_whose_next_dates_are_off_one_by_one_still_goes_on() -> None:
    off = "UID:a\nRECURRENCE-ID;TZID=Europe/London:{0}T100000\nDTSTART;TZID=Europe/London:{0}T100000\nSTATUS:CANCELLED"
    yearly = MONDAYS.replace("WEEKLY;BYDAY=MO", "YEARLY;INTERVAL=2")
    page = words(built("drop-in", yearly, off.format("20180502"), as_of=date(2018, 4, 1)), DROP_IN)
    assert "The date on Wednesday 2 May 2018, from 10am is cancelled." in page
    assert "All dates from" not in page


@pytest.mark.parametrize("line", ["STATUS:CANCELLED", "X-BOARDSITE-STATUS:POSTPONED"])
def test_the_next_date_is_one_that_takes_place(line: str) -> None:
    off = "UID:a\nRECURRENCE-ID;TZID=Europe/London:20160606T100000\nDTSTART;TZID=Europe/London:20160606T100000\n"
    outcome = built("drop-in", MONDAYS, off + line)
    assert "Next date Monday 13 June 2016" in words(outcome, DROP_IN)
    assert "Monday 13 June 2016 from 10am" in words(outcome, SHEET)


def test_no_published_calendar_has_a_change_that_many_programs_misread() -> None:
    later = "UID:a\nRECURRENCE-ID;RANGE=THISANDFUTURE:20160612T090000\nDTSTART:20160612T100000\nSUMMARY:Course"
    outcome = built("course", WEEKLY, later)
    for path in ("calendar.ics", "lscgs/south/calendar.ics", "lscgs/south/events/course.ics"):
        feed = small_site.page(outcome, path)
        assert "THISANDFUTURE" not in feed
        assert "UID:a-20160612T080000\r\n" in feed
        assert feed.count("URL:https://lscg.example.org/lscgs/south/events/course/\r\n") == 2


def test_a_feed_of_news_has_a_bound_for_dates_that_are_off() -> None:
    off = "UID:a\nRECURRENCE-ID:{0}T090000\nDTSTART:{0}T090000\nSTATUS:CANCELLED"
    days = [date(2016, 6, 5) + timedelta(weeks=n) for n in range(60)]
    outcome = built("course", WEEKLY, *(off.format(f"{day:%Y%m%d}") for day in days))
    feed = small_site.page(outcome, "lscgs/south/news.xml")
    assert feed.count("course/#on-") == 30


PAST = {
    "STATUS:TENTATIVE": "This event is over. It was not certain that it would take place.",
    "X-BOARDSITE-STATUS:POSTPONED": "This event was postponed, and its day is over.",
    "STATUS:CANCELLED": "This event was cancelled.",
}


@pytest.mark.parametrize("line", PAST)
def test_what_is_past_is_told_as_past(line: str) -> None:
    outcome = built("talk", f"UID:a\nDTSTART:20160505T090000\nSUMMARY:Talk\n{line}")
    page = words(outcome, "lscgs/south/events/talk/index.html")
    assert PAST[line] in page
    assert "will be" not in page


def test_a_series_that_is_over_has_a_last_date_and_no_next_one() -> None:
    ended = WEEKLY.replace("FREQ=WEEKLY", "FREQ=WEEKLY;COUNT=2").replace("20160605", "20160117")
    page = words(built("course", ended), "lscgs/south/events/course/index.html")
    assert "This event is over" in page
    assert "Last date Sunday 24 January 2016" in page
    assert "Next date" not in page


def test_an_event_of_several_days_stands_in_each_of_them() -> None:
    outcome = built("course", "UID:a\nDTSTART;VALUE=DATE:20160629\nDTEND;VALUE=DATE:20160702\nSUMMARY:Course")
    page = words(outcome, "lscgs/south/events/course/index.html")
    assert "Wednesday 29 June to Friday 1 July 2016" in page
    june = words(outcome, "lscgs/south/calendar/2016-06/index.html")
    assert june.count("Course") >= 2
    assert "day 1 of 3" in june
    assert "day 2 of 3" in june
    assert "day 3 of 3" in words(outcome, "lscgs/south/calendar/2016-07/index.html")


def test_an_event_over_new_year_is_in_both_years_and_their_months_are_linked() -> None:
    outcome = built("course", "UID:a\nDTSTART;VALUE=DATE:20161228\nDTEND;VALUE=DATE:20170105\nSUMMARY:Course")
    html = small_site.page(outcome, CALENDAR)
    for month in ("2016-12", "2017-01"):
        assert f'href="{month}/index.html"' in html
    for year in ("2016", "2017"):
        assert "Course" in words(outcome, f"lscgs/south/calendar/{year}/index.html")


def test_an_event_of_days_elsewhere_says_when_it_begins_there() -> None:
    zone = "TZID=Europe/Paris:"
    outcome = built("trip", f"UID:a\nDTSTART;{zone}20160627T103000\nDTEND;{zone}20160629T120000\nSUMMARY:Trip")
    page = words(outcome, "lscgs/south/events/trip/index.html")
    assert "Monday 27 June 2016, 9:30am to Wednesday 29 June 2016, 11am (from 10:30am in Paris)" in page


def test_private_events_and_personal_data_are_nowhere() -> None:
    private = "UID:b\nDTSTART:20160627T083000Z\nCLASS:PRIVATE\nSUMMARY:SEKRIT-private"
    public = (
        "UID:a\nDTSTART:20160627T083000Z\nSUMMARY:Call\nATTENDEE;CN=SEKRIT-name:mailto:sekrit-mail@example.org\n"
        "ORGANIZER;CN=SEKRIT-chair:mailto:sekrit-chair@example.org\nX-ALT-DESC:SEKRIT-html\nX-SEKRIT:SEKRIT-x\n"
        "COMMENT:SEKRIT-comment\nBEGIN:VALARM\nACTION:EMAIL\nTRIGGER:-PT1H\nATTENDEE:mailto:sekrit-alarm@example.org\n"
        "SUMMARY:SEKRIT-alarm\nDESCRIPTION:SEKRIT\nEND:VALARM"
    )
    outcome = built("call", public, private)
    assert [path for path, artifact in outcome.files if b"sekrit" in artifact.content.lower()] == []
    told = small_site.codes(outcome)
    assert "event.personal-data-left-out" in told
    assert [code for code in told if "private" in code]


def test_text_of_an_event_is_never_markup_and_its_web_addresses_are_links() -> None:
    outcome = built(
        "call",
        "UID:a\nDTSTART:20160627T083000Z\nSUMMARY:<b>Call</b> & talk\n"
        "DESCRIPTION:See https://www.example.org/a?b=1&c=2.\\n\\n<script>alert(1)</script>",
    )
    html = small_site.page(outcome, "lscgs/south/events/call/index.html")
    assert "&lt;b&gt;Call&lt;/b&gt; &amp; talk" in html
    assert '<a href="https://www.example.org/a?b=1&amp;c=2">https://www.example.org/a?b=1&amp;c=2</a>.' in html
    assert "<script>alert" not in html


def test_a_venue_of_the_list_shows_its_access() -> None:
    event = "UID:a\nDTSTART:20160627T083000Z\nSUMMARY:Call\nX-BOARDSITE-VENUE:hall\nX-BOARDSITE-BOOKING:email book@example.org"
    places = (
        "places:\n  - key: hall\n    name: Sample Hall\n    address: 1 Sample Street\n    access: [Step-free way in]\n"
    )
    outcome = small_site.build({PATH.format("call"): calendar(event), "content/places.yaml": places})
    page = words(outcome, "lscgs/south/events/call/index.html")
    assert "Sample Hall" in page
    assert "Step-free way in" in page
    assert "Book by email: book@example.org" in page


def test_many_events_of_one_file_have_addresses_that_do_not_change_with_their_order() -> None:
    one, two = "UID:one\nDTSTART:20160627T083000Z\nSUMMARY:Same", "UID:two\nDTSTART:20160628T083000Z\nSUMMARY:Same"
    first, second = built("many", one, two), built("many", two, one)
    paths = [path for path, _ in first.files if "/events/" in path]
    assert paths == [path for path, _ in second.files if "/events/" in path]
    assert len([path for path in paths if path.endswith("/index.html") and "/poster/" not in path]) == 2
    assert dict(first.files) == dict(second.files)


def test_one_groups_broken_calendar_costs_no_other_event() -> None:
    changes = {
        PATH.format("broken"): calendar("UID:x\nSUMMARY:No start"),
        "lscgs/west/index.md": "---\nname: West\n---\nAbout.\n",
        "lscgs/west/events/call.ics": calendar("UID:a\nDTSTART:20160627T083000Z\nSUMMARY:Call"),
    }
    outcome = small_site.build(changes)
    assert all(d.is_contained for d in outcome.report.errors)
    assert {d.where.path for d in outcome.report.errors} == {PATH.format("broken")}
    assert "Call" in words(outcome, "lscgs/west/calendar/index.html")
    assert "Summer forum" in words(outcome, CALENDAR)
    assert "No start" not in words(outcome, CALENDAR)


def test_every_vevent_is_on_a_page_or_in_the_report() -> None:
    events = [f"UID:{n}\nDTSTART:20160627T{n:02d}0000Z\nSUMMARY:Event {n}" for n in range(8)]
    events += ["UID:8\nSUMMARY:Event 8", "UID:9\nDTSTART:20160627T090000Z\nCLASS:PRIVATE\nSUMMARY:Event 9"]
    events += ["UID:10\nDTSTART:20160627T090000Z\nRRULE:FREQ=SECONDLY\nSUMMARY:Event 10"]
    outcome = small_site.build({PATH.format("many"): calendar(*events)})
    listed = words(outcome, CALENDAR)
    report = " ".join(f"{d.message} {d.found} {d.where.line}" for d in outcome.report.diagnostics)
    shown = [n for n in range(11) if f"Event {n} " in listed.replace(",", " ")]
    assert shown == list(range(8))
    assert "Event 8" in report
    assert "Event 10" in report
    assert [code for code in small_site.codes(outcome) if "private" in code]


def test_an_event_in_another_zone_says_so() -> None:
    event = "UID:a\nDTSTART;TZID=Europe/Paris:20160627T103000\nDTEND;TZID=Europe/Paris:20160627T120000\nSUMMARY:Call"
    page = words(built("call", event), "lscgs/south/events/call/index.html")
    assert "Monday 27 June 2016, 9:30am to 11am (10:30am in Paris)" in page
    same = event.replace("Europe/Paris", "Europe/Lisbon")
    assert "in Lisbon" not in words(built("call", same), "lscgs/south/events/call/index.html")


def test_an_evening_that_ends_after_midnight_stands_on_its_first_day() -> None:
    event = "UID:a\nDTSTART;TZID=Europe/London:20160627T220000\nDTEND;TZID=Europe/London:20160628T010000\nSUMMARY:Night"
    outcome = built("night", event)
    assert "Monday 27 June 2016, 10pm to 1am" in words(outcome, "lscgs/south/events/night/index.html")
    assert words(outcome, "lscgs/south/calendar/2016-06/index.html").count("Night") == 2  # once in the table, once in the list


def test_a_passcode_in_a_title_is_published_nowhere_and_told() -> None:
    outcome = built("call", "UID:a\nDTSTART:20160627T083000Z\nSUMMARY:Call, passcode: 998877")
    assert [path for path, artifact in outcome.files if b"998877" in artifact.content] == []
    assert "privacy.meeting-pin" in small_site.codes(outcome)
    assert not [d for d in outcome.report.diagnostics if "998877" in d.message + d.found]
