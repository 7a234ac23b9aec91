"""The table of contents: a folder of files becomes a site, step by step, top to bottom.

Each step takes frozen values and returns frozen values and what it found. No step looks back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from datetime import date, datetime
from functools import partial
from itertools import chain
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType
from typing import Literal
from zoneinfo import ZoneInfo

from boardsite.clock import BuildClock
from boardsite.dataclass import dataclass
from boardsite.diagnostics import Diagnostic, Diagnostics, Location, Report
from boardsite.markup.body import Body
from boardsite.markup.remembered import all_remembered
from boardsite.messages import theme as theme_messages
from boardsite.model.assemble import Material, Wishes, assemble
from boardsite.model.checks.office_authors import office_authors
from boardsite.model.entities import Site
from boardsite.model.events import private_marks, read_calendars
from boardsite.model.routes import file_of
from boardsite.pages.chrome import Assets, Preview
from boardsite.pages.frame import View
from boardsite.pages.freshness import horizon
from boardsite.pages.kept import Plans
from boardsite.pages.plan import plan, plan_some
from boardsite.pages.target import Target, TextView
from boardsite.reading.looking import Glance
from boardsite.reading.sources import Known, SourceFile, read_forms, read_tree, source_file
from boardsite.rendering import forms_program
from boardsite.rendering.artifact import Artifact
from boardsite.rendering.assets import bundle, unused
from boardsite.rendering.output_checks import dead_links, full_feeds
from boardsite.rendering.remembered import Larder
from boardsite.schema.documents import Tree, sort_tree
from boardsite.schema.fields import Document
from boardsite.storage.cache import Cache
from boardsite.storage.memory import Memory

DEFAULT_ZONE = "Europe/London"


Part = Literal["", "pages"] | frozenset[str]


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: the project's folder, the moment (aware), a day to pretend it is, and wishes.

    `only` asks for a part, at once: the pages of some addresses, or all that is read, without the pictures, calendar
    files and the like that pages lead to. `keeps_names` leaves style and scripts their names when they change.
    """

    root: Path
    moment: datetime
    as_of: date | None = None
    wishes: Wishes = field(default_factory=Wishes)
    only: Part = ""
    keeps_names: bool = False

    @property
    def name(self) -> bytes:
        """Stands for all that was asked for but the moment: what one such build knows is of use to the next."""
        asked = (str(self.root), self.as_of, self.wishes, self.only, self.keeps_names)
        return repr(asked).encode("utf-8", "surrogateescape")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: the files by path, the site where one could be made, and everything found on the way.

    `private` holds the marks of events that are in the files and in nothing that is published, `late` what of the
    report is found only when the whole site is planned and made.
    """

    files: tuple[tuple[str, Artifact], ...]
    site: Site | None
    report: Report
    private: frozenset[str] = frozenset()
    late: Diagnostics = ()


def build(order: Order, cache: Cache | None = None, seen: Glance | None = None) -> Outcome:
    """Return the whole site in memory; the same order over the same files gives the same bytes, whatever is cached.

    `seen` is what somebody has just seen of the files.
    """
    cache = cache or Cache(None, b"")
    known = cache.memory.held(Known, cache.memory.table("looks"), not cache.memory.lasts)
    sources, told = read_sources(order.root, known, seen)  # READ
    return build_from(sources, order, told, cache)


def read_sources(
    root: Path, known: Known | None = None, seen: Glance | None = None
) -> tuple[tuple[SourceFile, ...], Diagnostics]:
    """Return the editors' files, and the parts of the editing forms' program where they are there."""
    sources, told = read_tree(root, known, seen)
    return (*sources, *read_forms(root, forms_program.PARTS)), told


def build_from(
    sources: tuple[SourceFile, ...], order: Order, told: Diagnostics = (), cache: Cache | None = None
) -> Outcome:
    """Return the site of files that are already in memory."""
    cache = cache or Cache(None, b"")
    about = cache.memory.table("about")
    since = about.get("moment") if cache.memory.lasts and order.as_of is None else None
    if since is not None and since < order.moment:
        # An hour later hardly a page differs: the clock stands, and what is kept holds, until something is over.
        outcome = _whole(sources, order, told, cache, since)
        if outcome.site is not None and order.moment < horizon(outcome.site)[0]:
            return outcome
    about["moment"] = order.moment
    return _whole(sources, order, told, cache, order.moment)


def _whole(
    sources: tuple[SourceFile, ...], order: Order, told: Diagnostics, cache: Cache, moment: datetime
) -> Outcome:
    """Return the site as it is to be read at a moment, made at that of the order."""
    outcome, lost = _made(sources, order, told, cache, moment)
    if not lost:
        return outcome
    # A picture that breaks off shows it only when its points are read; by then, pages lead to it. So all is made again
    # with a picture in its place that shows it at once, and is left out.
    paths = {found.where.path for found in lost}
    blank = tuple(source_file(source.path, b"-") if source.path in paths else source for source in sources)
    made, _ = _made(blank, order, (*told, *lost), cache, moment)
    return replace(made, late=(*lost, *made.late))


def _made(
    sources: tuple[SourceFile, ...], order: Order, told: Diagnostics, cache: Cache, moment: datetime
) -> tuple[Outcome, Diagnostics]:
    """Return the site, and what was found to be wrong with editors' files only while the pages were made."""
    findings = list(told)
    sources = tuple(sorted(sources, key=attrgetter("path")))
    tree, more = sort_tree(sources, cache.memory)  # CHECK
    findings += more
    clock = _clock(tree, order, moment, cache.memory)
    make_bodies = partial(_bodies, cache)
    bodies, more = cache.memory.here.of("bodies", make_bodies, tree.pages, tree.news, tree.group_pages)  # CONVERT
    findings += more
    calendars, more = read_calendars(tree.calendars, clock.zone, cache.memory)
    findings += more
    material, is_whole = Material(tree, bodies, calendars), not isinstance(order.only, frozenset)
    site, more, clashes = assemble(material, clock, order.wishes, cache.memory, tells_clashes=is_whole)  # MODEL
    findings += more
    if site is None:
        return Outcome((), None, Report.of((*findings, *clashes))), ()
    if order.as_of is None:
        site = replace(site, made=order.moment)
    assets, asset_files, more = _assets(site, tree, order, cache.memory)
    findings += more
    ours = (site.board.name, site.board.short_name, *(group.title for group in site.groups))
    findings += office_authors(tree.downloads, ours)
    if cache.memory.lasts:
        _let_go(sources, tree)
    preview = _preview(order, clock)
    larder = Larder(tree.theme, {source.path: source for source in sources}, clock.zone, cache, order.keeps_names)
    targets, late = _planned(site, assets, preview, larder, order.only)  # PLAN
    late += clashes
    artifacts, more = _render(targets, larder, order.only)  # RENDER
    late += more
    artifacts = (*artifacts, *asset_files)
    if not order.only:
        unmade = _addresses(targets) - _addresses(artifacts) if more else ()
        wrong = (*unmade, *(each.found for each in (*findings, *late) if each.is_error))
        late += (*dead_links(artifacts, wrong, cache.memory), *full_feeds(artifacts))
    lost = tuple(found for found in more if found.where.path in {picture.path for picture in tree.pictures})
    files = _by_path(artifacts, cache.memory, order.only)
    return Outcome(files, site, Report.of((*findings, *late)), private_marks(calendars), late), lost


