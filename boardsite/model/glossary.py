"""The board's glossary out of its document, and the texts of the site in its light.

Each text has the first use of a short form explained; a short form that no text and no glossary explains is told once
for the whole site.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import partial
from itertools import chain
from types import MappingProxyType

from boardsite.diagnostics import Diagnostic, Diagnostics, Location
from boardsite.markup.explain import ShortForm, explain, short_forms
from boardsite.messages import glossary as messages
from boardsite.model import routes
from boardsite.model.board_entities import Board
from boardsite.model.entities import RichText
from boardsite.model.glossary_entities import Glossary, Word
from boardsite.schema.documents import Tree
from boardsite.schema.fields import Document, Values
from boardsite.storage.memory import Memory
from boardsite.text import slug

TITLE = "Words we use"
MOST_NOTES = 50
# Short forms that are better known than what they stand for.
KNOWN_TO_ALL = frozenset(
    {"AIDS", "AGM", "AM", "ASAP", "ATM", "A&E", "BBC", "BST", "CD", "CV", "DIY", "DNA", "DVD"}
    | {"EU", "FAQ", "GCSE", "GMT", "GP", "HIV", "ID", "IQ", "ISBN", "IT", "LED", "MP", "NATO"}
    | {"NHS", "OK", "PC", "PDF", "PIN", "PM", "PO", "PS", "QR", "SIM", "SMS", "SOS", "TV"}
    | {"UK", "UN", "URL", "US", "USA", "USB", "UTC", "VAT", "VIP", "XL"}
)


def read(documents: Iterable[Document]) -> tuple[Glossary | None, Diagnostics]:
    """Return the glossary of the checked file, or None where a board has none."""
    document = next(iter(documents), None)
    if document is None:
        return None, ()
    told: list[Diagnostic] = []
    words: dict[str, Word] = {}
    places: dict[str, Location] = {}
    for entry in document.values.records("words"):
        word, where = entry.text("word"), entry.place("word")
        if word in words:
            told.append(messages.word_twice(where, word, places[word]))
        elif not (entry.text("full") or entry.text("meaning")):
            told.append(messages.without_meaning(where, word))
        else:
            places[word] = where
            words[word] = _word(entry, {each.anchor for each in words.values()})
    values = document.values
    glossary = Glossary(
        title=values.text("title") or TITLE,
        summary=values.text("summary"),
        words=tuple(sorted(words.values(), key=lambda each: (slug(each.word), each.word))),
        known=values.texts("known"),
        explains=values.flag("explain") or not values.has("explain"),
        reports=values.flag("report") or not values.has("report"),
        where=values.where,
    )
    return glossary, tuple(told)


def _word(entry: Values, taken: set[str]) -> Word:
    wanted = "word-" + (slug(entry.text("word")) or "other")
    anchor, number = wanted, 1
    while anchor in taken:
        number += 1
        anchor = f"{wanted}-{number}"
    return Word(
        word=entry.text("word"),
        full=entry.text("full"),
        plural=entry.text("plural"),
        meaning=entry.text("meaning"),
        address=entry.text("page"),
        anchor=anchor,
    )


def explained_and_unknown(
    memory: Memory, texts: Mapping[str, RichText], tree: Tree, glossary: Glossary | None, board: Board
) -> tuple[Mapping[str, RichText], Diagnostics]:
    """Return the texts with the first use of each short form explained and led to the glossary.

    A short form that nothing explains is told, at its first use in the order of files.
    """
    shown, of = texts, memory.here.of
    told: Diagnostics = ()
    if glossary is not None and glossary.explains:
        shown = of("texts explained", partial(_all_explained, memory), texts, glossary)
    if glossary is not None and glossary.reports:
        documents = (tree.pages, tree.news, tree.group_pages)
        told = of("short forms", partial(_unknown, memory), texts, documents, glossary, board)
    return shown, told


def _all_explained(memory: Memory, texts: Mapping[str, RichText], glossary: Glossary) -> Mapping[str, RichText]:
    forms, addresses = memory.of("forms of the glossary", _forms, glossary)
    found = memory.each("explained", _explained, texts.values(), given=(forms, addresses))
    return MappingProxyType(dict(zip(texts, found, strict=True)))


def _forms(glossary: Glossary) -> tuple[tuple[ShortForm, ...], Mapping[str, str]]:
    """Return the short forms that have a full one, and the address of each word."""
    forms = tuple(
        ShortForm(word.word, word.full, word.plural or word.full + "s", bool(word.meaning or word.address))
        for word in glossary.words
        if word.full
    )
    return forms, {word.word: f"{routes.GLOSSARY}#{word.anchor}" for word in glossary.words}


def _explained(text: RichText, forms: tuple[ShortForm, ...], addresses: Mapping[str, str]) -> RichText:
    made = explain(text.html, forms, len(text.targets))
    return RichText(made.html, (*text.targets, *(addresses[word] for word in made.linked)))


def _unknown(
    memory: Memory,
    texts: Mapping[str, RichText],
    documents: tuple[tuple[Document, ...], ...],
    glossary: Glossary,
    board: Board,
) -> Diagnostics:
    known = {board.short_name, board.group_word, board.group_words, *glossary.known, *KNOWN_TO_ALL}
    for entry in glossary.words:
        known |= {entry.word, *entry.word.split()}
    told: list[Diagnostic] = []
    for document in sorted(chain.from_iterable(documents), key=lambda each: each.path):
        text = texts.get(document.path, RichText())
        for word in memory.of(("short forms", document.path), _short_forms, text.html):
            if word not in known and len(told) < MOST_NOTES:
                known.add(word)
                told.append(messages.word_unknown(_place(word, document), word))
    return tuple(told)


def _short_forms(html: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(short_forms(html)))


def _place(word: str, document: Document) -> Location:
    body = document.body
    found = re.search(rf"(?<!\w){re.escape(word)}", body)
    return Location(document.path, document.body_line + body.count("\n", 0, found.start() if found else 0))
