"""What is read over: texts of pages, news, groups, contacts and events, each with its lines, and what is accepted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from boardsite.dataclass import dataclass
from boardsite.diagnostics import Location
from boardsite.markup import limits
from boardsite.model.entities import Event
from boardsite.schema.documents import Tree
from boardsite.schema.fields import Document, Values


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and the place of its first line; `is_markdown` where links and lists have marks."""

    text: str
    where: Location
    is_markdown: bool = False

    def at(self, offset: int) -> Location:
        """Return the place of a letter; a text whose lines are not those of its file has one place."""
        if not self.is_markdown or self.where.line is None:
            return self.where
        return Location(self.where.path, self.where.line + self.text.count("\n", 0, offset))


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A finding that is meant: the end of its code, the reason, and the line that says so."""

    word: str
    reason: str
    where: Location


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing that people read: its title, its texts, and the findings that its writer says are meant."""

    title: str
    passages: tuple[Passage, ...]
    accepts: tuple[Acceptance, ...]


def subjects(tree: Tree, events: Iterable[Event]) -> Iterator[Subject]:
    """Yield everything with texts, in the order of the files."""
    for document in (*tree.pages, *tree.news, *tree.group_pages):
        yield _page(document)
    for document in tree.contacts:
        yield from (_contact(entry) for entry in document.values.records("contacts"))
    yield from (_event(event) for event in events)


def _page(document: Document) -> Subject:
    values = document.values
    names = ("title", "summary", "area", "meets")
    passages = tuple(Passage(values.text(name), values.place(name)) for name in names if values.text(name))
    if limits.check(document.body, document.path, document.body_line) is None:  # else it is refused, and that is told
        passages += (Passage(document.body, Location(document.path, document.body_line), is_markdown=True),)
    return Subject(values.text("title") or values.text("name"), passages, _accepts(values))


def _contact(entry: Values) -> Subject:
    names = ("role", "hours", "response", "note")
    passages = tuple(Passage(entry.text(name), entry.place(name)) for name in names if entry.text(name))
    number = Passage(entry.text("phone"), entry.place("phone")) if entry.text("phone") else None
    return Subject(entry.text("role"), (*passages, number) if number else passages, _accepts(entry))


def _event(event: Event) -> Subject:
    series = event.series
    texts = (series.details.title, series.details.description, series.details.location)
    passages = tuple(Passage(text, series.source) for text in texts if text)
    accepts = tuple(Acceptance(word, "", series.source) for word in sorted(series.accepted))
    return Subject(series.details.title, passages, accepts)


def _accepts(values: Values) -> tuple[Acceptance, ...]:
    """Return what `accept` says: the code, a space, and the reason."""
    found = []
    for line in values.texts("accept"):
        code, _, reason = line.partition(" ")
        word = code.rstrip(":").rpartition(".")[2].casefold()
        found.append(Acceptance(word, reason.strip(), values.place("accept")))
    return tuple(found)
