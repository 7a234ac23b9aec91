"""Files for machines: sitemap, robots, status, and the rules for hosts, all from the tables here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from urllib.parse import urlsplit

from boardsite.clock import Month
from boardsite.dataclass import dataclass
from boardsite.diagnostics import Location
from boardsite.model import routes
from boardsite.model.board_entities import SecurityContact
from boardsite.model.entities import Site
from boardsite.pages.calendar_index import shown_months
from boardsite.pages.form_headers import Rule, with_forms
from boardsite.pages.frame import View
from boardsite.pages.frames import Frames
from boardsite.pages.freshness import horizon
from boardsite.pages.target import Shelved, Target, TextView
from boardsite.schema.documents import BOARD

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'"
)
HEADERS: tuple[Rule, ...] = (
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
class CalendarHealth:
    """How the copy of a published calendar is: "ok", or the word for its trouble and since when."""

    group: str
    name: str
    state: str
    since: date | None


@dataclass(frozen=True, slots=True)
class StatusView:
    """When the site was made and of how much. `moment` is aware.

    `good_until` is the next moment at which anything on it may be read differently, be it that a day begins;
    `next_change` the next at which an event ends, or a page appears or expires, as far as we can see. `to_come` has
    address, mark, last end and file of the events to come of each group.
    """

    moment: datetime
    groups: int
    news: int
    pages: int
    events: int
    coming: tuple[tuple[str, int], ...]
    good_until: datetime
    next_change: datetime | None
    to_come: tuple[tuple[str, tuple[tuple[str, str, datetime, str], ...]], ...]
    calendars: tuple[CalendarHealth, ...] = ()


@dataclass(frozen=True, slots=True)
class MovedView(View):
    """What stands at an old address: where the page is now."""

    new_address: str
    new_title: str


def plan(frames: Frames, targets: Iterable[Target]) -> tuple[Target, ...]:
    """Return the machines' files; the sitemap lists the pages among the other targets."""
    site, targets = frames.site, tuple(targets)
    moved = _moved(frames)
    base = urlsplit(site.board.base_url).path.rstrip("/")
    old_months = frames.kept("", _old_months)
    redirects = [*((old, new) for old, new, _, _ in moved), *old_months]
    found = [
        Target("/robots.txt", "text", TextView(_robots(frames))),
        Target("/status.json", "json", frames.plans.of("status", _status, site)),
        Target("/_headers", "text", TextView(tuple(_headers(frames, targets)))),
        Target("/_redirects", "text", TextView(tuple(f"{base}{old} {base}{new} 301" for old, new in redirects))),
        *(_moved_page(frames, *entry) for entry in moved),
    ]
    if site.board.security:
        found.append(Target(routes.SECURITY, "text", TextView(tuple(_security(frames, site.board.security)))))
    if site.board.base_url:
        each_listed = frames.plans.memory.each("listed", _listed, targets)
        pages = tuple(each for each in each_listed if each is not None)
        found.append(Target("/sitemap.xml", "sitemap", frames.plans.of("sitemap", _sitemap, site, pages)))
    return tuple(found)


def _listed(target: Target) -> tuple[str, str] | None:
    public = listed(target.view)
    return (target.address, public) if public else None


def listed(view: object) -> str:
    """Return the public address of a page that search engines may list, else ""."""
    if isinstance(view, Shelved):
        return view.listed
    return view.head.canonical if isinstance(view, View) and not view.head.is_hidden_from_search else ""


def _sitemap(site: Site, pages: Iterable[tuple[str, str]]) -> SitemapView:
    changed = {each.address: each.updated or each.published for each in (*site.pages, *site.news)}
    return SitemapView(tuple(SitemapEntry(public, changed.get(address)) for address, public in sorted(pages)))


def _robots(frames: Frames) -> tuple[str, ...]:
    board = frames.board
    forms = [f"Disallow: {urlsplit(board.base_url).path.rstrip('/')}/admin/"] if frames.has_forms else []
    lines = ["User-agent: *", *forms, "Allow: /"]
    if board.base_url:
        lines += ["", f"Sitemap: {board.base_url}sitemap.xml"]
    return tuple(lines)


def _security(frames: Frames, security: SecurityContact) -> Iterable[str]:
    """Yield the lines of security.txt (RFC 9116); only with a public address can it say where it is."""
    frame = frames.of(None)
    yield f"Contact: mailto:{security.contact}"
    yield f"Expires: {security.expires}T00:00:00.000Z"
    yield f"Preferred-Languages: {frame.board.language.partition('-')[0]}"
    if frame.board.base_url:
        yield f"Canonical: {frame.absolute(routes.SECURITY)}"
        if security.policy:
            yield f"Policy: {frame.absolute(security.policy)}"


def _headers(frames: Frames, targets: Iterable[Target]) -> Iterable[str]:
    editing, table = frames.board.editing, HEADERS
    if editing is not None and frames.has_forms:
        made = ("/404.html", "/assets/", "/robots.txt", "/status.json", "/sitemap.xml")
        table = with_forms(HEADERS, (*made, *(target.address for target in targets)), editing)
    for path, rules in table:
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


def _old_months(frames: Frames) -> tuple[tuple[str, str], ...]:
    """A month's page goes when the month is long past; its address then leads to the list of its year."""
    found: list[tuple[str, str]] = []
    for frame in frames.sections(routes.CALENDAR):
        gone = sorted({Month.of(found.occurrence.when.first) for found in frame.dates} - set(shown_months(frame)))
        years = (f"{routes.calendar_year(frame.key, month.year)}#in-{month}" for month in gone)
        found += zip((routes.month(frame.key, month) for month in gone), years, strict=True)
    return tuple(found)


def _status(site: Site) -> StatusView:
    today = site.clock.today
    keys = ("", *(group.key for group in site.groups))
    coming = tuple(
        (key or BOARD, sum(o.when.last >= today for e in site.events if e.group == key for o in e.occurrences))
        for key in keys
    )
    calendars = tuple(
        CalendarHealth(group.key, feed.name, feed.trouble or "ok", feed.since)
        for group in site.groups
        for feed in group.feeds
    )
    to_come = tuple((key or BOARD, tuple(_to_come(site, key))) for key in keys)
    good_until, next_change = horizon(site)
    sizes = len(site.groups), len(site.news), len(site.pages), len(site.events)
    return StatusView(site.made, *sizes, coming, good_until, next_change, to_come, calendars)


def _to_come(site: Site, key: str) -> Iterable[tuple[str, str, datetime, str]]:
    """Yield what the next build compares with, of each event of a group that is not over."""
    for event in site.events:
        if event.group == key and event.occurrences:
            over_at = max(occurrence.when.is_over_at for occurrence in event.occurrences)
            if over_at > site.clock.moment:
                yield event.address, event.mark, over_at, event.series.path
