"""What stands round an event's facts: flyers, a picture, related news, venues of single dates, exceptions to a rule."""

from __future__ import annotations

import io
import json
import re
from datetime import date

import icalendar
import pytest
from PIL import Image

from tests.pages.test_event_pages import CALENDAR, PATH, calendar, words
from tests.support import small_site

PAGE = "lscgs/south/events/call/index.html"
ONCE = "UID:call@example.org\nDTSTART;TZID=Europe/London:20160627T093000\nSUMMARY:Call"
SERIES = ONCE + "\nRRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20161231T093000Z"
FLYER = {"lscgs/south/files/flyer.pdf": b"%PDF-1.4 /Type /Page sample", "lscgs/south/events/forum.ics": None}
PLACES = """\
places:
  - key: hall
    name: Sample Hall
  - key: library
    name: Sample Library
    access: [Lift to all floors]
"""


def built(*events: str, changes: small_site.Files | None = None, as_of: date | None = None) -> small_site.Outcome:
    files = {**FLYER, PATH.format("call"): calendar(*events), **(changes or {})}
    return small_site.build(files, as_of=as_of)


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (1200, 600), "#336655").save(out, "PNG")
    return out.getvalue()


def test_a_flyer_is_offered_with_its_kind_and_size() -> None:
    outcome = built(ONCE + "\nX-BOARDSITE-FILE;LABEL=Flyer to print:files/flyer.pdf")
    assert outcome.report.diagnostics == ()
    assert "Flyer to print" in words(outcome, PAGE)
    assert 'href="../../files/flyer.pdf"' in small_site.page(outcome, PAGE)
    assert "lscgs/south/files/flyer.pdf" in dict(outcome.files)


def test_a_flyer_of_a_changed_date_stands_with_those_of_its_series() -> None:
    changed = ONCE.replace("0627T", "0711T") + "\nRECURRENCE-ID;TZID=Europe/London:20160711T093000"
    outcome = built(SERIES, changed + "\nX-BOARDSITE-FILE;LABEL=Only for July:files/flyer.pdf")
    assert "Only for July" in words(outcome, PAGE)


def test_an_event_whose_flyer_is_missing_is_shown_without_it_and_told_at_its_line() -> None:
    outcome = built(ONCE + "\nX-BOARDSITE-FILE:files/flier.pdf")
    (found,) = outcome.report.diagnostics
    assert (found.code, str(found.where), found.is_error) == (
        "link.file-missing",
        "lscgs/south/events/call.ics:9",
        False,
    )
    assert "flyer.pdf" in found.hint
    assert "Call" in words(outcome, PAGE)


def test_the_picture_of_an_event_is_on_its_page_and_in_the_feeds() -> None:
    changes = {"lscgs/south/images/table.png": picture()}
    outcome = built(ONCE + "\nX-BOARDSITE-IMAGE;LABEL=A round table:images/table.png", changes=changes)
    assert 'alt="A round table"' in small_site.page(outcome, PAGE)
    for path in ("lscgs/south/calendar.ics", "lscgs/south/events/call.ics"):
        feed = icalendar.Calendar.from_ical(dict(outcome.files)[path].content)
        (image,) = [event["IMAGE"] for event in feed.walk("VEVENT")]
        assert image.params["FMTTYPE"] == "image/png"
        assert str(image).removeprefix("https://lscg.example.org/") in dict(outcome.files)


def test_the_news_that_lead_to_an_event_stand_on_its_page() -> None:
    news = "---\ntitle: Come to the call\ndate: 1 June 2016\nsummary: x\n---\nSee [the call](../events/call/#on-2016-06-27).\n"
    link = {"lscgs/south/news/come.md": news.replace("../events/call/#on-2016-06-27", "/lscgs/south/events/call/")}
    assert "News about this" in words(built(ONCE, changes=link), PAGE)
    assert "Come to the call" in words(built(ONCE, changes=link), PAGE)
    assert "News about this" not in words(built(ONCE), PAGE)


