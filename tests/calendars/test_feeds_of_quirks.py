"""Every quirk, written into a feed and read by two other programs: start, end, title, status and place are ours.

Where a program differs although the feed is right, the reason stands here; a reason that explains nothing fails.
"""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from functools import cache

import pytest

from boardsite.calendars import recurrence, writer
from tests.calendars.ics import LONDON
from tests.calendars.test_published_feeds import as_dated
from tests.calendars.test_quirks import QUIRKS, read
from tests.support.second_readers import Dated, Source, ical_js, need_ical_js, recurring

_NIGHT = "on the night of a clock change it keeps neither real hours nor the first of two (3.3.5, 3.3.6)"
EXPLAINED = {
    "recurring-ical-events": {
        "clock-changes: an hour that is skipped and the one after it are one date": _NIGHT,
        "clock-changes: a start in the hour that is skipped": _NIGHT,
        "clock-changes: hours are real hours": _NIGHT,
        "clock-changes: 24 hours are 24 hours": _NIGHT,
        "removed-dates: another time of that day takes out nothing": "it takes EXDATE for a day (3.8.5.1)",
    },
    "ical.js": {
        "changed-dates: a change of no date of the series is shown, and told": "it leaves that date out (3.8.4.4)",
        "clock-changes: a time that is skipped moves on by the hour, for that day": _NIGHT,
        "clock-changes: a time that comes twice is the first": _NIGHT,
        "clock-changes: an hour that is skipped and the one after it are one date": _NIGHT,
        "clock-changes: a start in the hour that is skipped": _NIGHT,
        "clock-changes: hours are real hours": _NIGHT,
        "clock-changes: a day is a day of the clock": _NIGHT,
        "clock-changes: 24 hours are 24 hours": _NIGHT,
        "clock-changes: the night of the change itself, hour by hour of the clock": _NIGHT,
        "removed-dates: a date in the hour that is skipped, by its wall time": _NIGHT,
        "days: 29 February, in the years that have one": "it moves the date to 1 March (3.3.10)",
        "rules: 29 February, in leap years only": "it moves the date to 1 March (3.3.10)",
        "ends-of-series: a start that the rule does not have is a date all the same": "it forgets the start (3.8.5.3)",
        "removed-dates: of an event that does not repeat": "it reads EXDATE only beside a rule (3.8.5.1)",
        "rules: Tuesday of week 23": "it takes BYWEEKNO for the weeks from there on (3.3.10)",
        "rules: week 1 may begin in December": "it takes BYWEEKNO for the weeks from there on (3.3.10)",
        "rules: a day of the month without a month: of every month": "it keeps to one month (3.3.10, the table)",
    },
}


@cache
def feeds() -> dict[str, Source]:
    """Return a feed for each quirk that shows something. London only: New York's definition in a feed begins with the
    rules of today, in 2007, and the standard's examples are older."""
    found = {}
    for quirk in QUIRKS:
        series = read(quirk).series
        if series and quirk.zone is LONDON:
            content = writer.calendar(series, name="S", uid="s", url="", zone=LONDON, addresses={})
            found[quirk.id] = Source(content, quirk.first, quirk.last)
    return found


def inside(several: list[Dated], source: Source) -> Counter[Dated]:
    begins, ends = source.window
    return Counter(
        dated
        for dated in several
        if (
            begins <= dated.starts < ends
            if isinstance(dated.starts, datetime)
            else source.first <= dated.starts <= source.last
        )
    )


def ours(name: str) -> Counter[Dated]:
    quirk = next(quirk for quirk in QUIRKS if quirk.id == name)
    found = (recurrence.expand(series, quirk.first, quirk.last, LONDON)[0] for series in read(quirk).series)
    return inside([as_dated(occurrence) for several in found for occurrence in several], feeds()[name])


@pytest.mark.parametrize("program", EXPLAINED)
def test_another_program_sees_in_a_feed_what_we_show(program: str) -> None:
    if program == "ical.js":
        need_ical_js()
        answers = ical_js(feeds(), with_zones=False)
    else:
        answers = {name: recurring(source) for name, source in feeds().items()}
    assert {name: answer for name, answer in answers.items() if isinstance(answer, str)} == {}, "not read at all"
    different = {
        name: sorted(map(str, (ours(name) - seen) + (seen - ours(name))))[:2]
        for name, answer in answers.items()
        if not isinstance(answer, str) and (seen := inside(answer, feeds()[name])) != ours(name)
    }
    known = EXPLAINED[program]
    assert {name: facts for name, facts in different.items() if name not in known} == {}, "not explained"
    assert known.keys() - different.keys() == set(), "explained, and no longer so"
    assert len(answers) > 220
