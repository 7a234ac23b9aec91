"""The board's home page: who to call, which group is mine, what is on, what is new."""

from __future__ import annotations

from boardsite.dataclass import dataclass
from boardsite.model import routes
from boardsite.model.board_entities import Priority
from boardsite.model.entities import RichText
from boardsite.pages.frame import Frame, View
from boardsite.pages.frames import Frames
from boardsite.pages.groups import GroupCard, group_cards
from boardsite.pages.rows import EventRow, NewsRow, coming, featured_first, listed_news
from boardsite.pages.structured_data import OrganisationData
from boardsite.pages.target import Target

EVENTS_SHOWN = 6
NEWS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class HomeView(View):
    lead: str
    body: RichText
    groups: tuple[GroupCard, ...]
    events: tuple[EventRow, ...]
    news: tuple[NewsRow, ...]
    priorities: tuple[Priority, ...]
    calendar_address: str
    news_address: str
    groups_address: str
    has_places: bool
    data: OrganisationData


def plan(frames: Frames) -> tuple[Target, ...]:
    site = frames.site
    frame = frames.of(None, routes.HOME)
    page = frame.page("home", routes.HOME, site.home.title, description=site.home.summary, tells_the_future=True)
    view = HomeView(
        head=page,
        lead=site.home.summary,
        body=site.texts[site.home.where.path],
        groups=group_cards(frame),
        events=tuple(map(frame.row, coming(frame.dates, site)[:EVENTS_SHOWN])),
        news=tuple(map(frame.news_row, featured_first(listed_news(site), "")[:NEWS_SHOWN])),
        priorities=site.board.priorities,
        calendar_address=routes.calendar(""),
        news_address=routes.news_list(""),
        groups_address=routes.GROUPS,
        has_places=bool(site.ground.areas),
        data=_organisation(frame),
    )
    return (Target(routes.HOME, "html", view, (site.home.where,)),)


def _organisation(frame: Frame) -> OrganisationData:
    board = frame.board
    return OrganisationData(
        name=board.name,
        short_name=board.short_name,
        url=board.base_url,
        email=board.email,
        phone=board.phone,
        address=board.address,
        area="",
        parent="",
        parent_url="",
    )
