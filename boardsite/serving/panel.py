"""What the preview adds to a finished page: the bar of days, the problems, and the script that shows it anew.

Built as a tree of elements, so that nothing an editor typed can become markup. Finished sites never hold any of this.
"""

from __future__ import annotations

from datetime import date, timedelta
from xml.etree import ElementTree as Tree

from boardsite.clock import long_date
from boardsite.diagnostics import Diagnostic, Severity
from boardsite.messages import serving as messages
from boardsite.serving.shown import Shown, prefix_of
from boardsite.text import count, without_controls

MOST_SHOWN = 50
_WORDS = {Severity.ERROR: "must be fixed", Severity.WARNING: "to look at"}


def with_panel(page: bytes, shown: Shown, address: str) -> bytes:
    """Return a finished page of an address with the preview's parts in it."""
    head, mark, rest = page.partition(b"</head>")
    body, end, after = rest.rpartition(b"</body>")
    if not mark or not end:
        return page
    return b"".join((head, _head(shown.version), mark, body, _panel(shown, address), end, after))


def only_panel(shown: Shown) -> bytes:
    """Return the page that stands in place of a site while there is none."""
    title = f"<title>{messages.PANEL}</title>".encode()
    start = b'<!DOCTYPE html>\n<html lang="en-gb"><head><meta charset="utf-8">'
    view = b'<meta name="viewport" content="width=device-width, initial-scale=1">'
    parts = (start, view, title, _head(shown.version), b"</head><body>", _panel(shown, "/"), b"</body></html>\n")
    return b"".join(parts)


def _head(version: int) -> bytes:
    style = Tree.Element("link", rel="stylesheet", href="/-/preview.css")
    script = Tree.Element("script", {"src": "/-/preview.js", "defer": "", "data-version": str(version)})
    return _html(style) + _html(script)


def _panel(shown: Shown, address: str) -> bytes:
    whole = Tree.Element("aside", {"class": "preview", "aria-label": messages.PANEL})
    if shown.pages is not None:
        _bar(whole, shown, shown.pages.today, address)
    _problems(whole, shown)
    return _html(whole)


def _bar(whole: Tree.Element, shown: Shown, today: date, address: str) -> None:
    bar = _add(whole, "div", "", "preview-bar")
    _add(bar, "p", long_date(today), "preview-day")
    if today > date.min:
        _link(bar, messages.DAY_BEFORE, prefix_of(today - timedelta(days=1)) + address)
    if today < date.max:
        _link(bar, messages.DAY_AFTER, prefix_of(today + timedelta(days=1)) + address)
    if shown.day is not None:
        _link(bar, messages.BACK, address)
    form = Tree.SubElement(bar, "form", action="/-/day", method="get")
    Tree.SubElement(form, "input", type="hidden", name="at", value=address)
    label = _add(form, "label", messages.OTHER_DAY + " ")
    Tree.SubElement(label, "input", type="date", name="day", value=today.isoformat(), required="")
    _add(form, "button", messages.GO)


def _problems(whole: Tree.Element, shown: Shown) -> None:
    report = shown.report
    told = (*report.errors, *report.warnings)
    if not told:
        return
    details = Tree.SubElement(whole, "details", {"class": "preview-problems"})
    if report.errors:
        details.set("open", "")
    _add(details, "summary", messages.problems(len(report.errors), len(report.warnings)))
    if report.errors:
        _add(details, "p", _state(shown))
    items = Tree.SubElement(details, "ol")
    for diagnostic in told[:MOST_SHOWN]:
        _one(items, diagnostic)
    if len(told) > MOST_SHOWN:
        _add(details, "p", f"… and {count(len(told) - MOST_SHOWN, 'more')}.")


def _state(shown: Shown) -> str:
    if shown.pages is None:
        return messages.NO_PAGES
    return messages.LEFT_OUT if shown.is_current else messages.OLD_PAGES


def _one(items: Tree.Element, diagnostic: Diagnostic) -> None:
    item = Tree.SubElement(items, "li")
    place = _add(item, "p", "", "preview-place")
    _add(place, "code", str(diagnostic.where)).tail = f" {_WORDS[diagnostic.severity]}"
    if diagnostic.found:
        _add(item, "pre", diagnostic.found[:300])
    _add(item, "p", diagnostic.message)
    if diagnostic.hint:
        _add(item, "p", diagnostic.hint)
    for other in diagnostic.related:
        _add(item, "p", f"See also {other}")
    _add(item, "p", diagnostic.code, "preview-code")


def _add(parent: Tree.Element, name: str, text: str, kind: str = "") -> Tree.Element:
    made = Tree.SubElement(parent, name, {"class": kind} if kind else {})
    made.text = without_controls(text)
    return made


def _link(parent: Tree.Element, words: str, address: str) -> None:
    _add(parent, "a", words).set("href", address)


def _html(element: Tree.Element) -> bytes:
    made: bytes = Tree.tostring(element, encoding="utf-8", method="html")
    return made
