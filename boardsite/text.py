"""Small pure functions over text: slugs, plurals, excerpts, the nearest known word."""

from __future__ import annotations

import difflib
import heapq
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_CONTROLS = re.compile(
    # C0 and C1 controls but tab and newline, of which our tokens for links are made; bidi overrides and isolates;
    # zero-width marks other than the joiners that some scripts need; private-use letters; halves of a pair, which no
    # file can hold.
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ue000-\uf8ff\ud800-\udfff]"
)


def without_controls(text: str) -> str:
    """Return text without characters that have no business in it: controls, bidi overrides, private-use letters."""
    return _CONTROLS.sub("", text)


WEB_ADDRESS = r"https?://[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:[/?#][^\s\"'<>\\`{}|^\x00-\x1f\x7f-\x9f\ue000-\uf8ff]*)?"
_MOST_ADDRESS_LETTERS = 2_000


def is_web_address(text: str) -> bool:
    """Say whether a text is a whole web address to which a page may lead; only such a one can be taken apart."""
    return len(text) <= _MOST_ADDRESS_LETTERS and re.fullmatch(WEB_ADDRESS, text, re.I) is not None


_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    """Return text for a terminal or a log, which would obey its control characters: they are shown as what they are."""
    return _STEERING.sub(lambda found: f"\\x{ord(found[0]):02x}", text)


@lru_cache(maxsize=100_000)
def slug(text: str, limit: int = 60) -> str:
    """Return text as the last part of an address: a-z, 0-9 and single hyphens; empty when nothing is left.

    Accents are folded to their letters. Cut at a word where the limit allows.
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    whole = re.sub(r"[^a-z0-9]+", "-", plain.replace("&", " and ").replace("'", "")).strip("-")
    if len(whole) <= limit:
        return whole
    return whole[: limit + 1].rsplit("-", 1)[0][:limit].strip("-")


def natural(name: str) -> tuple[str | int, ...]:
    """Return what names are sorted by as people do it: capitals make no difference, and 2 stands before 11."""
    return tuple(int(part) if part.isdecimal() else part for part in re.split(r"(\d+)", name.casefold()))


OTHER_LETTERS = "0 to 9 and others"


def letter_of(name: str) -> str:
    """Return the heading of a name in a list from A to Z."""
    first = slug(name)[:1].upper()
    return first if first.isalpha() else OTHER_LETTERS


MOST_COMPARED = 8
_LONGEST_COMPARED = 200


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that the typed word is most likely meant to be, or None.

    A comparison is dear, and a site has thousands of addresses and may have thousands of broken links: only those
    few words are compared that share the most pairs of letters with the typed one.
    """
    typed = word.casefold()[:_LONGEST_COMPARED]
    by_fold = {k.casefold(): k for k in known}
    pairs = _pairs(typed)
    likely = heapq.nlargest(MOST_COMPARED, by_fold, key=lambda k: 2 * (pairs & _pairs(k)).bit_count() - len(k) / 2)
    found = difflib.get_close_matches(typed, likely, n=1, cutoff=0.6)
    return by_fold[found[0]] if found else None


@lru_cache(maxsize=100_000)
def _pairs(word: str) -> int:
    """Return the pairs of neighbouring letters of a word as a set of bits; two pairs may share one."""
    bits = 0
    for one, other in zip(f" {word}", f"{word} ", strict=True):
        bits |= 1 << (ord(one) * 31 + ord(other)) % 512
    return bits


def count(number: int, singular: str, plural: str | None = None) -> str:
    """Return "1 event", "3 events", "no events"."""
    word = singular if number == 1 else plural or singular + "s"
    return f"{number or 'no'} {word}"


def listed(words: Iterable[str], joiner: str = "and") -> str:
    """Return "a", "a and b" or "a, b and c"."""
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {joiner} {items[-1]}"


def excerpt(text: str, limit: int = 200) -> str:
    """Return the beginning of a plain text in at most `limit` characters, whole sentences or words, "…" where cut."""
    flat = " ".join(text.split())
    if len(flat) <= limit:
        return flat
    head = flat[: limit + 1]
    stop = max(head.rfind(". "), head.rfind("? "), head.rfind("! "))
    if stop >= limit // 2:
        return head[: stop + 1]
    return head[:limit].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def file_size(octets: int) -> str:
    """Return a size as people read it: "240 kB", "1.2 MB" (thousands, not 1024s)."""
    if octets < 1_000_000:
        return f"{max(1, round(octets / 1000))} kB"
    return f"{octets / 1_000_000:.1f} MB"
