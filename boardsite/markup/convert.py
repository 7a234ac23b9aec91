"""Markdown text to HTML, with the one list of extensions. What comes out is not clean yet: see `clean`."""

from __future__ import annotations

from functools import cache

from markdown import Markdown


@cache
def _converter() -> Markdown:
    # use_align_attribute: the cleaning pass turns the attribute into a class; style attributes are not let through.
    return Markdown(
        extensions=["tables", "sane_lists", "def_list", "fenced_code"],
        extension_configs={"tables": {"use_align_attribute": True}},
        output_format="html",
    )


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
