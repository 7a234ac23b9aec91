"""All groups with the sketch map and the A to Z of places, and the home page of each group."""

from __future__ import annotations

from datetime import date

from boardsite.calendars.events import OFF
from boardsite.dataclass import dataclass
from boardsite.model import routes
from boardsite.model.entities import Group, RichText, Site
from boardsite.pages import places
from boardsite.pages.contacts import ContactCard, contact_cards
from boardsite.pages.feed_doubts import doubt
from boardsite.pages.frame import Frame, View
from boardsite.pages.frames import Frames
from boardsite.pages.places import AreaLetter, AreaRow
from boardsite.pages.rows import EventRow, NewsRow, coming, featured_first, listed_news
from boardsite.pages.structured_data import OrganisationData
from boardsite.pages.subscribe import Subscription, subscription
from boardsite.pages.target import Target
from boardsite.pages.tile_map import TileMap, tile_map

EVENTS_SHOWN = 5
NEWS_SHOWN = 4


@dataclass(frozen=True, slots=True)
class GroupCard:
    """A group in a list. `next_event` is the line of its next date, or ""."""

    title: str
    address: str
    theme: int
    area: str
    next_event: EventRow | None


@dataclass(frozen=True, slots=True)
class GroupsView(View):
    lead: str
    groups: tuple[GroupCard, ...]
    map: TileMap | None
    letters: tuple[AreaLetter, ...]
    postcodes: tuple[AreaRow, ...]


@dataclass(frozen=True, slots=True)
class GroupView(View):
    name: str
    lead: str
    area: str
    meets: str
    email: str
    body: RichText
    events: tuple[EventRow, ...]
    news: tuple[NewsRow, ...]
    contacts: tuple[ContactCard, ...]
    places: tuple[str, ...]
    doubt: str
    subscription: Subscription
    calendar_address: str
    news_address: str
    contacts_address: str
    poster_address: str
    data: OrganisationData
    updated: date | None
    review_by: date | None


def plan(frames: Frames) -> tuple[Target, ...]:
    site = frames.site
    everything = [_index(frames.of(None, routes.GROUPS))]
    everything += [_home(frames.of(group, routes.GROUPS), group) for group in site.groups]
    return tuple(everything)


def group_cards(frame: Frame) -> tuple[GroupCard, ...]:
    """Return the card of every group in order, on a page of the board."""
    site, cards = frame.site, []
    on = [d for d in coming(frame.dates, site) if d.occurrence.details.status not in OFF]
    for group in site.groups:
        first = next((d for d in on if d.event.group == group.key), None)
        following = frame.row(first) if first else None
        cards.append(GroupCard(group.title, group.address, group.theme, group.area, following))
    return tuple(cards)


def _index(frame: Frame) -> Target:
    site = frame.site
    board = site.board
    page = frame.page(
        "groups", routes.GROUPS, f"Find your {board.group_word}", window=board.group_words, tells_the_future=True,
        description=f"The {board.group_words} of the {board.name} and the places they serve.",
    )  # fmt: skip
    rows = places.rows(site)
    view = GroupsView(
        head=page,
        lead=_index_lead(site),
        groups=group_cards(frame),
        map=tile_map(site),
        letters=places.letters(rows),
        postcodes=places.postcodes(rows),
    )
    return Target(routes.GROUPS, "html", view)


def _index_lead(site: Site) -> str:
    board = site.board
    meaning = f"{board.group_word} stands for {board.group_meaning}. " if board.group_meaning else ""
    return meaning + ("Look for your town, parish or postcode below." if site.ground.areas else "")


def _home(frame: Frame, group: Group) -> Target:
    site = frame.site
    news = featured_first(listed_news(site, group.key), group.key)[:NEWS_SHOWN]
    page = frame.page(
        "group", group.address, group.title, caption=site.board.name, description=group.summary, tells_the_future=True
    )
    view = GroupView(
        head=page,
        name=group.title,
        lead=group.summary,
        area=group.area,
        meets=group.meets,
        email=group.email,
        body=site.texts[group.where.path],
        events=tuple(map(frame.row, coming(frame.dates, site)[:EVENTS_SHOWN])),
        news=tuple(map(frame.news_row, news)),
        contacts=contact_cards(site, group.key),
        places=_served(site, group),
        doubt=doubt(group),
        subscription=subscription(frame, frame.name, routes.calendar_feed(group.key)),
        calendar_address=routes.calendar(group.key),
        news_address=routes.news_list(group.key),
        contacts_address=routes.contacts(group.key),
        poster_address=routes.poster(group.key),
        data=_organisation(frame, group),
        updated=group.updated,
        review_by=group.review_by,
    )
    return Target(group.address, "html", view, (group.where,))


def _served(site: Site, group: Group) -> tuple[str, ...]:
    """Return the names of the places that a group serves, towns and villages before postcodes."""
    today = site.clock.today
    now = [area for area in site.ground.areas if group.key in area.groups and area.days.include(today)]
    return tuple(area.name for area in sorted(now, key=lambda area: area.kind == "postcode"))


def _organisation(frame: Frame, group: Group) -> OrganisationData:
    return OrganisationData(
        name=group.title,
        short_name="",
        url=frame.absolute(group.address),
        email=group.email,
        phone="",
        address="",
        area=group.area,
        parent=frame.board.name,
        parent_url=frame.board.base_url,
    )
