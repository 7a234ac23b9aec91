"""What became of the parts of a file that was brought in: taken, changed on the way, or left out, each told once."""

from __future__ import annotations

from dataclasses import field

from boardsite.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Notes:
    """Sentences for the report of an import."""

    changed: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(slots=True)
class Notebook:
    """Where the parts of one import write what they did; the import itself returns `notes`."""

    _changed: dict[str, None] = field(default_factory=dict)
    _left_out: dict[str, None] = field(default_factory=dict)

    def change(self, sentence: str) -> None:
        self._changed[sentence] = None

    def leave_out(self, sentence: str) -> None:
        self._left_out[sentence] = None

    @property
    def notes(self) -> Notes:
        return Notes(tuple(self._changed), tuple(self._left_out))
