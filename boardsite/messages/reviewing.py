"""What `check` says about wording and privacy, and about findings that are said to be meant."""

from __future__ import annotations

from collections.abc import Iterable

from boardsite.diagnostics import Diagnostic, Location, Severity
from boardsite.text import excerpt, listed, nearest


def _meant(where: Location, code: str) -> str:
    word = code.rpartition(".")[2]
    name = f"X-BOARDSITE-ACCEPT:{word}" if where.path.lower().endswith(".ics") else f"accept: {word}"
    return f" If that is meant, add the line {name} and behind it why."


def _look(code: str, where: Location, message: str, found: str, hint: str) -> Diagnostic:
    return Diagnostic(code, Severity.WARNING, message, where, excerpt(found, 120), hint + _meant(where, code))


def long_sentence(where: Location, sentence: str, words: int, most: int) -> Diagnostic:
    hint = f"Make two of it: people on a phone take in up to {most} words." + _meant(where, "long-sentence")
    message = f"This sentence has {words} words."
    return Diagnostic("wording.long-sentence", Severity.NOTICE, message, where, excerpt(sentence, 120), hint)


def vague_link(where: Location, words: str) -> Diagnostic:
    return _look(
        "wording.vague-link", where, "These words do not say where the link leads.", words,
        "Write what is there, for example [the Threshold Guide](/threshold-guide/).",
    )  # fmt: skip


def mobile_number(where: Location, number: str) -> Diagnostic:
    return _look(
        "privacy.mobile-number", where, "A mobile number belongs to a person.", number,
        "Write a number of the role or the office, for example 01632 960001.",
    )  # fmt: skip


def email_list(where: Location, number: int) -> Diagnostic:
    return _look(
        "privacy.email-list", where, f"There are {number} email addresses in this text.", "",
        "Take out those of people; one mailbox of a role is enough, for example office@example.org.",
    )  # fmt: skip


def many_names(where: Location, number: int) -> Diagnostic:
    return _look(
        "privacy.many-names", where, f"This seems to name {number} people who were at a meeting.", "",
        "Write roles in place of names, for example: Chair, two schools, the district council.",
    )  # fmt: skip


def meeting_key(where: Location, kinds: Iterable[str]) -> Diagnostic:
    return _look(
        "privacy.meeting-key", where, f"With {listed(kinds)} anybody can walk into a meeting.", "",
        "Take it out, and write whom to ask for it, for example: write to office@example.org to join.",
    )  # fmt: skip


def accept_unknown(where: Location, word: str, known: Iterable[str]) -> Diagnostic:
    words = tuple(known)
    ends = [code.rpartition(".")[2] for code in words]
    meant = nearest(word, ends)
    hint = f"Did you mean {meant}?" if meant else f"These can be accepted: {listed(words)}."
    message = f"No finding called {word} can be accepted."
    return Diagnostic("accept.unknown", Severity.WARNING, message, where, word, hint)


def accept_without_reason(where: Location, word: str) -> Diagnostic:
    return Diagnostic(
        "accept.without-reason", Severity.WARNING, "This accepts a finding and does not say why.", where, word,
        f"Write the reason behind it, for example accept: {word} The law says it in these words.",
    )  # fmt: skip


def accept_not_needed(where: Location, word: str) -> Diagnostic:
    return Diagnostic(
        "accept.not-needed", Severity.NOTICE, "This accepts a finding that is not there any more.", where, word,
        "Take the line away.",
    )  # fmt: skip
