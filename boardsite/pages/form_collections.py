"""What can be edited on a page of forms: its collections, each a folder of files or a few single ones."""

from __future__ import annotations

from boardsite.model import routes
from boardsite.model.entities import Group, Site
from boardsite.pages.form_fields import Options, Widget, body_field, form_fields
from boardsite.schema import content_types as types
from boardsite.schema import list_types as lists
from boardsite.schema.event_fields import EVENT
from boardsite.schema.fields import ContentType

_EVENT_SLUG = "{{fields.day | date('YYYY-MM-DD')}}-{{slug}}"
_CHECKED = [field.name for field in EVENT.fields].index("changes") + 1  # below all that can disagree
_FIRST = ("title", "date", "summary", "image", "image_alt")


def collections(site: Site, group: Group | None, folder: str) -> list[Widget]:
    """Return the collections of a section: its events, news and settings, and for the board its pages."""
    key = group.key if group else ""
    options = _options(site)
    found = [*_events(options, key, folder), _news(options, folder)]
    if not group:
        found += _pages(site, options, folder)
    return [*found, _files(site, group, options, folder)]


def format_of(kind: ContentType) -> str:
    """Return the name of the format of a content type; the program wants this ending for files that end in .md."""
    return f"{kind.name}-frontmatter" if kind.has_body else kind.name


def public_folder(section: str, name: str) -> str:
    """Return how texts name a folder of a section from the root of the site."""
    return f"/{name}" if section == "content" else f"/{section}/{name}"


def _options(site: Site) -> Options:
    places = tuple((place.key, place.name) for place in site.places)
    return {
        "place": (("", "Not on the list"), *places),
        "priorities": tuple((priority.key, priority.name) for priority in site.board.priorities),
        "groups": tuple((group.key, group.title) for group in site.groups),
    }


def _hidden(*names: str) -> list[Widget]:
    return [{"name": name, "widget": "hidden"} for name in names]


def _sorted_by(field: str) -> Widget:
    return {"fields": [field, "title"], "default": {"field": field, "direction": "descending"}}


def _events(options: Options, key: str, folder: str) -> list[Widget]:
    """Events stand in files of one or of several; the second come from other programs, and keep their form."""
    fields = form_fields(EVENT.fields, options)
    shared: Widget = {"folder": f"{folder}/events", "format": "calendar", "extension": "ics", "delete": True}
    check: Widget = {"name": "check", "label": "Is it right?", "widget": "board-check", "required": False}
    shape: Widget = {"name": "shape", "widget": "hidden", "default": "one"}
    one: Widget = {
        "name": "events", "label": "Events", "label_singular": "event", "icon": "event", "create": True,
        "duplicate": False, "identifier_field": "title", "slug": _EVENT_SLUG,
        "summary": "{{day | date('D MMM YYYY')}}: {{title}}", "filter": {"field": "shape", "value": "one"},
        "preview_path": f"{routes.section(key)[1:]}events/{{{{slug}}}}/", "sortable_fields": _sorted_by("day"),
        "fields": [*fields[:_CHECKED], check, *fields[_CHECKED:], shape, *_hidden("uid", "loaded", "source")],
    }  # fmt: skip
    listed: Widget = {
        "name": "events", "label": "Events", "label_singular": "event", "widget": "list", "collapsed": True,
        "summary": "{{fields.day}}: {{fields.title}}", "fields": [*fields, *_hidden("uid")],
    }  # fmt: skip
    name: Widget = {"name": "name", "label": "Calendar", "widget": "string", "readonly": True, "required": False}
    many: Widget = {
        "name": "calendars", "label": "Calendars", "label_singular": "calendar", "icon": "calendar_month",
        "create": False, "identifier_field": "name", "summary": "{{name}}",
        "filter": {"field": "shape", "value": "many"},
        "description": "Files with several events, as Outlook, Google and Apple export them.",
        "fields": [name, listed, *_hidden("shape", "source")],
    }  # fmt: skip
    return [shared | one, shared | many]


