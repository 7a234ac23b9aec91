"""The news of the workload as a site for Nikola, which knows no calendars and no lists of contacts.

Its pages stand in the frame of our finished ones, as Pelican's do; lists, topics, years and feeds it makes by itself.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks.peer_sites.content import Content, front_matter
from benchmarks.peer_sites.finished import frame
from benchmarks.peer_sites.hugo import share_finished

SITE = Path(__file__).parent / "nikola_site"


def write(site: Content, root: Path, finished: Path | None) -> None:
    """Write the site below a folder, which is emptied first; frame, styles and pictures are taken from `finished`."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(SITE, root)
    for item in site.news:
        settings, body = front_matter(item.text)
        target = root / "content" / (item.group or "board") / "news" / f"{item.key}.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        about = {
            "title": settings["title"],
            "slug": item.key,
            "date": f"{item.day} 09:00",
            "tags": settings["tags"].strip("[]"),
            "category": item.group or "board",
            "description": settings["summary"],
        }
        head = "".join(f".. {name}: {value}\n" for name, value in about.items())
        target.write_text(f"<!--\n{head}-->\n\n{body}", "utf-8", newline="")
    frame(finished, root / "themes" / "plain" / "templates")
    if finished is not None:
        share_finished(finished, root / "static")
