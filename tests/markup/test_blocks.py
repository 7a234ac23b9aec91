"""The quick block pass writes what the slow one writes, to the letter."""

from __future__ import annotations

import re
import sys
from xml.etree.ElementTree import Element, SubElement

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import blockparser, blockprocessors
from markdown.blockprocessors import BlockProcessor, HashHeaderProcessor, ReferenceProcessor
from markdown.extensions import def_list, sane_lists, tables

from boardsite.markup import blocks
from boardsite.markup.convert import to_html
from tests.support.plain_markdown import outcome, plain, slow, source

# What a line may begin with, what may stand in it, and how it may end.
BEGINNINGS = [
    "", "", " ", "  ", "   ", "    ", "     ", "        ", "\t", " \t", "> ", ">", ">> ", "- ", "* ", "+ ", "-", "1. ", "2. ",
    "10.", "٣. ", "²", "# ", "##", "###### ", "#", ": ", ":   ", ":", "| ", "|", "[a]: ", "[b] : ", "[", "```", "~~~", "~~~ html",
    "<div>", "</div>", "<p", "<!-- ", "&", "\\", "\\#", "\\> ", "=", "\u2003", "\x0b", "\x0c", "\u2028", "\xa0", "\r", "\x02", "\x85",
]  # fmt: skip
MIDDLES = [
    "word", "two words", "a | b", "|---|:--:|", "---", "===", "= =", "- - -", "***", "___", "* * *", "_ _", "--", "----", ":---|---", "|",
    "http://x.org", "<http://x.org>", '"title"', "'title'", "(title)", "[a]", "[a][b]", "[a](b)", "![a](b)", "*em*", "**st**", "_e_", "`c`",
    "``", "#", "##", "> ", ": ", "- x", "1. x", "é", "\\", "\\|", "\\*", "`|`", "<b>", "</b>", "<br>", "-->", "&amp;", "@", "", " ", "  ",
    "a | b\n---|---", "|a|\n|-|", "x\n\n:   y", "- x\n\n    - y", "[a]: b\n[c]: d", "```\na\n```",
]  # fmt: skip
ENDS = ["\n", "\n", "\n", "\n\n", "\n\n", "  \n", " \n", "\n    \n", "\n\n\n", "\r\n", "#\n", "|\n", "", "\\\n"]
LINE = st.tuples(
    st.lists(st.sampled_from(BEGINNINGS), min_size=1, max_size=3).map("".join),
    st.lists(st.sampled_from(MIDDLES), max_size=3).map("".join),
    st.sampled_from(ENDS),
).map("".join)
TEXTS = st.lists(LINE, max_size=14).map("".join) | st.text(alphabet="#=-_*+>:[]()`~|\\.12 \t\nab<&/\"'!", max_size=80)
BLOCKS = TEXTS.map(lambda text: text.replace("\n\n", "\n"))


@given(TEXTS)
@settings(max_examples=500)
def test_any_heap_of_lines_is_the_same(text: str) -> None:
    assert outcome(to_html, text) == outcome(slow, text)


@given(BLOCKS)
@settings(max_examples=500)
def test_whoever_takes_a_block_is_asked(block: str) -> None:
    md = plain()
    parser = blocks.QuickBlockParser(md)
    asked = parser._to_ask(block)
    for parent in parents():
        assert [p for p in parser.blockprocessors if takes(p, parent, block) and p not in asked] == []


def takes(processor: BlockProcessor, parent: Element, block: str) -> bool:
    if isinstance(processor, ReferenceProcessor):
        return processor.RE.search(block) is not None
    return bool(processor.test(parent, block))


def parents() -> list[Element]:
    """Return a part of a text with nothing in it, one after a list, and an entry of a list."""
    after_a_list = Element("div")
    SubElement(SubElement(after_a_list, "ul"), "li")
    return [Element("div"), after_a_list, Element("li")]


def test_every_digit_is_a_sign_of_a_numbered_list() -> None:
    digits = [chr(number) for number in range(sys.maxunicode + 1) if re.match(r"\d", chr(number))]
    assert len(digits) > 600
    assert [digit for digit in digits if not digit.isdecimal()] == []


def test_the_processors_are_those_that_we_know() -> None:
    md = plain()
    unknown = [type(p).__name__ for p in md.parser.blockprocessors if blocks.signs_of(p) is None]
    assert unknown == ["EmptyBlockProcessor", "ParagraphProcessor"]  # asked about every block, at no cost
    assert source(blockparser, blockprocessors, def_list, sane_lists, tables) == "c33706f0abc0e3b8"


def test_another_expression_is_always_asked() -> None:
    md = plain()
    header = md.parser.blockprocessors["hashheader"]
    assert header not in blocks.QuickBlockParser(md)._to_ask("word")
    header.RE = re.compile("word")
    assert header in blocks.QuickBlockParser(md)._to_ask("word")


@pytest.mark.parametrize("name", ["hashheader", "paragraph"])
def test_another_class_is_always_asked(name: str) -> None:
    class Own(HashHeaderProcessor):
        """May do anything."""

    md = plain()
    md.parser.blockprocessors.register(Own(md.parser), name, 70)
    assert md.parser.blockprocessors[name] in blocks.QuickBlockParser(md)._to_ask("word")
