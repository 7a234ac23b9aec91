"""All rules over all texts, without the findings that are said to be meant; and what is odd about saying so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from boardsite.diagnostics import Diagnostic, Diagnostics
from boardsite.messages import reviewing as messages
from boardsite.reviewing import privacy, wording
from boardsite.reviewing.subjects import Acceptance, Subject

Rule = Callable[[Subject], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (
    wording.long_sentences,
    wording.vague_links,
    privacy.mobile_numbers,
    privacy.email_lists,
    privacy.names_in_minutes,
    privacy.meeting_keys,
)
CODES = (
    "wording.long-sentence", "wording.vague-link", "privacy.mobile-number", "privacy.email-list", "privacy.many-names",
    "privacy.meeting-key",
)  # fmt: skip
_WORDS = tuple(code.rpartition(".")[2] for code in CODES)


def review(subjects: Iterable[Subject]) -> Diagnostics:
    """Return what the rules find in these subjects and what nobody has accepted."""
    return tuple(found for subject in subjects for found in _of(subject))


def _of(subject: Subject) -> Iterator[Diagnostic]:
    accepted = {each.word for each in subject.accepts if each.reason or not _is_written_here(each)}
    met: set[str] = set()
    for rule in RULES:
        for found in rule(subject):
            word = found.code.rpartition(".")[2]
            met.add(word)
            if word not in accepted:
                yield found
    for each in subject.accepts:
        if not _is_written_here(each):
            continue
        if each.word not in _WORDS:
            yield messages.accept_unknown(each.where, each.word, CODES)
        elif not each.reason:
            yield messages.accept_without_reason(each.where, each.word)
        elif each.word not in met:
            yield messages.accept_not_needed(each.where, each.word)


def _is_written_here(each: Acceptance) -> bool:
    """Events have a line of their own for this, whose words and reasons the calendars look at."""
    return not each.where.path.lower().endswith(".ics")
