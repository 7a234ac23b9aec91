"""From a request to an answer: the site's pages with the panel, other days, and the preview's own files."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from boardsite.dataclass import dataclass
from boardsite.diagnostics import Diagnostic, Report
from boardsite.messages import serving as messages
from boardsite.rendering.artifact import Artifact
from boardsite.serving.components import COMPONENTS
from boardsite.serving.pages import STYLE
from boardsite.serving.panel import only_panel, with_panel
from boardsite.serving.preview import Preview
from boardsite.serving.requests import address_of, question
from boardsite.serving.responses import HTML, Response, headers_for, page, plain, redirect, type_of
from boardsite.serving.shown import Shown, prefix_of

CHANGES = "/-/changes"
_OWN_FILES = ("preview.css", "preview.js")
_DAY = re.compile(r"/-/(\d{4}-\d{2}-\d{2})(/.*)")


@dataclass(frozen=True, slots=True)
class Desk:
    """What answers requests that have been found to be for us."""

    preview: Preview
    components: Callable[[], Artifact | Diagnostic | None] = lambda: None

    def answer(self, target: str) -> tuple[Response, tuple[tuple[str, str], ...]]:
        """Return the answer to a request target and the headers that go with it."""
        address = address_of(target)
        if address is None:
            return plain(404, messages.NOT_AN_ADDRESS), headers_for("/")
        return self._find(address, target), headers_for(address)

    def _find(self, address: str, target: str) -> Response:
        if not address.startswith("/-/"):
            return self._page(None, address)
        if (name := address.removeprefix("/-/")) in _OWN_FILES:
            return Response(200, type_of(name), Path(__file__).with_name(name).read_bytes())
        if f"{address}/" == COMPONENTS:
            return redirect(COMPONENTS, 301)
        if address == COMPONENTS:
            return self._components()
        if address == "/-/day":
            return _to_day(question(target, "day"), question(target, "at"))
        if address.startswith(STYLE):
            pages = self.preview.shown(None, address).pages
            found = pages.stylesheet(address.removeprefix(STYLE)) if pages else ""
            return redirect(found) if found else plain(404, messages.NOT_AN_ADDRESS)
        other = _DAY.fullmatch(address)
        day = _day(other[1]) if other else None
        return self._page(day, other[2]) if other and day else plain(404, messages.NOT_AN_ADDRESS)

    def _components(self) -> Response:
        """Return the page of the theme's components, made when it is asked for, or what its theme stumbles over."""
        made, shown = self.components(), self.preview.shown(None)
        if isinstance(made, Artifact):
            return page(with_panel(made.content, shown, "/"))
        told = replace(shown, report=Report.of((made,))) if made is not None else shown
        return page(only_panel(told), 503)

    def _page(self, day: date | None, address: str) -> Response:
        shown = self.preview.shown(day, address)
        if shown.pages is None:
            return page(only_panel(shown), 503)
        return _with_panel(shown.pages.find(address), shown, address)


def _with_panel(found: Response, shown: Shown, address: str) -> Response:
    if found.content_type != HTML:
        return found
    return Response(found.status, HTML, with_panel(found.content, shown, address))


def _to_day(day: str, at: str) -> Response:
    """Lead from the form to the page as it is on that day."""
    found, address = _day(day), address_of(at)
    if found is None or address is None:
        return plain(404, messages.NOT_AN_ADDRESS)
    return redirect(prefix_of(found) + at)


def _day(text: str) -> date | None:
    """Return a day that the site's calendars can be made for."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if 1970 <= day.year <= 2200 else None
