"""The preview with a browser beside it: a saved page shows by itself, a style without loading, a mistake over the page."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.commands.test_serve import PAGE, Window
from tests.support import small_site
from tests.support.browser import need_browser

pytestmark = pytest.mark.browser

SCRIPT = small_site.ROOT / "tests" / "browser" / "preview.mjs"
STYLE = "theme/css/tokens.css"
NEWS = "---\ntitle: {}\ndate: {}\nsummary: Come.\n---\nText.\n"


def test_what_is_saved_shows_in_an_open_page(tmp_path: Path) -> None:
    need_browser()
    site = small_site.write(tmp_path / "site")
    style = (site / STYLE).read_text("utf-8") + "\nbody { outline: 9px solid red; }\n"
    saves = [
        (PAGE, NEWS.format("Another forum", "9 May 2016"), {"selector": "h1", "words": "Another"}),
        ("lscgs/south/contacts.yaml", "contacts:\n  - role: Vice-chair\n    phone: 01632 960001\n", {"stays": 2000}),
        (STYLE, style, {"selector": "body", "outline": "9px"}),
        (PAGE, NEWS.format("Broken", "31/06/2016"), {"selector": ".preview-problems[open]", "words": f"{PAGE}:3"}),
        (PAGE, NEWS.format("Mended", "9 May 2016"), {"selector": "h1", "words": "Mended"}),
    ]
    window = Window(site)
    try:
        wanted = {
            "address": window.address,
            "page": "lscgs/south/news/forum/",
            "saves": [{"path": str(site / path), "text": text, "until": until} for path, text, until in saves],
        }
        done = subprocess.run(["node", str(SCRIPT), json.dumps(wanted)], capture_output=True, text=True, timeout=300)
    finally:
        window.process.kill()
        window.process.communicate()
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert [each["kept"] for each in answer["seen"]] == [False, True, True, False, False]
    assert answer["errors"] == answer["stopped"] == answer["others"] == []
    assert answer["width"] == 320
