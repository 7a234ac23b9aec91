"""Everything a visitor may look for, each with the words by which it is found: for the A to Z and the search index.

Only what is on public pages: the Site holds no drafts, no private events and nothing that waits for its day unless a
preview asked for them, and what has expired is left out here. People are found by their roles, never by their names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import IntEnum

from boardsite.audiences import for_whom
from boardsite.calendars.events import OFF
from boardsite.clock import short_date
from boardsite.dataclass import dataclass
from boardsite.model import routes
from boardsite.model.entities import Article, Event, Site
from boardsite.pages import places
from boardsite.pages.kept import Plans
from boardsite.pages.rows import Dated, EventRow, coming, event_row, listed_news
from boardsite.text import count, excerpt, listed

SUMMARY = 140  # letters of a summary, and as many of an event's description
MORE_DATES = 12  # days of a series that are found by their date


class Kind(IntEnum):
    """What a thing is; in the order in which results of the same worth are grouped."""

    PAGE = 0
    GROUP = 1
    EVENT = 2
    NEWS = 3
    CONTACT = 4
    PLACE = 5


_BY_YEAR = {Kind.NEWS: ("News", routes.news_year), Kind.EVENT: ("Events", routes.calendar_year)}


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """One thing. `note` says what it is, `found_by` holds words that are looked for and not shown.

    `line` is a note that stays true for long, for the A to Z. `day` decides whether an event is over and how new a
    piece of news is (ISO 8601, "" for the rest).
    """

    kind: Kind
    title: str
    address: str
    line: str = ""
    note: str = ""
    summary: str = ""
    found_by: tuple[str, ...] = ()
    day: str = ""


def entries(site: Site, plans: Plans) -> Iterator[SearchEntry]:
    """Yield everything on the site."""
    yield from (_page(page) for page in site.pages if not page.has_expired)
    yield from _groups(site)
    yield from _lists(site)
    yield from (plans.of((_news, item.address), _news, site, item) for item in listed_news(site))
    yield from (plans.of((_event, event.address), _event, site, event) for event in site.events)
    yield from _contacts(site)
    yield from _places(site)


def _page(page: Article) -> SearchEntry:
    return SearchEntry(
        Kind.PAGE, page.title, page.address, summary=excerpt(page.summary, SUMMARY), found_by=tuple(_inside(page))
    )


def _inside(article: Article) -> Iterator[str]:
    yield from (heading.text for heading in article.headings)
    yield from article.tags
    yield from (priority.name for priority in article.priorities)
    yield from (attachment.title for attachment in article.attachments)


def _groups(site: Site) -> Iterator[SearchEntry]:
    for group in site.groups:
        title = group.title
        yield SearchEntry(
            Kind.GROUP, title, group.address, "Local group", "", excerpt(group.summary, SUMMARY),
            (group.area, *(heading.text for heading in group.headings)),
        )  # fmt: skip
        yield SearchEntry(Kind.GROUP, f"{title} calendar", routes.calendar(group.key))
        yield SearchEntry(Kind.GROUP, f"{title} contacts", routes.contacts(group.key))
        yield SearchEntry(Kind.GROUP, f"{title} news", routes.news_list(group.key))


def _lists(site: Site) -> Iterator[SearchEntry]:
    for address, title in ((routes.NEWS, "News"), (routes.CALENDAR, "Calendar"), (routes.CONTACTS, "Contacts")):
        yield SearchEntry(Kind.PAGE, title, address)
    yield SearchEntry(
        Kind.PAGE, f"Find your {site.board.group_word}", routes.GROUPS,
        found_by=("map", "towns", "parishes", "postcodes", site.board.group_meaning),
    )  # fmt: skip
    if site.board.statement:
        yield SearchEntry(Kind.PAGE, "Accessibility statement", routes.ACCESSIBILITY)
    if site.glossary:
        words = tuple(name for word in site.glossary.words for name in (word.word, word.full) if name)
        line = "What short forms and special words mean"
        yield SearchEntry(Kind.PAGE, site.glossary.title, routes.GLOSSARY, line, found_by=words)


def _who(site: Site, key: str) -> str:
    group = site.group(key)
    return group.title if group else site.board.short_name


def _news(site: Site, item: Article) -> SearchEntry:
    line = f"News of {_who(site, item.group)}" + (f", {short_date(item.published)}" if item.published else "")
    return SearchEntry(
        Kind.NEWS,
        item.title,
        item.address,
        line,
        line,
        excerpt(item.summary, SUMMARY),
        tuple(_inside(item)),
        item.published.isoformat() if item.published else "",
    )


def _event(site: Site, event: Event) -> SearchEntry:
    series, who = event.series, _who(site, event.group)
    line = f"Event of {who}" + ("" if series.is_recurring else f", {short_date(series.when.first)}")
    found = tuple(Dated(event, occurrence) for occurrence in event.occurrences)
    ahead = coming(found, site)
    on = tuple(d for d in ahead if d.occurrence.details.status not in OFF)
    shown = next(iter(on or ahead or found[-1:]), None)
    if shown is None:
        return SearchEntry(Kind.EVENT, series.details.title, event.address, line, line, day=str(series.when.last))
    row, details = event_row(shown, site), shown.occurrence.details
    return SearchEntry(
        Kind.EVENT,
        details.title,
        event.address,
        line,
        _when_and_where(row, len(ahead) - 1),
        excerpt(details.description, SUMMARY),
        (
            *(for_whom(word) for word in details.audience),
            details.kind.replace("-", " "),
            *(place.address for place in event.places),
            *(short_date(d.occurrence.when.first) for d in ahead[:MORE_DATES]),
        ),
        row.last.isoformat(),
    )


def _when_and_where(row: EventRow, more: int) -> str:
    parts = [row.when_words, row.place_words, row.group_name]
    status = f"{row.status}: " if row.status else ""
    dates = f" and {count(more, 'more date')}" if more > 0 else ""
    return status + parts[0] + dates + "".join(f", {part}" for part in parts[1:] if part)


def _contacts(site: Site) -> Iterator[SearchEntry]:
    for contact in site.contacts:
        note = ", ".join(part for part in (contact.organisation, _who(site, contact.group)) if part)
        yield SearchEntry(Kind.CONTACT, contact.role, routes.contacts(contact.group), "", note)


def _places(site: Site) -> Iterator[SearchEntry]:
    """Yield a place once for each of its groups, because it leads to that group."""
    for row in places.rows(site):
        for group in row.groups:
            others = [other.title for other in row.groups if other is not group]
            note = f"Served by {group.title}" + (f", and by {listed(others)}" if others else "")
            yield SearchEntry(Kind.PLACE, row.name, group.address, "", note)


def kind_names(site: Site) -> tuple[str, ...]:
    """Return the heading of each kind, in the order of Kind."""
    return ("Pages", site.board.group_words, "Events", "News", "Contacts", "Places")


def in_the_list(found: Iterable[SearchEntry], today: date) -> Iterator[SearchEntry]:
    """Yield what the A to Z lists: what has a page of its own, and of the years before the last one their lists."""
    first, years = str(today.year - 1), set()
    for entry in found:
        if entry.kind in _BY_YEAR and "" < entry.day < first:
            years.add((entry.kind, entry.day[:4]))
        elif entry.kind not in (Kind.CONTACT, Kind.PLACE):
            yield entry
    for kind, year in sorted(years):
        name, list_of = _BY_YEAR[kind]
        yield SearchEntry(kind, f"{name} of {year}", list_of("", int(year)))
