"""Answers to the file that is to be: its place, its name and its bytes. Nothing is written here."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from boardsite.calendars.new_event import NewEvent, is_after_midnight, new_event
from boardsite.clock import clock_time
from boardsite.commands.contact_lists import with_contacts
from boardsite.dataclass import dataclass
from boardsite.diagnostics import BoardsiteError, Diagnostics
from boardsite.messages import writing as messages
from boardsite.reading.sources import SourceFile
from boardsite.schema.dates import read_time
from boardsite.schema.documents import BOARD
from boardsite.schema.fields import Values
from boardsite.schema.scaffold import NEW, page_file
from boardsite.text import slug

ANY_NAME = re.compile(rf"(?=.{{1,{messages.MOST_LETTERS_OF_A_NAME}}}\Z)[a-z0-9]+(?:-[a-z0-9]+)*")

_A_USUAL_LENGTH = timedelta(minutes=90)


@dataclass(frozen=True, slots=True)
class Draft:
    """A file to be: its path, its bytes, and what stands there now where an entry is added to a file."""

    path: str
    content: bytes
    before: bytes | None = None


@dataclass(frozen=True, slots=True)
class Maker:
    """What is known besides the answers; `group` "" is the board, `name` "" leaves the file's name to the title."""

    kind: str
    group: str
    name: str
    zone: ZoneInfo
    moment: datetime
    sources: tuple[SourceFile, ...]

    @property
    def home(self) -> str:
        return f"lscgs/{self.group}" if self.group else "content"

    def draft(self, answers: Mapping[str, str], values: Values) -> tuple[Draft | None, Diagnostics]:
        """Return the file of these answers, or None with what is wrong with it."""
        if self.kind == "contact":
            return self._contact(answers), ()
        name = self.name or slug(answers.get("title") or answers.get("name", ""))
        if not ANY_NAME.fullmatch(name):
            raise messages.name_unreadable(name)
        if self.kind == "event":
            return self._event(name, values)
        if self.kind == "group" and name == BOARD:
            raise messages.group_name_taken(BOARD)
        return self._page(name, answers), ()

    def _contact(self, answers: Mapping[str, str]) -> Draft:
        path = f"{self.home}/contacts.yaml"
        known = next((source for source in self.sources if source.path in (path, f"{self.home}/contacts.yml")), None)
        content = with_contacts(path, known, [answers])
        return Draft(known.path, content, known.content) if known else Draft(path, content)

    def _event(self, name: str, values: Values) -> tuple[Draft | None, Diagnostics]:
        day = values.day("date")
        assert day is not None  # a required field without findings
        if wrong := early_end(values.text("starts"), values.text("ends"), "--ends "):
            raise BoardsiteError(wrong, status=2)
        path = self._free(f"{self.home}/events/{self.name or f'{name}-{day.isoformat()}'}.ics")
        content, told = new_event(self._facts(values, day), path, self.zone, self.moment)
        return (Draft(path, content) if content else None), told

    def _facts(self, values: Values, day: date) -> NewEvent:
        return NewEvent(
            uid=f"{uuid.uuid4()}-{self.group or BOARD}",
            title=values.text("title"),
            day=day,
            starts=_time(values.text("starts")),
            ends=_time(values.text("ends")),
            place=values.text("place"),
            description=values.text("description"),
            audience=values.texts("audience"),
            kind=values.text("kind"),
        )

    def _page(self, name: str, answers: Mapping[str, str]) -> Draft:
        places = {
            "news": f"{self.home}/news/{name}.md",
            "page": f"content/{name}.md",
            "group": f"lscgs/{name}/index.md",
        }
        path = self._free(places[self.kind])
        settings = {key: text for key, text in answers.items() if key != "text"}
        text = answers.get("text", "")
        is_draft = not text and self.kind != "group"
        if not text:
            text = messages.TEXT if is_draft else answers.get("summary") or answers.get("area") or answers["name"]
        return Draft(path, page_file(NEW[self.kind].declared, settings, text, is_draft=is_draft).encode("utf-8"))

    def _free(self, path: str) -> str:
        """Return a path at which there is nothing; names that differ only in capitals are one file on many systems."""
        if any(source.path.casefold() == path.casefold() for source in self.sources):
            raise messages.there_already(path, messages.OTHER_NAME)
        return path


def doubt(answers: Mapping[str, str], *, is_named_by_title: bool) -> str:
    """Return why these answers, each of which could be read, cannot be used together, or ""."""
    title = answers.get("title") or answers.get("name", "")
    if is_named_by_title and title and not ANY_NAME.fullmatch(slug(title)):
        return messages.no_name_in_title(slug(title))
    return early_end(answers.get("starts", ""), answers.get("ends", ""))


def early_end(starts: str, ends: str, option: str = "") -> str:
    """Return what is wrong with an end, or ""; `option` stands before an end that could be typed."""
    begin, end = _time(starts), _time(ends)
    if begin is None or end is None or end > begin or is_after_midnight(begin, end):
        return ""
    later = clock_time(datetime.combine(date.min, begin) + _A_USUAL_LENGTH)
    return messages.ends_before_it_starts(clock_time(end), clock_time(begin), option + later)


def _time(text: str) -> time | None:
    return read_time(text) if text else None
