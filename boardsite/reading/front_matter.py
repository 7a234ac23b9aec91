"""A Markdown file to its settings and its body, with true line numbers for both.

The fence is python-frontmatter's; what that library passes over in silence (no closing line, something before the
first line, a list in place of settings) is told here, and the settings come from `located`, not from YAML's types.
"""

from __future__ import annotations

import re

from frontmatter.default_handlers import YAMLHandler

from boardsite.dataclass import dataclass
from boardsite.diagnostics import Diagnostics, Location
from boardsite.messages import settings as messages
from boardsite.reading.located import RawMap, read_settings

_HANDLER = YAMLHandler()


@dataclass(frozen=True, slots=True)
class RawPage:
    """Settings, body text, and the number of the body's first line in the file."""

    settings: RawMap
    body: str
    body_line: int


def read_page(text: str, path: str) -> tuple[RawPage | None, Diagnostics]:
    """Return the settings and the body of a Markdown text, or None with what is wrong."""
    start = len(text) - len(text.lstrip())
    boundary = _HANDLER.FM_BOUNDARY
    assert boundary is not None
    opening = boundary.match(text, start)
    if opening is None:
        where = Location(path, _line(text, start))
        first = text[start:].partition("\n")[0].strip()
        later = boundary.search(text, start)
        if later and re.match(r"\s*[\w-]+:", text[later.end() :]):
            return None, (messages.text_before(where, first),)
        return None, (messages.no_opening_line(where, first),)
    closing = boundary.search(text, opening.end())
    if closing is None:
        return None, (messages.no_closing_line(Location(path, _line(text, start))),)
    between = text[opening.end() : closing.start()].removeprefix("\n")
    first_line = _line(text, closing.start() - len(between))
    settings, told = read_settings(between, path, first_line)
    if settings is None:
        return None, told
    # The boundary may swallow blank lines below it, so the body's line is counted, not assumed.
    body = text[closing.end() :].removeprefix("\n")
    return RawPage(settings, body, _line(text, len(text) - len(body))), told


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
