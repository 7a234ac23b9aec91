"""After a changed build, a subscriber's copy changes only where the source did."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import cache

from boardsite.pipeline import Order, Outcome, build_from
from boardsite.reading.sources import SourceFile, read_tree, source_file
from tests.support.sample_site import ROOT

DAY = date(2016, 6, 1)
FORUM = "lscgs/south/events/group-meeting.ics"


@cache
def sources() -> tuple[SourceFile, ...]:
    return read_tree(ROOT)[0]


def built(changes: dict[str, tuple[bytes, bytes]] | None = None, *, on: date = DAY) -> Outcome:
    """Return the sample site with some bytes of some files replaced by others."""
    changed = []
    for source in sources():
        old, new = (changes or {}).get(source.path, (b"", b""))
        assert old in source.content
        changed.append(source_file(source.path, source.content.replace(old, new, 1)) if old else source)
    return build_from(tuple(changed), Order(ROOT, datetime(2016, 6, 1, 9, tzinfo=UTC), on))


@cache
def before() -> dict[str, dict[str, str]]:
    return feeds(built())


def feeds(outcome: Outcome) -> dict[str, dict[str, str]]:
    """Return the VEVENTs of each subscription by UID and RECURRENCE-ID, and what stands around them by ""."""
    files = {path: artifact.content.decode() for path, artifact in outcome.files if path.endswith("calendar.ics")}
    assert len(files) == 5
    return {path: vevents(text) for path, text in files.items()}


def vevents(text: str) -> dict[str, str]:
    found = {"": re.sub(r"BEGIN:VEVENT.*?END:VEVENT\r\n", "", text, flags=re.S)}
    for part in re.findall(r"BEGIN:VEVENT.*?END:VEVENT\r\n", text, flags=re.S):
        names = dict(re.findall(r"(?m)^(UID|RECURRENCE-ID)[^:\r]*:(.*)\r$", part))
        found[f"{names['UID']} {names.get('RECURRENCE-ID', '')}".strip()] = part
    return found


def changed(after: dict[str, dict[str, str]]) -> dict[str, list[str]]:
    """Return the keys of what differs from the build before, for each subscription that differs at all."""
    return {
        path: [key for key in sorted(was | now) if was.get(key) != now.get(key)]
        for path, was in before().items()
        if was != (now := after[path])
    }


def test_the_same_sources_give_the_same_copy_whenever_they_are_built() -> None:
    assert changed(feeds(built())) == {}
    assert changed(feeds(built(on=date(2016, 6, 2)))) == {}


def test_a_changed_title_changes_that_one_vevent_and_nothing_around_it() -> None:
    uid = next(
        key for key in before()["lscgs/south/calendar.ics"] if key.startswith("group-meeting") and " " not in key
    )
    after = feeds(built({FORUM: (b"SUMMARY:", b"SUMMARY:New title: ")}))
    differing = changed(after)
    assert differing.keys() == {"calendar.ics", "lscgs/south/calendar.ics"}
    for path, keys in differing.items():
        assert {key.split(" ")[0] for key in keys} == {uid}
        lines = set(after[path][uid].splitlines()) ^ set(before()[path][uid].splitlines())
        assert {re.split("[:;]", line)[0] for line in lines} <= {"SUMMARY"}


def test_a_new_revision_of_an_event_is_passed_on_with_its_own_moment() -> None:
    after = feeds(built({FORUM: (b"SEQUENCE:4", b"SEQUENCE:9")}))
    differing = changed(after)
    assert differing.keys() == {"calendar.ics", "lscgs/south/calendar.ics"}
    assert any("SEQUENCE:9" in after[path][key] for path, keys in differing.items() for key in keys)


def test_a_page_that_changes_changes_no_subscription() -> None:
    assert changed(feeds(built({"lscgs/south/index.md": (b"summary: People", b"summary: All people")}))) == {}
