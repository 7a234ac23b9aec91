"""The link check finds every way in which an address can lead nowhere, and follows those that lead somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.link_check import broken_addresses, unreached_pages
from tests.support.site_reader import read_site

SITE = {
    "index.html": '<a href="lscgs/south/">South</a> <a href="files/a%20b.pdf">A</a> <a href="tel:999">Call</a>',
    "lscgs/south/index.html": '<a href="../../">Home</a> <a href="#news">News</a> <h2 id="news"> <img src="a.png">',
    "lscgs/south/a.png": "",
    "files/a b.pdf": "",
    "404.html": '<a href="/">Home</a> <a href="/lscgs/south/#news">South</a>',
}


def write(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def broken(folder: Path, **more: str) -> list[str]:
    return broken_addresses(read_site(folder), folder, **more)


def test_a_whole_site_has_nothing_broken(tmp_path: Path) -> None:
    assert broken(write(tmp_path, SITE)) == []


@pytest.mark.parametrize(
    ("link", "trouble"),
    [
        ('<a href="lscgs/west/">', "there is no lscgs/west/index.html"),
        ('<a href="lscgs/south">', "there is no lscgs/south"),
        ('<a href="lscgs/south/#contacts">', "lscgs/south/index.html has no id 'contacts'"),
        ('<a href="#top-of-nothing">', "index.html has no id 'top-of-nothing'"),
        ('<a href="/lscgs/south/">', "starts with /, so that it breaks under a sub-path and from disk"),
        ('<a href="//board.example.org/">', "starts with //, so that it has another meaning when opened from disk"),
        ('<a href="../outside.html">', "leads out of the site"),
        ('<a href="Lscgs/South/">', "there is no Lscgs/South/index.html"),
        ('<img src="missing.png">', "there is no missing.png"),
        ('<img srcset="files/a%20b.pdf 1x, missing.png 2x">', "there is no missing.png"),
        ('<form action="search/">', "there is no search/index.html"),
        ('<a href="file:///C:/Users/chair/notes.doc">', "file: is not an address for people"),
        ('<meta http-equiv="refresh" content="0; url=gone/">', "there is no gone/index.html"),
    ],
)
def test_a_planted_fault_is_found_with_its_line(tmp_path: Path, link: str, trouble: str) -> None:
    folder = write(tmp_path, SITE | {"index.html": SITE["index.html"] + "\n" + link})
    (finding,) = broken(folder)
    assert finding.startswith("index.html:2 ")
    assert finding.endswith(trouble)


def test_the_404_page_begins_every_address_at_the_base(tmp_path: Path) -> None:
    links = '<a href="/board/lscgs/south/">South</a> <a href="/board/x/">X</a>'
    folder = write(tmp_path, SITE | {"404.html": links})
    (finding,) = broken(folder, base="/board/")
    assert finding.endswith("there is no x/index.html")
    assert len(broken(folder, base="/other/")) == 2


def test_the_404_page_may_not_be_relative(tmp_path: Path) -> None:
    (finding,) = broken(write(tmp_path, SITE | {"404.html": '<a href="lscgs/south/">South</a>'}))
    assert finding.endswith("is relative on a page that is shown at any depth")


def test_a_page_that_no_link_leads_to_is_named(tmp_path: Path) -> None:
    alone = {"lonely/index.html": "", "old/index.html": '<meta http-equiv="refresh" content="0; url=../">'}
    assert unreached_pages(read_site(write(tmp_path, SITE | alone))) == ["lonely/index.html"]
