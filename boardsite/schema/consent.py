"""Whether what stands behind `consent:` says that a person agreed to be named: "no" and "not yet" do not.

In doubt nobody is named: a word of refusal or of waiting counts wherever it stands. PATTERN goes to the forms, too, so
it is written without flags, and without what Python and browsers read differently.
"""

from __future__ import annotations

import re

_REFUSING = (
    "no", "nope", "not", "none", "never", "nil", "na", "n/a", "false", "off", "unknown", "tbc", "tba", "tbd", "to be",
    "pending", "awaiting", "awaited", "waiting", "refused", "refuses", "denied", "declined", "declines", "objected",
    "objects", "withdrawn", "withdrew", "withheld", "revoked", "expired", "lapsed",
)  # fmt: skip
_LETTER = "A-Za-z\u00c0-\u024f"


def _in_any_case(word: str) -> str:
    return "".join(f"[{letter.upper()}{letter}]" if letter.isalpha() else letter for letter in word)


_NO = "|".join((*map(_in_any_case, _REFUSING), f"[{_LETTER}]*{_in_any_case('n')}['’]{_in_any_case('t')}"))
# It says something, too: a word or a figure, or the Y of a table; "-", "?", "n", "x" and 0 say nothing.
PATTERN = (
    rf"(?!(?:[\s\S]*[^{_LETTER}])?(?:{_NO})(?![{_LETTER}]))"
    rf"(?:[Yy]|[\s\S]*(?:[{_LETTER}]{{2}}|[1-9])[\s\S]*)"
)


def is_consent(text: str) -> bool:
    """Say whether this is a word of consent."""
    return re.fullmatch(PATTERN, text.strip()) is not None
