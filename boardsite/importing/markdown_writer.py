"""Text of strangers as Markdown that means just this text: no letter of it becomes a mark by chance."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from boardsite.dataclass import dataclass
from boardsite.text import without_controls

_MARKS = re.compile(r"([\\`*_\[\]])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINE_START = re.compile(r"^(\s*)([#>+:=~-])")
_NUMBER_START = re.compile(r"^(\s*\d+)([.)])")


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text that looks one way; `link` is an address that has been found good, or ""."""

    text: str
    is_bold: bool = False
    is_italic: bool = False
    link: str = ""


def escaped(text: str) -> str:
    """Return one line of text whose every letter stands for itself, wherever in a line it is put."""
    flat = " ".join(without_controls(text).split(" ")).replace("\n", " ").replace("\t", " ")
    return _ENTITY.sub("&amp;", _MARKS.sub(r"\\\1", flat)).replace("<", "&lt;")


def line_start(text: str) -> str:
    """Return an escaped line that does not become a heading, a list or a quotation by how it begins."""
    text = text.strip()
    text = _NUMBER_START.sub(lambda found: f"{found[1]}\\{found[2]}", text)
    return _LINE_START.sub(lambda found: found[1] + _harmless(found[2]), text)


def _harmless(mark: str) -> str:
    """Python-Markdown has no backslash for these three."""
    return f"&#{ord(mark)};" if mark in ":=~" else f"\\{mark}"


def line(spans: Iterable[Span], *, in_table: bool = False) -> str:
    """Return spans as one line of Markdown; spaces at the ends of a marked piece move out of it."""
    parts = []
    for span in _joined(spans):
        core = span.text.strip()
        if not core:
            parts.append(" " if span.text else "")
            continue
        before, after = span.text[: len(span.text) - len(span.text.lstrip())], span.text[len(span.text.rstrip()) :]
        made = escaped(core)
        if in_table:
            made = made.replace("|", "&#124;")
        stars = "*" * (span.is_italic + 2 * span.is_bold)
        made = f"{stars}{made}{stars}"
        if span.link:
            made = f"[{made}](<{span.link}>)"
        parts.append(f"{' ' if before else ''}{made}{' ' if after else ''}")
    return re.sub(r" {2,}", " ", "".join(parts)).strip()


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Return spans with neighbours of one look put together: Word cuts words into many runs."""
    found: list[Span] = []
    for span in spans:
        last = found[-1] if found else None
        look = (span.is_bold, span.is_italic, span.link)
        if last and (last.is_bold, last.is_italic, last.link) == look:
            found[-1] = Span(last.text + span.text, *look)
        else:
            found.append(span)
    return found


def good_link(address: str) -> str:
    """Return an address that a page may lead to, fit for Markdown, or ""."""
    flat = "".join(without_controls(address).split())
    try:
        scheme = urlsplit(flat).scheme
    except ValueError:
        return ""
    if scheme not in ("http", "https", "mailto", "tel") or len(flat) > 2000:
        return ""
    return re.sub(r'[<>"\\`|]', lambda found: f"%{ord(found[0]):02X}", flat)


def table(rows: list[list[str]]) -> str:
    """Return a table of finished cells; the first row is its head, as Markdown has no table without one."""
    width = max(len(row) for row in rows)
    lines = [f"| {' | '.join([*row, *([''] * (width - len(row)))])} |" for row in rows]
    lines.insert(1, "|" + " --- |" * width)
    return "\n".join(lines)
