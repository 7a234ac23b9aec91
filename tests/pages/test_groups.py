"""The page of a group."""

from __future__ import annotations

import pytest

from boardsite.pipeline import Outcome
from tests.bad_input.pictures import png
from tests.support import small_site

GROUP = "lscgs/south/index.md"


def about(body: str) -> bool:
    """Say whether the page of a group has a section about it, where its file has this text."""
    files = small_site.files()
    settings = str(files[GROUP]).rpartition("---\n")[0]
    made: Outcome = small_site.build({GROUP: f"{settings}---\n{body}\n", "lscgs/south/images/a.png": png(40, 30)})
    return "About the" in small_site.page(made, "lscgs/south/index.html")


@pytest.mark.parametrize("body", ["", "\n", "<br>", "***", "<!-- a note to myself -->", "## "])
def test_a_text_that_says_nothing_has_no_heading(body: str) -> None:
    assert not about(body)


@pytest.mark.parametrize("body", ["We meet.", "## Who we are", "![Words](images/a.png)", "![decorative](images/a.png)"])
def test_a_text_that_says_or_shows_something_has_one(body: str) -> None:
    assert about(body)
