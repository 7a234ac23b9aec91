"""docs/calendars.md names each of our own lines, and every word that they take."""

from __future__ import annotations

import re

from boardsite.audiences import WORDS
from boardsite.calendars.details import ACCEPTABLE
from boardsite.calendars.names import OUR_NAMES
from boardsite.model.board import FEED_DAYS_BACK
from tests.support.small_site import ROOT

PAGE = (ROOT / "docs" / "calendars.md").read_text("utf-8")


def test_each_of_our_lines_is_in_the_table_and_no_other() -> None:
    assert set(re.findall(r"^\| `(X-BOARDSITE-[A-Z]+)", PAGE, re.M)) == OUR_NAMES


def test_the_words_that_our_lines_take_are_named() -> None:
    assert [word for word in (*WORDS, *ACCEPTABLE, str(FEED_DAYS_BACK)) if word not in PAGE] == []
