"""The quick inline pass writes what the slow one writes, to the letter."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown, inlinepatterns, treeprocessors

from benchmarks.workload import Writer
from boardsite.markup.convert import to_html
from boardsite.markup.inline import QuickInlineProcessor
from tests.support.plain_markdown import PAGES, outcome, plain, slow, source
from tests.support.small_site import ROOT

PIECES = [
    "`", "``", "\\", "*", "**", "***", "_", "__", "[", "](", "]", "![", "(a)", "[a]: b\n", "<", ">", "<http://x.org>",
    "<me@example.org>", "<b>", "&", "&amp;", "  \n", "\n", "\n\n", "word", "two words", " ", "|", "|---|\n", ": ", "- ",
    "1. ", "# ", "```\n", "@", "://", "!", "\u2028", "é", "klzzwxh:0000", "\x02", "\x03",
]  # fmt: skip


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_page_of_the_project_is_the_same(path: object) -> None:
    text = path.read_text("utf-8")  # type: ignore[attr-defined]
    assert to_html(text) == slow(text)


def test_made_up_prose_is_the_same() -> None:
    write = Writer(7)
    for _ in range(50):
        text = write.body()
        assert to_html(text) == slow(text)


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@settings(max_examples=400)
def test_any_heap_of_marks_is_the_same(text: str) -> None:
    assert outcome(to_html, text) == outcome(slow, text)


def test_no_pattern_that_we_do_not_know_is_passed_over() -> None:
    converter = Markdown()
    assert len(QuickInlineProcessor(converter)._triggers) == len(converter.inlinePatterns)
    assert all(QuickInlineProcessor(converter)._triggers)
    converter.inlinePatterns["link"].pattern = "another"
    assert [t for t in QuickInlineProcessor(converter)._triggers if t == ("",)] == [("",)]  # "" is in every text


@pytest.mark.parametrize(
    "text",
    ["a  \nb", "a&copy;b", "<b>a", "`a`", "\\*a", "*a*", "__a__", "[a](b)", "![a](b)", "<http://a.org>", "<a@b.org>", "[a]\n\n[a]: b"],
)
def test_one_mark_alone_is_enough(text: str) -> None:
    assert to_html(text) == slow(text)


def test_links_by_name_are_tried_where_a_name_is_defined() -> None:
    converter = plain()
    quick = QuickInlineProcessor(converter)
    left_out = [p for p, triggers in zip(converter.inlinePatterns, quick._nameless, strict=True) if not triggers]
    names = ["reference", "image_reference", "short_reference", "short_image_ref"]
    assert left_out == [converter.inlinePatterns[name] for name in names]
    assert "href" in to_html("[a] [b][a] [c]\n\n[a]: d")
    assert "href" not in to_html("[a] [b][a] [c]")  # and the text before has left nothing


def test_a_pattern_of_another_class_is_tried_without_a_name() -> None:
    class Own(inlinepatterns.ReferenceInlineProcessor):
        """May do anything."""

    converter = plain()
    converter.inlinePatterns.register(Own(inlinepatterns.REFERENCE_RE, converter), "reference", 170)
    quick = QuickInlineProcessor(converter)
    assert quick._nameless[converter.inlinePatterns.get_index_for_name("reference")] == ("[",)


def test_the_patterns_are_those_that_we_know() -> None:
    assert ("",) not in QuickInlineProcessor(plain())._triggers
    assert source(inlinepatterns, treeprocessors) == "04582782b4b45e3e"
