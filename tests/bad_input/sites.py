"""The sites in which the cases lie, built once for all of them, and what is asked about them."""

from __future__ import annotations

import unicodedata
from functools import cached_property
from pathlib import Path

from boardsite.diagnostics import Diagnostic
from boardsite.pipeline import Order, Outcome, build, build_from
from boardsite.reading.sources import source_file
from boardsite.text import without_controls
from tests.bad_input import active
from tests.bad_input.all_cases import CASES
from tests.bad_input.cases import WORDS, Case, Rejected, typed
from tests.bad_input.pictures import png
from tests.support import small_site
from tests.support.second_reader import matches

SOUND: dict[str, str | bytes | None] = {
    "lscgs/west/index.md": "---\nname: West\n---\nAbout.\n",
    "lscgs/west/images/sound.png": png(),
    "lscgs/west/files/sound.pdf": b"%PDF-1.4\n",
}


class Built:
    """A site that was made, with what a second reader says of it."""

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self.diagnostics = outcome.report.diagnostics

    @cached_property
    def files(self) -> list[tuple[str, bytes]]:
        return [(path, artifact.content) for path, artifact in self.outcome.files]

    @cached_property
    def read(self) -> active.Read:
        return active.read(self.files)

    @cached_property
    def acting(self) -> str:
        return "\n".join(self.read.active).lower()

    @cached_property
    def shown(self) -> str:
        return "\n".join(" ".join(text.split()) for text in self.read.shown)

    @cached_property
    def words(self) -> set[str]:
        """The words of cases that are anywhere in the output, however they are written."""
        return matches(self.files, WORDS)

    def is_shown(self, word: str) -> bool:
        """Say whether the word of a case can be read anywhere; names of files do not count."""
        return word in self.shown

    def is_read(self, text: str) -> bool:
        return " ".join(text.split()) in self.shown

    def told(self, path: str) -> tuple[Diagnostic, ...]:
        """Return what is said of a file, or of a folder above it; a report shows no letter that nobody can see."""
        path = unicodedata.normalize("NFC", without_controls(path))
        return tuple(d for d in self.diagnostics if d.where.path == path or path.startswith(f"{d.where.path}/"))


def together(folder: Path) -> Built:
    """Return the one site of all cases that can live together, from a disk."""
    files: dict[str, str | bytes | None] = dict(SOUND)
    for case in CASES:
        if not case.is_alone:
            files |= typed(case)
    return Built(build(Order(small_site.write(folder, files), small_site.MOMENT)))


def alone(case: Case) -> Built:
    """Return the site of one case; where all that matters is what is told, no page is made."""
    files = small_site.files({**SOUND, **typed(case)})
    sources = [source_file(path, c if isinstance(c, bytes) else c.encode()) for path, c in sorted(files.items())]
    theme = () if isinstance(case.must, Rejected) else small_site.theme()
    return Built(build_from((*sources, *theme), Order(small_site.ROOT, small_site.MOMENT)))
