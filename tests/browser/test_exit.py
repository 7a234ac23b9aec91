"""“Exit this page” leaves at once and leaves no way back, and is an ordinary link where scripts are off."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.support.browser import exits, need_browser

pytestmark = pytest.mark.browser

WEATHER = {"url": "https://www.metoffice.gov.uk/", "referrer": ""}


@pytest.fixture(scope="module")
def tried(site: Path) -> dict[str, dict[str, object]]:
    need_browser()
    return exits(site, "about/index.html", "worried-about-a-child/index.html")


def test_the_button_leaves_and_back_does_not_return(tried: dict[str, dict[str, object]]) -> None:
    assert tried["button"] == {"left": True, "back": "about/", "asked": [WEATHER]}


def test_the_page_is_blank_before_the_other_site_answers(tried: dict[str, dict[str, object]]) -> None:
    assert tried["held"] == {"said": "now blank, called “”", "left": True, "asked": [WEATHER]}


def test_shift_three_times_leaves_and_other_keys_do_not(tried: dict[str, dict[str, object]]) -> None:
    assert tried["shift"] == {"left": True, "asked": [WEATHER]}
    assert tried["other keys"] == {"left": False, "asked": []}


def test_without_scripts_it_is_a_link_that_tells_nobody_where_the_reader_was(
    tried: dict[str, dict[str, object]],
) -> None:
    assert tried["plain"] == {"left": True, "asked": [WEATHER]}
    assert urlsplit(WEATHER["url"]).scheme == "https"


def test_on_an_old_phone_it_is_in_the_first_view_and_never_over_what_has_the_focus(
    tried: dict[str, dict[str, object]],
) -> None:
    assert tried["old phone"] == {"inFirstView": True, "covered": [], "asked": []}


def test_it_stays_in_view_and_the_second_skip_link_leads_to_it(tried: dict[str, dict[str, object]]) -> None:
    assert tried["scrolled"] == {"sticks": True, "asked": []}
    assert tried["skip link"] == {"left": False, "focus": "exit", "asked": []}
