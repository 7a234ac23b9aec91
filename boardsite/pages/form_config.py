"""What the editing forms of a section are made of: what can be edited, where it is kept, and the facts they need.

The board's page has the board's own files and every group's description; a group's page has that group's files and
nothing else. That is a fence for honest people: who may change what is decided by the Git host (docs/signing-in.md).
"""

from __future__ import annotations

import dataclasses

from boardsite.audiences import WORDS
from boardsite.model.board_entities import Editing
from boardsite.model.entities import Group, Place, Site
from boardsite.pages.form_collections import collections, format_of, public_folder
from boardsite.pages.form_fields import Widget
from boardsite.schema import consent, kinds
from boardsite.schema.content_types import CONTENT_TYPES
from boardsite.schema.fields import Field, ListOf, Record

_MOST_BYTES = 10_000_000
_WIDEST = 1600


def form_config(site: Site, editing: Editing, group: Group | None) -> Widget:
    """Return the whole configuration of one page of forms: the program's own, and our facts."""
    folder = f"lscgs/{group.key}" if group else "content"
    name = group.title if group else site.board.short_name
    smaller = {"format": "webp", "quality": 85, "width": _WIDEST, "height": _WIDEST}
    pictures: Widget = {
        "max_file_size": _MOST_BYTES, "slugify_filename": True, "transformations": {"raster_image": smaller},
    }  # fmt: skip
    config: Widget = {
        "load_config_file": False,
        "app_title": f"{name}: edit your pages" if group else f"{name}: edit the website",
        "backend": _backend(editing),
        "publish_mode": "editorial_workflow" if editing.is_reviewed else "simple",
        "media_folder": f"{folder}/images",
        "public_folder": public_folder(folder, "images"),
        "media_libraries": {"default": {"config": pictures}, "stock_assets": False},
        "slug": {"encoding": "ascii", "clean_accents": True, "timezone": "local"},
        "collections": collections(site, group, folder),
    }
    if site.board.base_url:
        config["site_url"] = site.board.base_url
    return {"config": config, "section": name, "facts": _facts(site), "kinds": shapes()}


def _backend(editing: Editing) -> Widget:
    made: Widget = {"name": editing.host, "repo": editing.repository, "branch": editing.branch}
    if editing.saves_first:
        made["skip_ci"] = True
    if editing.client_id:
        made["app_id"] = editing.client_id
    if editing.host == "github":
        if editing.address:
            made["api_root"] = f"{editing.address}/api/v3"
        return made | ({"base_url": editing.sign_in} if editing.sign_in else {})
    if editing.host == "gitlab":
        made["auth_type"] = "pkce"
    if editing.address:
        version = "v4" if editing.host == "gitlab" else "v1"
        made |= {"base_url": editing.address, "api_root": f"{editing.address}/api/{version}"}
    return made


def _facts(site: Site) -> Widget:
    from boardsite.calendars.form_facts import form_facts  # with icalendar behind it

    made = dataclasses.asdict(form_facts(site.clock.zone))
    pairs = {name: dict(made[name]) for name in ("zones", "personal")}
    places = [{"key": place.key, "label": place.name, "location": _in_words(place)} for place in site.places]
    names = made.pop("text_names")
    said = {"textNames": names, "places": places, "audienceWords": WORDS, "consent": f"^(?:{consent.PATTERN})$"}
    return {**made, **pairs, **said}


def _in_words(place: Place) -> str:
    return ", ".join(part for part in (place.name, place.address, place.postcode) if part)


def shapes() -> Widget:
    """Return what the formats of settings must know of each content type: which of its values are no plain texts."""
    return {format_of(kind): {"hasBody": kind.has_body, "fields": _shape(kind.fields)} for kind in CONTENT_TYPES}


def _shape(fields: tuple[Field, ...]) -> Widget:
    return {field.name: _shape_of(field) for field in fields}


def _shape_of(field: Field) -> object:
    match field.kind:
        case Record() as record:
            return {"list": record.is_list, "shorthand": record.shorthand, "fields": _shape(record.fields)}
        case ListOf():
            return "list"
        case kinds.Day() | kinds.Moment():
            return "day"
        case kinds.YesNo():
            return "yes-no"
        case kinds.Number():
            return "number"
        case kinds.Choice():
            return "word"
        case _:
            return "text"
