"""The runner finds what it is for: each fault is planted in a page that is good without it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.browser import Finding, audit, need_browser, shots

pytestmark = pytest.mark.browser

PAGE = """<!doctype html>
<html lang="en-GB">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>South LSCG</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="site.css">
  <script src="site.js" defer></script>
</head>
<body data-page="group">
  <header><a href="#main">Skip to main content</a></header>
  <main id="main">
    <h1>South LSCG</h1>
    <p class="note">Next forum: 27 June 2016</p>
    <!-- fault -->
  </main>
</body>
</html>
"""
CSS = """
:root { color-scheme: light dark }
body { background: #fff; color: #111; font: 1rem/1.5 sans-serif }
a { color: #003078 }
@media (prefers-color-scheme: dark) { body { background: #111; color: #fff } a { color: #9cf } }
"""
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:"
PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="
ELSEWHERE = "https://pictures.example.net/a.png"
FAINT = ".note { color: #ccc; background: #fff }"


@dataclass(frozen=True)
class Fault:
    """What is added to the good page, and the finding it must lead to (in `view`, if it shows in one only)."""

    rule: str
    what: str
    html: str = ""
    css: str = ""
    js: str = ""
    view: str = ""
    has_policy: bool = True


FAULTS = {
    "faint": Fault("axe color-contrast", "note", css=FAINT, view="320 light"),
    "faint-dark": Fault(
        "axe color-contrast", "note", view="1280 dark",
        css="@media (prefers-color-scheme: dark) { .note { color: #444 } }",
    ),
    "faint-narrow": Fault(
        "axe color-contrast", "note", css=f"@media (max-width: 400px) {{ {FAINT} }}", view="320 dark"
    ),
    "no-alt": Fault("axe image-alt", "img", html=f'<img src="{PIXEL}" width="1" height="1">', view="320 light"),
    "heading": Fault("axe heading-order", "h3", html="<h3>Deep</h3>", view="320 light"),
    "wide": Fault("overflow", "wide", html='<p class="wide">x</p>', css=".wide { width: 400px }", view="320 light"),
    "stopped-request": Fault("policy", "img-src", html=f'<img src="{ELSEWHERE}" alt="">'),
    "request": Fault("request", ELSEWHERE, html=f'<img src="{ELSEWHERE}" alt="">', has_policy=False),
    "inline-script": Fault("policy", "script-src-elem stopped inline", html="<script>document.title = 1</script>"),
    "inline-style": Fault("policy", "style-src-attr stopped inline", html='<p style="color: red">Red</p>'),
    "broken-script": Fault("console", "cannot go on", js="throw new Error('cannot go on')"),
    "missing-picture": Fault("console", "404", html='<img src="missing.png" alt="">'),
    "local-storage": Fault("stored", "localStorage visitor", js="localStorage.setItem('visitor', '1')"),
    "cookie": Fault("stored", "cookie visitor", js="document.cookie = 'visitor=1'"),
    "scripts-only": Fault("no scripts", "in Thetford", js="document.querySelector('h1').append(' in Thetford')"),
    "dead-control": Fault("no scripts", "Show more", html="<button type=button>Show more</button>"),
}  # fmt: skip
# Not faults: a good page, and what a script adds and marks.
FINE = {
    "good": Fault("", ""),
    "marked": Fault(
        "", "",
        js="const p = document.createElement('p'); p.dataset.enhanced = ''; p.textContent = 'Today';"
        "document.querySelector('main').append(p)",
    ),
}  # fmt: skip


def write(folder: Path) -> Path:
    headers = ""
    for name, planted in (FAULTS | FINE).items():
        page = folder / name
        page.mkdir(parents=True)
        (page / "index.html").write_text(PAGE.replace("<!-- fault -->", planted.html), encoding="utf-8")
        (page / "site.css").write_text(CSS + planted.css, encoding="utf-8")
        (page / "site.js").write_text(planted.js, encoding="utf-8")
        headers += f"/{name}/*\n  Content-Security-Policy: {POLICY}\n" if planted.has_policy else ""
    (folder / "_headers").write_text(headers, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("faults") / "dist")


@pytest.fixture(scope="module")
def findings(faulty: Path) -> list[Finding]:
    need_browser()
    return audit(faulty, [f"{name}/index.html" for name in FAULTS | FINE])


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_found(name: str, findings: list[Finding]) -> None:
    told = [finding for finding in findings if finding.page == f"{name}/index.html"]
    planted = FAULTS[name]
    matching = [f for f in told if (f.view, f.rule) == (planted.view, planted.rule) and planted.what in f.what]
    assert matching, "\n".join(map(str, told))


@pytest.mark.parametrize("name", FINE)
def test_a_good_page_has_no_findings(name: str, findings: list[Finding]) -> None:
    assert [str(finding) for finding in findings if finding.page == f"{name}/index.html"] == []


@pytest.mark.parametrize(
    ("name", "views"),
    [
        ("faint-dark", {"320 dark", "1280 dark"}),
        ("faint-narrow", {"320 light", "320 dark"}),
        ("wide", {"320 light", "320 dark"}),
    ],
)
def test_a_fault_is_told_of_the_views_that_have_it(name: str, views: set[str], findings: list[Finding]) -> None:
    assert {finding.view for finding in findings if finding.page == f"{name}/index.html"} == views


def test_pictures_are_taken_of_each_view_and_of_the_printed_page(faulty: Path, tmp_path: Path) -> None:
    need_browser()
    made = shots(faulty, ["good/index.html"], tmp_path, print=True)
    assert [path.name for path in made] == [
        "good-320-light.png", "good-320-dark.png", "good-1280-light.png", "good-1280-dark.png", "good-print.pdf",
    ]  # fmt: skip
    assert [path.read_bytes()[:4] for path in made] == [b"\x89PNG"] * 4 + [b"%PDF"]
    assert made[0].read_bytes() != made[1].read_bytes()
