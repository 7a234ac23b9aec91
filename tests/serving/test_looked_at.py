"""After a save, the pages that somebody looks at come first, and pages that stay as they were are left alone."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from boardsite.diagnostics import Diagnostic, Diagnostics, Location, Report
from boardsite.messages import links, theme
from boardsite.model import assemble
from boardsite.pages import plan as planning
from boardsite.pipeline import Order, Outcome, Part, build_from
from boardsite.reading.looking import Glance
from boardsite.reading.sources import source_file
from boardsite.serving.desk import Desk
from boardsite.serving.preview import Preview
from boardsite.serving.renewal import MOST_CHANGES
from boardsite.serving.responses import Response
from boardsite.storage.cache import Cache
from tests.calendars.ics import vcalendar, vevent
from tests.sites.test_odd_sites import picture
from tests.support import small_site

LONG = 60  # seconds after which a test gives up; none takes a part of it
FORUM, PAGE = "lscgs/south/news/forum.md", "/lscgs/south/news/forum/"
CONTACTS, OF_CONTACTS = "lscgs/south/contacts.yaml", "/lscgs/south/contacts/"
FOOTER = "theme/templates/components/footer.html"
NEWS = "---\ntitle: {}\ndate: {}\nsummary: s\n---\nText.\n"
WITH_PICTURE = {
    "content/guide.md": "---\ntitle: Guide\n---\n![A hall](images/hall.jpg)\n",
    "content/images/hall.jpg": picture("JPEG"),
}


class Open:
    """A preview of the minimal site, with a memory, whose files the test changes while pages of it are open."""

    def __init__(self, changes: small_site.Files | None = None) -> None:
        self.files = {source.path: source.content for source in small_site.theme()}
        self.files |= {p: c if isinstance(c, bytes) else c.encode() for p, c in small_site.files(changes).items()}
        self.sources = {path: source_file(path, content) for path, content in self.files.items()}
        self.cache = Cache(None, b"program", builds_often=True)
        self.may_go_on = threading.Event()
        self.may_go_on.set()
        self.asked: list[Part] = []
        self.late: Diagnostics = ()
        self.preview = Preview(self.make)
        self.desk = Desk(self.preview)
        self.looked_at = ExitStack()
        self.pool = ThreadPoolExecutor(4)
        self.preview.refresh()

    def make(self, day: date | None, only: Part = "", seen: Glance | None = None) -> Outcome:
        self.asked.append(only)
        if not only:
            assert self.may_go_on.wait(LONG)
        order = Order(small_site.ROOT, small_site.MOMENT, day, only=only, keeps_names=True)
        made = build_from(tuple(self.sources.values()), order, cache=self.cache)
        late = () if only or made.site is None else self.late
        return replace(made, late=(*made.late, *late), report=Report.of((*made.report.diagnostics, *late)))

    def look(self, *addresses: str) -> None:
        for address in addresses:
            self.looked_at.enter_context(self.preview.looking(address))

    def write(self, path: str, change: Callable[[str], str] | bytes | None) -> None:
        if change is None:
            del self.sources[path]
        elif isinstance(change, bytes):
            self.sources[path] = source_file(path, change)
        else:
            self.sources[path] = source_file(path, change(self.sources[path].content.decode()).encode())

    def save(self, path: str, change: Callable[[str], str] | bytes | None) -> bool:
        """Change a file and have the site made anew; return whether an open page was different first."""
        self.write(path, change)
        came_first = self.preview.show_first()
        self.preview.refresh()
        return came_first

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep the whole site from being made while pages that somebody looks at are there."""
        self.may_go_on.clear()
        making = threading.Thread(target=self.preview.refresh)
        making.start()
        try:
            yield
        finally:
            self.may_go_on.set()
            making.join(LONG)

    def ask(self, target: str) -> Future[Response]:
        return self.pool.submit(lambda: self.desk.answer(target)[0])

    def told(self, address: str, since: int | None = None) -> tuple[int, str]:
        """Return the newest version, and what a page of the version before it must renew."""
        version = self.preview.wait(-1, "/", 0)[0]
        return self.preview.wait(version - 1 if since is None else since, address, 0)


def retitled(text: str) -> str:
    return text.replace("A forum", "A meeting")


def more_words(text: str) -> str:
    return text + "\nOne sentence more.\n"


