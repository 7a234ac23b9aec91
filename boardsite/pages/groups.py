"""All groups with the A to Z of places, and the home page of each group."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boardsite.calendars.events import Status
from boardsite.model import routes
from boardsite.model.entities import Group, RichText, Site
from boardsite.pages.contacts import ContactCard, contact_cards
from boardsite.pages.frame import Frame, Frames, View
from boardsite.pages.rows import EventRow, NewsRow, coming, dated, event_row, listed_news, news_row
from boardsite.pages.subscribe import Subscription, subscription
from boardsite.pages.target import Target
from boardsite.text import slug

EVENTS_SHOWN = 5
NEWS_SHOWN = 4


@dataclass(frozen=True, slots=True)
class GroupCard:
    """A group in a list. `next_event` is the line of its next date, or ""."""

    name: str
    title: str
    address: str
    theme: int
    area: str
    summary: str
    next_event: EventRow | None


@dataclass(frozen=True, slots=True)
class AreaGroup:
    title: str
    address: str
    theme: int


@dataclass(frozen=True, slots=True)
class AreaRow:
    """A place of the A to Z and the groups that serve it."""

    name: str
    kind: str
    groups: tuple[AreaGroup, ...]


@dataclass(frozen=True, slots=True)
class AreaLetter:
    letter: str
    rows: tuple[AreaRow, ...]


@dataclass(frozen=True, slots=True)
class GroupsView(View):
    lead: str
    groups: tuple[GroupCard, ...]
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
    subscription: Subscription
    calendar_address: str
    news_address: str
    contacts_address: str
    updated: date | None
    review_by: date | None


def plan(frames: Frames) -> tuple[Target, ...]:
    site = frames.site
    everything = [_index(frames.of(None, routes.GROUPS))]
    everything += [_home(frames.of(group, routes.GROUPS), group) for group in site.groups]
    return tuple(everything)


def group_cards(site: Site) -> tuple[GroupCard, ...]:
    """Return the card of every group in order."""
    cards = []
    for group in site.groups:
        ahead = coming(dated(site, group.key), site)
        on = [d for d in ahead if d.occurrence.details.status is not Status.CANCELLED]
        following = event_row(on[0], site) if on else None
        cards.append(
            GroupCard(group.name, group.title, group.address, group.theme, group.area, group.summary, following)
        )
    return tuple(cards)


def _index(frame: Frame) -> Target:
    site = frame.site
    board = site.board
    meaning = f"{board.group_words}: {board.group_meaning}s" if board.group_meaning else board.group_words
    page = frame.page(
        "groups", routes.GROUPS, f"Find your {board.group_word}", window=meaning, tells_the_future=True,
        description=f"The {board.group_words} of the {board.name} and the places they serve.",
    )  # fmt: skip
    rows = [(area, _area_row(site, area.name, area.kind, area.groups)) for area in site.areas]
    letters: dict[str, list[AreaRow]] = {}
    for area, row in rows:
        if area.kind != "postcode":
            letters.setdefault((slug(area.name)[:1] or area.name[:1]).upper(), []).append(row)
    view = GroupsView(
        head=page,
        lead=_index_lead(site),
        groups=group_cards(site),
        letters=tuple(AreaLetter(letter, tuple(found)) for letter, found in sorted(letters.items())),
        postcodes=tuple(row for area, row in rows if area.kind == "postcode"),
    )
    return Target(routes.GROUPS, "html", view)


def _index_lead(site: Site) -> str:
    board = site.board
    meaning = f"{board.group_word} stands for {board.group_meaning}. " if board.group_meaning else ""
    return meaning + ("Look for your town, parish or postcode below." if site.areas else "")


def _area_row(site: Site, name: str, kind: str, keys: tuple[str, ...]) -> AreaRow:
    served = [group for group in site.groups if group.key in keys]
    return AreaRow(name, kind, tuple(AreaGroup(group.title, group.address, group.theme) for group in served))


def _home(frame: Frame, group: Group) -> Target:
    site = frame.site
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
        events=tuple(event_row(found, site) for found in coming(dated(site, group.key), site)[:EVENTS_SHOWN]),
        news=tuple(news_row(item, site) for item in listed_news(site, group.key)[:NEWS_SHOWN]),
        contacts=contact_cards(site, group.key),
        places=_served(site, group),
        subscription=subscription(frame, frame.name, routes.calendar_feed(group.key)),
        calendar_address=routes.calendar(group.key),
        news_address=routes.news_list(group.key),
        contacts_address=routes.contacts(group.key),
        updated=group.updated,
        review_by=group.review_by,
    )
    return Target(group.address, "html", view, (group.where,))


def _served(site: Site, group: Group) -> tuple[str, ...]:
    """Return the names of the places that a group serves, towns and villages before postcodes."""
    areas = sorted((area for area in site.areas if group.key in area.groups), key=lambda area: area.kind == "postcode")
    return tuple(area.name for area in areas)
