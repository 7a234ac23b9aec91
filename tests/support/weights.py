"""What a first visit to each page costs: `python -m tests.support.weights dist` prints the table and says what is over.

Counted is what a browser fetches by itself to show the page: the page, its style sheets, its scripts and the pictures
that do not wait until they are seen. Text is compressed as hosts do it (gzip, level 9); pictures are counted as
requests only. Scripts that are fetched when a box is first used (data-first-use) have a budget of their own.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.support.page_rules import public_pages
from tests.support.site_reader import Page, read_site

USUAL, FULLEST = 14_000, 24_000  # one round trip of a new connection; a calendar with everything in it
STYLES, OWN_STYLES, SCRIPTS, REQUESTS = 8_000, 1_500, 4_000, 6
CALENDARS = frozenset({"calendar", "month", "year"})
FIRST_USE = 8_000  # what comes later, when somebody begins to type into a box
_FONT = re.compile(r"@font-face|\.woff2?\b|\.[ot]tf\b", re.I)


@dataclass(frozen=True)
class Weight:
    """The compressed bytes of a page and its requests; `fonts` names files that bring a font.

    `css` is the style sheet of all pages, `own_css` that of this kind of page; `first_use` is not part of the whole.
    """

    path: str
    kind: str
    html: int
    css: int
    own_css: int
    js: int
    first_use: int
    requests: int
    fonts: tuple[str, ...]

    @property
    def whole(self) -> int:
        return self.html + self.css + self.own_css + self.js

    @property
    def most(self) -> int:
        return FULLEST if self.kind in CALENDARS else USUAL

    @property
    def faults(self) -> list[str]:
        """Return what is over its budget, in words."""
        counted = (
            ("page, styles and scripts", self.whole, self.most),
            ("styles", self.css, STYLES),
            ("styles of its own", self.own_css, OWN_STYLES),
            ("scripts", self.js, SCRIPTS),
            ("on first use, scripts", self.first_use, FIRST_USE),
            ("requests", self.requests, REQUESTS),
        )
        over = [f"{self.path}: {what}: {found:,} of {most:,}" for what, found, most in counted if found > most]
        return over + [f"{self.path}: {name} brings a font" for name in self.fonts]


def weights(folder: Path) -> list[Weight]:
    """Return the weight of every public page of a built folder, the heaviest first."""
    pages = public_pages(read_site(folder))
    return sorted((_weight(page, folder) for page in pages), key=lambda weight: (-weight.whole, weight.path))


def table(found: Iterable[Weight]) -> str:
    """Return the heaviest page of each kind as a table."""
    rows = [f"{'kind':<14}{'pages':>6}{'page':>8}{'css':>7}{'js':>7}{'whole':>8}{'of':>8}{'requests':>10}  heaviest"]
    kinds: dict[str, list[Weight]] = {}
    for weight in found:
        kinds.setdefault(weight.kind, []).append(weight)
    for kind, (first, *others) in kinds.items():
        most = max(each.requests for each in (first, *others))
        rows.append(
            f"{kind:<14}{1 + len(others):>6}{first.html:>8,}{first.css + first.own_css:>7,}{first.js:>7,}{first.whole:>8,}"
            f"{first.most:>8,}{most:>10}  {first.path}"
        )
    return "\n".join(rows) + "\n"


def _weight(page: Page, folder: Path) -> Weight:
    here = folder / page.path
    sheets = [e.get("href") for e in page.named("link") if "stylesheet" in e.get("rel").split()]
    scripts = [e.get("src") for e in page.named("script") if "src" in e.attributes]
    at_once = [e for e in page.named("img") if e.get("loading") != "lazy"]
    hints = [e.get("href") for e in page.named("link") if {"preload", "icon", "manifest"} & set(e.get("rel").split())]
    later = [
        name for e in page.elements if "data-first-use" in e.attributes for name in e.get("data-first-use").split()
    ]
    files = [_file(address, here, folder) for address in (*sheets, *scripts)]
    fonts = [path.name for path in files[: len(sheets)] if _FONT.search(path.read_text("utf-8"))]
    fonts += [address for address in hints if _FONT.search(address)]
    (body,) = page.named("body")
    return Weight(
        page.path,
        body.get("data-page"),
        _packed(here),
        sum(map(_packed, files[: min(1, len(sheets))])),
        sum(map(_packed, files[1 : len(sheets)])),
        sum(map(_packed, files[len(sheets) :])),
        sum(_packed(_file(address, here, folder)) for address in later),
        1 + len(files) + len(at_once) + len(hints),
        tuple(fonts),
    )


def _file(address: str, page: Path, folder: Path) -> Path:
    path = unquote(urlsplit(address).path)
    return folder / path.lstrip("/") if path.startswith("/") else page.parent / path


@lru_cache(maxsize=10_000)
def _packed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


def main(arguments: list[str]) -> int:
    """Print the table of a built folder; end with 1 where something is over its budget."""
    folder = Path(arguments[0] if arguments else "dist")
    if not (folder / "index.html").is_file():
        sys.stderr.write(f"There is no built site in {folder}. Build one first: python3 build.py\n")
        return 2
    found = weights(folder)
    sys.stdout.write(table(found))
    faults = [fault for weight in found for fault in weight.faults]
    sys.stdout.write("".join(f"{fault}\n" for fault in faults) or "Everything is within its budget.\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
