"""Names of files that will not live everywhere, or that look like an accident: told, while the file itself is used.

Windows cannot hold some names, nobody can see some letters, and programs that keep folders alike between computers
make copies of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from boardsite.diagnostics import Diagnostic, Location
from boardsite.messages import files as messages
from boardsite.text import without_controls

_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
_NOT_ON_WINDOWS = re.compile(r'[<>:"|?*\\]|[ .]$')
# "plan (1).md" (browsers), "plan - Copy.md" (Windows), "plan copy 2.md" (macOS), "plan (conflicted copy …).md".
_COPY = re.compile(
    r"(?P<stem>.+?)(?:\s?\(\d{1,3}\)|\s-\sCopy(?:\s\(\d+\))?|\scopy(?:\s\d+)?|\s\([^()]*conflicted copy[^()]*\))$", re.I
)


def doubtful_names(paths: Iterable[str]) -> Iterator[Diagnostic]:
    """Yield what is doubtful about the names of these files, each folder and file once."""
    known = tuple(paths)
    present = frozenset(path.casefold() for path in known)
    told: set[str] = set()
    for path in known:
        parts = path.split("/")
        for number in range(1, len(parts) + 1):
            whole, name = "/".join(parts[:number]), parts[number - 1]
            if whole not in told:
                told.add(whole)
                yield from _doubts(whole, name)
        yield from _copy(path, present)


def _doubts(path: str, name: str) -> Iterator[Diagnostic]:
    if without_controls(name) != name:
        yield messages.unseen_letters(Location(without_controls(path)), ascii(name)[1:-1])
    elif _NOT_ON_WINDOWS.search(name) or name.partition(".")[0].strip().lower() in _DEVICES:
        yield messages.not_on_windows(Location(path), name)


def _copy(path: str, present: frozenset[str]) -> Iterator[Diagnostic]:
    folder, _, name = path.rpartition("/")
    stem, dot, ending = name.rpartition(".")
    found = _COPY.fullmatch(stem)
    if found is None:
        return
    original = f"{folder}/{found['stem'].rstrip()}{dot}{ending}"
    if original.casefold() in present:
        yield messages.looks_like_a_copy(Location(path), Location(original))
