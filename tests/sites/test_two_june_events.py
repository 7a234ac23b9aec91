"""The brief's two Threshold Guide events of June 2016, on the sample site before and after them."""

from __future__ import annotations

from datetime import date

import pytest

from boardsite.pipeline import Outcome
from tests.pages.test_event_pages import words
from tests.support.sample_site import outcome_on

EVENTS = {"south": "Monday 27 June 2016", "city": "Wednesday 29 June 2016"}


@pytest.fixture(scope="module")
def before() -> Outcome:
    return outcome_on(date(2016, 6, 1))


@pytest.fixture(scope="module")
def after() -> Outcome:
    return outcome_on(date(2016, 7, 1))


@pytest.mark.parametrize(("group", "day"), EVENTS.items())
def test_on_1_june_they_are_to_come(group: str, day: str, before: Outcome) -> None:
    for page in ("calendar/index.html", f"lscgs/{group}/calendar/index.html"):
        assert f"Threshold Guide event , {day}, time to be confirmed Place to be confirmed" in words(before, page)
    assert "This event is over" not in words(before, f"lscgs/{group}/events/threshold-guide/index.html")


@pytest.mark.parametrize(("group", "day"), EVENTS.items())
def test_on_1_july_they_are_past_and_keep_their_pages(group: str, day: str, after: Outcome) -> None:
    for page in ("calendar/index.html", f"lscgs/{group}/calendar/index.html", f"lscgs/{group}/index.html", "index.html"):
        assert f"Threshold Guide event , {day}" not in words(after, page)
    page = words(after, f"lscgs/{group}/events/threshold-guide/index.html")
    assert "This event is over" in page
    assert day in page
    assert day in words(after, f"lscgs/{group}/calendar/2016/index.html")


def test_the_sample_has_no_finding_but_notes_for_information(before: Outcome, after: Outcome) -> None:
    for outcome in (before, after):
        assert outcome.report.errors == ()
        assert outcome.report.warnings == ()
        assert {d.code for d in outcome.report.notices} == {"event.personal-data-left-out", "event.private-left-out"}


def test_what_is_private_in_the_sample_is_nowhere(before: Outcome) -> None:
    planted = (b"ATTENDEE", b"ORGANIZER", b"VALARM", b"X-ALT-DESC", b"X-MICROSOFT", b"X-APPLE", b"CLASS:PRIVATE")
    for path, artifact in before.files:
        assert [word for word in planted if word in artifact.content] == [], path
