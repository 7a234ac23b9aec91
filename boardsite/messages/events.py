"""What we say about one event: its title, its texts, its booking, its files."""

from __future__ import annotations

from collections.abc import Iterable

from boardsite.diagnostics import Diagnostic, Location, Severity
from boardsite.messages.findings import look, quoted, refused, told
from boardsite.text import listed, nearest


def controls_removed(where: Location, title: str) -> Diagnostic:
    return look(
        "event.hidden-letters", where, f"Letters that cannot be seen were taken out of {quoted(title)}.",
        "Type the text again instead of pasting it.",
    )  # fmt: skip


def event_cut_short(where: Location, title: str) -> Diagnostic:
    return refused(
        "event.cut-short", where, f"The event {quoted(title)} is not complete: its END:VEVENT is missing.",
        "Download or export the file again.",
    )  # fmt: skip


def line_too_long(where: Location, title: str, name: str, most: int) -> Diagnostic:
    return refused(
        "event.line-too-long", where, f"In {quoted(title)}, the line {name} is longer than {most:,} letters.",
        "Export the event again, or make a new one for its later dates.",
    )  # fmt: skip


def class_unreadable(where: Location, found: str) -> Diagnostic:
    return refused(
        "event.class-unreadable", where, "This line may say that the event is private, so it is not published.",
        "Write CLASS:PRIVATE or CLASS:PUBLIC. A line that goes on with a text has to begin with a space.", found,
    )  # fmt: skip


def line_unreadable(where: Location, title: str, name: str, found: str) -> Diagnostic:
    return look(
        "event.line-unreadable", where, f"In {quoted(title)}, the line {name} cannot be read, so it is not used.",
        f"Write {name}: followed by its value.", found,
    )  # fmt: skip


def no_start(where: Location, title: str) -> Diagnostic:
    return refused(
        "event.no-start", where, f"The event {quoted(title)} has no start.",
        "Add a line such as DTSTART;TZID=Europe/London:20160627T093000.",
    )  # fmt: skip


def written_twice(where: Location, title: str, name: str, found: str) -> Diagnostic:
    return refused(
        "event.written-twice", where, f"In {quoted(title)}, {name} is written twice, so we cannot know which counts.",
        "Take one of the two lines out.", found,
    )  # fmt: skip


def second_not_used(where: Location, title: str, name: str, found: str) -> Diagnostic:
    return look(
        "event.second-not-used", where, f"In {quoted(title)}, {name} is there twice; only the first is shown.",
        f"Write all of it into one line {name}:, and take the other one out.", found,
    )  # fmt: skip


def no_uid(where: Location, title: str) -> Diagnostic:
    return look(
        "event.no-uid", where, f"The event {quoted(title)} has no UID, by which calendars know it again.",
        "Add a line such as UID:south-forum-2016@example.org, and keep it when title or time change.",
    )  # fmt: skip


def no_title(where: Location, shown: str, found: str) -> Diagnostic:
    return look(
        "event.no-title", where, f'This event has no title, so it is shown as "{shown}".',
        "Write a line such as SUMMARY:Safeguarding forum.", found,
    )  # fmt: skip


def meeting_key(where: Location, title: str, kinds: Iterable[str]) -> Diagnostic:
    return look(
        "privacy.meeting-pin", where, f"From {quoted(title)} we took out what lets people into a meeting.",
        "If anyone may join, add a line such as X-BOARDSITE-BOOKING:link https://example.org/join.", listed(kinds),
    )  # fmt: skip


_SHORTER = {
    "SUMMARY": "Keep the title to a few words; the rest can go into DESCRIPTION.",
    "LOCATION": "Keep it to the name of the place and its town; the way there can go into DESCRIPTION.",
}


def text_too_long(where: Location, title: str, name: str, most: int) -> Diagnostic:
    return look(
        "event.text-too-long", where, f"In {quoted(title)}, {name} is longer than {most:,} letters and was cut.",
        _SHORTER.get(name, "Shorten it, or put the long text on a page and give its address."),
    )  # fmt: skip


def too_many_categories(where: Location, title: str, most: int) -> Diagnostic:
    return look(
        "event.too-many-categories", where, f"{quoted(title)} has more than {most} categories; we used the first.",
        "Keep the few that help people to find it.",
    )  # fmt: skip


def too_many_files(where: Location, title: str, most: int) -> Diagnostic:
    return look(
        "event.too-many-files", where, f"{quoted(title)} names more than {most} files; we used the first.",
        "Keep the few that people need, or put the others on a page of their own.",
    )  # fmt: skip


def link_not_web(where: Location, title: str, found: str) -> Diagnostic:
    return look(
        "event.link-not-web", where, f"In {quoted(title)}, the address is not one of a web page, so it is not used.",
        "Write a whole address, for example https://example.org/forum.", found,
    )  # fmt: skip


def choice_unknown(where: Location, title: str, name: str, found: str, known: Iterable[str]) -> Diagnostic:
    words = list(known)
    meant = words[0] if len(words) == 1 else nearest(found, words)
    if meant:
        hint = f"Did you mean {name}:{meant}? Capital and small letters are the same here."
    else:
        hint = f"Write one of these: {listed(words, 'or')}. Capital and small letters are the same here."
    return look(
        "event.choice-unknown", where, f"In {quoted(title)}, {name} has a word we do not know, so it is not used.",
        hint, f"{name}:{found}",
    )  # fmt: skip


def booking_unreadable(where: Location, title: str, found: str) -> Diagnostic:
    return look(
        "event.booking-unreadable", where, f"In {quoted(title)}, we cannot read how to book.",
        "Write none, link https://example.org/book, email forum@example.org or phone 01632 960000.", found,
    )  # fmt: skip


def slug_unreadable(where: Location, title: str, found: str, suggestion: str) -> Diagnostic:
    return look(
        "event.slug-unreadable", where, f"In {quoted(title)}, the last part of the address cannot be used.",
        f"Use small letters, figures and hyphens, for example {suggestion or 'safeguarding-forum'}.", found,
    )  # fmt: skip


def time_and_unconfirmed(where: Location, title: str, found: str, starts: Location) -> Diagnostic:
    return Diagnostic(
        "event.time-and-unconfirmed", Severity.WARNING,
        f"{quoted(title)} has a time and says that it is to be confirmed.", where, found,
        "We show it as to be confirmed. Take this line out when the time is certain.", (starts,),
    )  # fmt: skip


def off_since_when(where: Location, title: str) -> Diagnostic:
    return told(
        "event.off-since-when", where, f"{quoted(title)} is off, and its file does not say since when.",
        "Write SEQUENCE:1 and the time of the change (UTC), for example LAST-MODIFIED:20160620T090000Z.",
    )  # fmt: skip


def accept_without_reason(where: Location, title: str, word: str) -> Diagnostic:
    return look(
        "event.accept-without-reason", where, f"{quoted(title)} accepts a finding and does not say why.",
        f"Write the reason after the word, for example X-BOARDSITE-ACCEPT:{word} The hall has two rooms.", word,
    )  # fmt: skip
