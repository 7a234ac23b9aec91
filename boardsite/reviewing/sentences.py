"""Sentences of a text, each with the place where it begins; marks of Markdown, code and tables are no words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from boardsite.dataclass import dataclass
from boardsite.reviewing.subjects import Passage

_BLOCK = re.compile(r"(?:^[ \t]*\S.*\n?)+", re.M)
_ITEM = re.compile(r"^[ \t]*(?:[-*+]|\d+[.)]|>|#{1,6})[ \t]+", re.M)
_END = re.compile(r"(?<=[.!?])[\"”’)*_]*\s+(?=[\"“‘(*_\[]*[A-Z0-9])")
_FENCED = re.compile(r"^(```|~~~).*?^\1", re.M | re.S)
_LINK = re.compile(r"!?\[([^\[\]]{0,300})\]\([^)]{0,500}\)")
# A stop after these does not end a sentence.
_SHORT = re.compile(r"\b(?:e\.g|i\.e|etc|Mr|Mrs|Ms|Dr|St|No|approx|Rev|Prof|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.$")
_LONGEST_SHORT = 8
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it is read, and where it begins in its passage."""

    text: str
    at: int

    @property
    def words(self) -> int:
        return len(_WORD.findall(self.text))


def sentences(passage: Passage) -> Iterator[Sentence]:
    """Yield the sentences of a passage; items of a list, cells and headings end where their line or cell ends."""
    text = passage.text
    if passage.is_markdown:
        text = _without_code(text)
    for block in _BLOCK.finditer(text):
        for start, piece in _pieces(block[0], block.start(), is_markdown=passage.is_markdown):
            yield from _sentences(piece, start)


def _without_code(text: str) -> str:
    """Return the text with spaces in place of code: between fences, or indented where no list and no paragraph is."""
    lines = _FENCED.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text).split("\n")
    is_list = False
    is_after_words = False
    for number, line in enumerate(lines):
        is_indented = line.startswith(("    ", "\t"))
        if not line.strip():
            is_after_words = False
        elif is_indented and not is_list and not is_after_words:
            lines[number] = " " * len(line)
        else:
            if not is_indented:
                is_list = bool(_ITEM.match(line)) or (is_list and is_after_words)
            is_after_words = True
    return "\n".join(lines)


def _pieces(block: str, start: int, *, is_markdown: bool) -> Iterator[tuple[int, str]]:
    if not is_markdown:
        yield start, block
        return
    if "|" in block.partition("\n")[0] and re.search(r"^[ \t|:-]+$", block, re.M):
        for cell in re.finditer(r"[^|\n]+", block):
            yield start + cell.start(), cell[0]
        return
    marks = [found.start() for found in _ITEM.finditer(block)]
    edges = marks if marks and not marks[0] else [0, *marks]
    for at, end in pairwise((*edges, len(block))):
        yield start + at, _ITEM.sub("", block[at:end], count=1)


def _sentences(piece: str, start: int) -> Iterator[Sentence]:
    at = 0
    for end in [*(found.start() for found in _END.finditer(piece)), len(piece)]:
        if end < len(piece) and _SHORT.search(piece, max(at, end - _LONGEST_SHORT), end):
            continue
        whole = piece[at:end]
        flat = " ".join(_LINK.sub(r"\1", whole).split())
        if flat:
            yield Sentence(flat, start + at + len(whole) - len(whole.lstrip()))
        at = end
