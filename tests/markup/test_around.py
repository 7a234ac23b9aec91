"""The steps before and after the passes do what the slow ones do, and are left out only where those do nothing."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, tostring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown, core, htmlparser, preprocessors, treeprocessors
from markdown.extensions import fenced_code

from boardsite.markup import around
from boardsite.markup.convert import to_html
from tests.support.plain_markdown import outcome, plain, slow, source

PIECES = [
    "\t", "\r", "\r\n", "\n", "\n\n", " ", "  ", "   \n", "\x02", "\x03", "\x0242\x03", "\x02klzzwxh:0000\x03", "\x02amp\x03",
    "`", "```", "```\n", "\n\n```\n<b>\n```\n", "~~~", "~~~~ a\n", "\n\n~~~ a\n# b\n~~~\n", "{.a}", "~~", "\\", "\\*", "\\\\", "\\`", "\\|", "&", "&amp;", "&#42;", "&#2;", "&#x5c;",
    "<", ">", "<b>", "</b>", "<div>", "</div>", "<br/>", "<!--", "-->", "<?", "?>", "</>", "<p title='\\*'>", "[a](b\\_c)",
    '[a](b "c\\*")', "![\\_](b)", "[a]: \\_", "[a]", "<me\\_@example.org>", "<http://x.org/\\_>", "*", "_", "word", "12", "é", "\u2028",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
WORDS = st.text(alphabet="\x02\x03ab12*", max_size=8)


@given(TEXTS)
@settings(max_examples=500)
def test_any_heap_of_pieces_is_the_same(text: str) -> None:
    assert outcome(to_html, text) == outcome(slow, text)


@pytest.mark.parametrize("name", ["normalize_whitespace", "fenced_code_block", "html_block"])
@given(TEXTS)
def test_a_step_before_is_left_out_only_where_it_does_nothing(name: str, text: str) -> None:
    usual, quick = plain(), quickened()
    assert isinstance(quick.preprocessors[name], around.QuickPreprocessor)
    assert quick.preprocessors[name].run(text.split("\n")) == usual.preprocessors[name].run(text.split("\n"))
    assert quick.htmlStash.rawHtmlBlocks == usual.htmlStash.rawHtmlBlocks


@given(WORDS, WORDS, WORDS, WORDS)
def test_escaped_letters_are_put_back_wherever_they_are(text: str, tail: str, value: str, code: str) -> None:
    trees = []
    for md in (plain(), quickened()):
        root = Element("div")
        link = SubElement(root, "a", {"href": value, "title": "b"})
        link.text, link.tail = text, tail
        SubElement(root, "code").text = code
        md.treeprocessors["unescape"].run(root)
        trees.append(tostring(root))
    assert trees[0] == trees[1]


def test_a_tag_may_have_an_attribute_without_a_value() -> None:
    for md in (plain(), quickened()):
        root = Element("div")
        SubElement(root, "input").set("checked", None)  # type: ignore[arg-type]
        md.treeprocessors["unescape"].run(root)
        assert root[0].attrib == {"checked": None}


def test_the_steps_stand_where_they_stood() -> None:
    usual, quick = plain(), quickened()
    for name in ("normalize_whitespace", "fenced_code_block", "html_block"):
        assert quick.preprocessors.get_index_for_name(name) == usual.preprocessors.get_index_for_name(name)
    assert isinstance(quick.treeprocessors["unescape"], around.QuickUnescape)
    assert quick.treeprocessors.get_index_for_name("unescape") == usual.treeprocessors.get_index_for_name("unescape")
    assert set(usual.block_level_elements) == quick.block_level_elements


def test_a_step_of_another_class_is_always_taken() -> None:
    class Own(preprocessors.HtmlBlockPreprocessor):
        """May do anything."""

    md = plain()
    md.preprocessors.register(Own(md), "html_block", 20)
    around.quicken(md)
    assert type(md.preprocessors["html_block"]) is Own


def test_the_steps_are_those_that_we_know() -> None:
    assert source(core, preprocessors, htmlparser, fenced_code, treeprocessors) == "34961e8043725f35"


def quickened() -> Markdown:
    md = plain()
    around.quicken(md)
    return md
