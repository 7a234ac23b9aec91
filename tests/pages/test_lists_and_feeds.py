"""News lists, contacts, feeds and the files for machines."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from datetime import date, timedelta

import pytest

from tests.support import small_site

ATOM = "{http://www.w3.org/2005/Atom}"


def many_news(number: int) -> dict[str, str]:
    return {
        f"lscgs/south/news/item-{n:02d}.md": f"---\ntitle: Item {n}\ndate: 2016-0{n % 5 + 1}-{n % 28 + 1:02d}\nsummary: s\n"
        f"tags: [Forum]\n---\nText {n}.\n"
        for n in range(number)
    }


def test_the_boards_list_shows_the_groups_news_too_and_marks_it() -> None:
    html = small_site.page(small_site.build(), "news/index.html")
    assert "A forum" in html
    assert "Our new pages" in html
    assert "South LSCG" in html.partition("<main")[2]
    own = small_site.page(small_site.build(), "lscgs/south/news/index.html")
    assert "Our new pages" not in own


def test_long_lists_are_divided_and_nothing_is_lost_between_the_pages() -> None:
    outcome = small_site.build(many_news(45))
    pages = ["", "page-2/", "page-3/"]
    found = [small_site.page(outcome, f"lscgs/south/news/{page}index.html") for page in pages]
    for number in range(45):
        assert sum(f">Item {number}</a>" in html for html in found) == 1
    assert "News, pages" in found[0] or 'aria-label="News, pages"' in found[0]
    assert "page 2 of 3" in found[1].partition("</title>")[0]


def test_a_group_without_anything_says_so() -> None:
    outcome = small_site.build({"lscgs/west/index.md": "---\nname: West\n---\nAbout.\n"})
    assert outcome.report.errors == ()
    assert "The West LSCG has no news at the moment." in small_site.page(outcome, "lscgs/west/news/index.html")
    assert "The West LSCG has no events to come at the moment." in small_site.page(
        outcome, "lscgs/west/calendar/index.html"
    )
    assert "No contacts are listed at the moment." in small_site.page(outcome, "lscgs/west/contacts/index.html")


def test_adding_a_group_is_adding_a_folder() -> None:
    outcome = small_site.build({"lscgs/far-east/index.md": "---\nname: Far East\n---\nAbout.\n"})
    home = small_site.page(outcome, "index.html")
    assert 'href="lscgs/far-east/index.html"' in home
    assert "Far East LSCG" in small_site.page(outcome, "contacts/index.html").partition("<main")[0]


def test_the_word_for_groups_is_the_boards_own() -> None:
    site = (
        small_site.SITE.replace("LSCGs", "Forums")
        .replace("LSCG", "Forum")
        .replace("Local Safeguarding Children Group", "Local Forum")
    )
    outcome = small_site.build({"content/site.yaml": site})
    assert [path for path, a in outcome.files if b"LSCG" in a.content and path != "_headers"] == []
    assert "South Forum" in small_site.page(outcome, "lscgs/south/index.html")


def test_an_overdue_contact_warns_and_a_stale_one_gives_way_to_the_office() -> None:
    path = "lscgs/south/contacts.yaml"
    text = "contacts:\n  - role: Chair\n    email: chair@example.org\n    review_by: 1 May 2016\n"
    page = "lscgs/south/contacts/index.html"
    overdue = small_site.build({path: text})
    assert "contact.review-overdue" in small_site.codes(overdue)
    assert "chair@example.org" in small_site.page(overdue, page)
    stale = small_site.build({path: text}, as_of=date(2016, 9, 1))
    assert "contact.too-old" in small_site.codes(stale)
    main = small_site.page(stale, page).partition("<main")[2].partition("</main>")[0]
    assert "chair@example.org" not in main
    assert "office@example.org" in main
    assert "These details are being checked" in main
    assert "chair@example.org" not in small_site.page(stale, "lscgs/south/contacts.vcf")


def test_a_name_without_consent_is_nowhere() -> None:
    text = "contacts:\n  - role: Chair\n    name: TOKEN\n    email: a@example.org\n"
    outcome = small_site.build({"lscgs/south/contacts.yaml": text})
    assert "contact.personal-without-consent" in small_site.codes(outcome)
    assert [path for path, artifact in outcome.files if b"TOKEN" in artifact.content] == []


def test_a_vcard_cannot_be_broken_out_of() -> None:
    text = "contacts:\n  - role: 'Chair; x, y\\'\n    email: a@example.org\n    note: |\n      one\n      END:VCARD\n      BEGIN:VCARD\n"
    card = small_site.page(small_site.build({"lscgs/south/contacts.yaml": text}), "lscgs/south/contacts.vcf")
    assert card.count("END:VCARD\r\n") == 1
    assert "TITLE:Chair\\; x\\, y\\\\\\, South LSCG\r\n" in card
    assert all(len(line) <= 75 for line in card.encode().split(b"\r\n"))
    assert "\n" not in card.replace("\r\n", "")


def test_the_news_feed_is_whole_and_its_links_are_absolute() -> None:
    body = "See [the help](../../../content/worried-about-a-child.md) & <b>more</b>.\n"
    path = "lscgs/south/news/forum.md"
    text = f"---\ntitle: A <forum> & more\ndate: 9 May 2016\nupdated: 20 May 2016\nsummary: Come.\n---\n{body}"
    feed = ET.fromstring(small_site.page(small_site.build({path: text}), "lscgs/south/news.xml"))
    (entry,) = feed.findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "A <forum> & more"
    assert entry.findtext(f"{ATOM}id") == "https://lscg.example.org/lscgs/south/news/forum/"
    assert entry.findtext(f"{ATOM}updated") == "2016-05-19T23:00:00+00:00"
    assert 'href="https://lscg.example.org/worried-about-a-child/"' in (entry.findtext(f"{ATOM}content") or "")
    assert feed.findtext(f"{ATOM}updated") == "2016-05-19T23:00:00+00:00"


def test_without_a_public_address_everything_still_works() -> None:
    site = small_site.SITE.replace("base_url: https://lscg.example.org\n", "")
    outcome = small_site.build({"content/site.yaml": site})
    assert outcome.report.errors == ()
    paths = [path for path, _ in outcome.files]
    assert "sitemap.xml" not in paths
    assert "webcal:" not in small_site.page(outcome, "lscgs/south/calendar/index.html")
    feed = ET.fromstring(small_site.page(outcome, "news.xml"))
    assert (feed.findtext(f"{ATOM}id") or "").startswith("tag:ssb.invalid,2016:")


def test_the_sitemap_lists_every_public_page_and_nothing_hidden() -> None:
    expired = "---\ntitle: Old\ndate: 1 May 2016\nexpires: 2 May 2016\nsummary: s\n---\nText.\n"
    outcome = small_site.build({"content/news/old.md": expired})
    root = ET.fromstring(small_site.page(outcome, "sitemap.xml"))
    listed = {element.text for element in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    pages = {
        "https://lscg.example.org/" + path.removesuffix("index.html")
        for path, _ in outcome.files
        if path.endswith("index.html") and path != "news/old/index.html" and "poster/" not in path
    }
    assert listed == pages


def test_status_says_when_and_of_what_the_site_was_made() -> None:
    status = json.loads(small_site.page(small_site.build(), "status.json"))
    assert status["generator"] == "boardsite"
    assert status["made"] == "2016-06-01T09:00:00+00:00"
    assert status["coming"] == {"board": 0, "south": 1}


def test_hosts_get_their_rules() -> None:
    outcome = small_site.build()
    headers = small_site.page(outcome, "_headers")
    for rule in ("default-src 'none'", "nosniff", "no-referrer", "text/calendar; charset=utf-8", "immutable"):
        assert rule in headers
    assert "unsafe" not in headers


@pytest.mark.parametrize("name", ["_headers", "_redirects", "robots.txt", "status.json"])
def test_editors_cannot_write_files_for_hosts(name: str) -> None:
    outcome = small_site.build({f"content/{name}": "TOKEN", f"content/files/{name}": "TOKEN"})
    assert [path for path, artifact in outcome.files if b"TOKEN" in artifact.content and "files/" not in path] == []
    assert "file.wrong-place" in small_site.codes(outcome)


def test_no_page_tells_the_day_it_was_made_but_those_that_tell_the_future() -> None:
    one, two = small_site.build(), small_site.build(moment=small_site.MOMENT + timedelta(days=1))
    before = dict(one.files)
    changed = [path for path, artifact in two.files if before[path] != artifact]
    for path in changed:
        assert path.endswith(
            ("calendar/index.html", "events/forum/index.html", "poster/index.html", "status.json")
        ) or path in (
            "index.html",
            "lscgs/index.html",
            "lscgs/south/index.html",
        ), path
    assert "worried-about-a-child/index.html" not in changed
    assert "lscgs/south/news/forum/index.html" not in changed


def test_pictures_are_published_without_place_or_device() -> None:
    import io

    from PIL import Image

    exif = Image.Exif()
    exif[0x010F] = "TOKEN-camera"
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    out = io.BytesIO()
    Image.new("RGB", (1000, 500), (9, 99, 99)).save(out, "JPEG", exif=exif, comment=b"TOKEN-comment")
    page = "---\ntitle: Guide\n---\n![A green field](images/Green field.jpg)\n".replace("Green field.jpg", "field.jpg")
    outcome = small_site.build({"content/guide.md": page, "content/images/field.jpg": out.getvalue()})
    assert outcome.report.errors == ()
    files = {path: artifact.content for path, artifact in outcome.files if path.startswith("images/field")}
    assert len(files) == 3
    assert [path for path, content in files.items() if b"TOKEN" in content or b"Exif" in content] == []
    with Image.open(io.BytesIO(max(files.values(), key=len))) as shown:
        assert shown.size == (500, 1000)  # turned upright
    html = small_site.page(outcome, "guide/index.html")
    assert 'width="500" height="1000"' in html
    assert 'alt="A green field"' in html


def test_the_a_to_z_leads_to_everything_that_is_public() -> None:
    changes = {
        "content/deep/guide.md": "---\ntitle: Guide nobody links to\n---\nText.\n",
        "content/news/old.md": "---\ntitle: Old\ndate: 1 May 2016\nexpires: 2 May 2016\nsummary: s\n---\nText.\n",
        "content/news/plan.md": "---\ntitle: Plan\ndate: 1 May 2016\ndraft: yes\n---\nText.\n",
    }
    html = small_site.page(small_site.build(changes), "search/index.html").partition("<main")[2]
    for title in ("Guide nobody links to", "A forum", "Our new pages", "Summer forum", "South LSCG", "Accessibility"):
        assert f">{title}" in html
    assert ">Old<" not in html
    assert ">Plan<" not in html
    assert "A to Z" in small_site.page(small_site.build(changes), "index.html").partition("<footer")[2]


def test_no_header_is_in_two_rules_that_fit_one_address() -> None:
    from fnmatch import fnmatch

    from boardsite.pages.site_files import HEADERS

    outcome = small_site.build()
    for path, _ in outcome.files:
        names = [name for pattern, rules in HEADERS if fnmatch("/" + path, pattern) for name, _ in rules]
        assert len(names) == len(set(names)), path
