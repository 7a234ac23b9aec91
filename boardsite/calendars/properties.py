"""The properties of one VEVENT by name, and the dates among them, each with the line it stands on."""

from __future__ import annotations

from dataclasses import field
from datetime import time
from zoneinfo import ZoneInfo

from boardsite.calendars import limits
from boardsite.calendars.components import Component
from boardsite.calendars.entries import Refusal
from boardsite.calendars.lines import ContentLine
from boardsite.calendars.names import READ_NAMES
from boardsite.calendars.values import Impossible, Point, Unplaced, Unreadable, plain_text, point
from boardsite.calendars.zones import Zones
from boardsite.dataclass import dataclass
from boardsite.diagnostics import Diagnostic, Location
from boardsite.messages import event_dates as date_messages
from boardsite.messages import events as messages

_STRUCTURE = {"DTSTART", "DTEND", "DURATION", "RECURRENCE-ID", "RRULE", "EXRULE", "RDATE", "EXDATE"}
_ONCE = ("DTSTART", "DTEND", "DURATION", "RRULE", "RECURRENCE-ID", "EXRULE")
_SHOWN_ONCE = (
    "SUMMARY", "DESCRIPTION", "LOCATION", "URL", "STATUS", "X-BOARDSITE-AUDIENCE", "X-BOARDSITE-BOOKING",
    "X-BOARDSITE-KIND", "X-BOARDSITE-STATUS", "X-BOARDSITE-VENUE",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Property:
    """A line of a VEVENT: its value as written, with the parameters that we read."""

    line: ContentLine
    value: str
    zone_name: str = ""
    kind: str = ""
    reach: str = ""
    label: str = ""


@dataclass(slots=True)
class Properties:
    """The properties of one VEVENT that are on our list; what is told about them gathers in `told`."""

    path: str
    zones: Zones
    first_line: int
    by_name: dict[str, list[Property]] = field(default_factory=dict)
    unread: list[ContentLine] = field(default_factory=list)
    told: list[Diagnostic] = field(default_factory=list)
    title: str = ""
    is_marked_all_day: bool = False

    @classmethod
    def of(cls, component: Component, path: str, zones: Zones) -> Properties:
        found = cls(path, zones, component.first_line)
        for line in component.lines:
            if line.name in READ_NAMES:
                found._take(line)
        mark = component.first("X-MICROSOFT-CDO-ALLDAYEVENT")
        found.is_marked_all_day = mark is not None and mark.text.upper().endswith(":TRUE")
        return found

    def _take(self, line: ContentLine) -> None:
        try:
            params, value = line.value()
        except ValueError:
            self.unread.append(line)
            return
        zone, kind, reach, label = (str(params.get(name, "")) for name in ("TZID", "VALUE", "RANGE", "LABEL"))
        made = Property(line, value, zone, kind.upper(), reach.upper(), label)
        self.by_name.setdefault(line.name, []).append(made)

    def check_lines(self) -> None:
        """Refuse the VEVENT where a line that its dates hang on is cut, twice there or unreadable."""
        for line in self.unread:
            if line.name in _STRUCTURE:
                raise Refusal(date_messages.date_unreadable(self.at(line), self.title, line.name, line.text))
            self.told.append(messages.line_unreadable(self.at(line), self.title, line.name, line.text))
        for name in sorted(_STRUCTURE & self.by_name.keys()):
            for found in self.by_name[name]:
                if found.line.is_too_long:
                    raise Refusal(messages.line_too_long(self.at(found.line), self.title, name, limits.LINE_BYTES))
        for name in _ONCE:
            if len({found.line.text for found in self.by_name.get(name, ())}) > 1:
                second = self.by_name[name][1].line
                raise Refusal(messages.written_twice(self.at(second), self.title, name, second.text))
        for name in _SHOWN_ONCE:
            lines = self.by_name.get(name, [])
            other = next((found.line for found in lines if found.value != lines[0].value), None)
            if other is not None:
                self.told.append(messages.second_not_used(self.at(other), self.title, name, other.text))

    def at(self, line: ContentLine | None) -> Location:
        """Return the place of a line, or of the VEVENT."""
        return Location(self.path, line.number if line else self.first_line)

    def place(self, name: str) -> Location:
        """Return where a property stands, or else where the VEVENT begins."""
        line = self.first(name)
        return self.at(line.line if line else None)

    def first(self, name: str) -> Property | None:
        found = self.by_name.get(name)
        return found[0] if found else None

    def text(self, name: str) -> str:
        """Return a TEXT value without escapes, lines that were not folded included; "" when absent."""
        found = self.first(name)
        return "\n".join((plain_text(found.value), *found.line.joined)) if found else ""

    def date(self, found: Property, value: str | None = None) -> Point:
        """Return a value as a point in a zone, or raise Unreadable, Impossible or Unplaced."""
        text = found.value if value is None else value
        bare = point(text, None)
        if not limits.FIRST_YEAR <= bare.day.year <= limits.LAST_YEAR:
            raise Unreadable(text)
        if bare.wall is None:
            return bare
        if found.kind == "DATE":
            if bare.wall != time(0):
                self.told.append(date_messages.time_not_used(self.at(found.line), self.title, found.line.text))
            return Point(bare.day)
        if not found.zone_name:
            return bare
        zone: ZoneInfo | None = self.zones.resolve(found.zone_name, bare.day.year)
        if zone is None:
            raise Unplaced(found.zone_name)
        if bare.is_utc_form and zone.key != "UTC":
            self.told.append(date_messages.zone_and_utc(self.at(found.line), self.title, found.line.text))
        return point(text, zone)

    def needed_date(self, found: Property) -> Point:
        """Return a date without which the VEVENT cannot be shown; refuse it where there is none to read."""
        where = self.at(found.line)
        try:
            return self.date(found)
        except Impossible:
            raise Refusal(date_messages.date_impossible(where, self.title, found.line.name, found.value)) from None
        except Unplaced:
            raise Refusal(date_messages.zone_unknown(where, self.title, found.zone_name)) from None
        except Unreadable:
            try:
                point(found.value, None)
            except Unreadable:
                name = found.line.name
                raise Refusal(date_messages.date_unreadable(where, self.title, name, found.value)) from None
            line, bounds = found.line, (limits.FIRST_YEAR, limits.LAST_YEAR)
            raise Refusal(date_messages.year_out_of_range(where, self.title, line.name, line.text, *bounds)) from None
