"""`fetch` from the group's page to the committed copy, with a server on this machine in the part of the internet."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from boardsite.commands import fetch
from boardsite.diagnostics import BoardsiteError
from boardsite.pipeline import Order, build
from tests.calendars.ics import vcalendar, vevent
from tests.support import small_site
from tests.support.commands import run as run_cli
from tests.support.published_calendars import ADDRESS, Play, says, server, world

COPY = "lscgs/south/events/feeds/outlook.ics"
SOUTH = f"---\nname: South\ncalendars:\n  - name: outlook\n    address: {ADDRESS}\n---\nAbout us.\n"
TWO = SOUTH.replace("---\nAbout", "  - name: google\n    address: https://other.example.org/g.ics\n---\nAbout")
DAYS = [f"DTSTART:201607{day:02}T090000Z" for day in range(1, 6)]
CALENDAR = vcalendar(*(vevent(day, uid=day[8:16], title=f"Day {day[15]}") for day in DAYS)).encode()
ONE = vcalendar(vevent(DAYS[0], uid=DAYS[0][8:16], title="Day 1")).encode()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return small_site.write(tmp_path / "site", {"lscgs/south/index.md": SOUTH})


def run(site: Path, play: Play | None, day: int = 0, **options: object) -> int:
    order = Order(site, small_site.MOMENT + timedelta(days=day))
    if play is None:
        return fetch.run(order, fetch.FetchOptions(**options), world(None))
    with server(play) as made:
        return fetch.run(order, fetch.FetchOptions(**options), world(made))


def status(site: Path, day: int = 0) -> list[dict[str, str]]:
    outcome = build(Order(site, small_site.MOMENT + timedelta(days=day)))
    return json.loads(small_site.page(outcome, "status.json"))["calendars"]


def test_a_calendar_becomes_a_copy_and_its_events_pages(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(site, says(CALENDAR)) == 0
    assert capsys.readouterr().out == f"{COPY}: was renewed, 5 events.\n1 calendar: 1 renewed.\n"
    assert [path.name for path in (site / COPY).parent.iterdir()] == ["outlook.ics"]
    outcome = build(Order(site, small_site.MOMENT))
    assert "Day 3" in small_site.page(outcome, "lscgs/south/calendar/index.html")
    assert status(site) == [{"group": "south", "name": "outlook", "state": "ok", "since": None}]
    assert small_site.codes(outcome) == []
    before = (site / COPY).read_bytes()
    assert run(site, says(CALENDAR), day=2) == 0
    assert capsys.readouterr().out == "1 calendar: 1 unchanged.\n"
    assert (site / COPY).read_bytes() == before


def test_a_site_of_which_parts_are_missing_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "content/site.yaml").unlink()
    assert run(site, says(CALENDAR)) == 1
    assert "site.no-settings" in capsys.readouterr().out
    small_site.write(site)
    shutil.rmtree(site / "lscgs")
    assert run(site, says(CALENDAR)) == 0
    assert "site.no-groups" in capsys.readouterr().out


def test_a_dry_run_says_the_same_and_writes_nothing(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(site, says(CALENDAR), is_dry=True) == 0
    assert f"{COPY}: would be renewed, 5 events." in capsys.readouterr().out
    assert not (site / COPY).parent.exists()


def test_a_calendar_that_is_down_is_a_warning_at_first_and_then_somebody_must_see_to_it(site: Path) -> None:
    assert run(site, says(CALENDAR)) == 0
    assert [run(site, None, day) for day in (1, 2, 3, 4, 5)] == [0, 0, 0, 1, 1]
    assert status(site, 2) == [{"group": "south", "name": "outlook", "state": "unreachable", "since": "2016-06-02"}]
    assert run(site, says(CALENDAR), 6) == 0
    assert status(site, 6)[0]["state"] == "ok"


def test_readers_are_told_after_the_days_that_the_board_has_set(site: Path) -> None:
    run(site, says(CALENDAR))
    run(site, None, day=1)
    pages = ("lscgs/south/index.html", "lscgs/south/calendar/index.html")
    words = "we have not had a good copy of it since 2 June 2016"

    def told(day: int) -> list[bool]:
        outcome = build(Order(site, small_site.MOMENT + timedelta(days=day)))
        assert ("fetch.in-trouble" in small_site.codes(outcome)) is (day > 3)
        assert words not in small_site.page(outcome, "calendar/index.html")
        return [words in small_site.page(outcome, page) for page in pages]

    assert told(3) == [False, False]
    assert told(4) == [True, True]
    small_site.write(
        site, {"content/site.yaml": small_site.SITE + "calendar_patience: 10\n", "lscgs/south/index.md": SOUTH}
    )
    outcome = build(Order(site, small_site.MOMENT + timedelta(days=4)))
    assert words not in small_site.page(outcome, pages[0])


def test_most_gone_keeps_the_copy_until_it_is_accepted(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(site, says(CALENDAR))
    assert run(site, says(ONE), day=1) == 1
    assert "4 of the 5 events to come are no longer in this calendar." in capsys.readouterr().out
    assert (site / COPY).read_text().count("BEGIN:VEVENT") == 5
    assert run(site, says(ONE), day=2, accepts=("south/outlook",)) == 0
    assert (site / COPY).read_text().count("BEGIN:VEVENT") == 1


def test_one_calendar_that_is_down_does_not_hold_up_the_others(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    small_site.write(site, {"lscgs/south/index.md": TWO})

    def play(line: object, request: str) -> None:
        says(CALENDAR if "/g.ics" in request else b"<html>", "200 OK")(line, request)

    with server(says(CALENDAR), "calendar.pem") as made:
        assert fetch.run(Order(site, small_site.MOMENT), fetch.FetchOptions(), world(made)) == 0
    out = capsys.readouterr().out
    assert "fetch.certificate" in out  # the other name is not in the server's certificate
    assert "2 calendars: 1 renewed, 1 kept as before." in out


def test_a_name_that_nobody_listed_is_answered(site: Path) -> None:
    with pytest.raises(BoardsiteError, match="There are: south/outlook") as problem:
        run(site, None, accepts=("south/outlok",))
    assert problem.value.status == 2


def test_copies_never_go_through_a_link(site: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (site / "lscgs/south/events/feeds").symlink_to(elsewhere)
    with pytest.raises(BoardsiteError, match="could not be written"):
        run(site, says(CALENDAR))
    assert list(elsewhere.iterdir()) == []


def test_a_disk_that_refuses_leaves_the_copy_as_it_was(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(site, says(CALENDAR))
    before = (site / COPY).read_bytes()
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(BoardsiteError, match="No space left"):
        run(site, says(ONE), accepts=("south/outlook",))
    assert (site / COPY).read_bytes() == before
    assert [path.name for path in (site / COPY).parent.iterdir()] == ["outlook.ics"]


def test_the_address_of_a_calendar_is_on_no_page(site: Path) -> None:
    run(site, says(CALENDAR))
    outcome = build(Order(site, small_site.MOMENT))
    assert [path for path, artifact in outcome.files if b"calendar.example.org" in artifact.content] == []
    assert b"calendar.example.org" not in (site / COPY).read_bytes()


def test_findings_can_be_had_by_machines(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(site, says(b"<html>"), form="json") == 1
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert (finding["code"], finding["path"], finding["line"]) == ("fetch.not-a-calendar", "lscgs/south/index.md", 5)
    run(site, says(b"<html>"), form="github")
    assert capsys.readouterr().out.startswith("::error file=lscgs/south/index.md,line=5,title=fetch.not-a-calendar::")


def test_a_group_page_that_is_broken_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    small_site.write(site, {"lscgs/south/index.md": SOUTH.replace("name: South", "name: South\norder: many")})
    assert run(site, None) == 1
    assert "field.not-a-number" in capsys.readouterr().out


def test_without_calendars_there_is_nothing_to_do(tmp_path: Path) -> None:
    done = run_cli(small_site.write(tmp_path / "site"), "fetch")
    assert (done.returncode, done.stdout) == (
        0,
        "No group lists a published calendar, so there was nothing to fetch.\n",
    )


def test_the_moment_of_a_fetch_can_be_given(site: Path) -> None:
    late = datetime(2017, 1, 1, tzinfo=UTC)
    with server(says(vcalendar(vevent("DTSTART:20160101T090000Z")).encode())) as made:
        fetch.run(Order(site, late), fetch.FetchOptions(), world(made))
    assert b"BEGIN:VEVENT" in (site / COPY).read_bytes()  # just within the year
