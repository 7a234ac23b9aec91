"""The workload as a site for Pelican, which makes news, its lists, topics and feeds, and knows no calendars.

Every page of ours that it cannot make is handed over ready-made, as HTML that it frames.
Its pages stand in the frame of our finished ones, as a text that is the same on all of them: what it makes is less than
what the others make, and how much less is told beside the figures.
"""

from __future__ import annotations

import shutil
from html import escape
from pathlib import Path

from benchmarks.peer_sites.blog import write_news
from benchmarks.peer_sites.content import Content
from benchmarks.peer_sites.finished import frame, ready_made
from benchmarks.peer_sites.hugo import share_finished

SITE = Path(__file__).parent / "pelican_site"


def write(site: Content, root: Path, finished: Path | None) -> None:
    """Write the site below a folder, which is emptied first; frame, styles and pictures are taken from `finished`."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(SITE, root)
    write_news(site, root / "content", "", _head)
    frame(finished, root / "theme" / "templates")
    if finished is not None:
        share_finished(finished, root / "theme" / "static")
        _write_others(finished, root / "content" / "pages")


def _head(about: dict[str, str]) -> str:
    return "".join(f"{name.capitalize()}: {value}\n" for name, value in about.items())


def _write_others(finished: Path, folder: Path) -> None:
    """Write the pages that are neither news nor lists of it; what is said of a page stands in its head."""
    for number, (address, title, inner) in enumerate(ready_made(finished)):
        if "news" in address.split("/") or address.startswith("tags/"):
            continue
        where = f"{address}/" if address else ""
        about = {"slug": f"page-{number}", "save_as": f"{where}index.html", "url": where}
        meta = "".join(f'<meta name="{name}" content="{text}">' for name, text in about.items())
        folder.mkdir(parents=True, exist_ok=True)
        page = f"<html><head><title>{escape(title)}</title>{meta}</head><body>{inner}</body></html>"
        (folder / f"{number}.html").write_text(page, "utf-8", newline="")
