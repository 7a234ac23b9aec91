"""Markdown text to HTML, with the one list of extensions. What comes out is not clean yet: see `clean`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown import Markdown


@cache
def _converter() -> Markdown:
    # Loaded when the first text is converted: most builds know all of them.
    from markdown import Markdown
    from markdown.extensions.def_list import DefListExtension
    from markdown.extensions.fenced_code import FencedCodeExtension
    from markdown.extensions.sane_lists import SaneListExtension
    from markdown.extensions.tables import TableExtension

    from boardsite.markup import around, blocks, inline

    # Extensions by class: by name, every installed package is searched for them.
    # use_align_attribute: the cleaning pass turns the attribute into a class; style attributes are not let through.
    converter = Markdown(
        extensions=[
            TableExtension(use_align_attribute=True),
            SaneListExtension(),
            DefListExtension(),
            FencedCodeExtension(),
        ],
        output_format="html",
    )
    for part in (around, blocks, inline):
        part.quicken(converter)
    return converter


def to_html(text: str) -> str:
    """Return the HTML of a Markdown text. The converter may raise anything on odd input; the caller expects that."""
    converter = _converter()
    converter.reset()
    try:
        return converter.convert(text)
    except BaseException:
        # A converter that stumbled in the middle of a list would take the next text for the rest of it.
        _converter.cache_clear()
        raise