def test_one_date_elsewhere_shows_its_own_venue_with_its_access() -> None:
    changed = ONCE + "\nRECURRENCE-ID;TZID=Europe/London:20160627T093000\nX-BOARDSITE-VENUE:library"
    changes = {"content/places.yaml": PLACES}
    outcome = built(SERIES + "\nX-BOARDSITE-VENUE:hall", changed, changes=changes)
    assert outcome.report.diagnostics == ()
    assert "Lift to all floors" in words(outcome, PAGE)
    rows = words(outcome, CALENDAR)
    assert rows.index("Sample Library") < rows.index("Sample Hall")
    later = built(SERIES + "\nX-BOARDSITE-VENUE:hall", changed, changes=changes, as_of=date(2016, 6, 28))
    assert "Lift to all floors" not in words(later, PAGE)


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ("", "until 31 December 2016 Group"),
        ("\nEXDATE;TZID=Europe/London:20161226T093000", "until 31 December 2016, except 26 December 2016"),
        (
            "".join(
                f"\nEXDATE;VALUE=DATE:{day}" for day in (20160711, 20160725, 20160808, 20160822, 20160905, 20160919)
            ),
            "except 11 July 2016, 25 July 2016, 8 August 2016, 22 August 2016 and 2 other dates",
        ),
        ("\nEXDATE;VALUE=DATE:20160712", "until 31 December 2016 Group"),
        ("\nEXRULE:FREQ=MONTHLY;BYMONTH=7;BYDAY=2MO", "until 31 December 2016, except 11 July 2016"),
    ],
)
def test_the_rule_is_said_with_its_exceptions(lines: str, wanted: str) -> None:
    page = words(built(SERIES + lines), PAGE)
    assert f"Every 2 weeks on Monday until 31 December 2016{wanted.partition('2016')[2]}" in page or wanted in page
    assert wanted in page


def test_a_cancelled_date_is_an_exception_until_it_is_past() -> None:
    changed = ONCE.replace("0627T", "0711T") + "\nRECURRENCE-ID;TZID=Europe/London:20160711T093000\nSTATUS:CANCELLED"
    assert "except 11 July 2016" in words(built(SERIES, changed), PAGE)
    assert "except" not in words(built(SERIES, changed, as_of=date(2016, 7, 12)), PAGE)


def location(lines: str) -> tuple[object, object]:
    html = small_site.page(built(ONCE + lines), PAGE)
    block = html.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    data = json.loads(block)
    return data["eventAttendanceMode"].rpartition("/")[2], data.get("location")


def test_search_engines_learn_of_online_and_mixed_events() -> None:
    online = {"@type": "VirtualLocation", "url": "https://example.org/join"}
    url = "\nURL:https://example.org/join"
    assert location("\nLOCATION:Online" + url) == ("OnlineEventAttendanceMode", online)
    mode, places = location("\nLOCATION:Sample Hall and online" + url)
    assert mode == "MixedEventAttendanceMode"
    assert isinstance(places, list)
    assert [place["@type"] for place in places] == ["Place", "VirtualLocation"]
    assert location("\nLOCATION:Sample Hall" + url)[0] == "OfflineEventAttendanceMode"
    unlinked = {"@type": "VirtualLocation", "name": "Online"}
    for place in ("Online", "Microsoft Teams Meeting"):
        assert location(f"\nLOCATION:{place}") == ("OnlineEventAttendanceMode", unlinked)
    assert location("\nLOCATION:Room of the Youth Teams")[0] == "OfflineEventAttendanceMode"


def test_search_engines_are_told_no_place_that_the_page_does_not_name() -> None:
    assert location("") == ("OfflineEventAttendanceMode", None)
    open_place = {"@type": "Place", "name": "To be confirmed"}
    assert location("\nX-BOARDSITE-PLACE:TO-BE-CONFIRMED") == ("OfflineEventAttendanceMode", open_place)


def test_search_engines_learn_when_a_moved_date_was_to_be() -> None:
    changed = (
        "UID:once@example.org\nRECURRENCE-ID;TZID=Europe/London:20160627T093000\nDTSTART:20160630T090000\nSUMMARY:Call"
    )
    first = ONCE.replace(re.search(r"UID:(.*)", ONCE)[1], "once@example.org")
    html = small_site.page(built(first, changed), PAGE)
    data = json.loads(html.partition('<script type="application/ld+json">')[2].partition("</script>")[0])
    assert data["eventStatus"].endswith("EventRescheduled")
    assert data["previousStartDate"] == "2016-06-27T09:30:00+01:00"


@pytest.mark.parametrize(
    ("url", "link"),
    [
        (
            "events@example.org",
            '<a class="app-facts__link" href="mailto:events@example.org">Email: events@example.org</a>',
        ),
        (
            "MAILTO:events@example.org",
            '<a class="app-facts__link" href="mailto:events@example.org">Email: events@example.org</a>',
        ),
        (
            "https://www.example.org/" + "a" * 400,
            f'<a class="app-facts__link" href="https://www.example.org/{"a" * 400}">Link for this event, on example.org</a>',
        ),
    ],
)
def test_the_address_of_an_event_is_a_link_in_words(url: str, link: str) -> None:
    outcome = built(f"{ONCE}\nURL:{url}")
    assert link in small_site.page(outcome, PAGE)
    assert re.search(r"More about it (Email|Link)", words(outcome, PAGE))
    assert "Where" not in words(outcome, PAGE)
    assert "VirtualLocation" not in small_site.page(outcome, PAGE)


def entries(outcome: small_site.Outcome, path: str = "lscgs/south/news.xml") -> list[str]:
    return re.findall(r"<entry>.*?</entry>", small_site.page(outcome, path), re.S)


