"""Random series for the comparison with other programs, from printed seeds."""

import random
from datetime import datetime, timedelta

from tests.calendars.ics import vcalendar, vevent


def random_calendar(dice: random.Random) -> str:
    """Return a series with removed, added, moved and cancelled dates, by days or with times, in one of four zones."""
    zone = dice.choice(["Europe/London", "Europe/Paris", "America/New_York", "GMT Standard Time"])
    start = datetime(2016, 1, 1, dice.choice([0, 1, 2, 9, 23]), dice.choice([0, 30])) + timedelta(
        days=dice.randint(0, 1500)
    )
    is_timed = dice.random() < 0.7

    def point(name: str, at: datetime) -> str:
        return f"{name};TZID={zone}:{at:%Y%m%dT%H%M%S}" if is_timed else f"{name};VALUE=DATE:{at:%Y%m%d}"

    step, rule = dice.choice(
        [
            (timedelta(days=1), "FREQ=DAILY;COUNT=25"),
            (timedelta(days=7), "FREQ=WEEKLY;COUNT=40"),
            (timedelta(days=14), "FREQ=WEEKLY;INTERVAL=2;COUNT=40"),
            (timedelta(days=3), "FREQ=DAILY;INTERVAL=3;UNTIL=20211231" + ("T235959Z" if is_timed else "")),
        ]
    )
    dates = [start + step * number for number in range(20)]
    picked = dice.sample(dates[1:], 4)
    lines = [point("DTSTART", start), f"RRULE:{rule}", point("EXDATE", picked[0])]
    lines.append(point("RDATE", start + timedelta(days=400, hours=1)))
    moved = vevent(point("RECURRENCE-ID", picked[1]), point("DTSTART", picked[1] + timedelta(days=2, hours=3)))
    far = vevent(point("RECURRENCE-ID", picked[2]), point("DTSTART", picked[2] - timedelta(days=60)))
    return vcalendar(vevent(*lines), moved, far)