def test_the_page_that_somebody_looks_at_is_there_before_the_rest() -> None:
    site = Open()
    site.look(PAGE)
    before = site.preview.shown(None).version
    site.write(FORUM, retitled)
    assert site.preview.show_first()
    assert site.preview.wait(before, PAGE, LONG) == (before + 1, "page")
    with site.held():
        assert b"A meeting" in site.ask(PAGE).result(LONG).content
        assert site.ask("/-/style/site").result(LONG).location
        waits = site.ask("/lscgs/south/news/"), site.ask("/nowhere/")
        assert not any(each.done() for each in waits)
        assert site.preview.wait(before, "/lscgs/south/news/", 0) == (before, "")
    assert b"A meeting" in waits[0].result(LONG).content
    assert waits[1].result(LONG).status == 404
    assert site.preview.wait(before, "/lscgs/south/news/", 0) == (before + 1, "page")
    assert site.preview.wait(before + 1, PAGE, 0) == (before + 1, "")


def test_who_asks_while_pages_are_made_first_waits_for_the_rest_and_does_not_make_it() -> None:
    site = Open()
    site.look(PAGE)
    site.write(FORUM, retitled)
    whole, asked = site.preview._make, []

    def make(day: date | None, only: Part = "", seen: Glance | None = None) -> Outcome:
        asked.append((only, threading.current_thread()))
        if only:
            waits.append(site.ask("/news/"))
            site.pool.submit(lambda: None).result(LONG)  # by now, the one before it is at work
        return whole(day, only, seen)

    waits: list[Future[Response]] = []
    site.preview._make = make
    assert site.preview.show_first()
    with site.held():
        assert not waits[0].done()
    assert b"A meeting" in waits[0].result(LONG).content
    assert [only for only, _ in asked] == [frozenset({PAGE}), ""]
    assert not {thread for _, thread in asked} & site.pool._threads


def test_the_pictures_of_a_page_are_there_with_it() -> None:
    site = Open(WITH_PICTURE)
    site.look("/guide/")
    page = site.ask("/guide/").result(LONG).content.decode()
    shown = "/images/hall-" + page.partition("images/hall-")[2].partition('"')[0].partition(" ")[0]
    site.write(FOOTER, lambda text: text.replace("</footer>", "<p>More.</p></footer>"))
    assert site.preview.show_first()
    with site.held():
        assert b"<p>More.</p>" in site.ask("/guide/").result(LONG).content
        assert site.ask(shown).result(LONG).status == 200


def test_nothing_comes_first_where_nobody_looks() -> None:
    site = Open()
    with site.preview.looking(PAGE):
        assert site.save(FORUM, more_words)
    assert not site.save(FORUM, more_words)
    site.look("/nowhere/", "/-/2016-06-01/")
    assert not site.save(FORUM, more_words)
    assert site.asked == ["", frozenset({PAGE}), "", "", ""]


def test_only_kinds_of_page_that_somebody_looks_at_are_planned_first(monkeypatch: pytest.MonkeyPatch) -> None:
    site, planned = Open(), []

    def noting(kind: Callable[..., object]) -> Callable[..., object]:
        def plan(frames: object) -> object:
            planned.append(kind.__module__.rpartition(".")[2])
            return kind(frames)

        return plan

    monkeypatch.setattr(planning, "KINDS", tuple(noting(kind) for kind in planning.KINDS))
    site.save(FORUM, more_words)
    site.look(OF_CONTACTS, PAGE)
    planned.clear()
    site.write("content/site.yaml", lambda text: text.replace("name: ", "name: The ", 1))
    assert site.preview.show_first()
    assert sorted(planned) == ["contacts", "news"]


def test_a_page_that_stays_as_it_was_is_not_loaded_again() -> None:
    site = Open()
    site.save(CONTACTS, lambda text: text.replace("Chair", "Vice-chair"))
    assert site.told(OF_CONTACTS)[1] == "page"
    assert site.told(PAGE)[1] == ""
    site.save(FORUM, more_words)
    version = site.told("/")[0]
    assert site.told(PAGE, version - 2) == (version, "page")
    assert site.told(OF_CONTACTS, version - 2) == (version, "page")
    assert site.told("/news/launch/", version - 2) == (version, "")


def test_a_style_is_renewed_in_every_page_and_a_script_in_those_that_load_it() -> None:
    site = Open()
    site.save("theme/css/tokens.css", lambda text: text + "\n:root{--app-now:7}\n")
    assert {site.told(address)[1] for address in ("/", PAGE, "/search/")} == {"style"}
    site.save("theme/js/finding/search.js", lambda text: text + "\n// 7\n")
    assert site.told("/search/")[1] == "page"
    assert site.told(PAGE)[1] == ""
    version = site.told("/")[0]
    assert site.told(PAGE, version - 2)[1] == "style"


def test_a_picture_that_has_changed_changes_its_page() -> None:
    site = Open(WITH_PICTURE)
    site.save("content/images/hall.jpg", picture("JPEG"))
    assert site.told("/guide/")[1] == "page"
    assert site.told(PAGE)[1] == ""


