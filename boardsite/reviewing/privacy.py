"""Texts that tell too much: mobile numbers, lists of addresses, names in minutes, what lets people into a meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from boardsite.calendars.meeting_keys import without_keys
from boardsite.diagnostics import Diagnostic
from boardsite.messages import reviewing as messages
from boardsite.reviewing.subjects import Passage, Subject

MOST_ADDRESSES = 4
MOST_NAMES = 4
# As people write them: 07911 123456, (07911) 123456, 07911.123.456, 07 911 123 456, +44 (0)7911 123456, 0044 7911 …
_MOBILE = re.compile(
    r"(?<![\d.])(?!\d\d[./-]\d\d?[./-](?:19|20)\d\d\b)"  # nor a day with a time behind it
    r"(?:\(?(?:\+|00)44\)?[\s.-]?(?:\(0\)|0)?[\s.-]?\(?|\(?0[\s.-]?)7[\s.-]?[1-57-9](?:[)\s.-]{0,2}\d){8}(?!\d)"
)
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_WHO_WAS_THERE = re.compile(r"\b(?:present|attendees|attendance|attended|apologies|those there)\b[*_ ]*:?", re.I)
_LISTED = re.compile(r"\s*[-*+\d]")
_MINUTES = re.compile(r"\b(?:minutes|attendance|apologies)\b", re.I)
_TITLE = r"(?:Mrs?|Ms|Miss|Mx|Dr|Prof|Rev|Cllr|PC|DS|DI|Sgt)\.?"
_CAPITAL = r"[A-Z][\w'’-]{1,40}"
_NAME = re.compile(
    rf"\b(?:{_TITLE} (?:{_CAPITAL} |[A-Z]\.? )?{_CAPITAL}"
    rf"|[A-Z]\.? ?{_CAPITAL}(?<=[a-z])|[A-Z][a-z]{{1,40}} {_CAPITAL})(?!\w)"
)
# Two words with capitals that are no person: the last word of an office, a place, a thing.
_NO_PERSON = re.compile(
    r"\b(?:Board|Group|School|Schools|Council|Centre|Service|Services|Police|Hall|Guide|Team|Trust|Academy|College|Health"
    r"|Help|Office|Road|Street|Lane|Children|Child|Safeguarding|Local|District|County|City|North|South|East|West"
    r"|Primary|High|Early|Chair|Manager|Officer|Nurse|Teacher|Worker|Lead|January|February|March|April|May|June|July"
    r"|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|The|A|An|This"
    r"|Our|We|In|On|At|For|To|From|With|And|Next|Any)\b"
)


def mobile_numbers(subject: Subject) -> Iterator[Diagnostic]:
    """Tell of mobile numbers: they belong to a person, who is called at night and changes jobs."""
    for passage in subject.passages:
        for found in _MOBILE.finditer(passage.text):
            yield messages.mobile_number(passage.at(found.start()), found[0])


def email_lists(subject: Subject) -> Iterator[Diagnostic]:
    """Tell of texts with many addresses: most come from the head of a message that was copied in whole."""
    for passage in subject.passages:
        found = list(_ADDRESS.finditer(passage.text))
        number = len({each[0].casefold() for each in found})
        if number > MOST_ADDRESSES:
            yield messages.email_list(passage.at(found[0].start()), number)


def names_in_minutes(subject: Subject) -> Iterator[Diagnostic]:
    """Tell of minutes that name many people: who was there is for the group, not for the world."""
    is_minutes = bool(_MINUTES.search(subject.title))
    for passage in subject.passages:
        if not is_minutes and not _WHO_WAS_THERE.search(passage.text):
            continue
        names = {found[0]: found.start() for found in _people(passage, whole=is_minutes)}
        if len(names) > MOST_NAMES:
            yield messages.many_names(passage.at(min(names.values())), len(names))


def _people(passage: Passage, *, whole: bool) -> Iterator[re.Match[str]]:
    """Yield what looks like people: in all of the minutes, elsewhere only where a text says who was there."""
    parts = [(0, len(passage.text))] if whole else _parts_of_who_was_there(passage.text)
    for start, end in parts:
        for found in _NAME.finditer(passage.text, start, end):
            if not _NO_PERSON.search(found[0]):
                yield found


def _parts_of_who_was_there(text: str) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs and lists behind labels, each once: to the empty line behind which no list goes on."""
    begun: int | None = None
    is_waiting = is_after_empty = False  # for the first words behind a label
    at = 0
    for line in text.split("\n"):
        if not line.strip():
            is_after_empty = True
        else:
            if begun is not None and is_after_empty and not is_waiting and not _LISTED.match(line):
                yield begun, at
                begun = None
            labels = list(_WHO_WAS_THERE.finditer(line))
            if labels and begun is None:
                begun = at + labels[0].end()
            is_waiting = bool(labels) and not line[labels[-1].end() :].strip(" *_")
            is_after_empty = False
        at += len(line) + 1
    if begun is not None:
        yield begun, len(text)


def meeting_keys(subject: Subject) -> Iterator[Diagnostic]:
    """Tell of passcodes and joining links in pages; those of events are taken out by themselves."""
    for passage in subject.passages:
        if not passage.is_markdown:
            continue
        offset = 0
        for line in passage.text.split("\n"):
            kinds = without_keys(line)[1]
            if kinds:
                yield messages.meeting_key(passage.at(offset), sorted(kinds))
            offset += len(line) + 1
