"""The block pass of Python-Markdown without the processors that cannot have a say.

For each block of a text Python-Markdown asks some fourteen processors whether it is theirs, and most of them search all
of it. Yet each knows its own by how a line begins: the beginnings of a block's lines say who need not be asked. The
output is the same to the letter (tests/markup/test_blocks.py). A processor of another class than those listed here, or
with another expression, is asked about every block.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import (
    BlockProcessor,
    BlockQuoteProcessor,
    CodeBlockProcessor,
    HashHeaderProcessor,
    HRProcessor,
    ListIndentProcessor,
    ReferenceProcessor,
    SetextHeaderProcessor,
)
from markdown.extensions.def_list import DefListIndentProcessor, DefListProcessor
from markdown.extensions.sane_lists import SaneOListProcessor, SaneUListProcessor
from markdown.extensions.tables import TableProcessor

# A sign is the first letter of a line that is no space, or one of these three.
_INDENTED = " "  # the first line begins with as many spaces as a tab is wide
_NUMBER = "0"  # the first line begins with a digit, of whatever script
_PIPE = "|"  # there is one, anywhere

# class → the signs of which a block it takes has at least one, and the expression by which it takes it. Those without
# an expression ask for their sign in so many words, whatever else they ask of the block and of what stands before it.
_PROVED: dict[type[BlockProcessor], tuple[str, re.Pattern[str] | None]] = {
    ListIndentProcessor: (_INDENTED, None),
    DefListIndentProcessor: (_INDENTED, None),
    CodeBlockProcessor: (_INDENTED, None),
    TableProcessor: (_PIPE, None),
    HashHeaderProcessor: (
        "#",
        re.compile(r"(?:^|\n)(?P<level>#{1,6})(?P<header>(?:\\.|[^\\#]|#+(?=[^#\n]))*?)#*(?:\n|$)"),
    ),
    SetextHeaderProcessor: ("=-", re.compile(r"^.*?\n(?:=+|-+)[ ]*(\n|$)", re.M)),
    HRProcessor: (
        "-_*",
        re.compile(
            r"^[ ]{0,3}(?=(?P<atomicgroup>(-+[ ]{0,2}){3,}|(_+[ ]{0,2}){3,}|(\*+[ ]{0,2}){3,}))(?P=atomicgroup)[ ]*$",
            re.M,
        ),
    ),
    SaneOListProcessor: (_NUMBER, re.compile(r"^[ ]{0,3}\d+\.[ ]+(.*)")),
    SaneUListProcessor: ("*+-", re.compile(r"^[ ]{0,3}[*+-][ ]+(.*)")),
    DefListProcessor: (":", re.compile(r"(^|\n)[ ]{0,3}:[ ]{1,3}(.*?)(\n|$)")),
    BlockQuoteProcessor: (">", re.compile(r"(^|\n)[ ]{0,3}>[ ]?(.*)")),
    # Says yes to every block, and then gives back all in which it finds nothing.
    ReferenceProcessor: (
        "[",
        re.compile(
            r"""^[ ]{0,3}\[([^\[\]]*)\]:[ ]*(?:\n[ ]*)?([^\s]+)[ ]*(?:\n[ ]*)?((["\'])(.*)\4[ ]*|\((.*)\)[ ]*)?$""",
            re.M,
        ),
    ),
}
_SIGNS = frozenset("".join(signs for signs, _ in _PROVED.values()))


class QuickBlockParser(BlockParser):
    """The block pass, with a look at how the lines of a block begin before anybody is asked about it."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.blockprocessors = md.parser.blockprocessors
        self._indent = " " * md.tab_length
        self._signs = [(processor, signs_of(processor)) for processor in self.blockprocessors]
        self._asked: dict[frozenset[str], list[BlockProcessor]] = {}  # by signs: some dozens in a whole site

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:  # noqa: N802
        """Give every block to the first processor that takes it, as the method it replaces does."""
        while blocks:
            for processor in self._to_ask(blocks[0]):
                if processor.test(parent, blocks[0]) and processor.run(parent, blocks) is not False:
                    break

    def _to_ask(self, block: str) -> list[BlockProcessor]:
        signs = {line.lstrip(" ")[:1] for line in block.split("\n")}
        if block.startswith(self._indent):
            signs.add(_INDENTED)
        if _PIPE in block:
            signs.add(_PIPE)
        if block.lstrip(" ")[:1].isdecimal():
            signs.add(_NUMBER)
        shown = _SIGNS.intersection(signs)
        asked = self._asked.get(shown)
        if asked is None:
            asked = [processor for processor, its in self._signs if its is None or not its.isdisjoint(shown)]
            self._asked[shown] = asked
        return asked


def signs_of(processor: BlockProcessor) -> frozenset[str] | None:
    """Return the signs of which a block of this processor has at least one, or None where that is not known."""
    signs, expression = _PROVED.get(type(processor), ("", None))
    own = getattr(processor, "SEARCH_RE", None) or getattr(processor, "RE", None)
    return frozenset(signs) if signs and own == expression else None


def quicken(md: Markdown) -> None:
    """Put the quick pass in the place of the slow one."""
    parser = QuickBlockParser(md)
    for processor in parser.blockprocessors:
        processor.parser = parser  # by which it hands on what stands inside its block
    md.parser = parser
