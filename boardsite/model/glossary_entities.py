"""The board's special words, all frozen."""

from __future__ import annotations

from boardsite.dataclass import dataclass
from boardsite.diagnostics import Location


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the glossary. `full` is what a short form stands for, "" where it is none; `anchor` is its id."""

    word: str
    full: str
    plural: str
    meaning: str
    address: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Glossary:
    """The board's special words from A to Z. `known` need no explanation; `explains` and `reports` are switches."""

    title: str
    summary: str
    words: tuple[Word, ...]
    known: tuple[str, ...]
    explains: bool
    reports: bool
    where: Location
