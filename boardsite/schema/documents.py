"""The tree of source files to checked documents: which file is what, by its place and its name.

The folder tree is the site map. A file in no known place is named in the report, never passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from boardsite import patience
from boardsite.dataclass import dataclass
from boardsite.diagnostics import Diagnostic, Diagnostics, Location
from boardsite.messages import files as messages
from boardsite.reading.front_matter import read_page
from boardsite.reading.letters import decode
from boardsite.reading.located import RawMap, read_settings
from boardsite.reading.sources import SourceFile
from boardsite.schema.content_types import CONTACTS, GROUP, HOME, NEWS, PAGE, SITE
from boardsite.schema.fields import ContentType, Document
from boardsite.schema.list_types import AREAS, GLOSSARY, HOLIDAYS, PLACES
from boardsite.schema.validate import read_values
from boardsite.storage.memory import Memory

PICTURE_ENDINGS = (".jpg", ".jpeg", ".png", ".gif", ".webp")
DOWNLOAD_ENDINGS = (
    ".pdf", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".csv", ".txt", ".rtf", ".zip", ".mp3", ".mp4", ".vtt",
)  # fmt: skip
_SETTINGS = {
    "site.yaml": SITE, "places.yaml": PLACES, "areas.yaml": AREAS, "holidays.yaml": HOLIDAYS, "glossary.yaml": GLOSSARY,
}  # fmt: skip
_FOLDERS = ("news", "events", "files", "images")
BOARD = "board"  # what the board is called where groups are called by their folders
_GROUP_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Tree:
    """The site's files by what they are. A document of which something is wrong is absent from its tuple.

    `broken` holds the paths of the absent documents and of the `empty` pictures and downloads, and `groups` every
    group's folder name, sound or not.
    """

    site: Document | None = None
    pages: tuple[Document, ...] = ()
    news: tuple[Document, ...] = ()
    group_pages: tuple[Document, ...] = ()
    contacts: tuple[Document, ...] = ()
    places: tuple[Document, ...] = ()
    areas: tuple[Document, ...] = ()
    holidays: tuple[Document, ...] = ()
    glossary: tuple[Document, ...] = ()
    calendars: tuple[SourceFile, ...] = ()
    pictures: tuple[SourceFile, ...] = ()
    downloads: tuple[SourceFile, ...] = ()
    empty: tuple[SourceFile, ...] = ()
    theme: tuple[SourceFile, ...] = ()
    forms: tuple[SourceFile, ...] = ()
    groups: tuple[str, ...] = ()
    broken: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Placed:
    """What becomes of a file of a group or of the board: a document, or a file of some kind, or neither."""

    group: str = ""
    kind: str = ""
    document: Document | None = None
    is_broken: bool = False
    told: Diagnostics = ()


@dataclass(frozen=True, slots=True)
class _Kinds:
    """What became of all files, by kind: documents, and the numbers of files that are none, and of broken ones."""

    documents: Mapping[str, tuple[Document, ...]]
    files: Mapping[str, tuple[int, ...]]
    broken: tuple[int, ...]
    groups: tuple[str, ...]
    told: Diagnostics


def sort_tree(sources: Iterable[SourceFile], memory: Memory | None = None) -> tuple[Tree, Diagnostics]:
    """Return the documents and files of the site, and what is wrong with them or out of place."""
    memory, sources = memory or Memory(keeps=False), tuple(sources)
    kinds = memory.here.of("kinds of files", _kinds, memory.each("placed", _placed, sources))
    documents, files = kinds.documents, kinds.files

    def of_kind(kind: str) -> tuple[SourceFile, ...]:
        return tuple(sources[number] for number in files.get(kind, ()))

    tree = Tree(
        site=next(iter(documents.get("site", ())), None),
        pages=(*documents.get("home", ()), *documents.get("page", ())),
        news=documents.get("news", ()),
        group_pages=documents.get("group", ()),
        contacts=documents.get("contacts", ()),
        places=documents.get("places", ()),
        areas=documents.get("areas", ()),
        holidays=documents.get("holidays", ()),
        glossary=documents.get("glossary", ()),
        calendars=of_kind("calendar"),
        pictures=of_kind("picture"),
        downloads=of_kind("download"),
        empty=of_kind("empty"),
        theme=of_kind("theme"),
        forms=of_kind("forms"),
        groups=kinds.groups,
        broken=frozenset(sources[number].path for number in kinds.broken),
    )
    return tree, (*kinds.told, *_twins({source.path for source in sources}))


def _kinds(all_placed: tuple[_Placed, ...]) -> _Kinds:
    documents: dict[str, list[Document]] = {}
    files: dict[str, list[int]] = {}
    for number, placed in enumerate(all_placed):
        if placed.document is not None:
            documents.setdefault(placed.document.type_name, []).append(placed.document)
        elif placed.kind:
            files.setdefault(placed.kind, []).append(number)
    return _Kinds(
        MappingProxyType({kind: tuple(found) for kind, found in documents.items()}),
        MappingProxyType({kind: tuple(found) for kind, found in files.items()}),
        tuple(number for number, placed in enumerate(all_placed) if placed.is_broken),
        tuple(dict.fromkeys(placed.group for placed in all_placed if placed.group)),
        tuple(told for placed in all_placed for told in placed.told),
    )


def _twins(paths: set[str]) -> Iterator[Diagnostic]:
    """A file of contacts may end in .yaml or .yml; of both, nobody could say which one counts."""
    for path in sorted(path for path in paths if path.endswith("/contacts.yml")):
        first = path.removesuffix(".yml") + ".yaml"
        if first in paths:
            yield messages.two_of_one(Location(path), Location(first))


def group_of(path: str) -> str:
    """Return the group's folder name in a source path, or "" for the board's own files."""
    parts = path.split("/")
    return parts[1] if parts[0] == "lscgs" and len(parts) > 2 else ""


def _placed(source: SourceFile) -> _Placed:
    parts = source.path.split("/")
    where = Location(source.path)
    if parts[0] in ("theme", "forms"):
        return _Placed(kind=parts[0])
    if parts[0] != "lscgs":
        return _inside("", parts[1:], source)
    if len(parts) < 3:
        advice = "Put it into the folder of a group, such as lscgs/south/."
        return _Placed(told=(messages.wrong_place(where, advice),))
    if not _GROUP_KEY.fullmatch(parts[1]):
        return _Placed(told=(messages.group_folder_name(where, parts[1]),))
    if parts[1] == BOARD:
        return _Placed(told=(messages.group_folder_taken(Location(f"lscgs/{BOARD}"), BOARD),))
    return _inside(parts[1], parts[2:], source)


def _inside(group: str, inner: list[str], source: SourceFile) -> _Placed:
    """Return what becomes of a file in the folder of a group, or of the board: `inner` is its path there, in parts."""
    where = Location(source.path)
    if len(inner) > 1 and inner[0] != inner[0].lower() in _FOLDERS:
        advice = f"Rename the folder {inner[0]} to {inner[0].lower()}: here, names of folders have small letters."
        return _Placed(group, told=(messages.wrong_place(where, advice),))
    content_type = _content_type(inner, is_group=bool(group))
    kind = _kind(inner) if content_type is None else ""
    if source.is_blank and inner[0] != "events":  # calendars are read by their own room, empty ones too
        told = messages.empty(where)
        is_contained = bool(kind) or content_type is NEWS
        told = told.contained() if is_contained else told
        return _Placed(group, "empty" if kind else "", is_broken=True, told=(told,))
    if content_type is not None:
        document, found = _document(source, content_type)
        # Single news items can be left out whole while the rest stands; nothing else can.
        found = tuple(d.contained() if d.is_error and content_type is NEWS else d for d in found)
        return _Placed(group, document=document, is_broken=document is None, told=found)
    return _Placed(group, kind) if kind else _Placed(group, told=(messages.wrong_place(where, _advice(source, inner)),))


def _content_type(inner: list[str], *, is_group: bool) -> ContentType | None:
    if len(inner) == 1 and inner[0] in ("contacts.yaml", "contacts.yml"):
        return CONTACTS
    if inner[0] == "news" and inner[-1].endswith(".md"):
        return NEWS if len(inner) > 1 and inner[-1] != "index.md" else None
    if is_group:
        return GROUP if inner == ["index.md"] else None
    if inner == ["index.md"]:
        return HOME
    if len(inner) == 1 and inner[0] in _SETTINGS:
        return _SETTINGS[inner[0]]
    if inner[-1].endswith(".md") and inner[0] not in ("events", "files", "images"):
        return PAGE
    return None


def _kind(inner: list[str]) -> str:
    ending = "." + inner[-1].rpartition(".")[2].lower()
    if inner[0] == "events" and len(inner) > 1 and ending in (".ics", ".ical", ".ifb", ".vcs"):
        return "calendar"
    if inner[0] in ("images", "files") and len(inner) > 1 and ending in PICTURE_ENDINGS:
        return "picture"
    return "download" if inner[0] == "files" and len(inner) > 1 and ending in DOWNLOAD_ENDINGS else ""


def kind_advice(name: str) -> str:
    """Return what to do about a picture of a kind that is not shown, or "" for all other files."""
    low = name.lower()
    if low.endswith((".svg", ".svgz", ".eps", ".ai")):
        return "A drawing can carry programs. Save it as PNG, 1,600 points wide."
    if low.endswith((".heic", ".heif", ".avif", ".tif", ".tiff", ".bmp", ".jfif", ".jp2", ".psd", ".raw")):
        return "Save it as JPEG. (On an iPhone: Settings, Camera, Formats, Most Compatible.)"
    return ""


def _advice(source: SourceFile, inner: list[str]) -> str:
    low = source.name.lower()
    pages = (".markdown", ".md.txt", ".mdown", ".mkd", ".mdx", ".md")
    for right, odd in ((".md", pages), (".ics", (".ics.txt", ".ics"))):
        for ending in odd:
            if low.endswith(ending):
                better = source.name[: -len(ending)] + right
                folder = "events" if right == ".ics" else ""
                if better != source.name or (folder and inner[0] == folder):
                    return f"Rename it to {better}."
                return "Put it into the events folder." if folder else "Groups have index.md and a news folder."
    if inner[0] == "events" and ".ics" in low:
        return f"Rename it to {source.name[: low.index('.ics')]}.ics."
    if inner[0] == "events" and low.endswith((".msg", ".icalendar", ".csv", ".txt", ".ics.html")):
        return "Events are .ics files. In Outlook: open the event, Save as, iCalendar."
    if inner[0] == "news" and low.endswith((".txt", ".docx", ".doc", ".rtf", ".html", ".htm")):
        return "News is text in a file that ends in .md. A document to download goes into the files folder."
    if low.endswith((".doc", ".xls", ".ppt", ".pages", ".numbers", ".key")):
        return "Save it as a PDF: everybody can open that."
    if low.endswith(".yml"):
        better = f"{source.stem}.yaml"
        if better in (*_SETTINGS, "contacts.yaml"):
            return f"Rename it to {better}."
    if low.endswith((".yml", ".yaml")):
        return "Settings are in site.yaml, contacts.yaml, places.yaml, areas.yaml, holidays.yaml and glossary.yaml."
    if inner[0] == "images" and kind_advice(low):
        return kind_advice(low)
    if inner[0] == "files" and low.endswith((".svg", ".html", ".htm", ".js", ".exe")):
        return "Files of this kind can carry programs and are not published. Save it as a PDF."
    if low.endswith(PICTURE_ENDINGS):
        return "Put pictures into the images folder."
    if low.endswith(DOWNLOAD_ENDINGS):
        return "Put files to download into the files folder."
    return "Pages end in .md, calendars in .ics; pictures go into images, files to download into files."


def _document(source: SourceFile, content_type: ContentType) -> tuple[Document | None, Diagnostics]:
    try:
        with patience.limited(source.path):
            return read_document(source, content_type)
    except patience.OutOfPatience:
        return None, (messages.takes_too_long(Location(source.path), *patience.MOST),)


@lru_cache(maxsize=5_000)  # some commands sort a tree that they have built before
def read_document(source: SourceFile, content_type: ContentType) -> tuple[Document | None, Diagnostics]:
    """Return one file as a checked document, or None where anything in it must be mended."""
    text, told = decode(source)
    if text is None:
        return None, told
    settings: RawMap | None
    body_at, body_line = len(text), 1
    if content_type.has_body:
        page, more = read_page(text, source.path)
        settings = page.settings if page else None
        if page:
            body_at, body_line = len(text) - len(page.body), page.body_line
    else:
        settings, more = read_settings(text, source.path)
    told += more
    if settings is None:
        return None, told
    values, more = read_values(settings, content_type.fields)
    told += more
    if any(diagnostic.is_error for diagnostic in told):
        return None, told
    return Document(content_type.name, source, values, body_at, body_line), told