def _addresses(things: Iterable[Target | Artifact]) -> set[str]:
    return {thing.address for thing in things}


def _by_path(artifacts: tuple[Artifact, ...], memory: Memory, only: Part) -> tuple[tuple[str, Artifact], ...]:
    paths = memory.each(("paths", bool(only)), file_of, [artifact.address for artifact in artifacts])
    return tuple((paths[at], artifacts[at]) for at in memory.of(("order of paths", bool(only)), _order, paths))


def _order(paths: tuple[str, ...]) -> tuple[int, ...]:
    """Return the places of some paths in the order of the paths."""
    return tuple(sorted(range(len(paths)), key=paths.__getitem__))


def _assets(site: Site, tree: Tree, order: Order, memory: Memory) -> tuple[Assets, tuple[Artifact, ...], Diagnostics]:
    """Return where pages find style and scripts, these files, and what of the theme is of no use."""
    make = partial(bundle, keeps_names=order.keeps_names)
    assets, files = memory.of("bundle", make, tree.theme, site.board.brand_colour, site.groups)
    if site.board.editing is None:
        return assets, files, tuple(unused(tree.theme))
    program = forms_program.program(tree.forms)
    return replace(assets, forms=program.address), (*files, *program.files), (*unused(tree.theme), *program.told)


