"""What we found and where: the one type in which every step reports, and the report of a whole run.

Steps return diagnostics beside their value; they never raise for an editor's mistake. The wording of
each diagnostic lives in `boardsite.messages`, its printing in `boardsite.reporting`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from boardsite.dataclass import dataclass


class Severity(StrEnum):
    """How much a diagnostic matters: an error stops publishing, a warning wants a look, a notice informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTICE: 2}


@dataclass(frozen=True, slots=True)
class Location:
    """A place in the editors' files. The path is relative to the project, with `/`; lines and columns count from 1.

    `line` is None only where no line can be named (an empty file, a whole folder).
    """

    path: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return self.path if self.line is None else f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.

    `code` is permanent and names a heading of docs/problems.md; `message` is one sentence saying what is wrong
    and `hint` one saying what to do; `found` is what the editor typed. `related` names other places that matter.
    `is_contained` says that the thing concerned has been left out of the site whole, and that everything else
    stands without it: only such errors may be passed over by `--leave-out-broken`.
    """

    code: str
    severity: Severity
    message: str
    where: Location
    found: str = ""
    hint: str = ""
    related: tuple[Location, ...] = ()
    is_contained: bool = False

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR

    def contained(self) -> Diagnostic:
        """Return the same finding about a thing that was left out of the site whole."""
        return replace(self, is_contained=True)

    def sort_key(self) -> tuple[int, str, int, int, str, str]:
        where = self.where
        return (_ORDER[self.severity], where.path, where.line or 0, where.column or 0, self.code, self.found)


Diagnostics = tuple[Diagnostic, ...]


_Made = TypeVar("_Made")


class Findings:
    """What the parts of a step found, gathered while the step goes on; the step itself returns `all`."""

    def __init__(self, found: Iterable[Diagnostic] = ()) -> None:
        self._found = list(found)

    def add(self, found: Iterable[Diagnostic]) -> None:
        self._found.extend(found)

    def keep(self, result: tuple[_Made, Diagnostics]) -> _Made:
        """Note what a part found, and return what it made."""
        made, found = result
        self._found.extend(found)
        return made

    @property
    def all(self) -> Diagnostics:
        return tuple(self._found)


@dataclass(frozen=True, slots=True)
class Report:
    """All findings of one run, without repeats, worst first and then in the order of the files."""

    diagnostics: Diagnostics = ()

    @classmethod
    def of(cls, findings: Iterable[Diagnostic]) -> Report:
        """Return the report of these findings, sorted, each told once."""
        return cls(tuple(sorted(dict.fromkeys(findings), key=Diagnostic.sort_key)))

    @property
    def errors(self) -> Diagnostics:
        return tuple(d for d in self.diagnostics if d.severity is Severity.ERROR)

    @property
    def warnings(self) -> Diagnostics:
        return tuple(d for d in self.diagnostics if d.severity is Severity.WARNING)

    @property
    def notices(self) -> Diagnostics:
        return tuple(d for d in self.diagnostics if d.severity is Severity.NOTICE)


class BoardsiteError(Exception):
    """The machine or the command stands in the way: a full disk, a folder that is not ours. Said in one sentence.

    Editors' mistakes are diagnostics, never exceptions. `status` is the exit code: 2 for a command that was written
    wrongly, 3 for a machine that let us down.
    """

    def __init__(self, sentence: str, status: int = 3) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.status = status
