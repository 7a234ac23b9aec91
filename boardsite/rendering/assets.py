"""The theme's style and scripts under names that change with their content.

In the preview they keep their names (`keeps_names`): its browser stores nothing, and no page has to be made anew
because a style or a script was saved.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from boardsite.diagnostics import Diagnostic, Location
from boardsite.messages import theme as messages
from boardsite.model.colours import on_dark
from boardsite.model.entities import Group
from boardsite.pages.chrome import Assets
from boardsite.reading.sources import SourceFile
from boardsite.rendering.artifact import Artifact
from boardsite.rendering.icons import icon

STYLES = "theme/css/"
SCRIPTS = "theme/js/"
TEMPLATES = "theme/templates/"
LAYERS = ("tokens", "reset", "elements", "layout", "components", "utilities", "print")
OWN = "pages"  # the last layer: theme/css/pages/<kind>.css is fetched by pages of that kind alone


def bundle(
    files: Iterable[SourceFile], brand_colour: str, groups: Iterable[Group] = (), *, keeps_names: bool = False
) -> tuple[Assets, tuple[Artifact, ...]]:
    """Return the addresses and bytes of the one stylesheet, of each script, and of the sign for tabs.

    The stylesheet is theme/css in the order of LAYERS, each file in the cascade layer of its name (or of its folder),
    and the colours of the board and of groups last. Outside addresses in a style would tell others of our visitors; a
    test forbids them. Scripts in a folder of theme/js are not for every page: templates ask for them by name
    (`script_addresses`).
    """
    own_colours = "".join(_own_colour(group) for group in groups if group.colour)
    styles_and_scripts = tuple(source for source in files if not source.path.startswith(TEMPLATES))
    return _bundle(styles_and_scripts, brand_colour, own_colours, keeps_names)


@lru_cache(maxsize=4)  # they stay while texts and templates change
def _bundle(
    files: tuple[SourceFile, ...], brand_colour: str, own_colours: str, keeps_names: bool
) -> tuple[Assets, tuple[Artifact, ...]]:
    sheet = _stylesheet(files, brand_colour, own_colours)
    style = _named("site", "css", sheet, STYLES if keeps_names else sheet)
    scripts = _scripts(files, keeps_names)
    everywhere = tuple(made.address for name, made in scripts.items() if "/" not in name)
    styles = (s for s in files if s.path.startswith(f"{STYLES}{OWN}/") and s.ending == ".css")
    own = [(source.stem, _own_stylesheet(source, keeps_names)) for source in styles]
    own_sheets = tuple((kind, artifact.address) for kind, artifact in own)
    sign = _named("icon", "svg", icon(brand_colour), icon(brand_colour))
    assets = Assets(style.address, everywhere, own_sheets, _group_colours(sheet), icon=sign.address)
    return assets, (style, sign, *scripts.values(), *(artifact for _, artifact in own))


def unused(files: Iterable[SourceFile]) -> Iterator[Diagnostic]:
    """Yield what nothing is made from: a style of no layer, a script or a template in the wrong folder."""
    for source in files:
        folder = source.path.removeprefix(STYLES).partition("/")[0].removesuffix(".css")
        is_style = source.path.startswith(STYLES) and source.ending == ".css" and folder in (*LAYERS, OWN)
        is_script = source.path.startswith(SCRIPTS) and source.ending == ".js"
        is_template = source.path.startswith(TEMPLATES) and source.ending == ".html"
        if not (is_style or is_script or is_template or source.name.startswith("README")):
            yield messages.unused_file(Location(source.path))


def _group_colours(style: str) -> tuple[str, ...]:
    """Return the ground of each theme of groups, which pictures of the sections have as well."""
    found = dict(re.findall(r"\.app-theme-([1-9])\{[^}]*?--app-group-ground: ?(#[0-9a-f]{6})", style))
    return tuple(found[key] for key in sorted(found))


def _own_stylesheet(source: SourceFile, keeps_names: bool) -> Artifact:
    sheet = f"@layer {OWN}{{{_tight(source.content.decode('utf-8', 'replace'))}}}\n"
    return _named(source.stem, "css", sheet, source.path if keeps_names else sheet)


def script_addresses(files: Iterable[SourceFile], *, keeps_names: bool = False) -> dict[str, str]:
    """Return the address of each script by its name below theme/js: "finding/search.js"."""
    return {name: made.address for name, made in _scripts(files, keeps_names).items()}


def _scripts(files: Iterable[SourceFile], keeps_names: bool) -> dict[str, Artifact]:
    found = (source for source in files if source.path.startswith(SCRIPTS) and source.ending == ".js")
    return {source.path.removeprefix(SCRIPTS): _script(source, keeps_names) for source in found}


@lru_cache(maxsize=100)  # of the scripts, a save changes one
def _script(source: SourceFile, keeps_names: bool) -> Artifact:
    text = _without_remarks(source.content.decode("utf-8", "replace"))
    return _named(source.stem, "js", text, source.path if keeps_names else text)


def _own_colour(group: Group) -> str:
    """A group's own colour: the ground of its card, and its marks, which are lighter on a dark page."""
    theme = f".app-theme-{group.theme}"
    light = f"{theme}{{--app-group-ground:{group.colour};--app-group:{group.colour}}}"
    return f"{light}@media (prefers-color-scheme:dark){{{theme}{{--app-group:{on_dark(group.colour)}}}}}"


def _stylesheet(files: tuple[SourceFile, ...], brand_colour: str, group_colours: str) -> str:
    parts = [f"@layer {', '.join((*LAYERS, OWN))};"]
    for layer in LAYERS:
        inside = (STYLES + layer + ".css", STYLES + layer + "/")
        found = [s for s in files if s.path == inside[0] or (s.path.startswith(inside[1]) and s.ending == ".css")]
        text = "".join(_tight(source.content.decode("utf-8", "replace")) for source in found)
        if text:
            parts.append(f"@layer {layer}{{{text}}}")
    brand = f":root{{--app-brand:{brand_colour}}}" if brand_colour else ""
    parts.append(f"@layer tokens{{{brand}{group_colours}}}" if brand or group_colours else "")
    return "".join(parts) + "\n"


@lru_cache(maxsize=100)  # and of the styles
def _tight(css: str) -> str:
    """Return CSS without remarks and without the spaces that mean nothing."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    css = re.sub(r"\s+", " ", css)
    return re.sub(r" ?([{};,>]) ?", r"\1", css).replace(";}", "}").strip()


def _without_remarks(script: str) -> str:
    """Return a script without the lines that are remarks; no text of a script of ours has a line that begins so."""
    return re.sub(r"^[ \t]*//.*\n", "", script, flags=re.M)


def _named(stem: str, ending: str, text: str, mark: str) -> Artifact:
    """Return a file whose name differs when `mark` does."""
    short = hashlib.sha256(mark.encode("utf-8")).hexdigest()[:10]
    return Artifact(f"/assets/{stem}.{short}.{ending}", text.encode("utf-8"))
