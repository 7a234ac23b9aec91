"""The sample site in Chromium: the longest page of each kind, phone, tablet and desktop, in every colour scheme."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.browser import audit, need_browser, one_of_each_kind, shots
from tests.support.page_rules import public_pages
from tests.support.site_reader import read_site

pytestmark = pytest.mark.browser


def test_every_kind_of_page_is_accessible_private_and_whole_without_scripts(site: Path) -> None:
    need_browser()
    pages = one_of_each_kind(public_pages(read_site(site)), site)
    found = audit(site, pages, widths=[320, 768, 1280], schemes=["light", "dark", "forced"])
    assert "\n".join(map(str, found)) == ""


def test_every_kind_of_page_prints(site: Path, tmp_path: Path) -> None:
    need_browser()
    pages = one_of_each_kind(public_pages(read_site(site)), site)
    printed = shots(site, pages, tmp_path, widths=[], print=True)
    assert len(printed) == len(pages)
    assert all(path.read_bytes().startswith(b"%PDF") for path in printed)
