"""Which files a file of another program becomes, by its ending, for the board or a group. Nothing is written here."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from boardsite.calendars import reader
from boardsite.clock import short_date
from boardsite.commands.contact_lists import with_contacts
from boardsite.commands.drafts import ANY_NAME, Draft
from boardsite.dataclass import dataclass
from boardsite.importing.calendars import events
from boardsite.importing.contacts import contacts, mark
from boardsite.importing.documents import read_document
from boardsite.importing.notes import Notebook, Notes
from boardsite.importing.spreadsheets import read_rows
from boardsite.importing.tables import Row, read_csv
from boardsite.messages import importing as messages
from boardsite.messages import writing
from boardsite.pipeline import DEFAULT_ZONE, Order
from boardsite.reading.sources import SourceFile
from boardsite.schema.content_types import NEWS, PAGE
from boardsite.schema.documents import Tree, group_of
from boardsite.schema.fields import Values
from boardsite.schema.scaffold import page_file
from boardsite.text import slug


@dataclass(frozen=True, slots=True)
class Desk:
    """Where things go: `group` "" is the board, `file_name` "" leaves the name to the title."""

    sources: tuple[SourceFile, ...]
    tree: Tree
    group: str
    file_name: str
    zone: ZoneInfo
    moment: datetime

    @classmethod
    def of(cls, order: Order, sources: tuple[SourceFile, ...], tree: Tree, group: str, file_name: str) -> Desk:
        zone = ZoneInfo((tree.site.values.text("time_zone") if tree.site else "") or DEFAULT_ZONE)
        return cls(sources, tree, group, file_name, zone, order.moment)

    @property
    def home(self) -> str:
        return f"lscgs/{self.group}" if self.group else "content"

    def source(self, *paths: str) -> SourceFile | None:
        return next((source for source in self.sources if source.path in paths), None)


@dataclass(frozen=True, slots=True)
class Taken:
    """The files to be, a sentence for each thing that is in them, and what became of the rest."""

    drafts: tuple[Draft, ...]
    sentences: tuple[str, ...]
    notes: Notes


def take(name: str, content: bytes, desk: Desk) -> Taken:
    """Return what a file becomes; raise BoardsiteError for a file that cannot be brought in."""
    notebook = Notebook()
    if desk.file_name and not name.lower().endswith((".docx", ".docm")):
        raise messages.file_name_not_used(name)
    match name.rpartition(".")[2].lower():
        case "ics":
            return _events(name, content, desk, notebook)
        case "csv":
            return _contacts(name, desk, read_csv(name, content, notebook), notebook)
        case "xlsx" | "xlsm":
            return _contacts(name, desk, read_rows(name, content, notebook), notebook)
        case "docx" | "docm":
            return _page(name, content, desk, notebook)
        case "doc" | "xls":
            raise messages.old_office(name)
        case _:
            raise messages.unknown_ending(name)


def _events(name: str, content: bytes, desk: Desk, notebook: Notebook) -> Taken:
    folder = f"{desk.home}/events/"
    there = [(s.path, s.content) for s in desk.tree.calendars if group_of(s.path) == desk.group]
    known = {series.uid: series for series in reader.read(there, desk.zone).series}
    names = {source.path.removeprefix(folder).lower() for source in desk.sources if source.path.startswith(folder)}
    found = events(name, content, desk.zone, known, names, notebook)
    drafts = tuple(Draft(folder + file.name, file.content) for file in found.files)
    said = tuple(messages.event_taken(file.title, file.when, folder + file.name) for file in found.files)
    return Taken(drafts, said, found.notes)


def _contacts(name: str, desk: Desk, rows: tuple[Row, ...], notebook: Notebook) -> Taken:
    path = f"{desk.home}/contacts.yaml"
    source = desk.source(path, f"{desk.home}/contacts.yml")
    documents = [each for each in desk.tree.contacts if source and each.path == source.path]
    known = {mark(_as_entry(values)) for document in documents for values in document.values.records("contacts")}
    found = contacts(name, rows, known, notebook)
    if not found.entries:
        return Taken((), (), found.notes)
    place = source.path if source else path
    made = Draft(place, with_contacts(place, source, found.entries), source.content if source else None)
    return Taken((made,), tuple(messages.contact_taken(e["role"], place) for e in found.entries), found.notes)


def _as_entry(values: Values) -> dict[str, str]:
    return {name: values.text(name) for name in ("role", "email", "phone")}


def _page(name: str, content: bytes, desk: Desk, notebook: Notebook) -> Taken:
    """A page of the board, or news of a group: groups have no pages of their own. A draft in any case."""
    page = read_document(name, content, notebook)
    title = (page.title or " ".join(name.rpartition(".")[0].replace("_", " ").split()))[:120]
    file = desk.file_name or slug(title)
    if not ANY_NAME.fullmatch(file):
        raise writing.name_unreadable(file)
    path = f"{desk.home}/news/{file}.md" if desk.group else f"content/{file}.md"
    if any(source.path.casefold() == path.casefold() for source in desk.sources):
        raise writing.there_already(path, writing.OTHER_NAME)
    answers = {"title": title}
    if desk.group:
        answers["date"] = short_date(desk.moment.astimezone(desk.zone).date())
    made = page_file(NEWS if desk.group else PAGE, answers, page.text, is_draft=True)
    return Taken((Draft(path, made.encode("utf-8")),), (messages.page_taken(title, path),), page.notes)
