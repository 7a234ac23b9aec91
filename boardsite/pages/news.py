"""News: lists in pages, lists by year, and the items themselves. Lists by topic are in `news_topics`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time

from boardsite.dataclass import dataclass
from boardsite.model import routes
from boardsite.model.board_entities import MenuLink
from boardsite.model.entities import Article, Picture, RichText, Site
from boardsite.pages.frame import Crumb, Frame, View
from boardsite.pages.frames import SOME, Frames
from boardsite.pages.other_forms import VideoCard, video_card
from boardsite.pages.related import Related
from boardsite.pages.rows import (
    AttachmentRow,
    NewsRow,
    Topic,
    attachment_rows,
    featured_first,
    listed_news,
    priority_links,
)
from boardsite.pages.structured_data import NewsData
from boardsite.pages.target import Target

PER_PAGE = 20


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page of a long list; `is_gap` stands for the pages between its neighbours."""

    number: int
    address: str
    is_current: bool
    is_gap: bool


@dataclass(frozen=True, slots=True)
class YearLink:
    label: str
    address: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class NewsListView(View):
    """A list of news. `previous` and `next` are addresses or ""; `years` lead to the lists by year.

    `guides` are the board's own pages about the same topic, `priorities` lead to the lists of the board's priorities.
    """

    guides: tuple[MenuLink, ...]
    rows: tuple[NewsRow, ...]
    pages: tuple[PageLink, ...]
    previous: str
    next: str
    years: tuple[YearLink, ...]
    priorities: tuple[Topic, ...]
    feed: str
    is_board: bool
    empty_words: str


@dataclass(frozen=True, slots=True)
class NewsItemView(View):
    published: date
    body: RichText
    group_name: str
    group_theme: int
    updated: date | None
    review_by: date | None
    has_expired: bool
    note: str
    topics: tuple[Topic, ...]
    priorities: tuple[Topic, ...]
    picture: Picture | None
    video: VideoCard | None
    attachments: tuple[AttachmentRow, ...]
    related: tuple[NewsRow, ...]
    newer: MenuLink | None
    older: MenuLink | None
    data: NewsData


Neighbours = Mapping[str, tuple[MenuLink | None, MenuLink | None]]


def plan(frames: Frames) -> tuple[Target, ...]:
    related = frames.plans.of("related news", _related, frames.site)
    only, name = frames.only, "" if frames.only is None else SOME
    sections = frames.sections(routes.NEWS)
    return tuple(each for frame in sections for each in frame.kept(name, _section, related, only))


def _related(site: Site) -> Mapping[str, tuple[Article, ...]]:
    """Return the news that goes with each item, by its address."""
    related = Related.among(listed_news(site))
    return {item.address: related.to(item) for item in site.news}


def _section(
    frame: Frame, related: Mapping[str, tuple[Article, ...]], only: frozenset[str] | None
) -> tuple[Target, ...]:
    """Return the lists of a section, and the pages of its items: of all of them, or of `only` some addresses."""
    listed = listed_news(frame.site, frame.key or None)
    found = [*frame.kept("", _lists, listed), *frame.kept("", _years, listed)]
    key = frame.key
    neighbours = _neighbours(listed_news(frame.site, key), frame)
    for item in frame.site.news:
        if item.group == key and (only is None or item.address in only):
            newer_and_older = neighbours.get(item.address, (None, None))
            found.append(frame.kept(item.address, _item, item, *newer_and_older, related[item.address]))
    return tuple(found)


def _title(frame: Frame) -> str:
    return f"{frame.name} news" if frame.group else "News"


