"""A finished site in memory: an address in, the answer of a careful host out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from boardsite.dataclass import dataclass
from boardsite.model.routes import NOT_FOUND, file_of
from boardsite.pipeline import Outcome
from boardsite.rendering.artifact import Artifact
from boardsite.serving.responses import Response, page, plain, redirect, type_of

STYLE = "/-/style/"
_PICTURES = "images/"


@dataclass(frozen=True, slots=True)
class Pages:
    """Every file by its path, and where old addresses lead. `prefix` stands before every address ("/-/2016-06-28").

    `pictures` are those of the files that are pictures. `today` is the board's day on which the site was made, or is
    pretended to have been.
    """

    files: Mapping[str, Artifact]
    pictures: Mapping[str, Artifact]
    moved: Mapping[str, str]
    prefix: str
    today: date

    @classmethod
    def of(cls, outcome: Outcome, prefix: str) -> Pages:
        """Return the pages of an outcome; the rules for hosts are obeyed, not shown."""
        shown = dict(outcome.files)
        shown.pop("_headers", None)
        rules = shown.pop("_redirects", None)
        lines = rules.content.decode("utf-8").splitlines() if rules is not None else []
        moved = dict(words[:2] for line in lines if len(words := line.split()) == 3)
        assert outcome.site is not None  # without one there is nothing to show
        pictures = {path: made for path, made in shown.items() if path.startswith(_PICTURES)}
        return cls(shown, pictures, moved, prefix, outcome.site.clock.today)

    def with_pictures_of(self, before: Pages) -> Pages:
        """Return these pages with the pictures of others: the name of a picture is of its content."""
        return replace(self, files={**before.pictures, **self.files}, pictures={**before.pictures, **self.pictures})

    def own(self) -> Iterator[str]:
        """Yield the paths of all but pictures, which may be those of others."""
        return (path for path in self.files if path not in self.pictures)

    def stylesheet(self, stem: str) -> str:
        """Return the address of a stylesheet ("site"), whose whole name changes with its content, or ""."""
        start = f"assets/{stem}."
        path = next((path for path in self.files if path.startswith(start) and path.endswith(".css")), "")
        return f"{self.prefix}/{path}" if path else ""

    def has(self, address: str) -> bool:
        """Say whether there is a file at an address; a style has one of its own by which it is found."""
        if address.startswith(STYLE):
            return bool(self.stylesheet(address.removeprefix(STYLE)))
        return file_of(address) in self.files

    def find(self, address: str) -> Response:
        """Return the file of an address; a folder is its index, never a list, and what is not there is the site's 404.

        Only addresses that we made are looked up, so nothing outside the site can be asked for.
        """
        found = self.files.get(file_of(address))
        if found is not None:
            return Response(200, type_of(file_of(address)), found.content)
        if file_of(address + "/") in self.files:
            return redirect(f"{self.prefix}{address}/", 301)
        if (new := self.moved.get(self.prefix + address)) is not None:
            return redirect(new, 301)
        lost = self.files.get(file_of(NOT_FOUND))
        return page(lost.content, 404) if lost is not None else plain(404, "There is no such page.")
