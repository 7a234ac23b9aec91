"""The pages of the editing forms: one for the board and one for each group, where site.yaml says how files are kept.

They are for editors: not in the menu, the sitemap or the search, and kept from search engines.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

from boardsite.dataclass import dataclass
from boardsite.model import routes
from boardsite.model.board_entities import MenuLink
from boardsite.pages.event_facts import Fact, FactValue
from boardsite.pages.form_config import form_config
from boardsite.pages.frame import Frame, View
from boardsite.pages.frames import Frames
from boardsite.pages.target import Target, TextView

CONFIG = "forms.json"
PREVIEW = "/admin/preview.html"


@dataclass(frozen=True, slots=True)
class FormsView(View):
    """A page that starts the forms. `script` is the program; `sections` lead to the pages of the others."""

    script: str
    style: str
    preview: str
    sections: tuple[MenuLink, ...]
    is_group: bool


@dataclass(frozen=True, slots=True)
class FormsPreviewView(View):
    """The components that forms show beside them; `day` and `moment` stand where any would do."""

    facts: tuple[Fact, ...]
    day: date
    moment: datetime


_FACTS = (("When", "when"), ("Repeats", "repeats"), ("Where", "where"), ("Web page", "link"), ("Who for", "audience"),
          ("Booking", "booking"))  # fmt: skip


def plan(frames: Frames) -> tuple[Target, ...]:
    """Return the pages and their configuration; nothing where there is no program or no place to save."""
    site = frames.site
    editing = site.board.editing
    if editing is None or not frames.assets.forms:
        return ()
    found = [Target(PREVIEW, "html", _preview(frames))]
    for frame in frames.sections(routes.HOME):
        address = routes.forms(frame.key)
        config = json.dumps(form_config(site, editing, frame.group), ensure_ascii=False, separators=(",", ":"))
        found.append(Target(address, "html", _view(frames, frame, address)))
        found.append(Target(address + CONFIG, "text", TextView((config,))))
    return tuple(found)


def _view(frames: Frames, frame: Frame, address: str) -> FormsView:
    head = frame.page("forms", address, f"Edit {frame.name}", window="Edit", is_hidden_from_search=True)
    names = {"": frame.board.short_name, **{group.key: group.title for group in frame.site.groups}}
    sections = tuple(MenuLink(name, routes.forms(key)) for key, name in names.items() if key != frame.key)
    style = frames.assets.forms.rpartition("/")[0] + "/forms.css"
    return FormsView(head, frames.assets.forms, style, PREVIEW, sections, bool(frame.key))


def _preview(frames: Frames) -> FormsPreviewView:
    head = frames.of(None).page("forms-preview", PREVIEW, "Preview", window="Preview", is_hidden_from_search=True)
    facts = tuple(Fact(label, (FactValue(f"[[{name}]]"),)) for label, name in _FACTS)
    return FormsPreviewView(head, facts, date(2000, 1, 1), datetime(2000, 1, 1, tzinfo=UTC))
