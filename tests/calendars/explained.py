"""Where another program gives other dates than we do: which one, why ours are right by the standard, in which files.

RFC 5545 unless another is named. "theirs" is the other program. Names with ": " are quirks and cases of ours, the
others real files by their folder.
"""

from __future__ import annotations

_RIE, _JS = "recurring-ical-events", "ical.js"
_ICALENDAR = "collective+icalendar"
_NODE = "jens-maus+node-ical/fixtures"
_RECURRING = "niccokunzmann+python-recurring-ical-events/calendars"

_BOTH: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "UNTIL without Z is in the zone of the start, where theirs compares it with a moment in UTC (3.3.10)",
        (
            "ends-of-series: UNTIL without a zone is the wall time of the series, not ours", "cases: until-without-zone",
            f"{_NODE}/non-utc-until-ny.ics",
        ),
    ),
    (
        "UNTIL as a day includes that day: COUNT and UNTIL bound inclusively (3.3.10)",
        (
            "ends-of-series: UNTIL as a day includes that day, and is told", "cases: until-a-day",
            f"{_RECURRING}/issue_75_range_parameter.ics",
        ),
    ),
    (
        "a series by days has UNTIL as a day: Exchange's 23:00Z or 22:00Z is the board's midnight, so the day that begins then (3.3.10)",
        (
            "days: until a moment in UTC that is London's midnight includes the day that begins then",
            f"{_RECURRING}/issue_28_rrule_with_UTC_endinginZ.ics",
        ),
    ),
    (
        "Exchange writes the dates of a series by days as midnights; each names its day (3.8.4.4, 3.8.5.1)",
        (
            "removed-dates: from a series by days with London's midnight in UTC",
            "cases: by-days-changed-with-a-midnight-time",
        ),
    ),
    (
        "midnight to midnight with Microsoft's mark is by days (MS-OXCICAL 2.1.3.1.1.20.28)",
        (
            "days: midnight to midnight with Microsoft's mark is by days", "days: two days by the mark",
            "cases: outlook-all-day-as-midnights",
        ),
    ),
    (
        "EXRULE was part of RFC 2445 (4.8.5.2); a date it takes out must not be shown",
        (
            "removed-dates: an excluding rule, of older programs", "cases: excluding-rule",
            "removed-dates: an excluding rule of many years takes out what is near the last change of the series in feeds, too",
            "removed-dates: an excluding rule that ends is written out whole",
            "removed-dates: a changed date that an excluding rule takes out stays out, and that is told",
        ),
    ),
    (
        "a private date is withheld, and its public original with it (3.8.1.3): a rule of ours, not of recurrence",
        (
            "states: a private date of a public series falls out", "cases: private-date-of-a-public-series",
            f"{_RECURRING}/duration_edited.ics", f"{_RECURRING}/issue_18_cancel_status.ics",
            f"{_RECURRING}/three_events_one_edited.ics",
        ),
    ),
    (
        "a date that is changed into something that ends before it starts is refused with a message (3.8.2.2)",
        (f"{_NODE}/daily-count-exdate-recurrence-id.ics",),
    ),
    (
        "the name holds the offset: GMT+0200, (GMT +01:00); theirs takes the time as floating (3.2.19)",
        ("zones: a fixed offset in the name", f"{_NODE}/music-school-weekly-until.ics"),
    ),
    (
        "Outlook's label names the zone; theirs takes the time as floating (3.2.19)",
        (f"{_NODE}/Office-2012-owa.ics",),
    ),
    (
        "RDATE adds its periods (3.8.5.2), also where a RECURRENCE-ID without its series stands beside it",
        (
            f"{_ICALENDAR}/calendars/issue_156_RDATE_with_PERIOD_TZID_khal.ics",
            f"{_ICALENDAR}/calendars/issue_156_RDATE_with_PERIOD_TZID_khal_2.ics",
        ),
    ),
    (
        "a changed date that is none of its series is shown, and told: it is somebody's appointment (3.8.4.4)",
        (f"{_RECURRING}/issue_253_additional_recurrence_id.ics",),
    ),
    (
        "RECURRENCE-ID as a day names the date on that day (3.8.4.4)",
        ("changed-dates: named as a day", "cases: changed-dates-in-every-form"),
    ),
    (
        "two wall times that are one moment, on the night of the clock change, are one date (3.3.5)",
        ("clock-changes: an hour that is skipped and the one after it are one date",),
    ),
    (
        "EXDATE in a zone that nobody knows is told and takes nothing out (3.2.19); theirs takes it as floating",
        ("removed-dates: an unknown zone costs only that line",),
    ),
    (
        "RDATE as a day has the time of the series (3.8.5.2)",
        ("added-dates: a day in a series with times has the time of the series",),
    ),
)  # fmt: skip

