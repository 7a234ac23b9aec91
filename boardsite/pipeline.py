"""The table of contents: a folder of files becomes a site, step by step, top to bottom.

Each step takes frozen values and returns frozen values and what it found. No step looks back.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from boardsite.clock import BuildClock
from boardsite.diagnostics import Diagnostic, Diagnostics, Location, Report
from boardsite.markup import body
from boardsite.messages import theme as theme_messages
from boardsite.model.assemble import Wishes, assemble
from boardsite.model.entities import Site
from boardsite.model.events import read_calendars
from boardsite.model.routes import file_of
from boardsite.pages.chrome import Preview
from boardsite.pages.plan import plan
from boardsite.pages.target import Target
from boardsite.reading.sources import SourceFile, read_tree
from boardsite.rendering.artifact import Artifact
from boardsite.rendering.assets import bundle
from boardsite.rendering.output_checks import dead_links
from boardsite.rendering.recipes import Kitchen
from boardsite.rendering.templates import Theme
from boardsite.schema.documents import Tree, sort_tree

DEFAULT_ZONE = "Europe/London"


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: the project's folder, the moment (aware), a day to pretend it is, and wishes."""

    root: Path
    moment: datetime
    as_of: date | None = None
    wishes: Wishes = field(default_factory=Wishes)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: the files by path, the site where one could be made, and everything found on the way."""

    files: tuple[tuple[str, Artifact], ...]
    site: Site | None
    report: Report


def build(order: Order) -> Outcome:
    """Return the whole site in memory; the same order over the same files gives the same bytes."""
    sources, told = read_tree(order.root)  # READ
    return build_from(sources, order, told)


def build_from(sources: tuple[SourceFile, ...], order: Order, told: Diagnostics = ()) -> Outcome:
    """Return the site of files that are already in memory."""
    findings = list(told)
    sources = tuple(sorted(sources, key=lambda source: source.path))
    tree, more = sort_tree(sources)  # CHECK
    findings += more
    clock = _clock(tree, order)
    bodies, more = _bodies(tree)  # CONVERT
    findings += more
    calendars, more = read_calendars(tree.calendars, clock.zone)
    findings += more
    site, more = assemble(tree, bodies, calendars, clock, order.wishes)  # MODEL
    findings += more
    if site is None:
        return Outcome((), None, Report.of(findings))
    assets, asset_files = bundle(tree.theme, site.board.brand_colour)
    preview = _preview(order, clock)
    targets, more = plan(site, assets, preview)  # PLAN
    findings += more
    artifacts, more = _render(targets, tree, sources, clock.zone)  # RENDER
    findings += more
    artifacts = (*artifacts, *asset_files)
    findings += dead_links(artifacts)
    files = tuple(sorted(((file_of(each.address), each) for each in artifacts), key=lambda file: file[0]))
    return Outcome(files, site, Report.of(findings))


def _clock(tree: Tree, order: Order) -> BuildClock:
    """The board's zone is a setting, and a day to pretend begins at the board's midnight."""
    name = tree.site.values.text("time_zone") if tree.site else ""
    clock = BuildClock(order.moment, ZoneInfo(name or DEFAULT_ZONE))
    return clock if order.as_of is None else BuildClock(clock.at(order.as_of), clock.zone)


def _preview(order: Order, clock: BuildClock) -> Preview:
    if order.as_of is None:
        return Preview(order.wishes.shows_drafts)
    return Preview(order.wishes.shows_drafts, clock.moment, clock.today)


def _bodies(tree: Tree) -> tuple[dict[str, body.Body], Diagnostics]:
    bodies: dict[str, body.Body] = {}
    findings: list[Diagnostic] = []
    for document in (*tree.pages, *tree.news, *tree.group_pages):
        made, told = body.render(document.body, document.path, document.body_line)
        is_news = document.type_name == "news"
        findings += (d.contained() if is_news and d.is_error else d for d in told)
        if made is not None and not (is_news and any(d.is_error for d in told)):
            bodies[document.path] = made
    return bodies, tuple(findings)


def _render(
    targets: Iterable[Target], tree: Tree, sources: tuple[SourceFile, ...], zone: ZoneInfo
) -> tuple[tuple[Artifact, ...], Diagnostics]:
    if not any(source.path.startswith("theme/templates/") for source in tree.theme):
        return (), (theme_messages.no_theme(Location("theme")),)
    kitchen = Kitchen(Theme.of(tree.theme), {source.path: source for source in sources}, zone)
    artifacts: list[Artifact] = []
    findings: list[Diagnostic] = []
    for target in targets:
        made = kitchen.make(target)
        if isinstance(made, Diagnostic):
            findings.append(made)
        else:
            artifacts.append(made)
    return tuple(artifacts), tuple(findings)
