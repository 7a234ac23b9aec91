"""British telephone numbers: read as people type them, written with the usual spaces."""

from __future__ import annotations

import re

# Six figures are a number of Europe or of an enquiry service; else they lack their area code.
_SHORT = re.compile(r"[1-9]\d{2,4}|11[68]\d{3}")

# The areas in which some numbers have 10 figures; everywhere else such a number lacks one (Ofcom's numbering plan).
_WITH_SHORT_NUMBERS = re.compile(
    "01(?:204|208|254|276|297|298|363|364|384|386|404|420|460|461|480|488|524|527|562|566|606|629|635|647|659|695|697"
    "|726|744|750|768|827|837|884|900|905|935|946|949|963|995)"
)


def read_phone(text: str) -> str | None:
    """Return the number with British spacing ("01632 960001", "0344 800 8020", "999"), or None.

    Brackets, hyphens, dots, a +44 and an extension ("ext 12") are understood; anything else is not a number.
    """
    main, _, extension = (
        part.strip() for part in re.sub(r"\b(?:ext(?:ension)?\.?|x) ?", "|", text.lower()).partition("|")
    )
    if not re.fullmatch(r"[+\d(][\d ()./\-\u2010-\u2014]*", main.removeprefix("tel:").strip()):
        return None
    if extension and not re.fullmatch(r"\d{1,6}", extension):
        return None
    figures = re.sub(r"\D", "", main.replace("(0)", ""))
    if main.lstrip("tel: ").startswith(("+44", "0044")):
        figures = "0" + figures.removeprefix("00").removeprefix("44").removeprefix("0")
    spaced = _spaced(figures)
    return f"{spaced} ext {extension}" if spaced and extension else spaced


def _spaced(figures: str) -> str | None:
    if _SHORT.fullmatch(figures):
        return f"{figures[:3]} {figures[3:]}" if len(figures) == 6 else figures
    if re.fullmatch(r"0800\d{4}|0845464\d", figures):  # two services kept their shorter numbers: Childline is one
        return f"{figures[:4]} {figures[4:]}" if figures.startswith("0800") else f"0845 {figures[4:6]} {figures[6:]}"
    if not re.fullmatch(r"0[1-37-9]\d{9}", figures) and not _may_be_short(figures):
        return None
    if figures[1] == "2":
        return f"{figures[:3]} {figures[3:7]} {figures[7:]}"
    if figures[1] in "389" or figures[1:3] == "11" or (figures[1] == "1" and figures[3] == "1"):
        return f"{figures[:4]} {figures[4:7]} {figures[7:]}"
    return f"{figures[:5]} {figures[5:]}"


def _may_be_short(figures: str) -> bool:
    is_where_they_are = figures.startswith("0800") or _WITH_SHORT_NUMBERS.match(figures)
    return len(figures) == 10 and bool(is_where_they_are)


def phone_link(number: str) -> str:
    """Return the tel: form of a number with British spacing (RFC 3966); short numbers stay local."""
    main, _, extension = number.partition(" ext ")
    figures = re.sub(r"\D", "", main)
    whole = "+44" + figures[1:] if figures.startswith("0") else figures
    return f"tel:{whole};ext={extension}" if extension else f"tel:{whole}"
