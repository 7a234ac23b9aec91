"""The glossary as a page: every short form and special word of the board, from A to Z."""

from __future__ import annotations

from boardsite.dataclass import dataclass
from boardsite.model import routes
from boardsite.model.entities import Site
from boardsite.model.glossary_entities import Word
from boardsite.pages.frame import View
from boardsite.pages.frames import Frames
from boardsite.pages.target import Target
from boardsite.text import letter_of, slug


@dataclass(frozen=True, slots=True)
class WordEntry:
    """A word. `more_address` leads to the page `more_title` about it, "" where there is none."""

    word: str
    anchor: str
    full: str
    meaning: str
    more_title: str
    more_address: str


@dataclass(frozen=True, slots=True)
class WordLetter:
    letter: str
    anchor: str
    words: tuple[WordEntry, ...]


@dataclass(frozen=True, slots=True)
class GlossaryView(View):
    lead: str
    letters: tuple[WordLetter, ...]


def plan(frames: Frames) -> tuple[Target, ...]:
    """Return the page of all words; nothing where the board has no glossary."""
    site = frames.site
    if site.glossary is None:
        return ()
    letters: dict[str, list[WordEntry]] = {}
    for word in site.glossary.words:
        letters.setdefault(letter_of(word.word), []).append(_entry(site, word))
    page = frames.of(None, routes.GLOSSARY).page(
        "glossary", routes.GLOSSARY, site.glossary.title, description=site.glossary.summary
    )
    view = GlossaryView(
        head=page,
        lead=site.glossary.summary,
        letters=tuple(WordLetter(letter, f"at-{slug(letter)}", tuple(found)) for letter, found in letters.items()),
    )
    return (Target(routes.GLOSSARY, "html", view, (site.glossary.where,)),)


def _entry(site: Site, word: Word) -> WordEntry:
    path = word.address.partition("#")[0]
    title = next((page.title for page in site.pages if page.address == path), word.word)
    return WordEntry(
        word=word.word,
        anchor=word.anchor,
        full=word.full,
        meaning=word.meaning,
        more_title=title if word.address else "",
        more_address=word.address,
    )
