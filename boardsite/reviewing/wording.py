"""Words that make a page hard to use: very long sentences, and links that do not say where they lead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from boardsite.diagnostics import Diagnostic
from boardsite.messages import reviewing as messages
from boardsite.reviewing.sentences import sentences
from boardsite.reviewing.subjects import Subject

MOST_WORDS = 30
_LINK = re.compile(r"(?<!!)\[([^\[\]\n]{1,200})\]\(")
_CLICK = re.compile(r"\bclick(?:ing)? (?:here|on this|this)\b", re.I)
_VAGUE = frozenset(
    {"here", "click here", "this", "this link", "this page", "link", "more", "read more", "see more", "find out more",
     "learn more", "more information", "further information", "more info", "details", "see here", "go", "website",
     "this website", "download", "page", "click", "view"}
)  # fmt: skip


def long_sentences(subject: Subject) -> Iterator[Diagnostic]:
    """Tell of each sentence with more words than people take in at once."""
    for passage in subject.passages:
        for sentence in sentences(passage):
            if sentence.words > MOST_WORDS:
                yield messages.long_sentence(passage.at(sentence.at), sentence.text, sentence.words, MOST_WORDS)


def vague_links(subject: Subject) -> Iterator[Diagnostic]:
    """Tell of links whose words say nothing to who hears them read out without the text around them."""
    for passage in subject.passages:
        told: set[int] = set()
        for found in _LINK.finditer(passage.text) if passage.is_markdown else ():
            words = " ".join(re.sub(r"[^\w\s]", "", found[1]).lower().split())
            if words in _VAGUE:
                told.add(passage.text.count("\n", 0, found.start()))
                yield messages.vague_link(passage.at(found.start()), found[1])
        for found in _CLICK.finditer(passage.text):
            if passage.text.count("\n", 0, found.start()) not in told:
                yield messages.vague_link(passage.at(found.start()), found[0])
