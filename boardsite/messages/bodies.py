"""What we say about the text below the settings: HTML that is not let through, pictures, links."""

from __future__ import annotations

from boardsite.diagnostics import Diagnostic, Location, Severity


def too_long(where: Location, most: int) -> Diagnostic:
    return Diagnostic(
        "page.too-long", Severity.ERROR, f"This text has more than {most:,} letters.", where,
        hint="Split it into several pages.",
    )  # fmt: skip


def line_too_long(where: Location, most: int) -> Diagnostic:
    return Diagnostic(
        "page.line-too-long", Severity.ERROR, f"This line has more than {most:,} letters.", where,
        hint="Break it into paragraphs. Was something pasted that is not text?",
    )  # fmt: skip


def too_many_marks(where: Location, found: str) -> Diagnostic:
    return Diagnostic(
        "page.too-many-marks", Severity.ERROR, "The same mark stands here far too many times.", where, found,
        "Take the marks out. Was something pasted that is not text?",
    )  # fmt: skip


def block_too_long(where: Location, most: int) -> Diagnostic:
    return Diagnostic(
        "page.no-blank-line", Severity.ERROR, f"Here are more than {most:,} lines without a blank line.", where,
        hint="Put a blank line between paragraphs. Was something pasted that is not text?",
    )  # fmt: skip


def not_converted(where: Location) -> Diagnostic:
    return Diagnostic(
        "page.not-converted", Severity.ERROR, "We cannot make a page from this text.", where,
        hint="Look for pasted HTML or odd marks, and take them out.",
    )  # fmt: skip


def tag_removed(where: Location, tag: str) -> Diagnostic:
    return Diagnostic(
        "page.html-left-out", Severity.WARNING, "This piece of HTML is not shown on the site.", where, f"<{tag}>",
        "Write it in Markdown, or link to the page that has it.",
    )  # fmt: skip


def picture_without_words(where: Location, found: str) -> Diagnostic:
    return Diagnostic(
        "image.no-description", Severity.ERROR, "This picture has no words for people who cannot see it.", where, found,
        "Say what it shows: ![Two people at a table](images/table.jpg). If nothing: ![decorative](images/a.png).",
    )  # fmt: skip


def empty_link(where: Location, found: str) -> Diagnostic:
    return Diagnostic(
        "link.no-words", Severity.WARNING, "This link has no words to click on.", where, found,
        "Put words between the square brackets, for example [Threshold Guide](/threshold-guide/).",
    )  # fmt: skip


def kind_refused(where: Location, found: str) -> Diagnostic:
    return Diagnostic(
        "link.kind-not-allowed", Severity.ERROR, "The site does not link to addresses of this kind.", where, found[:80],
        "Use an address that begins with https://, mailto: or tel:, or a page of this site.",
    )  # fmt: skip


def empty_heading(where: Location) -> Diagnostic:
    return Diagnostic(
        "page.empty-heading", Severity.WARNING, "This heading has no words, so it was left out.", where, "",
        "Write words behind the marks, or take the line out.",
    )  # fmt: skip
