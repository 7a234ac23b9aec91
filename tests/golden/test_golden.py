"""Chosen finished files of the minimal site, whole: what changes in them is seen and reviewed like code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support import small_site

HERE = Path(__file__).parent
FILES = {
    "home.html": "index.html",
    "group.html": "lscgs/south/index.html",
    "coming.html": "lscgs/south/calendar/index.html",
    "month.html": "lscgs/south/calendar/2016-06/index.html",
    "event.html": "lscgs/south/events/forum/index.html",
    "news-item.html": "lscgs/south/news/forum/index.html",
    "not-found.html": "404.html",
    "calendar.ics": "lscgs/south/calendar.ics",
    "news.xml": "lscgs/south/news.xml",
    "contacts.vcf": "lscgs/south/contacts.vcf",
    "headers.txt": "_headers",
}


@pytest.fixture(scope="module")
def outcome() -> small_site.Outcome:
    return small_site.build()


@pytest.mark.parametrize("name", FILES)
def test_a_finished_file_is_as_it_was_reviewed(name: str, outcome: small_site.Outcome, updates_golden: bool) -> None:
    found = dict(outcome.files)[FILES[name]].content
    # The names of style and scripts hold their digests, and would change each file with every change of the theme.
    found = re.sub(rb"(assets/[a-z]+)\.[0-9a-f]{10}\.", rb"\1.DIGEST.", found)
    if updates_golden:
        (HERE / name).write_bytes(found)
    assert (HERE / name).read_bytes() == found
