"""Questions on a terminal, one for each setting that matters, asked again until the answer can be used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TextIO

from boardsite.messages import writing as messages
from boardsite.reporting import write_text
from boardsite.schema.fields import Field
from boardsite.schema.scaffold import Kind, raw
from boardsite.schema.validate import read_values
from boardsite.text import without_controls

MOST_TRIES = 5


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where questions are written and answers come from."""

    answers: TextIO
    questions: TextIO

    def ask(self, question: str) -> str:
        """Return one answer without the spaces around it; raise BoardsiteError where there are no more."""
        write_text(question, self.questions)
        line = self.answers.readline()
        if not line:
            raise messages.answers_ended()
        return without_controls(line).strip()

    def say(self, sentence: str) -> None:
        write_text(sentence, self.questions)


def ask_group(groups: Iterable[str], terminal: Terminal) -> str:
    """Return the answer to "for whom?", in small letters."""
    return terminal.ask(messages.group_question(groups)).lower()


def ask_all(kind: Kind, known: Mapping[str, str], defaults: Mapping[str, str], terminal: Terminal) -> dict[str, str]:
    """Return the known answers and those to the questions that are left."""
    terminal.say(messages.intro(kind.declared.label))
    found = dict(known)
    for field in kind.asked():
        if field.name not in found:
            answer = _ask(field, defaults.get(field.name, ""), terminal)
            if answer:
                found[field.name] = answer
    return found


def _ask(field: Field, default: str, terminal: Terminal) -> str:
    for _ in range(MOST_TRIES):
        question = messages.question(field.label, field.help, default, is_needed=field.is_required)
        answer = terminal.ask(question) or default
        if not answer:
            if not field.is_required:
                return ""
            terminal.say(messages.needed())
            continue
        _, told = read_values(raw((field,), {field.name: answer}, ""), (field,))
        wrong = next((found for found in told if found.is_error), None)
        if wrong is None:
            return answer
        terminal.say(messages.refused(wrong.message, wrong.hint))
    raise messages.answers_ended()
