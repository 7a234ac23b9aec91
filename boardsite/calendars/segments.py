"""A series whose later dates change together, as several that no program can misread: few know THISANDFUTURE.

Google and Microsoft take such a change for one of a single date (RFC 5545 section 3.2.13). So the series ends before
it, and a second one begins with it, as these programs write it themselves. Its rule is that of the first, moved by as
much; where no rule says the same dates, they are listed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import islice

from boardsite.calendars.events import Extra, Override, Series
from boardsite.calendars.exclusions import excluded
from boardsite.calendars.limits import LAST_YEAR, LISTED_DATES, OCCURRENCES
from boardsite.calendars.originals import Original, key, of_rule, shifted
from boardsite.calendars.rules import DayOfWeek, Rule
from boardsite.dataclass import dataclass

_LAST = date(LAST_YEAR, 12, 31)
_YEAR = timedelta(days=366)


def segments(series: Series) -> tuple[Series, ...]:
    """Return the series itself, or the series into which changes that go on divide it, in the order of time."""
    changes = sorted((o for o in series.overrides if o.goes_on), key=lambda o: key(o.original))
    is_early = changes and any(key(extra.starts) < key(series.starts) for extra in series.extras)
    if not changes or is_early:  # dates that are added before the start leave no first part to speak of
        return (series,)
    ends = [*(key(change.original) for change in changes[1:]), None]
    found = [_segment(_Span(series, change, end)) for change, end in zip(changes, ends, strict=True)]
    head = _head(series, changes)
    # Where the change begins with the first date, there is nothing before it, and its UID is the one to keep.
    return (head, *found) if head else (replace(found[0], uid=series.uid), *found[1:])


def parts_from(series: Series, original: Original) -> tuple[Series, ...]:
    """Return the part of a series to which the date with this original belongs, and the parts after it."""
    parts = segments(series)
    later = sum(key(change.original) > key(original) for change in series.overrides if change.goes_on)
    return parts[max(0, len(parts) - 1 - later) :]


def _head(series: Series, changes: list[Override]) -> Series | None:
    """Return what is left before the first change, or None."""
    first = key(changes[0].original)
    if key(series.starts) >= first:
        return None
    # Its rule changes with each change that goes on, so the newest of them is the revision of the whole.
    newest = [series.details, *(change.details for change in changes)]
    return replace(
        series,
        rule=_ended(series, changes[0].original) if series.rule else None,
        extras=tuple(extra for extra in series.extras if key(extra.starts) < first),
        removed=tuple(original for original in series.removed if key(original) < first),
        overrides=tuple(override for override in series.overrides if key(override.original) < first),
        details=replace(series.details, sequence=max(d.sequence for d in newest), stamp=max(d.stamp for d in newest)),
    )


def _ended(series: Series, change: Original) -> Rule:
    rule, first = series.rule, key(change)
    assert rule is not None
    start = _day(series.starts)
    if rule.count is not None:
        known = of_rule(rule, series.starts, series.wall, start, _day(change))
        return replace(rule, count=max(1, sum(key(o) < first for o in known)))
    # Its last date, so that "until" names a day that is still as before; further back than a year any moment will do.
    recent = of_rule(rule, series.starts, series.wall, max(start, _day(change) - _YEAR), _day(change))
    before = first - (timedelta(seconds=1) if isinstance(first, datetime) else timedelta(days=1))
    last = max((key(o) for o in recent if key(o) < first), default=before)
    return replace(rule, until=last if rule.until is None else min(last, rule.until))


@dataclass(frozen=True, slots=True)
class _Span:
    """A change that goes on, and the original at which the next one takes over, or None."""

    series: Series
    change: Override
    end: date | datetime | None

    def holds(self, original: Original) -> bool:
        at = key(original)
        return at >= key(self.change.original) and (self.end is None or at < self.end)

    def moved(self, original: Original) -> Original:
        return shifted(original, self.change.original, self.change.starts)

    @property
    def is_ending(self) -> bool:
        rule = self.series.rule
        return self.end is not None or rule is None or rule.count is not None or rule.until is not None

    def dates(self) -> list[Original]:
        """Return the dates of the rule, where they are now."""
        series = self.series
        if series.rule is None:
            return []
        last = _LAST if self.end is None else _day(self.end)
        known = of_rule(series.rule, series.starts, series.wall, _day(self.change.original), last)
        return [self.moved(o) for o in islice((o for o in known if self.holds(o)), OCCURRENCES)]


def _segment(span: _Span) -> Series:
    series, change = span.series, span.change
    dates = span.dates()
    wall = change.starts.time() if isinstance(change.starts, datetime) else None
    rule = next((rule for rule in _rules(span, dates) if _gives(rule, change.starts, wall, dates)), None)
    listed = [] if rule else dates[:LISTED_DATES]
    listed += [span.moved(extra.starts) for extra in series.extras if span.holds(extra.starts)]
    off = (*series.removed, *excluded(series)[0])
    return replace(
        series,
        uid=f"{series.uid}-{key(change.original):%Y%m%dT%H%M%S}",
        details=change.details,
        starts=change.starts,
        wall=wall,
        length=change.length,
        rule=rule,
        exception_rule=None,
        extras=tuple(Extra(start) for start in listed if key(start) != key(change.starts)),
        removed=tuple(span.moved(original) for original in off if span.holds(original)),
        overrides=tuple(
            replace(override, original=span.moved(override.original))
            for override in series.overrides
            if span.holds(override.original) and override is not change
        ),
        x_slug="",
    )


def _rules(span: _Span, dates: list[Original]) -> Iterator[Rule]:
    """Yield rules that may give the dates of a span: as before, or with its weekdays moved on."""
    rule, days = span.series.rule, (_day(span.change.starts) - _day(span.change.original)).days
    if rule is None or not dates or rule.by_hour or rule.by_minute or rule.by_second:
        return
    until = key(dates[-1]) if span.is_ending else None
    rule = replace(rule, count=None, until=until)
    yield rule
    yield replace(rule, by_day=tuple(sorted(DayOfWeek((day.weekday + days) % 7, day.nth) for day in rule.by_day)))


def _gives(rule: Rule, starts: Original, wall: time | None, dates: list[Original]) -> bool:
    """Say whether a rule has these dates and no others, as far as anybody looks; the start is a date in any case."""
    first, wanted = key(starts), {key(o) for o in dates}
    found = {key(o) for o in islice(of_rule(rule, starts, wall, _day(starts), _LAST), OCCURRENCES)}
    return found | {first} == wanted | {first}


def _day(original: Original) -> date:
    return original.date() if isinstance(original, datetime) else original
