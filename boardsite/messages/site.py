"""What we say about the site as a whole: addresses, links, pictures, groups, contacts, dates of review."""

from __future__ import annotations

from datetime import date

from boardsite.clock import short_date
from boardsite.diagnostics import Diagnostic, Location, Severity
from boardsite.messages.findings import look, must
from boardsite.text import excerpt


def no_site_settings(where: Location) -> Diagnostic:
    return must(
        "site.no-settings", where, "The board's settings are missing.",
        "Write content/site.yaml; docs/content-types.md says what goes into it.",
    )  # fmt: skip


def no_home_page(where: Location) -> Diagnostic:
    return must(
        "site.no-home-page", where, "The home page is missing.",
        "Write content/index.md with a title and a few words of welcome.",
    )  # fmt: skip


def no_groups(where: Location) -> Diagnostic:
    return look(
        "site.no-groups", where, "There is no group yet.",
        "Make a folder for each group, with an index.md that begins with its name.",
    )  # fmt: skip


def group_without_details(where: Location) -> Diagnostic:
    return must(
        "group.no-details", where, "This group has no index.md.",
        "Write an index.md with at least name: South between two lines of ---.",
    )  # fmt: skip


def priority_unknown(where: Location, found: str, suggestion: str) -> Diagnostic:
    return must(
        "page.priority-unknown", where, "The board has no priority of this short name.",
        f"Did you mean {suggestion}?" if suggestion else "The priorities are listed in content/site.yaml.", found,
    )  # fmt: skip


def topics_alike(where: Location, found: str, known: str, first: Location) -> Diagnostic:
    return Diagnostic(
        "page.topics-alike", Severity.WARNING,
        f"The topics {known} and {found} have the same address, so they share a page.", where, found,
        "Write one of them in letters of its own, for example C sharp in place of C#.", (first,),
    )  # fmt: skip


def topic_without_address(where: Location, found: str) -> Diagnostic:
    return look(
        "page.topic-not-shown", where, "This topic has no letter from a to z and no figure, so it is not shown.",
        "An address needs such letters: add the English word, for example 健康 health.", found,
    )  # fmt: skip


def contrast_low(where: Location, found: str, ratio: float) -> Diagnostic:
    return must(
        "site.contrast-low", where, f"White letters on this colour cannot be read well ({ratio:.1f} to 1).",
        'Choose a darker colour, with at least 4.5 to 1, for example "#123b52".', found,
    )  # fmt: skip


def expires_before_shown(where: Location, shown: date) -> Diagnostic:
    return must(
        "news.expires-before-shown", where, f"This would expire before it is shown, on {short_date(shown)}.",
        "Mend one of the two dates.",
    ).contained()  # fmt: skip


def no_summary(where: Location) -> Diagnostic:
    return Diagnostic(
        "news.no-summary", Severity.NOTICE, "There is no summary, so lists show the first sentences.", where, "",
        "Add a line such as summary: The June forum is open to all practitioners.",
    )  # fmt: skip


def video_without_transcript(where: Location, title: str) -> Diagnostic:
    return look(
        "page.video-without-words", where, "What is said in this video is written down nowhere.",
        "Write it on a page, then name it, for example transcript: /threshold-guide/#what-the-film-says.", title,
    )  # fmt: skip


def review_overdue(where: Location, day: date) -> Diagnostic:
    return look(
        "page.review-overdue", where, f"This was to be read again by {short_date(day)}.",
        "Read it, mend what has changed, and set review_by to a day to come.",
    )  # fmt: skip


def contact_review_overdue(where: Location, role: str, day: date) -> Diagnostic:
    return look(
        "contact.review-overdue", where, f"The contact {role} was to be checked by {short_date(day)}.",
        "Check the details, then set review_by to a day to come.",
    )  # fmt: skip


def contact_stale(where: Location, role: str, day: date) -> Diagnostic:
    return look(
        "contact.too-old", where, f"The contact {role} is unchecked since {short_date(day)}; the office stands in.",
        "Check the details, then set review_by to a day to come.",
    )  # fmt: skip


def contact_without_way(where: Location, role: str) -> Diagnostic:
    return must(
        "contact.no-way-to-reach", where, f"The contact {role} has neither an email address nor a number.",
        "Add email: or phone:, or say vacant: yes.",
    )  # fmt: skip


def no_office(where: Location) -> Diagnostic:
    return must(
        "site.no-office", where, "No office can stand in for a contact that is vacant or out of date.",
        "Add email: or phone: of the office, for example phone: 01632 960100.",
    )  # fmt: skip


def contact_without_consent(where: Location, name: str) -> Diagnostic:
    return must(
        "contact.personal-without-consent", where, "A person is named without a word about consent.",
        "Take the name out, or add consent: when and how the person agreed.", name,
    )  # fmt: skip


def consent_not_given(where: Location, found: str) -> Diagnostic:
    return must(
        "contact.consent-not-given", where, "This does not say that the person agreed to be named.",
        "Take the name out, or write only when and how the person agreed: By email, 3 May 2016.", found,
    )  # fmt: skip


