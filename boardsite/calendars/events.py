"""What a calendar holds, as frozen values: series, their overrides, and single dated occurrences.

Types only. Times are aware, in the event's own zone; days are the board's.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from enum import StrEnum

from boardsite.calendars.rules import Rule
from boardsite.dataclass import dataclass
from boardsite.diagnostics import Location

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
"""The revision moment of a VEVENT that names none: never the clock, or each build would differ."""


class Status(StrEnum):
    SCHEDULED = "scheduled"
    TENTATIVE = "tentative"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"


OFF = (Status.CANCELLED, Status.POSTPONED)


class Booking(StrEnum):
    NONE = "none needed"
    LINK = "link"
    EMAIL = "email"
    PHONE = "phone"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True)
class When:
    """When something happens.

    `first` and `last` are days of the board's calendar, both included; an evening that ends by 5am belongs to
    its first day alone. `starts` and `ends` are None for events by days, and `ends` where no end was given.
    `begins` and `is_over_at` are moments (UTC) for sorting and for the page's own clock; the second is exclusive.
    """

    first: date
    last: date
    starts: datetime | None
    ends: datetime | None
    is_all_day: bool
    is_time_to_be_confirmed: bool
    has_end: bool
    zone_name: str
    begins: datetime
    is_over_at: datetime

    @property
    def sort_key(self) -> tuple[datetime, bool, datetime]:
        """Order by moment; what lasts all day stands before what begins at midnight."""
        return (self.begins, not self.is_all_day, self.is_over_at)


@dataclass(frozen=True, slots=True)
class FileMention:
    """A file of the site that a VEVENT names, as written; `label` says what it is, or "". `where` is its line."""

    name: str
    label: str
    where: Location


@dataclass(frozen=True, slots=True)
class Details:
    """What a VEVENT says besides its dates. Texts are plain and cleaned; `stamp` is its last change (UTC)."""

    title: str
    description: str = ""
    location: str = ""
    url: str = ""
    categories: tuple[str, ...] = ()
    kind: str = ""
    audience: tuple[str, ...] = ()
    venue: str = ""
    booking: Booking = Booking.UNSAID
    booking_target: str = ""
    files: tuple[FileMention, ...] = ()
    image: FileMention | None = None
    is_time_to_be_confirmed: bool = False
    is_place_to_be_confirmed: bool = False
    status: Status = Status.SCHEDULED
    sequence: int = 0
    stamp: datetime = LONG_AGO
    created: datetime | None = None


@dataclass(frozen=True, slots=True)
class Length:
    """How long something lasts.

    `days` and `wall_seconds` are added on the wall clock, `elapsed_seconds` in real time: a DTEND keeps its wall
    time over a clock change, PT24H does not (RFC 5545 section 3.3.6). `is_given` is False where no end is given.
    """

    days: int = 0
    wall_seconds: int = 0
    elapsed_seconds: int = 0
    is_given: bool = True


@dataclass(frozen=True, slots=True)
class Extra:
    """A date added by RDATE; `length` only where the file gives one of its own (a PERIOD)."""

    starts: date | datetime
    length: Length | None = None


@dataclass(frozen=True, slots=True)
class Override:
    """A changed date of a series (RECURRENCE-ID): `original` is where it was, `starts` where it is now.

    `goes_on` is RANGE=THISANDFUTURE: all later dates change by as much. `original_at` and `original_line` are the
    place and text of its RECURRENCE-ID, for what is said about it.
    """

    original: date | datetime
    starts: date | datetime
    length: Length
    details: Details
    goes_on: bool
    source: Location
    original_at: Location | None = None
    original_line: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """All VEVENTs of one UID. `starts` is a date for a series by days, an aware datetime otherwise.

    `wall` is its time of day as written: on the night of a clock change `starts` may show another.
    `source` is the line on which its master begins. `removed` are dates that are taken out without a word:
    exception dates, and changed dates that are private or could not be used. `accepted` are the findings that its
    writer says are meant ("on-holiday"). The places are lines of the master.
    """

    uid: str
    source: Location
    path: str
    is_alone_in_file: bool
    details: Details
    when: When
    starts: date | datetime
    wall: time | None
    length: Length
    rule: Rule | None = None
    exception_rule: Rule | None = None
    extras: tuple[Extra, ...] = ()
    removed: tuple[date | datetime, ...] = ()
    overrides: tuple[Override, ...] = ()
    x_slug: str = ""
    accepted: frozenset[str] = frozenset()
    uid_at: Location | None = None
    venue_at: Location | None = None
    slug_at: Location | None = None

    @property
    def is_recurring(self) -> bool:
        return self.rule is not None or bool(self.extras)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One happening of a series. `original` is the start that its series gives it; it survives a move."""

    uid: str
    original: date | datetime
    when: When
    details: Details
    is_override: bool
    is_moved: bool
    moved_from: When | None
    source: Location

    @property
    def key(self) -> str:
        """Return its original day, for addresses: "2016-06-27"."""
        return self.original.isoformat()[:10]

    @property
    def key_with_time(self) -> str:
        """Return the key of an occurrence that shares its day with another: "2016-06-27-0930"."""
        if not isinstance(self.original, datetime):
            return self.key
        day, time = self.original.isoformat(timespec="minutes").split("T")
        return f"{day}-{time[:2]}{time[3:5]}"


@dataclass(frozen=True, slots=True)
class Ledger:
    """Where the VEVENTs of some files went: found = shown + withheld + superseded + refused.

    `found` counts BEGIN:VEVENT in the bytes. `shown` are the masters, overrides and cancellations in use,
    `withheld` is private, `superseded` has given way to another one, and `refused` was told with what to mend.
    """

    found: int = 0
    shown: int = 0
    withheld: int = 0
    superseded: int = 0
    refused: int = 0

    @property
    def is_balanced(self) -> bool:
        return self.found == self.shown + self.withheld + self.superseded + self.refused


@dataclass(frozen=True, slots=True)
class PublicImage:
    """A picture at a public address; `media_type` is that of its bytes ("image/jpeg")."""

    address: str
    media_type: str