def test_what_is_wrong_is_told_in_every_page_and_so_is_that_it_is_mended() -> None:
    site = Open()
    site.look(PAGE)
    assert not site.save(FORUM, lambda _: NEWS.format("Broken", "31/06/2016"))
    assert {site.told(address)[1] for address in ("/", PAGE, "/search/")} == {"page"}
    assert site.save(FORUM, lambda _: NEWS.format("Mended", "9 May 2016"))
    assert {site.told(address)[1] for address in ("/", PAGE, "/search/")} == {"page"}
    assert b"must be fixed" not in site.ask(PAGE).result(LONG).content


def test_what_only_the_whole_site_tells_is_told_until_it_is_gone() -> None:
    site = Open()
    site.late = (links.picture_moves(Location("content/late.md")),)
    assert not site.late[0].is_error
    site.preview.refresh()
    site.look(PAGE)
    before = site.preview.shown(None).version
    assert site.save(FORUM, more_words)
    assert site.preview.shown(None).version == before + 1
    assert b"content/late.md" in site.ask(PAGE).result(LONG).content
    site.late = ()
    assert site.save(FORUM, more_words)
    assert site.preview.shown(None).version == before + 3
    assert b"content/late.md" not in site.ask(PAGE).result(LONG).content
    assert site.preview.wait(before + 2, PAGE, 0)[1] == site.preview.wait(before + 2, "/search/", 0)[1] == "page"


def test_while_the_whole_site_is_broken_nothing_comes_first() -> None:
    site = Open()
    site.look(PAGE)
    site.late = (theme.no_theme(Location("theme")),)
    assert site.save(FORUM, retitled)
    assert b"A meeting" not in site.ask(PAGE).result(LONG).content
    assert not site.save(FORUM, more_words)
    site.late = ()
    assert not site.save(FORUM, more_words)
    assert b"A meeting" in site.ask(PAGE).result(LONG).content
    assert site.save(FORUM, more_words)


def test_dates_that_clash_are_told_with_the_whole_site(monkeypatch: pytest.MonkeyPatch) -> None:
    at, place = "DTSTART;TZID=Europe/London:20160620T093000", "LOCATION:Town hall, Exampletown"
    files = {f"lscgs/south/events/{name}.ics": vcalendar(vevent(at, place, uid=name, title=name)) for name in "abc"}
    site = Open(files)
    for path, day in (("lscgs/south/events/b.ics", "0621T"), ("lscgs/south/events/c.ics", "0622T")):
        site.save(path, lambda text, day=day: text.replace("0620T", day))  # type: ignore[misc]
    calendar = "/lscgs/south/calendar/"
    site.look(calendar)
    before, looked, clashes = site.preview.shown(None).version, [], assemble.event_clashes

    def noting(*given: Any) -> Iterator[Diagnostic]:
        looked.append(given)
        return clashes(*given)

    monkeypatch.setattr(assemble, "event_clashes", noting)
    site.write("lscgs/south/events/b.ics", lambda text: text.replace("0621T", "0620T"))
    assert site.preview.show_first()
    assert not looked
    assert b"place-booked-twice" not in site.ask(calendar).result(LONG).content
    site.preview.refresh()
    assert looked
    assert b"place-booked-twice" in site.ask(calendar).result(LONG).content
    assert site.told(calendar, before + 1) == (before + 2, "page")
    assert site.save("lscgs/south/events/c.ics", lambda text: text.replace("SUMMARY:c", "SUMMARY:Another"))
    assert site.told(calendar, before + 2) == (before + 3, "page")
    assert site.save("lscgs/south/events/b.ics", lambda text: text.replace("0620T", "0621T"))
    assert b"place-booked-twice" not in site.ask(calendar).result(LONG).content


def test_what_only_the_whole_site_tells_is_known_still_when_none_can_be_made() -> None:
    site = Open()
    site.late = (links.picture_moves(Location("content/late.md")),)
    site.preview.refresh()
    site.look(PAGE)
    home = site.sources["content/index.md"].content
    assert not site.save("content/index.md", None)
    before = site.preview.shown(None).version
    assert site.save("content/index.md", home)
    assert site.told(PAGE) == (before + 1, "page")


def test_a_page_that_is_gone_waits_for_the_whole_site() -> None:
    site = Open()
    site.look(PAGE)
    assert not site.save(FORUM, None)
    assert site.told(PAGE)[1] == "page"
    assert site.ask(PAGE).result(LONG).status == 404


