"""The editors' tree as values: every file of content/, lscgs/ and theme/ with its bytes.

The only module that opens the editors' files. It reads what `looking` sees, passes over what was never meant to be
published (and says so), and reports names that would not survive another computer or an address.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import time
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from functools import lru_cache
from pathlib import Path

from boardsite.dataclass import dataclass
from boardsite.diagnostics import Diagnostic, Diagnostics, Location
from boardsite.messages import files as messages
from boardsite.reading.ignored import ignored_by_git
from boardsite.reading.looking import FORMS, TOP_FOLDERS, Glance, Seen, is_litter, look, look_into
from boardsite.reading.names import doubtful_names

MOST_HELD = 1_000_000  # bytes of a file; a larger one is read when somebody needs it
DOUBT_NS = 2_000_000_000  # the coarsest clock of a file system that we know of: FAT
# What people may call the site's folders when they make one by hand.
_LIKELY = {
    "content": "content", "contents": "content", "lscg": "lscgs", "lscgs": "lscgs", "groups": "lscgs",
    "news": "content/news", "events": "content/events", "images": "content/images", "files": "content/files",
    "themes": "theme", "theme": "theme",
}  # fmt: skip
_EDITORS_ENDINGS = (".md", ".markdown", ".ics", ".ics.txt", ".md.txt", ".docx", ".pdf", ".jpg", ".jpeg", ".png")
_PROJECT_PAGE = re.compile(r"[A-Z][A-Z_-]+(?:\.[a-z-]+)?\.md")  # README.md, CHANGELOG.md, SECURITY.md


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of the tree: path relative to the project with `/`, its bytes and their SHA-256 in hex.

    `file` is where its bytes were read, or "" where they came from elsewhere. They are not always held: those of a file
    that an earlier build has read, of a large one, or that somebody has let go of are read again when they are asked
    for. `size` is their number, and `is_blank` says that there is nothing in it but white space.
    """

    path: str
    held: bytes | None = field(compare=False, repr=False)
    digest: str
    file: str = field(default="", repr=False)
    size: int = field(default=0, compare=False, repr=False)
    is_blank: bool = field(default=False, compare=False, repr=False)

    @property
    def content(self) -> bytes:
        """The bytes; raise BoardsiteError where they are not those any more of which `digest` tells."""
        if self.held is not None:
            return self.held
        try:
            content = Path(self.file).read_bytes()
        except OSError:
            content = b""
        if hashlib.sha256(content).hexdigest() != self.digest:
            raise messages.changed_meanwhile(self.path)
        return content

    def let_go(self) -> None:
        """Hold the bytes no longer where they can be read again: to everybody who asks, nothing is different."""
        if self.file:
            object.__setattr__(self, "held", None)

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2]

    @property
    def stem(self) -> str:
        return self.name.rpartition(".")[0] or self.name

    @property
    def ending(self) -> str:
        """The ending in small letters with its dot, or ""."""
        stem, dot, ending = self.name.rpartition(".")
        return (dot + ending).lower() if stem else ""

    @property
    def folder(self) -> str:
        return self.path.rpartition("/")[0]


def source_file(path: str, content: bytes, file: str = "") -> SourceFile:
    """Return the SourceFile of these bytes, which were read at `file`."""
    is_blank = not content or content.isspace()
    return SourceFile(path, content, hashlib.sha256(content).hexdigest(), file, len(content), is_blank)


def _source(path: str, file: str, most_held: int | None) -> SourceFile:
    """Return a file as it is on the disk; of one with more bytes than `most_held`, they are not held."""
    with Path(file).open("rb") as opened:
        if most_held is None or os.fstat(opened.fileno()).st_size <= most_held:
            return source_file(path, opened.read(), file)
        found, size, is_blank = hashlib.sha256(), 0, True
        while piece := opened.read(most_held):
            found.update(piece)
            size += len(piece)
            is_blank = is_blank and piece.isspace()
    return SourceFile(path, None, found.hexdigest(), file, size, is_blank)


def unread(source: SourceFile) -> SourceFile:
    """Return a file without its bytes where they can be read again."""
    return replace(source, held=None) if source.file else source


@dataclass(frozen=True, slots=True)
class _Look:
    """What a file looked like from outside when it was read, and whether any later change must show in that."""

    marks: tuple[int, ...]
    is_certain: bool
    source: SourceFile


