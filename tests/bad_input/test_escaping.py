"""Editor text is never markup: each hostile text in each place is read back by a second reader, as text and nothing else.

The sites are built once for each payload; each payload in each place is a case of its own, with a word of its own.
"""

from __future__ import annotations

from functools import cache

import pytest

from boardsite.pipeline import Outcome
from tests.bad_input import active
from tests.bad_input.payloads import FILES, PAYLOADS, surfaces
from tests.bad_input.pictures import png
from tests.support import small_site

PLACES = surfaces()
NAMES = tuple(PAYLOADS)
# Not for readers: a UID only marks an event for calendars. Text of a calendar that is HTML is shown without its tags.
UNSEEN = {"event-uid"}
TAGS_GO = {"event-place", "event-text"}


def word(payload: str, place: str) -> str:
    """Return a word that nothing else has: figures as letters, because letters live in every place."""
    return "zq" + f"{NAMES.index(payload):02}{PLACES.index(place):02}".translate(
        str.maketrans("0123456789", "abcdefghij")
    )


@cache
def built(payload: str) -> Outcome:
    typed = PAYLOADS[payload][0]
    files: dict[str, str | bytes | None] = {
        path: make(lambda place: typed.replace("ZQ", word(payload, place))) for path, make in FILES.items()
    }
    files |= {"lscgs/west/images/a.png": png(), "lscgs/west/files/a.pdf": b"%PDF-1.4\n"}
    return small_site.build(files)


@cache
def reading(payload: str) -> active.Read:
    return active.read((path, artifact.content) for path, artifact in built(payload).files)


@cache
def acting(payload: str) -> str:
    return "\n".join(reading(payload).active).lower()


@cache
def shown(payload: str) -> str:
    return "\n".join(" ".join(text.split()) for text in reading(payload).shown)


@pytest.mark.parametrize("payload", NAMES)
def test_a_site_of_hostile_texts_is_whole_and_well_formed(payload: str) -> None:
    assert built(payload).report.errors == ()
    assert reading(payload).broken == []


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("payload", NAMES)
def test_a_hostile_text_is_read_as_text(payload: str, place: str) -> None:
    own = word(payload, place)
    assert own not in acting(payload)
    if place not in UNSEEN and not (place in TAGS_GO and payload in ("script", "end-of-script")):
        assert " ".join(PAYLOADS[payload][1].replace("ZQ", own).split()) in shown(payload)
