"""From targets to artifacts: how each kind of view becomes bytes.

What draws pictures and writes calendars is loaded when the first of these is made: that takes as long as making many
pages, and most builds make none.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from boardsite import patience
from boardsite.dataclass import dataclass
from boardsite.diagnostics import Diagnostic, Location
from boardsite.messages import files as file_messages
from boardsite.messages import links as messages
from boardsite.pages.calendar_feeds import CalendarView
from boardsite.pages.contacts import VcardView
from boardsite.pages.events import EventFileView
from boardsite.pages.feeds import AtomView
from boardsite.pages.frame import View
from boardsite.pages.sharing import Card
from boardsite.pages.site_files import SitemapView, StatusView
from boardsite.pages.target import PictureView, Target, TextView
from boardsite.reading.sources import SourceFile
from boardsite.rendering.artifact import Artifact
from boardsite.rendering.atom import atom
from boardsite.rendering.sitemap import sitemap
from boardsite.rendering.templates import Theme
from boardsite.rendering.vcards import vcards

if TYPE_CHECKING:
    from boardsite.rendering.calendar_files import Feeds


class Calendars(dict[ZoneInfo, "Feeds"]):
    """What writes calendars, for each zone of a board: in the preview, what it has written serves the next save."""


@dataclass(frozen=True, slots=True)
class Kitchen:
    """What recipes need besides a view."""

    theme: Theme
    sources: Mapping[str, SourceFile]
    zone: ZoneInfo
    calendars: Calendars

    def make(self, target: Target) -> Artifact | Diagnostic:
        """Return the artifact of a target. The same target and theme give the same bytes."""
        if target.recipe == "html":
            assert isinstance(target.view, View)
            return self.theme.artifact(target.view)
        if isinstance(target.view, PictureView):
            return self._picture(target.address, target.view)
        return Artifact(target.address, self._bytes(target))

    def _picture(self, address: str, view: PictureView) -> Artifact | Diagnostic:
        """A picture whose header is sound may still be cut short, which only decoding shows."""
        from boardsite.rendering.picture_files import picture_bytes

        try:
            with patience.limited(view.source):
                return Artifact(address, picture_bytes(self.sources[view.source], view.size))
        except patience.OutOfPatience:
            return file_messages.takes_too_long(Location(view.source), *patience.MOST).contained()
        except (OSError, ValueError, SyntaxError, EOFError):
            return messages.picture_unreadable(Location(view.source))

    def _bytes(self, target: Target) -> bytes:
        match target.view:
            case TextView(lines=lines):
                return ("\n".join(lines) + "\n").encode()
            case Card() as view:
                from boardsite.rendering.share_cards import share_card

                return share_card(view)
            case AtomView() as view:
                return atom(view)
            case CalendarView() | EventFileView() as view:
                return self._feeds().content(view)
            case VcardView() as view:
                return vcards(view)
            case SitemapView() as view:
                return sitemap(view)
            case StatusView() as view:
                return _status(view)
            case other:
                raise TypeError(f"no recipe makes bytes of {type(other).__name__}")

    def _feeds(self) -> Feeds:
        if self.zone not in self.calendars:
            from boardsite.rendering.calendar_files import Feeds

            self.calendars[self.zone] = Feeds(self.zone)
        return self.calendars[self.zone]


def _status(view: StatusView) -> bytes:
    facts = {
        "generator": "boardsite",
        "made": view.moment.isoformat(timespec="seconds"),
        "good_until": view.good_until.isoformat(timespec="seconds"),
        "next_change": view.next_change.isoformat(timespec="seconds") if view.next_change else None,
        "groups": view.groups,
        "pages": view.pages,
        "news": view.news,
        "events": view.events,
        "coming": dict(view.coming),
        "to_come": {
            key: [
                [address, mark, over_at.isoformat(timespec="seconds"), path] for address, mark, over_at, path in events
            ]
            for key, events in view.to_come
        },
        "calendars": [
            {"group": c.group, "name": c.name, "state": c.state, "since": str(c.since) if c.since else None}
            for c in view.calendars
        ],
    }
    return (json.dumps(facts, indent=2, ensure_ascii=False) + "\n").encode()
