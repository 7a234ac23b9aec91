"""Which calendars are to be fetched: what the groups list, and where the copy of each lives."""

from __future__ import annotations

from collections.abc import Iterable

from boardsite.dataclass import dataclass
from boardsite.diagnostics import Diagnostic, Diagnostics, Location
from boardsite.messages import fetching as messages
from boardsite.model.feeds import copy_path
from boardsite.schema.documents import group_of
from boardsite.schema.fields import Document


@dataclass(frozen=True, slots=True)
class Wanted:
    """One published calendar. `where` is the line of its address."""

    group: str
    name: str
    address: str
    where: Location

    @property
    def full_name(self) -> str:
        return f"{self.group}/{self.name}"

    @property
    def path(self) -> str:
        return copy_path(self.group, self.name)


def wanted(groups: Iterable[Document]) -> tuple[tuple[Wanted, ...], Diagnostics]:
    """Return the calendars that the groups list, each name of a group once."""
    told: list[Diagnostic] = []
    found: dict[str, Wanted] = {}
    for document in sorted(groups, key=lambda each: each.path):
        for entry in document.values.records("calendars"):
            each = Wanted(group_of(document.path), entry.text("name"), entry.text("address"), entry.place("address"))
            if each.full_name in found:
                told.append(messages.name_twice(entry.place("name"), each.name))
            else:
                found[each.full_name] = each
    return tuple(found.values()), tuple(told)
