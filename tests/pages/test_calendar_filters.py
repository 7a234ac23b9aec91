"""The board's calendar by audience and kind: pages and feeds of their own."""

from __future__ import annotations

from boardsite.calendars.events import Booking
from tests.calendars.ics import only, read, shown
from tests.pages.test_event_pages import PATH, calendar, words
from tests.support import small_site

OPEN = "UID:a\nDTSTART:20160627T083000Z\nSUMMARY:Open day\nX-BOARDSITE-AUDIENCE:public,practitioners\nX-BOARDSITE-KIND:drop-in"
CLOSED = "UID:b\nDTSTART:20160628T083000Z\nSUMMARY:Briefing\nX-BOARDSITE-AUDIENCE:practitioners"


def test_each_audience_and_kind_in_use_has_a_page_and_a_feed() -> None:
    outcome = small_site.build({PATH.format("a"): calendar(OPEN), PATH.format("b"): calendar(CLOSED)})
    assert outcome.report.errors == ()
    everyone, practitioners = (words(outcome, f"calendar/for-{word}/index.html") for word in ("public", "practitioners"))
    assert "Open day" in everyone
    assert "Briefing" not in everyone
    assert "Open day" in practitioners
    assert "Briefing" in practitioners
    assert "Open day" in words(outcome, "calendar/kind-drop-in/index.html")
    feed = small_site.page(outcome, "calendar/for-public.ics")
    assert "SUMMARY:Open day" in feed
    assert "Briefing" not in feed
    assert "UID:for-public.calendar@lscg.example.org" in feed
    assert "calendar/for-members/index.html" not in dict(outcome.files)


def test_the_filters_are_linked_from_the_boards_calendar() -> None:
    outcome = small_site.build({PATH.format("a"): calendar(OPEN)})
    html = small_site.page(outcome, "calendar/index.html")
    assert 'href="for-public/index.html"' in html
    assert 'href="kind-drop-in/index.html"' in html


SERIES = "UID:c\nDTSTART:20160606T090000Z\nRRULE:FREQ=WEEKLY;COUNT=3\nSUMMARY:Course"
CHANGE = "UID:c\nRECURRENCE-ID:{0}T090000Z\nDTSTART:{0}T090000Z\nSUMMARY:Course"


def public(*parts: str) -> tuple[str, set[str]]:
    """Return the words of the page for everyone, and what our reader finds in its feed: day and state."""
    outcome = small_site.build({PATH.format("c"): calendar(*parts)})
    assert outcome.report.errors == ()
    feed = small_site.page(outcome, "calendar/for-public.ics")
    return words(outcome, "calendar/for-public/index.html"), set(shown(read(feed)))


def test_a_changed_date_keeps_the_audience_kind_and_booking_of_its_series() -> None:
    facts = "X-BOARDSITE-AUDIENCE:public\nX-BOARDSITE-KIND:course\nX-BOARDSITE-BOOKING:none"
    page, feed = public(f"{SERIES}\n{facts}", CHANGE.format("20160613") + "\nSTATUS:CANCELLED")
    assert "Cancelled : Course , Monday 13 June 2016" in page
    assert len(feed) == 3
    series = only(read(calendar(f"{SERIES}\n{facts}", CHANGE.format("20160613"))))
    changed = series.overrides[0].details
    assert (changed.audience, changed.kind, changed.booking) == (("public",), "course", Booking.NONE)


def test_what_a_changed_date_says_itself_stays() -> None:
    facts = "X-BOARDSITE-AUDIENCE:public\nX-BOARDSITE-BOOKING:none"
    own = "X-BOARDSITE-AUDIENCE:members\nX-BOARDSITE-BOOKING:phone 01632 960123"
    series = only(read(calendar(f"{SERIES}\n{facts}", f"{CHANGE.format('20160613')}\n{own}")))
    changed = series.overrides[0].details
    assert (changed.audience, changed.booking_target) == (("members",), "01632 960123")


def test_a_date_for_another_audience_is_on_the_page_and_in_the_feed_of_its_own_only() -> None:
    for of_series, of_change, days in (("members", "public", {"13"}), ("public", "members", {"06", "20"})):
        page, feed = public(
            f"{SERIES}\nX-BOARDSITE-AUDIENCE:{of_series}",
            f"{CHANGE.format('20160613')}\nX-BOARDSITE-AUDIENCE:{of_change}",
        )
        assert {day for day in ("06", "13", "20") if f"{int(day)} June 2016" in page} == days
        assert feed == {f"2016-06-{day} 10:00 Course" for day in days}


def test_where_later_dates_are_is_said_and_is_true() -> None:
    daily = "UID:d\nDTSTART:20160606T090000Z\nRRULE:FREQ=DAILY;COUNT=100\nSUMMARY:Clinic\nX-BOARDSITE-AUDIENCE:public"
    outcome = small_site.build({PATH.format("d"): calendar(daily)})
    whole, filtered = (words(outcome, f"calendar/{path}index.html") for path in ("", "for-public/"))
    assert "Later dates are in the months and years beside this list." in whole
    assert "By month and year" in whole
    assert "By month and year" not in filtered
    assert "Later dates are in the calendar to subscribe to, and in the whole calendar ." in filtered
    assert filtered.count("Clinic") < 100
    few = words(small_site.build({PATH.format("a"): calendar(OPEN)}), "calendar/for-public/index.html")
    assert "Later dates" not in few
