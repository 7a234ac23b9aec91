"""The board's own pages."""

from __future__ import annotations

from tests.support import small_site

EXIT = small_site.SITE + "exit:\n  address: https://www.example.org/weather\n  page: /worried-about-a-child/\n"


def test_exit_this_page_stands_only_on_pages_that_are_marked() -> None:
    changes = {
        "content/site.yaml": EXIT,
        "content/harm.md": "---\ntitle: Harm\nsensitive: yes\n---\nText.\n",
        "content/minutes.md": "---\ntitle: Minutes\n---\nText.\n",
    }
    outcome = small_site.build(changes)
    assert outcome.report.errors == ()
    html = small_site.page(outcome, "harm/index.html")
    assert 'href="https://www.example.org/weather" rel="noreferrer" data-exit' in html
    assert html.index('href="#main"') < html.index('href="#exit"') < html.index("<header")
    assert "data-exit" not in small_site.page(outcome, "minutes/index.html")
    assert "data-exit" not in small_site.page(outcome, "index.html")


def test_a_long_page_has_a_list_of_its_parts() -> None:
    text = "".join(f"## Part {n}\n\nText.\n\n" for n in range(4))
    html = small_site.page(small_site.build({"content/guide.md": f"---\ntitle: Guide\n---\n{text}"}), "guide/index.html")
    assert '<a href="#part-3">Part 3</a>' in html


def test_pages_below_and_beside_a_page_are_linked() -> None:
    changes = {
        "content/guide.md": "---\ntitle: Guide\n---\nText.\n",
        "content/guide/one.md": "---\ntitle: Part one\norder: 1\n---\nText.\n",
        "content/guide/two.md": "---\ntitle: Part two\norder: 2\n---\nText.\n",
    }
    outcome = small_site.build(changes)
    parent = small_site.page(outcome, "guide/index.html").partition("<main")[2]
    assert parent.index("Part one") < parent.index("Part two")
    child = small_site.page(outcome, "guide/one/index.html")
    assert '<a href="../two/index.html">Part two</a>' in child
    assert 'href="../index.html">Guide</a>' in child.partition("<main")[0]


def test_the_statement_says_what_the_law_asks_for() -> None:
    site = small_site.SITE.replace("status: fully", "status: partially\n  problems:\n    - what: Some PDFs are not tagged.")
    html = small_site.page(small_site.build({"content/site.yaml": site}), "accessibility/index.html")
    for words in ("partially compliant", "Some PDFs are not tagged.", "Equality and Human Rights Commission", "1 May 2016"):
        assert words in html
