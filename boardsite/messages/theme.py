"""What we say about the theme: to the designer, not to the editors."""

from __future__ import annotations

from boardsite.diagnostics import Diagnostic, Location, Severity
from boardsite.text import file_size


def template_missing(where: Location) -> Diagnostic:
    return Diagnostic(
        "theme.template-missing", Severity.ERROR, "The theme has no template of this name.", where, "",
        "Put the file back, or mend the name where it is used.",
    )  # fmt: skip


def template_broken(where: Location, found: str) -> Diagnostic:
    return Diagnostic(
        "theme.template-broken", Severity.ERROR, "This template is not written as Jinja wants it.", where, found,
        "Look at this line and the one above it for a missing end or bracket.",
    )  # fmt: skip


def template_stopped(where: Location, found: str, address: str) -> Diagnostic:
    return Diagnostic(
        "theme.template-stopped", Severity.ERROR, f"This template could not make the page {address}.", where, found,
        "Look for a name that the page does not have; docs/theme-guide.md lists them.",
    )  # fmt: skip


def script_missing(where: Location, found: str) -> Diagnostic:
    return Diagnostic(
        "theme.script-missing", Severity.ERROR, "The theme has no script of this name.", where, found,
        "Write its name below theme/js, for example finding/search.js, or put the file back.",
    )  # fmt: skip


def no_theme(where: Location) -> Diagnostic:
    return Diagnostic(
        "theme.missing", Severity.ERROR, "The theme folder is missing or has no templates.", where, "",
        "Put the theme folder back beside content and lscgs.",
    )  # fmt: skip


def unused_file(where: Location) -> Diagnostic:
    return Diagnostic(
        "theme.unused-file", Severity.WARNING, "Nothing on the site is made from this file of the theme.", where, "",
        "Styles are in theme/css and have the name of their layer, scripts in theme/js, templates in theme/templates.",
    )  # fmt: skip


def dead_link(where: Location, found: str) -> Diagnostic:
    return Diagnostic(
        "theme.dead-link", Severity.ERROR, "A page leads to an address at which there is nothing.", where, found,
        "Mend the link in the theme.",
    )  # fmt: skip


def feed_nearly_full(where: Location, found: str, octets: int, events: int, most_octets: int, most: int) -> Diagnostic:
    return Diagnostic(
        "feed.nearly-full", Severity.WARNING,
        f"This calendar feed has {events:,} events and {file_size(octets)}; programs take {most:,} and"
        f" {file_size(most_octets)}.", where, found,
        "Set feed_days_back in content/site.yaml to fewer days, or write events that repeat as one repeating event.",
    )  # fmt: skip
