"""The calendar month by month as a table, for months near today, and year by year as a list, for good."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from boardsite.calendars import months
from boardsite.calendars.events import Occurrence
from boardsite.clock import Month
from boardsite.dataclass import dataclass
from boardsite.model import routes
from boardsite.pages.calendar_index import MonthLink, YearMonths, calendar_title, months_by_year, shown_months, years_of
from boardsite.pages.frame import Crumb, Frame, View
from boardsite.pages.frames import Frames
from boardsite.pages.rows import Dated, EventMonth, by_month
from boardsite.pages.target import Target


@dataclass(frozen=True, slots=True)
class CellEntry:
    """An event in a day of the table. `span` is "", "start", "middle" or "end"; `span_words` "day 2 of 4".

    `lane` counts from 1 and is the same on all its days of a week.
    """

    title: str
    address: str
    time_words: str
    status: str
    status_kind: str
    span: str
    span_words: str
    group_name: str
    group_theme: int
    lane: int


@dataclass(frozen=True, slots=True)
class Day:
    date: date
    is_in_month: bool
    holiday: str
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


@dataclass(frozen=True, slots=True)
class YearView(View):
    months: tuple[EventMonth, ...]
    years: tuple[YearMonths, ...]
    is_board: bool


@dataclass(frozen=True, slots=True)
class _Span:
    """Of which months and years a section has pages."""

    months: tuple[Month, ...]
    years: tuple[int, ...]


def plan(frames: Frames) -> tuple[Target, ...]:
    found: list[Target] = []
    holidays = {holiday.day: holiday.name for holiday in reversed(frames.site.holidays)}
    for frame in frames.sections(routes.CALENDAR):
        dates = frame.dates
        span = _Span(shown_months(frame), years_of(dates))
        in_months, in_years = _sorted_out(dates)
        for month in span.months:
            inside = tuple(in_months[month.year, month.month])
            found.append(frame.kept(month, _month, month, inside, span, holidays))
        found += (frame.kept(year, _year, year, tuple(in_years[year]), span) for year in span.years)
    return tuple(found)


def _sorted_out(
    dates: Iterable[Dated],
) -> tuple[Mapping[tuple[int, int], list[Dated]], Mapping[int, list[Dated]]]:
    """Return the dates of each month, by year and month, and of each year; a long one stands in all that it touches."""
    in_months: defaultdict[tuple[int, int], list[Dated]] = defaultdict(list)
    in_years: defaultdict[int, list[Dated]] = defaultdict(list)
    for found in dates:
        first, last = found.occurrence.when.first, found.occurrence.when.last
        for year in range(first.year, last.year + 1):
            in_years[year].append(found)
            begin, end = first.month if year == first.year else 1, last.month if year == last.year else 12
            for month in range(begin, end + 1):
                in_months[year, month].append(found)
    return in_months, in_years


def _month(
    frame: Frame, which: Month, inside: tuple[Dated, ...], span: _Span, holidays: Mapping[date, str]
) -> Target:
    shown = span.months
    by_key = {_key(found.occurrence): found for found in inside}
    weeks = months.grid(which, [found.occurrence for found in inside])
    at = shown.index(which)
    address = routes.month(frame.key, which)
    view = MonthView(
        head=frame.page(
            "month",
            address,
            f"{calendar_title(frame)}, {which.title}",
            description=f"What is on at the {frame.name} in {which.title}.",
            parents=(Crumb(calendar_title(frame), routes.calendar(frame.key)),),
        ),
        title=which.title,
        weeks=tuple(
            tuple(_day(frame, cell, by_key, holidays.get(cell.date, "")) for cell in week.days) for week in weeks
        ),
        previous=_neighbour(frame, shown, at - 1),
        next=_neighbour(frame, shown, at + 1),
        years=months_by_year(frame, span.years, shown, which),
        calendar_address=routes.calendar(frame.key),
    )
    return Target(address, "html", view)


def _neighbour(frame: Frame, shown: tuple[Month, ...], at: int) -> MonthLink | None:
    if not 0 <= at < len(shown):
        return None
    return MonthLink(shown[at].title, routes.month(frame.key, shown[at]), False)


def _key(occurrence: Occurrence) -> tuple[str, str, date]:
    """Two groups may have copies of one event, so the file belongs to the key."""
    return occurrence.source.path, occurrence.uid, occurrence.original


def _day(frame: Frame, cell: months.DayCell, by_key: Mapping[tuple[str, str, date], Dated], holiday: str) -> Day:
    entries = tuple(_entry(frame, entry, by_key) for entry in cell.entries) if cell.is_in_month else ()
    return Day(cell.date, cell.is_in_month, holiday if cell.is_in_month else "", entries)


def _entry(frame: Frame, entry: months.Entry, by_key: Mapping[tuple[str, str, date], Dated]) -> CellEntry:
    row = frame.row(by_key[_key(entry.occurrence)])
    is_long = entry.of_days > 1
    span = ""
    if is_long:
        span = "start" if entry.day_number == 1 else "end" if entry.day_number == entry.of_days else "middle"
    starts_here = entry.day_number == 1
    return CellEntry(
        title=row.title,
        address=row.address,
        time_words=row.time_words if starts_here and not is_long else "",
        status=row.status,
        status_kind=row.status_kind,
        span=span,
        span_words=f"day {entry.day_number} of {entry.of_days}" if is_long else "",
        group_name=row.group_name if frame.group is None else "",
        group_theme=row.group_theme,
        lane=entry.lane + 1,
    )


def _year(frame: Frame, year: int, inside: tuple[Dated, ...], span: _Span) -> Target:
    address = routes.calendar_year(frame.key, year)
    view = YearView(
        head=frame.page(
            "year",
            address,
            f"{calendar_title(frame)}, {year}",
            description=f"What was and is on at the {frame.name} in {year}.",
            parents=(Crumb(calendar_title(frame), routes.calendar(frame.key)),),
        ),
        months=by_month(frame.row(found) for found in inside),
        years=months_by_year(frame, span.years, span.months, None),
        is_board=frame.group is None,
    )
    return Target(address, "html", view)
