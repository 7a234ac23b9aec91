"""Addresses as seen from a page."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest

from boardsite.markup.body import TOKEN_CLOSE, TOKEN_OPEN
from boardsite.model.routes import file_of
from boardsite.rendering.addresses import _seen_from, fill, relative, token
from boardsite.text import is_web_address, without_controls

PLACES = [
    "/",
    "/news/",
    "/news/launch/",
    "/lscgs/south/",
    "/lscgs/south/news/x/",
    "/lscgs/south/calendar.ics",
    "/404.html",
]


@pytest.mark.parametrize("here", [place for place in PLACES if place != "/404.html"])
@pytest.mark.parametrize("there", PLACES)
@pytest.mark.parametrize("base", ["https://example.org/", "https://example.org/sub/path/", "file:///home/a/dist/"])
def test_a_relative_address_leads_to_the_file_wherever_the_folder_stands(base: str, here: str, there: str) -> None:
    assert urljoin(base + file_of(here), relative(there, here)) == base + file_of(there)


def test_a_place_on_the_same_page_stays_on_it() -> None:
    assert relative("/news/#a", "/news/") == "#a"
    assert relative("/news/#a", "/") == "news/index.html#a"


def test_other_addresses_stay_as_they_are() -> None:
    for address in ("https://example.org/", "mailto:a@example.org", "tel:999", "#main"):
        assert relative(address, "/news/") == address
        assert token(address) == address


def test_an_address_that_leads_nowhere_is_among_the_links_of_the_page() -> None:
    html, links = fill(f'<a href="{token("events@example.org")}">x</a>', "/news/")
    assert html == '<a href="events@example.org">x</a>'
    assert links == ("events@example.org",)
    assert token("") == ""


def test_the_page_shown_at_any_depth_begins_at_the_public_address() -> None:
    assert relative("/news/", "/404.html") == "/news/"
    assert relative("/news/", "/sub/404.html") == "/sub/news/"


def test_a_finished_page_knows_where_it_leads() -> None:
    html, links = fill(f'<a href="{token("/news/#a")}">{token("/")}</a>', "/lscgs/")
    assert html == '<a href="../news/index.html#a">../index.html</a>'
    assert links == ("/", "/news/#a")


def test_pages_beside_each_other_see_what_each_of_them_would_see_alone() -> None:
    """A way that was worked out for one page is taken by those beside it, but not by those for which it is another."""
    names = ("", "a/", "a/b/", "a/b/c/", "a/bc/", "a/b/index.xml", "d/", "d/b/", "a/x/y/z/")
    pages = [f"/{name}" for name in names]
    whole = [page + mark for page in pages for mark in ("", "#place")]
    base = "https://example.org/"
    for here in pages:
        seen = {address: relative(address, here) for address in whole}
        _seen_from.cache_clear()
        assert {address: relative(address, here) for address in reversed(whole)} == seen
        for address, found in seen.items():
            path, mark, place = address.partition("#")
            assert urljoin(base + file_of(here), found) == base + file_of(path) + mark + place


def test_the_way_to_what_lies_below_a_page_is_the_short_one() -> None:
    assert relative("/a/b/c/", "/a/bc/") == "../b/c/index.html"
    assert relative("/a/b/c/", "/a/b/") == "c/index.html"
    assert relative("/a/b/", "/a/b/") == "index.html"


def test_no_text_of_an_editor_can_hold_a_token() -> None:
    assert without_controls(f"{TOKEN_OPEN}0{TOKEN_CLOSE}{token('/news/')}") == "0/news/"
    assert not is_web_address(f"https://example.org/{token('/news/')}")
