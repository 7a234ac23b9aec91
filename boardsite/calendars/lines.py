"""The bytes of an .ics file as content lines (RFC 5545 section 3.1) that remember where they stand.

Lines are unfolded as bytes, because exporters fold inside letters. Each line is UTF-8 or, where it cannot be,
Windows-1252; a replacement character is never made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from boardsite.calendars.limits import LINE_BYTES
from boardsite.dataclass import dataclass

if TYPE_CHECKING:
    from icalendar.parser import Parameters

_BREAK = re.compile(rb"\r\n|\n|\r")
_SHAPE = re.compile(r"([A-Za-z0-9-]+)([;:])")
_UTF_16 = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"B\x00": "utf-16-le", b"\x00B": "utf-16-be"}


@dataclass(frozen=True, slots=True)
class ContentLine:
    """One unfolded line. `number` is that of its first physical line; `name` is upper case, or "".

    `joined` holds lines of text that followed without being folded: an export that forgot to.
    """

    number: int
    text: str
    name: str
    is_utf8: bool = True
    is_too_long: bool = False
    joined: tuple[str, ...] = ()

    def value(self) -> tuple[Parameters, str]:
        """Return the parameters and the value as written, still escaped; raise ValueError where it has neither."""
        if self.text[len(self.name) :][:1] == ":":
            from icalendar.parser import Parameters  # icalendar takes long to load, and most builds read no calendar

            return Parameters(), self.text[len(self.name) + 1 :]
        from icalendar.parser import Contentline

        line = Contentline(_head(self.text) + ":")  # type: ignore[no-untyped-call]
        params = line.parts()[1]
        return params, self.text[len(_head(self.text)) + 1 :]


def content_lines(content: bytes) -> Iterator[ContentLine]:
    """Yield the unfolded lines of a file, one at a time: there may be a million. Blank ones are left out."""
    began, parts = 0, list[bytes]()
    for number, physical in enumerate(_physical_lines(_as_utf8(content)), start=1):
        if physical[:1] in (b" ", b"\t") and parts:
            parts.append(physical[1:])
        elif physical.strip():
            if parts:
                yield _content_line(began, b"".join(parts))
            began, parts = number, [physical]
    if parts:
        yield _content_line(began, b"".join(parts))


def _physical_lines(content: bytes) -> Iterator[bytes]:
    at = 0
    for end in _BREAK.finditer(content):
        yield content[at : end.start()]
        at = end.end()
    yield content[at:]


def _as_utf8(content: bytes) -> bytes:
    encoding = _UTF_16.get(content[:2])
    if encoding and b"\x00" in content[:4]:
        return content.decode(encoding, "ignore").removeprefix("\ufeff").encode()
    return content.removeprefix(b"\xef\xbb\xbf")


def _content_line(number: int, whole: bytes) -> ContentLine:
    cut = whole[:LINE_BYTES]
    is_too_long = len(whole) > LINE_BYTES
    try:
        # A letter cut in two by the bound is not a sign of Windows letters.
        text = cut.decode("utf-8", "ignore" if is_too_long else "strict")
        is_utf8 = True
    except UnicodeDecodeError:
        text, is_utf8 = _windows(cut), False
    shape = _SHAPE.match(text)
    return ContentLine(number, text, shape[1].upper() if shape else "", is_utf8, is_too_long)


def _windows(text: bytes) -> str:
    try:
        return text.decode("cp1252")
    except UnicodeDecodeError:
        return text.decode("latin-1")


def _head(text: str) -> str:
    """Return name and parameters: what stands before the first colon outside quotes, or the first at all."""
    marks = [0, *(at.end() for at in re.finditer('"', text[:2000])), 2000]
    for is_quoted, (start, end) in enumerate(pairwise(marks)):
        at = text.find(":", start, end)
        if not is_quoted % 2 and at >= 0:
            return text[:at]
    return text.partition(":")[0]
