"""What we say about single settings: missing, not understood, impossible, too long, misspelt."""

from __future__ import annotations

from collections.abc import Iterable

from boardsite.diagnostics import Diagnostic, Location, Severity
from boardsite.text import listed, nearest


def _must(code: str, message: str, where: Location, found: str, hint: str) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, where, found, hint)


def missing(where: Location, name: str, hint: str) -> Diagnostic:
    return _must("field.missing", f"The setting {name} is missing.", where, "", f"Add a line such as {name}: {hint}")


def unknown_name(where: Location, name: str, known: Iterable[str]) -> Diagnostic:
    """A misspelt name would lose its value without a word; a foreign one may be somebody's own remark."""
    names = sorted(known)
    meant = nearest(name, names)
    if meant:
        return Diagnostic(
            "settings.unknown-name", Severity.ERROR, f"There is no setting called {name}.", where, name,
            f"Did you mean {meant}?",
        )  # fmt: skip
    return Diagnostic(
        "settings.unknown-name", Severity.WARNING, f"There is no setting called {name}, so it is not used.", where,
        name, f"Take the line out, or use one of these: {listed(names, 'or')}.",
    )  # fmt: skip


def wrong_shape(where: Location, name: str, found: str, hint: str) -> Diagnostic:
    return _must("field.wrong-shape", f"The setting {name} is not written as it should be.", where, found, hint)


def date_unreadable(where: Location, found: str, suggestion: str) -> Diagnostic:
    return _must(
        "field.date-unreadable", "We cannot read this as a date.", where, found,
        f"Write a day, a month and a year, for example {suggestion or '27 June 2016'}.",
    )  # fmt: skip


def date_impossible(where: Location, found: str, said: str, suggestion: str) -> Diagnostic:
    return _must(
        "field.date-impossible", f"There is no {said}.", where, found,
        f"Write a date that exists, for example {suggestion or '30 June 2016'}.",
    )  # fmt: skip


def date_two_digit_year(where: Location, found: str, suggestion: str) -> Diagnostic:
    return _must(
        "field.date-two-digit-year", "The year has to be written with four figures.", where, found,
        f"Write for example {suggestion or '27 June 2016'}.",
    )  # fmt: skip


def date_ambiguous(where: Location, found: str, suggestion: str) -> Diagnostic:
    return _must(
        "field.date-ambiguous", "This date can be read in two ways.", where, found,
        f"Write the month as a word, for example {suggestion}.",
    )  # fmt: skip


def date_wrong_weekday(where: Location, found: str, said: str, weekday: str) -> Diagnostic:
    return _must(
        "field.date-wrong-weekday", f"{said} is a {weekday}.", where, found,
        f"Mend the weekday or the date, for example {weekday} {said}.",
    )  # fmt: skip


def time_unreadable(where: Location, found: str, said: str) -> Diagnostic:
    return _must(
        "field.time-unreadable", f"We cannot read {said} as a time.", where, found,
        "Write for example 9:30am, 5pm or midday.",
    )  # fmt: skip


def not_yes_or_no(where: Location, found: str) -> Diagnostic:
    return _must(
        "field.not-yes-or-no", "This setting is either yes or no.", where, found,
        "Write yes or no, and nothing else.",
    )  # fmt: skip


def not_a_choice(where: Location, found: str, options: Iterable[str]) -> Diagnostic:
    known = list(options)
    meant = nearest(found, known)
    hint = f"Did you mean {meant}?" if meant else f"Write one of these: {listed(known, 'or')}."
    return _must("field.not-a-choice", "This is not one of the words we know here.", where, found, hint)


def not_a_number(where: Location, found: str, least: int, most: int) -> Diagnostic:
    return _must(
        "field.not-a-number", f"This has to be a whole number from {least} to {most}.", where, found,
        f"Write for example {least}.",
    )  # fmt: skip


def too_long(where: Location, length: int, most: int) -> Diagnostic:
    return _must(
        "field.too-long", f"This has {length} letters and may have {most}.", where, "",
        "Shorten it; the rest can go into the text below.",
    )  # fmt: skip


def too_many(where: Location, number: int, most: int) -> Diagnostic:
    return _must("field.too-many", f"This list has {number} entries and may have {most}.", where, "", "Take some out.")


def email_unreadable(where: Location, found: str) -> Diagnostic:
    return _must(
        "field.email-unreadable", "We cannot read this as an email address.", where, found,
        "Write one address without spaces, for example south-chair@example.org.",
    )  # fmt: skip


def phone_unreadable(where: Location, found: str) -> Diagnostic:
    figures = "".join(letter for letter in found if letter.isdigit())
    lost = len(figures) in (9, 10) and not figures.startswith("0")
    return _must(
        "field.phone-unreadable", "We cannot read this as a British telephone number.", where, found,
        f"Was the first 0 lost? Write 0{figures}." if lost else "Write it with its area code: 01632 960001.",
    )  # fmt: skip


def address_unreadable(where: Location, found: str) -> Diagnostic:
    better = f"https://{found}" if found.startswith("www.") else "https://www.example.org/page"
    return _must(
        "field.address-unreadable", "We cannot read this as a web address.", where, found,
        f"Begin with https:// and leave no spaces, for example {better}.",
    )  # fmt: skip


def page_unreadable(where: Location, found: str) -> Diagnostic:
    return _must(
        "field.page-unreadable", "We cannot read this as a page of this site.", where, found,
        "Begin and end with a stroke, for example /threshold-guide/.",
    )  # fmt: skip


def old_address_unreadable(where: Location, found: str) -> Diagnostic:
    return _must(
        "field.old-address-unreadable", "We cannot read this as an earlier address of this site.", where, found,
        "Begin and end with a stroke, for example /old-name/, or end in .html.",
    )  # fmt: skip


def file_unreadable(where: Location, found: str) -> Diagnostic:
    return _must(
        "field.file-unreadable", "We cannot read this as the name of a file of this site.", where, found,
        "Write the folder and the name, for example files/flyer-june.pdf.",
    )  # fmt: skip


def key_unreadable(where: Location, found: str, suggestion: str) -> Diagnostic:
    return _must(
        "field.key-unreadable", "A short name may hold only small letters, figures and hyphens.", where, found,
        f"Write for example {suggestion or 'village-hall'}.",
    )  # fmt: skip


def colour_unreadable(where: Location, found: str) -> Diagnostic:
    return _must(
        "field.colour-unreadable", "We cannot read this as a colour.", where, found,
        'Write a # and six figures or letters a to f between quotation marks, for example "#123b52".',
    )  # fmt: skip


def zone_unknown(where: Location, found: str, suggestion: str) -> Diagnostic:
    return _must(
        "field.zone-unknown", "We know no time zone of this name.", where, found,
        f"Write for example {suggestion or 'Europe/London'}.",
    )  # fmt: skip
