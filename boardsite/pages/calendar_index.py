"""The way into the months and years of a calendar: which of them have pages, and links to those."""

from __future__ import annotations

from boardsite.clock import MONTHS, Month
from boardsite.dataclass import dataclass
from boardsite.model import routes
from boardsite.model.entities import Site
from boardsite.pages.frame import Frame
from boardsite.pages.rows import Dated

MONTHS_BACK = 12
MONTHS_AHEAD = 18


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


def shown_months(frame: Frame) -> tuple[Month, ...]:
    """Return the months of a section that have a page: those near today in which something happens."""
    return frame.plans.shared(("months", frame.key), _near_and_busy, frame.site, frame.dates)


def _near_and_busy(site: Site, dates: tuple[Dated, ...]) -> tuple[Month, ...]:
    first = last = Month.of(site.clock.today)
    for _ in range(MONTHS_BACK):
        first = first.previous()
    for _ in range(MONTHS_AHEAD):
        last = last.next()
    whens = (found.occurrence.when for found in dates)
    spans = {(when.first.year, when.first.month, when.last.year, when.last.month) for when in whens}
    busy: set[Month] = set()
    for year, number, *end in spans:  # thousands of dates, in a few months
        month, until = Month(year, number), Month(*end)
        while month <= until:
            busy.add(month)
            month = month.next()
    return tuple(sorted(month for month in busy if first <= month <= last))


def years_of(dates: tuple[Dated, ...]) -> tuple[int, ...]:
    """Return the years in which something happens: both of them where it goes on over New Year."""
    whens = (found.occurrence.when for found in dates)
    return tuple(sorted({year for when in whens for year in range(when.first.year, when.last.year + 1)}))


def months_by_year(
    frame: Frame, years: tuple[int, ...], shown: tuple[Month, ...], current: Month | None
) -> tuple[YearMonths, ...]:
    """Return the years in which something happens, newest first, with the months that have pages."""
    found = []
    for year in reversed(years):
        links = tuple(
            MonthLink(MONTHS[month.month - 1], routes.month(frame.key, month), month == current)
            for month in shown
            if month.year == year
        )
        found.append(YearMonths(str(year), routes.calendar_year(frame.key, year), links))
    return tuple(found)


def calendar_title(frame: Frame) -> str:
    return f"{frame.name} calendar" if frame.group else "Calendar"
