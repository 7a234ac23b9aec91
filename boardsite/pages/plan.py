"""The whole site as targets: every kind of page asked in turn, and no two things at one address."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from boardsite.diagnostics import Diagnostic, Diagnostics, Location
from boardsite.messages import site as messages
from boardsite.model import routes
from boardsite.model.entities import Site
from boardsite.model.routes import file_of
from boardsite.pages import (
    calendar,
    calendar_feeds,
    calendar_months,
    contacts,
    events,
    everything,
    feeds,
    forms,
    glossary,
    groups,
    home,
    information,
    news,
    news_topics,
    posters,
    site_files,
)
from boardsite.pages.chrome import Assets, Preview
from boardsite.pages.frames import Frames
from boardsite.pages.kept import Plans
from boardsite.pages.target import CopyView, PictureView, Target

Kind = Callable[[Frames], tuple[Target, ...]]
KINDS: tuple[Kind, ...] = (
    home.plan,
    information.plan,
    groups.plan,
    news.plan,
    news_topics.plan,
    contacts.plan,
    calendar.plan,
    calendar_months.plan,
    calendar_feeds.plan,
    events.plan,
    posters.plan,
    feeds.plan,
    glossary.plan,
    everything.plan,
    forms.plan,
)


def plan(site: Site, assets: Assets, preview: Preview, plans: Plans) -> tuple[tuple[Target, ...], Diagnostics]:
    """Return what is to be made of the site, each address once; the second claimant of an address is told.

    What can be taken as it was in the last build stands in `plans`, and what is new goes there.
    """
    frames = Frames(site, assets, preview, plans)
    found = [target for plan_kind in (*KINDS, _files) for target in frames.kept("", plan_kind)]
    ours = site_files.plan(frames, found)
    old = frozenset(target.address for target in ours if isinstance(target.view, site_files.MovedView))
    found += plans.without_views(ours)
    places = plans.memory.each("places", _place, found)
    return plans.memory.of("each address once", _each_once, tuple(found), places, old)


def plan_some(
    site: Site, assets: Assets, preview: Preview, plans: Plans, addresses: frozenset[str]
) -> tuple[Target, ...]:
    """Return what `plan` returns for some addresses, without planning more kinds of page and sections than is needed.

    Of files that are made from the whole site, and of addresses that two pages claim, `plan` alone knows.
    """
    frames = Frames(site, assets, preview, plans, only=addresses)
    found: dict[str, Target] = {}
    # Where the pages were the last time, they still are, nearly always.
    for kind in sorted(KINDS, key=lambda kind: plans.last_addresses((kind, "")).isdisjoint(addresses)):
        for target in frames.kept("", kind):
            if target.address in addresses:
                found.setdefault(target.address, target)
        if len(found) == len(addresses):
            break
    return tuple(found.values())


def _files(frames: Frames) -> tuple[Target, ...]:
    """Return the editors' own files, pictures in all their sizes, and the pictures for sharing."""
    site = frames.site
    found = [Target(d.address, "copy", CopyView(d.source), (Location(d.source),)) for d in site.downloads]
    for picture in site.pictures:
        found += [Target(size.address, "picture", PictureView(picture.source, size)) for size in picture.files]
    if site.board.base_url:
        cards = (frame.card for frame in frames.sections(routes.HOME))
        found += [Target(card.address, "card", card) for card in cards]
    return tuple(found)


def _place(target: Target) -> str:
    """Return where a target stands on a disk that knows no capitals."""
    return file_of(target.address).casefold()


def _each_once(
    found: Iterable[Target], places: Iterable[str], old: frozenset[str]
) -> tuple[tuple[Target, ...], Diagnostics]:
    """Return the first target of each place, and what to do about others; `old` are addresses that pages once had."""
    told: list[Diagnostic] = []
    by_address: dict[str, Target] = {}
    for target, place in zip(found, places, strict=True):
        first = by_address.get(place)
        if first is None:
            by_address[place] = target
        elif target.recipe != "picture":
            where, other = next(iter(target.sources), Location("content")), next(iter(first.sources), None)
            told.append(messages.route_clash(where, target.address, other, is_old_address=target.address in old))
    return tuple(by_address.values()), tuple(told)