@dataclass(slots=True)
class Known:
    """The files that a run has read. One that looks as it did is not read again.

    What was touched shortly before it was read is read every time: a coarse clock could hide a second change.
    """

    looks: dict[str, _Look] = field(default_factory=dict)
    holds_all: bool = True

    def source(self, path: str, file: str, marks: tuple[int, int, int, int]) -> SourceFile:
        """Return the file that looks like this, read now or before; the same object where it holds the same bytes."""
        last = self.looks.get(path)
        if last is not None and last.is_certain and last.marks == marks:
            return last.source
        is_certain = max(marks[1:3]) < time.time_ns() - DOUBT_NS
        source = _source(path, file, MOST_HELD if not self.holds_all else None)
        if last is not None and last.source == source:
            source = last.source
        self.looks[path] = _Look(marks, is_certain, source)
        return source

    def differences(self, before: Mapping[str, _Look]) -> bytes:
        """Return how the files look that looked different before, and were the same: for `look_as`."""
        notes = {
            path: (look.source.digest, look.marks, look.is_certain)
            for path, look in self.looks.items()
            if (was := before.get(path)) is not None and was is not look and was.source is look.source
        }
        return json.dumps(notes, separators=(",", ":")).encode()

    def look_as(self, notes: bytes) -> None:
        """Note how files look that are known, from `differences`; what is anything else is passed over."""
        try:
            found = json.loads(notes)
            new = {
                path: _Look(tuple(map(int, marks)), certain is True, self.looks[path].source)
                for path, (digest, marks, certain) in found.items()
                if path in self.looks and self.looks[path].source.digest == digest
            }
        except (ValueError, TypeError, AttributeError, OverflowError, RecursionError):
            return
        self.looks.update(new)

    def forget_all_but(self, found: Iterable[SourceFile]) -> None:
        """Let go of what is there no more."""
        there = {source.path for source in found}
        if len(there) < len(self.looks):
            for path in [path for path in self.looks if path not in there]:
                del self.looks[path]


def read_tree(
    root: Path, known: Known | None = None, seen: Glance | None = None
) -> tuple[tuple[SourceFile, ...], Diagnostics]:
    """Return every file of the three input folders in the order of their paths, and what was passed over.

    `seen` is what somebody has just seen there.
    """
    seen = seen or look(root)
    told = list(seen.told)
    found = _read(seen.files, told, known)
    ignored = ignored_by_git(root, [source.path for source in found])
    told.extend(messages.git_ignored(Location(path)) for path in sorted(ignored))
    found = [source for source in found if source.path not in ignored]
    found.sort(key=lambda source: source.path)
    if known is not None:
        known.forget_all_but(found)
    told.extend(doubts_of_names(found))
    told.extend(_beside(root))
    return tuple(found), tuple(told)


def read_forms(root: Path, parts: Iterable[str]) -> tuple[SourceFile, ...]:
    """Return the files of the editing forms, and of the `parts` that they are made of those that are there."""
    found = [source for folder in FORMS for source in _read(look_into(root / folder, folder).files, [], None)]
    there = (part for part in parts if (root / part).is_file())
    return (*found, *(source_file(part, (root / part).read_bytes(), str(root / part)) for part in there))


def _read(files: Iterable[Seen], told: list[Diagnostic], known: Known | None) -> list[SourceFile]:
    found: list[SourceFile] = []
    for path, file, marks in files:
        try:
            if known is not None:
                found.append(known.source(path, file, marks))
            else:
                found.append(_source(path, file, None))
        except OSError as problem:
            told.append(messages.unreadable(Location(path), problem.strerror or "the system refused"))
    return found


def doubts_of_names(found: Iterable[SourceFile]) -> Diagnostics:
    """Return what is wrong or doubtful about the names of these files, which come in the order of their paths."""
    return _doubts_of(tuple(source.path for source in found))


@lru_cache(maxsize=2)  # most saves in the preview change no name
def _doubts_of(paths: tuple[str, ...]) -> Diagnostics:
    return (*_clashes(paths), *doubtful_names(paths))


def _clashes(paths: Iterable[str]) -> Iterator[Diagnostic]:
    """Two names that differ only in capitals are one file on Windows and macOS, and one address on many hosts."""
    seen: dict[str, str] = {}
    for path in paths:
        fold = path.casefold()
        if fold not in seen:
            seen[fold] = path
        elif seen[fold] == path:
            # A disk may hold an accent as one letter or as two; we read both as one name.
            yield messages.name_twin(Location(path), Location(path))
        else:
            yield messages.name_clash(Location(path), Location(seen[fold]))


def _beside(root: Path) -> Iterator[Diagnostic]:
    """Yield what an editor may have put beside the site's folders instead of into one."""
    try:
        entries = sorted(os.scandir(root), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        name = unicodedata.normalize("NFC", entry.name)
        if name in TOP_FOLDERS or is_litter(name) or entry.is_symlink():
            continue
        if entry.is_dir():
            meant = _LIKELY.get(name.casefold())
            if meant:
                yield messages.folder_misnamed(Location(name), meant)
        elif name.lower().endswith(_EDITORS_ENDINGS) and not _PROJECT_PAGE.fullmatch(name):
            yield messages.beside_the_site(Location(name), "content, or of a group in lscgs")
