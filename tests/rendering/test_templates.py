"""Mistakes in the theme are told once, with their line, and never break the program."""

from __future__ import annotations

import pytest

from boardsite.pipeline import Order, build_from
from boardsite.reading.sources import source_file
from tests.support import small_site

HOME = "theme/templates/pages/home.html"


def told(template: str, path: str = HOME) -> list[tuple[str, str, int | None, str]]:
    """Return what is said of the minimal site when one template of the theme is another."""
    site = [source_file(name, c if isinstance(c, bytes) else c.encode()) for name, c in small_site.files().items()]
    theme = [source for source in small_site.theme() if source.path != path]
    made = build_from((*site, *theme, source_file(path, template.encode())), Order(small_site.ROOT, small_site.MOMENT))
    return [(d.code, d.where.path, d.where.line, d.found) for d in made.report.errors]


@pytest.mark.parametrize(
    "mistake",
    [
        "{{ 1 // 0 }}",
        "{{ 10.0 ** 1000 }}",
        "{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}",
        "{{ view.nothing }}",
        "{{ 1 + 'a' }}",
        "{{ 'x'.nothing() }}",
    ],
)
def test_whatever_an_expression_raises_is_told_once_with_its_line(mistake: str) -> None:
    # The home page is led to from every page: that it is not there is no second mistake.
    assert [found[:3] for found in told(f"<p>\n{mistake}\n")] == [("theme.template-stopped", HOME, 2)]


def test_a_script_that_is_not_there_is_told_as_such() -> None:
    found = told('<p>\n<script src="{{ "finding/serach.js" | script | href }}"></script>\n')
    assert found == [("theme.script-missing", HOME, 2, "finding/serach.js")]


def test_a_dead_link_of_the_theme_is_still_told() -> None:
    assert told('<a href="{{ "/nowhere/" | href }}">x</a>') == [("theme.dead-link", "theme", None, "/ → /nowhere/")]
