"""Markdown to clean HTML: nothing harmful passes, nothing is dropped in silence, and nothing takes long."""

from __future__ import annotations

import re
from pathlib import Path

import html5lib
import pytest

from boardsite.markup.body import TOKEN_CLOSE, TOKEN_OPEN, Body, render
from boardsite.markup.clean import THEME_IDS, THEME_PREFIX


def body(text: str) -> Body:
    made, told = render(text, "p.md", 1)
    assert made is not None, told
    return made


def codes(text: str) -> list[tuple[str, int | None]]:
    return [(d.code, d.where.line) for d in render(text, "p.md", 1)[1]]


def test_headings_stand_below_the_pages_own_and_skip_no_level() -> None:
    made = body("# One\n\n#### Two\n\n## Three\n")
    assert [(h.level, h.id) for h in made.headings] == [(2, "one"), (3, "two"), (2, "three")]
    assert '<h2 id="one">One</h2>' in made.html


def test_equal_headings_have_ids_of_their_own() -> None:
    assert [h.id for h in body("## Dates\n\n## Dates\n\n## !!!\n").headings] == ["dates", "dates-2", "part"]


def test_a_table_scrolls_inside_itself_and_its_head_has_scopes() -> None:
    html = body("a | b\n--|--:\n1 | 2\n").html
    assert '<div class="app-table" role="region" aria-label="Table" tabindex="0"><table>' in html
    assert '<th scope="col">a</th>' in html
    assert '<td class="app-align-right">2</td>' in html
    assert "style=" not in html


def test_links_and_pictures_are_tokens_with_their_lines() -> None:
    made = body("See [a](x.md).\n\n![A hall](images/h.jpg)\n\n[b](x.md)\n")
    assert [(p.link.target, p.link.is_picture, p.where.line) for p in made.links] == [
        ("x.md", False, 1),
        ("images/h.jpg", True, 3),
        ("x.md", False, 5),
    ]
    assert "x.md" not in made.html


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg><animate onbegin=alert(1)></svg>",
    "<math><mi//xlink:href='data:x,1'></math>",
    "<iframe src='https://example.org'></iframe>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href=' java\nscript:alert(1)'>x</a>",
    "[x](javascript:alert(1))",
    "[x](vbscript:x)",
    "[x](data:text/html,x)",
    "<form action='https://example.org'><input name=q></form>",
    "<style>body{display:none}</style>",
    "<p style='position:fixed'>x</p>",
    "<div onclick=x>y</div>",
    "<textarea>swallows the page",
    "<title>swallows the page",
    "<plaintext>swallows the page",
    "<base href='https://example.org/'>",
    "<meta http-equiv=refresh content=0>",
    "<link rel=stylesheet href=https://example.org/x.css>",
    "</main></body></html>",
    "<p id='main'>x</p>",
    "<!-- a note to myself -->",
    "x\ue0000\ue001y",
    f"x{TOKEN_OPEN}0{TOKEN_CLOSE}y",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_html_is_harmless(text: str) -> None:
    made, _ = render(f"Before.\n\n{text}\n\nAfter.\n", "p.md", 1)
    assert made is not None
    tree = html5lib.parseFragment(made.html, treebuilder="etree", namespaceHTMLElements=False)
    for element in tree.iter():
        assert element.tag not in ("script", "iframe", "svg", "math", "form", "input", "style", "base", "meta", "link")
        for name in element.attrib:
            assert (
                name in ("href", "src", "alt", "title", "class", "role", "aria-label", "tabindex", "scope", "id")
                or TOKEN_OPEN in name
            )
            assert not str(element.attrib[name]).lower().lstrip().startswith(("javascript", "vbscript", "data"))
    assert "note to myself" not in made.html


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<iframe src='x'></iframe>", "page.html-left-out"),
        ("<script>x</script>", "page.html-left-out"),
        ("[x](javascript:alert(1))", "link.kind-not-allowed"),
        ("![](a.jpg)", "image.no-description"),
        ("[](a.md)", "link.no-words"),
    ],
)
def test_what_is_left_out_is_told_with_its_line(text: str, found: str) -> None:
    assert (found, 3) in codes(f"Text.\n\n{text}\n")


