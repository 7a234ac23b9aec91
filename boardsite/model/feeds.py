"""The copies of published calendars: where they live, how they are, and which of them nobody lists any more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from boardsite.diagnostics import Diagnostic, Diagnostics, Location
from boardsite.messages import fetching as messages
from boardsite.model.board_entities import Board
from boardsite.model.entities import FeedSource, Group
from boardsite.schema.documents import Tree, group_of

FOLDER = "events/feeds"


def copy_path(group: str, name: str) -> str:
    """Return where the copy of a calendar of a group lives."""
    return f"lscgs/{group}/{FOLDER}/{name}.ics"


def is_due(since: date, today: date, patience: int) -> bool:
    """Say whether a trouble has gone on so long that somebody must see to it."""
    return since + timedelta(days=patience) <= today


def with_health(
    groups: Iterable[Group], tree: Tree, board: Board, today: date
) -> tuple[tuple[Group, ...], Diagnostics]:
    """Return the groups with the state of each of their published calendars."""
    told: list[Diagnostic] = []
    copies = {source.path: source.content for source in tree.calendars if f"/{FOLDER}/" in source.path}
    listed: set[str] = set()
    found = []
    for group in groups:
        names = [feed.name for feed in group.feeds]
        told.extend(messages.name_twice(group.where, name) for name in sorted({n for n in names if names.count(n) > 1}))
        listed |= {copy_path(group.key, name) for name in names}
        feeds = []
        for feed in group.feeds:
            made, more = _health(group, feed, copies.get(copy_path(group.key, feed.name)), board, today)
            feeds.append(made)
            told.extend(more)
        found.append(replace(group, feeds=tuple(feeds)))
    known = {group.key for group in found}
    strays = (path for path in copies if path not in listed and group_of(path) in known)
    told.extend(messages.not_listed(Location(path)) for path in strays)
    return tuple(found), tuple(told)


def _health(
    group: Group, feed: FeedSource, content: bytes | None, board: Board, today: date
) -> tuple[FeedSource, Diagnostics]:
    if content is None:
        return feed, (messages.never_fetched(group.where, feed.name),)
    from boardsite.calendars.feed_copy import facts_of  # with icalendar behind it, which few builds need

    facts = facts_of(content)
    if not facts.trouble or facts.since is None:
        return feed, ()
    is_told = is_due(facts.since, today, board.calendar_patience)
    where = Location(copy_path(group.key, feed.name))
    told = (messages.in_trouble(where, feed.name, facts.trouble, facts.since),) if is_told else ()
    return replace(feed, trouble=facts.trouble, since=facts.since, is_told=is_told), told