def _news(options: Options, folder: str) -> Widget:
    made = _texts("news", "News", f"{folder}/news", types.NEWS, options)
    more = {"label_singular": "news item", "icon": "news", "summary": "{{date | date('D MMM YYYY')}}: {{title}}"}
    return made | more | {"sortable_fields": _sorted_by("date")}


def _pages(site: Site, options: Options, folder: str) -> list[Widget]:
    top = _texts("pages", "Pages", folder, types.PAGE, options)
    top["index_file"] = {
        "name": "index", "label": types.HOME.label, "icon": "home", "format": format_of(types.HOME),
        "fields": [*form_fields(types.HOME.fields, {}), body_field(), *_hidden("source")],
    }  # fmt: skip
    inner = {page.where.path.rpartition("/")[0].removeprefix(f"{folder}/") for page in site.pages} - {folder}
    return [top, *(_folder_of_pages(name, options, folder) for name in sorted(inner))]


def _folder_of_pages(name: str, options: Options, folder: str) -> Widget:
    label = f"Pages: {name.replace('-', ' ').capitalize()}"
    return _texts(f"pages-{name.replace('/', '-')}", label, f"{folder}/{name}", types.PAGE, options)


def _texts(name: str, label: str, folder: str, kind: ContentType, options: Options) -> Widget:
    section = "/".join(folder.split("/")[: 2 if folder.startswith("lscgs/") else 1])
    fields = form_fields(kind.fields, options)
    for field in fields:
        if field["name"] == "image":
            field |= {"widget": "image", "choose_url": False}
        if field["name"] == "attachments":
            _keep_in(field, section)
    by_name = {field["name"]: field for field in fields}
    first = [by_name[name] for name in _FIRST if name in by_name]
    rest = [field for field in fields if field not in first]
    return {
        "name": name, "label": label, "label_singular": "page", "icon": "description", "folder": folder, "create": True,
        "delete": True, "format": format_of(kind), "extension": "md", "identifier_field": "title", "slug": "{{slug}}",
        "thumbnail": False,
        "media_folder": f"/{section}/images", "public_folder": public_folder(section, "images"),
        "fields": [*first, body_field(), *rest, *_hidden("source")],
    }  # fmt: skip


def _keep_in(field: Widget, section: str) -> None:
    """Say in which folder the files of a list of files are kept."""
    inner = field["fields"]
    assert isinstance(inner, list)
    for each in inner:
        if each["name"] == "file":
            each |= {"media_folder": f"/{section}/files", "public_folder": public_folder(section, "files")}


def _files(site: Site, group: Group | None, options: Options, folder: str) -> Widget:
    paths = {contact.where.path for contact in site.contacts}
    known = next((path for path in paths if path.rpartition("/")[0] == folder), f"{folder}/contacts.yaml")
    found = [_file("contacts", "Contacts", "contacts", known, types.CONTACTS, options)]
    if group:
        found.append(_file("about", f"About {group.title}", "info", group.where.path, types.GROUP, options))
        return {"name": "settings", "label": "About the group", "icon": "info", "files": found}
    found += [
        _file("places", lists.PLACES.label, "place", "content/places.yaml", lists.PLACES, options),
        _file("areas", lists.AREAS.label, "map", "content/areas.yaml", lists.AREAS, options),
        _file("holidays", lists.HOLIDAYS.label, "event", "content/holidays.yaml", lists.HOLIDAYS, options),
        _file("glossary", lists.GLOSSARY.label, "dictionary", "content/glossary.yaml", lists.GLOSSARY, options),
        _file("site", types.SITE.label, "settings", "content/site.yaml", types.SITE, options),
        *(_file(f"group-{g.key}", f"About {g.title}", "info", g.where.path, types.GROUP, options) for g in site.groups),
    ]
    return {"name": "settings", "label": "Contacts and settings", "icon": "settings", "files": found}


def _file(name: str, label: str, icon: str, path: str, kind: ContentType, options: Options) -> Widget:
    body = [body_field()] if kind.has_body else []
    fields = [*form_fields(kind.fields, options), *body, *_hidden("source")]
    return {"name": name, "label": label, "icon": icon, "file": path, "format": format_of(kind), "fields": fields}
