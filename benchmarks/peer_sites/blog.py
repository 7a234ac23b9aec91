"""News as generators of blogs read it: each item a file, with what is said of it in a head of their own kind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from benchmarks.peer_sites.content import Content, front_matter


def write_news(site: Content, folder: Path, inner: str, head: Callable[[dict[str, str]], str]) -> None:
    """Write each news item below a folder for its section and `inner`; `head` makes what stands above its text."""
    for item in site.news:
        settings, body = front_matter(item.text)
        about = {
            "title": settings["title"],
            "slug": item.key,
            "date": f"{item.day} 09:00",
            "tags": settings["tags"].strip("[]"),
            "category": item.group or "board",
            "summary": settings["summary"],
        }
        target = folder / (item.group or "board") / inner / f"{item.key}.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"{head(about)}\n{body}", "utf-8", newline="")
