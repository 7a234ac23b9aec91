"""The sentences about calendars keep to the house rules, and each is said somewhere."""

import inspect
import re
from datetime import date
from pathlib import Path

import pytest

from boardsite.diagnostics import Diagnostic, Location
from boardsite.messages import calendar_files, changed_dates, event_dates, events, repeats

HERE = Location("lscgs/south/events/forum.ics", 7)
SAMPLES = {
    "where": HERE, "other": HERE, "series": HERE, "title": "", "number": 3, "most": 9, "least": 1, "size": 9_000_000,
    "depth": 9, "days": 40, "first": 1970, "last": 2100, "kinds": ["reminders"], "known": ["PUBLIC"],
    "day": date(2016, 6, 27), "name": "DTSTART", "part": "INTERVAL", "kind": "a PDF", "uid": "a@example.org",
}  # fmt: skip
MODULES = (calendar_files, changed_dates, event_dates, events, repeats)
FUNCTIONS = [f for module in MODULES for name, f in inspect.getmembers(module, inspect.isfunction)
             if f.__module__ == module.__name__ and not name.startswith("_")]  # fmt: skip
PACKAGE = Path(events.__file__).parents[1] / "calendars"


def said(function) -> Diagnostic:  # type: ignore[no-untyped-def]
    names = inspect.signature(function).parameters
    return function(**{name: SAMPLES.get(name, "x") for name in names})


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda f: f.__name__)
def test_a_sentence_keeps_to_the_house_rules(function) -> None:  # type: ignore[no-untyped-def]
    diagnostic = said(function)
    assert re.fullmatch(r"(calendar|event|privacy)\.[a-z0-9-]+", diagnostic.code)
    assert diagnostic.message.endswith(".") and len(diagnostic.message) <= 80
    assert not re.search(r"(?i)\b(invalid|illegal|errors?|failed|null|pars(e|ed|ing)|token|schema|please|sorry)\b|!",
                         diagnostic.message + diagnostic.hint)  # fmt: skip
    assert diagnostic.hint or diagnostic.severity == "notice"
    assert diagnostic.where == HERE


def test_every_sentence_has_a_code_of_its_own() -> None:
    codes = [said(function).code for function in FUNCTIONS]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda f: f.__name__)
def test_every_sentence_is_said_somewhere(function) -> None:  # type: ignore[no-untyped-def]
    sources = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.glob("*.py"))
    assert re.search(rf"messages\.{function.__name__}\b", sources)