def _lists(frame: Frame, listed: tuple[Article, ...]) -> tuple[Target, ...]:
    last = max(1, -(-len(listed) // PER_PAGE))
    in_order, years = featured_first(listed, frame.key), _year_links(frame, listed, None)
    priorities = news_priorities(frame.site) if frame.group is None else ()
    found = []
    for number in range(1, last + 1):
        address = routes.news_list(frame.key, number)
        window = f"{_title(frame)}, page {number} of {last}" if last > 1 else ""
        page = frame.page(
            "news-list",
            address,
            _title(frame),
            window=window,
            description=f"News of the {frame.name}." if frame.group else f"News of the {frame.board.name}.",
            parents=(Crumb(_title(frame), routes.news_list(frame.key)),) if number > 1 else (),
        )
        shown = in_order[(number - 1) * PER_PAGE : number * PER_PAGE]
        view = NewsListView(
            head=page,
            guides=(),
            rows=tuple(map(frame.news_row, shown)),
            pages=_page_links(frame, number, last),
            previous=routes.news_list(frame.key, number - 1) if number > 1 else "",
            next=routes.news_list(frame.key, number + 1) if number < last else "",
            years=years,
            priorities=priorities,
            feed=routes.news_feed(frame.key),
            is_board=frame.group is None,
            empty_words=f"The {frame.name} has no news at the moment.",
        )
        found.append(Target(address, "html", view))
    return tuple(found)


def _page_links(frame: Frame, current: int, last: int) -> tuple[PageLink, ...]:
    """Return at most seven links: first, last, the current page and its neighbours, gaps between."""
    near = {1, last, current - 1, current, current + 1} | ({2, 3} if current == 1 else set())
    shown = [number for number in sorted(near) if 1 <= number <= last]
    links: list[PageLink] = []
    for number in shown:
        if links and number - links[-1].number > 1:
            links.append(PageLink(number - 1, "", False, True))
        links.append(PageLink(number, routes.news_list(frame.key, number), number == current, False))
    return tuple(links)


def _year_links(frame: Frame, listed: tuple[Article, ...], current: int | None) -> tuple[YearLink, ...]:
    years = sorted({item.published.year for item in listed if item.published}, reverse=True)
    return tuple(YearLink(str(year), routes.news_year(frame.key, year), year == current) for year in years)


def _years(frame: Frame, listed: tuple[Article, ...]) -> tuple[Target, ...]:
    found = []
    for year in sorted({item.published.year for item in listed if item.published}):
        address = routes.news_year(frame.key, year)
        of_year = tuple(item for item in listed if item.published and item.published.year == year)
        view = NewsListView(
            head=frame.page(
                "news-list",
                address,
                f"{_title(frame)} of {year}",
                description=f"What the {frame.name} published in {year}.",
                parents=(Crumb(_title(frame), routes.news_list(frame.key)),),
            ),
            guides=(),
            rows=tuple(map(frame.news_row, of_year)),
            pages=(),
            previous="",
            next="",
            years=_year_links(frame, listed, year),
            priorities=(),
            feed=routes.news_feed(frame.key),
            is_board=frame.group is None,
            empty_words="",
        )
        found.append(Target(address, "html", view))
    return tuple(found)


def news_priorities(site: Site) -> tuple[Topic, ...]:
    """Return the board's priorities of which there is news, each with the list of its news."""
    told = {priority.key for item in listed_news(site) for priority in item.priorities}
    return tuple(Topic(p.name, routes.news_priority(p.key)) for p in site.board.priorities if p.key in told)


def _item(
    frame: Frame, item: Article, newer: MenuLink | None, older: MenuLink | None, related: tuple[Article, ...]
) -> Target:
    row = frame.news_row(item)
    view = NewsItemView(
        head=frame.page(
            "news-item",
            item.address,
            item.title,
            description=item.summary,
            parents=(Crumb(_title(frame), routes.news_list(frame.key)),),
            is_hidden_from_search=item.has_expired or item.is_draft or item.is_waiting,
            picture=item.picture,
        ),
        published=row.date,
        body=frame.site.texts[item.where.path],
        group_name=row.group_name,
        group_theme=row.group_theme,
        updated=item.updated,
        review_by=item.review_by,
        has_expired=item.has_expired,
        note=row.note,
        topics=row.topics,
        priorities=priority_links(item),
        picture=item.picture,
        video=video_card(item.video),
        attachments=attachment_rows(item.attachments),
        related=tuple(map(frame.news_row, related)),
        newer=newer,
        older=older,
        data=_data(frame, item),
    )
    return Target(item.address, "html", view, (item.where,))


def _data(frame: Frame, item: Article) -> NewsData:
    moment = frame.site.clock.local(item.published_at) if item.published_at else None
    return NewsData(
        headline=item.title,
        url=frame.absolute(item.address),
        published=_iso(moment) if moment else "",
        changed=item.updated.isoformat() if item.updated else "",
        description=item.summary,
        image=frame.absolute(item.picture.fallback.address) if item.picture else "",
        publisher=frame.group.title if frame.group else frame.board.name,
        publisher_url=frame.absolute(routes.section(frame.key)),
    )


def _iso(moment: datetime) -> str:
    """News without a time is of its day, and known from its midnight on."""
    return moment.isoformat() if moment.time() > time(0) else moment.date().isoformat()


def _neighbours(listed: tuple[Article, ...], frame: Frame) -> Neighbours:
    """Return the next newer and the next older item of each item of a section's list, by its address."""
    links = (None, *frame.plans.memory.each(("neighbours", frame.key), _link, listed), None)
    return {item.address: (links[number], links[number + 2]) for number, item in enumerate(listed)}


def _link(item: Article) -> MenuLink:
    return MenuLink(item.title, item.address)
