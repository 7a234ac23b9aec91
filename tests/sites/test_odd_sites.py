"""Sites as odd days and odd editors leave them: each fault is told, and nothing else breaks."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from tests.pages.test_event_pages import CANCELLED, PATH, SERIES, built, calendar, words
from tests.support import small_site

PAGE = "content/guide.md"


def page(settings: str = "", body: str = "Text.\n") -> str:
    return f"---\ntitle: Guide\n{settings}---\n{body}"


def picture(form: str) -> bytes:
    out = io.BytesIO()
    Image.effect_noise((600, 400), 90).convert("RGB").save(out, form)
    return out.getvalue()


@pytest.mark.parametrize(("form", "ending"), [("JPEG", "jpg"), ("PNG", "png"), ("GIF", "gif"), ("WEBP", "webp")])
def test_a_picture_that_is_cut_short_is_told(form: str, ending: str) -> None:
    cut = picture(form)[:3000]
    changes = {PAGE: page(body=f"![A hall](images/hall.{ending})\n"), f"content/images/hall.{ending}": cut}
    outcome = small_site.build(changes)
    assert {(d.code, d.where.path) for d in outcome.report.errors} >= {("image.unreadable", f"content/images/hall.{ending}")}


def test_a_topic_of_expired_things_alone_breaks_nothing() -> None:
    text = "---\ntitle: Old\ndate: 1 May 2016\nexpires: 20 May 2016\nsummary: s\ntags: unicorn\n---\nText.\n"
    outcome = small_site.build({"content/news/old.md": text, PAGE: page("tags: horse\nexpires: 20 May 2016\n")})
    assert outcome.report.errors == ()


@pytest.mark.parametrize("alias", ["/index.html", '"/news/#old"', "/..", "/a/../", "/.release.json", "/foo", "//", "/a//b/"])
def test_an_old_address_that_no_page_can_have_is_refused(alias: str) -> None:
    assert "field.old-address-unreadable" in small_site.codes(small_site.build({PAGE: page(f"aliases: {alias}\n")}))


@pytest.mark.parametrize("alias", ["/old/", "/old.html", "/Old_Name/Page.htm", "/a/b/c/"])
def test_an_old_address_leads_on(alias: str) -> None:
    outcome = small_site.build({PAGE: page(f"aliases: {alias}\n")})
    assert outcome.report.errors == ()
    path = alias[1:] + ("index.html" if alias.endswith("/") else "")
    assert "This page has moved" in small_site.page(outcome, path)


@pytest.mark.parametrize("setting", ["draft: yes", "sensitive: yes", "image: images/x.jpg", "attachments: files/x.pdf"])
def test_what_the_home_page_does_not_show_is_told(setting: str) -> None:
    outcome = small_site.build({"content/index.md": f"---\ntitle: Welcome\n{setting}\n---\nHello.\n"})
    assert "settings.unknown-name" in small_site.codes(outcome)


def test_an_edited_copy_of_a_neighbours_event_is_shown_beside_it_and_told() -> None:
    changes = {
        "lscgs/west/index.md": "---\nname: West\n---\nAbout.\n",
        "lscgs/west/events/forum.ics": small_site.EVENT.replace("Summer forum", "West meeting"),
    }
    outcome = small_site.build(changes)
    told = [d for d in outcome.report.warnings if d.code == "event.uid-of-another-group"]
    assert [d.where.path for d in told] == ["lscgs/west/events/forum.ics"]
    feed = small_site.page(outcome, "calendar.ics")
    assert "SUMMARY:Summer forum" in feed
    assert "SUMMARY:West meeting" in feed
    month = words(outcome, "calendar/2016-06/index.html")
    assert "Summer forum" in month
    assert "West meeting" in month


def test_one_event_in_the_files_of_two_groups_is_one_event_of_the_whole_calendar() -> None:
    changes = {"lscgs/west/index.md": "---\nname: West\n---\nAbout.\n", "lscgs/west/events/forum.ics": small_site.EVENT}
    outcome = small_site.build(changes)
    assert outcome.report.warnings == ()
    assert small_site.page(outcome, "calendar.ics").count("BEGIN:VEVENT") == 1


def test_childlines_number_can_be_printed() -> None:
    outcome = small_site.build({"content/site.yaml": small_site.SITE.replace("01632 960123", "0800 1111")})
    assert outcome.report.errors == ()
    assert 'href="tel:+448001111"' in small_site.page(outcome, "index.html")


@pytest.mark.parametrize(
    ("typed", "link"),
    [("01632 960000 ext 12", "tel:+441632960000;ext=12"), ("+44 (0)1632 960000", "tel:+441632960000")],
)
def test_a_number_to_book_dials_what_it_says(typed: str, link: str) -> None:
    event = f"UID:a\nDTSTART:20160627T083000Z\nSUMMARY:Call\nX-BOARDSITE-BOOKING:phone {typed}"
    assert f'href="{link}"' in small_site.page(built("call", event), "lscgs/south/events/call/index.html")


@pytest.mark.parametrize(("path", "address"), [("a-z-index", "a-z-index"), ("reindex", "reindex"), ("part/index", "part")])
def test_only_a_whole_name_of_index_is_the_page_of_its_folder(path: str, address: str) -> None:
    outcome = small_site.build({f"content/{path}.md": page()})
    assert f"{address}/index.html" in dict(outcome.files)


def test_a_lost_picture_leaves_its_words() -> None:
    html = small_site.page(small_site.build({PAGE: page(body="![Two people](images/none.png)\n")}), "guide/index.html")
    assert "<img" not in html.partition("<main")[2]
    assert "<p>Two people</p>" in html


def test_a_series_is_not_cancelled_because_one_date_is() -> None:
    first = CANCELLED.replace("20160809", "20160614") + "DESCRIPTION:The caretaker is ill."
    outcome = built("meeting", SERIES + "DESCRIPTION:We meet in the hall.", first)
    text = words(outcome, "lscgs/south/events/meeting/index.html")
    assert text.startswith("class") or "Group meeting" in text.partition("The date on")[0]
    assert "The date on Tuesday 14 June 2016, 2pm to 4pm is cancelled." in text
    assert "Next date Tuesday 12 July 2016, 2pm to 4pm" in text
    assert "We meet in the hall." in text
    assert text.index("The caretaker is ill.") > text.index("Dates to come")
    assert "Next: Group meeting" in words(outcome, "index.html")


def test_a_refused_value_is_not_also_missing() -> None:
    outcome = small_site.build({"content/site.yaml": small_site.SITE.replace("01632 960123", "nonsense")})
    assert small_site.codes(outcome) == ["field.phone-unreadable"]


def test_the_base_path_stands_before_both_ends_of_a_redirect() -> None:
    site = small_site.SITE.replace("https://lscg.example.org", "https://example.org/sub")
    outcome = small_site.build({"content/site.yaml": site, PAGE: page("aliases: /old/\n")})
    assert "/sub/old/ /sub/guide/ 301\n" in small_site.page(outcome, "_redirects")
    assert '<link rel="canonical" href="https://example.org/sub/guide/">' in small_site.page(outcome, "old/index.html")


def test_a_private_change_of_an_unreadable_date_is_withheld() -> None:
    changed = "UID:s\nDTSTART:20160627T083000Z\nSUMMARY:SEKRIT\nRECURRENCE-ID:that one\nCLASS:PRIVATE"
    outcome = small_site.build({PATH.format("s"): calendar("UID:s\nDTSTART:20160620T083000Z\nSUMMARY:Open", changed)})
    assert [path for path, artifact in outcome.files if b"SEKRIT" in artifact.content] == []


def test_whatever_is_wrong_a_site_that_is_not_there_has_a_reason() -> None:
    for path in small_site.MINIMAL:
        for text in (None, "", "---\n", "\0", "x"):
            outcome = small_site.build({path: text})
            assert outcome.site is not None or outcome.report.errors, (path, text)


@pytest.mark.parametrize(("form", "ending"), [("JPEG", "jpg"), ("GIF", "gif")])
def test_a_picture_that_breaks_off_is_left_out_and_holds_nothing_up(form: str, ending: str) -> None:
    """Its header is sound, so pages had been given its addresses: one picture must not block the whole board."""
    news = f"---\ntitle: A forum\ndate: 9 May 2016\nsummary: s\nimage: images/hall.{ending}\nimage_alt: A hall\n---\nText.\n"
    cut = picture(form)[:3000]
    outcome = small_site.build({"lscgs/south/news/hall.md": news, f"lscgs/south/images/hall.{ending}": cut})
    assert [(d.code, d.is_contained) for d in outcome.report.errors] == [("image.unreadable", True)]
    assert not [path for path, artifact in outcome.files if b"images/hall" in artifact.content or "hall-" in path]
    assert "lscgs/south/contacts/index.html" in dict(outcome.files)
