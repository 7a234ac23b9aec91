"""Short forms in clean HTML: the first use of each is followed by what it stands for; the unknown ones are named.

Works on what `clean` wrote, in which every `<` begins a tag, and changes text only. Nothing is put into links,
headings, code, quotations and other places where words must stay as they are, nor where the author has explained the
short form already. What is put in is escaped; a link is a token, as everywhere in a body.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import partial
from html import escape

from boardsite.dataclass import dataclass
from boardsite.markup.clean import TOKEN_CLOSE, TOKEN_OPEN

_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?([a-z0-9]+)")
_CODE = frozenset({"code", "kbd", "pre", "samp", "var"})
# Places whose words stay as the author wrote them: links and headings have their own use, quotations are another's.
_CLOSED = _CODE | {"a", "abbr", "blockquote", "caption", "cite", "del", "dfn", "dt", "q", "s", "summary", "th"}
_CLOSED |= {f"h{level}" for level in range(1, 7)}
_VOID = frozenset({"br", "hr", "img"})
_INSIDE_WORDS = frozenset({"a", "abbr", "b", "del", "dfn", "em", "i", "ins", "s", "small", "span", "strong", "u"})
# So many letters may stand between a short form and its full form: "the MASH, our Multi-Agency Safeguarding Hub".
_NEAR = 40
# Letters of the same number, so that places in the folded text are places in the text.
_FOLD = {ord(upper): upper.lower() for upper in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"} | dict.fromkeys(map(ord, "-‐‑–\n"), " ")
_CAPITALS = re.compile(r"(?<![\w.@/#-])([A-Z](?:&amp;[A-Z]|[A-Z]){1,6})(?:s|’s|'s)?(?![\w@/])")
_SHOUTED = re.compile(r"[A-Z]{2,}[,;:]? $")
_SHOUTED_ON = re.compile(r"^[,;:]? [A-Z]{2,}\b")
_ROMAN = re.compile(r"[IVXLC]+")


@dataclass(frozen=True, slots=True)
class ShortForm:
    """A short form, what it stands for, what several of them are, and whether there is more to read about it."""

    short: str
    full: str
    several: str
    has_more: bool


@dataclass(frozen=True, slots=True)
class Explained:
    """The HTML with its explanations, and the short forms whose tokens are new in it, in the order of the tokens."""

    html: str
    linked: tuple[str, ...] = ()


@dataclass(slots=True)
class _Piece:
    """A tag, or a text between two tags; `starts` is the place of a text in the whole text of the page."""

    source: str
    starts: int
    is_open: bool
    is_code: bool
    title: str = ""


def explain(html: str, forms: Collection[ShortForm], first_token: int) -> Explained:
    """Return the HTML in which the first use of each short form is explained; new tokens count from `first_token`."""
    pieces, whole = _pieces(html)
    there = {escape(form.short, quote=False): form for form in forms if escape(form.short, quote=False) in whole}
    if not there:
        return Explained(html)
    names = "|".join(re.escape(short) for short in sorted(there, key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w-])({names})(s?)((?:['’]s|(?:-\w+)+)?)(?!\w)")
    folded = whole.translate(_FOLD)
    waiting = {short: form for short, form in there.items() if not _is_marked_up(form, pieces)}
    linked: list[str] = []

    def put(found: re.Match[str], text_at: int) -> str:
        form = waiting.pop(found[1], None)
        if form is None or _is_explained(form, whole, folded, text_at + found.start(), text_at + found.end()):
            return found[0]
        words = escape(form.several if found[2] else form.full, quote=False)
        if form.has_more:
            words = f'<a href="{TOKEN_OPEN}{first_token + len(linked)}{TOKEN_CLOSE}">{words}</a>'
            linked.append(form.short)
        # "MASH’s" and "MASH-led" have grown together with their neighbours: say which part is meant.
        return f"{found[0]} ({found[1] + ': ' if found[3] else ''}{words})"

    out = []
    for piece in pieces:
        change = partial(put, text_at=piece.starts)
        out.append(pattern.sub(change, piece.source) if piece.is_open else piece.source)
    return Explained("".join(out), tuple(linked))


def short_forms(html: str) -> Iterator[str]:
    """Yield what looks like a short form, in the order of the text."""
    pieces, _ = _pieces(html)
    for piece in pieces:
        if piece.is_code or piece.source.startswith("<"):
            continue
        for found in _CAPITALS.finditer(piece.source):
            short = found[1].replace("&amp;", "&")
            before, behind = piece.source[: found.start()], piece.source[found.end(1) :]
            if _ROMAN.fullmatch(short) or _SHOUTED.search(before) or _SHOUTED_ON.match(behind):
                continue
            yield short


def _pieces(html: str) -> tuple[list[_Piece], str]:
    """Return tags and texts in order, and the whole text; where blocks meet there is a line end in it."""
    pieces: list[_Piece] = []
    text: list[str] = []
    length = closed = code = 0
    title = ""
    for part in _TAG.split(html):
        named = _NAME.match(part)
        if not named:
            pieces.append(_Piece(part, length, closed == 0, code > 0, title))
            text.append(part)
            length += len(part)
            continue
        pieces.append(_Piece(part, length, False, False))
        name = named[1]
        step = 0 if name in _VOID else -1 if part.startswith("</") else 1
        closed += step if name in _CLOSED else 0
        code += step if name in _CODE else 0
        if name == "abbr":
            title = "title" if step == 1 and " title=" in part else ""
        if name not in _INSIDE_WORDS:
            text.append("\n")
            length += 1
    return pieces, "".join(text)


def _is_marked_up(form: ShortForm, pieces: list[_Piece]) -> bool:
    """Whether the author explains a short form with an abbr element that has a title."""
    return any(piece.title and piece.source == escape(form.short, quote=False) for piece in pieces)


def _is_explained(form: ShortForm, whole: str, folded: str, starts: int, ends: int) -> bool:
    """Whether the author has said what it stands for: close to its use, or in brackets."""
    full = escape(form.full, quote=False).translate(_FOLD)
    if full in folded[max(0, starts - len(full) - _NEAR) : ends + len(full) + _NEAR]:
        return True
    is_in_brackets = whole[starts - 1 : starts] == "(" and whole[ends : ends + 1] == ")"
    return is_in_brackets or whole[ends : ends + 2].lstrip().startswith("(")
