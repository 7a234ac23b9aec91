"""Addresses as seen from a page."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest

from boardsite.model.routes import file_of
from boardsite.rendering.addresses import fill, relative, token

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
