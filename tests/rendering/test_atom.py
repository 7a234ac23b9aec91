"""Feeds are what RFC 4287 asks for, by a strict reading of the whole sample and of odd news."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import date
from urllib.parse import urlsplit

import html5lib
import pytest

from tests.support import sample_site, small_site

ATOM = "{http://www.w3.org/2005/Atom}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# RFC 4287 sections 4.1.1 and 4.1.2: which elements there are, and the least and most of each.
FEED = {
    "author": (1, 99),
    "id": (1, 1),
    "link": (2, 99),
    "subtitle": (0, 1),
    "title": (1, 1),
    "updated": (1, 1),
    "entry": (0, 99),
}
ENTRY = {
    "author": (1, 99), "category": (0, 99), "content": (0, 1), "id": (1, 1), "link": (1, 99), "published": (0, 1),
    "summary": (0, 1), "title": (1, 1), "updated": (1, 1),
}  # fmt: skip
ATTRIBUTES = {
    "link": {"rel", "type", "href", "length", "title"}, "category": {"term"}, "content": {"type"}, "feed": {LANGUAGE}
}  # fmt: skip
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")  # RFC 3339, capital T


def faults(text: str) -> list[str]:
    """Return what a strict reader would not accept of a feed that has a public address."""
    feed = ET.fromstring(text)
    found = [] if feed.tag == f"{ATOM}feed" else [f"root {feed.tag}"]
    found += _parts(feed, FEED)
    entries = feed.findall(f"{ATOM}entry")
    ids = [element.text or "" for element in feed.iter(f"{ATOM}id")]
    found += [f"id {each}" for each in ids if not urlsplit(each).scheme or ids.count(each) > 1]
    for entry in entries:
        found += _parts(entry, ENTRY)
        found += _links(entry, {"alternate": 1})
        content = entry.find(f"{ATOM}content")
        found += [] if content is None else _content(content)
        if (entry.findtext(f"{ATOM}published") or "") > (entry.findtext(f"{ATOM}updated") or ""):
            found.append("updated before it was published")
    found += _links(feed, {"alternate": 1, "self": 1})
    newest = max((entry.findtext(f"{ATOM}updated") or "" for entry in entries), default=feed.findtext(f"{ATOM}updated"))
    if feed.findtext(f"{ATOM}updated") != newest:
        found.append("the feed is not as new as its newest entry")
    return found


def _parts(element: ET.Element, allowed: dict[str, tuple[int, int]]) -> list[str]:
    names = [child.tag.removeprefix(ATOM) for child in element]
    found = [
        f"{name} × {names.count(name)}"
        for name, (least, most) in allowed.items()
        if not least <= names.count(name) <= most
    ]
    found += [f"unknown {name}" for name in names if name not in allowed]
    for child in element:
        name = child.tag.removeprefix(ATOM)
        found += [f"{name} with {each}" for each in child.attrib if each not in ATTRIBUTES.get(name, set())]
        if name in ("published", "updated") and not MOMENT.fullmatch(child.text or ""):
            found.append(f"{name} {child.text}")
        if name in ("title", "id", "author") and not "".join(child.itertext()).strip():
            found.append(f"empty {name}")
    return found


def _links(element: ET.Element, wanted: dict[str, int]) -> list[str]:
    links = element.findall(f"{ATOM}link")
    rels = [link.get("rel", "alternate") for link in links]
    found = [f"{rel} × {rels.count(rel)}" for rel, number in wanted.items() if rels.count(rel) != number]
    found += [f"link {link.get('href')}" for link in links if not _is_whole(link.get("href", ""))]
    return found + [f"length {link.get('length')}" for link in links if not (link.get("length") or "1").isdigit()]


def _content(content: ET.Element) -> list[str]:
    """The HTML of an entry: of the right type, well-formed, and every address in it whole."""
    found = [] if content.get("type") == "html" and not len(content) else ["content is not escaped HTML"]
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parseFragment(content.text or "")
    found += [str(error) for error in parser.errors]
    for element in tree.iter():
        for name in ("href", "src"):
            if name in element.attrib and not _is_whole(element.attrib[name]):
                found.append(f"{name} {element.attrib[name]}")
    return found


def _is_whole(address: str) -> bool:
    return urlsplit(address).scheme in ("https", "http", "mailto", "tel")


@pytest.fixture(scope="module")
def feeds() -> dict[str, str]:
    outcome = sample_site.outcome_on(date(2026, 11, 26))
    return {path: artifact.content.decode() for path, artifact in outcome.files if path.endswith("news.xml")}


def test_every_feed_of_the_sample_is_what_the_standard_asks_for(feeds: dict[str, str]) -> None:
    assert len(feeds) == 5
    assert [(path, fault) for path, text in feeds.items() for fault in faults(text)] == []


ODD = {
    "lscgs/south/news/forum.md": "---\ntitle: A <b> & \"c\"\ndate: 9 May 2016, 9:30am\nupdated: 1 May 2016\nsummary: x < y\n"
    "tags: [\"a & b\"]\nattachments:\n  - file: files/a b.pdf\n    title: The \"A\" & B\n---\n"
    "## Part one\n\nSee [above](#part-one), [help](/worried-about-a-child/) & ]]> <b>more</b> \U0001f600\n",
    "lscgs/south/files/a b.pdf": b"%PDF-1.4",
}  # fmt: skip


def test_odd_news_makes_a_sound_feed() -> None:
    outcome = small_site.build(ODD)
    assert outcome.report.errors == ()
    text = small_site.page(outcome, "lscgs/south/news.xml")
    assert faults(text) == []
    entry = ET.fromstring(text).find(f"{ATOM}entry")
    assert entry is not None
    assert 'href="https://lscg.example.org/lscgs/south/news/forum/#part-one"' in (
        entry.findtext(f"{ATOM}content") or ""
    )
    (file,) = [link for link in entry.findall(f"{ATOM}link") if link.get("rel") == "enclosure"]
    assert file.attrib == {
        "rel": "enclosure", "type": "application/pdf", "length": "8", "title": 'The "A" & B',
        "href": "https://lscg.example.org/lscgs/south/files/a-b.pdf",
    }  # fmt: skip


def test_an_empty_feed_is_sound() -> None:
    outcome = small_site.build({"lscgs/south/news/forum.md": None})
    assert faults(small_site.page(outcome, "lscgs/south/news.xml")) == []


@pytest.mark.parametrize(
    ("good", "fault"),
    [
        ("<published>2016", "<published>16"),
        (' rel="self"', ""),
        ("<id>https", "<id>ht tps"),
        ('href="https://lscg.example.org/lscgs/south/news/"', 'href="news/"'),
        ('type="html"', 'type="xhtml"'),
        ("&lt;p&gt;Text", "&lt;p&gt;&lt;a href=&quot;../x/&quot;&gt;x&lt;/a&gt;Text"),
        ("<title>A forum</title>", "<title>A forum</title><title>B</title>"),
        ("<title>A forum</title>", "<title> </title>"),
        ("<author>", "<writer/><author>"),
    ],
)
def test_a_planted_fault_is_found(good: str, fault: str) -> None:
    text = small_site.page(small_site.build(), "lscgs/south/news.xml")
    assert faults(text) == []
    assert good in text
    assert faults(text.replace(good, fault))
