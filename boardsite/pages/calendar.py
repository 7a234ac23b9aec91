"""The calendar of each section: everything to come on one page, and the same by audience and by kind."""

from __future__ import annotations

from boardsite.clock import Month
from boardsite.dataclass import dataclass
from boardsite.model import routes
from boardsite.pages.calendar_feeds import feed
from boardsite.pages.calendar_filters import Filter, SectionLink, filter_links, filters, narrowed
from boardsite.pages.calendar_index import YearMonths, calendar_title, months_by_year, shown_months, years_of
from boardsite.pages.feed_doubts import doubt
from boardsite.pages.frame import Crumb, Frame, View
from boardsite.pages.frames import Frames
from boardsite.pages.rows import Dated, EventMonth, by_month, coming
from boardsite.pages.subscribe import Subscription, subscription
from boardsite.pages.target import Target

MOST_COMING = 80


@dataclass(frozen=True, slots=True)
class ComingView(View):
    months: tuple[EventMonth, ...]
    years: tuple[YearMonths, ...]
    sections: tuple[SectionLink, ...]
    filters: tuple[SectionLink, ...]
    subscription: Subscription
    has_more: bool
    is_board: bool
    empty_words: str
    poster_address: str
    doubt: str


def plan(frames: Frames) -> tuple[Target, ...]:
    sections = frames.sections(routes.CALENDAR)
    found = [frame.kept("", _coming, frame.dates, shown_months(frame)) for frame in sections]
    board = frames.of(None, routes.CALENDAR)
    for each in filters(frames.site) if frames.wants_section("") else ():
        found.append(_filtered(board, each))
        events = [part for event in frames.site.events if (part := narrowed(event, each))]
        found.append(feed(board, each.feed, each.address, f"{board.name}: {each.label.lower()}", each.key, events))
    return tuple(found)


def _coming(frame: Frame, dates: tuple[Dated, ...], shown: tuple[Month, ...]) -> Target:
    site = frame.site
    ahead = coming(dates, site)
    view = ComingView(
        head=frame.page(
            "calendar",
            routes.calendar(frame.key),
            calendar_title(frame),
            description=f"Everything to come at the {frame.name}.",
            tells_the_future=True,
        ),
        months=by_month(frame.row(found) for found in ahead[:MOST_COMING]),
        years=months_by_year(frame, years_of(dates), shown, None),
        sections=_sections(frame),
        filters=filter_links(frame, "") if frame.group is None else (),
        subscription=subscription(frame, frame.name, routes.calendar_feed(frame.key)),
        has_more=len(ahead) > MOST_COMING,
        is_board=frame.group is None,
        empty_words=f"The {frame.name} has no events to come at the moment.",
        poster_address=routes.poster(frame.key),
        doubt=doubt(frame.group),
    )
    return Target(routes.calendar(frame.key), "html", view)


def _filtered(frame: Frame, found: Filter) -> Target:
    """Return the page of one filter: what is to come of it, in all groups."""
    site = frame.site
    ahead = coming(tuple(d for d in frame.dates if found.holds(d.occurrence.details)), site)
    view = ComingView(
        head=frame.page(
            "calendar",
            found.address,
            f"Calendar: {found.label[0].lower()}{found.label[1:]}",
            description=f"Everything to come at the {frame.name} and its groups: {found.label.lower()}.",
            parents=(Crumb(calendar_title(frame), routes.calendar("")),),
            tells_the_future=True,
        ),
        months=by_month(frame.row(each) for each in ahead[:MOST_COMING]),
        years=(),
        sections=_sections(frame),
        filters=filter_links(frame, found.address),
        subscription=subscription(frame, f"{frame.name}: {found.label.lower()}", found.feed),
        has_more=len(ahead) > MOST_COMING,
        is_board=True,
        empty_words="There are no such events to come at the moment.",
        poster_address="",
        doubt="",
    )
    return Target(found.address, "html", view)


def _sections(frame: Frame) -> tuple[SectionLink, ...]:
    words = f"All {frame.board.group_words} and {frame.board.short_name}"
    everything = SectionLink(words, routes.calendar(""), frame.group is None)
    groups = (
        SectionLink(group.title, routes.calendar(group.key), group.key == frame.key) for group in frame.site.groups
    )
    return (everything, *groups)