def test_code_that_looks_like_html_stays_text() -> None:
    made = body("`<script>` and\n\n    <iframe>\n")
    assert "&lt;script&gt;" in made.html
    assert codes("`<script>`") == []


def test_the_opening_is_what_a_reader_reads() -> None:
    assert body("## A\n\nb *c* [d](e.md)\n\n- f\n- g\n").opening == "A b c d f g"
    assert body("Word. " * 100).opening == ("Word. " * 33).strip()


RUNAWAY = [
    "[" * 4000, "[ " * 4000, "[a](<b" * 4000, "<![" * 4000, "<![CDATA[" * 1000, "* " * 1000, "- " * 1000, "`" * 128_000,
    "\n".join("  " * level + "- x" for level in range(1000)), "> " * 2000 + "x", "**a" * 30_000, "x" * 300_000,
    "(" * 5000, "![[" * 4000, "&#" * 60_000, "<a " * 4000, "_a" * 50_000, "\\" * 5000, "a|" * 9000, "1. " * 1000,
    "a\n" * 60_000, "| a " * 5000 + "\n" + "|---" * 5000, "#" * 5000, "`a" * 4000, "~" * 5000,
]  # fmt: skip


@pytest.mark.parametrize("text", RUNAWAY, ids=lambda text: text[:8].encode("unicode_escape").decode())
def test_texts_that_take_the_converter_minutes_have_an_answer(text: str) -> None:
    made, told = render(text, "p.md", 1)
    assert made is not None or told[0].code.startswith("page.")


def test_a_text_that_stumbles_does_not_change_the_next_one() -> None:
    whole = body("Before.\n").html
    render("- " * 1000, "p.md", 1)
    for text in RUNAWAY:
        render(text, "p.md", 1)
    assert body("Before.\n").html == whole == "<p>Before.</p>"


def test_no_heading_takes_an_id_of_the_theme() -> None:
    templates = (Path(__file__).parents[2] / "theme" / "templates").rglob("*.html")
    ids = {name for path in templates for name in re.findall(r'\bid="([a-z][a-z-]*)"', path.read_text("utf-8"))}
    with_bodies = {name for name in ids if name not in ("status", "problems", "feedback", "enforcement", "preparation")}
    assert {name for name in with_bodies if not name.startswith(THEME_PREFIX)} == set(THEME_IDS)
    made = body("## Main\n\n## Exit\n\n## App main\n\n## Contents\n")
    assert [heading.id for heading in made.headings] == ["main-2", "exit-2", "main-3", "contents"]


def test_a_heading_without_words_is_left_out_and_told() -> None:
    made, told = render("## \n\n## Dates\n", "p.md", 1)
    assert made is not None
    assert [heading.text for heading in made.headings] == ["Dates"]
    assert [(d.code, d.where.line) for d in told] == [("page.empty-heading", 1)]


def test_a_link_is_found_where_it_is_a_link() -> None:
    made = body("data.pdf is here\n\nmore\n\n[a](a.pdf)\n")
    assert made.links[0].where.line == 5


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("A <b>bold\n\nNext.\n", "<p>A <b>bold</b></p><p>Next.</p>"),
        ("A <b><i>bold</b> word</i>.\n", "<p>A <b><i>bold</i></b><i> word</i>.</p>"),
        ("<b>\n\n## Head\n\n| a |\n|---|\n| b |\n\n</b>\n", '<h2 id="head">Head</h2>'),
    ],
)
def test_what_stands_inside_a_line_holds_no_block(text: str, html: str) -> None:
    made = body(text).html
    assert html in made
    assert not re.search(r"<(b|i)>(?:(?!</\1>).)*<(?:p|div|h2|table)\b", made, re.S)
