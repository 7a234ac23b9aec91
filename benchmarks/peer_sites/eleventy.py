"""The workload as a site for Eleventy: content, data and the templates of `eleventy_site/`."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from benchmarks.peer_sites.content import ROLES, Content, Event, Section, front_matter, is_to_come, stubs
from benchmarks.peer_sites.hugo import code, share_finished

TEMPLATES = Path(__file__).parent / "eleventy_site"
PER_PAGE = 20


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


def files(site: Content) -> Iterator[tuple[str, str]]:
    """Yield the path and text of each file but the templates."""
    yield "site/_data/sections.json", json.dumps([_section(site, each) for each in site.sections], indent=1)
    yield "site/_data/lists.json", json.dumps(list(_lists(site)), indent=1)
    for section in site.sections:
        folder = f"site{section.address}"
        yield f"{folder}news/news.11tydata.json", json.dumps({"layout": "news-item.11ty.js", "group": section.key})
        yield f"{folder}events/events.11tydata.json", json.dumps({"layout": "event.11ty.js", "group": section.key})
    for item in site.news:
        yield f"site{_home(item.group)}news/{item.key}.md", item.text
    for event in site.events:
        dates = [[starts.isoformat(), ends.isoformat()] for starts, ends in event.dates]
        about = {"title": event.title, "place": event.place, "rule": event.rule, "description": event.description}
        settings = json.dumps({**about, "dates": dates}, indent=1)
        yield f"site{_home(event.group)}events/{event.key}.md", f"---json\n{settings}\n---\n{event.description}\n"


def _section(site: Content, section: Section) -> dict[str, object]:
    return {
        "key": section.key,
        "name": section.name,
        "theme": section.theme,
        "address": section.address,
        "body": section.body,
        "roles": ROLES if section.key else (),
        "months": site.months(section),
        "years": [str(year) for year in reversed(site.years(section))],
        "newsYears": [str(year) for year in reversed(site.news_years(section))],
    }


def _lists(site: Content) -> Iterator[dict[str, object]]:
    """Yield the address, title and kind of each page that has no file of its own, and of each file."""
    yield {"section": "", "kind": "home", "address": "/", "title": "Keeping children safe"}
    yield {"section": "", "kind": "groups", "address": "/lscgs/", "title": "Local Groups"}
    yield {"section": "", "kind": "search", "address": "/search/", "title": "Search and A to Z"}
    for address in ("/accessibility/", "/worried-about-a-child/", "/contacts/organisations/", "/404.html"):
        yield {"section": "", "kind": "information", "address": address, "title": address.strip("/").capitalize()}
    for file, address in (("index", "/search.json"), ("sitemap", "/sitemap.xml"), ("robots", "/robots.txt")):
        yield {"section": "", "file": file, "address": address}
    tags = {tag for item in site.news for tag in front_matter(item.text)[0]["tags"].strip("[]").split(", ")}
    for tag in sorted(tags):
        address = f"/tags/{tag.replace(' ', '-')}/"
        yield {"section": "", "kind": "tag", "address": address, "title": f"Topic: {tag}", "key": tag}
    for section in site.sections:
        yield from _of_section(site, section)
    for event in site.events:
        yield from _of_event(event)
    for section, kind, inner, title in stubs(site):
        key = inner.rpartition("/")[2]
        about = {"section": section.key, "kind": kind, "address": f"{section.address}{inner}/", "title": title}
        more = {"back": f"{section.address}calendar/", "code": code(section.address)} if kind == "poster" else {}
        yield {**about, "key": key, **more}


def _of_section(site: Content, section: Section) -> Iterator[dict[str, object]]:
    def page(kind: str, inner: str, title: str) -> dict[str, object]:
        return {"section": section.key, "kind": kind, "address": f"{section.address}{inner}", "title": title}

    def file(kind: str, name: str, key: str = "") -> dict[str, object]:
        return {"section": section.key, "file": kind, "address": f"{section.address}{name}", "key": key}

    name = f"{section.name} " if section.key else ""
    yield page("calendar", "calendar/", f"{name}calendar".capitalize())
    yield page("contacts", "contacts/", f"{name}contacts".capitalize())
    yield file("calendar", "calendar.ics")
    yield file("news", "news.xml")
    number_of = sum(section.key in ("", item.group) for item in site.news)
    for number in range(1, max(1, -(-number_of // PER_PAGE)) + 1):
        inner = "news/" if number == 1 else f"news/page-{number}/"
        yield {**page("news-list", inner, f"{name}news".capitalize()), "number": number}
    if section.key:
        yield page("group", "", section.name)
        yield file("cards", "contacts.vcf")
        for role in ROLES:
            yield file("card", f"contacts/{role.lower()}.vcf", role)


def _of_event(event: Event) -> Iterator[dict[str, object]]:
    address = f"{_home(event.group)}events/{event.key}/"
    about = {"section": event.group, "title": event.title}
    yield {**about, "file": "event", "address": f"{address.removesuffix('/')}.ics", "key": address}
    if is_to_come(event):
        sheet = {"kind": "poster", "address": f"{address}poster/", "event": address, "back": address}
        yield {**about, **sheet, "code": code(address)}


def _home(group: str) -> str:
    return f"/lscgs/{group}/" if group else "/"
