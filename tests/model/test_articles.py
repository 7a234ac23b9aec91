"""Drafts, days to come, expiry, and what belongs to a page."""

from __future__ import annotations

from datetime import date

from boardsite.diagnostics import Location
from boardsite.model.assemble import Wishes
from boardsite.model.entities import Attachment
from boardsite.model.shelf import Shelf
from boardsite.reading.sources import source_file
from tests.support import small_site

PATH = "lscgs/south/news/item.md"
PAGE = "lscgs/south/news/item/index.html"


def item(settings: str, body: str = "TOKEN-body\n") -> dict[str, str]:
    return {PATH: f"---\ntitle: TOKEN-title\nsummary: TOKEN-summary\n{settings}---\n{body}"}


def trace(outcome: small_site.Outcome) -> list[str]:
    """Return the files that hold any of the item's words."""
    return [path for path, artifact in outcome.files if b"TOKEN-" in artifact.content]


def test_a_draft_is_nowhere() -> None:
    for spelling in ("yes", "Yes", "true", '"yes"'):
        assert trace(small_site.build(item(f"date: 1 May 2016\ndraft: {spelling}\n"))) == []


def test_an_unclear_draft_stays_unpublished_and_is_told() -> None:
    outcome = small_site.build(item("date: 1 May 2016\ndraft: perhaps\n"))
    assert trace(outcome) == []
    assert "field.not-yes-or-no" in small_site.codes(outcome)


def test_news_of_a_day_to_come_waits_and_then_appears() -> None:
    changes = item("date: 1 July 2016\n")
    assert trace(small_site.build(changes, as_of=date(2016, 6, 30))) == []
    assert PAGE in trace(small_site.build(changes, as_of=date(2016, 7, 1)))


def test_news_of_an_hour_to_come_waits() -> None:
    # The moment of these builds is 10 o'clock in London.
    assert PAGE in trace(small_site.build(item("date: 1 June 2016, 9:59am\n")))
    assert trace(small_site.build(item("date: 1 June 2016, 10:01am\n"))) == []


def test_drafts_and_waiting_items_show_on_wish_and_are_marked() -> None:
    outcome = small_site.build(item("date: 1 July 2030\n"), wishes=Wishes(shows_drafts=True))
    html = small_site.page(outcome, PAGE)
    assert "Waits for its day" in html
    assert '<meta name="robots" content="noindex">' in html


def test_expired_news_leaves_the_lists_and_keeps_its_address_with_a_notice() -> None:
    outcome = small_site.build(item("date: 1 May 2016\nexpires: 1 June 2016\n"))
    assert trace(outcome) == [PAGE]
    assert "This news is out of date" in small_site.page(outcome, PAGE)
    assert trace(small_site.build(item("date: 1 May 2016\nexpires: 2 June 2016\n"))) != [PAGE]


def test_old_addresses_lead_on() -> None:
    outcome = small_site.build(item("date: 1 May 2016\naliases: [/old/place/, /older/]\n"))
    assert "/old/place/ /lscgs/south/news/item/ 301\n" in small_site.page(outcome, "_redirects")
    moved = small_site.page(outcome, "old/place/index.html")
    assert '<meta http-equiv="refresh" content="0; url=../../lscgs/south/news/item/index.html">' in moved


def test_an_old_address_may_not_take_the_place_of_a_page() -> None:
    outcome = small_site.build(item("date: 1 May 2016\naliases: /news/\n"))
    assert "route.clash" in small_site.codes(outcome)


def test_attachments_tell_type_size_and_pages() -> None:
    pdf = b"%PDF-1.4\n" + b"1 0 obj<</Type /Page>>endobj\n" * 4 + b"0" * 240_000
    changes: dict[str, str | bytes | None] = {**item("date: 1 May 2016\nattachments: files/minutes.pdf\n")}
    changes["lscgs/south/files/minutes.pdf"] = pdf
    html = " ".join(small_site.page(small_site.build(changes), PAGE).split())
    assert "Minutes" in html
    assert "PDF, 240 kB, 4 pages" in html


def test_the_name_of_a_file_gives_its_title_without_letters_that_nobody_can_see() -> None:
    shelf = Shelf.of((), (source_file("content/files/mi\ue0009\ue001nutes.pdf", b"%PDF-1.4\n"),))
    found = shelf.attachment("files/mi\ue0009\ue001nutes.pdf", Location("content/index.md"), "", None)
    assert isinstance(found, Attachment)
    assert found.title == "Mi9nutes"


def test_a_lead_picture_needs_words() -> None:
    outcome = small_site.build(item("date: 1 May 2016\nimage: images/x.jpg\n"))
    assert "image.no-description" in small_site.codes(outcome)
