"""The feeds of the sample site, read again by three programs that are not ours: each finds what our own pages show."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest

from boardsite.calendars import reader, recurrence
from boardsite.calendars.events import Occurrence, Series, Status
from boardsite.pipeline import Outcome
from tests.calendars.ics import LONDON
from tests.support import sample_site
from tests.support.browser import missing
from tests.support.second_readers import Dated, Source, ical_js, need_ical_js, recurring

DAY = date(2016, 6, 1)
FIRST, LAST = date(2015, 1, 1), date(2028, 12, 31)
PREFIXES = {Status.CANCELLED: "CANCELLED: ", Status.POSTPONED: "POSTPONED: "}
STATUSES = {Status.CANCELLED: "CANCELLED", Status.TENTATIVE: "TENTATIVE", Status.POSTPONED: "TENTATIVE"}
KHAL = """\
[calendars]
[[feed]]
path = {folder}
type = calendar
[sqlite]
path = {cache}
[default]
default_calendar = feed
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = Europe/London
default_timezone = Europe/London
"""


@cache
def outcome() -> Outcome:
    return sample_site.outcome_on(DAY)


@cache
def feeds() -> dict[str, bytes]:
    """Return every calendar file that the site publishes: subscriptions, and the files of single events."""
    return {path: artifact.content for path, artifact in outcome().files if path.endswith(".ics")}


def shown(path: str) -> Counter[Dated]:
    """Return the occurrences of the events in a file, as the site knows them from their sources."""
    site = outcome().site
    assert site is not None
    uids = {series.uid for series in reader.read([(path, feeds()[path])], LONDON).series}
    by_uid = {event.series.uid: event.series for event in site.events}
    assert uids <= by_uid.keys(), "the sample has no two events that share a UID"
    return expanded(by_uid[uid] for uid in uids)


def expanded(several: Iterable[Series]) -> Counter[Dated]:
    found = (o for series in several for o in recurrence.expand(series, FIRST, LAST, LONDON)[0])
    return Counter(dated for dated in map(as_dated, found) if is_inside(dated))


def as_dated(occurrence: Occurrence) -> Dated:
    """Return what a program that reads the feed should see of an occurrence."""
    when, details = occurrence.when, occurrence.details
    starts: date = when.first
    ends: date = when.last + timedelta(days=1)
    if when.starts is not None:
        starts = when.starts.astimezone(UTC)
        ends = (when.ends or when.starts).astimezone(UTC)
    title = PREFIXES.get(details.status, "") + details.title
    return Dated(occurrence.uid, starts, ends, title, STATUSES.get(details.status, ""), details.location)


def is_inside(dated: Dated) -> bool:
    day = dated.starts.astimezone(LONDON).date() if isinstance(dated.starts, datetime) else dated.starts
    return FIRST <= day <= LAST


def seen(answer: list[Dated] | str) -> Counter[Dated]:
    assert not isinstance(answer, str), answer
    return Counter(dated for dated in answer if is_inside(dated))


def test_there_are_feeds_with_something_in_each() -> None:
    assert {"calendar.ics", "lscgs/south/calendar.ics", "calendar/for-public.ics"} <= feeds().keys()
    assert len(feeds()) > 30
    assert all(shown(path) for path in feeds())
    every = sum((shown(path) for path in feeds() if path.endswith("calendar.ics")), Counter())
    assert {dated.status for dated in every} >= {"", "CANCELLED"}
    assert any(not isinstance(dated.starts, datetime) for dated in every)


def test_our_own_reader_finds_what_the_site_shows() -> None:
    for path, content in feeds().items():
        again = reader.read([(path, content)], LONDON)
        plain = Counter({unprefixed(dated): number for dated, number in expanded(again.series).items()})
        assert plain == Counter({unprefixed(dated): number for dated, number in shown(path).items()}), path


def unprefixed(dated: Dated) -> Dated:
    title = dated.title.removeprefix("CANCELLED: ").removeprefix("POSTPONED: ")
    return Dated(dated.uid, dated.starts, dated.ends, title, dated.status, dated.location)


def test_icalendar_finds_what_the_site_shows() -> None:
    for path, content in feeds().items():
        assert seen(recurring(Source(content, FIRST, LAST))) == shown(path), path


def test_ical_js_finds_what_the_site_shows() -> None:
    need_ical_js()
    # Without zones from outside: a feed defines those that it uses.
    answers = ical_js({path: Source(content, FIRST, LAST) for path, content in feeds().items()}, with_zones=False)
    for path, answer in answers.items():
        assert seen(answer) == shown(path), path


@pytest.mark.parametrize("path", ["calendar.ics", "lscgs/south/calendar.ics", "lscgs/north-broadland/calendar.ics"])
def test_khal_loads_a_feed_and_lists_what_the_site_shows(path: str, tmp_path: Path) -> None:
    listed = khal_list(feeds()[path], tmp_path, DAY, 580)
    wanted = {khal_line(dated) for dated in shown(path) if DAY <= local_day(dated) < DAY + timedelta(days=580)}
    assert listed == wanted
    assert len(wanted) > 10


def local_day(dated: Dated) -> date:
    return dated.starts.astimezone(LONDON).date() if isinstance(dated.starts, datetime) else dated.starts


def khal_line(dated: Dated) -> str:
    time = f"{dated.starts.astimezone(LONDON):%H:%M}" if isinstance(dated.starts, datetime) else ""
    return "|".join((dated.uid, str(local_day(dated)), time, dated.title, dated.location))


def khal_list(feed: bytes, folder: Path, first: date, days: int) -> set[str]:
    """Return what khal lists of a feed, in a home of its own and with nobody's settings."""
    if not shutil.which("khal"):
        missing("khal", "install khal", "that a calendar program loads our feeds")
    (folder / "events").mkdir()
    (folder / "feed.ics").write_bytes(feed)
    config = folder / "khal.conf"
    config.write_text(KHAL.format(folder=folder / "events", cache=folder / "khal.db"), encoding="utf-8")
    run_khal(folder, "import", "--batch", str(folder / "feed.ics"))
    form = "{uid}|{start-date}|{start-time}|{title}|{location}"
    lines = run_khal(folder, "list", "--day-format", "", "--format", form, str(first), f"{days}d").splitlines()
    # An event of several days stands under each of them.
    return {line for line in lines if line.strip() and date.fromisoformat(line.split("|")[1]) >= first}


def run_khal(folder: Path, *words: str) -> str:
    home = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    settings = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", **home}
    command = ["khal", "--no-color", "--config", str(folder / "khal.conf"), *words]
    done = subprocess.run(command, env=settings, cwd=folder, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert "rror" not in done.stderr and "arning" not in done.stderr, done.stderr
    return done.stdout