def test_a_page_of_another_day_or_of_long_ago_is_always_loaded_again() -> None:
    site = Open()
    site.save(FORUM, more_words)
    assert site.told("/-/2016-06-01/")[1] == "page"
    for _ in range(MOST_CHANGES):
        site.preview.refresh()
    version = site.told("/")[0]
    assert site.told("/search/", version - MOST_CHANGES)[1] == ""
    assert site.told("/search/", version - MOST_CHANGES - 1)[1] == "page"
    assert site.told("/search/", -1)[1] == site.told("/search/", version + 1)[1] == "page"
    assert len(site.preview._changes._known) == MOST_CHANGES


def test_a_page_that_listens_is_not_loaded_again_however_often_others_change() -> None:
    site = Open()
    since = site.preview.shown(None).version
    for number in range(MOST_CHANGES + 5):
        site.save(FORUM, lambda _, number=number: NEWS.format("A forum", f"{number % 28 + 1} May 2016"))  # type: ignore[misc]
        since, renewal = site.preview.wait(since, OF_CONTACTS, 0)
        assert renewal == ""
    assert since == site.preview.shown(None).version


def test_many_saves_at_once_do_not_load_a_page_that_listens() -> None:
    site = Open()
    since = site.preview.shown(None).version
    found = site.pool.submit(lambda: site.preview.wait(since, OF_CONTACTS, LONG))
    for number in range(MOST_CHANGES + 5):
        site.save(FORUM, lambda _, number=number: NEWS.format("A forum", f"{number % 28 + 1} May 2016"))  # type: ignore[misc]
    version, renewal = found.result(LONG)
    assert (version > since, renewal) == (True, "")


def test_a_file_that_is_saved_again_while_the_rest_is_made_is_told() -> None:
    site = Open()
    site.look(PAGE)
    site.write(FORUM, retitled)
    assert site.preview.show_first()
    version = site.told(PAGE)[0]
    site.write(FORUM, more_words)
    site.preview.refresh()
    assert site.told(PAGE, version) == (version + 1, "page")


def test_a_file_that_is_put_back_while_the_rest_is_made_is_told() -> None:
    site = Open()
    site.look(PAGE)
    before = site.sources[FORUM].content
    site.write(FORUM, retitled)
    assert site.preview.show_first()
    version = site.told(PAGE)[0]
    site.write(FORUM, before)
    site.preview.refresh()
    assert b"A forum" in site.ask(PAGE).result(LONG).content
    assert site.told(PAGE, version) == (version + 1, "page")


def test_a_file_that_is_saved_while_the_preview_opens_is_told() -> None:
    site = Open()
    site.preview = Preview(site.make)
    site.preview.open()
    version = site.preview.shown(None, "/").version
    site.write("content/site.yaml", lambda text: text.replace("name: ", "name: The ", 1))
    site.preview.complete()
    assert site.preview.wait(version, "/", 0) == (version + 1, "page")


def test_a_page_is_the_same_by_its_whole_name() -> None:
    site = Open()
    site.look(PAGE + "index.html", "/sitemap.xml", "/-/style/site", "")
    assert not site.save(FORUM, more_words)
    assert site.asked == ["", ""]


def test_a_mistake_in_another_file_is_told_once_and_nothing_new_shown() -> None:
    site = Open()
    site.look(PAGE)
    assert not site.save("content/news/other.md", NEWS.format("Broken", "31/06/2016").encode())
    version, renewal = site.told(PAGE)
    assert renewal == "page"
    assert not site.save(FORUM, retitled)
    page = site.ask(PAGE).result(LONG).content
    assert b"A meeting" not in page
    assert b"content/news/other.md" in page
    assert site.told(PAGE, version) == (version + 1, "")


def test_while_a_picture_or_a_link_of_all_pages_is_broken_nothing_comes_first() -> None:
    cut = Open({**WITH_PICTURE, "content/images/hall.jpg": picture("JPEG")[:-2000]})
    lost = Open()
    lost.save(FOOTER, lambda text: text.replace("</footer>", "<a href=\"{{ '/lost/' | href }}\">Lost</a></footer>"))
    for site, page, path in ((cut, "/guide/", "content/guide.md"), (lost, PAGE, FORUM)):
        assert site.preview.shown(None).report.errors
        site.look(page)
        assert not site.save(path, more_words)
        version = site.told(page)[0]
        assert not site.save(path, more_words)
        assert b"One sentence more" not in site.ask(page).result(LONG).content
        assert site.told(page, version) == (version + 1, "")


def test_that_the_last_good_pages_are_shown_again_is_told() -> None:
    """A mistake is left out of a site that was never whole; after the next save, the pages before it are shown."""
    site = Open({"content/news/other.md": NEWS.format("Broken", "31/06/2016")})
    assert site.preview.shown(None).is_current
    site.save(FORUM, more_words)
    assert not site.preview.shown(None).is_current
    assert site.told(OF_CONTACTS)[1] == "page"
