"""The calendar of each section: everything to come, a table for each month near today, a list for each year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from boardsite.calendars import months
from boardsite.calendars.events import Occurrence
from boardsite.clock import MONTHS, Month
from boardsite.model import routes
from boardsite.pages.frame import Crumb, Frame, Frames, View
from boardsite.pages.rows import Dated, EventMonth, by_month, coming, dated, event_row, status_of
from boardsite.pages.subscribe import Subscription, subscription
from boardsite.pages.target import Target
from boardsite.pages.when import time_words

MONTHS_BACK = 12
MONTHS_AHEAD = 18
MOST_COMING = 80


@dataclass(frozen=True, slots=True)
class MonthLink:
    """A month of a calendar; `address` is "" where nothing happens in it."""

    label: str
    address: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class YearMonths:
    year: str
    address: str
    months: tuple[MonthLink, ...]


@dataclass(frozen=True, slots=True)
class SectionLink:
    label: str
    address: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class ComingView(View):
    months: tuple[EventMonth, ...]
    years: tuple[YearMonths, ...]
    sections: tuple[SectionLink, ...]
    subscription: Subscription
    has_more: bool
    is_board: bool
    empty_words: str


@dataclass(frozen=True, slots=True)
class CellEntry:
    """An event in a day of the table. `span` is "", "start", "middle" or "end"; `span_words` "day 2 of 4"."""

    title: str
    address: str
    time_words: str
    status: str
    status_kind: str
    span: str
    span_words: str
    group_name: str
    group_theme: int
    ends_iso: datetime


@dataclass(frozen=True, slots=True)
class Day:
    date: date
    is_in_month: bool
    entries: tuple[CellEntry, ...]


@dataclass(frozen=True, slots=True)
class MonthView(View):
    """A month; `weeks` begin on Monday, and days of other months are empty."""

    title: str
    weeks: tuple[tuple[Day, ...], ...]
    previous: MonthLink | None
    next: MonthLink | None
    years: tuple[YearMonths, ...]
    calendar_address: str
    is_board: bool


@dataclass(frozen=True, slots=True)
class YearView(View):
    months: tuple[EventMonth, ...]
    years: tuple[YearMonths, ...]
    is_board: bool


def plan(frames: Frames) -> tuple[Target, ...]:
    found: list[Target] = []
    for frame in frames.sections(routes.CALENDAR):
        dates = dated(frame.site, frame.key or None)
        shown = shown_months(frame, dates)
        found.append(_coming(frame, dates, shown))
        found += [_month(frame, which, dates, shown) for which in shown]
        found += [_year(frame, year, dates, shown) for year in _years_of(dates)]
    return tuple(found)


def shown_months(frame: Frame, dates: tuple[Dated, ...]) -> tuple[Month, ...]:
    """Return the months that have a page: those near today in which something happens."""
    first = last = Month.of(frame.site.clock.today)
    for _ in range(MONTHS_BACK):
        first = first.previous()
    for _ in range(MONTHS_AHEAD):
        last = last.next()
    busy: set[Month] = set()
    for found in dates:
        month = Month.of(found.occurrence.when.first)
        while month <= Month.of(found.occurrence.when.last):
            busy.add(month)
            month = month.next()
    return tuple(sorted(month for month in busy if first <= month <= last))


def _years_of(dates: tuple[Dated, ...]) -> list[int]:
    return sorted({found.occurrence.when.first.year for found in dates})


def _title(frame: Frame) -> str:
    return f"{frame.name} calendar" if frame.group else "Calendar"


def _coming(frame: Frame, dates: tuple[Dated, ...], shown: tuple[Month, ...]) -> Target:
    site = frame.site
    ahead = coming(dates, site)
    view = ComingView(
        head=frame.page(
            "calendar",
            routes.calendar(frame.key),
            _title(frame),
            description=f"Everything to come at the {frame.name}.",
            tells_the_future=True,
        ),
        months=by_month(event_row(found, site) for found in ahead[:MOST_COMING]),
        years=_months_by_year(frame, dates, shown, None),
        sections=_sections(frame),
        subscription=subscription(frame),
        has_more=len(ahead) > MOST_COMING,
        is_board=frame.group is None,
        empty_words=f"The {frame.name} has no events to come at the moment.",
    )
    return Target(routes.calendar(frame.key), "html", view)


def _sections(frame: Frame) -> tuple[SectionLink, ...]:
    everything = SectionLink("All groups and the board", routes.calendar(""), frame.group is None)
    groups = (
        SectionLink(group.title, routes.calendar(group.key), group.key == frame.key) for group in frame.site.groups
    )
    return (everything, *groups)


def _months_by_year(
    frame: Frame, dates: tuple[Dated, ...], shown: tuple[Month, ...], current: Month | None
) -> tuple[YearMonths, ...]:
    """Return every year in which something happens, newest first, with the months that have pages."""
    found = []
    for year in reversed(_years_of(dates)):
        links = tuple(
            MonthLink(MONTHS[month.month - 1], routes.month(frame.key, month), month == current)
            for month in shown
            if month.year == year
        )
        found.append(YearMonths(str(year), routes.calendar_year(frame.key, year), links))
    return tuple(found)


def _month(frame: Frame, which: Month, dates: tuple[Dated, ...], shown: tuple[Month, ...]) -> Target:
    inside = [
        found
        for found in dates
        if found.occurrence.when.last >= which.first and found.occurrence.when.first <= which.last
    ]
    by_key = {_key(found.occurrence): found for found in inside}
    weeks = months.grid(which, [found.occurrence for found in inside])
    at = shown.index(which)
    address = routes.month(frame.key, which)
    view = MonthView(
        head=frame.page(
            "month",
            address,
            f"{_title(frame)}, {which.title}",
            description=f"What is on at the {frame.name} in {which.title}.",
            parents=(Crumb(_title(frame), routes.calendar(frame.key)),),
        ),
        title=which.title,
        weeks=tuple(tuple(_day(frame, cell, by_key) for cell in week.days) for week in weeks),
        previous=_neighbour(frame, shown, at - 1),
        next=_neighbour(frame, shown, at + 1),
        years=_months_by_year(frame, dates, shown, which),
        calendar_address=routes.calendar(frame.key),
        is_board=frame.group is None,
    )
    return Target(address, "html", view)


def _neighbour(frame: Frame, shown: tuple[Month, ...], at: int) -> MonthLink | None:
    if not 0 <= at < len(shown):
        return None
    return MonthLink(shown[at].title, routes.month(frame.key, shown[at]), False)


def _key(occurrence: Occurrence) -> tuple[str, date]:
    return occurrence.uid, occurrence.original


def _day(frame: Frame, cell: months.DayCell, by_key: Mapping[tuple[str, date], Dated]) -> Day:
    entries = tuple(_entry(frame, entry, by_key) for entry in cell.entries) if cell.is_in_month else ()
    return Day(cell.date, cell.is_in_month, entries)


def _entry(frame: Frame, entry: months.Entry, by_key: Mapping[tuple[str, date], Dated]) -> CellEntry:
    found = by_key[_key(entry.occurrence)]
    row = event_row(found, frame.site)
    status, kind = status_of(found.occurrence)
    is_long = entry.of_days > 1
    span = ""
    if is_long:
        span = "start" if entry.day_number == 1 else "end" if entry.day_number == entry.of_days else "middle"
    starts_here = entry.day_number == 1
    return CellEntry(
        title=row.title,
        address=row.address,
        time_words=time_words(found.occurrence.when, frame.site.clock.zone) if starts_here and not is_long else "",
        status=status,
        status_kind=kind,
        span=span,
        span_words=f"day {entry.day_number} of {entry.of_days}" if is_long else "",
        group_name=row.group_name if frame.group is None else "",
        group_theme=row.group_theme,
        ends_iso=found.occurrence.when.is_over_at,
    )


def _year(frame: Frame, year: int, dates: tuple[Dated, ...], shown: tuple[Month, ...]) -> Target:
    address = routes.calendar_year(frame.key, year)
    rows = (event_row(found, frame.site) for found in dates if found.occurrence.when.first.year == year)
    view = YearView(
        head=frame.page(
            "year",
            address,
            f"{_title(frame)}, {year}",
            description=f"What was and is on at the {frame.name} in {year}.",
            parents=(Crumb(_title(frame), routes.calendar(frame.key)),),
        ),
        months=by_month(rows),
        years=_months_by_year(frame, dates, shown, None),
        is_board=frame.group is None,
    )
    return Target(address, "html", view)
