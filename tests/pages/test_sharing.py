"""What other programs are told of a page: its picture, its way down from the home page, who runs the site."""

from __future__ import annotations

import io
import json
import re

import pytest
from PIL import Image

from boardsite.model.assemble import Wishes
from boardsite.pages.sharing import CARD, Card
from boardsite.rendering.share_cards import in_ascii, share_card
from tests.support import small_site

BASE = "https://lscg.example.org/"
NASTY = "</script><script>alert(1)</script>"


def properties(outcome: small_site.Outcome, path: str) -> dict[str, str]:
    found = re.findall(
        r'<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">', small_site.page(outcome, path)
    )
    assert len(found) == len(dict(found))
    return dict(found)


def data(outcome: small_site.Outcome, path: str) -> dict[str, dict[str, object]]:
    """Return the blocks of structured data of a page by their type."""
    html = small_site.page(outcome, path)
    blocks = [
        json.loads(text) for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    ]
    assert all(block["@context"] == "https://schema.org" for block in blocks)
    return {block["@type"]: block for block in blocks}


def photograph() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (1600, 800), (9, 99, 99)).save(out, "JPEG")
    return out.getvalue()


@pytest.fixture(scope="module")
def outcome() -> small_site.Outcome:
    news = "---\ntitle: Field day\ndate: 4 May 2016\nsummary: We were out.\nupdated: 5 May 2016\nimage: images/field.jpg\nimage_alt: {}\n---\nText.\n"
    return small_site.build(
        {
            "content/news/field.md": news.format("A green field"),
            "content/news/leaf.md": news.format("decorative"),
            "content/images/field.jpg": photograph(),
        }
    )


@pytest.mark.parametrize(
    "path", ["index.html", "lscgs/south/index.html", "news/field/index.html", "lscgs/south/calendar/index.html"]
)
def test_every_shared_picture_is_there_in_the_size_that_is_said(outcome: small_site.Outcome, path: str) -> None:
    told = properties(outcome, path)
    assert told["og:url"] == BASE + path.removesuffix("index.html")
    assert told["og:image"].startswith(BASE + "images/")
    with Image.open(io.BytesIO(dict(outcome.files)[told["og:image"].removeprefix(BASE)].content)) as image:
        assert image.size == (int(told["og:image:width"]), int(told["og:image:height"]))
        assert image.format in ("PNG", "JPEG")  # programs that preview links do not all know WebP


def test_a_section_has_a_card_of_its_name_and_news_its_own_picture(outcome: small_site.Outcome) -> None:
    assert "/images/share-board-" in properties(outcome, "index.html")["og:image"]
    south = properties(outcome, "lscgs/south/index.html")
    assert "/images/share-south-" in south["og:image"]
    assert south["og:image:alt"] == "South LSCG, Sample Safeguarding Board"
    news = properties(outcome, "news/field/index.html")
    assert re.search(r"/images/field-[0-9a-f]{8}-960\.jpg$", news["og:image"])
    assert (news["og:image:alt"], news["og:type"]) == ("A green field", "article")
    assert "/images/share-board-" in properties(outcome, "news/leaf/index.html")["og:image"]


def test_without_a_public_address_nothing_is_said_and_no_card_is_drawn() -> None:
    outcome = small_site.build(wishes=Wishes(base_url=""))
    for path, artifact in outcome.files:
        assert "share-" not in path
        if path.endswith(".html"):
            assert b"og:" not in artifact.content
            assert b"BreadcrumbList" not in artifact.content
            assert b"Organization" not in artifact.content.partition(b'"@type":"Event"')[0]


def test_pages_kept_from_search_engines_are_not_offered_to_others(outcome: small_site.Outcome) -> None:
    for path in ("404.html", "lscgs/south/poster/index.html"):
        assert properties(outcome, path) == {}
        assert data(outcome, path) == {}


def test_the_trail_leads_from_home_to_the_page_itself(outcome: small_site.Outcome) -> None:
    steps = data(outcome, "lscgs/south/events/forum/index.html")["BreadcrumbList"]["itemListElement"]
    assert isinstance(steps, list)
    assert [step["position"] for step in steps] == [1, 2, 3, 4, 5]
    assert [step["name"] for step in steps] == ["Home", "LSCGs", "South LSCG", "Calendar", "Summer forum"]
    paths = dict(outcome.files)
    assert all(step["item"].removeprefix(BASE) + "index.html" in paths for step in steps)
    assert "BreadcrumbList" not in data(outcome, "index.html")


def test_who_runs_the_site_stands_on_the_home_pages(outcome: small_site.Outcome) -> None:
    board = data(outcome, "index.html")["Organization"]
    assert (board["name"], board["alternateName"], board["url"]) == ("Sample Safeguarding Board", "SSB", BASE)
    assert board["email"] == "office@example.org"
    group = data(outcome, "lscgs/south/index.html")["Organization"]
    assert group["parentOrganization"] == {"@type": "Organization", "name": "Sample Safeguarding Board", "url": BASE}


