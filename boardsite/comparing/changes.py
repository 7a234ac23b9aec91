"""What a new site says differently from an old one, section by section: the board first, then the groups.

Pure: two Sites made for the same moment in, sentences' ingredients out. The words are in `messages.changes`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import TypeVar

from boardsite.comparing.bare import same
from boardsite.comparing.event_changes import event_changes
from boardsite.comparing.kinds import Change, Verb
from boardsite.dataclass import dataclass
from boardsite.messages import changes as messages
from boardsite.model.entities import Article, Contact, Group, RichText, Site

_Thing = TypeVar("_Thing")
_Written = TypeVar("_Written", Article, Group)


class Part(StrEnum):
    """Of what a section has changes, in the order of the report."""

    GROUP = "group"
    EVENTS = "event"
    DATES = "date"
    NEWS = "news item"
    PAGES = "page"
    CONTACTS = "contact"
    FILES = "file"
    SETTINGS = "setting"


@dataclass(frozen=True, slots=True)
class Section:
    """The changes of the board (key "") or of a group, by what they concern, and contacts that somebody must check."""

    key: str
    title: str
    changes: Mapping[Part, tuple[Change, ...]]
    overdue: tuple[str, ...]


def compare(old: Site, new: Site) -> tuple[Section, ...]:
    """Return the sections in which something has changed."""
    titles = {"": new.board.short_name}
    titles |= {group.key: group.title for group in (*old.groups, *new.groups)}
    found = (_section(key, title, old, new) for key, title in titles.items())
    return tuple(section for section in found if section.changes)


def _section(key: str, title: str, old: Site, new: Site) -> Section:
    events = event_changes(_of(key, old.events), _of(key, new.events))
    parts = {
        Part.GROUP: tuple(_groups(key, old, new)),
        Part.EVENTS: tuple(change for change in events if not change.is_date),
        Part.DATES: tuple(change for change in events if change.is_date),
        Part.NEWS: tuple(_articles(_told(old, _of(key, old.news)), _told(new, _of(key, new.news)))),
        Part.PAGES: tuple(_articles(_told(old, old.pages), _told(new, new.pages))) if not key else (),
        Part.CONTACTS: tuple(_contacts(_of(key, old.contacts), _of(key, new.contacts))),
        Part.FILES: tuple(_files(key, old, new)),
        Part.SETTINGS: tuple(_settings(old, new)) if not key else (),
    }
    today = new.clock.today
    overdue = (c.role for c in _of(key, new.contacts) if c.review_by and c.review_by < today)
    return Section(key, title, {part: changes for part, changes in parts.items() if changes}, tuple(overdue))


def _of(key: str, things: Iterable[_Thing]) -> tuple[_Thing, ...]:
    return tuple(thing for thing in things if getattr(thing, "group", "") == key)


def _pairs(
    old: Iterable[_Thing], new: Iterable[_Thing], key: Callable[[_Thing], object], name: Callable[[_Thing], str]
) -> Iterator[Change]:
    """Yield what is new, gone, or says something else under the same key."""
    before = {key(thing): thing for thing in old}
    after = {key(thing): thing for thing in new}
    for mark, thing in after.items():
        if mark not in before:
            yield Change(Verb.ADDS, name(thing))
        elif not same(before[mark], thing):
            yield Change(Verb.EDITS, name(thing))
    for mark, thing in before.items():
        if mark not in after:
            yield Change(Verb.REMOVES, name(thing))


def _told(site: Site, things: Iterable[_Written]) -> tuple[tuple[_Written, RichText], ...]:
    """Return things with their texts."""
    return tuple((thing, site.written[thing.where.path]) for thing in things)


def _articles(old: Iterable[tuple[Article, RichText]], new: Iterable[tuple[Article, RichText]]) -> Iterator[Change]:
    return _pairs(old, new, lambda told: told[0].address, lambda told: told[0].title)


def _contacts(old: Iterable[Contact], new: Iterable[Contact]) -> Iterator[Change]:
    return _pairs(old, new, lambda contact: (contact.role, contact.organisation), lambda contact: contact.role)


def _groups(key: str, old: Site, new: Site) -> Iterator[Change]:
    before = _told(old, (group for group in old.groups if group.key == key))
    after = _told(new, (group for group in new.groups if group.key == key))
    return _pairs(before, after, lambda told: told[0].key, lambda told: told[0].title)


def _files(key: str, old: Site, new: Site) -> Iterator[Change]:
    def mine(site: Site) -> dict[str, str]:
        whole = [*(d.source for d in site.downloads), *(p.source for p in site.pictures)]
        start = f"lscgs/{key}/" if key else "content/"
        return {path: path for path in whole if path.startswith(start)}

    before, after = mine(old), mine(new)
    yield from (Change(Verb.ADDS, path) for path in after if path not in before)
    yield from (Change(Verb.REMOVES, path) for path in before if path not in after)


def _settings(old: Site, new: Site) -> Iterator[Change]:
    pairs = (
        (messages.BOARD_SETTINGS, old.board, new.board),
        (messages.URGENT, old.board.urgent, new.board.urgent),
        (messages.PLACES, old.places, new.places),
        (messages.AREAS, old.ground, new.ground),
        (messages.GLOSSARY, old.glossary, new.glossary),
        (messages.HOLIDAYS, old.holidays, new.holidays),
    )
    yield from (Change(Verb.EDITS, name) for name, one, other in pairs if not same(one, other))
