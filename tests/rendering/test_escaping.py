"""What templates put out is escaped as Jinja escapes it, to the letter."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from boardsite.rendering.escaping import PlainEnvironment


class Safe:
    def __html__(self) -> str:
        return "<i>safe</i>"


class Text(str):
    """A text of another kind."""


VALUES = (
    "plain", "<b>&amp; \"it's\" £ – 😀", "", Markup("<b>&</b>"), Markup(""), Text("<i>"), Safe(), 7, -1.5, None, True,
    ("<", Markup("<")), ["a"], {"<": ">"}, b"<",
)  # fmt: skip
TEMPLATES = (
    "{{ value }}",
    "a{{ value }}b{{ value }}",
    "{{ 'a<b' }}{{ '<b>' | safe }}{{ 1 }}{{ value ~ '<' }}{{ [value] | join('<') }}",
    "{% macro shown(it) %}<p>{{ it }}</p>{% endmacro %}{{ shown(value) }}{{ shown(shown(value)) }}",
    "{% set kept %}<p>{{ value }}</p>{% endset %}{{ kept }}{{ kept | length }}",
    "{% filter upper %}<p>{{ value }}{% endfilter %}",
    "{% for each in [value, '<'] %}{{ each }}{{ loop.index }}{% endfor %}",
    "{% macro box() %}<div>{{ caller() }}</div>{% endmacro %}{% call box() %}{{ value }}{% endcall %}",
    "{% from 'part' import part %}{{ part(value) }}",
    "{% include 'inside' %}{{ self.title() }}{% block title %}{{ value }}{% endblock %}",
    "{% extends 'whole' %}{% block main %}{{ super() }}{{ value }}{% endblock %}",
    "{{ value | e }}{{ value | string | upper }}{{ value is none }}",
    "{% macro row(it, at, end='.') %}{{ it }}{{ at }}{{ end }}{% endmacro %}"
    "{% for each in [value, '<'] %}{{ row(each, at=loop.index) }}{{ row(each, 2, end='<') }}{% endfor %}",
    "{% macro all() %}{{ varargs }}{{ kwargs }}{% endmacro %}{{ all(value, '<', it=value) }}",
    "{% block inner %}{% set it = value %}{% from 'part' import part %}{{ part(it) }}{% endblock %}",
    "{% for each in ['<'] %}{{ value.__class__.__name__.lower() }}{{ 'a<b'.replace('b', each) }}{% endfor %}",
)
PARTS = {
    "part": "{% macro part(it) %}<b>{{ it }}</b>{% endmacro %}",
    "inside": "<u>{{ value }}</u>",
    "whole": "<main>{% block main %}{{ value }}{% endblock %}</main>",
}


def made(kind: type[Environment], text: str, value: object) -> str:
    environment = kind(loader=DictLoader({**PARTS, "it": text}), autoescape=True, undefined=StrictUndefined)
    return environment.get_template("it").render(value=value)


@pytest.mark.parametrize("text", TEMPLATES)
@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_the_letters_are_those_of_jinja(value: object, text: str) -> None:
    assert made(PlainEnvironment, text, value) == made(Environment, text, value)


def test_a_name_that_is_not_there_is_still_told() -> None:
    with pytest.raises(UndefinedError, match="'other' is undefined"):
        made(PlainEnvironment, "{{ other }}", 1)


def test_it_is_our_way_that_was_compared() -> None:
    """Else a new release of Jinja could pass us by, and nobody would see it."""
    ours, theirs = (kind(autoescape=True).compile("{{ value }}", raw=True) for kind in (PlainEnvironment, Environment))
    assert "environment.escaped(" in ours
    assert "environment.escaped(" not in theirs
