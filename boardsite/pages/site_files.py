"""Files for machines: sitemap, robots, status, and the rules for hosts, all from the tables here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from urllib.parse import urlsplit

from boardsite.clock import Month
from boardsite.diagnostics import Location
from boardsite.model import routes
from boardsite.model.entities import Site
from boardsite.pages.calendar_index import shown_months
from boardsite.pages.frame import Frames, PageView, View
from boardsite.pages.rows import dated
from boardsite.pages.target import Target, TextView

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'"
)
HEADERS = (
    (
        "/*",
        (
            ("Content-Security-Policy", POLICY),
            ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", "DENY"),
            ("Referrer-Policy", "no-referrer"),
            ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), browsing-topics=()"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Strict-Transport-Security", "max-age=31536000"),
        ),
    ),
    ("/assets/*", (("Cache-Control", "public, max-age=31536000, immutable"),)),
    ("/images/*", (("Cache-Control", "public, max-age=31536000, immutable"),)),
    (
        "/*.ics",
        (
            ("Content-Type", "text/calendar; charset=utf-8"),
            ("Access-Control-Allow-Origin", "*"),
            ("Cache-Control", "public, max-age=3600"),
        ),
    ),
    ("/*.xml", (("Access-Control-Allow-Origin", "*"),)),
    ("/*.vcf", (("Content-Type", "text/vcard; charset=utf-8"),)),
)


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    address: str
    changed: date | None


@dataclass(frozen=True, slots=True)
class SitemapView:
    entries: tuple[SitemapEntry, ...]


@dataclass(frozen=True, slots=True)
class StatusView:
    """When the site was made and of how much. `moment` is aware."""

    moment: datetime
    groups: int
    news: int
    pages: int
    events: int
    coming: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class MovedView(View):
    """What stands at an old address: where the page is now."""

    new_address: str
    new_title: str


def plan(frames: Frames, targets: Iterable[Target]) -> tuple[Target, ...]:
    """Return the machines' files; the sitemap lists the pages among the other targets."""
    site = frames.site
    moved = _moved(frames)
    base = urlsplit(site.board.base_url).path.rstrip("/")
    redirects = [*((old, new) for old, new, _, _ in moved), *_old_months(frames)]
    found = [
        Target("/robots.txt", "text", TextView(_robots(site))),
        Target("/status.json", "json", _status(site)),
        Target("/_headers", "text", TextView(tuple(_headers()))),
        Target("/_redirects", "text", TextView(tuple(f"{base}{old} {base}{new} 301" for old, new in redirects))),
        *(_moved_page(frames, *entry) for entry in moved),
    ]
    if site.board.base_url:
        pages = [t.view.head for t in targets if isinstance(t.view, View)]
        entries = tuple(
            SitemapEntry(page.canonical, _changed(site, page))
            for page in sorted(pages, key=lambda page: page.address)
            if not page.is_hidden_from_search
        )
        found.append(Target("/sitemap.xml", "sitemap", SitemapView(entries)))
    return tuple(found)


def _changed(site: Site, page: PageView) -> date | None:
    for article in (*site.pages, *site.news):
        if article.address == page.address:
            return article.updated or article.published
    return None


def _robots(site: Site) -> tuple[str, ...]:
    lines = ["User-agent: *", "Allow: /"]
    if site.board.base_url:
        lines += ["", f"Sitemap: {site.board.base_url}sitemap.xml"]
    return tuple(lines)


def _headers() -> Iterable[str]:
    for path, rules in HEADERS:
        yield path
        for name, value in rules:
            yield f"  {name}: {value}"


def _moved(frames: Frames) -> list[tuple[str, str, str, Location]]:
    """Return old address, new address, title and source of everything that has moved."""
    site = frames.site
    articles = [(a.aliases, a.address, a.title, a.where) for a in (*site.pages, *site.news)]
    groups = [(g.aliases, g.address, g.title, g.where) for g in site.groups]
    return [(old, new, title, where) for olds, new, title, where in (*articles, *groups) for old in olds]


def _moved_page(frames: Frames, old: str, new: str, title: str, where: Location) -> Target:
    page = frames.of(None).page(
        "moved", old, "This page has moved", description=f"{title} has a new address.", is_hidden_from_search=True,
        window=f"Moved: {title}",
    )  # fmt: skip
    page = replace(page, canonical=frames.of(None).absolute(new))
    return Target(old, "html", MovedView(page, new, title), (where,))


def _old_months(frames: Frames) -> Iterable[tuple[str, str]]:
    """A month's page goes when the month is long past; its address then leads to the list of its year."""
    for frame in frames.sections(routes.CALENDAR):
        dates = dated(frame.site, frame.key or None)
        shown = set(shown_months(frame, dates))
        for month in sorted({Month.of(found.occurrence.when.first) for found in dates} - shown):
            yield routes.month(frame.key, month), f"{routes.calendar_year(frame.key, month.year)}#in-{month}"


def _status(site: Site) -> StatusView:
    today = site.clock.today
    keys = ("", *(group.key for group in site.groups))
    coming = tuple(
        (key or "board", sum(o.when.last >= today for e in site.events if e.group == key for o in e.occurrences))
        for key in keys
    )
    return StatusView(site.clock.moment, len(site.groups), len(site.news), len(site.pages), len(site.events), coming)
