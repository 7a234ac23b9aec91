"""Why a calendar could not be copied: one exception of this room, which its callers turn into a finding."""

from __future__ import annotations

from collections.abc import Callable

from boardsite.diagnostics import Diagnostic, Location

Sentence = Callable[[Location], Diagnostic]


class Unfetched(Exception):  # noqa: N818 - nothing went wrong with us
    """This calendar cannot be had now. `trouble` is its word in the copy, `sentence` what to tell. Never leaves us."""

    def __init__(self, trouble: str, sentence: Sentence) -> None:
        super().__init__(trouble)
        self.trouble = trouble
        self.sentence = sentence
