"""What we say about single settings: missing, not understood, impossible, too long, misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterable

from boardsite.diagnostics import Diagnostic, Location, Severity
from boardsite.messages.findings import must
from boardsite.text import listed, nearest


def missing(where: Location, name: str, hint: str) -> Diagnostic:
    return must("field.missing", where, f"The setting {name} is missing.", f"Add a line such as {name}: {hint}")


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
    return must("field.wrong-shape", where, f"The setting {name} is not written as it should be.", hint, found)


def date_unreadable(where: Location, found: str, suggestion: str) -> Diagnostic:
    return must(
        "field.date-unreadable", where, "We cannot read this as a date.",
        f"Write a day, a month and a year, for example {suggestion or '27 June 2016'}.", found,
    )  # fmt: skip


def date_impossible(where: Location, found: str, said: str, suggestion: str) -> Diagnostic:
    return must(
        "field.date-impossible", where, f"There is no {said}.",
        f"Write a date that exists, for example {suggestion or '30 June 2016'}.", found,
    )  # fmt: skip


def date_two_digit_year(where: Location, found: str, suggestion: str) -> Diagnostic:
    return must(
        "field.date-two-digit-year", where, "The year has to be written with four figures.",
        f"Write for example {suggestion or '27 June 2016'}.", found,
    )  # fmt: skip


def date_ambiguous(where: Location, found: str, suggestion: str) -> Diagnostic:
    return must(
        "field.date-ambiguous", where, "This date can be read in two ways.",
        f"Write the month as a word, for example {suggestion}.", found,
    )  # fmt: skip


def date_wrong_weekday(where: Location, found: str, said: str, weekday: str) -> Diagnostic:
    return must(
        "field.date-wrong-weekday", where, f"{said} is a {weekday}.",
        f"Mend the weekday or the date, for example {weekday} {said}.", found,
    )  # fmt: skip


def time_of_another_clock(where: Location, found: str) -> Diagnostic:
    return must(
        "field.time-of-another-clock", where, "This time is of another clock: Z and +00:00 are not ours in summer.",
        "Write the day and time on the board's own clocks, for example 27 June 2016, 9:30am.", found,
    )  # fmt: skip


def time_unreadable(where: Location, found: str, said: str) -> Diagnostic:
    return must(
        "field.time-unreadable", where, f"We cannot read {said} as a time.",
        "Write for example 9:30am, 5pm or midday.", found,
    )  # fmt: skip


def not_yes_or_no(where: Location, found: str) -> Diagnostic:
    return must(
        "field.not-yes-or-no", where, "This setting is either yes or no.",
        "Write yes or no, and nothing else.", found,
    )  # fmt: skip


def not_a_choice(where: Location, found: str, options: Iterable[str]) -> Diagnostic:
    known = list(options)
    meant = nearest(found, known)
    hint = f"Did you mean {meant}?" if meant else f"Write one of these: {listed(known, 'or')}."
    return must("field.not-a-choice", where, "This is not one of the words we know here.", hint, found)


def not_a_number(where: Location, found: str, least: int, most: int) -> Diagnostic:
    return must(
        "field.not-a-number", where, f"This has to be a whole number from {least} to {most}.",
        f"Write for example {least}.", found,
    )  # fmt: skip


def too_long(where: Location, length: int, most: int) -> Diagnostic:
    return must(
        "field.too-long", where, f"This has {length} letters and may have {most}.",
        "Shorten it; the rest can go into the text below." if where.path.endswith(".md") else "Say it in fewer words.",
    )  # fmt: skip


def too_many(where: Location, number: int, most: int) -> Diagnostic:
    return must("field.too-many", where, f"This list has {number} entries and may have {most}.", "Take some out.")


def email_unreadable(where: Location, found: str) -> Diagnostic:
    return must(
        "field.email-unreadable", where, "We cannot read this as an email address.",
        "Write one address without spaces, for example south-chair@example.org.", found,
    )  # fmt: skip


def phone_unreadable(where: Location, found: str) -> Diagnostic:
    figures = "".join(letter for letter in found if letter.isdigit())
    if len(figures) in (9, 10) and not figures.startswith("0"):
        hint = f"Was the first 0 lost? Write 0{figures}."
    elif not figures:
        hint = "Write it in figures, for example 01632 960001 or 999."
    elif len(figures) > 13:
        hint = "Write one number here, for example 01632 960001. Another one can go into an entry of its own."
    elif figures.startswith("0") and len(figures) in (9, 10, 12):
        hint = f"Such a number has 11 figures, and this one has {len(figures)}. Look it up again."
    else:
        hint = "Write it with its area code, for example 01632 960001."
    return must("field.phone-unreadable", where, "We cannot read this as a British telephone number.", hint, found)


def address_unreadable(where: Location, found: str) -> Diagnostic:
    is_host = re.fullmatch(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}(?:/\S*)?", found)
    better = f"https://{found}" if is_host else "https://www.example.org/page"
    return must(
        "field.address-unreadable", where, "We cannot read this as a web address.",
        f"Begin with https:// and leave no spaces, for example {better}.", found,
    )  # fmt: skip


def repository_unreadable(where: Location, found: str) -> Diagnostic:
    return must(
        "field.repository-unreadable", where, "We cannot read this as the name of a repository.",
        "Write its owner and its name with a / between them, for example example-board/site.", found,
    )  # fmt: skip


def page_unreadable(where: Location, found: str) -> Diagnostic:
    return must(
        "field.page-unreadable", where, "We cannot read this as a page of this site.",
        "Begin and end with a stroke, for example /threshold-guide/.", found,
    )  # fmt: skip


def old_address_unreadable(where: Location, found: str) -> Diagnostic:
    return must(
        "field.old-address-unreadable", where, "We cannot read this as an earlier address of this site.",
        "Begin and end with a stroke, for example /old-name/, or end in .html.", found,
    )  # fmt: skip


def file_unreadable(where: Location, found: str) -> Diagnostic:
    return must(
        "field.file-unreadable", where, "We cannot read this as the name of a file of this site.",
        "Write the folder and the name, for example files/flyer-june.pdf.", found,
    )  # fmt: skip


def key_unreadable(where: Location, found: str, suggestion: str) -> Diagnostic:
    return must(
        "field.key-unreadable", where, "A short name may hold only small letters, figures and hyphens.",
        f"Write for example {suggestion or 'village-hall'}.", found,
    )  # fmt: skip


def account_unreadable(where: Location, found: str) -> Diagnostic:
    return must(
        "field.account-unreadable", where, "This is not the name of an account or a team.",
        "Write the account as its host shows it, for example sample-chair or sample-board/south-chairs.", found,
    )  # fmt: skip


def colour_unreadable(where: Location, found: str) -> Diagnostic:
    return must(
        "field.colour-unreadable", where, "We cannot read this as a colour.",
        'Write a # and six figures or letters a to f between quotation marks, for example "#123b52".', found,
    )  # fmt: skip


def zone_unknown(where: Location, found: str, suggestion: str) -> Diagnostic:
    return must(
        "field.zone-unknown", where, "We know no time zone of this name.",
        f"Did you mean {suggestion}?" if suggestion else "Write for example Europe/London.", found,
    )  # fmt: skip
