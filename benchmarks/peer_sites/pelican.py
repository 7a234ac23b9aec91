"""The news of the workload as a site for Pelican, which knows no calendars and no lists of contacts.

Its pages stand in the frame of our finished ones, as a text that is the same on all of them: what it makes is less than
what the others make, and how much less is told beside the figures.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks.peer_sites.content import Content, front_matter
from benchmarks.peer_sites.hugo import share_finished

SITE = Path(__file__).parent / "pelican_site"


def write(site: Content, root: Path, finished: Path | None) -> None:
    """Write the site below a folder, which is emptied first; frame, styles and pictures are taken from `finished`."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(SITE, root)
    for item in site.news:
        settings, body = front_matter(item.text)
        target = root / "content" / (item.group or "board") / f"{item.key}.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        about = {
            "Title": settings["title"],
            "Date": f"{item.day} 09:00",
            "Category": item.group or "board",
            "Slug": item.key,
            "Tags": settings["tags"].strip("[]"),
            "Summary": settings["summary"],
        }
        head = "".join(f"{name}: {value}\n" for name, value in about.items())
        target.write_text(f"{head}\n{body}", "utf-8", newline="")
    frame(finished, root / "theme" / "templates")
    if finished is not None:
        share_finished(finished, root / "theme" / "static")


def frame(finished: Path | None, templates: Path) -> None:
    """Write what stands above and below the content of our finished pages as two templates, to be taken as they are."""
    above, below = "", ""
    if finished is not None:
        page = (finished / "news" / "index.html").read_text("utf-8")
        above, below = page[: page.index("<main")], page[page.index("</main>") + len("</main>") :]
    for name, text in (("above", above), ("below", below)):
        (templates / f"{name}.html").write_text(f"{{% raw %}}{text}{{% endraw %}}", "utf-8")
