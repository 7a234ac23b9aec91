"""A series as a calendar program writes it, and what its form promises: each date, reckoned without the form's code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tests.calendars.ics import LONDON, vcalendar, vevent

Shown = tuple[date, date, str, str, str]
"""First and last day, start, end, status."""
ZONES = {"utc": ZoneInfo("UTC"), "new-york": ZoneInfo("America/New_York")}
HEADS = {
    "london": ";TZID=Europe/London", "outlook": ';TZID="GMT Standard Time"', "new-york": ";TZID=America/New_York",
    "utc": "", "floating": "", "midnights": "", "day": ";VALUE=DATE", "open": ";VALUE=DATE",
}  # fmt: skip
FORMS = tuple(HEADS)
UNTIMED = ("day", "open", "midnights")
WEEKLY = ("start", "outlook", "night", "day", "local", "midnight")
RULES = (*WEEKLY, "monthly", "two-days", "count", "count-on")
CHANGES = (
    "removed", "removed-in-utc", "added", "added-late", "another-day", "another-time", "another-text",
    "cancelled", "cancelled-another-day", "onwards",
)  # fmt: skip
AT = 1  # the date of a series that is not as the others
DAY = timedelta(days=1)


@dataclass
class Date:
    """One date of a series: `own` are its own start, end and further days, where it has not those of the series."""

    original: date
    shift: int = 0
    own: tuple[str, str, int] | None = None
    added_at: str = ""
    is_off: bool = False
    is_removed: bool = False
    is_changed: bool = False
    is_added: bool = False


@dataclass
class Promise:
    """The series as its form shows it. From `onwards` on its dates are at 14:00."""

    form: str
    timing: str
    starts: str
    ends: str
    dates: list[Date]
    choice: str = ""
    until: date | None = None
    days_more: int = 0
    status: str = ""
    onwards: date | None = None

    def shown(self) -> list[Shown]:
        """Return each date as the site is to show it."""
        return sorted(self._one(each) for each in self.dates if not each.is_removed)

    def usual(self, day: date, more: int = 0) -> str:
        """Return when the series begins, or what comes so many minutes later: wall time in its own zone."""
        zone = ZONES.get(self.form, LONDON)
        if not self.starts:
            return ""
        there = datetime.combine(self.dates[0].original, time.fromisoformat(self.starts), LONDON).astimezone(zone)
        moment = datetime.combine(day, there.time()) + timedelta(minutes=more)
        return f"{moment.replace(tzinfo=zone).astimezone(LONDON):%H:%M}"

    def length(self) -> int:
        """Return how many minutes it lasts by the clock."""
        return minutes(self.ends) - minutes(self.starts)

    def _one(self, each: Date) -> Shown:
        status = "cancelled" if each.is_off else self.status or "scheduled"
        day = each.original + each.shift * DAY
        starts, ends, more = each.own or (each.added_at or self.usual(each.original), "", self.days_more)
        if not each.own and self.ends and starts:
            last = each.original + more * DAY
            ends = later(each.added_at, self.length()) if each.added_at else self.usual(last, self.length())
        if self.onwards and each.original >= self.onwards and not each.is_changed and not each.is_added:
            starts, ends, more = "14:00", "16:00", 0
        return day, day + more * DAY, starts, ends, status if starts or self.timing != "open" else f"{status}, open"


def minutes(text: str) -> int:
    return int(text[:2]) * 60 + int(text[3:])


def later(text: str, more: int) -> str:
    at = minutes(text) + more
    return f"{at // 60:02}:{at % 60:02}"


def dates_of(choice: str, first: date, last: date) -> list[date]:
    """Return the dates of a way to repeat between two days; "two-days" are Tuesdays and Thursdays."""
    days = (first + number * DAY for number in range((last - first).days + 1))
    if choice == "month-weekday":
        return [day for day in days if day.weekday() == first.weekday() and (day.day - 1) // 7 == (first.day - 1) // 7]
    if choice == "two-days":
        return [day for day in days if day.weekday() in (1, 3)]
    return [day for day in days if (day - first).days % (14 if choice == "fortnight" else 7) == 0]


@dataclass(frozen=True)
class Kind:
    """A series: how its start is written, its rule, and what is the matter with its second date."""

    form: str
    rule: str
    change: str
    first: date

    def promise(self) -> Promise:
        """Return what the form shows of it, and the site."""
        choice = {"monthly": "month-weekday", "two-days": "two-days"}.get(self.rule, "week")
        days = dates_of(choice, self.first, self.first + 200 * DAY)[:6]
        timing = "timed" if self.form not in UNTIMED else "open" if self.form == "open" else "all-day"
        times = ("09:30", "11:30") if timing == "timed" else ("", "")
        made = Promise(self.form, timing, *times, [Date(day) for day in days], choice, days[-1])
        if "count" in self.rule:
            made.until = None
        if "count" in self.rule or self.rule == "two-days":
            made.choice = "keep"
        self._change(made)
        return made

    def _change(self, made: Promise) -> None:
        each = made.dates[AT]
        if self.change in ("removed", "removed-in-utc"):
            each.is_removed = True
        elif self.change in ("added", "added-late"):
            own = "17:00" if self.change == "added-late" and made.starts else ""
            made.dates.append(Date(made.dates[-1].original + 2 * DAY, added_at=own, is_added=True))
        elif self.change == "onwards":
            made.onwards = each.original
        elif self.change:
            each.is_changed = True
            each.is_off = "cancelled" in self.change
            each.shift = 1 if "another-day" in self.change else 0
            each.own = ("14:00", "16:00", 0) if self.change == "another-time" else None

    def text(self) -> str:
        """Return the file."""
        promise = self.promise()
        day, more = promise.dates[AT].original, []
        lines = [*self._when(self.first), f"RRULE:{self._rule()}", "DESCRIPTION:Details"]
        if self.change == "removed-in-utc" and promise.starts:
            lines.append(f"EXDATE:{self._moment(day).astimezone(UTC):%Y%m%dT%H%M%SZ}")
        elif self.change in ("removed", "removed-in-utc"):
            lines.append(self._point("EXDATE", day))
        elif self.change in ("added", "added-late"):
            lines.append(self._point("RDATE", promise.dates[-1].original, promise.dates[-1].added_at))
        elif self.change:
            more.append(self._override(day))
        return vcalendar(vevent("DTSTAMP:20160101T000000Z", *lines), *more).replace("\n", "\r\n")

    def _override(self, day: date) -> str:
        reach = ";RANGE=THISANDFUTURE" if self.change == "onwards" else ""
        when = self._when(day + DAY if "another-day" in self.change else day)
        if self.change in ("onwards", "another-time"):
            when = [f"{name};TZID=Europe/London:{day:%Y%m%d}T{at}0000" for name, at in (("DTSTART", 14), ("DTEND", 16))]
        status = ["STATUS:CANCELLED"] if "cancelled" in self.change else []
        text = f"DESCRIPTION:{'Another text' if self.change == 'another-text' else 'Details'}"
        return vevent("DTSTAMP:20160101T000000Z", self._point(f"RECURRENCE-ID{reach}", day), *when, *status, text)

    def _when(self, day: date) -> list[str]:
        start = self._point("DTSTART", day)
        if self.form == "midnights":
            return [start, self._point("DTEND", day + DAY), "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"]
        if self.form in UNTIMED:
            return [start, *(["X-BOARDSITE-TIME:TO-BE-CONFIRMED"] if self.form == "open" else [])]
        return [start, self._point("DTEND", day, f"{self._moment(day) + timedelta(hours=2):%H:%M}")]

    def _moment(self, day: date, at: str = "") -> datetime:
        usual = Promise(self.form, "timed", "09:30", "", [Date(self.first)]).usual(day)
        return datetime.combine(day, time.fromisoformat(at or usual), LONDON)

    def _point(self, name: str, day: date, at: str = "") -> str:
        head = f"{name}{HEADS[self.form]}"
        if self.form in UNTIMED:
            return f"{head}:{day:%Y%m%d}{'T000000' if self.form == 'midnights' else ''}"
        moment = self._moment(day, at).astimezone(ZONES.get(self.form, LONDON))
        return f"{head}:{moment:%Y%m%dT%H%M%S}{'Z' if self.form == 'utc' else ''}"

    def _rule(self) -> str:
        last = self.promise().dates[5].original
        start = self._moment(last).astimezone(UTC) if self.form not in UNTIMED else datetime.combine(last, time(), UTC)
        until = f"UNTIL={start:%Y%m%d}" if self.form in ("day", "open") else f"UNTIL={start:%Y%m%dT%H%M%SZ}"
        night = last if self.form in UNTIMED else last + DAY
        return {
            "start": f"FREQ=WEEKLY;{until}",
            "outlook": f"FREQ=WEEKLY;{until};INTERVAL=1;BYDAY=TU;WKST=SU",
            "night": f"FREQ=WEEKLY;UNTIL={last:%Y%m%d}T225959Z",
            "day": f"FREQ=WEEKLY;UNTIL={last:%Y%m%d}",
            "local": f"FREQ=WEEKLY;BYDAY=TU;UNTIL={last:%Y%m%d}T093000",
            "midnight": f"FREQ=WEEKLY;UNTIL={night:%Y%m%d}T000000Z",
            "monthly": f"FREQ=MONTHLY;BYDAY=2TU;{until}",
            "two-days": f"FREQ=WEEKLY;BYDAY=TU,TH;{until}",
            "count": "FREQ=WEEKLY;COUNT=6",
            "count-on": "FREQ=WEEKLY;COUNT=6;BYDAY=TU",
        }[self.rule]
