"""The steps of Python-Markdown before and after its two passes, without those that find nothing to do.

Each of them searches the whole text, or walks the whole tree, for what most texts do not have. It is taken only where
a text that it needs is there. The output is the same to the letter (tests/markup/test_around.py). A step of another
class than those listed here is always taken.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.preprocessors import HtmlBlockPreprocessor, NormalizeWhitespace, Preprocessor
from markdown.treeprocessors import UnescapeTreeprocessor
from markdown.util import ETX, STX

# name and place → class, the texts of which it needs one, and the lines that it adds to every text
_BEFORE: dict[tuple[str, int], tuple[type[Preprocessor], tuple[str, ...], list[str]]] = {
    ("normalize_whitespace", 30): (NormalizeWhitespace, ("\t", "\r", " \n", STX, ETX), ["", ""]),
    ("fenced_code_block", 25): (FencedBlockPreprocessor, ("```", "~~~"), []),
    ("html_block", 20): (HtmlBlockPreprocessor, ("<", "&"), []),
}


class QuickPreprocessor(Preprocessor):
    """A step before the passes, and the texts to look for before it."""

    def __init__(self, step: Preprocessor, needed: tuple[str, ...], added: list[str]) -> None:
        super().__init__(step.md)
        self._step, self._needed, self._added = step, needed, added

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines) + "\n"
        if any(needed in text for needed in self._needed):
            return self._step.run(lines)
        return lines + self._added


class QuickUnescape(UnescapeTreeprocessor):
    """The step that puts back escaped letters: they stand between two control characters that no other text holds."""

    def run(self, root: Element) -> None:
        values = (value for tag in root.iter() for _, value in tag.items() if value)
        if STX in "".join(root.itertext()) or any(STX in value for value in values):
            super().run(root)


def quicken(md: Markdown) -> None:
    """Put the quick steps in the places of the slow ones."""
    for (name, place), (kind, needed, added) in _BEFORE.items():
        step = md.preprocessors[name]
        if type(step) is kind:
            md.preprocessors.register(QuickPreprocessor(step, needed, added), name, place)
    if type(md.treeprocessors["unescape"]) is UnescapeTreeprocessor:
        md.treeprocessors.register(QuickUnescape(md), "unescape", 0)
    # For each element it is asked several times whether its tag is one of these sixty.
    md.block_level_elements = frozenset(md.block_level_elements)  # type: ignore[assignment]
