"""The sign of the site in tabs: every page asks for it, in the board's colour, from the site itself."""

from __future__ import annotations

import re

from tests.support import small_site

COLOURED = {"content/site.yaml": small_site.SITE + 'colours:\n  brand: "#7a1f5c"\n'}


def test_every_page_asks_for_the_sign_in_the_boards_colour() -> None:
    outcome = small_site.build(COLOURED)
    files = dict(outcome.files)
    (path,) = (path for path in files if re.fullmatch(r"assets/icon\.[0-9a-f]{10}\.svg", path))
    assert b'fill="#7a1f5c"' in files[path].content
    pages = [made for name, made in files.items() if name.endswith(".html")]
    assert len(pages) > 10
    for page in pages:
        assert f"/{path}" in page.links, page.address
        assert page.content.count(b'rel="icon"') == 1
