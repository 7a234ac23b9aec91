"""Larger text, wider spacing and the Tab key: each fault is found, and the sample site has none."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.browser.test_faults import CSS, PAGE
from tests.support.browser import Finding, fit, need_browser, one_of_each_kind
from tests.support.page_rules import public_pages
from tests.support.site_reader import read_site

pytestmark = pytest.mark.browser

WORDS = "Nobody reads a box that is too small for its words"
MARK = ":focus-visible { outline: 3px solid #0b0c0c }"


@dataclass(frozen=True)
class Fault:
    """What is added to a good page, and what is found in which view."""

    rule: str
    what: str
    view: str
    html: str = ""
    css: str = ""


FAULTS = {
    "cut": Fault(
        "cut", WORDS[:9], "320 spacing", f'<p class="box">{WORDS}</p>',
        ".box { max-width: 14rem; height: 3.1rem; overflow: hidden }",
    ),
    "cut-large": Fault(
        "cut", WORDS[:9], "1280 large", f'<p class="box">{WORDS}</p>', ".box { width: 500px; height: 30px; overflow: hidden }"
    ),
    "wide": Fault("overflow", "px wide", "320 large", '<p class="box">x</p>', ".box { width: 19rem }"),
    "nowrap": Fault("overflow", "px wide", "320 spacing", f'<p class="box">{WORDS[:37]}</p>', ".box { white-space: nowrap }"),
    "overlap": Fault(
        "overlap", "Above", "320 large", '<p class="box">Above</p><p>Below</p>', "p { margin: 0 } .box { height: 24px }"
    ),
    "no-mark": Fault("focus", "no outline", "320", '<a class="box" href="#main">Go</a>', ".box:focus { outline: none }"),
    "faint-mark": Fault("focus", "faint outline", "320", '<a class="box" href="#main">Go</a>', ".box:focus { outline-color: #ddd }"),
    "covered": Fault(
        "focus", "under <div", "320", '<a href="#main">Go</a><div class="box"></div>',
        ".box { position: fixed; inset: 0 0 0 0; background: #eee }",
    ),
    "out-of-sight": Fault(
        "focus", "out of sight", "320", '<a class="box" href="#main">Go</a>', ".box { position: absolute; left: -9999px }"
    ),
    "first": Fault("focus", "the first stop is", "320", css="header { display: none }", html='<a href="#main">Go</a>'),
}  # fmt: skip


def write(folder: Path) -> Path:
    for name, planted in {"good": Fault("", "", ""), **FAULTS}.items():
        (folder / name).mkdir(parents=True)
        (folder / name / "index.html").write_text(PAGE.replace("<!-- fault -->", planted.html), encoding="utf-8")
        (folder / name / "site.css").write_text(CSS + MARK + planted.css, encoding="utf-8")
        (folder / name / "site.js").write_text("", encoding="utf-8")
    (folder / "_headers").write_text(
        "/*\n  Content-Security-Policy: default-src 'none'; style-src 'self'\n", encoding="utf-8"
    )
    return folder


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> list[Finding]:
    need_browser()
    dist = write(tmp_path_factory.mktemp("fit") / "dist")
    return fit(dist, [f"{name}/index.html" for name in ("good", *FAULTS)])


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_found(name: str, findings: list[Finding]) -> None:
    planted = FAULTS[name]
    told = [finding for finding in findings if finding.page == f"{name}/index.html"]
    matching = [f for f in told if (f.view, f.rule) == (planted.view, planted.rule) and planted.what in f.what]
    assert matching, "\n".join(map(str, told))


def test_a_good_page_has_no_findings(findings: list[Finding]) -> None:
    assert [str(finding) for finding in findings if finding.page == "good/index.html"] == []


def test_every_kind_of_page_stands_larger_text_and_can_be_walked_through(site: Path) -> None:
    need_browser()
    pages = one_of_each_kind(public_pages(read_site(site)), site)
    assert "\n".join(map(str, fit(site, pages, widths=[320]))) == ""
