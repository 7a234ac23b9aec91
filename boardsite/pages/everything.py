"""The A to Z of everything on the site: what a search finds, without a script."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from boardsite.clock import short_date
from boardsite.model import routes
from boardsite.model.entities import Site
from boardsite.pages.frame import Frames, View
from boardsite.pages.rows import listed_news
from boardsite.pages.target import Target
from boardsite.text import slug

TITLE = "A to Z of this site"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing: its name, where it is, and what it is in a few words."""

    title: str
    address: str
    note: str


@dataclass(frozen=True, slots=True)
class EntryLetter:
    letter: str
    anchor: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class EverythingView(View):
    letters: tuple[EntryLetter, ...]


def plan(frames: Frames) -> tuple[Target, ...]:
    site = frames.site
    letters: dict[str, list[Entry]] = {}
    for entry in sorted(_entries(site), key=lambda entry: (slug(entry.title), entry.title, entry.address)):
        first = slug(entry.title)[:1].upper()
        letters.setdefault(first if first.isalpha() else "0 to 9 and others", []).append(entry)
    page = frames.of(None).page(
        "everything", routes.SEARCH, TITLE, description=f"Everything on the {site.board.name} site."
    )
    view = EverythingView(
        page, tuple(EntryLetter(letter, f"at-{slug(letter)}", tuple(found)) for letter, found in letters.items())
    )
    return (Target(routes.SEARCH, "html", view),)


def _entries(site: Site) -> Iterator[Entry]:
    names = {group.key: group.title for group in site.groups}
    for page in site.pages:
        if not page.has_expired:
            yield Entry(page.title, page.address, "")
    for group in site.groups:
        yield Entry(group.title, group.address, "Local group")
        yield Entry(f"{group.title} calendar", routes.calendar(group.key), "")
        yield Entry(f"{group.title} contacts", routes.contacts(group.key), "")
        yield Entry(f"{group.title} news", routes.news_list(group.key), "")
    for address, title in ((routes.NEWS, "News"), (routes.CALENDAR, "Calendar"), (routes.CONTACTS, "Contacts")):
        yield Entry(title, address, "")
    yield Entry(f"Find your {site.board.group_word}", routes.GROUPS, "")
    if site.board.statement:
        yield Entry("Accessibility statement", routes.ACCESSIBILITY, "")
    for item in listed_news(site):
        who = names.get(item.group, site.board.short_name)
        yield Entry(item.title, item.address, f"News of {who}, {short_date(item.published)}" if item.published else "")
    for event in site.events:
        who = names.get(event.group, site.board.short_name)
        series = event.series
        day = "" if series.is_recurring else f", {short_date(series.when.first)}"
        yield Entry(series.details.title, event.address, f"Event of {who}{day}")
