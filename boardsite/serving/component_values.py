"""Made-up rows, cards and dates that the examples of components show. Nobody and nothing in them is real."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from boardsite.model.board_entities import HelpLevel, HelpNumber, MenuLink
from boardsite.model.entities import Picture
from boardsite.pages.calendar_index import MonthLink, YearMonths
from boardsite.pages.calendar_months import CellEntry, Day
from boardsite.pages.contacts import ContactCard
from boardsite.pages.event_facts import Fact, FactValue
from boardsite.pages.events import EventDate
from boardsite.pages.groups import GroupCard
from boardsite.pages.information import LevelCard
from boardsite.pages.news import PageLink
from boardsite.pages.other_forms import VideoCard
from boardsite.pages.places import AreaChange, AreaGroup, AreaLetter, AreaRow
from boardsite.pages.rows import AttachmentRow, EventMonth, EventRow, NewsRow
from boardsite.pages.subscribe import Subscription
from boardsite.pages.tile_map import LabelLine, MapGroup, MapTile, TileMap

DAY = date(2016, 6, 27)
LATER = date(2199, 12, 31)  # the script that hides what is over must not empty the examples
ENDS = datetime(2199, 12, 31, tzinfo=UTC)
LONG = "An afternoon about how schools, surgeries, nurseries and clubs tell each other early what they see"

FORUM = EventRow(
    "Summer forum", "/calendar/", "Monday 27 June 2016, 9:30am to midday", "9:30am to midday",
    DAY, DAY, ENDS, "Sample Hall", "South group", 1, "", "", is_past=False,
)  # fmt: skip
CANCELLED = replace(FORUM, status="Cancelled", status_kind="cancelled", group_name="West group", group_theme=3)
CHANGED = replace(FORUM, title=LONG, status="Changed", status_kind="changed", place_words="Online", group_theme=2)
OVER = replace(FORUM, title="Spring forum", is_past=True, group_name="", group_theme=0)

NEWS = NewsRow(
    "A forum for schools", "/news/", DAY, "What was said, and what comes of it.", "South group", 1, (), None, "",
    is_featured=False,
)  # fmt: skip
CONTACT = ContactCard(
    "Chair of the group", "Sample council", "", "chair@example.org", "01632 960101", "Monday to Friday, 9am to 5pm",
    "Within two working days", "For questions about the group’s meetings, not about a child.", "", "South group", 1,
    LATER, "/contacts.vcf",
)  # fmt: skip
VACANT = ContactCard(
    "Deputy chair", "", "", "office@example.org", "01632 960110", "", "", "",
    "Nobody holds this role at the moment. Contact the office.", "West group", 3, None, "",
)  # fmt: skip
NAMED = replace(CONTACT, name="Name with consent", hours="", response="", note="", checked_by=None, vcard="")

GROUP = GroupCard("South group", "/lscgs/", 1, "The south of the county", FORUM)
GROUPS = tuple(GroupCard(f"Group {n}", "/lscgs/", n, "", None) for n in range(1, 9))
OFF = replace(GROUP, title="West group", theme=3, next_event=CANCELLED)

BOTH = (AreaGroup("South group", "/lscgs/", 1), AreaGroup("West group", "/lscgs/", 3))
PLACES = (
    AreaRow("Sampleton", "town", BOTH[:1], None, ()),
    AreaRow("Samplewick", "parish", BOTH, None, ()),
    AreaRow("Sampling", "parish", BOTH[:1], date(2028, 3, 31), (AreaChange(date(2028, 4, 1), None, BOTH[1:]),)),
)
LETTERS = (AreaLetter("S", PLACES), AreaLetter("T", (AreaRow("Test Magna", "town", BOTH[1:], None, ()),)))

_STEPS = ("Talk to somebody who knows the child.", "Write down what you saw.")
LEVELS = (
    LevelCard(HelpLevel("now", "A child is in danger", "Do not wait.", ("Stay with the child.",), "999", ""), ""),
    LevelCard(HelpLevel("today", "You are worried", "Call today, day or night.", (), "01632 960123", ""), ""),
    LevelCard(HelpLevel("talk", "You are not sure", "", _STEPS, "", "/news/"), "What helps"),
)
NUMBERS = (
    HelpNumber("Sample council", "01632 960123", "Day and night", "Say that it is about a child.", "For everyone"),
    HelpNumber("Advice line", "01632 960124", "", "", ""),
)

_CELL = CellEntry("Summer forum", "/calendar/", "9:30am", "", "", "", "", "South group", 1, lane=1)
_SPAN = replace(_CELL, title="Three days of training", time_words="", group_name="West group", group_theme=3)
_FULL = (
    replace(_CELL, status="Cancelled", status_kind="cancelled"),
    *(replace(_CELL, title=f"Meeting {number}", time_words=f"{number}pm", lane=number + 1) for number in (1, 2, 3)),
)
_BUSY = {
    7: (_CELL,),
    14: (replace(_SPAN, span="start", span_words="day 1 of 3"),),
    15: (replace(_SPAN, span="middle", span_words="day 2 of 3"),),
    16: (replace(_SPAN, span="end", span_words="day 3 of 3"),),
    27: _FULL,
}


def _day(day: date) -> Day:
    is_in = day.month == DAY.month
    return Day(day, is_in, "Sample holiday" if day.day == 20 else "", _BUSY.get(day.day, ()) if is_in else ())


_MONDAYS = [date(2016, 5, 30) + timedelta(weeks=week) for week in range(5)]
WEEKS = tuple(tuple(_day(monday + timedelta(days=number)) for number in range(7)) for monday in _MONDAYS)
MONTHS = (
    EventMonth("June 2016", "month-2016-06", (FORUM, CANCELLED)),
    EventMonth("July 2016", "month-2016-07", (CHANGED,)),
)
YEARS = (
    YearMonths("2016", "/calendar/", (MonthLink("May", "/calendar/", False), MonthLink("June", "/calendar/", True))),
    YearMonths("2015", "/calendar/", ()),
)
BEFORE, AFTER = MonthLink("May 2016", "/calendar/", False), MonthLink("July 2016", "/calendar/", False)
CHOICES = (MonthLink("Everyone", "/calendar/", True), MonthLink("People who work with children", "/calendar/", False))
PAGES = tuple(PageLink(number, "/news/", number == 4, number in (2, 6)) for number in range(1, 8))
SERIES = (
    EventDate("date-2016-06-27", FORUM, "", "", ""),
    EventDate("date-2016-07-25", CANCELLED, "", "", "Nobody can come."),
    EventDate("date-2016-08-22", replace(FORUM, status="Changed", status_kind="changed"), "Monday 15 August 2016",
              "In the library", ""),
)  # fmt: skip

FACTS = (
    Fact("When", (FactValue("Monday 27 June 2016, 9:30am to midday", iso="2016-06-27T09:30"),)),
    Fact("Where", (FactValue("Sample Hall"), FactValue("A map of the way", "https://maps.example.org/"))),
)
PAPER = AttachmentRow("Notes of the forum", "/calendar.ics", "PDF", "240 kB", "4 pages", DAY)
FEED = Subscription("the South group", "/calendar.ics", "", "", "", "")
PUBLIC_FEED = Subscription(
    "the South group", "/calendar.ics", "https://lscg.example.org/lscgs/south/calendar.ics",
    "webcal://lscg.example.org/lscgs/south/calendar.ics", "https://calendar.example.org/google",
    "https://calendar.example.org/outlook",
)  # fmt: skip
TOPICS = (MenuLink("Neglect", "/news/"), MenuLink("Early help", "/news/"))
_TILE = "60,4 116,36 116,104 60,136 4,104 4,36"
_NEXT = "180,4 236,36 236,104 180,136 124,104 124,36"
MAP = TileMap(
    240, 140, 20, False,
    (
        MapGroup("South group", "/lscgs/", 1, (MapTile(_TILE, (LabelLine("South", 60, 76),)),)),
        MapGroup("West group", "/lscgs/", 3, (MapTile(_NEXT, (LabelLine("West", 180, 76),)),)),
    ),
)  # fmt: skip


def film(still: Picture | None, transcript: str = "") -> VideoCard:
    return VideoCard(
        "How a forum works", "https://video.example.org/1", "video, 3 minutes, on video.example.org", still, transcript
    )