_OF_RECURRING: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "RDATE as a day has the time of the series (3.8.5.2)",
        ("cases: added-dates",),
    ),
    (
        "of two changes of one date the newer counts, in whatever form it names the date (3.8.7.4)",
        ("changed-dates: the newer of two in different forms counts",),
    ),
    (
        "two events that share a UID, or have none, are both shown, and told (3.8.4.7); theirs keeps one",
        (
            "copies: two events that share a UID are both shown, and that is told", "copies: two events without a UID, told",
            "cases: same-uid-in-one-file", f"{_ICALENDAR}/tutorials/example.ics", f"{_NODE}/tv-show-episode.ics",
        ),
    ),
    (
        "a day with a zone is a day: TZID means nothing for a DATE (3.2.19)",
        (
            "days: a day with a zone is that day, wherever", "cases: day-with-a-zone",
            f"{_NODE}/sabredav-school-holidays.ics", f"{_NODE}/yearly-recurring-unicode.ics",
        ),
    ),
    (
        "VALUE=DATE says that it is a day, whatever time stands behind it (3.2.20)",
        ("days: a time that says it is a day is a day", "days: midnight of a day is that day, and nothing is lost", f"{_NODE}/festival-multiday-rrule.ics"),
    ),
    (
        "an event that starts with a day is by days, whatever its end is (3.6.1, 3.8.2.2)",
        (
            "days: an end with a time after days: the day of that time is the last, and that is told",
            "days: an end at midnight after days is exclusive",
            "lengths: hours in a series by days are rounded up to days, and that is told",
            f"{_RECURRING}/issue_201_mixed_datetime_and_date.ics",
        ),
    ),
    (
        "EXDATE at another time of that day takes nothing out (3.8.5.1)",
        ("removed-dates: another time of that day takes out nothing",),
    ),
    (
        "a file that stops has its complete events; theirs reads none",
        ("cases: file-that-stops",),
    ),
    (
        "the file defines this zone, with a space in its name (3.6.5)",
        (f"{_NODE}/test_with_int_tzid.ics",),
    ),
)  # fmt: skip

