"""Kinds of value that only the settings of the board and its groups have: accounts, colours, time zones."""

from __future__ import annotations

import re
from typing import ClassVar
from zoneinfo import ZoneInfo, available_timezones

from boardsite.dataclass import dataclass
from boardsite.diagnostics import Diagnostic
from boardsite.messages import fields as messages
from boardsite.reading.located import RawText
from boardsite.schema.kinds import Scalar
from boardsite.text import nearest


@dataclass(frozen=True, slots=True)
class Repository:
    """Owner and name of a repository, as its Git host writes them; GitLab has groups in groups."""

    words: str = "an owner and a name"
    example: str = "example-board/site"
    pattern: ClassVar[str] = r"[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)+"

    def read(self, raw: RawText) -> Scalar | Diagnostic:
        has_dots_alone = {".", ".."} & set(raw.text.split("/"))
        if len(raw.text) <= 200 and re.fullmatch(self.pattern, raw.text) and not has_dots_alone:
            return raw.text
        return messages.repository_unreadable(raw.where, raw.text)


@dataclass(frozen=True, slots=True)
class GitAccount:
    """An account or a team of GitHub or GitLab; the @ before it may be left out, because YAML does not like it."""

    words: str = "an account"
    example: str = "sample-board/south-chairs"

    def read(self, raw: RawText) -> Scalar | Diagnostic:
        name = raw.text.removeprefix("@")
        part = r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?"
        if re.fullmatch(rf"{part}(?:/{part}){{0,5}}", name):
            return f"@{name}"
        return messages.account_unreadable(raw.where, raw.text)


@dataclass(frozen=True, slots=True)
class Colour:
    words: str = "a colour"
    example: str = '"#123b52"'
    pattern: ClassVar[str] = r"#[0-9a-fA-F]{6}"

    def read(self, raw: RawText) -> Scalar | Diagnostic:
        low = raw.text.lower()
        return low if re.fullmatch(self.pattern, low, re.I) else messages.colour_unreadable(raw.where, raw.text)


@dataclass(frozen=True, slots=True)
class Zone:
    words: str = "a time zone"
    example: str = "Europe/London"

    def read(self, raw: RawText) -> Scalar | Diagnostic:
        try:
            return ZoneInfo(raw.text).key
        except (OSError, ValueError, KeyError):  # a folder's name, an odd name, an unknown one
            return messages.zone_unknown(raw.where, raw.text, _meant_zone(raw.text))


def _meant_zone(text: str) -> str:
    """Return the zone that is most likely meant: by its town, as people here call theirs, or by its spelling."""
    low = text.casefold().replace(" ", "_")
    if low in ("europe", "uk", "gb", "bst", "britain", "england", "local"):
        return "Europe/London"
    known = sorted(available_timezones())
    by_town = (name for name in known if name.casefold().rpartition("/")[2] == low)
    return next(by_town, "") or nearest(text, known) or ""
