"""Python-Markdown as it comes, to hold the quick converter against, and texts on which to do that."""

from __future__ import annotations

from collections.abc import Callable

from markdown import Markdown

from tests.support.small_site import ROOT

PAGES = sorted([*ROOT.glob("content/**/*.md"), *ROOT.glob("lscgs/**/*.md"), *ROOT.glob("docs/**/*.md"), ROOT / "README.md"])


def plain() -> Markdown:
    return Markdown(
        extensions=["tables", "sane_lists", "def_list", "fenced_code"],
        extension_configs={"tables": {"use_align_attribute": True}},
        output_format="html",
    )


def slow(text: str) -> str:
    return plain().convert(text)


def outcome(convert: Callable[[str], str], text: str) -> str:
    """Return what comes of a text, or the name of what is raised: the converter raises all kinds of things."""
    try:
        return convert(text)
    except Exception as problem:
        return type(problem).__name__