def group_name_twice(where: Location, name: str, first: Location) -> Diagnostic:
    return Diagnostic(
        "group.name-twice", Severity.WARNING, "Two groups have the same name, so nobody can tell them apart.", where,
        name, "Add what makes the difference to one of them, for example South Coast.", (first,),
    )  # fmt: skip


def place_unknown(where: Location, found: str, suggestion: str) -> Diagnostic:
    line = "X-BOARDSITE-VENUE:"
    return look(
        "event.place-unknown", where, "There is no place of this short name.",
        f"Did you mean {line}{suggestion}?" if suggestion else "The places are listed in content/places.yaml.",
        line + found,
    )  # fmt: skip


def key_twice(where: Location, key: str, first: Location) -> Diagnostic:
    return Diagnostic(
        "place.key-twice", Severity.ERROR, "Two entries have the same short name.", where, key,
        f"Give one of them another name. The first is on line {first.line}.", (first,),
    )  # fmt: skip


def route_clash(where: Location, address: str, first: Location | None, *, is_old_address: bool = False) -> Diagnostic:
    """`first` is None where the site itself makes the other page; an old address is one of `aliases`."""
    if is_old_address:
        hint = f"Take {address} out of aliases: a page that is there now has it already."
    else:
        hint = "Rename one of the two files." if first else "Rename the file: the site itself makes the other page."
    return Diagnostic(
        "route.clash", Severity.ERROR, f"Two things would have the same address {address}.", where, "", hint,
        (first,) if first else (),
    )  # fmt: skip


def route_reserved(where: Location, address: str) -> Diagnostic:
    return must(
        "route.reserved", where, f"The address {address} belongs to a page that the site makes itself.",
        "Rename the file.",
    )  # fmt: skip


def file_name_unusable(where: Location, found: str) -> Diagnostic:
    return must(
        "route.no-name", where, "No address can be made from this file name.",
        "Rename it with letters and figures, for example june-meeting.md.", found,
    )  # fmt: skip


def no_number_for_everyone(where: Location) -> Diagnostic:
    return look(
        "urgent.none-for-everyone", where, "No number is for everyone, so parents see those of practitioners.",
        "Add a number with audience: public, for example that of children's services.",
    )  # fmt: skip


def numbers_unchecked(where: Location, day: date) -> Diagnostic:
    return look(
        "urgent.unchecked", where, f"Nobody has rung the numbers for urgent help since {short_date(day)}.",
        "Ring each of them, mend what has changed, and set checked_on to the day on which you did.",
    )  # fmt: skip


def statement_unfilled(where: Location, found: str) -> Diagnostic:
    return must(
        "site.statement-unfilled", where, "The accessibility statement still holds a gap of its pattern.",
        "Write the real words here.", found,
    )  # fmt: skip


def statement_missing(where: Location) -> Diagnostic:
    return look(
        "site.statement-missing", where,
        "There are no settings for the accessibility statement, which the law asks for.",
        "Add accessibility: to content/site.yaml; docs/content-types.md says what goes into it.",
    )  # fmt: skip


def statement_incomplete(where: Location) -> Diagnostic:
    return must(
        "site.statement-incomplete", where, "The statement says that something fails, and does not say what.",
        "List what is not accessible under problems:, or write status: fully.",
    )  # fmt: skip


def page_missing(where: Location, found: str, suggestion: str) -> Diagnostic:
    return must(
        "site.page-missing", where, "The site has no page at this address.",
        f"Did you mean {suggestion}?" if suggestion else "Write the page, or take the link out.", found,
    )  # fmt: skip


def page_expired(where: Location, found: str) -> Diagnostic:
    return look(
        "site.page-expired", where, "This page has expired, and readers are still sent to it.",
        "Name another page, or bring this one up to date and take its expires line out.", found,
    )  # fmt: skip


def address_taken(where: Location, title: str, found: str, given: str, other: Location) -> Diagnostic:
    return Diagnostic(
        "event.address-taken", Severity.WARNING, f'"{excerpt(title, 60)}" has the address of another event.', where,
        found, f"It now has the address {given}. Give one of the two another name of file or X-BOARDSITE-SLUG.",
        (other,),
    )  # fmt: skip


def states_differ(where: Location, title: str, other: Location) -> Diagnostic:
    return Diagnostic(
        "event.states-differ", Severity.WARNING,
        f'"{title}" is in two folders that differ in what is cancelled, postponed or uncertain.', where, "",
        "Write the same STATUS into both files. The board's calendar takes the copy with the higher SEQUENCE.",
        (other,),
    )  # fmt: skip


def uid_of_another_group(where: Location, title: str, other: Location) -> Diagnostic:
    return Diagnostic(
        "event.uid-of-another-group", Severity.WARNING,
        f'"{title}" has the UID of an event in another folder; we show both.', where, "",
        "Give this one a UID of its own, for example UID:west-forum-2016@example.org.", (other,),
    )  # fmt: skip
