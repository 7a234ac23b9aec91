"""A VTIMEZONE of a file as offsets over a year (RFC 5545 section 3.6.5): enough to recognise the zone it describes.

A definition that does not hold together is None. Only yearly rules count, so none can keep us busy.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import UTC, datetime, time, timedelta
from itertools import product

from boardsite.calendars.components import Component
from boardsite.calendars.limits import FIRST_YEAR, LAST_YEAR
from boardsite.calendars.periods import Patience, TooLong
from boardsite.calendars.periods import moments as rule_moments
from boardsite.calendars.rule_reader import RuleProblem, read_rule
from boardsite.calendars.rules import Frequency, Rule
from boardsite.calendars.values import UTC_ZONE, Unreadable, plain_text, point
from boardsite.dataclass import dataclass

_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)(?::?(\d\d))?")
_SAMPLED_DAYS = (1, 11, 21)
_PARTS = 300
_MOST_KNOWN = 200
_KNOWN: dict[tuple[tuple[str, tuple[str, ...]], ...], tuple[Definition | None, int]] = {}
_YEARS = (1600, 2200)  # Outlook begins its definitions in 1601
_RULED_PARTS = 12


@dataclass(frozen=True, slots=True)
class Observance:
    """A STANDARD or DAYLIGHT part: from its onsets on, the offset is `after` seconds; earlier it was `before`."""

    before: int
    after: int
    onset: datetime
    rule: Rule | None
    more: tuple[datetime, ...]

    def onsets(self, year: int) -> list[datetime]:
        """Return the onsets (UTC) of a year and the year before; wall times are those of the offset before."""
        walls = [self.onset, *self.more]
        if self.rule is not None:
            first, last = datetime(year - 1, 1, 1, tzinfo=UTC).date(), datetime(year, 12, 31, tzinfo=UTC).date()
            walls += (
                datetime.combine(day, wall, UTC)
                for day, wall in rule_moments(self.rule, self.onset.date(), self.onset.time(), first, last)
            )
        onsets = [wall - timedelta(seconds=self.before) for wall in walls]
        until = self.rule.until if self.rule is not None else None
        return [onset for onset in onsets if not isinstance(until, datetime) or onset <= until]


@dataclass(frozen=True, slots=True)
class Definition:
    """The offsets that a file gives a zone name."""

    name: str
    observances: tuple[Observance, ...]

    def offsets(self, year: int) -> list[tuple[datetime, int]]:
        """Return moments (UTC) over a year at which zones are told apart, and the offset in seconds at each."""
        year = min(max(year, FIRST_YEAR + 1), LAST_YEAR)
        onsets = sorted((onset, part.after) for part in self.observances for onset in part.onsets(year))
        earliest = min(self.observances, key=lambda part: part.onset).before
        found = []
        for month, day in product(range(1, 13), _SAMPLED_DAYS):
            moment = datetime(year, month, day, 12, tzinfo=UTC)
            at = bisect_right(onsets, moment, key=lambda pair: pair[0])
            found.append((moment, onsets[at - 1][1] if at else earliest))
        return found


def definition(component: Component, patience: Patience) -> Definition | None:
    """Return what a VTIMEZONE says, or None where it does not hold together."""
    # Programs write the same few definitions into every file.
    parts = (component, *component.children[:_PARTS])
    key = tuple((part.name, tuple(line.text for line in part.lines)) for part in parts)
    if key in _KNOWN:
        found, looks = _KNOWN[key]
        try:
            patience.spend(looks)  # what is found must not depend on what was read before
        except TooLong:
            return None
        return found
    before = patience.looks
    found = _definition(component, patience)
    if patience.looks:  # else it was given up, not understood
        if len(_KNOWN) >= _MOST_KNOWN:
            _KNOWN.clear()
        _KNOWN[key] = (found, before - patience.looks)
    return found


def _definition(component: Component, patience: Patience) -> Definition | None:
    name = component.first("TZID")
    if name is None:
        return None
    try:
        observances = tuple(
            _observance(child, patience)
            for child in component.children[:_PARTS]
            if child.name in {"STANDARD", "DAYLIGHT"}
        )
        ruled = sum(part.rule is not None for part in observances)
        is_sound = bool(observances) and ruled <= _RULED_PARTS
        return Definition(plain_text(name.value()[1]).strip(), observances) if is_sound else None
    except (ValueError, RuleProblem):
        return None


def _observance(part: Component, patience: Patience) -> Observance:
    rule = part.first("RRULE")
    onset = _wall(_text(part, "DTSTART"))
    checked = None
    if rule is not None:
        checked = read_rule(rule.value()[1], onset, UTC_ZONE, UTC_ZONE, patience)
        if checked.frequency is not Frequency.YEARLY:
            raise Unreadable(rule.text)
    more = [value for line in part.lines if line.name == "RDATE" for value in line.value()[1].split(",")]
    return Observance(
        _seconds(_text(part, "TZOFFSETFROM")),
        _seconds(_text(part, "TZOFFSETTO")),
        onset,
        checked,
        tuple(_wall(value) for value in more[:500]),
    )


def _text(part: Component, name: str) -> str:
    line = part.first(name)
    if line is None:
        raise Unreadable(name)
    return line.value()[1].strip()


def _wall(text: str) -> datetime:
    found = point(text, None)
    if not _YEARS[0] <= found.day.year <= _YEARS[1]:
        raise Unreadable(text)
    return datetime.combine(found.day, found.wall or time(0), UTC)


def _seconds(text: str) -> int:
    found = _OFFSET.fullmatch(text)
    if not found:
        raise Unreadable(text)
    seconds = int(found[2]) * 3600 + int(found[3]) * 60 + int(found[4] or 0)
    return -seconds if found[1] == "-" else seconds
