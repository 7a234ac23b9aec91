"""What the editing forms must know of calendars to read and write a file as we do: names, zones, what is personal.

The forms run in a browser (forms/calendar); their rules and ours come from the same tables.
"""

from __future__ import annotations

from zoneinfo import ZoneInfo

from boardsite.audiences import WORDS
from boardsite.calendars.components import PRIVATE_LINE
from boardsite.calendars.meeting_keys import PATTERNS
from boardsite.calendars.names import PERSONAL, READ_NAMES, STANDARD_NAMES, TEXT_NAMES
from boardsite.calendars.zone_writer import vtimezone
from boardsite.calendars.zones import known_beside_the_worlds
from boardsite.dataclass import dataclass

PRODUCER = "-//boardsite//editing forms//EN"


@dataclass(frozen=True, slots=True)
class FormFacts:
    """`zones` are names besides the world's, in small letters; `keys` are patterns of passcodes and joining links.

    `private_line` is the pattern of lines of unknown names that make an event private. `kept` are the names that stay
    in a file that somebody brings in: what the site reads.
    """

    zone: str
    vtimezone: tuple[str, ...]
    zones: tuple[tuple[str, str], ...]
    names: tuple[str, ...]
    text_names: tuple[str, ...]
    personal: tuple[tuple[str, str], ...]
    kept: tuple[str, ...]
    keys: tuple[tuple[str, str], ...]
    private_line: str
    audiences: tuple[str, ...]
    producer: str = PRODUCER


def form_facts(zone: ZoneInfo) -> FormFacts:
    """Return the facts for a board's zone."""
    definition: bytes = vtimezone(zone).to_ical(sorted=False)
    return FormFacts(
        zone=zone.key,
        vtimezone=tuple(definition.decode().split("\r\n")[:-1]),
        zones=known_beside_the_worlds(),
        names=tuple(sorted(STANDARD_NAMES)),
        text_names=tuple(sorted(TEXT_NAMES)),
        personal=tuple(sorted(PERSONAL.items())),
        kept=(*sorted(READ_NAMES), "X-MICROSOFT-CDO-ALLDAYEVENT"),
        keys=tuple((pattern.pattern, kind) for pattern, kind in PATTERNS),
        private_line=PRIVATE_LINE.pattern,
        audiences=tuple(WORDS),
    )
