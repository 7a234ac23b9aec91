"""What we say about where links lead, about pictures and about files to download."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from boardsite.diagnostics import Diagnostic, Location, Severity
from boardsite.text import listed


def office_names_people(where: Location, names: Iterable[str]) -> Diagnostic:
    return Diagnostic(
        "privacy.office-author", Severity.WARNING, "This document names who wrote it, and everybody who opens it sees.",
        where, listed(names)[:200], "In Word, Excel or PowerPoint: File, Info, Inspect Document; then save it again.",
    )  # fmt: skip


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


def setting_not_published(where: Location, found: str) -> Diagnostic:
    """The same of a link of the board's settings, which cannot be left out."""
    return replace(not_published(where, found), is_contained=False)


def no_scheme(where: Location, found: str, whole: str) -> Diagnostic:
    return Diagnostic(
        "link.no-scheme", Severity.ERROR, "This address does not say how to reach it: by the web, email or telephone.",
        where, found, f"Write {whole}", is_contained=True,
    )  # fmt: skip


def address_unreadable(where: Location, found: str) -> Diagnostic:
    examples = {"mailto": "mailto:office@example.org", "tel": "tel:01632960001"}
    example = examples.get(found.partition(":")[0].lower(), "https://www.example.org/page/")
    return Diagnostic(
        "link.address-unreadable", Severity.ERROR, "This address leads nowhere: a part of it is missing or too much.",
        where, found, f"Write it without spaces, for example {example}", is_contained=True,
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


def picture_too_tall(where: Location, width: int, height: int, most: int) -> Diagnostic:
    return Diagnostic(
        "image.too-tall", Severity.ERROR, f"This picture is taller than {most:,} points.", where,
        f"{width} × {height}", "Cut it into two pictures, one below the other.", is_contained=True,
    )  # fmt: skip


def picture_without_words(where: Location, found: str) -> Diagnostic:
    return Diagnostic(
        "image.no-description", Severity.ERROR, "This picture has no words for people who cannot see it.", where, found,
        "Add a line such as image_alt: Two practitioners at a table. Where it says nothing: image_alt: decorative.",
        is_contained=True,
    )  # fmt: skip


def picture_kind_unknown(where: Location, found: str, advice: str) -> Diagnostic:
    return Diagnostic(
        "image.kind-unknown", Severity.ERROR, "Pictures of this kind are not shown.", where, found, advice,
        is_contained=True,
    )  # fmt: skip


def picture_moves(where: Location) -> Diagnostic:
    return Diagnostic(
        "image.moves", Severity.WARNING, "This picture moves; only its first view is shown.", where, "",
        "Moving pictures distract, and some make people ill. Save the view that you want as JPEG or PNG.",
    )  # fmt: skip


def document_names_author(where: Location, name: str) -> Diagnostic:
    return Diagnostic(
        "privacy.document-author", Severity.WARNING, "This PDF says who wrote it, and everybody who opens it can see.",
        where, name, "In Word: File, Options, Trust Center, Document Inspector; then save the PDF again.",
    )  # fmt: skip


def event_picture_without_words(where: Location, found: str) -> Diagnostic:
    return Diagnostic(
        "event.image-no-description", Severity.WARNING,
        "This picture has no words for people who cannot see it, so the event is shown without it.", where, found,
        f"Say what it shows, for example X-BOARDSITE-IMAGE;LABEL=People at a round table:{found}",
    )  # fmt: skip