def test_news_says_when_it_is_from_and_whose_it_is(outcome: small_site.Outcome) -> None:
    news = data(outcome, "news/field/index.html")["NewsArticle"]
    assert (news["headline"], news["url"]) == ("Field day", BASE + "news/field/")
    assert (news["datePublished"], news["dateModified"]) == ("2016-05-04", "2016-05-05")
    assert str(news["image"]).endswith("-960.jpg")
    assert news["publisher"] == {"@type": "Organization", "name": "Sample Safeguarding Board", "url": BASE}
    assert data(outcome, "lscgs/south/news/forum/index.html")["NewsArticle"]["publisher"] == {
        "@type": "Organization", "name": "South LSCG", "url": BASE + "lscgs/south/",
    }  # fmt: skip


def test_nothing_of_an_editor_breaks_out_of_the_data() -> None:
    news = f"---\ntitle: 'A {NASTY}'\ndate: 4 May 2016\nsummary: '\"{NASTY}'\n---\nText.\n"
    outcome = small_site.build({"content/news/a.md": news})
    html = small_site.page(outcome, "news/a/index.html")
    assert "<script>alert" not in html
    assert data(outcome, "news/a/index.html")["NewsArticle"]["headline"] == f"A {NASTY}"
    assert '"' not in properties(outcome, "news/a/index.html")["og:description"]


def is_near(found: object, wanted: bytes) -> bool:
    """A card has 64 colours, so each is a shade off at most."""
    assert isinstance(found, tuple)
    return all(abs(a - b) <= 4 for a, b in zip(found, wanted, strict=True))


CARDS = [
    Card("", "NSCB", "Norfolk Safeguarding Children Board", "#123b52", ()),
    Card("a", "North & Broadland LSCG", "A board", "#6b2c63", ("#0b5f5a", "#6b2c63")),
    Card("b", "W" * 200, "W" * 200, "#ffffff", ("#0b5f5a",) * 24),
    Card("c", "子どもの安全", "Bwrdd Diogelu Gŵyr", "#000000", ()),
    Card("d", "Group of " * 30, "", "#123b52", ()),
]


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.key or "board")
def test_a_card_has_the_shape_that_programs_ask_for(card: Card) -> None:
    with Image.open(io.BytesIO(share_card(card))) as image:
        assert image.size == CARD
        assert is_near(image.convert("RGB").getpixel((20, 300)), bytes.fromhex(card.ground[1:]))
        assert not image.info.keys() - {"transparency"}
    assert share_card(card) == share_card(card)
    assert len(share_card(card)) < 60_000


@pytest.mark.parametrize("count", [1, 8, 24, 40])
def test_every_group_has_its_colour_on_the_ribbon(count: int) -> None:
    colours = tuple(f"#{(37 * number) % 256:02x}{(101 * number) % 256:02x}{(17 * number) % 256:02x}" for number in range(count))
    with Image.open(io.BytesIO(share_card(Card("", "South LSCG", "A board", "#123b52", colours)))) as image:
        shown = image.convert("RGB")
        for number, colour in enumerate(colours):
            place = ((2 * number + 1) * CARD[0] // (2 * count), 10)
            assert is_near(shown.getpixel(place), bytes.fromhex(colour[1:])), number


def test_the_name_is_written_on_its_card() -> None:
    one, two = (share_card(Card("", name, "A board", "#123b52", ())) for name in ("South LSCG", "North LSCG"))
    assert one != two
    with Image.open(io.BytesIO(one)) as image:
        middle = image.convert("RGB").crop((80, 150, 700, 450))
        assert any(is_near(colour, b"\xff\xff\xff") for _, colour in middle.getcolors(1_000_000) or ())


def test_a_changed_card_has_another_address() -> None:
    assert len({card.address for card in CARDS}) == len(CARDS)
    assert Card("a", "x", "y", "#000000", ()).address != Card("a", "x", "y", "#000001", ()).address


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("South LSCG", "South LSCG"),
        ("Bwrdd Gŵyr – y Sir", "Bwrdd Gwyr - y Sir"),
        ("Children’s", "Children's"),
        ("子ども", ""),
        ("", ""),
    ],
)
def test_letters_that_the_card_has_not_are_written_as_their_nearest(name: str, written: str) -> None:
    assert in_ascii(name) == written


def test_the_colours_of_groups_are_those_of_the_theme(outcome: small_site.Outcome) -> None:
    path = properties(outcome, "lscgs/south/index.html")["og:image"].removeprefix(BASE)
    with Image.open(io.BytesIO(dict(outcome.files)[path].content)) as image:
        assert is_near(image.convert("RGB").getpixel((20, 300)), b"\x0b\x5f\x5a")
