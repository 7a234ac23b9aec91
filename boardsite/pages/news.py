"""News: lists in pages, lists by year, topics, and the items themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boardsite.model import routes
from boardsite.model.board_entities import MenuLink, Priority
from boardsite.model.entities import Article, Picture, RichText
from boardsite.pages.frame import Crumb, Frame, Frames, View
from boardsite.pages.rows import AttachmentRow, NewsRow, Topic, attachment_rows, listed_news, news_row
from boardsite.pages.target import Target
from boardsite.text import slug

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

    `guides` are the board's own pages about the same topic.
    """

    guides: tuple[MenuLink, ...]
    rows: tuple[NewsRow, ...]
    pages: tuple[PageLink, ...]
    previous: str
    next: str
    years: tuple[YearLink, ...]
    feed: str
    is_board: bool
    empty_words: str


@dataclass(frozen=True, slots=True)
class NewsItemView(View):
    published: date
    lead: str
    body: RichText
    group_name: str
    group_theme: int
    updated: date | None
    review_by: date | None
    has_expired: bool
    note: str
    topics: tuple[Topic, ...]
    priorities: tuple[Priority, ...]
    picture: Picture | None
    attachments: tuple[AttachmentRow, ...]
    newer: MenuLink | None
    older: MenuLink | None


def plan(frames: Frames) -> tuple[Target, ...]:
    site = frames.site
    found: list[Target] = []
    for frame in frames.sections(routes.NEWS):
        listed = listed_news(site, frame.key or None)
        found += _lists(frame, listed)
        found += _years(frame, listed)
        own = [item for item in site.news if item.group == frame.key]
        found += [_item(frame, item, listed_news(site, frame.key)) for item in own]
    found += _tags(frames.of(None, routes.NEWS))
    return tuple(found)


def _title(frame: Frame) -> str:
    return f"{frame.name} news" if frame.group else "News"


def _lists(frame: Frame, listed: tuple[Article, ...]) -> list[Target]:
    last = max(1, -(-len(listed) // PER_PAGE))
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
        rows = tuple(news_row(item, frame.site) for item in listed[(number - 1) * PER_PAGE : number * PER_PAGE])
        view = NewsListView(
            head=page,
            guides=(),
            rows=rows,
            pages=_page_links(frame, number, last),
            previous=routes.news_list(frame.key, number - 1) if number > 1 else "",
            next=routes.news_list(frame.key, number + 1) if number < last else "",
            years=_year_links(frame, listed, None),
            feed=routes.news_feed(frame.key),
            is_board=frame.group is None,
            empty_words=f"The {frame.name} has no news at the moment.",
        )
        found.append(Target(address, "html", view))
    return found


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


def _years(frame: Frame, listed: tuple[Article, ...]) -> list[Target]:
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
            rows=tuple(news_row(item, frame.site) for item in of_year),
            pages=(),
            previous="",
            next="",
            years=_year_links(frame, listed, year),
            feed=routes.news_feed(frame.key),
            is_board=frame.group is None,
            empty_words="",
        )
        found.append(Target(address, "html", view))
    return found


def _tags(frame: Frame) -> list[Target]:
    """Topics are shared by the board and all groups: one page for each, with its news and the board's own pages."""
    site = frame.site
    names: dict[str, str] = {}
    about: dict[str, tuple[list[MenuLink], list[Article]]] = {}
    pages = [page for page in site.pages if not page.has_expired]
    for article in (*pages, *listed_news(site)):
        for tag in article.tags:
            key = slug(tag)
            if key:
                names.setdefault(key, tag)
                guides, items = about.setdefault(key, ([], []))
                if article.published:
                    items.append(article)
                else:
                    guides.append(MenuLink(article.title, article.address))
    return [_tag(frame, key, names[key], *found) for key, found in sorted(about.items())]


def _tag(frame: Frame, key: str, name: str, guides: list[MenuLink], items: list[Article]) -> Target:
    address = routes.tag(key)
    view = NewsListView(
        head=frame.page(
            "news-list",
            address,
            f"Topic: {name}",
            description=f"What the {frame.board.name} and its groups have written about {name}.",
            parents=(Crumb("News", routes.NEWS),),
        ),
        guides=tuple(guides),
        rows=tuple(news_row(item, frame.site) for item in items),
        pages=(),
        previous="",
        next="",
        years=(),
        feed=routes.news_feed(""),
        is_board=True,
        empty_words="There is no news about this at the moment.",
    )
    return Target(address, "html", view)


def _item(frame: Frame, item: Article, listed: tuple[Article, ...]) -> Target:
    at = next((number for number, other in enumerate(listed) if other.address == item.address), None)
    newer = listed[at - 1] if at else None
    older = listed[at + 1] if at is not None and at + 1 < len(listed) else None
    row = news_row(item, frame.site)
    view = NewsItemView(
        head=frame.page(
            "news-item",
            item.address,
            item.title,
            description=item.summary,
            parents=(Crumb(_title(frame), routes.news_list(frame.key)),),
            is_hidden_from_search=item.has_expired or item.is_draft or item.is_waiting,
        ),
        published=row.date,
        lead=item.summary,
        body=frame.site.texts[item.where.path],
        group_name=row.group_name,
        group_theme=row.group_theme,
        updated=item.updated,
        review_by=item.review_by,
        has_expired=item.has_expired,
        note=row.note,
        topics=row.topics,
        priorities=item.priorities,
        picture=item.picture,
        attachments=attachment_rows(item.attachments),
        newer=MenuLink(newer.title, newer.address) if newer else None,
        older=MenuLink(older.title, older.address) if older else None,
    )
    return Target(item.address, "html", view, (item.where,))
