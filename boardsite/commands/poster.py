"""`poster`: make the sheet of a group or an event ready to print, as a PDF where this computer has a browser for it."""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from boardsite.clock import Month
from boardsite.commands import browsers
from boardsite.commands.progress import progress
from boardsite.dataclass import dataclass
from boardsite.diagnostics import Report
from boardsite.messages import posters as messages
from boardsite.model import routes
from boardsite.model.entities import Event, Group, Site
from boardsite.pages import posters
from boardsite.pages.chrome import Preview
from boardsite.pages.frame import View
from boardsite.pages.frames import Frames
from boardsite.pipeline import Order, Outcome, build_from, read_sources
from boardsite.publishing.decide import decide
from boardsite.publishing.releases import is_source
from boardsite.reading.sources import SourceFile
from boardsite.rendering.artifact import Artifact
from boardsite.rendering.assets import bundle
from boardsite.rendering.templates import Theme
from boardsite.reporting import write_report, write_text
from boardsite.storage.cache import opened
from boardsite.storage.engine import engine
from boardsite.text import nearest

CACHE = ".cache"
_MONTH = re.compile(r"(\d{4})-(\d{1,2})")


@dataclass(frozen=True, slots=True)
class PosterOptions:
    """What was typed: a group or an event, a month, the file to write."""

    sheet: str
    month: str
    out: str | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A finished page to print; `where` is the page of the site that prints the same or most like it."""

    page: Artifact
    name: str
    where: str


def run(order: Order, options: PosterOptions, environment: Mapping[str, str]) -> int:
    """Write the PDF, or say which page to print; return the exit code."""
    month = _month(options.month) if options.month else None
    if options.out is not None:
        _refuse_place(options.out, order.root)
    with progress("Making the sheet …"):
        sources, told = read_sources(order.root)
        with opened(order.root / CACHE, engine()) as cache:
            outcome = build_from(sources, order, told, cache)
    # Somebody else's broken event is left out here, too, and does not keep a sheet from being printed.
    decision = decide(outcome.report, has_site=outcome.site is not None, leaves_out_broken=True, is_strict=False)
    if not decision.may_publish or outcome.site is None:
        write_report(outcome.report, sys.stderr, published=False, shows_notices=False)
        return decision.status or 1
    clock = outcome.site.clock
    preview = Preview(as_of=clock.moment, day=clock.today) if order.as_of else Preview()
    found = _wanted(outcome.site, options.sheet)
    sheet = _of_month(outcome.site, sources, found, month, preview) if month else _published(outcome, found)
    if isinstance(sheet, Report):
        write_report(sheet, sys.stderr, published=False, shows_notices=False)
        return 1
    out = options.out or f"poster-{sheet.name}.pdf"
    _refuse_place(out, order.root)
    return _print(outcome, sheet, Path(out), environment)


def _refuse_place(typed: str, root: Path) -> None:
    """A mistyped name must cost nobody a file: only a new PDF, or one over a PDF, and none among the sources."""
    out = Path(typed)
    if out.suffix.lower() != ".pdf":
        raise messages.not_named_a_pdf()
    try:
        if is_source(out.resolve(), root.resolve()):
            raise messages.among_the_sources(typed)
        if out.exists() and not (out.is_file() and out.read_bytes().startswith(b"%PDF")):
            raise messages.over_something_else(typed)
    except (OSError, RuntimeError, ValueError) as problem:  # links in a circle; letters that no system takes
        raise messages.not_written(typed, getattr(problem, "strerror", None) or str(problem)) from problem


def _month(text: str) -> Month:
    found = _MONTH.fullmatch(text.strip())
    if not found or not 1 <= int(found[2]) <= 12 or not 1970 <= int(found[1]) <= 2200:
        raise messages.month_unreadable(text)
    return Month(int(found[1]), int(found[2]))


def _wanted(site: Site, typed: str) -> Group | Event | None:
    """Return the group or event that was meant; None is the board."""
    text = typed.strip().strip("/").casefold()
    if not text or text == "board":
        return None
    for group in site.groups:
        if text in (group.key, group.name.casefold(), group.title.casefold(), f"lscgs/{group.key}"):
            return group
    events = [event for event in site.events if text in _names_of(event)]
    if len(events) > 1:
        raise messages.several(typed, sorted(_short(event) for event in events))
    if events:
        return events[0]
    known = (*(group.key for group in site.groups), *(_short(event) for event in site.events))
    raise messages.unknown(typed, nearest(text, known), (group.key for group in site.groups))


def _short(event: Event) -> str:
    return f"{event.group or 'board'}/{event.slug}"


def _names_of(event: Event) -> Iterator[str]:
    yield from (event.slug, _short(event), event.address.strip("/"), event.series.source.path.casefold())
    yield event.series.details.title.casefold()


def _published(outcome: Outcome, found: Group | Event | None) -> Sheet:
    """Return a sheet that the site has."""
    files, site = dict(outcome.files), outcome.site
    assert site is not None
    if isinstance(found, Event):
        address, name = routes.event_poster(found.group, found.slug), f"{found.group or 'board'}-{found.slug}"
    else:
        address, name = routes.poster(found.key if found else ""), found.key if found else "board"
    page = files.get(routes.file_of(address))
    if page is None:
        raise messages.over(found.series.details.title if isinstance(found, Event) else "")
    return Sheet(page, name, address)


def _of_month(
    site: Site, sources: Iterable[SourceFile], found: Group | Event | None, month: Month, preview: Preview
) -> Sheet | Report:
    """Return the sheet of one month, which only this command makes; the site's own page of that month prints, too."""
    if isinstance(found, Event):
        raise messages.month_of_an_event()
    theme = tuple(source for source in sources if source.path.startswith("theme/"))
    frame = Frames(site, bundle(theme, site.board.brand_colour, site.groups)[0], preview).of(found, routes.CALENDAR)
    target = posters.of_month(frame, month)
    if target is None or not isinstance(target.view, View):
        raise messages.month_empty(frame.name, month.title)
    page = Theme.of(theme).artifact(target.view)
    if not isinstance(page, Artifact):
        return Report.of((page,))
    return Sheet(page, f"{frame.key or 'board'}-{month}", routes.month(frame.key, month))


def _print(outcome: Outcome, sheet: Sheet, out: Path, environment: Mapping[str, str]) -> int:
    site = outcome.site
    assert site is not None
    where = site.board.base_url + sheet.where.lstrip("/") if site.board.base_url else routes.file_of(sheet.where)
    browser = browsers.find(environment)
    if not browser:
        write_text(messages.print_page(where), sys.stdout)
        return 0
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, progress("Printing …"):
        page = _laid_out(outcome, sheet.page, Path(folder, "site"))
        pdf = Path(folder, "sheet.pdf")
        is_made = browsers.print_page(browser, page, pdf, Path(folder, "profile"))
        if is_made:
            try:
                out.write_bytes(pdf.read_bytes())
            except OSError as problem:
                raise messages.not_written(str(out), problem.strerror or str(problem)) from problem
    write_text(messages.ready(str(out)) if is_made else messages.browser_stopped(where), sys.stdout)
    return 0


def _laid_out(outcome: Outcome, page: Artifact, folder: Path) -> Path:
    """Write the page with the styles and scripts that it asks for, and return where it is."""
    path = routes.file_of(page.address)
    assets = ((name, made.content) for name, made in outcome.files if name.startswith("assets/"))
    for name, content in (*assets, (path, page.content)):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return folder / path
