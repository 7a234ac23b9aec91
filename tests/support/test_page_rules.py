"""Each rule finds the fault it is for, and finds nothing in a good page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import page_rules
from tests.support.site_reader import Page, read_site

GOOD = """<!doctype html>
<html lang="en-GB">
<head>
  <title>Forum - South LSCG</title>
  <link rel="canonical" href="https://board.example.org/forum/">
  <link rel="stylesheet" href="../assets/site.css">
  <script src="../assets/site.js" defer></script>
  <script type="application/ld+json">{"@type": "Event"}</script>
</head>
<body data-page="event">
  <aside class="app-urgent app-urgent--top">Call 999</aside>
  <main id="main">
    <h1>Forum</h1>
    <h2 id="when">When</h2>
    <a href="https://maps.example.org/">Map</a>
    <img src="a.png" srcset="a.png 1x, b.png 2x" alt="" width="10" height="20">
    <svg viewBox="0 0 1 1"><title>Area</title><a href="x/"><text>South</text></a></svg>
  </main>
</body>
</html>
"""


def pages(tmp_path: Path, *texts: str) -> list[Page]:
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.html").write_text(text, encoding="utf-8")
    return read_site(tmp_path)


@pytest.mark.parametrize("rule", page_rules.RULES, ids=lambda rule: rule.__name__)
def test_a_good_page_passes(rule: page_rules.Rule, tmp_path: Path) -> None:
    assert rule(pages(tmp_path, GOOD)) == []


@pytest.mark.parametrize(
    ("rule", "good", "fault"),
    [
        (page_rules.third_party_requests, 'src="a.png"', 'src="https://pictures.example.net/a.png"'),
        (page_rules.third_party_requests, 'src="a.png"', 'src="//pictures.example.net/a.png"'),
        (page_rules.third_party_requests, "b.png 2x", "https://pictures.example.net/b.png 2x"),
        (page_rules.third_party_requests, "../assets/site.css", "https://cdn.example.net/site.css"),
        (page_rules.third_party_requests, 'rel="canonical"', 'rel="preconnect"'),
        (page_rules.third_party_requests, "../assets/site.js", "HTTPS://cdn.example.net/site.js"),
        (page_rules.third_party_requests, "<h2", '<iframe src="https://maps.example.org/"></iframe><h2'),
        (page_rules.third_party_requests, "<h2", '<a href="x/" ping="https://count.example.net/">x</a><h2'),
        (page_rules.inline_code, "<h2", "<script>alert(1)</script><h2"),
        (page_rules.inline_code, "<h2", "<style>h2 { color: red }</style><h2"),
        (page_rules.inline_code, "<h2", '<h2 style="color: red"'),
        (page_rules.inline_code, "<h2", '<h2 onclick="go()"'),
        (page_rules.inline_code, 'href="x/"', 'href=" javascript:go()"'),
        (page_rules.one_h1, "<h1>Forum</h1>", "<h1>Forum</h1><h1>Again</h1>"),
        (page_rules.one_h1, "<h1>Forum</h1>", "<p>Forum</p>"),
        (page_rules.one_main, '<main id="main">', "<main><main>"),
        (page_rules.headings_in_order, "<h2", "<h3>Deep</h3><h2"),
        (page_rules.headings_in_order, "<h1>Forum</h1>", "<h3>Forum</h3>"),
        (page_rules.titles, "<title>Forum - South LSCG</title>", "<title> </title>"),
        (page_rules.unique_ids, 'id="when"', 'id="main"'),
        (page_rules.unique_ids, 'id="when"', 'id=""'),
        (page_rules.language, ' lang="en-GB"', ""),
        (page_rules.urgent_help, "app-urgent ", "app-urgency "),
        (page_rules.picture_texts, ' alt=""', ""),
        (page_rules.picture_texts, ' width="10"', ""),
    ],
)
def test_a_planted_fault_is_found(rule: page_rules.Rule, good: str, fault: str, tmp_path: Path) -> None:
    assert good in GOOD
    (finding,) = rule(pages(tmp_path, GOOD.replace(good, fault)))[:1]
    assert finding.startswith("0.html")


def test_pages_that_share_a_title_are_both_named(tmp_path: Path) -> None:
    findings = page_rules.titles(pages(tmp_path, GOOD, GOOD))
    assert [finding.split(":")[0] for finding in findings] == ["0.html", "1.html"]


def test_a_style_sheet_that_asks_another_host_is_found(tmp_path: Path) -> None:
    (tmp_path / "good.css").write_text("a { src: url(a.svg) } b { src: url(data:image/png;base64,AA) }")
    (tmp_path / "bad.css").write_text('@import "https://f.example.net/a.css"; a { src: url( //x.example.net/b ) }')
    assert page_rules.third_party_css(tmp_path) == [
        "bad.css: asks https://f.example.net/a.css by itself",
        "bad.css: asks //x.example.net/b by itself",
    ]


def test_a_script_that_stores_something_is_found_except_in_the_editors_forms(tmp_path: Path) -> None:
    (tmp_path / "admin").mkdir()
    (tmp_path / "admin" / "cms.js").write_text("localStorage.x = 1")
    (tmp_path / "good.js").write_text("document.querySelector('main')")
    (tmp_path / "bad.js").write_text("document.cookie = 'a'; sessionStorage.clear()")
    found = page_rules.storage_in_scripts(tmp_path)
    assert found == ["bad.js: uses document.cookie", "bad.js: uses sessionStorage"]


def test_aliases_and_the_editors_forms_are_not_public_pages(tmp_path: Path) -> None:
    (tmp_path / "admin").mkdir()
    (tmp_path / "admin" / "index.html").write_text(GOOD)
    alias = '<meta http-equiv="Refresh" content="0; url=../new/">'
    assert [page.path for page in page_rules.public_pages(pages(tmp_path, GOOD, alias))] == ["0.html"]
