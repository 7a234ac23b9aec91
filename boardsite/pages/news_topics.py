"""News by topic and by priority: what the board and all groups have written about one thing, newest first."""

from __future__ import annotations

from boardsite.model import routes
from boardsite.model.board_entities import MenuLink, Priority
from boardsite.model.entities import Article
from boardsite.pages.frame import Crumb, Frame
from boardsite.pages.frames import Frames
from boardsite.pages.news import NewsListView
from boardsite.pages.rows import listed_news
from boardsite.pages.target import Target
from boardsite.text import slug


def plan(frames: Frames) -> tuple[Target, ...]:
    frame = frames.of(None, routes.NEWS)
    return (*_tags(frame), *_priorities(frame))


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
    return [
        _list(frame, routes.tag(key), f"Topic: {names[key]}", names[key], guides, items)
        for key, (guides, items) in sorted(about.items())
    ]


def _priorities(frame: Frame) -> list[Target]:
    """Each priority of which there is news has a list; the page of the priority itself stands above it."""
    site = frame.site
    made = []
    for priority in site.board.priorities:
        items = [item for item in listed_news(site) if priority.key in {each.key for each in item.priorities}]
        if items:
            address, title = routes.news_priority(priority.key), f"News about our priority: {priority.name}"
            made.append(_list(frame, address, title, priority.name, _guide(priority), items))
    return made


def _guide(priority: Priority) -> list[MenuLink]:
    return [MenuLink(priority.name, priority.address)] if priority.address else []


def _list(frame: Frame, address: str, title: str, about: str, guides: list[MenuLink], items: list[Article]) -> Target:
    view = NewsListView(
        head=frame.page(
            "news-list",
            address,
            title,
            description=f"What the {frame.board.name} and its groups have written about {about}.",
            parents=(Crumb("News", routes.NEWS),),
        ),
        guides=tuple(guides),
        rows=tuple(map(frame.news_row, items)),
        pages=(),
        previous="",
        next="",
        years=(),
        priorities=(),
        feed=routes.news_feed(""),
        is_board=True,
        empty_words="There is no news about this at the moment.",
    )
    return Target(address, "html", view)
