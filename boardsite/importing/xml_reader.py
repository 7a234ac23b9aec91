"""XML of strangers to a plain tree: no document type, so no entities and nothing fetched; size and depth are bounded.

Names are without their namespaces, because two editions of the Office formats differ in nothing else; attributes of
relationships keep a mark ("r:id").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from xml.parsers import expat

from boardsite.dataclass import dataclass
from boardsite.importing import limits
from boardsite.messages import importing as messages

_FIGURES = 9


@dataclass(slots=True)
class Node:
    """An element: its name, attributes, children, and its own text where it has no children."""

    name: str
    attributes: dict[str, str]
    children: list[Node] = field(default_factory=list)
    text: str = ""

    def first(self, name: str) -> Node | None:
        return next((child for child in self.children if child.name == name), None)

    def all(self, name: str) -> Iterator[Node]:
        return (child for child in self.children if child.name == name)

    def find(self, *path: str) -> Node | None:
        """Return the first element down this path of names."""
        here: Node | None = self
        for name in path:
            here = here.first(name) if here else None
        return here

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")


@dataclass(slots=True)
class _Builder:
    name: str
    roots: list[Node] = field(default_factory=list)
    open: list[Node] = field(default_factory=list)
    count: int = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if self.count > limits.ELEMENTS or len(self.open) >= limits.DEPTH:
            raise messages.too_large_inside(self.name, limits.PART_BYTES)
        made = Node(_local(tag), {_attribute(key): value for key, value in attributes.items()})
        (self.open[-1].children if self.open else self.roots).append(made)
        self.open.append(made)

    def end(self, _: str) -> None:
        self.open.pop()

    def data(self, text: str) -> None:
        if self.open:
            self.open[-1].text += text

    def refuse(self, *_: object) -> None:
        raise messages.not_an_office_file(self.name)


def read_xml(name: str, content: bytes) -> Node:
    """Return the root element; raise BoardsiteError for what is not XML, has a document type, or is past a bound."""
    builder = _Builder(name)
    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = builder.refuse
    parser.EntityDeclHandler = builder.refuse
    parser.buffer_text = True
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError, LookupError):  # the last two: letters that expat cannot read, or nobody knows
        raise messages.not_an_office_file(name) from None
    return builder.roots[0]


def small_number(text: str) -> int | None:
    """Return a whole number that an attribute or cell may mean, or None; `isdigit` also takes ², and any length."""
    return int(text) if len(text) <= _FIGURES and text.isascii() and text.isdigit() else None


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _attribute(name: str) -> str:
    space, _, local = name.rpartition("}")
    return f"r:{local}" if space.endswith("/relationships") else local
