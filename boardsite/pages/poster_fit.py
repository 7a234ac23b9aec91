"""How large the type of a poster may be, so that all of it stands on one sheet of A4.

Nothing here knows the reader's fonts: widths are those of ordinary sans-serif letters, taken a little too wide, so
that what fits here fits on paper. Sizes repeat theme/css/pages/poster.css, where a step is a class; the browser tests
print the fullest sheets.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from boardsite.dataclass import dataclass

SCALES = (1.0, 0.85, 0.72, 0.6, 0.5, 0.42)
SHEET = 277  # millimetres inside the margins
WIDE, NARROW = 190, 142  # the whole width, and the column beside the code
STRIPS, CODE = 47, 58
_POINT = 0.3528  # millimetres

Style = Literal["status", "title", "when", "place", "label", "row", "note", "text", "owner", "call", "small"]


@dataclass(frozen=True, slots=True)
class _Type:
    points: float
    leading: float
    letter: float  # the width of a usual letter, in sizes of the type
    after: float  # millimetres below


_TYPES: dict[Style, _Type] = {
    "status": _Type(60, 1.15, 0.6, 7),
    "title": _Type(46, 1.15, 0.6, 5),
    "when": _Type(28, 1.2, 0.6, 1),
    "place": _Type(20, 1.3, 0.55, 1),
    "label": _Type(16, 1.3, 0.6, 2),
    "row": _Type(18, 1.3, 0.6, 0.6),
    "note": _Type(16, 1.3, 0.55, 1.6),
    "text": _Type(16, 1.35, 0.55, 3),
    "owner": _Type(22, 1.2, 0.6, 3),
    "call": _Type(13, 1.35, 0.58, 1),
    "small": _Type(11, 1.35, 0.55, 1),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A text of the sheet in its style."""

    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on a sheet: the parts of fixed size, the parts over the whole width, those beside the code."""

    fixed: tuple[Line, ...]
    wide: tuple[Line, ...]
    beside: tuple[Line, ...]


def step_for(sheet: Sheet, least: int = len(SCALES)) -> int | None:
    """Return the first step (1 is the largest type) of at most `least` at which everything fits, or None."""
    room = SHEET - STRIPS - _height(sheet.fixed, WIDE, 1) - 12
    for step, scale in enumerate(SCALES[:least], 1):
        below = max(_height(sheet.beside, NARROW, scale), CODE)
        if _height(sheet.wide, WIDE, scale) + below <= room:
            return step
    return None


def _height(lines: Iterable[Line], width: float, scale: float) -> float:
    return sum(_line_height(line, width, scale) for line in lines if line.text)


def _line_height(line: Line, width: float, scale: float) -> float:
    kind = _TYPES[line.style]
    size = kind.points * scale * _POINT
    needed = _width(line.text, kind.letter) * size
    lines = math.ceil(needed / (width * 0.92))  # a line breaks before its last word would end
    return lines * size * kind.leading + kind.after * scale


@lru_cache(maxsize=100_000)  # the same names and times stand on many sheets, and each sheet is measured at every step
def _width(text: str, usual: float) -> float:
    return sum(_letter(letter, usual) for letter in text)


def _letter(letter: str, usual: float) -> float:
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.0
    if letter in "WM@%":
        return usual * 1.95
    return usual * 1.35 if letter.isupper() or letter in "mw" else usual
