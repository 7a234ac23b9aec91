"""The board's own pages, the accessibility statement, and the page for addresses that lead nowhere."""

from __future__ import annotations

from datetime import date

from boardsite.dataclass import dataclass
from boardsite.model import routes
from boardsite.model.board_entities import ExitPage, HelpLevel, MenuLink, Statement
from boardsite.model.entities import Article, Picture, RichText, Site
from boardsite.pages.frame import Crumb, Frame, View
from boardsite.pages.frames import Frames
from boardsite.pages.news import news_priorities
from boardsite.pages.other_forms import Forms, VideoCard, video_card
from boardsite.pages.rows import (
    AttachmentRow,
    NewsRow,
    Topic,
    attachment_rows,
    listed_news,
    priority_links,
    topics,
)
from boardsite.pages.target import Target

RELATED_NEWS = 3
CONTENTS_FROM = 4


@dataclass(frozen=True, slots=True)
class PageLink:
    title: str
    address: str
    summary: str


@dataclass(frozen=True, slots=True)
class LevelCard:
    """A level of urgent help, and the words of the link to its page, "" where it has none."""

    help: HelpLevel
    link_words: str


@dataclass(frozen=True, slots=True)
class InformationView(View):
    """A page of the board. `levels` stand only on the page of urgent help; `contents` only on long pages.

    `forms` lead to the same page in other forms, `news_lists` to all news of the priorities that the page serves.
    """

    lead: str
    body: RichText
    contents: tuple[MenuLink, ...]
    children: tuple[PageLink, ...]
    siblings: tuple[PageLink, ...]
    levels: tuple[LevelCard, ...]
    picture: Picture | None
    attachments: tuple[AttachmentRow, ...]
    topics: tuple[Topic, ...]
    priorities: tuple[Topic, ...]
    forms: tuple[Topic, ...]
    video: VideoCard | None
    news: tuple[NewsRow, ...]
    news_lists: tuple[Topic, ...]
    updated: date | None
    review_by: date | None
    has_expired: bool
    note: str
    exit_page: ExitPage | None


@dataclass(frozen=True, slots=True)
class StatementView(View):
    statement: Statement
    site_name: str


@dataclass(frozen=True, slots=True)
class NotFoundView(View):
    links: tuple[MenuLink, ...]


def plan(frames: Frames) -> tuple[Target, ...]:
    site = frames.site
    forms = Forms.of(site)
    found = [_page(frames, forms, article) for article in site.pages if article.address != routes.HOME]
    if site.board.statement:
        found.append(_statement(frames.of(None), site.board.statement))
    found.append(_not_found(frames.of(None)))
    return tuple(found)


def _page(frames: Frames, forms: Forms, article: Article) -> Target:
    site = frames.site
    ancestors = _ancestors(site, article.address)
    top = "/" + article.address.strip("/").split("/")[0] + "/"
    menu = next((m.address for m in site.board.menu if m.address in (article.address, top)), "")
    frame = frames.of(None, menu)
    wanted = {priority.key for priority in article.priorities}
    related = [n for n in listed_news(site) if wanted & {p.key for p in n.priorities}] if wanted else []
    headings = [h for h in article.headings if h.level == 2]
    view = InformationView(
        head=frame.page(
            "information",
            article.address,
            article.title,
            description=article.summary,
            parents=tuple(Crumb(a.title, a.address) for a in ancestors),
            is_hidden_from_search=article.has_expired or article.is_draft,
            picture=article.picture,
        ),
        lead=article.summary,
        body=site.texts[article.where.path],
        contents=tuple(MenuLink(h.text, f"#{h.id}") for h in headings) if len(headings) >= CONTENTS_FROM else (),
        children=_links(site, forms, article.address, article.address),
        siblings=_links(site, forms, ancestors[-1].address, article.address) if ancestors else (),
        levels=_levels(site) if article.address == site.board.urgent.address.partition("#")[0] else (),
        picture=article.picture,
        attachments=attachment_rows(article.attachments),
        topics=topics(article),
        priorities=tuple(link for link in priority_links(article) if link.address != article.address),
        forms=forms.links(article),
        video=video_card(article.video),
        news=tuple(map(frame.news_row, related[:RELATED_NEWS])),
        news_lists=tuple(link for link in news_priorities(site) if link.label in {p.name for p in article.priorities}),
        updated=article.updated,
        review_by=article.review_by,
        has_expired=article.has_expired,
        note="Draft" if article.is_draft else "",
        exit_page=site.board.exit_page if article.is_sensitive else None,
    )
    return Target(article.address, "html", view, (article.where,))


def _levels(site: Site) -> tuple[LevelCard, ...]:
    titles = {page.address: page.title for page in site.pages}
    levels = site.board.urgent.levels
    return tuple(LevelCard(each, each.page and titles.get(each.page.partition("#")[0], "Read more")) for each in levels)


def _ancestors(site: Site, address: str) -> list[Article]:
    """Return the pages above an address, from the top down, the home page left out."""
    return sorted(
        (a for a in site.pages if a.address != routes.HOME and a.address != address and address.startswith(a.address)),
        key=lambda article: len(article.address),
    )


def _links(site: Site, forms: Forms, above: str, current: str) -> tuple[PageLink, ...]:
    """Return the pages directly below an address, in their order; other forms of a page have links of their own."""
    left_out = {current, *forms.whole}
    inside = [
        page
        for page in site.pages
        if page.address.startswith(above)
        and page.address.removeprefix(above).count("/") == 1
        and page.address not in left_out
        and not page.has_expired
    ]
    return tuple(PageLink(page.title, page.address, page.summary) for page in inside)


def _statement(frame: Frame, statement: Statement) -> Target:
    page = frame.page(
        "statement",
        routes.ACCESSIBILITY,
        f"Accessibility statement for the {frame.board.name} website",
        window="Accessibility statement",
        description="How accessible this website is, what does not work yet, and how to tell us.",
    )
    return Target(routes.ACCESSIBILITY, "html", StatementView(page, statement, frame.board.name))


def _not_found(frame: Frame) -> Target:
    page = frame.page(
        "not-found",
        routes.NOT_FOUND,
        "Page not found",
        description="There is no page here.",
        is_hidden_from_search=True,
    )
    links = (*frame.board.menu, MenuLink("A to Z of this site", routes.SEARCH), MenuLink("Home", routes.HOME))
    return Target(routes.NOT_FOUND, "html", NotFoundView(page, links))
