"""Sheets for notice boards: one for each event to come, and one with the next dates of each group and of the board.

A sheet is made to be printed on one page of A4. What would not fit is shown smaller, in steps; then the description
is cut, then the dates; the sheet always says where the rest is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from boardsite.calendars.events import OFF, Series
from boardsite.clock import Month, short_date
from boardsite.dataclass import dataclass
from boardsite.model import routes
from boardsite.model.entities import Event
from boardsite.pages.event_facts import Fact, facts
from boardsite.pages.event_state import has_poster, words_of_state
from boardsite.pages.events import part_in_force, shown_date, window_title
from boardsite.pages.frame import Crumb, Frame, PageView, View
from boardsite.pages.frames import Frames
from boardsite.pages.poster_fit import SCALES, Line, Sheet, step_for
from boardsite.pages.rows import Dated, coming, place_words, status_of
from boardsite.pages.target import Target
from boardsite.pages.when import day_words, time_words
from boardsite.text import count, excerpt

MONTHS_SHOWN = 4
MOST_DATES = 12
FEW_DATES = 5  # at the end of a full month, its last date alone would leave the sheet empty
USUAL_DATES = 8  # shown where the next months are too full, and this one has few dates or too many
MOST_DATES_OF_EVENT = 6
LETTERS = (420, 200, 0)  # of the description, as long as the type stays large
LARGE = 4  # the last step of type that reads well from two metres
STRIP_LETTERS = 50
_ON_PAPER = ("given here", "given on our website")  # "here" is the page of the event
_FACTS = ("Repeats", "Who for", "Booking")


@dataclass(frozen=True, slots=True)
class PosterDate:
    """A date in the list of a poster; `words` are what, where and whose it is, as far as the sheet does not say so."""

    when_words: str
    words: str
    status: str
    ends_iso: datetime


@dataclass(frozen=True, slots=True)
class PosterView(View):
    """A sheet. `days` and `times` are the event's own date, "" on the sheet of a group, which has only `dates`.

    `public` is the whole address of the page that the code leads to, "" where it is not known; `short` is the same as
    people type it, and `strip_words` is what each of the strips to tear off says. `step` is the size of the type, 1
    the largest.
    """

    owner: str
    status: str
    status_words: str
    is_off: bool
    days: str
    times: str
    place: tuple[str, ...]
    facts: tuple[Fact, ...]
    dates_heading: str
    dates: tuple[PosterDate, ...]
    more_words: str
    text: str
    page_address: str
    public: str
    short: str
    strip_words: tuple[str, ...]
    step: int


def plan(frames: Frames) -> tuple[Target, ...]:
    found: list[Target] = []
    for frame in frames.sections(routes.CALENDAR):
        found.append(frame.kept("", _of_section, _ahead(frame)))
        for event in frame.site.events:
            if event.group == frame.key:
                found += frame.kept(event.address, _of_event, event)
    return tuple(found)


def of_month(frame: Frame, month: Month) -> Target | None:
    """Return the sheet of a section with what is to come in one month, or None where nothing is; no site has it."""
    ahead = [found for found in _ahead(frame) if Month.of(found.occurrence.when.first) == month]
    if not ahead:
        return None
    view = _with_dates(_section_view(frame, "What is on"), frame, ahead)
    return Target(view.head.address, "html", view)


def _ahead(frame: Frame) -> tuple[Dated, ...]:
    return coming(frame.dates, frame.site)


def _of_section(frame: Frame, ahead: tuple[Dated, ...]) -> Target:
    view = _section_view(frame, "What is coming up")
    return Target(view.head.address, "html", _with_dates(view, frame, ahead))


def _section_view(frame: Frame, title: str) -> PosterView:
    """Return the sheet of a section without its dates."""
    address, page_address = routes.poster(frame.key), routes.calendar(frame.key)
    return PosterView(
        head=frame.page(
            "poster", address, title, window=f"Poster: what is coming up at the {frame.name}",
            description=f"The next dates of the {frame.name} on one sheet to print.",
            parents=(Crumb("Calendar", page_address),), tells_the_future=True, is_hidden_from_search=True,
        ),
        owner=frame.name, status="", status_words="", is_off=False, days="", times="", place=(), facts=(),
        dates_heading="", dates=(), more_words="", text="", page_address=page_address,
        public=frame.absolute(page_address), short=_short(frame.absolute(page_address)),
        strip_words=_strip(frame, f"Dates of the {frame.name}", "", page_address), step=1,
    )  # fmt: skip


def _with_dates(view: PosterView, frame: Frame, ahead: Sequence[Dated]) -> PosterView:
    """Return the sheet with the dates of as many whole months as fit; where these are few, with as many as fit."""
    months = list(dict.fromkeys(Month.of(found.occurrence.when.first) for found in ahead))[:MONTHS_SHOWN]
    tries = [[d for d in ahead if Month.of(d.occurrence.when.first) <= month] for month in reversed(months)]
    for shown in tries:
        made = _listing(view, frame, shown, len(ahead))
        step = step_for(_sheet(made), LARGE)
        if step and len(shown) <= MOST_DATES and (shown is tries[0] or len(shown) >= FEW_DATES):
            return replace(made, step=step)
    if not ahead:
        return replace(view, more_words=f"The {frame.name} has no dates to come at the moment.")
    for length in range(min(USUAL_DATES, len(ahead)), 1, -1):
        made = _listing(view, frame, ahead[:length], len(ahead))
        if step := step_for(_sheet(made), LARGE):
            return replace(made, step=step)
    made = _listing(view, frame, ahead[:1], len(ahead))
    return replace(made, step=step_for(_sheet(made)) or len(SCALES))


def _listing(view: PosterView, frame: Frame, shown: Sequence[Dated], total: int) -> PosterView:
    days = [found.occurrence.when.first for found in shown]
    titles = [Month.of(day).title for day in (days[0], days[-1])]
    return replace(
        view,
        dates_heading=titles[0] if titles[0] == titles[1] else f"{titles[0]} to {titles[1]}",
        dates=tuple(_date(found, frame) for found in shown),
        more_words=_more(total - len(shown)),
    )


def _more(left: int) -> str:
    return f"And {count(left, 'later date')}." if left else ""


def _of_event(frame: Frame, event: Event) -> tuple[Target, ...]:
    """Return the sheet of an event, or nothing where it is over or off for good."""
    dates = [Dated(event, occurrence) for occurrence in event.occurrences]
    ahead = list(coming(dates, frame.site))
    to_come = [found.occurrence for found in ahead]
    shown = shown_date(dates, ahead)
    if shown is None or not has_poster(event.series, to_come):
        return ()
    when, details, zone = shown.occurrence.when, shown.occurrence.details, frame.site.clock.zone
    days, times, part = day_words(when), time_words(when, zone), part_in_force(event, shown)
    others = [found for found in ahead if found is not shown] if event.series.is_recurring else []
    public = frame.absolute(event.address)
    view = PosterView(
        head=_event_head(frame, event, part, details.title),
        owner=frame.name,
        status=status_of(shown.occurrence)[0],
        status_words=words_of_state(ahead[0], to_come, frame.site.clock).replace(*_ON_PAPER),
        is_off=details.status in OFF,
        days=days,
        times=times,
        place=tuple(_place(shown)),
        facts=tuple(fact for fact in facts(frame, event, shown, "") if fact.label in _FACTS),
        dates_heading="",
        dates=(),
        more_words="",
        text="",
        page_address=event.address,
        public=public,
        short=_short(public),
        strip_words=_strip(frame, details.title, f"{short_date(when.first)}{', ' if times else ''}{times}",
                           event.address),
        step=1,
    )  # fmt: skip
    said = part.details.description if event.series.is_recurring else details.description
    more = tuple(_date(found, frame, details.title, place_words(shown)) for found in others)
    return (Target(view.head.address, "html", _fitted(view, said, more), (event.series.source,)),)


def _event_head(frame: Frame, event: Event, part: Series, title: str) -> PageView:
    return frame.page(
        "poster",
        routes.event_poster(frame.key, event.slug),
        title,
        window=f"Poster: {window_title(event, part)}",
        description=f"{title} on one sheet to print.",
        parents=(Crumb("Calendar", routes.calendar(frame.key)), Crumb(title, event.address)),
        tells_the_future=True,
        is_hidden_from_search=True,
    )


def _fitted(view: PosterView, description: str, others: tuple[PosterDate, ...]) -> PosterView:
    """Return the sheet with as much of the description as leaves the type large, and at last with fewer dates."""
    usual = min(len(others), MOST_DATES_OF_EVENT)
    for letters in LETTERS:
        made = replace(_with_more(view, others, usual), text=excerpt(description, letters) if letters else "")
        if step := step_for(_sheet(made), LARGE):
            return replace(made, step=step)
    for length in range(usual, -1, -1):
        made = _with_more(view, others, length)
        if step := step_for(_sheet(made)):
            return replace(made, step=step)
    shortest = tuple(excerpt(words, 80) for words in view.place[:1])
    made = replace(_with_more(view, others, 0), facts=(), place=shortest, step=len(SCALES))
    if step_for(_sheet(made)):
        return made
    return replace(made, head=replace(made.head, title=excerpt(made.head.title, 120)))


def _with_more(view: PosterView, others: tuple[PosterDate, ...], length: int) -> PosterView:
    """Return the sheet of a series with the first of its further dates."""
    return replace(
        view,
        dates_heading="More dates" if length else "",
        dates=others[:length],
        more_words=_more(len(others) - length),
    )


def _sheet(view: PosterView) -> Sheet:
    """Return the texts of a sheet as the template sets them."""
    chrome = view.head.chrome
    urgent = chrome.urgent
    call = [f"{urgent.heading} {urgent.emergency} {urgent.emergency_number}"]
    call += [f"{line.label} {line.hours} {line.number}" for line in urgent.first]
    fixed = [Line(view.owner, "owner"), Line(chrome.site_name, "call"), *(Line(text, "call") for text in call)]
    fixed += [Line(view.public or "x", "small"), Line("x" * 120, "small")]
    wide = [Line(view.status, "status"), Line(view.head.title, "title"), Line(view.status_words, "place")]
    wide += [Line(view.days, "when"), Line(view.times, "when"), *(Line(text, "place") for text in view.place)]
    beside = [Line(f"{fact.label}: {value.text}", "label") for fact in view.facts for value in fact.values]
    beside += [Line(view.text, "text"), Line(view.dates_heading, "label"), Line(view.more_words, "label")]
    for found in view.dates:
        beside.append(Line(found.when_words, "row"))
        beside.append(Line(" ".join(filter(None, (found.status, found.words))), "note"))
    return Sheet(tuple(fixed), tuple(wide), tuple(beside))


def _date(found: Dated, frame: Frame, title: str = "", place: str = "") -> PosterDate:
    """Return a date of the list; its title and place are left out where they are those of the whole sheet."""
    row = frame.row(found)
    what = ", ".join(
        said for said, known in ((row.title, title), (row.place_words, place)) if said and said != known
    )  # fmt: skip
    whose = "" if frame.group else f" ({row.group_name})"
    return PosterDate(row.when_words, what + (whose if what and not title else ""), row.status, row.ends_iso)


def _place(shown: Dated) -> list[str]:
    words, place = place_words(shown), shown.event.place_of(shown.occurrence.details)
    if place is None or words != place.name:
        return [words] if words else []
    return [words, ", ".join(part for part in (place.address, place.postcode) if part)]


def _short(public: str) -> str:
    """Return an address as people type it."""
    return public.partition("://")[2]


def _strip(frame: Frame, title: str, when: str, address: str) -> tuple[str, ...]:
    """Return what a strip to tear off says: what, when, and the longest address that one can still type."""
    ways = (address, routes.section(frame.key), routes.HOME)
    known = [_short(frame.absolute(way)) for way in ways] if frame.board.base_url else []
    short = next((way for way in known if len(way) <= STRIP_LETTERS), "")
    where = short or frame.board.phone or frame.board.email or frame.board.name
    return tuple(words for words in (excerpt(title, 34), when, where) if words)
