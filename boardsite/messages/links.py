"""What we say about where links lead, about pictures and about files to download."""

from __future__ import annotations

from boardsite.diagnostics import Diagnostic, Location, Severity


def broken(where: Location, found: str, suggestion: str) -> Diagnostic:
    hint = f"Did you mean {suggestion}?" if suggestion else "Write the address of a page, such as /threshold-guide/."
    return Diagnostic(
        "link.broken",
        Severity.ERROR,
        "There is no page or file at this address.",
        where,
        found,
        hint,
        is_contained=True,
    )


def no_such_heading(where: Location, found: str, suggestion: str) -> Diagnostic:
    hint = f"Did you mean #{suggestion}?" if suggestion else "Link to the page itself, without the # and what follows."
    return Diagnostic(
        "link.no-such-heading", Severity.ERROR, "The page has no heading of this name.", where, found, hint,
        is_contained=True,
    )  # fmt: skip


def not_published(where: Location, found: str) -> Diagnostic:
    return Diagnostic(
        "link.not-published", Severity.ERROR, "This page is a draft or waits for its day, so nobody could open it.",
        where, found, "Take the link out until the page is published.", is_contained=True,
    )  # fmt: skip


def other_host(where: Location, found: str) -> Diagnostic:
    return Diagnostic(
        "link.no-scheme", Severity.ERROR, "This address of another site does not say how to reach it.", where, found,
        f"Write https:{found}", is_contained=True,
    )  # fmt: skip


def file_missing(where: Location, found: str, suggestion: str) -> Diagnostic:
    return Diagnostic(
        "link.file-missing", Severity.ERROR, "There is no file of this name to download.", where, found,
        f"Did you mean {suggestion}?" if suggestion else "Put the file into the files folder.", is_contained=True,
    )  # fmt: skip


def picture_missing(where: Location, found: str, suggestion: str) -> Diagnostic:
    return Diagnostic(
        "image.missing", Severity.ERROR, "There is no picture of this name.", where, found,
        f"Did you mean {suggestion}?" if suggestion else "Put the picture into the images folder.", is_contained=True,
    )  # fmt: skip


def picture_elsewhere(where: Location, found: str) -> Diagnostic:
    return Diagnostic(
        "image.on-another-site", Severity.ERROR, "Pictures of other sites are not shown, for our readers' privacy.",
        where, found, "Save the picture in the images folder and write its name.", is_contained=True,
    )  # fmt: skip


def picture_unreadable(where: Location) -> Diagnostic:
    return Diagnostic(
        "image.unreadable", Severity.ERROR, "This picture cannot be opened.", where, "",
        "Save it again as JPEG or PNG.", is_contained=True,
    )  # fmt: skip


def picture_too_large(where: Location, width: int, height: int, most: int) -> Diagnostic:
    return Diagnostic(
        "image.too-large", Severity.ERROR, f"This picture has more than {most // 1_000_000} million points.", where,
        f"{width} × {height}", "Save it smaller; 2,000 points wide is plenty.", is_contained=True,
    )  # fmt: skip


def picture_without_words(where: Location, found: str) -> Diagnostic:
    return Diagnostic(
        "image.no-description", Severity.ERROR, "This picture has no words for people who cannot see it.", where, found,
        "Add a line such as image_alt: Two practitioners at a table.", is_contained=True,
    )  # fmt: skip
