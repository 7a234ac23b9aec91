"""A repeat rule (RFC 5545 section 3.3.10) as a checked value, and its text form.

Made only by `rule_reader.read`, so whoever holds a Rule may iterate over it without fear.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import StrEnum

from boardsite.dataclass import dataclass

DAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Frequency(StrEnum):
    MINUTELY = "MINUTELY"
    HOURLY = "HOURLY"
    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


@dataclass(frozen=True, slots=True, order=True)
class DayOfWeek:
    """A weekday (Monday is 0); `nth` is 2 in "second Tuesday", -1 in "last Friday", 0 where every one is meant."""

    weekday: int
    nth: int = 0

    def __str__(self) -> str:
        return f"{self.nth or ''}{DAY_CODES[self.weekday]}"


@dataclass(frozen=True, slots=True)
class Rule:
    """When a series repeats.

    `until` is the last moment (aware, UTC) of a series with times, or the last day (a date) of one by days; both
    are included. Every by-part is sorted and empty when absent.
    """

    frequency: Frequency
    interval: int = 1
    count: int | None = None
    until: date | datetime | None = None
    by_month: tuple[int, ...] = ()
    by_week: tuple[int, ...] = ()
    by_year_day: tuple[int, ...] = ()
    by_month_day: tuple[int, ...] = ()
    by_day: tuple[DayOfWeek, ...] = ()
    by_hour: tuple[int, ...] = ()
    by_minute: tuple[int, ...] = ()
    by_second: tuple[int, ...] = ()
    by_position: tuple[int, ...] = ()
    week_start: int = 0

    def __str__(self) -> str:
        """Return the rule as the value of an RRULE property."""
        parts = [f"FREQ={self.frequency.value}"]
        if self.interval != 1:
            parts.append(f"INTERVAL={self.interval}")
        if self.count is not None:
            parts.append(f"COUNT={self.count}")
        if self.until is not None:
            parts.append(f"UNTIL={_until_text(self.until)}")
        for name, values in self.by_parts().items():
            if values:
                parts.append(f"{name}={','.join(map(str, values))}")
        if self.week_start:
            parts.append(f"WKST={DAY_CODES[self.week_start]}")
        return ";".join(parts)

    def by_parts(self) -> dict[str, tuple[int, ...] | tuple[DayOfWeek, ...]]:
        """Return the by-parts by the names of the standard, in its order."""
        return {
            "BYMONTH": self.by_month,
            "BYWEEKNO": self.by_week,
            "BYYEARDAY": self.by_year_day,
            "BYMONTHDAY": self.by_month_day,
            "BYDAY": self.by_day,
            "BYHOUR": self.by_hour,
            "BYMINUTE": self.by_minute,
            "BYSECOND": self.by_second,
            "BYSETPOS": self.by_position,
        }


def _until_text(until: date | datetime) -> str:
    if isinstance(until, datetime):
        return until.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    return until.strftime("%Y%m%d")
