"""A case of bad input: its name, what is typed into which files, and what must happen.

TOKEN stands in a case for a word that nothing else in the whole set has, so that many cases can lie in one site and
each is answered for by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tests.support import small_site

WORDS = "zq[a-z]+?qz"  # what `token` gives
Content = str | bytes | None


@dataclass(frozen=True, slots=True)
class Rejected:
    """The finding stands at the file, says that it must be fixed, and nothing of the thing is on the site."""

    code: str
    line: int | None = None
    is_shown: bool = False  # the fault is in a part of it, and the rest may be looked at in a preview


@dataclass(frozen=True, slots=True)
class Told:
    """The finding stands at the file; the thing itself is on the site, or was never meant to be there."""

    code: str
    is_shown: bool = True


@dataclass(frozen=True, slots=True)
class Neutralised:
    """The thing is on the site, and this (or the word of the case, where it is empty) acts nowhere in the output."""

    never: tuple[str, ...] = ()
    is_shown: bool = True


@dataclass(frozen=True, slots=True)
class Survives:
    """Nothing has to be fixed, and this is to be read on the site."""

    shown: str = "TOKEN"


@dataclass(frozen=True, slots=True)
class Bounded:
    """There is an answer, soon: a finding at the file, or the thing on the site."""


@dataclass(frozen=True, slots=True)
class Private:
    """The word of the case is in no finished file, in whatever form; nor, but for what its editor must find, in the report."""

    is_in_report: bool = False


Must = Rejected | Told | Neutralised | Survives | Bounded | Private


@dataclass(frozen=True, slots=True)
class Case:
    """`files` are paths and contents; the first path is the one that a finding names."""

    name: str
    files: Mapping[str, Content]
    must: Must
    is_alone: bool = False  # what it changes is shared by all, so it has a site of its own

    @property
    def path(self) -> str:
        return next(iter(self.files))


def token(name: str) -> str:
    """Return the word of a case: its name in letters only, with an end of its own, so that it may stand anywhere."""
    letters = "".join(letter for letter in name.lower() if letter.isalnum())
    return f"zq{letters.translate(str.maketrans('0123456789', 'ghijklmnop'))}qz"


def typed(case: Case) -> dict[str, Content]:
    """Return the files of a case with its own word in them."""
    word = token(case.name)
    return {path: _with(content, word) for path, content in case.files.items()}


def _with(content: Content, word: str) -> Content:
    if isinstance(content, bytes):
        return content.replace(b"TOKEN", word.encode())
    return content if content is None else content.replace("TOKEN", word)


def news(settings: str = "", body: str = "Text TOKEN.\n") -> str:
    """Return a sound news item; a setting that is given takes the place of the sound one."""
    lines = {"title": "TOKEN", "date": "5 May 2016", "summary": "A summary."}
    given = {line.partition(":")[0] for line in settings.splitlines()}
    kept = "".join(f"{name}: {value}\n" for name, value in lines.items() if name not in given)
    return f"---\n{kept}{settings}---\n{body}"


def event(*lines: str, start: str = "DTSTART;TZID=Europe/London:20160627T093000", title: str = "TOKEN") -> str:
    """Return a calendar of one event with these lines."""
    known = ["UID:TOKEN@example.org", "DTSTAMP:20160501T090000Z", start, f"SUMMARY:{title}"]
    given = {line.partition(":")[0].partition(";")[0] for line in lines}
    kept = [line for line in known if line and line.partition(":")[0].partition(";")[0] not in given]
    return calendar("\n".join(["BEGIN:VEVENT", *kept, *lines, "END:VEVENT"]))


def calendar(*parts: str) -> str:
    whole = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//tests//EN", *parts, "END:VCALENDAR", ""]
    return "\n".join(whole).replace("\n", "\r\n")


def in_news(name: str, content: Content, must: Must, more: Mapping[str, Content] | None = None) -> Case:
    return Case(name, {f"lscgs/west/news/{name}.md": content, **(more or {})}, must)


def in_events(name: str, content: Content, must: Must) -> Case:
    return Case(name, {f"lscgs/west/events/{name}.ics": content}, must)


def on_page(name: str, content: Content, must: Must) -> Case:
    return Case(name, {f"content/{name}.md": content}, must)


def in_contacts(name: str, content: Content, must: Must) -> Case:
    """Contacts are a file of a group; each case has a group of its own."""
    home = f"lscgs/{name}"
    return Case(name, {f"{home}/contacts.yaml": content, f"{home}/index.md": f"---\nname: {name}\n---\nText.\n"}, must)


def in_site(name: str, line: str, instead: str, must: Must) -> Case:
    """A line of the board's settings, typed otherwise; with an empty line it is put at the end."""
    assert line in small_site.SITE, line
    text = small_site.SITE.replace(line, instead, 1) if line else small_site.SITE + instead
    return Case(name, {"content/site.yaml": text}, must, is_alone=True)
