"""Content lines as components: what stands between BEGIN and END, with the lines on which it begins and ends.

Recovers from what exporters do (a missing END, END of another name, text that was not folded) and never loses a
VEVENT without marking it: one that is not closed is kept, marked incomplete.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import field, replace

from boardsite.calendars.limits import LISTED_DATES
from boardsite.calendars.lines import ContentLine
from boardsite.calendars.names import READ_X_NAMES, STANDARD_NAMES, TEXT_NAMES
from boardsite.dataclass import dataclass

_FOREIGN = re.compile(r"[A-Z]+(?:-[A-Z0-9]+)+[;:](?! )")
# CLASS written otherwise than the standard has it, or its words behind a name that is none of it: "CLASS=PRIVATE",
# "CLAS:PRIVATE", "X-CALENDARSERVER-ACCESS:CONFIDENTIAL". Whoever wrote that did not mean the event for everybody.
PRIVATE_LINE = re.compile(
    r"CLASS\s*(?:$|[=:;,]|PRIV|CONF|PUBL)|CLAS\w*\s+(?:PRIVATE|CONFIDENTIAL)\s*$"
    r"|[\w-]{1,40}\s*(?:;[^:]*)?[=:]\s*(?:PRIVATE|CONFIDENTIAL)\s*$",
    re.I,
)
_ODD_LINES = 5  # enough to be told of
_JOINED_LINES = 1_000
_SIDE_BY_SIDE = {"VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY"}
_INSIDE_A_CALENDAR = _SIDE_BY_SIDE | {"VTIMEZONE"}


@dataclass(slots=True)
class Component:
    """A component and what is in it. `last_line` is that of its END, or the last one that belongs to it.

    `private_line` is one that makes it private although it is no CLASS that can be read.
    """

    name: str
    first_line: int
    last_line: int = 0
    is_complete: bool = False
    lines: list[ContentLine] = field(default_factory=list)
    children: list[Component] = field(default_factory=list)
    odd_lines: list[ContentLine] = field(default_factory=list)
    private_line: ContentLine | None = None
    numbers: dict[str, int] = field(default_factory=dict)
    is_text_open: bool = False

    def first(self, name: str) -> ContentLine | None:
        """Return the first line of a name (upper case)."""
        return next((line for line in self.lines if line.name == name), None)


@dataclass(slots=True)
class Scan:
    """All components of a file under one root, how many there are, and how deeply they were nested.

    `events` counts every BEGIN:VEVENT, whatever became of it.
    """

    root: Component
    count: int = 0
    events: int = 0
    depth: int = 0
    last_line: int = 0
    first_of_windows: ContentLine | None = None

    def calendars(self) -> list[Component]:
        """Return the calendars; VEVENTs outside any calendar stand in one that has no name."""
        loose = [child for child in self.root.children if child.name in _INSIDE_A_CALENDAR]
        found = [child for child in self.root.children if child.name == "VCALENDAR"]
        if any(child.name == "VEVENT" for child in loose):
            found.append(Component("", loose[0].first_line, is_complete=True, children=loose))
        return found


def scan(lines: Iterable[ContentLine]) -> Scan:
    """Return the components of a file. Takes time in proportion to the number of lines."""
    found = Scan(Component("", 1))
    stack = [found.root]
    for line in lines:
        found.last_line = line.number
        if not line.is_utf8 and found.first_of_windows is None:
            found.first_of_windows = line
        word = line.text.partition(":")[2].strip().upper()
        if line.name == "BEGIN":
            _begin(found, stack, line, word)
        elif line.name == "END":
            _end(stack, line, word)
        elif len(stack) > 1:
            _keep(stack[-1], line)
    _close(stack, 1, found.last_line)
    return found


def _begin(found: Scan, stack: list[Component], line: ContentLine, word: str) -> None:
    # A new one of these cannot be inside another: the END before it is missing.
    if word == "VCALENDAR":
        _close(stack, 1, line.number - 1)
    elif word in _INSIDE_A_CALENDAR:
        is_inside = len(stack) > 1 and stack[1].name == "VCALENDAR"
        _close(stack, 2 if is_inside else 1, line.number - 1)
    component = Component(word, line.number)
    stack[-1].children.append(component)
    stack.append(component)
    found.count += 1
    found.events += word == "VEVENT"
    found.depth = max(found.depth, len(stack) - 1)


def _end(stack: list[Component], line: ContentLine, word: str) -> None:
    names = [component.name for component in stack[-8:]]
    if word in names:
        at = len(stack) - 1 - names[::-1].index(word)
        _close(stack, at + 1, line.number - 1)
    elif not (word in _SIDE_BY_SIDE and stack[-1].name in _SIDE_BY_SIDE):
        return  # A surplus END closes nothing.
    if len(stack) > 1:
        stack[-1].is_complete = True
        stack.pop().last_line = line.number


def _close(stack: list[Component], size: int, last_line: int) -> None:
    """Leave the innermost components, whose END is missing."""
    while len(stack) > size:
        stack.pop().last_line = last_line


def _keep(component: Component, line: ContentLine) -> None:
    if line.name not in STANDARD_NAMES and PRIVATE_LINE.match(line.text):
        component.private_line = line
    elif line.name in STANDARD_NAMES or line.name.startswith("X-"):
        component.is_text_open = line.name in TEXT_NAMES
        _keep_property(component, line)
    elif _FOREIGN.match(line.text):
        pass  # A property of some other program, left out like all that are not on our list.
    elif component.name == "VEVENT" and component.is_text_open:
        # An export that broke a text without folding it. Only known names end such a text, or a line of an agenda
        # ("Item: tea") would become a property of its own.
        _join(component, line)
    elif len(component.odd_lines) < _ODD_LINES:
        component.odd_lines.append(line)


def _keep_property(component: Component, line: ContentLine) -> None:
    """Keep what somebody reads, and of one name no more than we would use: a file may have a million."""
    if line.name in STANDARD_NAMES or line.name in READ_X_NAMES:
        number = component.numbers.get(line.name, 0)
        if number <= LISTED_DATES:
            component.lines.append(line)
            component.numbers[line.name] = number + 1
        else:
            component.is_text_open = False


def _join(component: Component, line: ContentLine) -> None:
    last = component.lines[-1]
    if len(last.joined) < _JOINED_LINES:
        component.lines[-1] = replace(last, joined=(*last.joined, line.text))
    elif not last.is_too_long:
        component.lines[-1] = replace(last, is_too_long=True)  # and so it is cut, and that is told
