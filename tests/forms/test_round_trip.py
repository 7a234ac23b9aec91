"""Files of every origin through the form and back: letter for letter, but for the lines of what was changed."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from boardsite.calendars import reader
from tests.calendars.ics import LONDON
from tests.support.browser import ROOT
from tests.support.in_node import ask

CORPUS = ROOT.parent / "shared" / "corpus" / "ics"
FOLDERS = (ROOT / "tests" / "calendars" / "cases", ROOT / "content" / "events", ROOT / "lscgs")
MEANT_TO_CHANGE = ("SUMMARY", "SEQUENCE", "LAST-MODIFIED")


def texts() -> dict[str, str]:
    """Return the calendar files at hand by their names; those with other letters than UTF-8 have a test of their own."""
    found: dict[str, str] = {}
    for folder in (*FOLDERS, CORPUS):
        for path in sorted(folder.rglob("*.ics")):
            try:
                found[f"{path.parent.name}/{path.name}"] = path.read_bytes().decode("utf-8")
            except UnicodeDecodeError:
                continue
    return found


def test_a_file_that_nobody_changed_comes_back_letter_for_letter() -> None:
    files = texts()
    answers = ask({"do": "edit", "text": text} for text in files.values())
    assert len(files) > 60
    for (name, text), answer in zip(files.items(), answers, strict=True):
        if "refused" not in answer:
            assert answer["result"] == (text if text.endswith("\n") else text + "\n"), name
    assert sum("refused" in answer for answer in answers) == 0


def test_a_changed_title_changes_only_its_lines_and_is_what_the_site_shows() -> None:
    files = texts()
    shown = ask({"do": "read", "text": text} for text in files.values())
    jobs, chosen = [], []
    for (name, text), answer in zip(files.items(), shown, strict=True):
        values = answer["result"]
        assert isinstance(values, dict)
        if values["shape"] == "none":
            continue
        more = {"title": "A, new; title"}
        jobs.append(
            {"do": "edit", "text": text} | ({"changes": more} if values["shape"] == "one" else {"events": {0: more}})
        )
        chosen.append((name, text, values if values["shape"] == "one" else values["events"][0]))
    for (name, text, was), answer in zip(chosen, ask(jobs), strict=True):
        made = answer["result"]
        assert isinstance(made, str)
        assert changed_lines(text, made) <= set(MEANT_TO_CHANGE), name
        before, after = (reader.read([("a.ics", each.encode())], LONDON) for each in (text, made))
        assert after.ledger == before.ledger, name
        titles = {series.uid: series.details.title for series in after.series}
        assert titles.get(was["uid"], "A, new; title") == "A, new; title", name
        for old, new in zip(before.series, after.series, strict=True):
            assert (new.when, new.rule, new.removed, new.length) == (old.when, old.rule, old.removed, old.length), name


def changed_lines(before: str, after: str) -> set[str]:
    """Return the names of the properties whose lines differ between two texts."""
    lines = [
        text.replace("\r\n ", "").replace("\n ", "").replace("\r\n\t", "").splitlines() for text in (before, after)
    ]
    differing = (line[2:] for line in difflib.ndiff(*lines) if line[:2] in ("- ", "+ "))
    return {line.partition(":")[0].partition(";")[0].upper() for line in differing if line.strip()}


def test_the_form_shows_the_days_and_times_that_the_site_shows() -> None:
    files = texts()
    shown = ask({"do": "read", "text": text} for text in files.values())
    compared = 0
    for (name, text), answer in zip(files.items(), shown, strict=True):
        values = answer["result"]
        assert isinstance(values, dict)
        events = [values] if values["shape"] == "one" else values["events"]
        fields = {event["uid"]: event for event in events}
        for series in reader.read([("a.ics", text.encode())], LONDON).series:
            event = fields.get(series.uid)
            if event is None or not series.uid:
                continue
            when = series.when
            starts = f"{when.starts.astimezone(LONDON):%H:%M}" if when.starts else ""
            ends = f"{when.ends.astimezone(LONDON):%H:%M}" if when.ends and when.starts else ""
            assert (event["day"], event["from"], event["to"]) == (f"{when.first}", starts, ends), (name, series.uid)
            if when.last != when.first and not starts:
                assert event["last_day"] == f"{when.last}", name
            assert bool(event["repeats"]) == (series.rule is not None), name
            compared += 1
    assert compared > 60


@pytest.mark.parametrize("path", sorted((ROOT / "lscgs").rglob("outlook-calendar.ics")), ids=lambda path: path.name)
def test_the_form_of_an_outlook_file_does_not_show_what_is_private(path: Path) -> None:
    (answer,) = ask([{"do": "read", "text": path.read_bytes().decode()}])
    assert "Supervision" in path.read_text(encoding="utf-8")
    assert "Supervision" not in str(answer)


def test_a_file_whose_letters_are_lost_is_refused_in_plain_words() -> None:
    (answer,) = ask(
        [{"do": "read", "text": "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:caf\ufffd\nEND:VEVENT\nEND:VCALENDAR\n"}]
    )
    assert "letters that the form cannot read" in str(answer["refused"])
