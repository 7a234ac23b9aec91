"""The workload as a site for Hugo: content, settings and the templates of `hugo_site/`."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.peer_sites.content import ROLES, Content, Event, Section, is_to_come, stubs
from boardsite.rendering.qr_codes import qr_code

TEMPLATES = Path(__file__).parent / "hugo_site"
BASE = "https://lscg.example.org"
_FEEDS = {
    "mediaTypes": {
        "text/calendar": {"suffixes": ["ics"]},
        "text/vcard": {"suffixes": ["vcf"]},
        "application/atom+xml": {"suffixes": ["xml"]},
    },
    "outputFormats": {
        "calendar": {"mediaType": "text/calendar", "baseName": "calendar", "isPlainText": True},
        "news": {"mediaType": "application/atom+xml", "baseName": "news"},
        "ics": {"mediaType": "text/calendar", "isPlainText": True, "ugly": True},
        "vcf": {"mediaType": "text/vcard", "isPlainText": True, "ugly": True},
        "finding": {"mediaType": "application/json", "baseName": "search", "isPlainText": True},
    },
}


def write(site: Content, root: Path, finished: Path | None) -> None:
    """Write the site below a folder, which is emptied first; styles, scripts and pictures are taken from `finished`."""
    shutil.rmtree(root, ignore_errors=True)
    for path, text in files(site):
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8", newline="")
    shutil.copytree(TEMPLATES, root, dirs_exist_ok=True)
    if finished is not None:
        share_finished(finished, root / "static")


def share_finished(finished: Path, static: Path) -> None:
    """Copy what our finished site has that no other generator makes: styles, scripts, pictures, rules for hosts."""
    for name in ("assets", "images"):
        shutil.copytree(finished / name, static / name)
    for name in ("_headers", "_redirects", "status.json"):
        shutil.copy(finished / name, static / name)


def files(site: Content) -> Iterator[tuple[str, str]]:
    """Yield the path and text of each file but the templates."""
    yield "hugo.json", json.dumps(_settings(site), indent=1) + "\n"
    yield from _board()
    for section in site.sections:
        yield from _section(section)
    for item in site.news:
        yield f"{_folder(item.group)}/news/{item.key}.md", item.text
    for event in site.events:
        yield from _event(event)
    for section, kind, inner, title in stubs(site):
        above = inner.rpartition("/")[0]
        params = {"layout": kind, "key": inner.rpartition("/")[2], "above": section.address + above}
        if kind == "poster":
            params |= {"back": f"{section.address}calendar/", "code": code(section.address)}
        # Apart from the sections whose lists they are, so that they are no entry of those.
        path = f"content/lists/{section.key or 'board'}/{inner}.md"
        yield path, _text({"title": title, "url": f"{section.address}{inner}/", "group": section.key, **params})


def _settings(site: Content) -> dict[str, object]:
    return {
        "baseURL": f"{BASE}/",
        "locale": "en-GB",
        "title": "Sample Safeguarding Board",
        "timeZone": "Europe/London",
        "enableRobotsTXT": True,
        "disableKinds": ["taxonomy", "rss"],
        "taxonomies": {"tag": "tags"},
        "pagination": {"pagerSize": 20, "disableAliases": True},
        "markup": {"tableOfContents": {"endLevel": 2}},
        "params": {
            "groups": [
                {"key": each.key, "name": each.name, "theme": each.theme, "address": each.address}
                for each in site.sections
            ]
        },
        **_FEEDS,
    }


def _board() -> Iterator[tuple[str, str]]:
    feeds = ["html", "calendar", "news", "finding"]
    yield "content/_index.md", _text({"title": "Keeping children safe", "outputs": feeds}, "Welcome.\n")
    hidden = {"build": {"render": "never", "list": "never"}}
    yield "content/lists/_index.md", _text({"title": "Lists", **hidden})
    yield "content/events/_index.md", _text({"title": "Events", **hidden})
    yield "content/lscgs/_index.md", _text({"title": "Local Groups", "layout": "groups"})
    for address, layout, title in (
        ("search", "search", "Search and A to Z"),
        ("accessibility", "information", "Accessibility statement"),
        ("worried-about-a-child", "information", "Worried about a child?"),
    ):
        yield f"content/{address}.md", _text({"title": title, "layout": layout}, "Call.\n")
    title = "Contacts by organisation"
    yield "content/contacts/organisations.md", _text({"title": title, "layout": "information"}, "None yet.\n")


def _section(section: Section) -> Iterator[tuple[str, str]]:
    folder, name = _folder(section.key), f"{section.name} " if section.key else ""
    if section.key:
        cascade = {"params": {"group": section.key}}
        settings = {"title": section.name, "layout": "group", "outputs": ["html", "calendar", "news"]}
        yield f"{folder}/_index.md", _text({**settings, "cascade": cascade}, f"{section.body}\n")
    items = {"cascade": {"type": "news", "layout": "news-item"}}
    yield f"{folder}/news/_index.md", _text({"title": f"{name}news".capitalize(), "layout": "news-list", **items})
    yield f"{folder}/calendar/_index.md", _text({"title": f"{name}calendar".capitalize(), "layout": "calendar"})
    outputs = ["html", "vcf"] if section.key else ["html"]
    about = {"title": f"{name}contacts".capitalize(), "layout": "contacts", "outputs": outputs}
    yield f"{folder}/contacts/_index.md", _text(about)
    for role in ROLES if section.key else ():
        only = {"title": role, "type": "contact", "layout": "contact", "outputs": ["vcf"]}
        yield f"{folder}/contacts/{role.lower()}.md", _text(only)


def _event(event: Event) -> Iterator[tuple[str, str]]:
    address = f"{'/lscgs/' + event.group if event.group else ''}/events/{event.key}/"
    dates = [[starts.isoformat(), ends.isoformat()] for starts, ends in event.dates]
    about = {"title": event.title, "type": "event", "layout": "event", "outputs": ["html", "ics"]}
    more = {"place": event.place, "rule": event.rule, "dates": dates, "poster": is_to_come(event)}
    yield f"{_folder(event.group)}/events/{event.key}.md", _text({**about, **more}, f"{event.description}\n")
    if is_to_come(event):
        sheet = {"layout": "poster", "event": f"{address.removesuffix('/')}", "back": address, "code": code(address)}
        path = f"content/lists/{event.group or 'board'}/events/{event.key}.md"
        yield path, _text({"title": event.title, "url": f"{address}poster/", "group": event.group, **sheet})


def _folder(group: str) -> str:
    return f"content/lscgs/{group}" if group else "content"


def code(address: str) -> str:
    """Return the QR code of an address as SVG: handed over ready-made, though ours draws it."""
    return qr_code(BASE + address)


def _text(settings: Mapping[str, object], body: str = "") -> str:
    return json.dumps(settings, indent=1) + f"\n\n{body}"
