"""The files that pages speak of: finding a picture or a download by the name an editor wrote."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from types import MappingProxyType

from boardsite.dataclass import dataclass
from boardsite.diagnostics import Diagnostic, Location
from boardsite.markup.clean import DECORATIVE
from boardsite.messages import files as file_messages
from boardsite.messages import links as messages
from boardsite.model.entities import Attachment, Download, Picture
from boardsite.model.pictures import Measure, measure, stored_picture
from boardsite.reading.sources import SourceFile
from boardsite.schema.documents import kind_advice
from boardsite.text import nearest, slug, without_controls


@dataclass(frozen=True, slots=True)
class Shelf:
    """All pictures and downloads by their source path; `sources` has the downloads by their address.

    `empty` are the files in which nothing is: they have been told, and whoever names one is not told again.
    """

    pictures: Mapping[str, SourceFile]
    downloads: Mapping[str, SourceFile]
    measures: Mapping[str, Measure | Diagnostic]
    sources: Mapping[str, str]
    empty: Mapping[str, SourceFile]

    @classmethod
    def of(
        cls, picture_files: Iterable[SourceFile], downloads: Iterable[SourceFile], empty: Iterable[SourceFile] = ()
    ) -> Shelf:
        by_path = {source.path: source for source in picture_files}
        downloads = tuple(downloads)
        sources: dict[str, str] = {}
        for source in downloads:
            sources.setdefault(address_of(source.path), source.path)
        measures = {path: measure(source) for path, source in by_path.items()}
        return cls(
            MappingProxyType(by_path),
            MappingProxyType({source.path: source for source in downloads}),
            MappingProxyType(measures),
            MappingProxyType(sources),
            MappingProxyType({source.path: source for source in empty}),
        )

    def picture(self, name: str, where: Location, alt: str) -> Picture | Diagnostic:
        """Return the picture that is meant by a name in the file `where`, or why there is none."""
        if re.match(r"(?:[a-zA-Z][a-zA-Z0-9+.-]*:)?//", name):
            return messages.picture_elsewhere(where, name)
        path = _find(name, where.path, self.pictures)
        if path is None and (nothing := self.nothing_in(name, where.path)):
            return nothing
        if path is None and (advice := kind_advice(name)):
            return messages.picture_kind_unknown(where, name, advice)
        if path is None:
            return messages.picture_missing(where, name, _suggest(name, where.path, self.pictures))
        measured = self.measures[path]
        if isinstance(measured, Diagnostic):
            return measured
        return stored_picture(self.pictures[path], measured, "" if alt.casefold() == DECORATIVE else alt)

    def moving(self) -> tuple[str, ...]:
        """Return the source paths of the pictures that move."""
        return tuple(path for path, found in self.measures.items() if isinstance(found, Measure) and found.is_moving)

    def attachment(self, name: str, where: Location, title: str, day: date | None) -> Attachment | Diagnostic:
        """Return the download that is meant by a name in the file `where`, or why there is none."""
        path = self.download(name, where.path)
        if path is None:
            nothing = self.nothing_in(name, where.path)
            return nothing or messages.file_missing(where, name, _suggest(name, where.path, self.downloads))
        source = self.downloads[path]
        kind = source.ending[1:].upper()
        words = title or without_controls(source.stem).replace("-", " ").replace("_", " ").capitalize()
        pages = pdf_pages(source.content) if kind == "PDF" else None
        return Attachment(words, address_of(path), kind, source.size, pages, day)

    def download(self, name: str, from_path: str) -> str | None:
        """Return the source path of the download that is meant by a name in a file, or None."""
        return _find(name, from_path, self.downloads)

    def nothing_in(self, name: str, from_path: str) -> Diagnostic | None:
        """Return what has been told of the empty file that is meant by a name in a file, or None where it is not so."""
        path = _find(name, from_path, self.empty)
        return file_messages.empty(Location(path)).contained() if path else None

    def download_at(self, address: str) -> str | None:
        """Return the source path of the download published at an address, or None."""
        return self.sources.get(address)

    def published(self, held_back: Collection[str]) -> tuple[Download, ...]:
        """Return the downloads that go online: all but those that wait for a page."""
        return tuple(Download(path, address_of(path)) for path in self.downloads if path not in held_back)


def address_of(path: str) -> str:
    """Return the address of a download: its folders, and its name made fit for addresses."""
    top, _, inner = path.partition("/")
    folder, _, name = inner.rpartition("/")
    stem, _, ending = name.rpartition(".")
    place = "/".join(slug(part) or "files" for part in folder.split("/") if part)
    return f"/{'lscgs/' if top == 'lscgs' else ''}{place}/{slug(stem, 100) or 'file'}.{ending.lower()}"


def section_root(path: str) -> str:
    """Return the folder of the board or of the group to which a source path belongs."""
    parts = path.split("/")
    return "/".join(parts[:2]) if parts[0] == "lscgs" else parts[0]


def _find(name: str, from_path: str, known: Mapping[str, SourceFile]) -> str | None:
    """A name may be beside the page, or in the folder of the page's section; "/…" begins at the site's root."""
    if name.startswith("/"):
        return next((path for path in (f"content{name}", name[1:]) if path in known), None)
    tries = (posixpath.dirname(from_path), section_root(from_path))
    paths = (posixpath.normpath(posixpath.join(folder, name)) for folder in tries)
    return next((path for path in paths if path in known), None)


def _suggest(name: str, from_path: str, known: Mapping[str, SourceFile]) -> str:
    root = section_root(from_path)
    own = [path.removeprefix(root + "/") for path in known if path.startswith(root + "/")]
    return nearest(name, own) or ""


def pdf_pages(content: bytes) -> int | None:
    """Return the number of pages of a PDF where it says so in the clear, else None."""
    pages = len(re.findall(rb"/Type\s*/Page(?![a-zA-Z])", content))
    return pages or None
