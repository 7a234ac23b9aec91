"""Python-Markdown as it comes, to hold the quick converter against, and texts on which to do that."""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Callable
from types import ModuleType

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


def source(*modules: ModuleType) -> str:
    """Return a digest of modules of Python-Markdown, by which a test knows whether they are those it was written for.

    Where it differs, read the modules again: what is said in boardsite/markup of when they find nothing must hold.
    """
    return hashlib.sha256("".join(inspect.getsource(module) for module in modules).encode()).hexdigest()[:16]