_OF_ICAL_JS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "DTSTART is always the first date (3.8.5.2, 3.8.5.3); theirs leaves it out beside RDATE, or where the rule has no such date",
        (
            "added-dates: a date besides the start", "added-dates: several in one line, in any order",
            "added-dates: several lines", "added-dates: it may be at another time of day",
            "added-dates: days in a series by days", "added-dates: a day that is before the start",
            "added-dates: in winter the series keeps its wall time", "added-dates: several days of several days each",
            "changed-dates: a change of an added date",
            "ends-of-series: a start that the rule does not have is a date all the same",
            f"{_ICALENDAR}/corpus/issue_157_removes_trailing_semicolon.ics",
            f"{_ICALENDAR}/events/issue_157_removes_trailing_semicolon.ics",
            f"{_NODE}/festival-multiday-rrule.ics",
        ),
    ),
    (
        "a date that is written twice, or by rule and RDATE, is one (3.8.5.2); EXDATE takes it out once and for all",
        (
            "added-dates: one that the rule has already is one", "rules: the same rule twice is one",
            f"{_RECURRING}/rdate.ics", f"{_RECURRING}/rdate2.ics", f"{_RECURRING}/duplicated_rrule.ics",
        ),
    ),
    (
        "a floating date of a series with a zone is the wall time of the series (3.8.5.1, 3.8.5.2)",
        ("added-dates: a floating time is of the zone of the series", "removed-dates: a floating time is the wall time of the series"),
    ),
    (
        "30 February and 31 June do not exist (3.3.4); theirs moves them on",
        (
            "added-dates: 30 February costs only itself",
            "changed-dates: a broken change hides its date: neither the old time nor a guess is shown",
            "copies: a broken copy that is older than a sound one costs nothing",
        ),
    ),
    (
        "RECURRENCE-ID in another zone names a moment (3.8.4.4); theirs compares the letters",
        ("changed-dates: named in another zone", f"{_NODE}/exchange_whole_day_moved_recurrence.ics",
         f"{_NODE}/exchange_whole_day_moved_recurrence_offset_tz.ics"),
    ),
    (
        "a changed date that is none of its series is shown, and told (3.8.4.4)",
        (
            "changed-dates: a change of no date of the series is shown, and told", "cases: changed-date-that-matches-nothing",
            f"{_NODE}/recurrence-sequence.ics",
        ),
    ),
    (
        "a changed date without its series is shown, and told (3.8.4.4)",
        (
            "changed-dates: a change without its series is an event of its own, and told",
            "cases: changed-date-without-its-series", f"{_ICALENDAR}/calendars/issue_1231_recurrence.ics",
            "kewisch+ical.js/samples/google_birthday.ics",
        ),
    ),
    (
        "a time that is skipped has the offset before the gap, one that comes twice is the first (3.3.5)",
        (
            "clock-changes: a time that is skipped moves on by the hour, for that day",
            "clock-changes: a time that comes twice is the first",
            "clock-changes: the night of the change itself, hour by hour of the clock",
            "removed-dates: one moment that is written in the hour that comes twice",
            "cases: daily-over-the-spring-change-2026", "cases: weekly-over-the-autumn-change-2026",
            "random: seed 28", "random: seed 39", "random: seed 48",
        ),
    ),
    (
        "of copies the newest counts (3.8.7.4); theirs shows them all",
        (
            "copies: the higher sequence counts", "copies: the later change counts where the sequence is the same",
            "copies: the sequence counts more than the time of change", "copies: two copies that say the same are one",
            "cases: newer-copy-wins", f"{_NODE}/duplicate-rrule-sequence.ics", f"{_NODE}/duplicate-uid-sequence.ics",
            f"{_RECURRING}/alarm_absolute_edited.ics", f"{_RECURRING}/issue_148_edge_case_1.ics",
            f"{_RECURRING}/issue_148_edge_case_2.ics", f"{_RECURRING}/issue_148_exdate_and_rdate_updated.ics",
            f"{_RECURRING}/issue_148_ignored_exdate.ics", f"{_RECURRING}/issue_163_deleted_modification.ics",
        ),
    ),
    (
        "29 February comes in leap years only: a date that does not exist is left out (3.3.10)",
        ("days: 29 February, in the years that have one", "rules: 29 February, in leap years only", "cases: until-the-year-9999"),
    ),
    (
        "BYDAY=20MO is the 20th Monday of the year, not every Monday after it (3.3.10)",
        ("rfc5545-examples: every 20th Monday of the year, for ever",),
    ),
    (
        "BYWEEKNO limits BYDAY to that week of the year (3.3.10)",
        (
            "rfc5545-examples: Monday of week number 20, for ever", "rules: Tuesday of week 23",
            "rules: week 1 may begin in December",
        ),
    ),
    (
        "BYMONTHDAY expands a yearly rule to every month (3.3.10, the table)",
        ("rules: a day of the month without a month: of every month",),
    ),
    (
        "EXDATE as a day takes out all dates of that day (3.8.5.1)",
        ("removed-dates: a day takes out all dates on that day",),
    ),
    (
        "EXDATE takes out the start of an event that does not repeat, too (3.8.5.1)",
        ("removed-dates: of an event that does not repeat",),
    ),
    (
        "a UTC time that is no date of the series, while its wall time is, means the wall time: what Exchange once wrote",
        (
            "removed-dates: a UTC time that is no date of the series, while its wall time is, means the wall time",
            "cases: removed-dates-in-every-form",
        ),
    ),
    (
        "a small z and a leap second are what they are meant to be (3.3.5, 3.3.12)",
        ("values: a small z", "values: a leap second is the last of its minute"),
    ),
    (
        "a zone and a Z cannot both be meant: Google, which writes this, means the zone (3.2.19)",
        ("zones: a zone and a Z: the zone counts, and that is told", "cases: zone-together-with-z"),
    ),
    (
        "a name of the world means the world's zone, whatever the file says of it (3.6.5, RFC 7808)",
        (
            "zones: a definition that lies about a name the world knows does not count",
            "zones: an empty definition is none", "cases: zone-that-lies-about-london",
            f"{_RECURRING}/fablab_cottbus.ics",
        ),
    ),
    (
        "the end of a vendor's path names the zone (3.2.19); theirs takes the time as floating",
        (
            f"{_ICALENDAR}/calendars/issue_313_globally_unique_tzid.ics",
            f"{_ICALENDAR}/calendars/issue_466_convert_tzid_with_slash.ics",
        ),
    ),
)  # fmt: skip

EXPLAINED: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    *((program, why, names) for program in (_RIE, _JS) for why, names in _BOTH),
    *((_RIE, why, names) for why, names in _OF_RECURRING),
    *((_JS, why, names) for why, names in _OF_ICAL_JS),
)
