"""For whom something is: the words that files say it with, and what people read in their place."""

from __future__ import annotations

WORDS = {
    "public": "Everyone",
    "practitioners": "People who work with children",
    "members": "Members of the group",
}


def for_whom(audience: str) -> str:
    """Return a label such as "For everyone" for one of WORDS."""
    return f"For {_within(audience)}"


def together(audiences: tuple[str, ...]) -> str:
    """Return some of WORDS in one phrase, such as "Everyone and members of the group"."""
    phrase = " and ".join(map(_within, audiences))
    return phrase[:1].upper() + phrase[1:]


def _within(audience: str) -> str:
    return WORDS[audience][0].lower() + WORDS[audience][1:]
