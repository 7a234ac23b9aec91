"""The first opening: pages at once, and what they lead to as soon as it is made."""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from datetime import date

from boardsite.diagnostics import Location, Report
from boardsite.messages import theme
from boardsite.pipeline import Outcome, Part
from boardsite.reading.looking import Glance
from boardsite.serving.desk import Desk
from boardsite.serving.preview import Preview
from boardsite.serving.responses import Response
from tests.calendars.ics import vcalendar, vevent
from tests.sites.test_odd_sites import picture
from tests.support import small_site

AT, CITY = "DTSTART;TZID=Europe/London:20160620T093000", "---\nname: City\n---\nThe City group.\n"
FEED = "/lscgs/south/calendar.ics"
LONG = 60  # seconds after which a test gives up; none takes a part of it


class Slow:
    """A site whose pages are made at once, and whose rest is made when the test allows it."""

    def __init__(self, changes: small_site.Files | None = None) -> None:
        self.changes = changes
        self.may_go_on = threading.Event()
        self.preview = Preview(self.make)
        self.desk = Desk(self.preview)
        self.pool = ThreadPoolExecutor(2)
        self.preview.open()

    def make(self, day: date | None, only: Part = "", seen: Glance | None = None) -> Outcome:
        if not only:
            assert self.may_go_on.wait(LONG)
        return small_site.build(self.changes, as_of=day, only=only)

    def ask(self, target: str) -> Future[Response]:
        return self.pool.submit(lambda: self.desk.answer(target)[0])


def test_a_page_waits_for_nothing_and_a_calendar_file_until_it_is_made() -> None:
    slow = Slow()
    early = slow.ask(FEED)
    assert slow.ask("/").result(LONG).status == 200
    completing = threading.Thread(target=slow.preview.complete)
    completing.start()
    assert slow.ask("/lscgs/south/").result(LONG).status == 200
    assert not early.done()
    slow.may_go_on.set()
    completing.join(LONG)
    assert early.result(LONG).content.startswith(b"BEGIN:VCALENDAR")
    assert slow.ask(FEED).result(LONG).status == 200


def test_a_page_that_is_shown_already_is_not_loaded_again() -> None:
    slow = Slow()
    before, _ = slow.preview.wait(0, "/", LONG)
    slow.may_go_on.set()
    assert slow.preview.complete().version == before
    assert slow.preview.wait(before, "/", 0) == (before, "")


def test_for_a_notice_of_the_whole_site_nothing_is_loaded_again() -> None:
    files = {f"lscgs/{key}/events/forum.ics": vcalendar(vevent(AT, uid=key)) for key in ("south", "city")}
    other = vcalendar(vevent(AT, uid="city", title="Another"))
    slow = Slow({"lscgs/city/index.md": CITY, **files, "lscgs/city/events/forum.ics": other})
    before, _ = slow.preview.wait(0, "/", LONG)
    slow.may_go_on.set()
    shown = slow.preview.complete()
    assert [found.code for found in shown.report.notices] == ["event.groups-at-once"]
    assert slow.preview.wait(before, "/", 0) == (before, "")


def test_what_is_found_only_in_the_whole_site_is_told_in_the_page() -> None:
    page = "---\ntitle: Guide\n---\n![A hall](images/hall.jpg)\n"
    slow = Slow({"content/guide.md": page, "content/images/hall.jpg": picture("JPEG")[:-2000]})
    before, _ = slow.preview.wait(0, "/", LONG)
    assert b"image.unreadable" not in slow.ask("/").result(LONG).content
    slow.may_go_on.set()
    slow.preview.complete()
    assert slow.preview.wait(before, "/", 0)[0] > before
    assert b"image.unreadable" in slow.ask("/guide/").result(LONG).content


def test_what_is_found_when_the_other_pages_are_made_is_told_in_the_first() -> None:
    def make(day: date | None, only: Part = "", seen: Glance | None = None) -> Outcome:
        outcome = small_site.build(as_of=day, only=only)
        stumble = theme.no_theme(Location("theme"))
        return outcome if isinstance(only, frozenset) else replace(outcome, report=Report.of((stumble.contained(),)))

    preview = Preview(make)
    preview.open()
    before = preview.shown(None, "/").version
    assert preview.complete().version > before


def test_the_pages_are_those_of_the_whole_site() -> None:
    whole, pages = dict(small_site.build().files), dict(small_site.build(only="pages").files)
    assert pages == {path: made for path, made in whole.items() if path in pages}
    assert {path for path in whole if path.endswith(".html")} <= pages.keys()
    assert dict(small_site.build(only=frozenset({"/"})).files)["index.html"] == whole["index.html"]
