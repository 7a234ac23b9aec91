"""Topics of pages and news: each needs an address of its own, and two that are spelt alike would share one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from boardsite.diagnostics import Diagnostic, Location
from boardsite.messages import site as messages
from boardsite.schema.fields import Values
from boardsite.text import slug

# What may differ in the spelling of one topic: "Early help" and "early-help", "Children's" and "Childrens".
_SPELLING = re.compile(r"[\s\-_'’.,&/()]+")


def topics(settings: Iterable[Values]) -> Iterator[Diagnostic]:
    """Yield each topic of pages and news without an address, and each that would land on the page of another one."""
    first: dict[str, tuple[str, Location]] = {}
    told: set[str] = set()
    for values in settings:
        for tag in dict.fromkeys(values.texts("tags")):
            where, key = values.place("tags"), slug(tag)
            if not key:
                yield messages.topic_without_address(where, tag)
                continue
            known, place = first.setdefault(key, (tag, where))
            if known != tag and _spoken(known) != _spoken(tag) and tag not in told:
                told.add(tag)
                yield messages.topics_alike(where, tag, known, place)


def _spoken(tag: str) -> str:
    plain = unicodedata.normalize("NFKD", tag.casefold().replace("&", "and"))
    return _SPELLING.sub("", "".join(letter for letter in plain if not unicodedata.combining(letter)))
