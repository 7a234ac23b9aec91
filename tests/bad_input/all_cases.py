"""All cases of bad input, from all classes; the name of each says its class."""

from __future__ import annotations

from tests.bad_input import board_files, calendars, front_matter, markdown_bodies, names, pictures, yaml_text
from tests.bad_input.cases import Case

CASES: tuple[Case, ...] = (
    *front_matter.CASES, *yaml_text.CASES, *markdown_bodies.CASES, *calendars.CASES, *board_files.CASES, *names.CASES,
    *pictures.CASES,
)  # fmt: skip
