"""What we say about the site as a whole: addresses, links, pictures, groups, contacts, dates of review."""

from __future__ import annotations

from datetime import date

from boardsite.clock import short_date
from boardsite.diagnostics import Diagnostic, Location, Severity


def _must(code: str, message: str, where: Location, found: str, hint: str) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, where, found, hint)


def _look(code: str, message: str, where: Location, found: str, hint: str) -> Diagnostic:
    return Diagnostic(code, Severity.WARNING, message, where, found, hint)


def no_site_settings(where: Location) -> Diagnostic:
    return _must(
        "site.no-settings", "The board's settings are missing.", where, "",
        "Write content/site.yaml; docs/content-types.md says what goes into it.",
    )  # fmt: skip


def no_home_page(where: Location) -> Diagnostic:
    return _must(
        "site.no-home-page", "The home page is missing.", where, "",
        "Write content/index.md with a title and a few words of welcome.",
    )  # fmt: skip


def no_groups(where: Location) -> Diagnostic:
    return _look(
        "site.no-groups", "There is no group yet.", where, "",
        "Make a folder for each group, with an index.md that begins with its name.",
    )  # fmt: skip


def group_without_details(where: Location) -> Diagnostic:
    return _must(
        "group.no-details", "This group has no index.md.", where, "",
        "Write an index.md with at least name: South between two lines of ---.",
    )  # fmt: skip


def priority_unknown(where: Location, found: str, suggestion: str) -> Diagnostic:
    return _must(
        "page.priority-unknown", "The board has no priority of this short name.", where, found,
        f"Did you mean {suggestion}?" if suggestion else "The priorities are listed in content/site.yaml.",
    )  # fmt: skip


def contrast_low(where: Location, found: str, ratio: float) -> Diagnostic:
    return _must(
        "site.contrast-low", f"White letters on this colour cannot be read well ({ratio:.1f} to 1).", where, found,
        'Choose a darker colour, with at least 4.5 to 1, for example "#123b52".',
    )  # fmt: skip


def expires_before_shown(where: Location, shown: date) -> Diagnostic:
    return _must(
        "news.expires-before-shown", f"This would expire before it is shown, on {short_date(shown)}.", where, "",
        "Mend one of the two dates.",
    ).contained()  # fmt: skip


def no_summary(where: Location) -> Diagnostic:
    return Diagnostic(
        "news.no-summary", Severity.NOTICE, "There is no summary, so lists show the first sentences.", where, "",
        "Add a line such as summary: The June forum is open to all practitioners.",
    )  # fmt: skip


def review_overdue(where: Location, day: date) -> Diagnostic:
    return _look(
        "page.review-overdue", f"This was to be read again by {short_date(day)}.", where, "",
        "Read it, mend what has changed, and set review_by to a day to come.",
    )  # fmt: skip


def contact_review_overdue(where: Location, role: str, day: date) -> Diagnostic:
    return _look(
        "contact.review-overdue", f"The contact {role} was to be checked by {short_date(day)}.", where, "",
        "Check the details, then set review_by to a day to come.",
    )  # fmt: skip


def contact_stale(where: Location, role: str, day: date) -> Diagnostic:
    return _look(
        "contact.too-old", f"The contact {role} is unchecked since {short_date(day)}; the office stands in.", where, "",
        "Check the details, then set review_by to a day to come.",
    )  # fmt: skip


def contact_without_way(where: Location, role: str) -> Diagnostic:
    return _must(
        "contact.no-way-to-reach", f"The contact {role} has neither an email address nor a number.", where, "",
        "Add email: or phone:, or say vacant: yes.",
    )  # fmt: skip


def contact_without_consent(where: Location, name: str) -> Diagnostic:
    return _must(
        "contact.personal-without-consent", "A person is named without a word about consent.", where, name,
        "Take the name out, or add consent: when and how the person agreed.",
    )  # fmt: skip


def area_group_unknown(where: Location, found: str, suggestion: str) -> Diagnostic:
    return _must(
        "area.group-unknown", "There is no group folder of this name.", where, found,
        f"Did you mean {suggestion}?" if suggestion else "Write the name of a folder in lscgs/.",
    )  # fmt: skip


def place_unknown(where: Location, found: str, suggestion: str) -> Diagnostic:
    return _look(
        "event.place-unknown", "There is no place of this short name.", where, found,
        f"Did you mean {suggestion}?" if suggestion else "The places are listed in content/places.yaml.",
    )  # fmt: skip


def key_twice(where: Location, key: str, first: Location) -> Diagnostic:
    return Diagnostic(
        "place.key-twice", Severity.ERROR, "Two entries have the same short name.", where, key,
        f"Give one of them another name. The first is on line {first.line}.", (first,),
    )  # fmt: skip


def route_clash(where: Location, address: str, first: Location) -> Diagnostic:
    return Diagnostic(
        "route.clash", Severity.ERROR, f"Two things would have the same address {address}.", where, "",
        "Rename one of the two files.", (first,),
    )  # fmt: skip


def route_reserved(where: Location, address: str) -> Diagnostic:
    return _must(
        "route.reserved", f"The address {address} belongs to a page that the site makes itself.", where, "",
        "Rename the file.",
    )  # fmt: skip


def file_name_unusable(where: Location, found: str) -> Diagnostic:
    return _must(
        "route.no-name", "No address can be made from this file name.", where, found,
        "Rename it with letters and figures, for example june-meeting.md.",
    )  # fmt: skip


def statement_unfilled(where: Location, found: str) -> Diagnostic:
    return _must(
        "site.statement-unfilled", "The accessibility statement still holds a gap of its pattern.", where, found,
        "Write the real words here.",
    )  # fmt: skip


def statement_missing(where: Location) -> Diagnostic:
    return _look(
        "site.statement-missing", "There are no settings for the accessibility statement, which the law asks for.",
        where, "", "Add accessibility: to content/site.yaml; docs/content-types.md says what goes into it.",
    )  # fmt: skip


def statement_incomplete(where: Location) -> Diagnostic:
    return _must(
        "site.statement-incomplete", "The statement says that something fails, and does not say what.", where, "",
        "List what is not accessible under problems:, or write status: fully.",
    )  # fmt: skip


def page_missing(where: Location, found: str, suggestion: str) -> Diagnostic:
    return _must(
        "site.page-missing", "The site has no page at this address.", where, found,
        f"Did you mean {suggestion}?" if suggestion else "Write the page, or take the link out.",
    )  # fmt: skip


def uid_of_another_group(where: Location, title: str, other: Location) -> Diagnostic:
    return Diagnostic(
        "event.uid-of-another-group", Severity.WARNING,
        f'"{title}" has the UID of an event in another folder; we show both.', where, "",
        "Give this one a UID of its own, for example UID:west-forum-2016@example.org.", (other,),
    )  # fmt: skip
