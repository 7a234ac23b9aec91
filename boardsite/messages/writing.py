"""What we say when new files are made: questions, what was written, and why something was not."""

from __future__ import annotations

from collections.abc import Iterable

from boardsite.diagnostics import BoardsiteError
from boardsite.text import excerpt, listed, nearest

MOST_LETTERS_OF_A_NAME = 100


def there_already(path: str, hint: str) -> BoardsiteError:
    return BoardsiteError(f"There is a file {path} already, so nothing was written. {hint}", status=2)


def not_written(path: str, reason: str) -> BoardsiteError:
    return BoardsiteError(f"The file {path} could not be written: {reason}. Check that you may write there.")


def changed_meanwhile(path: str) -> BoardsiteError:
    return BoardsiteError(f"Somebody else has just changed {path}, so nothing was written. Try again.")


def cannot_add(path: str) -> BoardsiteError:
    return BoardsiteError(
        f"The file {path} is not a list to which an entry can be added, so nothing was written. "
        "Run build.py check to see what must be mended in it.",
        status=1,
    )


def cannot_add_behind(path: str) -> BoardsiteError:
    return BoardsiteError(
        f"The contacts in {path} are written so that none can be added behind them, so nothing was written. "
        "Write each contact on lines of its own, its first one behind a hyphen, as README.md shows.",
        status=1,
    )


def setting_unknown(name: str, known: Iterable[str]) -> BoardsiteError:
    names = tuple(known)
    meant = nearest(name, names)
    better = f"Did you mean --{meant}?" if meant else f"There are {listed(f'--{each}' for each in names)}."
    return BoardsiteError(f"There is no setting --{name} here. {better}", status=2)


def set_in_the_file(name: str) -> BoardsiteError:
    return BoardsiteError(f"--{name} has parts of its own: leave it out here and write it into the new file.", status=2)


def value_wanted(name: str) -> BoardsiteError:
    return BoardsiteError(f'--{name} wants a value behind it, for example --{name} "some words".', status=2)


def ends_before_it_starts(ends: str, starts: str, example: str) -> str:
    return (
        f"It would end at {ends}, and it starts at {starts}. Write an end behind that, for example {example}. "
        "For several days, write one event for each day, or change the end in the new file."
    )


def answers_missing(options: Iterable[str]) -> BoardsiteError:
    return BoardsiteError(f"This needs {listed(options)} as well.", status=2)


def group_wanted(groups: Iterable[str]) -> BoardsiteError:
    return BoardsiteError(f"Say for whom it is: --group {listed(groups, 'or')}, or --group board.", status=2)


def group_unknown(name: str, groups: Iterable[str]) -> BoardsiteError:
    known = (*groups, "board")
    meant = nearest(name, known)
    there = f"There are {listed(known)}." if len(known) > 1 else "There is only the board itself: board."
    better = f"Did you mean {meant}?" if meant else there
    return BoardsiteError(f"There is no group {name}. {better}", status=2)


def group_name_taken(name: str) -> BoardsiteError:
    return BoardsiteError(
        f"The folder name {name} stands for the board itself. Give the group another one: --file-name {name}-area.",
        status=2,
    )


def group_not_wanted(kind: str) -> BoardsiteError:
    return BoardsiteError(f"A {kind} does not belong to a group: leave --group out.", status=2)


def name_unreadable(found: str) -> BoardsiteError:
    return BoardsiteError(
        f"{_no_name(found)}. Use up to {MOST_LETTERS_OF_A_NAME} small letters, figures and hyphens: "
        "--file-name june-forum.",
        status=2,
    )


def no_name_in_title(found: str) -> str:
    return f"{_no_name(found)}. Write a few words of letters or figures."


def _no_name(found: str) -> str:
    return f"{excerpt(found, 60)!r} cannot be the name of a file" if found else "No name for a file can be made of this"


def answers_ended() -> BoardsiteError:
    return BoardsiteError("The answers ended here. Nothing was written.", status=2)


def intro(label: str) -> str:
    return f"A new {label.lower()}. An empty answer takes what stands in brackets, or leaves the question open.\n"


def question(label: str, help_text: str, default: str, *, is_needed: bool) -> str:
    rest = f" [{default}]" if default else "" if is_needed else " [leave open]"
    return f"{label}: {help_text}{rest}\n> "


def needed() -> str:
    return "This one is needed.\n"


def refused(sentence: str) -> str:
    return f"{sentence}\n"


def group_question(groups: Iterable[str]) -> str:
    return f"For whom? One of {listed((*groups, 'board'), 'or')}.\n> "


def written(path: str) -> str:
    return f"Written: {path}\n"


def added(path: str) -> str:
    return f"Added to: {path}\n"


def understood(title: str, when: str) -> str:
    return f"{excerpt(title, 60)}: {when}\n"


OVER = "That is over already. If the date is not right, change it in the new file, or delete the file.\n"
DRAFT = "It is a draft: open it, write its text, and take the line draft: yes away when it is ready.\n"
LOOK = "To look at it: build.py serve\n"
TEXT = "Write the text here, with an empty line between paragraphs."
NOT_SOUND = "Nothing was written, because a check would refuse it:\n"
OTHER_NAME = "Give the new one another name: --file-name NAME."
