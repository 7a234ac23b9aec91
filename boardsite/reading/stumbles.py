"""What the YAML composer stumbled over, in the words of somebody who has never heard of YAML.

The composer names the place where it gave up; the slip is often a line or more above. The two composers, with libyaml
and without, word the same fault differently.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import yaml

from boardsite.diagnostics import Diagnostic, Location
from boardsite.messages import settings as messages

Place = Callable[[int, int], Location]

_VALUE = r"^\s*(?:- )?[\w-]+:\s+"
_OPENED = re.compile(_VALUE + r"([\"'])(?!.*\1\s*(?:#.*)?$)")
_CLOSED_EARLY = re.compile(_VALUE + r"(?:\"[^\"]*\"|'[^']*')\s*[^\s#]")
_NO_SPACE = re.compile(r"^\s*(?:- )?([A-Za-z_][\w-]*):(?!//)(\S.*)$")
_MISPLACED = (
    "could not find expected ':'",
    "expected <block end>",
    "did not find expected",
    "expected '<document start>'",
)


def explain(problem: yaml.MarkedYAMLError, lines: Sequence[str], place: Place) -> Diagnostic:
    """Return what is wrong with these lines; `place` gives the location of a line and column, both from 0."""
    mark = problem.problem_mark or problem.context_mark
    # A mark may point behind the last line; a text has at least one, however short.
    at = min(mark.line, len(lines) - 1) if mark else 0
    began = min(problem.context_mark.line, len(lines) - 1) if problem.context_mark else at
    where, line = place(at, mark.column if mark else 0), lines[at].strip()
    said = f"{problem.context or ''} {problem.problem or ''}"
    if "mapping values are not allowed" in said:
        if line.count(":") < 2 and at:  # the line above has no colon, so YAML joined the two
            return _not_a_setting(at - 1, lines, place)
        return messages.colon(where, line)
    if "alias" in said or "anchor" in said:
        return messages.shared_value(where, line)
    if "escape" in said:
        return messages.backslash(where, line)
    if "quoted scalar" in said or "unexpected end of stream" in said:
        return messages.quote_open(place(began, 0), lines[began].strip())
    if "cannot start any token" in said:
        return messages.odd_first_letter(where, line)
    if "parsing a flow" in said:
        return messages.bracket_open(place(began, 0), lines[began].strip())
    if any(words in said for words in _MISPLACED):
        return _misplaced(began if "simple key" in said else at, at, lines, place)
    return messages.unreadable(where, line)


def _misplaced(slip: int, at: int, lines: Sequence[str], place: Place) -> Diagnostic:
    """A line that stands where no setting may: for its own sake, or for that of one above it."""
    if _CLOSED_EARLY.match(lines[at]):
        return messages.quote_inside(place(at, 0), lines[at].strip())
    opened = next((number for number in range(at) if _OPENED.match(lines[number])), None)
    if opened is not None:  # it ran on to the next quotation mark, wherever that was
        return messages.quote_open(place(opened, 0), lines[opened].strip())
    return _not_a_setting(slip, lines, place)


def _not_a_setting(at: int, lines: Sequence[str], place: Place) -> Diagnostic:
    line = lines[at].strip()
    close = _NO_SPACE.match(line)
    if close:
        return messages.no_space(place(at, 0), line, f"{close[1]}: {close[2]}")
    return messages.line_without_colon(place(at, 0), line)
