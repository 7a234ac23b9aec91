"""The project's own content, built: every page keeps the rules of every page, and every address leads somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import page_rules, sample_site
from tests.support.link_check import broken_addresses, unreached_pages
from tests.support.site_reader import Page, read_site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_site.built(tmp_path_factory)


@pytest.fixture(scope="module")
def pages(site: Path) -> list[Page]:
    return read_site(site)


@pytest.mark.parametrize("rule", page_rules.RULES, ids=lambda rule: rule.__name__)
def test_every_public_page_keeps_to(rule: page_rules.Rule, pages: list[Page]) -> None:
    public = page_rules.public_pages(pages)
    assert public
    assert "\n".join(rule(public)) == ""


def test_the_editors_forms_ask_nobody_else_for_their_parts(pages: list[Page]) -> None:
    forms = [page for page in pages if page.path.startswith("admin/")]
    assert "\n".join(page_rules.third_party_requests(forms) + page_rules.inline_code(forms)) == ""


def test_style_sheets_and_scripts_are_private(site: Path) -> None:
    assert "\n".join(page_rules.third_party_css(site) + page_rules.storage_in_scripts(site)) == ""


def test_every_address_leads_to_something_wherever_the_folder_is_opened(site: Path, pages: list[Page]) -> None:
    assert "\n".join(broken_addresses(pages, site)) == ""


def test_every_page_can_be_reached_from_the_home_page(pages: list[Page]) -> None:
    assert "\n".join(unreached_pages(page_rules.public_pages(pages))) == ""
