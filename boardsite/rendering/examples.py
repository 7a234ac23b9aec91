"""Examples of the theme's components: a macro by its name, with the options that it is to show.

The preview shows them on one page and the tests look at the same page. On it a component may stand many times, so the
ids that an example writes are made its own.
"""

from __future__ import annotations

import re

from boardsite.dataclass import dataclass
from boardsite.pages.frame import View
from boardsite.reading.sources import SourceFile

_REMARK = re.compile(r"\{#\s*(.*?)\s*#\}", re.S)
_NAMES = re.compile(r' (id|for|aria-labelledby|aria-describedby|data-copy|data-copy-answer)="([^"]+)"')
_PLACES = re.compile(r' href="#([^"]+)"')


@dataclass(frozen=True, slots=True)
class Example:
    """A component with some of its options; `label` says what is to be seen."""

    component: str
    label: str
    options: tuple[tuple[str, object], ...]


@dataclass(frozen=True, slots=True)
class Component:
    """A component, what its template says of it, and its examples."""

    name: str
    remark: tuple[str, ...]
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class ComponentsView(View):
    """The page of all components. No site has it: it is the preview's."""

    components: tuple[Component, ...]


def example(component: str, label: str, /, **options: object) -> Example:
    """Return an example of a component."""
    return Example(component, label, tuple(options.items()))


def remark_of(template: SourceFile) -> tuple[str, ...]:
    """Return the lines of the remark at the top of a component's template."""
    found = _REMARK.search(template.content.decode("utf-8", "replace"))
    return tuple(line.strip() for line in found[1].splitlines() if line.strip()) if found else ()


def set_apart(html: str, key: str) -> str:
    """Return the HTML of an example with its ids, and what points at them, made its own."""
    html = _NAMES.sub(lambda found: f' {found[1]}="{key}-{found[2]}"', html)
    return _PLACES.sub(lambda found: f' href="#{key}-{found[1]}"', html)
