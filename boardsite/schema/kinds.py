"""The kinds of value a field may have: each reads what was typed, or says what is wrong with it.

A kind never raises and never guesses. `words` tells in docs and forms what to write, `example` is a value that
would be accepted.
"""

from __future__ import annotations

import re
from datetime import date, time
from typing import ClassVar, Protocol

from boardsite.clock import clock_time
from boardsite.dataclass import dataclass
from boardsite.diagnostics import Diagnostic
from boardsite.messages import fields as messages
from boardsite.reading.located import RawText
from boardsite.schema import consent
from boardsite.schema.dates import Fault, Misread, read_date, read_moment, read_time
from boardsite.schema.phones import read_phone
from boardsite.text import WEB_ADDRESS, is_web_address, slug

Scalar = str | bool | int | date | tuple[date, time | None]


class Kind(Protocol):
    """A kind of single value."""

    @property
    def words(self) -> str: ...

    @property
    def example(self) -> str: ...

    def read(self, raw: RawText) -> Scalar | Diagnostic: ...


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; line ends become spaces."""

    most: int = 200
    words: str = "text"
    example: str = "Our June meeting"

    def read(self, raw: RawText) -> Scalar | Diagnostic:
        flat = " ".join(raw.text.split())
        return flat if len(flat) <= self.most else messages.too_long(raw.where, len(flat), self.most)


@dataclass(frozen=True, slots=True)
class Consent(Text):
    """When and how a person agreed. Forms refuse a no at once; beside a name the model does."""

    words: str = "when and how the person agreed"
    example: str = "By email, 3 May 2016"
    pattern: ClassVar[str] = consent.PATTERN


@dataclass(frozen=True, slots=True)
class Lines:
    """A text of several lines, as events have it."""

    most: int = 20_000
    words: str = "text"
    example: str = "What it is about, and what to bring."

    def read(self, raw: RawText) -> Scalar | Diagnostic:
        return raw.text if len(raw.text) <= self.most else messages.too_long(raw.where, len(raw.text), self.most)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day on the board's clocks."""

    words: str = "a time"
    example: str = "9:30am"

    def read(self, raw: RawText) -> Scalar | Diagnostic:
        found = read_time(raw.text)
        return messages.time_unreadable(raw.where, raw.text, raw.text) if found is None else f"{found:%H:%M}"


@dataclass(frozen=True, slots=True)
class YesNo:
    words: str = "yes or no"
    example: str = "yes"

    def read(self, raw: RawText) -> Scalar | Diagnostic:
        low = raw.text.lower()
        if low in ("yes", "true", "on"):
            return True
        return False if low in ("no", "false", "off") else messages.not_yes_or_no(raw.where, raw.text)


@dataclass(frozen=True, slots=True)
class Day:
    words: str = "a date"
    example: str = "27 June 2016"

    def read(self, raw: RawText) -> Scalar | Diagnostic:
        found = read_date(raw.text)
        return _misread(found, raw) if isinstance(found, Misread) else found


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, with a time behind it where that matters."""

    words: str = "a date, and a time if it matters"
    example: str = "27 June 2016, 9:30am"

    def read(self, raw: RawText) -> Scalar | Diagnostic:
        found = read_moment(raw.text)
        return _misread(found, raw) if isinstance(found, Misread) else found


@dataclass(frozen=True, slots=True)
class WallTime:
    """A time of day, kept as people read it: "9:30am"."""

    words: str = "a time"
    example: str = "9:30am"

    def read(self, raw: RawText) -> Scalar | Diagnostic:
        found = read_time(raw.text)
        return messages.time_unreadable(raw.where, raw.text, raw.text) if found is None else clock_time(found)


def _misread(misread: Misread, raw: RawText) -> Diagnostic:
    match misread.fault:
        case Fault.IMPOSSIBLE:
            return messages.date_impossible(raw.where, raw.text, misread.said, misread.suggestion)
        case Fault.TWO_DIGIT_YEAR:
            return messages.date_two_digit_year(raw.where, raw.text, misread.suggestion)
        case Fault.AMBIGUOUS:
            return messages.date_ambiguous(raw.where, raw.text, misread.suggestion)
        case Fault.WRONG_WEEKDAY:
            return messages.date_wrong_weekday(raw.where, raw.text, misread.said, misread.suggestion)
        case Fault.TIME_UNREADABLE:
            return messages.time_unreadable(raw.where, raw.text, misread.said)
        case Fault.OTHER_CLOCK:
            return messages.time_of_another_clock(raw.where, raw.text)
        case Fault.UNREADABLE:
            return messages.date_unreadable(raw.where, raw.text, misread.suggestion)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words; forms show the `labels`, where there are any, in the place of the words."""

    options: tuple[str, ...]
    labels: tuple[str, ...] = ()
    words: str = "one of a few words"

    @property
    def example(self) -> str:
        return self.options[0]

    def read(self, raw: RawText) -> Scalar | Diagnostic:
        low = raw.text.lower()
        return low if low in self.options else messages.not_a_choice(raw.where, raw.text, self.options)


