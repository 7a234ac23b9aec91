"""Questions on a terminal, one for each setting that matters, asked again until the answer can be used."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TextIO

from boardsite.dataclass import dataclass
from boardsite.messages import writing as messages
from boardsite.reporting import write_text
from boardsite.schema.documents import BOARD
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


def ask_group(groups: Collection[str], terminal: Terminal) -> str:
    """Return the answer to "for whom?": the folder of a group, or that of the board."""
    for _ in range(MOST_TRIES):
        answer = terminal.ask(messages.group_question(groups)).lower()
        if answer in (*groups, BOARD):
            return answer
        terminal.say(messages.refused(messages.group_unknown(answer, groups).sentence) if answer else messages.needed())
    raise messages.answers_ended()


def ask_all(
    kind: Kind,
    known: Mapping[str, str],
    defaults: Mapping[str, str],
    terminal: Terminal,
    doubt: Callable[[Mapping[str, str]], str],
) -> dict[str, str]:
    """Return the known answers and those to the questions that are left; `doubt` says what does not fit together."""
    terminal.say(messages.intro(kind.declared.label))
    found = dict(known)
    for field in kind.asked():
        if field.name not in found:
            answer = _ask(field, defaults.get(field.name, ""), terminal, _new_doubt(field, found, doubt))
            if answer:
                found[field.name] = answer
    return found


def _new_doubt(
    field: Field, found: Mapping[str, str], doubt: Callable[[Mapping[str, str]], str]
) -> Callable[[str], str]:
    """What was typed as options is not asked again, so a doubt about it must not stand in the way of an answer."""
    return lambda answer: "" if doubt(found) else doubt({**found, field.name: answer})


def _ask(field: Field, default: str, terminal: Terminal, doubt: Callable[[str], str]) -> str:
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
        refused = f"{wrong.message} {wrong.hint}" if wrong else doubt(answer)
        if not refused:
            return answer
        terminal.say(messages.refused(refused))
    raise messages.answers_ended()
