"""The heartbeat: until when the site can be trusted, and when it changes next; and the job that asks for a new one."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from boardsite.commands.due import answer
from tests.support import small_site
from tests.support.commands import run

NEWS = "---\ntitle: x\nsummary: s\n{}---\nText.\n"
CONTACT = "contacts:\n  - role: Chair\n    email: chair@example.org\n    review_by: {}\n"
NO_EVENT: dict[str, str | None] = {"lscgs/south/events/forum.ics": None}


def status(changes: small_site.Files | None = None, moment: datetime = small_site.MOMENT) -> dict[str, str]:
    return json.loads(small_site.page(small_site.build(changes, moment=moment), "status.json"))


def test_the_site_is_right_in_every_word_until_the_day_changes_at_most() -> None:
    assert status()["good_until"] == "2016-06-01T23:00:00+00:00"  # midnight in London
    winter = datetime(2016, 12, 1, 9, tzinfo=UTC)
    assert status(moment=winter)["good_until"] == "2016-12-02T00:00:00+00:00"


def test_the_end_of_an_event_is_a_change() -> None:
    assert status()["next_change"] == "2016-06-27T11:00:00+00:00"
    morning = datetime(2016, 6, 27, 8, tzinfo=UTC)
    assert status(moment=morning)["good_until"] == "2016-06-27T11:00:00+00:00"
    assert status(moment=datetime(2016, 6, 27, 11, tzinfo=UTC))["next_change"] is None


@pytest.mark.parametrize(
    ("settings", "change"),
    [
        ("date: 5 June 2016\n", "2016-06-04T23:00:00+00:00"),
        ("date: 5 June 2016 4:30pm\n", "2016-06-05T15:30:00+00:00"),
        ("date: 5 May 2016\nexpires: 7 June 2016\n", "2016-06-06T23:00:00+00:00"),
        ("date: 5 June 2016\ndraft: yes\n", None),
        ("date: 5 May 2016\n", None),
        ("date: 5 May 2016\nfeatured_until: 7 June 2016\n", "2016-06-07T23:00:00+00:00"),
        ("date: 5 May 2016\nfeatured_until: 7 May 2016\n", None),
    ],
)
def test_news_that_appears_or_expires_is_a_change(settings: str, change: str | None) -> None:
    assert status({**NO_EVENT, "lscgs/south/news/a.md": NEWS.format(settings)})["next_change"] == change


def test_the_end_of_a_notice_is_a_change() -> None:
    notice = "notice:\n  kind: minor\n  title: Office closed\n  until: 3 June 2016\n"
    assert (
        status({**NO_EVENT, "content/site.yaml": small_site.SITE + notice})["next_change"]
        == "2016-06-03T23:00:00+00:00"
    )


AREA = "  - name: Sampleton\n    groups: [south]\n"
TILE = "  - group: south\n    row: 1\n    column: 1\n"


@pytest.mark.parametrize(
    ("path", "text", "change"),
    [
        ("content/areas.yaml", f"areas:\n{AREA}    from: 5 June 2016\n", "2016-06-04T23:00:00+00:00"),
        ("content/areas.yaml", f"areas:\n{AREA}    from: 1 June 2016\n    until: 5 June 2016\n", "2016-06-05T23:00:00+00:00"),
        ("content/areas.yaml", f"areas:\n{AREA}map:\n{TILE}    from: 5 June 2016\n", "2016-06-04T23:00:00+00:00"),
        ("content/areas.yaml", f"areas:\n{AREA}map:\n{TILE}    until: 5 June 2016\n", "2016-06-05T23:00:00+00:00"),
        ("content/areas.yaml", f"areas:\n{AREA}    until: 31 May 2016\n", None),
        ("lscgs/south/contacts.yaml", CONTACT.format("4 March 2016"), "2016-06-02T23:00:00+00:00"),
        ("lscgs/south/contacts.yaml", CONTACT.format("1 March 2016"), None),
    ],
)  # fmt: skip
def test_a_place_that_changes_and_a_contact_too_old_to_trust_are_changes(
    path: str, text: str, change: str | None
) -> None:
    assert status({**NO_EVENT, path: text})["next_change"] == change


def test_a_contact_gives_way_at_the_moment_that_was_told() -> None:
    contacts = {"lscgs/south/contacts.yaml": CONTACT.format("4 March 2016")}
    before, after = (small_site.build(contacts, as_of=date(2016, 6, day)) for day in (2, 3))
    page = "lscgs/south/contacts/index.html"
    assert "chair@example.org" in small_site.page(before, page)
    assert "chair@example.org" not in small_site.page(after, page)


def test_nothing_on_the_pages_changes_before_the_moment_that_is_given() -> None:
    """Two builds with the same hour in hand differ in no page but for the day they say they were made."""
    one = small_site.build(moment=datetime(2016, 6, 27, 8, tzinfo=UTC))
    two = small_site.build(moment=datetime(2016, 6, 27, 10, 59, tzinfo=UTC))
    three = small_site.build(moment=datetime(2016, 6, 27, 11, 0, tzinfo=UTC))
    pages = [path for path, _ in one.files if path.endswith(".html")]
    assert [path for path in pages if small_site.page(one, path) != small_site.page(two, path)] == []
    assert [path for path in pages if dict(two.files)[path] != dict(three.files).get(path)]


MADE = datetime(2016, 6, 1, 9, tzinfo=UTC)


def site_status(change: str | None = "2016-06-03T12:00:00+00:00") -> bytes:
    return json.dumps({"made": MADE.isoformat(), "next_change": change}).encode()


@pytest.mark.parametrize(
    ("content", "days", "begins"),
    [
        (site_status(), 1, "no: nothing changes before midday on 3 June 2016"),
        (site_status(), 3, "yes: an event ended"),
        (site_status(None), 6, "no: nothing that we know of"),
        (site_status(None), 8, "yes: the published site is more than 7 days old"),
        (site_status("2016-07-03T12:00:00+00:00"), 8, "yes: the published site is more than 7 days old"),
        (b"{}", 0, "yes: the published site does not say"),
        (b"<html>", 0, "yes: the published site does not say"),
        (b"\xff\xfe", 0, "yes: the published site does not say"),
        (b"[" * 100_000, 0, "yes: the published site does not say"),
        (b'{"made": "2016-06-01", "next_change": null}', 0, "yes: the published site does not say"),
        (b'{"made": 5, "next_change": null}', 0, "yes: the published site does not say"),
        (b'{"made": "9999-12-31T00:00:00+00:00", "next_change": null}', 0, "yes: the published site does not say"),
    ],
)
def test_a_new_site_is_due_when_people_would_read_something_else(content: bytes, days: int, begins: str) -> None:
    assert answer(content, MADE + timedelta(days=days)).startswith(begins)


def test_the_command_reads_what_a_build_wrote(tmp_path: Path) -> None:
    site = small_site.write(tmp_path / "site")
    run(site)
    done = run(site, "due", "dist/status.json")
    assert (done.returncode, done.stdout) == (0, "no: nothing changes before 11am on 27 June 2016 (UTC).\n")
    assert run(site, "due", "nowhere.json").returncode == 2
    later = run(site, "due", "dist/status.json", SOURCE_DATE_EPOCH="1467040000")
    assert later.stdout.startswith("yes: an event ended")
