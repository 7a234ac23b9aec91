"""Calendar files that are made to keep a program busy or to fill its memory, by name. None is larger than the bound."""

from __future__ import annotations

from collections.abc import Callable

from boardsite.calendars import limits
from tests.calendars.ics import vcalendar, vevent

OLD = "DTSTART;TZID=Europe/London:19700101T093000"
NEW = "DTSTART;TZID=Europe/London:20160104T093000"
NEVER = "RRULE:FREQ=DAILY;BYYEARDAY=366;BYMONTH=1"


def many(number: int, *lines: str) -> str:
    """Return so many events of the same lines."""
    return vcalendar(*(vevent(*lines, uid=f"{n}@example.org") for n in range(number)))


def listed(name: str, start: str, events: int) -> str:
    """Return events that each list as many dates as are allowed, all of them different."""
    dates = (f"{2016 + n // 336}{1 + n // 28 % 12:02}{1 + n % 28:02}T093000Z" for n in range(limits.LISTED_DATES))
    # Not more in a line than a line may hold.
    return many(events, start, "RRULE:FREQ=DAILY", f"{name}:{','.join(dates)}")


def definitions(number: int, *parts: str) -> list[str]:
    return [
        "\n".join(["BEGIN:VTIMEZONE", f"TZID:Zone {n}", *(part.format(n=n) for part in parts), "END:VTIMEZONE"])
        for n in range(number)
    ]


def part(*lines: str) -> str:
    return "\n".join(["BEGIN:STANDARD", *lines, "END:STANDARD"])


def odd_zones() -> str:
    """Return hundreds of zones that are nowhere in the world, each asked for every year."""
    odd = part("DTSTART:19700101T000000", "TZOFFSETFROM:+0123", "TZOFFSETTO:+0123")
    events = (f"DTSTART;TZID=Zone {n % 400}:{1970 + n // 400 % 130}0601T090000" for n in range(17_000))
    return vcalendar(*definitions(400, odd), *(vevent(line, uid=str(n)) for n, line in enumerate(events)))


def ruled_zones() -> str:
    """Return zones whose offsets are told by as many yearly rules as are read, asked for every year."""
    rule = "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYWEEKNO=" + ",".join(map(str, range(1, 54)))
    parts = [part(f"DTSTART:1970{n:02}01T020000", rule, "TZOFFSETFROM:+0100", "TZOFFSETTO:+0123") for n in range(1, 13)]
    events = (f"DTSTART;TZID=Zone {n % 100}:{1970 + n // 100 % 130}0601T090000" for n in range(13_000))
    return vcalendar(*definitions(100, *parts), *(vevent(line, uid=str(n)) for n, line in enumerate(events)))


def changes_of_one_series() -> str:
    changes = (
        vevent(f"RECURRENCE-ID:{2016 + n // 336}{1 + n // 28 % 12:02}{1 + n % 28:02}T093000Z", NEW)
        for n in range(19_000)
    )
    return vcalendar(vevent(NEW, "RRULE:FREQ=DAILY"), *changes)


def at_one_hour() -> str:
    return vcalendar(*(vevent("DTSTART:20160606T090000", uid=f"{n}", title=f"Forum {n}") for n in range(8_000)))


def one_line(head: str, text: str, times: int) -> str:
    return vcalendar(vevent(NEW, head + text * times))


def lines(text: str, times: int) -> str:
    return vcalendar(vevent(NEW, "RRULE:FREQ=DAILY", *[text] * times))


