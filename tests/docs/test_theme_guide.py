"""docs/theme-guide.md lists every name a template may use: its last part is made of the views themselves."""

from __future__ import annotations

import dataclasses
import re
import textwrap
import typing
from collections.abc import Iterator

from boardsite.pages.chrome import Assets, Chrome, Preview
from boardsite.pages.frame import PageView, View
from boardsite.pages.kept import Plans
from boardsite.pages.plan import plan
from boardsite.rendering.assets import LAYERS
from boardsite.rendering.templates import _FILTERS
from tests.support import small_site

PAGE = small_site.ROOT / "docs" / "theme-guide.md"
HEAD = "## Every name, kind by kind\n"
OPAQUE = {"Location", "Series", "Body"}  # for the program, not for templates
# So that the minimal site has a page that has moved and a glossary, too.
MOVED = {
    "content/more.md": "---\ntitle: More\naliases: /less/\n---\nText.\n",
    "content/glossary.yaml": "words:\n  - word: SSB\n    full: Sample Safeguarding Board\n",
}
FORMS = "editing:\n  host: github\n  repository: example-board/site\n"


def kinds() -> dict[str, type[View]]:
    """Return the view of each page template."""
    site = small_site.build({**MOVED, "content/site.yaml": small_site.SITE + FORMS}).site
    assert site is not None
    targets, _ = plan(site, Assets("", (), forms="/assets/forms/pages/start.js"), Preview(), Plans())
    views = [target.view for target in targets if isinstance(target.view, View)]
    return {view.head.template: type(view) for view in sorted(views, key=lambda view: view.head.template)}


def names(kind: type) -> str:
    """Return the fields of a frozen value in a line; the head of a view is what templates call `page`."""
    return ", ".join(f"`{f.name}: {f.type}`" for f in dataclasses.fields(kind) if f.name != "head")


def parts(kind: type) -> Iterator[type]:
    """Yield the frozen values that the fields of a value may hold."""
    for name, hint in typing.get_type_hints(kind).items():
        if name != "head":
            yield from _values(hint)


def _values(hint: object) -> Iterator[type]:
    if isinstance(hint, type) and dataclasses.is_dataclass(hint) and hint.__name__ not in OPAQUE:
        yield hint
    for inner in typing.get_args(hint):
        yield from _values(inner)


def all_parts(kinds_of: list[type]) -> list[type]:
    """Return every frozen value that may be met below these, by name."""
    seen, waiting = set(kinds_of), list(kinds_of)
    while waiting:
        new = set(parts(waiting.pop())) - seen
        seen |= new
        waiting += new
    return sorted(seen - set(kinds_of), key=lambda part: (part.__name__, part.__module__))


def module(kind: type) -> str:
    return kind.__module__.replace(".", "/") + ".py"


def whole_part() -> str:
    """Return the generated end of the guide."""
    views = kinds()
    lines = ["### On every page", "", f"- `page`: {names(PageView)}", f"- `chrome`: {names(Chrome)}", ""]
    lines += ["### `view`, by kind of page", ""]
    for template, view in views.items():
        lines.append(f"- **`{template}`**, `{view.__name__}` of `{module(view)}`: {names(view)}")
    lines += ["", "### What these hold", ""]
    held = all_parts([PageView, Chrome, *views.values()])
    often = [part.__name__ for part in held]
    for part in held:
        home = f" of `{module(part)}`" if often.count(part.__name__) > 1 else ""
        lines.append(f"- `{part.__name__}`{home}: {names(part)}")
    return "\n".join(folded(line) for line in lines) + "\n"


def folded(line: str) -> str:
    return textwrap.fill(line, 116, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)


def test_every_name_a_template_may_use_is_listed(updates_golden: bool) -> None:
    text = PAGE.read_text("utf-8")
    before, head, after = text.partition(HEAD)
    intro, _, listed = after.partition("### On every page")
    if updates_golden:
        PAGE.write_text(before + head + intro + whole_part(), "utf-8")
        return
    assert "### On every page" + listed == whole_part()


def test_every_view_belongs_to_a_page_that_is_made() -> None:
    # By name: a class with slots is made twice, and its first form may live on. What the preview shows besides is its own.
    ours = [view for view in View.__subclasses__() if view.__module__.startswith("boardsite.pages.")]
    assert {view.__name__ for view in ours} == {view.__name__ for view in kinds().values()}


def test_every_page_template_belongs_to_a_kind_of_page() -> None:
    folder = small_site.ROOT / "theme" / "templates" / "pages"
    assert {f"pages/{path.name}" for path in folder.iterdir()} == set(kinds())


def test_every_filter_and_every_layer_is_told() -> None:
    text = PAGE.read_text("utf-8").partition(HEAD)[0]
    told = set(re.findall(r"^\| `(\w+)` \|", text, re.M))
    assert told == {*_FILTERS, "once", "script"}
    assert ", ".join(LAYERS) in " ".join(text.replace("**", "").split())
