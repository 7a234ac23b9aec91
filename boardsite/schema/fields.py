"""A field, a content type, and the typed values of one checked thing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import TypeAlias

from boardsite.dataclass import dataclass
from boardsite.diagnostics import Location
from boardsite.reading.letters import decode
from boardsite.reading.sources import SourceFile
from boardsite.schema.kinds import Kind, Scalar


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of single values; one value alone is a list of one."""

    kind: Kind
    most: int = 50


@dataclass(frozen=True, slots=True)
class Record:
    """Settings below a name. `is_list` for many of them; `shorthand` names the field that a bare text fills."""

    fields: tuple[Field, ...]
    is_list: bool = False
    most: int = 200
    shorthand: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One setting: its name in the file, the label of its form, what it holds, and one sentence for editors."""

    name: str
    label: str
    kind: Kind | ListOf | Record
    help: str
    is_required: bool = False


@dataclass(frozen=True, slots=True, eq=False)  # each is there once, and is itself
class ContentType:
    """What a document may be. `files` tells editors where its files live; `has_body` whether text follows."""

    name: str
    label: str
    files: str
    help: str
    fields: tuple[Field, ...]
    has_body: bool = False


Value: TypeAlias = "Scalar | tuple[Scalar, ...] | tuple[Values, ...] | Values"


@dataclass(frozen=True, slots=True)
class Values:
    """The typed values of one thing and the place of each. Absent values read as "", (), False or None."""

    where: Location
    values: Mapping[str, Value]
    places: Mapping[str, Location]

    def place(self, name: str) -> Location:
        """Return where a setting stands, or else where the thing begins."""
        return self.places.get(name, self.where)

    def has(self, name: str) -> bool:
        return name in self.values

    def text(self, name: str) -> str:
        value = self.values.get(name, "")
        return value if isinstance(value, str) else ""

    def flag(self, name: str) -> bool:
        return self.values.get(name) is True

    def number(self, name: str) -> int | None:
        value = self.values.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def day(self, name: str) -> date | None:
        value = self.values.get(name)
        return value if isinstance(value, date) else None

    def moment(self, name: str) -> tuple[date, time | None] | None:
        """Return the day and, where one was typed, the wall time."""
        value = self.values.get(name)
        if isinstance(value, tuple) and len(value) == 2 and isinstance(value[0], date):
            wall = value[1]
            return value[0], wall if isinstance(wall, time) else None
        return None

    def texts(self, name: str) -> tuple[str, ...]:
        value = self.values.get(name, ())
        return tuple(item for item in value if isinstance(item, str)) if isinstance(value, tuple) else ()

    def record(self, name: str) -> Values | None:
        value = self.values.get(name)
        return value if isinstance(value, Values) else None

    def records(self, name: str) -> tuple[Values, ...]:
        value = self.values.get(name, ())
        return tuple(item for item in value if isinstance(item, Values)) if isinstance(value, tuple) else ()


@dataclass(frozen=True, slots=True)
class Document:
    """One checked source file: its content type, its values, and where its body begins: at which letter and line."""

    type_name: str
    source: SourceFile
    values: Values
    body_at: int
    body_line: int

    @property
    def path(self) -> str:
        return self.source.path

    @property
    def body(self) -> str:
        """The text below the settings, read again from the bytes of the file: nobody holds thousands of them twice."""
        return (decode(self.source)[0] or "")[self.body_at :]