FILES: dict[str, Callable[[], str]] = {
    "280,000 dates taken out, in UTC": lambda: listed("EXDATE", NEW, 138),
    "280,000 dates taken out by places in the year": lambda: listed("EXDATE", OLD, 138).replace(
        "DAILY", "YEARLY;BYDAY=MO,TU;BYSETPOS=1,50,-1"
    ),
    "280,000 dates added": lambda: listed("RDATE", NEW, 138),
    "280,000 dates taken out of one event, a line each": lambda: lines("EXDATE:20160628", 280_000),
    "1,000 daily series since 1970": lambda: many(1_000, OLD, "RRULE:FREQ=DAILY", "DURATION:PT1H"),
    "1,000 series that never match": lambda: many(1_000, OLD, "RRULE:FREQ=YEARLY;BYYEARDAY=366;BYMONTHDAY=30"),
    "1,000 series to be counted from 1970": lambda: many(
        1_000, OLD, "RRULE:FREQ=DAILY;COUNT=5000;BYMONTHDAY=31;BYDAY=MO"
    ),
    "1,000 series of 48 times a day": lambda: many(
        1_000, OLD, f"RRULE:FREQ=DAILY;BYHOUR={','.join(map(str, range(24)))};BYMINUTE=0,30"
    ),
    "1,000 series of places among times": lambda: many(
        1_000, OLD, f"RRULE:FREQ=YEARLY;BYHOUR={','.join(map(str, range(24)))};BYMINUTE=0,30;BYMONTH=1,2,3;BYSETPOS=300"
    ),
    "1,000 series by minutes": lambda: many(1_000, OLD, "RRULE:FREQ=MINUTELY;INTERVAL=30;BYHOUR=9,10,11"),
    "1,000 series less an excluding rule": lambda: many(
        1_000, NEW, "RRULE:FREQ=DAILY", "EXRULE:FREQ=DAILY;BYMONTHDAY=31;BYDAY=MO"
    ),
    "1,000 series that have their next date in decades": lambda: many(
        1_000, OLD, "RRULE:FREQ=DAILY;BYMONTHDAY=29;BYMONTH=2;BYDAY=MO;COUNT=50"
    ),
    "10,000 copies of an event in one hall": lambda: many(10_000, "DTSTART:20160606T090000", "LOCATION:Hall"),
    "8,000 events at one hour": at_one_hour,
    "12,000 rules by days that never match": lambda: many(12_000, OLD, "RRULE:FREQ=DAILY;BYYEARDAY=366;BYMONTH=1"),
    "2,000 zones whose rules never match": lambda: "".join(
        vcalendar(*definitions(1, part("DTSTART:19700101T000000", NEVER, "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100")),
                  vevent("DTSTART;TZID=Zone 0:20160601T090000", uid=str(n))) for n in range(2_000)
    ),
    "dates added in one calendar after the other": lambda: "".join(
        listed("RDATE", NEW, 10).replace("@example.org", f"@{n}.example.org") for n in range(13)
    ),
    "two long lists in each event": lambda: listed("RDATE", NEW, 65).replace(
        "RDATE:", f"EXDATE:{','.join(f'{2016 + n // 336}{1 + n // 28 % 12:02}{1 + n % 28:02}T103000Z' for n in range(1_999))}\nRDATE:"
    ),
    "dates added to events that are refused": lambda: listed("RDATE", NEW, 130).replace("RDATE:", f"EXDATE:{',' * 2_001}\nRDATE:"),
    "19,000 events of one UID": lambda: vcalendar(*(vevent(f"{NEW[:-6]}{n % 24:02}{n // 24 % 60:02}00") for n in range(19_000))),
    "19,000 changes of one series": changes_of_one_series,
    "400 zones that are nowhere, in every year": odd_zones,
    "100 zones of many rules, in every year": ruled_zones,
    "a zone by seconds": lambda: vcalendar(
        *definitions(1, part("DTSTART:19700101T000000", "RRULE:FREQ=SECONDLY", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100")),
        vevent("DTSTART;TZID=Zone 0:20160601T090000"),
    ),
    "a zone of 100,000 changes": lambda: vcalendar(
        *definitions(1, part("DTSTART:19700101T000000", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0123", *["RDATE:20160101T000000,20160601T000000"] * 50_000)),
        *(vevent(f"DTSTART;TZID=Zone 0:{1970 + n % 130}0601T090000", uid=str(n)) for n in range(2_000)),
    ),
    "a text of 4 MB": lambda: one_line("DESCRIPTION:", "word ", 800_000),
    "a text of a million folds": lambda: one_line("DESCRIPTION:", "\n x", 1_400_000),
    "a million categories": lambda: one_line("CATEGORIES:", "a,", 2_000_000),
    "a line of a million parameters": lambda: one_line("DESCRIPTION", ";A=B", 1_000_000),
    "a million lines that follow a text": lambda: one_line("DESCRIPTION:Agenda", "\nwhat", 900_000),
    "half a million links without a space": lambda: one_line("DESCRIPTION:Agenda", "\n" + "https://a?" * 6_000, 80),
    "a million lines of a short name": lambda: lines("URL:", 900_000),
}  # fmt: skip
