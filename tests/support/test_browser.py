"""Without a browser the tests that need one say so in a line, and fail where one is required."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import browser
from tests.support.site_reader import read_site

NEEDS = [browser.need_browser, browser.need_html_checker]


@pytest.fixture
def bare_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)


@pytest.mark.parametrize("need", NEEDS)
def test_a_missing_tool_skips_with_the_cure(
    need: Callable[[], None], bare_machine: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BOARDSITE_REQUIRE_BROWSER", raising=False)
    with pytest.raises(pytest.skip.Exception, match=r"is missing \(install .*\), so these stay untested: "):
        need()


@pytest.mark.parametrize("need", NEEDS)
def test_a_missing_tool_fails_where_it_is_required(
    need: Callable[[], None], bare_machine: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARDSITE_REQUIRE_BROWSER", "1")
    with pytest.raises(pytest.fail.Exception, match="is missing"):
        need()


def test_the_longest_page_of_each_kind_stands_for_it(tmp_path: Path) -> None:
    texts = {
        "index.html": '<body data-page="home">',
        "a.html": '<body data-page="event">',
        "b.html": '<body data-page="event">long',
        "plain.html": "<body>",
        "other.html": "<p>",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    kinds = browser.one_of_each_kind(read_site(tmp_path), tmp_path)
    assert kinds == ["b.html", "index.html", "other.html", "plain.html"]
