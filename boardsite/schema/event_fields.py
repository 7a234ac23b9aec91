"""An event as the editing form has it. Events are .ics files and nothing else: forms/calendar reads and writes them.

The names are those of forms/calendar/event.js; a field that is not here is left alone in every file.
"""

from __future__ import annotations

from boardsite import audiences
from boardsite.schema import kinds
from boardsite.schema.fields import ContentType, Field, ListOf, Record

_TIMINGS = kinds.Choice(
    ("timed", "all-day", "open"), ("At a time", "All day, or for several days", "Time to be confirmed")
)
_REPEATS = kinds.Choice(
    (
        "", "week", "fortnight", "month-weekday", "two-months-weekday", "three-months-weekday", "month-last",
        "month-date", "year", "keep",
    ),
    (
        "Does not repeat", "Every week", "Every two weeks", "Every month on the same weekday",
        "Every two months on the same weekday", "Every three months on the same weekday",
        "Every month on the last such weekday", "Every month on the same date", "Every year",
        "As set in Outlook (keep)",
    ),
)  # fmt: skip
_BOOKINGS = kinds.Choice(
    ("", "none", "link", "email", "phone"),
    ("Not said", "Nobody has to book", "On a web page", "By email", "By telephone"),
)
_STATUSES = kinds.Choice(
    ("", "tentative", "postponed", "cancelled"), ("It is on", "Not certain yet", "Postponed", "Cancelled")
)
_AUDIENCES = kinds.Choice(tuple(audiences.WORDS), tuple(audiences.WORDS.values()))
_CHANGES = kinds.Choice(
    ("moved", "cancelled", "removed", "kept"),
    ("Moved to another day or time", "Cancelled, and shown as cancelled", "Taken out, without a word",
     "This and all later dates, as set in Outlook (keep)"),
)  # fmt: skip

_CHANGE = (
    Field("date", "Which date", kinds.Day(), "The day it would be by the series.", is_required=True),
    Field("what", "What happens", _CHANGES, "Cancelled dates stay visible, so that nobody comes in vain.", True),
    Field("day", "New day", kinds.Day(), "Only if it moves to another day."),
    Field("from", "New start", kinds.Clock(), "Only if it moves to another time."),
    Field("to", "New end", kinds.Clock(), "Only if it ends at another time."),
    Field("note", "Why", kinds.Lines(2000), "Takes the place of the details on this date."),
)

EVENT = ContentType(
    "event",
    "Event",
    "content/events/<name>.ics or lscgs/<group>/events/<name>.ics",
    "Something people can come to.",
    (
        Field("title", "What is it?", kinds.Text(120), "A short name, such as Multi-agency forum.", is_required=True),
        Field("timing", "When?", _TIMINGS, "“To be confirmed” shows the day without a time.", is_required=True),
        Field("day", "Day", kinds.Day(), "The first day, if it has several.", is_required=True),
        Field("from", "Starts at", kinds.Clock(), "The time on the clocks here, summer and winter."),
        Field("to", "Ends at", kinds.Clock(), "Nothing if the end is open."),
        Field("last_day", "Last day", kinds.Day(), "Only if it lasts longer than a day."),
        Field("repeats", "Repeats", _REPEATS, "Counted from the day above."),
        Field("until", "Repeats until", kinds.Day(), "The last day it may fall on; nothing if it goes on."),
        Field("changes", "Changed dates", Record(_CHANGE, is_list=True, most=100), "Dates unlike the others."),
        Field("place", "Place", kinds.Key(), "Its address and its access show on the page."),
        Field("location", "Place in words", kinds.Text(300), "If it is not on the list: a venue and town, or Online."),
        Field("place_open", "Place to be confirmed", kinds.YesNo(), "Yes while nobody knows where."),
        Field("description", "Details", kinds.Lines(), "What it is about, and what to bring."),
        Field("link", "Web page", kinds.WebAddress(), "Where to read more."),
        Field("booking", "Booking", _BOOKINGS, "How people book a place."),
        Field(
            "booking_target", "Where to book", kinds.Text(300, example="office@example.org"), "An address or number."
        ),
        Field("audience", "For whom?", ListOf(_AUDIENCES, 3), "Everybody it is for."),
        Field("kind", "Kind", kinds.Key(), "One word, such as meeting, training or drop-in."),
        Field("status", "Is it on?", _STATUSES, "A cancelled event stays visible until a month after its day."),
    ),
)
