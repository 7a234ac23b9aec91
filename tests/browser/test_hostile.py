"""Sites that try to break the pages, in Chromium: sixty groups with the longest names, one group, and none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.support import hostile_site
from tests.support.browser import audit, check_html, fit, need_browser, need_html_checker, one_of_each_kind
from tests.support.page_rules import RULES, public_pages
from tests.support.site_reader import read_site

pytestmark = pytest.mark.browser

SITES: dict[str, Mapping[str, str | bytes | None]] = {
    "crowded": hostile_site.CROWDED,
    "lonely": hostile_site.LONELY,
    "bare": hostile_site.BARE,
}
# Kinds of page in which a hostile site differs from the sample; the others are the same with other words.
KINDS = {
    "home", "groups", "group", "news-list", "contacts", "calendar", "month", "event", "information", "glossary",
}  # fmt: skip
WIDE = {"home", "groups", "month"}


@pytest.fixture(params=SITES, scope="module")
def dist(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile_site.built(tmp_path_factory, request.param, SITES[request.param])


def kinds(dist: Path, wanted: set[str]) -> list[str]:
    """Return the longest page of each of these kinds."""
    pages = [p for p in public_pages(read_site(dist)) if {body.get("data-page") for body in p.named("body")} & wanted]
    return one_of_each_kind(pages, dist)


def test_a_hostile_site_keeps_the_rules_of_every_page(dist: Path) -> None:
    pages = public_pages(read_site(dist))
    assert "\n".join(finding for rule in RULES for finding in rule(pages)) == ""


def test_a_hostile_site_is_good_html(dist: Path) -> None:
    need_html_checker()
    assert "\n".join(check_html(dist, kinds(dist, KINDS))) == ""


def test_a_hostile_site_is_accessible_and_whole_without_scripts(dist: Path) -> None:
    need_browser()
    schemes = ["light", "dark"] if dist.name.endswith("crowded") else ["light"]  # it has groups with own colours
    found = audit(dist, kinds(dist, KINDS), widths=[320], schemes=schemes)
    if dist.name.endswith("crowded"):
        found += audit(dist, kinds(dist, WIDE), widths=[1280], schemes=["light"])
    assert "\n".join(map(str, found)) == ""


def test_the_longest_words_stand_larger_text(tmp_path_factory: pytest.TempPathFactory) -> None:
    need_browser()
    dist = hostile_site.built(tmp_path_factory, "crowded", hostile_site.CROWDED)
    assert "\n".join(map(str, fit(dist, kinds(dist, KINDS), widths=[320]))) == ""
