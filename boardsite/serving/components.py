"""The page of the theme's components, `/-/components/`: made beside the site for the preview, and never published.

What stands around every page (header, urgent help, footer…) stands around this one, too, and needs no example.
"""

from __future__ import annotations

from pathlib import Path

from boardsite.diagnostics import Diagnostic
from boardsite.model.entities import Picture, PictureFile, Site
from boardsite.pages.chrome import Preview
from boardsite.pages.frames import Frames
from boardsite.pages.sharing import CARD
from boardsite.reading.sources import SourceFile, source_file
from boardsite.rendering.artifact import Artifact
from boardsite.rendering.assets import TEMPLATES, bundle
from boardsite.rendering.examples import Component, ComponentsView, remark_of
from boardsite.rendering.templates import Theme
from boardsite.serving.component_examples import examples

COMPONENTS = "/-/components/"
TITLE = "Components of the theme"
LEAD = "Each component with its options. The words are made up, and the tests look at this page, too."
_FOLDER = f"{TEMPLATES}components/"


def component_page(site: Site, theme: tuple[SourceFile, ...]) -> Artifact | Diagnostic:
    """Return the page, or what is wrong with a template that it shows."""
    assets, _ = bundle(theme, site.board.brand_colour, site.groups, keeps_names=True)
    frame = Frames(site, assets, Preview()).of(None)
    card = PictureFile(frame.card.address, *CARD)
    shown = examples(Picture("", (card,), card, "A card with the name of the board"))
    remarks = {s.stem: remark_of(s) for s in theme if s.path.startswith(_FOLDER)}
    names = sorted({each.component for each in shown})
    found = tuple(
        Component(name, remarks.get(name, ()), tuple(each for each in shown if each.component == name))
        for name in names
    )
    page = frame.page("components", COMPONENTS, TITLE, description=LEAD, is_hidden_from_search=True)
    own = Path(__file__).with_name("components.html").read_bytes()
    template = source_file(f"{TEMPLATES}{page.template}", own)
    return Theme.of((*theme, template), keeps_names=True).artifact(ComponentsView(page, found))
