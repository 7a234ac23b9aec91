"""Events of which dates overlap, in pairs: found in one walk through time, without a look at those that may not clash.

Ten thousand copies of one event in one hall are no clash and must cost no more than their number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import field
from datetime import datetime
from heapq import heappop, heappush

from boardsite.calendars.events import Occurrence
from boardsite.dataclass import dataclass
from boardsite.model.entities import Event
from boardsite.model.events import Likeness, likeness

MOST_PAIRS = 100


@dataclass(frozen=True, slots=True)
class Taken:
    """A date to come that takes place; `ends` is exclusive, both in UTC."""

    event: Event
    occurrence: Occurrence
    starts: datetime
    ends: datetime


Pair = tuple[Taken, Taken]
Side = Callable[[Taken], object]


def overlaps(dates: Iterable[Taken], side: Side) -> list[tuple[Pair, int]]:
    """Return the pairs of unlike events of two sides of which dates overlap, with the first such dates and the number
    of further ones. `dates` are in order; dates of one `side` do not clash.
    """
    found: dict[tuple[str, str], tuple[Pair, int]] = {}
    running = _Running(side)
    for date in dates:
        running.end_before(date.starts)
        for other in running.against(date):
            one, two = sorted((other.event.address, date.event.address))
            known = found.get((one, two))
            found[one, two] = (known[0], known[1] + 1) if known else ((other, date), 0)
            if len(found) >= MOST_PAIRS:
                return list(found.values())
        running.begin(date)
    return list(found.values())


@dataclass(slots=True)
class _Running:
    """The dates that are going on: of each event the one that ends last, by side and by what events have alike."""

    side: Side
    dates: dict[object, dict[Likeness, dict[str, Taken]]] = field(default_factory=dict)
    ends: list[tuple[datetime, str, int]] = field(default_factory=list)
    begun: list[Taken] = field(default_factory=list)

    def begin(self, date: Taken) -> None:
        alike = self.dates.setdefault(self.side(date), {}).setdefault(likeness(date.event.series), {})
        known = alike.get(date.event.address)
        if known is None or known.ends < date.ends:
            alike[date.event.address] = date
            heappush(self.ends, (date.ends, date.event.address, len(self.begun)))
            self.begun.append(date)

    def end_before(self, moment: datetime) -> None:
        while self.ends and self.ends[0][0] <= moment:
            date = self.begun[heappop(self.ends)[2]]
            side, like, address = self.side(date), likeness(date.event.series), date.event.address
            alike = self.dates.get(side, {}).get(like, {})
            if alike.get(address) is date:
                del alike[address]
                if not alike:
                    del self.dates[side][like]

    def against(self, date: Taken) -> Iterator[Taken]:
        """Yield what clashes with a date, in the order of time."""
        mine, like = self.side(date), likeness(date.event.series)
        others = [
            other
            for side, kinds in self.dates.items()
            if side != mine
            for kind, alike in kinds.items()
            if kind != like
            for other in alike.values()
        ]
        yield from sorted(others, key=lambda d: (d.starts, d.event.address))
