"""The search page: an A to Z of everything on the site, and the index that its script reads."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator

from boardsite.dataclass import dataclass
from boardsite.model import routes
from boardsite.model.entities import Site
from boardsite.pages.frame import View
from boardsite.pages.frames import Frames
from boardsite.pages.kept import Plans
from boardsite.pages.search_entries import Kind, SearchEntry, entries, in_the_list, kind_names
from boardsite.pages.target import Target, TextView
from boardsite.text import letter_of, slug

TITLE = "Search and A to Z"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing: its name, where it is, and what it is in a few words."""

    title: str
    address: str
    note: str


@dataclass(frozen=True, slots=True)
class EntryLetter:
    letter: str
    anchor: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class EverythingView(View):
    index: str
    letters: tuple[EntryLetter, ...]


def plan(frames: Frames) -> tuple[Target, ...]:
    site = frames.site
    found = tuple(entries(site, frames.plans))
    letters: dict[str, list[Entry]] = {}
    listed = in_the_list(found, site.clock.today)
    for entry in sorted(listed, key=lambda entry: (slug(entry.title), entry.title, entry.address)):
        letters.setdefault(letter_of(entry.title), []).append(Entry(entry.title, entry.address, entry.line))
    index = search_index(site, found, frames.plans)
    view = EverythingView(
        head=frames.of(None, routes.SEARCH).page(
            "everything", routes.SEARCH, TITLE, description=f"Everything on the {site.board.name} site."
        ),
        index=routes.search_index(hashlib.sha256(index.encode()).hexdigest()[:10]),
        letters=tuple(EntryLetter(letter, f"at-{slug(letter)}", tuple(each)) for letter, each in letters.items()),
    )
    return (Target(routes.SEARCH, "html", view), Target(view.index, "text", TextView((index,))))


def search_index(site: Site, found: Iterable[SearchEntry], plans: Plans) -> str:
    """Return the index as JSON: the headings of the kinds, which of them are events, and a row for each entry.

    A row is [kind, title, address, note, summary, other words, day]; empty fields at its end are left out.
    """
    rows = plans.memory.each("rows of the index", _row, found)
    index = {"kinds": kind_names(site), "events": Kind.EVENT.value, "entries": rows}
    return json.dumps(index, ensure_ascii=False, separators=(",", ":"))


def _row(entry: SearchEntry) -> tuple[int | str, ...]:
    words = " ".join(_new_words(entry))
    row: list[int | str] = [entry.kind.value, entry.title, entry.address, entry.note, entry.summary, words, entry.day]
    while row[-1] == "":
        row.pop()
    return tuple(row)


def _new_words(entry: SearchEntry) -> Iterator[str]:
    """Yield each word that is looked for and not yet said in what is shown, once."""
    known = set(_words((entry.title, entry.note, entry.summary)))
    yield from (word for word in dict.fromkeys(_words(entry.found_by)) if word not in known)


def _words(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from re.findall(r"[^\W_]+(?:['’][^\W_]+)*", text.casefold())