def _clock(tree: Tree, order: Order, moment: datetime, memory: Memory) -> BuildClock:
    """The board's zone is a setting, and a day to pretend begins at the board's midnight."""
    name = tree.site.values.text("time_zone") if tree.site else ""
    zone = ZoneInfo(name or DEFAULT_ZONE)
    moment = moment if order.as_of is None else BuildClock(moment, zone).at(order.as_of)
    return memory.of("clock", BuildClock, moment, zone)


def _preview(order: Order, clock: BuildClock) -> Preview:
    if order.as_of is None:
        return Preview(order.wishes.shows_drafts)
    return Preview(order.wishes.shows_drafts, clock.moment, clock.today)


def _bodies(cache: Cache, *kinds: tuple[Document, ...]) -> tuple[Mapping[str, Body], Diagnostics]:
    bodies: dict[str, Body] = {}
    findings: list[Diagnostic] = []
    documents = tuple(chain.from_iterable(kinds))
    for document, rendered in zip(documents, all_remembered(documents, cache), strict=True):
        is_left_out = False
        if rendered.told:
            can_be_left_out = document.type_name == "news"
            is_left_out = can_be_left_out and any(d.is_error for d in rendered.told)
            findings += (d.contained() if can_be_left_out and d.is_error else d for d in rendered.told)
        if rendered.body is not None and not is_left_out:
            bodies[document.source.path] = rendered.body
    return MappingProxyType(bodies), tuple(findings)


def _let_go(sources: Iterable[SourceFile], tree: Tree) -> None:
    """Hold the bytes no longer of files that were read, and of those that are read again where they are published."""
    needed = {source.path for source in (*tree.theme, *tree.forms)}
    for source in sources:
        if source.path not in needed:
            source.let_go()


def _planned(
    site: Site, assets: Assets, preview: Preview, larder: Larder, only: Part
) -> tuple[tuple[Target, ...], Diagnostics]:
    """Return what is to be made. Where the next process may have the memory, it is made at once, too."""
    memory = larder.cache.memory
    plans = memory.held(Plans, memory)
    if isinstance(only, frozenset):
        return plan_some(site, assets, preview, plans, only), ()
    if memory.lasts and larder.has_templates:
        plans.made_with(larder.theme_digest())
        with plans.shelving(larder.shelve):
            return plan(site, assets, preview, plans)
    targets, told = plan(site, assets, preview, plans)
    return (targets if not only else tuple(each for each in targets if isinstance(each.view, View | TextView))), told


def _render(targets: Iterable[Target], larder: Larder, only: Part) -> tuple[tuple[Artifact, ...], Diagnostics]:
    if not larder.has_templates:
        return (), (theme_messages.no_theme(Location("theme")),)
    made = larder.make_all(targets, is_part=bool(only))
    findings = tuple(each for each in made if isinstance(each, Diagnostic))
    return tuple(each for each in made if not isinstance(each, Diagnostic)), findings
