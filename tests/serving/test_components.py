"""The page of the theme's components: every component with every option, and no site has it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from boardsite.diagnostics import Diagnostic, Location
from boardsite.messages import theme as theme_messages
from boardsite.model.entities import Picture, PictureFile
from boardsite.model.routes import file_of
from boardsite.pages.site_files import POLICY
from boardsite.pipeline import Outcome
from boardsite.reading.sources import SourceFile, source_file
from boardsite.rendering.artifact import Artifact
from boardsite.rendering.examples import set_apart
from boardsite.rendering.templates import Theme
from boardsite.serving.component_examples import examples
from boardsite.serving.components import COMPONENTS, component_page
from boardsite.serving.desk import Desk
from boardsite.serving.preview import Preview
from boardsite.serving.responses import Response
from tests.support import small_site

# What stands around every page, and so around this one; the page has its own heading, too.
AROUND = {"about_us", "breadcrumbs", "footer", "group_switcher", "header"}
AROUND |= {"made_on", "page_heading", "skip_link", "urgent"}
FOLDER = "theme/templates/components/"
FILE = PictureFile("/images/x.png", 1200, 630)
SHOWN = examples(Picture("", (FILE,), FILE, "x"))


def outcome() -> Outcome:
    return small_site.build(keeps_names=True)


def made(theme: tuple[SourceFile, ...] | None = None) -> Artifact | Diagnostic:
    site = outcome().site
    assert site is not None
    return component_page(site, theme or small_site.theme())


def names() -> set[str]:
    return {Path(source.path).stem for source in small_site.theme() if source.path.startswith(FOLDER)}


def test_every_component_of_the_theme_has_examples() -> None:
    assert {each.component for each in SHOWN} | AROUND == names()


@pytest.mark.parametrize("name", sorted(names() - AROUND))
def test_every_option_of_a_component_is_shown(name: str) -> None:
    template = Theme.of(small_site.theme()).environment.get_template(f"components/{name}.html")
    options = set(getattr(template.module, name).arguments)
    assert {option for each in SHOWN if each.component == name for option, _ in each.options} == options


def test_every_component_has_a_remark_that_begins_with_its_options() -> None:
    page = made()
    assert isinstance(page, Artifact)
    text = page.content.decode()
    for each in SHOWN:
        assert f"{each.component}(" in text, f"{each.component}: no remark that names its options"
        assert f"{each.component}: {each.label}</h3>" in text.replace("&#34;", '"')


def test_the_links_of_the_examples_lead_to_pages_that_every_site_has() -> None:
    page, site = made(), outcome()
    assert isinstance(page, Artifact)
    files = {path for path, _ in site.files}
    assert {link for link in page.links if file_of(link) not in files} == set()


def test_no_site_has_the_page() -> None:
    assert not any("components" in path or b"e1-1-" in file.content for path, file in outcome().files)


def test_a_template_that_stumbles_is_told() -> None:
    broken = source_file(f"{FOLDER}tag.html", b"{% macro tag(words, kind='plain') %}{{ wrods }}{% endmacro %}")
    theme = tuple(source for source in small_site.theme() if source.path != broken.path)
    told = made((*theme, broken))
    assert isinstance(told, Diagnostic)
    assert told.where.path == broken.path


def test_ids_and_what_points_at_them_are_made_an_examples_own() -> None:
    html = '<a href="#x" id="y" aria-labelledby="z">y</a><label for="w"></label><a href="/p/#x">p</a>'
    assert set_apart(html, "e1") == (
        '<a href="#e1-x" id="e1-y" aria-labelledby="e1-z">y</a><label for="e1-w"></label><a href="/p/#x">p</a>'
    )


def answer(components: Callable[[], Artifact | Diagnostic | None], target: str = COMPONENTS) -> Response:
    preview = Preview(lambda day, _="", __=None: small_site.build(as_of=day))
    preview.refresh()
    response, headers = Desk(preview, components).answer(target)
    assert ("Content-Security-Policy", POLICY) in headers
    return response


def test_the_preview_shows_the_page_with_its_panel() -> None:
    response = answer(made)
    assert response.status == 200
    assert b"Components of the theme</h1>" in response.content
    assert response.content.count(b'class="preview"') == 1
    assert b'href="/-/2016-06-02/"' in response.content  # another day has no such page
    assert answer(made, COMPONENTS.rstrip("/")).location == COMPONENTS


def test_the_preview_tells_what_the_page_stumbles_over() -> None:
    told = theme_messages.template_missing(Location(f"{FOLDER}tag.html"))
    response = answer(lambda: told)
    assert response.status == 503
    assert told.message in response.content.decode()
    assert answer(lambda: None).status == 503
