"""Our iteration over repeat rules against dateutil's, an independent one, over random rules with printed seeds."""

import random
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import islice

import pytest
from dateutil.rrule import rrulestr

from boardsite.calendars.periods import Matcher, moments
from boardsite.calendars.rule_reader import RuleProblem, read_rule
from boardsite.calendars.rules import DAY_CODES
from boardsite.calendars.values import UTC_ZONE

LAST = date(2040, 12, 31)


def random_rule(dice: random.Random) -> str:
    """Return a rule of the kinds that both read alike.

    Left out: BYWEEKNO without BYDAY or at the turn of the year, BYSETPOS in weeks, counted and plain weekdays in one
    BYDAY. Each has a test of its own below.
    """
    frequency = dice.choice(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
    parts = [f"FREQ={frequency}"]
    if dice.random() < 0.5:
        parts.append(f"INTERVAL={dice.choice([1, 2, 3, 4, 7, 13])}")
    if dice.random() < 0.3:
        parts.append(f"COUNT={dice.randint(1, 40)}")
    if dice.random() < 0.3:
        months = dice.sample(range(1, 13), dice.randint(1, 4))
        parts.append("BYMONTH=" + ",".join(map(str, months)))
    has_week = frequency == "YEARLY" and dice.random() < 0.2
    if has_week:
        parts.append(f"BYWEEKNO={dice.choice([2, 20, 33, 51, -3, -20])}")
    if dice.random() < 0.25 and not has_week:
        days = dice.sample([1, 5, 13, 15, 28, 29, 30, 31, -1, -2, -15, -31], dice.randint(1, 3))
        parts.append("BYMONTHDAY=" + ",".join(map(str, days)))
    if frequency == "YEARLY" and dice.random() < 0.1:
        parts.append(f"BYYEARDAY={dice.choice([1, 60, 100, 200, 365, 366, -1, -366])}")
    if dice.random() < 0.5 or has_week:
        may_count = frequency in {"MONTHLY", "YEARLY"} and not has_week
        days = dice.sample(DAY_CODES, dice.randint(1, 3))
        places = ["1", "2", "-1", "5", "-2"] if may_count and dice.random() < 0.6 else [""]
        parts.append("BYDAY=" + ",".join(dice.choice(places) + day for day in days))
    if frequency in {"MONTHLY", "YEARLY"} and len(parts) > 2 and dice.random() < 0.3:
        parts.append(f"BYSETPOS={dice.choice([1, 2, -1, 3, -3])}")
    if dice.random() < 0.1:
        parts.append(f"BYHOUR={dice.choice(['9', '9,14', '0,23'])}")
    if dice.random() < 0.2:
        parts.append(f"WKST={dice.choice(DAY_CODES)}")
    return ";".join(parts)


@pytest.mark.parametrize("seed", range(6))
def test_random_rules_give_the_same_moments(seed: int) -> None:
    dice = random.Random(seed)
    compared = 0
    while compared < 30:
        text = random_rule(dice)
        start = datetime(2016, 1, 1, 9, 30) + timedelta(days=dice.randint(0, 800))
        try:
            rule = read_rule(text, start.replace(tzinfo=UTC_ZONE), UTC_ZONE, UTC_ZONE)
        except RuleProblem:
            continue
        ours = [datetime.combine(*m) for m in moments(rule, start.date(), start.time(), start.date(), LAST)]
        until = ";UNTIL=20401231T235959" if "COUNT" not in text else ""
        theirs = [m for m in islice(rrulestr(text + until, dtstart=start), 40_000) if m.date() <= LAST]
        assert ours == theirs, f"seed {seed}: DTSTART {start:%Y%m%dT%H%M%S} RRULE:{text}"
        compared += 1


@pytest.mark.parametrize("seed", range(3))
def test_a_window_shows_what_all_time_shows_there(seed: int) -> None:
    dice = random.Random(1000 + seed)
    compared = 0
    while compared < 60:
        text = random_rule(dice)
        start = date(2016, 1, 1) + timedelta(days=dice.randint(0, 800))
        try:
            rule = read_rule(text, datetime.combine(start, time(9, 30), UTC_ZONE), UTC_ZONE, UTC_ZONE)
        except RuleProblem:
            continue
        first = start + timedelta(days=dice.randint(-400, 4000))
        last = first + timedelta(days=dice.randint(0, 500))
        whole = [m for m in moments(rule, start, time(9, 30), start, LAST) if first <= m[0] <= last]
        assert list(moments(rule, start, time(9, 30), first, last)) == whole, f"seed {seed}: {start} {text} {first} {last}"
        compared += 1


@pytest.mark.parametrize("seed", range(3))
def test_a_single_moment_is_judged_as_the_whole_rule_does(seed: int) -> None:
    dice = random.Random(2000 + seed)
    wall, end, hits, compared = time(9, 30), date(2030, 1, 1), 0, 0
    while compared < 60:
        text = random_rule(dice)
        start = date(2016, 1, 1) + timedelta(days=dice.randint(0, 800))
        try:
            rule = read_rule(text, datetime.combine(start, wall, UTC_ZONE), UTC_ZONE, UTC_ZONE)
        except RuleProblem:
            continue
        rule = replace(rule, count=None)
        whole = set(moments(rule, start, wall, start, end))
        matcher = Matcher.of(rule, start, wall)
        for _ in range(100):
            asked = start + timedelta(days=dice.randint(-300, 4000)), dice.choice([wall, time(14, 30), time(9)])
            assert matcher.matches(*asked) == (asked in whole), f"seed {seed}: {start} {text} {asked}"
            hits += asked in whole
        compared += 1
    assert hits > 50


def test_week_numbers_without_a_weekday_take_that_of_the_start() -> None:
    # The standard takes what a rule leaves unsaid from DTSTART; dateutil gives all seven days.
    rule = read_rule("FREQ=YEARLY;BYWEEKNO=20", datetime(2026, 5, 12, 10, tzinfo=UTC_ZONE), UTC_ZONE, UTC_ZONE)
    found = [day for day, _ in moments(rule, date(2026, 5, 12), time(10), date(2026, 1, 1), date(2028, 12, 31))]
    assert found == [date(2026, 5, 12), date(2027, 5, 18), date(2028, 5, 16)]


def test_a_place_in_the_week_counts_the_whole_week_from_its_start() -> None:
    rule = read_rule("FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=2", datetime(2026, 6, 4, 9, tzinfo=UTC_ZONE), UTC_ZONE, UTC_ZONE)
    found = [day for day, _ in moments(rule, date(2026, 6, 4), time(9), date(2026, 6, 1), date(2026, 6, 18))]
    assert found == [date(2026, 6, 10), date(2026, 6, 17)]


def test_counted_and_plain_weekdays_in_one_rule_add_up() -> None:
    # dateutil wants both at once and finds nothing.
    rule = read_rule("FREQ=MONTHLY;BYDAY=1WE,FR", datetime(2026, 6, 3, 9, tzinfo=UTC_ZONE), UTC_ZONE, UTC_ZONE)
    found = [day.day for day, _ in moments(rule, date(2026, 6, 3), time(9), date(2026, 6, 1), date(2026, 6, 30))]
    assert found == [3, 5, 12, 19, 26]


@pytest.mark.parametrize("week", [1, 52, 53])
def test_weeks_at_the_turn_of_the_year_are_those_of_iso_8601(week: int) -> None:
    # dateutil counts 1 January 2022 to week 53; it is of week 52 of 2021.
    days = "MO,TU,WE,TH,FR,SA,SU"
    rule = read_rule(
        f"FREQ=YEARLY;BYWEEKNO={week};BYDAY={days}", datetime(2016, 1, 1, 9, tzinfo=UTC_ZONE), UTC_ZONE, UTC_ZONE
    )
    found = {day for day, _ in moments(rule, date(2016, 1, 1), time(9), date(2016, 1, 1), LAST)}
    every_day = (date(2016, 1, 1) + timedelta(days=n) for n in range((LAST - date(2016, 1, 1)).days + 1))
    assert found == {day for day in every_day if day.isocalendar().week == week}