@dataclass(frozen=True, slots=True)
class Number:
    least: int
    most: int
    words: str = "a whole number"

    @property
    def example(self) -> str:
        return str(self.least)

    def read(self, raw: RawText) -> Scalar | Diagnostic:
        if re.fullmatch(r"[0-9]{1,6}", raw.text) and self.least <= int(raw.text) <= self.most:
            return int(raw.text)
        return messages.not_a_number(raw.where, raw.text, self.least, self.most)


@dataclass(frozen=True, slots=True)
class Email:
    words: str = "an email address"
    example: str = "south-chair@example.org"
    pattern: ClassVar[str] = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}"

    def read(self, raw: RawText) -> Scalar | Diagnostic:
        plain = raw.text.removeprefix("mailto:")
        return plain if re.fullmatch(self.pattern, plain) else messages.email_unreadable(raw.where, raw.text)


@dataclass(frozen=True, slots=True)
class Phone:
    words: str = "a telephone number"
    example: str = "01632 960001"

    def read(self, raw: RawText) -> Scalar | Diagnostic:
        return read_phone(raw.text) or messages.phone_unreadable(raw.where, raw.text)


@dataclass(frozen=True, slots=True)
class WebAddress:
    words: str = "a web address"
    example: str = "https://www.example.org/"
    pattern: ClassVar[str] = WEB_ADDRESS

    def read(self, raw: RawText) -> Scalar | Diagnostic:
        return raw.text if is_web_address(raw.text) else messages.address_unreadable(raw.where, raw.text)


@dataclass(frozen=True, slots=True)
class BaseAddress:
    """The public address of a whole site: a host and perhaps a folder."""

    words: str = "a web address"
    example: str = "https://www.example.org/"
    pattern: ClassVar[str] = r"https?://[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~-]+)*/?"

    def read(self, raw: RawText) -> Scalar | Diagnostic:
        return raw.text if re.fullmatch(self.pattern, raw.text) else messages.address_unreadable(raw.where, raw.text)


@dataclass(frozen=True, slots=True)
class SitePage:
    """The address of a page of this site, with a place on it where wanted."""

    words: str = "a page of this site"
    example: str = "/threshold-guide/"

    def read(self, raw: RawText) -> Scalar | Diagnostic:
        path, mark, place = raw.text.partition("#")
        if re.fullmatch(r"/(?:[a-z0-9-]+/)*", path) or (
            re.fullmatch(r"/(?:[a-z0-9-]+/)*[a-z0-9.-]+", path) and not mark
        ):
            return path + mark + place
        return messages.page_unreadable(raw.where, raw.text)


@dataclass(frozen=True, slots=True)
class OldAddress:
    """An address that a page once had: a folder, or a name that ends in .html."""

    words: str = "an earlier address"
    example: str = "/old-name/"

    def read(self, raw: RawText) -> Scalar | Diagnostic:
        part = r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*"
        good = re.fullmatch(rf"/(?:{part}/)*{part}(?:/|\.html?)", raw.text)
        if good and not raw.text.endswith("/index.html"):
            return raw.text
        return messages.old_address_unreadable(raw.where, raw.text)


@dataclass(frozen=True, slots=True)
class File:
    """The name of a file beside the page or in the folder above its kind, never out of the site."""

    words: str = "a file of this site"
    example: str = "files/flyer-june.pdf"

    def read(self, raw: RawText) -> Scalar | Diagnostic:
        parts = raw.text.removeprefix("/").split("/")
        good = "\\" not in raw.text and all(part.strip(".") for part in parts) and ":" not in raw.text
        return raw.text if good else messages.file_unreadable(raw.where, raw.text)


@dataclass(frozen=True, slots=True)
class Key:
    """A short name by which other files speak of a thing."""

    words: str = "a short name of small letters, figures and hyphens"
    example: str = "village-hall"
    pattern: ClassVar[str] = r"[a-z0-9]+(?:-[a-z0-9]+)*"

    def read(self, raw: RawText) -> Scalar | Diagnostic:
        if re.fullmatch(self.pattern, raw.text) and len(raw.text) <= 60:
            return raw.text
        return messages.key_unreadable(raw.where, raw.text, slug(raw.text))
