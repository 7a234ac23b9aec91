"""The news of the workload as a site for Nikola, which knows no calendars and no lists of contacts.

Its pages stand in the frame of our finished ones, as Pelican's do; lists, topics, years and feeds it makes by itself.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks.peer_sites.blog import write_news
from benchmarks.peer_sites.content import Content
from benchmarks.peer_sites.finished import frame
from benchmarks.peer_sites.hugo import share_finished

SITE = Path(__file__).parent / "nikola_site"


def write(site: Content, root: Path, finished: Path | None) -> None:
    """Write the site below a folder, which is emptied first; frame, styles and pictures are taken from `finished`."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(SITE, root)
    write_news(site, root / "content", "news", _head)
    frame(finished, root / "themes" / "plain" / "templates")
    if finished is not None:
        share_finished(finished, root / "static")


def _head(about: dict[str, str]) -> str:
    lines = (f".. {'description' if name == 'summary' else name}: {value}\n" for name, value in about.items())
    return f"<!--\n{''.join(lines)}-->\n"
