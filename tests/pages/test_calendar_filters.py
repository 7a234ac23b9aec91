"""The board's calendar by audience and kind: pages and feeds of their own."""

from __future__ import annotations

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
