"""The page of components in Chromium and under the Nu checker: all examples at once, in every scheme."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from boardsite.model.routes import file_of
from boardsite.rendering.artifact import Artifact
from boardsite.serving.components import COMPONENTS, component_page
from tests.support import small_site
from tests.support.browser import audit, check_html, fit, need_browser, need_html_checker
from tests.support.page_rules import RULES
from tests.support.site_reader import read_site

pytestmark = pytest.mark.browser

PAGE = file_of(COMPONENTS)


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    outcome = small_site.build(as_of=date(2016, 6, 1), keeps_names=True)
    assert outcome.site is not None
    page = component_page(outcome.site, small_site.theme())
    assert isinstance(page, Artifact)
    folder = tmp_path_factory.mktemp("components") / "dist"
    for path, artifact in (*outcome.files, (PAGE, page)):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(artifact.content)
    return folder


def test_the_examples_keep_the_rules_of_every_page(dist: Path) -> None:
    pages = [page for page in read_site(dist) if page.path == PAGE]
    assert len(pages) == 1
    assert "\n".join(finding for rule in RULES for finding in rule(pages)) == ""


def test_the_examples_are_good_html(dist: Path) -> None:
    need_html_checker()
    assert "\n".join(check_html(dist, [PAGE])) == ""


def test_the_examples_are_accessible_in_every_scheme(dist: Path) -> None:
    need_browser()
    found = audit(dist, [PAGE], widths=[320, 1280], schemes=["light", "dark", "forced"])
    assert "\n".join(map(str, found)) == ""


def test_the_examples_stand_larger_text_and_wider_spacing(dist: Path) -> None:
    need_browser()
    assert "\n".join(map(str, fit(dist, [PAGE], widths=[320, 1280]))) == ""
