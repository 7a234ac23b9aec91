"""The browser that all looks of a process share: one look leaves nothing for the next, not even its failure."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.browser import need_browser
from tests.support.one_browser import OneBrowser

pytestmark = pytest.mark.browser

PAGE = '<!doctype html><html lang="en"><title>A</title><main>Kept: <script>{}</script></main>'
# A cookie is for all ports of a machine: were windows shared, it would come back, though each look has a port of its own.
COUNTS = "document.cookie += '1'; document.write(document.cookie)"


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    (tmp_path / "index.html").write_text(PAGE.format(COUNTS), encoding="utf-8")
    return tmp_path


def words(browser: OneBrowser, dist: Path) -> str:
    options: dict[str, object] = {"dist": str(dist), "pages": ["index.html"], "moments": ["2016-06-01T09:00:00Z"]}
    return "".join(reading["words"] for reading in browser.answer("readings", options)["readings"])


def test_what_a_page_keeps_is_gone_at_the_next_look(dist: Path) -> None:
    need_browser()
    browser = OneBrowser()
    assert [words(browser, dist) for _ in range(2)] == ["Kept: 1", "Kept: 1"]
    browser.end()


def test_a_look_that_fails_says_why_and_the_next_one_works(dist: Path) -> None:
    need_browser()
    browser = OneBrowser()
    with pytest.raises(AssertionError, match=r"typing: .*does not reach the box"):
        browser.answer("typing", {"dist": str(dist), "pages": ["index.html"], "texts": ["a"]})
    assert words(browser, dist) == "Kept: 1"
    browser.end()


def test_a_program_that_ended_is_told_and_started_anew(dist: Path) -> None:
    need_browser()
    browser = OneBrowser()
    assert words(browser, dist) == "Kept: 1"
    assert browser._process
    browser._process.kill()
    with pytest.raises(AssertionError, match="readings: the browser's program ended"):
        words(browser, dist)
    assert words(browser, dist) == "Kept: 1"
    browser.end()
