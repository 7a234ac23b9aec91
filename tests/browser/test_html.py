"""Every page and style sheet of the sample site passes the Nu checker: no errors, and no warnings either."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.browser import check_html, need_html_checker

pytestmark = pytest.mark.browser

# CSS that browsers have had for years and the checker has not heard of.
TOO_NEW = re.compile(r"^[^:]*\.css:.*(“container-(type|name)”|“@container”)")

GOOD = '<!doctype html>\n<html lang="en-GB"><head><title>South</title></head><body><h1>South</h1></body></html>\n'
FAULTS = {
    "nesting.html": (GOOD.replace("South</h1>", "<div>South</div></h1>"), "Element “div” not allowed"),
    "title.html": (GOOD.replace("<title>South</title>", ""), "instance of child element “title”"),
    "lang.html": (GOOD.replace(' lang="en-GB"', ""), "lang"),
    "attribute.html": (GOOD.replace("<h1>", '<h1 id="x" id="x">'), "Duplicate attribute"),
    "id.html": (GOOD.replace("</body>", '<p id="x"><p id="x"></body>'), "Duplicate ID"),
    "property.css": ("a { colour: red }", "colour"),
}


def test_the_sample_site_is_good_html_and_css(site: Path) -> None:
    need_html_checker()
    assert "\n".join(line for line in check_html(site) if not TOO_NEW.search(line)) == ""


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    need_html_checker()
    folder = tmp_path_factory.mktemp("html")
    for name, text in {"good.html": GOOD, **{name: text for name, (text, _) in FAULTS.items()}}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return check_html(folder)


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_found(name: str, said: list[str]) -> None:
    told = [line for line in said if line.startswith(f"{name}:")]
    assert any(FAULTS[name][1] in line for line in told), said


def test_a_good_page_is_not_complained_of(said: list[str]) -> None:
    assert [line for line in said if line.startswith("good.html:")] == []
