"""Bounds on a body, checked before Python-Markdown sees it: the library has none, and some texts take it minutes.

Figures: docs/limits.md. Each is far above what a person writes and far below what hurts.
"""

from __future__ import annotations

import re

from boardsite.diagnostics import Diagnostic, Location
from boardsite.messages import bodies as messages

MOST_LETTERS = 200_000
LONGEST_LINE = 20_000
LONGEST_RUN = 120
DEEPEST_STEP = 12
MOST_OF_ONE_MARK = 1_500
LONGEST_BLOCK = 2_000

_RUN = re.compile(rf"([\[\]<>!`*_~#(&\\])(?: ?\1){{{LONGEST_RUN}}}")
# The converter cuts line after line off a block and searches the rest of it anew each time.
_BLOCK = re.compile(rf"(?:^[^\S\n]*\S.*\n){{{LONGEST_BLOCK}}}[^\S\n]*\S", re.M)
_STEP = re.compile(rf"^(?: {{4}}|\t|> ?|[-*+] (?=[-*+>])){{{DEEPEST_STEP}}}", re.M)


def check(text: str, path: str, first_line: int) -> Diagnostic | None:
    """Return what makes a body too much to convert, or None."""
    if len(text) > MOST_LETTERS:
        return messages.too_long(Location(path, first_line), MOST_LETTERS)
    for number, line in enumerate(text.split("\n"), first_line):
        if len(line) > LONGEST_LINE:
            return messages.line_too_long(Location(path, number), LONGEST_LINE)
    for pattern in (_RUN, _STEP):
        found = pattern.search(text)
        if found:
            at = first_line + text.count("\n", 0, found.start())
            return messages.too_many_marks(Location(path, at), found[0].strip()[:12])
    block = _BLOCK.search(text)
    if block:
        return messages.block_too_long(Location(path, first_line + text.count("\n", 0, block.start())), LONGEST_BLOCK)
    for mark in "[<`":
        if text.count(mark) > MOST_OF_ONE_MARK:
            return messages.too_many_marks(Location(path, first_line), mark)
    return None
