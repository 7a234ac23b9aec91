"""What other generators take from our finished site: the frame of its pages, and the pages that they cannot make."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from pathlib import Path


def frame(finished: Path | None, templates: Path) -> None:
    """Write what stands above and below the content of our finished pages as two templates, to be taken as they are."""
    above, below = "", ""
    if finished is not None:
        page = (finished / "news" / "index.html").read_text("utf-8")
        above, below = page[: page.index("<main")], page[page.index("</main>") + len("</main>") :]
    for name, text in (("above", above), ("below", below)):
        (templates / f"{name}.html").write_text(f"{{% raw %}}{text}{{% endraw %}}", "utf-8")


def ready_made(finished: Path) -> Iterator[tuple[str, str, str]]:
    """Yield, for each page of our finished site, its folder ("" for the first), its title, and what is in its frame."""
    for page in sorted(finished.rglob("index.html")):
        html = page.read_text("utf-8")
        title = unescape(html.partition("<title>")[2].partition("</title>")[0])
        inner = html.partition("<main")[2].partition(">")[2].partition("</main>")[0]
        yield page.parent.relative_to(finished).as_posix().removeprefix("."), title, inner
