"""Mistakes in the theme are told once, with their line, and never break the program."""

from __future__ import annotations

import pytest

from boardsite.pipeline import Order, build_from
from boardsite.reading.sources import source_file
from boardsite.rendering.templates import Theme
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


def page(templates: dict[str, str], **values: object) -> str:
    """Return what a template "page" makes of values."""
    files = (source_file(f"theme/templates/{name}", text.encode()) for name, text in templates.items())
    return Theme.of(files).environment.get_template("page").render(**values)


def test_a_macro_is_asked_once_for_the_same_values_and_stays_html() -> None:
    asked: list[object] = []
    one = ("x",)
    alike = tuple(iter(one))
    calls = "{{ m | once(one, word='<') }}{{ m | once(one, word='<') }}{{ m | once(alike, word='<') }}"
    macro = "{% macro m(thing, word) %}{{ note.append(thing) or word }}{% endmacro %}"
    files = {"page": '{% from "parts" import m with context %}' + calls, "parts": macro}
    assert page(files, one=one, alike=alike, note=asked) == "&lt;&lt;&lt;"
    assert [id(each) for each in asked] == [id(one), id(alike)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("m | once(a)", "m | once(b)"),
        ("m | once('a')", "m | once('b')"),
        ("m | once(a)", "n | once(a)"),
        ("m | once(a, 'x')", "m | once(a, 'y')"),
        ("m | once(a, x='1')", "m | once(a, y='1')"),
        ("m | once(1)", "m | once(true)"),
        ("m | once('')", "m | once(none)"),
        ("m | once(a)", "m | once()"),
    ],
)
def test_what_differs_in_anything_is_made_for_itself(first: str, second: str) -> None:
    macros = """{% macro m(thing="-", x="-", y="-") %}m{{ thing }}{{ x }}{{ y }}{% endmacro %}
    {% macro n(thing) %}n{{ thing }}{% endmacro %}"""
    text = f'{{% from "parts" import m, n %}}{{{{ {first} }}}}|{{{{ {second} }}}}'
    made = page({"page": text, "parts": macros}, a=("a",), b=("b",))
    plain = page({"page": text.replace(" | once", ""), "parts": macros}, a=("a",), b=("b",))
    assert made == plain
    assert len(set(made.split("|"))) == 2


def test_values_that_come_and_go_are_not_taken_for_each_other() -> None:
    text = '{% from "parts" import m %}{% for n in range(3000) %}{{ m | once((n, "x")) }} {% endfor %}'
    macro = "{% macro m(pair) %}{{ pair[0] }}{% endmacro %}"
    assert page({"page": text, "parts": macro}, range=range).split() == [str(n) for n in range(3000)]
