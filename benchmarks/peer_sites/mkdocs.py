"""The workload as a site for MkDocs or Zensical, which know no lists, no topics, no calendars and no feeds.

What they do not know is handed over ready-made, as pages like the others: the years of a section's news and the topics
as lists in Markdown, and every other page of ours as its finished HTML, which they frame. Pages stand in the frame of
our finished ones, as Pelican's do. Neither checks links, which would more than double what Zensical takes.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from benchmarks.peer_sites.content import Content, News, front_matter, stubs
from benchmarks.peer_sites.finished import frame, ready_made
from benchmarks.peer_sites.hugo import share_finished

SITE = Path(__file__).parent / "mkdocs_site"


def write(site: Content, root: Path, finished: Path | None) -> None:
    """Write the site below a folder, which is emptied first; frame, styles and pictures are taken from `finished`."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(SITE, root)
    written = dict(files(site))
    if finished is not None:
        written = dict(_others(finished)) | written
    for path, text in written.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8", newline="")
    frame(finished, root / "theme")
    if finished is not None:
        share_finished(finished, root / "content")


def files(site: Content) -> Iterator[tuple[str, str]]:
    """Yield the path and text of each page."""
    names = {section.key: section.name for section in site.sections}
    for item in site.news:
        yield f"content{_address(item).removesuffix('/')}.md", item.text
    contents = []
    for address, title, items in _lists(site):
        rows = [_row(item, names[item.group]) for item in sorted(items, key=lambda item: item.day, reverse=True)]
        yield f"content{address.removesuffix('/')}.md", _text(title, rows)
        contents.append(f"- [{title}]({address})")
    yield "content/index.md", _text("Keeping children safe", ["Welcome.", "", *contents])


def _others(finished: Path) -> Iterator[tuple[str, str]]:
    """Yield the path and text of every page of our finished site, with what stands in its frame as HTML."""
    for address, title, inner in ready_made(finished):
        yield f"content/{address or 'index'}.md", _text(title, [f"<div>{inner}</div>"])


def _lists(site: Content) -> Iterator[tuple[str, str, list[News]]]:
    """Yield the address, title and news of each page that lists."""
    for section, kind, inner, title in stubs(site):
        if kind == "news-year":
            year = int(inner.rpartition("/")[2])
            items = [item for item in site.news if section.key in ("", item.group) and item.day.year == year]
            yield f"{section.address}{inner}/", title, items
    topics: dict[str, list[News]] = {}
    for item in site.news:
        for tag in front_matter(item.text)[0]["tags"].strip("[]").split(", "):
            topics.setdefault(tag, []).append(item)
    for tag in sorted(topics):
        yield f"/tags/{tag.replace(' ', '-')}/", f"Topic: {tag}", topics[tag]


def _row(item: News, name: str) -> str:
    about = front_matter(item.text)[0]
    return f"- [{about['title']}]({_address(item)}) {item.day.day} {item.day:%B %Y}, {name}: {about['summary']}"


def _address(item: News) -> str:
    return f"/lscgs/{item.group}/news/{item.key}/" if item.group else f"/news/{item.key}/"


def _text(title: str, lines: list[str]) -> str:
    return "\n".join([f"---\ntitle: {json.dumps(title)}\n---", *lines, ""])