@pytest.mark.parametrize("state", ["CANCELLED", "POSTPONED"])
def test_a_date_that_is_off_is_in_the_news_feeds_for_thirty_days_after_it(state: str) -> None:
    event = ONCE + f"\nX-BOARDSITE-STATUS:{state}\nLAST-MODIFIED:20160502T101500Z"
    for path in ("lscgs/south/news.xml", "news.xml"):
        told = [entry for entry in entries(built(event, as_of=date(2016, 7, 27)), path) if "Call" in entry]
        assert len(told) == 1
        assert f"<title>{state.capitalize()}: Call, Monday 27 June 2016</title>" in told[0]
        assert "<updated>2016-05-02T10:15:00+00:00</updated>" in told[0]
        assert f"/lscgs/south/events/call/#on-2016-06-27-0930-{state.lower()}</id>" in told[0]
    assert not any("Call" in entry for entry in entries(built(event, as_of=date(2016, 7, 28))))
    assert not any("Call" in entry for entry in entries(built(ONCE)))


def test_the_feed_says_where_it_comes_from_where_people_read_it_and_in_which_colour() -> None:
    feed = icalendar.Calendar.from_ical(dict(built(ONCE).files)["lscgs/south/calendar.ics"].content)
    assert feed["SOURCE"] == "https://lscg.example.org/lscgs/south/calendar.ics"
    assert feed["URL"] == "https://lscg.example.org/lscgs/south/calendar/"
    assert str(feed["COLOR"]).isalpha()


@pytest.mark.parametrize(("days", "is_kept"), [("", True), ("feed_days_back: 30\n", False)])
def test_how_long_past_events_stay_in_a_feed_is_a_setting(days: str, is_kept: bool) -> None:
    changes = {"content/site.yaml": small_site.SITE + days}
    outcome = built(ONCE, changes=changes, as_of=date(2016, 8, 1))
    assert ("SUMMARY:Call" in small_site.page(outcome, "lscgs/south/calendar.ics")) is is_kept


JOINT = {"lscgs/north/index.md": "---\nname: North\n---\nThe North group.\n"}
OFF = {
    "as such": f"{ONCE}\nSTATUS:CANCELLED\nSEQUENCE:1",
    "as such, by its last change": f"{ONCE}\nSTATUS:CANCELLED\nLAST-MODIFIED:20160601T090000Z",
    "at one date": f"{SERIES}\nEND:VEVENT\nBEGIN:VEVENT\nDTSTAMP:20160501T090000Z\n"
    "RECURRENCE-ID;TZID=Europe/London:20160711T093000\nSEQUENCE:1\nSTATUS:CANCELLED\n"
    + ONCE.replace("20160627", "20160711"),
}


@pytest.mark.parametrize("kind", OFF)
@pytest.mark.parametrize("is_north_off", [True, False])
def test_of_two_groups_copies_the_boards_feed_has_the_newest_and_where_they_differ_is_told(
    kind: str, is_north_off: bool
) -> None:
    on, off = (SERIES if kind == "at one date" else ONCE), OFF[kind]
    north, south = (off, on) if is_north_off else (on, off)
    outcome = built(south, changes={**JOINT, "lscgs/north/events/call.ics": calendar(north)})
    feed = small_site.page(outcome, "calendar.ics")
    assert feed.count("STATUS:CANCELLED") == 1
    assert len(re.findall("^UID:call@", feed, re.M)) == (2 if kind == "at one date" else 1)
    (told,) = [found for found in outcome.report.diagnostics if found.code == "event.states-differ"]
    assert told.where.path == f"lscgs/{'south' if is_north_off else 'north'}/events/call.ics"


def test_two_groups_copies_that_say_the_same_are_not_told() -> None:
    changed = f"{ONCE}\nSEQUENCE:4\nDESCRIPTION:With tea."
    outcome = built(ONCE, changes={**JOINT, "lscgs/north/events/call.ics": calendar(changed)})
    assert "event.states-differ" not in small_site.codes(outcome)
    assert "With tea." in small_site.page(outcome, "calendar.ics")


def test_the_uid_of_an_event_stays_when_another_one_of_that_uid_is_long_past() -> None:
    north = {
        "lscgs/north/index.md": "---\nname: North\n---\nThe North group.\n",
        "lscgs/north/events/talk.ics": calendar(ONCE.replace("20160627", "20160610").replace("Call", "Talk")),
    }
    for day in (date(2016, 6, 1), date(2016, 11, 1)):
        feed = small_site.page(built(ONCE.replace("20160627", "20161201"), changes=north, as_of=day), "calendar.ics")
        assert re.findall(r"UID:(\S+)\r\n(?:(?!UID).*\r\n)*?SUMMARY:Call", feed) == ["call@example.org-south"]
