"""The fields of a document: what Word works out by itself, between marks that may stand in several runs.

ECMA-376 part 1, section 17.16. Their results are text like any other; of their instructions we read where a link leads.
"""

from __future__ import annotations

import re
from dataclasses import field

from boardsite.dataclass import dataclass
from boardsite.importing.xml_reader import Node

_LINK = re.compile(r"\s*HYPERLINK\b(.*)", re.I | re.S)
_SIMPLE = re.compile(r'\s*"([^"\\]+)"(?:\s*\\[noht](?:\s*"[^"]*")?)*\s*', re.I)


def address_in(instruction: str) -> str | None:
    """Return where a field leads: "" where that is a place in the document or too much for us, None for no link."""
    found = _LINK.fullmatch(instruction)
    if found is None:
        return None
    simple = _SIMPLE.fullmatch(found[1])
    return simple[1] if simple else ""


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    has_result: bool = False
    link: str = ""


@dataclass(slots=True)
class Fields:
    """The fields that are open where a reader is."""

    open: list[_Field] = field(default_factory=list)

    @property
    def is_in_instruction(self) -> bool:
        return any(not each.has_result for each in self.open)

    @property
    def link(self) -> str:
        return next((each.link for each in reversed(self.open) if each.link), "")

    def read(self, mark: Node) -> str | None:
        """Follow a mark (fldChar) or a piece of an instruction; return the instruction where its result begins."""
        kind = mark.get("fldCharType")
        if kind == "begin":
            self.open.append(_Field())
        elif not self.open:
            return None
        elif kind == "end":
            self.open.pop()
        elif kind == "separate":
            self.open[-1].has_result = True
            return self.open[-1].instruction
        else:
            self.open[-1].instruction += mark.text
        return None

    def lead_to(self, link: str) -> None:
        """Let the innermost field be a link to this address."""
        self.open[-1].link = link

    def end_paragraph(self) -> None:
        """A result may go on, as that of a table of contents does; an instruction ends with its paragraph."""
        self.open = [each for each in self.open if each.has_result]
