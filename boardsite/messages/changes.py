"""What we say about the difference between two sites, for the people who approve changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from boardsite.diagnostics import BoardsiteError
from boardsite.text import count, listed

BOARD_SETTINGS = "the board's settings"
URGENT = "the numbers for urgent help"
PLACES = "the places"
AREAS = "the areas"
GLOSSARY = "the words that are explained"
HOLIDAYS = "the bank holidays"
NOTHING = "Nothing that people see has changed."


def not_a_tree(name: str) -> BoardsiteError:
    return BoardsiteError(
        f"{name} is neither a folder with a content folder in it nor a commit of this project. "
        "Write for example: build.py changes main HEAD",
        status=2,
    )


def no_git() -> BoardsiteError:
    return BoardsiteError(
        "Commits can be compared only where Git is there. Install it, or name two folders instead.", status=2
    )


def git_stopped(reason: str) -> BoardsiteError:
    return BoardsiteError(f"Git could not give us the files: {reason or 'it did not say why'}.")


def no_site(name: str) -> BoardsiteError:
    return BoardsiteError(
        f"No site can be made of {name}, so there is nothing to compare. Run build.py check to see why.", status=1
    )


def verb_of_many(verb: str, number: int, noun: str, *, is_first: bool) -> str:
    """Return "adds 1 event", and after that "moves 2": the noun is said once."""
    return f"{verb} {count(number, noun)}" if is_first else f"{verb} {number}"


def settings_changed(names: Iterable[str]) -> str:
    return f"changes {listed(names)}"


def overdue(role: str) -> str:
    return f"contact “{role}” has to be checked again"


def section_line(title: str, parts: Iterable[str]) -> str:
    return f"{title}: {'; '.join(parts)}"


def named(name: str, old_name: str, *, is_date: bool) -> str:
    """Return what has changed by its name: a date of “Group meeting”, or “Forum”, which was “Summer forum”."""
    whose = f"a date of “{name}”" if is_date else f"“{name}”"
    return f"{whose}, which was “{old_name}”" if old_name else whose


def detail(verb: str, name: str, before: str, after: str) -> str:
    """Return one change in a line: "moves Summer forum: Monday 27 June 2016 → Tuesday 28 June 2016"."""
    when = f"{before} → {after}" if before and after else before or after
    return f"{verb} {name}: {when}" if when else f"{verb} {name}"


def findings(counts: Mapping[str, int]) -> str:
    """Return what a check says of the new state and did not say of the old one."""
    errors, warnings = counts.get("error", 0), counts.get("warning", 0)
    parts = [f"{count(errors, 'thing')} must be fixed before this can be published"] if errors else []
    if warnings:
        parts.append(f"{count(warnings, 'thing')} to look at")
    return f"New with this change: {' and '.join(parts)}. See build.py check." if parts else ""
