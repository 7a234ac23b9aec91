"""What we say about the glossary and the short forms that texts use."""

from __future__ import annotations

from boardsite.diagnostics import Diagnostic, Location, Severity


def word_twice(where: Location, word: str, first: Location) -> Diagnostic:
    return Diagnostic(
        "glossary.word-twice", Severity.WARNING, "The glossary has this word twice; we show the first.", where, word,
        f"Take one of them out. The first is on line {first.line}.", (first,),
    )  # fmt: skip


def without_meaning(where: Location, word: str) -> Diagnostic:
    return Diagnostic(
        "glossary.no-meaning", Severity.WARNING, "The glossary does not say what this word means.", where, word,
        "Add a line such as meaning: Services sharing one place, or full: with what the short form stands for.",
    )  # fmt: skip


def word_unknown(where: Location, word: str) -> Diagnostic:
    return Diagnostic(
        "glossary.word-unknown", Severity.NOTICE, "The glossary does not say what this stands for.", where, word,
        f"Add word: {word} to content/glossary.yaml, or write it under known: there if everyone knows it.",
    )  # fmt: skip
