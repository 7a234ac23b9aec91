"""What a paragraph of a document is, told by its style and its numbering: a heading, an item of a list, or neither."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from boardsite.dataclass import dataclass
from boardsite.importing.archives import Archive
from boardsite.importing.xml_reader import Node, read_xml, small_number

_HEADING = re.compile(r"heading ([1-9])")
_DEEPEST = 6
_MOST_BASES = 20
_EMPTY = Node("", {})


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list; `level` is 0 for the outermost."""

    level: int
    is_numbered: bool


@dataclass(frozen=True, slots=True)
class Styles:
    """The document's styles that are headings, lists or hidden, its numberings, and where its links lead."""

    headings: Mapping[str, int]
    listed: Mapping[str, tuple[str, int]]
    hidden: frozenset[str]  # with "" where paragraphs without a style are hidden
    numbered: Mapping[tuple[str, int], bool]
    links: Mapping[str, str]

    def heading(self, paragraph: Node) -> int | None:
        """Return the level of a heading (0 for the title of the whole), or None."""
        looks = paragraph.first("pPr") or _EMPTY
        own = small_number((looks.first("outlineLvl") or _EMPTY).get("val"))
        if own is not None and own < 9:
            return own + 1
        return self.headings.get((looks.first("pStyle") or _EMPTY).get("val"))

    def hides(self, paragraph: Node, looks: Node) -> bool:
        """Say whether a run is hidden: by its own `looks`, or else by its style or that of its paragraph."""
        own = _switch(looks, "vanish", "webHidden")
        if own is not None:
            return own
        style = looks.first("rStyle")
        by_paragraph = (paragraph.find("pPr", "pStyle") or _EMPTY).get("val")
        return by_paragraph in self.hidden or (style is not None and style.get("val") in self.hidden)

    def hides_table(self, table: Node) -> bool:
        style = table.find("tblPr", "tblStyle")
        return style is not None and style.get("val") in self.hidden

    def list_item(self, paragraph: Node) -> Item | None:
        looks = paragraph.first("pPr") or _EMPTY
        own = looks.first("numPr")
        style = (looks.first("pStyle") or _EMPTY).get("val")
        key, level = _numbering(own) if own else self.listed.get(style, ("", 0))
        if not key and style in self.listed:
            key = self.listed[style][0]
        if key in ("", "0"):
            return None
        return Item(level, self.numbered.get((key, level), False))


def read_styles(archive: Archive) -> Styles:
    """Return the styles of a document; parts that are missing leave everything plain."""
    headings: dict[str, int] = {}
    listed: dict[str, tuple[str, int]] = {}
    styles = tuple((_part(archive, "word/styles.xml") or _EMPTY).all("style"))
    for style in styles:
        key = style.get("styleId")
        name = (style.first("name") or _EMPTY).get("val").lower()
        found = _HEADING.fullmatch(name)
        outline = small_number((style.find("pPr", "outlineLvl") or _EMPTY).get("val"))
        if found or name == "title":
            headings[key] = int(found[1]) if found else 0
        elif outline is not None and outline < 9:
            headings[key] = outline + 1
        numbering = style.find("pPr", "numPr")
        if numbering:
            listed[key] = _numbering(numbering)
    rels = _part(archive, "word/_rels/document.xml.rels") or _EMPTY
    links = {each.get("Id"): each.get("Target") for each in rels.children if each.get("TargetMode") == "External"}
    numbered = _numbered(_part(archive, "word/numbering.xml") or _EMPTY)
    return Styles(headings, listed, frozenset(_hidden(styles)), numbered, links)


def _hidden(styles: tuple[Node, ...]) -> Iterator[str]:
    """Yield the styles that hide their text, by themselves or by what they are based on."""
    by_key = {style.get("styleId"): style for style in styles}
    for key, style in by_key.items():
        base, own = style, _switch(style.first("rPr") or _EMPTY, "vanish", "webHidden")
        for _ in range(_MOST_BASES):
            following = by_key.get((base.first("basedOn") or _EMPTY).get("val"))
            if own is not None or following is None:
                break
            base, own = following, _switch(following.first("rPr") or _EMPTY, "vanish", "webHidden")
        if own:
            yield key
            if style.get("type") == "paragraph" and style.get("default") in ("1", "true", "on"):
                yield ""


def is_on(looks: Node, name: str) -> bool:
    return bool(_switch(looks, name))


def _switch(looks: Node, *names: str) -> bool | None:
    """Return whether one of these is on, or None where nothing is said of them."""
    said = [found.get("val") not in ("0", "false", "off", "none") for name in names for found in looks.all(name)]
    return any(said) if said else None


def _part(archive: Archive, part: str) -> Node | None:
    content = archive.read(part)
    return None if content is None else read_xml(archive.name, content)


def _numbering(found: Node) -> tuple[str, int]:
    level = small_number((found.first("ilvl") or _EMPTY).get("val")) or 0
    return (found.first("numId") or _EMPTY).get("val"), min(level, _DEEPEST)


def _numbered(numbering: Node) -> dict[tuple[str, int], bool]:
    """Return for each list and level whether its items have numbers rather than dots."""
    kinds: dict[str, dict[int, bool]] = {}
    for abstract in numbering.all("abstractNum"):
        levels = {}
        for level in abstract.all("lvl"):
            depth = small_number(level.get("ilvl"))
            if depth is not None:
                levels[depth] = (level.first("numFmt") or _EMPTY).get("val") not in ("bullet", "none", "")
        kinds[abstract.get("abstractNumId")] = levels
    return {
        (num.get("numId"), level): is_numbered
        for num in numbering.all("num")
        for level, is_numbered in kinds.get((num.first("abstractNumId") or _EMPTY).get("val"), {}).items()
    }
