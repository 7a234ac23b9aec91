"""The vanish guard: many events gone at once stop a build until somebody says that this is meant."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from boardsite.publishing.vanished import known_before
from tests.calendars.ics import vcalendar, vevent
from tests.support import small_site
from tests.support.commands import run

FOLDER = "lscgs/south/events"


def event(number: int) -> str:
    return vcalendar(vevent(f"DTSTART:201607{number:02}T090000Z", uid=f"{number}@example.org", title=f"Day {number}"))


def events(*numbers: int) -> dict[str, str | None]:
    return {f"{FOLDER}/forum.ics": None, **{f"{FOLDER}/day-{number}.ics": event(number) for number in numbers}}


def built(folder: Path, numbers: range) -> Path:
    site = small_site.write(folder / "site", events(*numbers))
    assert run(site).returncode == 0
    return site


def take_away(site: Path, *numbers: int) -> None:
    for number in numbers:
        (site / FOLDER / f"day-{number}.ics").unlink()


@pytest.mark.parametrize(
    ("there", "gone", "status"),
    [
        (range(1, 7), (1, 2), 0),  # two may always go
        (range(1, 10), (1, 2, 3), 0),  # a third
        (range(1, 9), (1, 2, 3), 1),  # more than a third
        (range(1, 4), (1, 2, 3), 1),
        (range(1, 3), (1, 2), 0),
    ],
)
def test_more_than_a_third_and_three_at_least_stop_a_build(
    tmp_path: Path, there: range, gone: tuple[int, ...], status: int
) -> None:
    site = built(tmp_path, there)
    before = (site / "dist/status.json").read_bytes()
    take_away(site, *gone)
    done = run(site, "build", "--leave-out-broken")
    assert done.returncode == status
    assert ("publish.events-vanished" in done.stderr) is bool(status)
    if status:
        assert f"{len(gone)} of the {len(there)} events to come are gone since the last build." in done.stderr
        assert "/lscgs/south/events/day-1/" in done.stderr
        assert (site / "dist/status.json").read_bytes() == before
        assert run(site, "build", "--accept", "south").returncode == 0
        assert run(site).returncode == 0  # said once, it is the new state


def test_what_became_private_holds_nothing_up(tmp_path: Path) -> None:
    site = built(tmp_path, range(1, 5))
    for number in (1, 2, 3):
        path = site / FOLDER / f"day-{number}.ics"
        path.write_text(path.read_text().replace("END:VEVENT", "CLASS:PRIVATE\nEND:VEVENT"))
    assert run(site).returncode == 0
    assert not (site / "dist/lscgs/south/events/day-1").exists()
    take_away(site, 1, 2, 3)
    assert run(site).returncode == 0  # they were not online any more


def test_another_groups_name_accepts_nothing(tmp_path: Path) -> None:
    site = built(tmp_path, range(1, 5))
    take_away(site, 1, 2, 3)
    assert run(site, "build", "--accept", "board").returncode == 1


@pytest.mark.parametrize(
    ("name", "better"), [("suoth", "Did you mean south?"), ("nosuch", "There are south and board."), ("", "south and")]
)
def test_a_name_that_is_no_groups_is_told_and_nothing_is_published(tmp_path: Path, name: str, better: str) -> None:
    done = run(small_site.write(tmp_path / "site"), "build", "--accept", name)
    assert done.returncode == 2
    assert "There is no group" in done.stderr
    assert better in done.stderr
    assert not (tmp_path / "site/dist").exists()


def test_a_host_that_begins_empty_compares_with_what_is_online(tmp_path: Path) -> None:
    site = built(tmp_path, range(1, 5))
    online = tmp_path / "status.json"
    online.write_bytes((site / "dist/status.json").read_bytes())
    take_away(site, 1, 2, 3)
    words = ("build", "--leave-out-broken", "--out", "public", "--before", str(online))
    done = run(site, *words)
    assert done.returncode == 1
    assert "3 of the 4 events to come are gone since the last build." in done.stderr
    assert run(site, *words, "--accept", "south").returncode == 0
    online.write_text("{}")  # nothing could be fetched
    assert run(site, *words).returncode == 0
    online.unlink()
    done = run(site, *words)
    assert done.returncode == 2
    assert "Give the status.json of the published site." in done.stderr


def test_what_is_over_may_go(tmp_path: Path) -> None:
    site = built(tmp_path, range(1, 5))
    take_away(site, 1, 2, 3)
    assert run(site, SOURCE_DATE_EPOCH="1470000000").returncode == 0  # 31 July


def test_renamed_files_and_new_uids_are_no_loss(tmp_path: Path) -> None:
    site = built(tmp_path, range(1, 5))
    for number in range(1, 5):
        file = site / FOLDER / f"day-{number}.ics"
        file.rename(file.with_name(f"renamed-{number}.ics"))
    assert run(site).returncode == 0
    for number in range(1, 5):
        file = site / FOLDER / f"renamed-{number}.ics"
        file.write_text(file.read_text().replace("@example.org", "@elsewhere.example.org"))
    assert run(site).returncode == 0


def test_a_cancelled_event_is_not_gone(tmp_path: Path) -> None:
    site = built(tmp_path, range(1, 5))
    for number in range(1, 5):
        file = site / FOLDER / f"day-{number}.ics"
        file.write_text(file.read_text().replace("END:VEVENT", "STATUS:CANCELLED\nEND:VEVENT"))
    assert run(site).returncode == 0


def test_a_broken_calendar_of_one_group_does_not_hold_up_the_others(tmp_path: Path) -> None:
    site = small_site.write(tmp_path / "site", {f"{FOLDER}/many.ics": parts(*range(1, 8))})
    assert run(site).returncode == 0
    (site / FOLDER / "many.ics").write_text("<html>Sign in")
    done = run(site, "build", "--leave-out-broken")
    assert done.returncode == 0
    assert "calendar.not-a-calendar" in done.stderr
    assert "publish.events-vanished" not in done.stderr


def test_junk_beside_the_events_does_not_switch_the_guard_off(tmp_path: Path) -> None:
    site = built(tmp_path, range(1, 11))
    take_away(site, *range(1, 6))
    (site / FOLDER / "junk.ics").write_text("<html>Sign in")
    done = run(site, "build", "--leave-out-broken")
    assert done.returncode == 1
    assert "calendar.not-a-calendar" in done.stderr
    assert "5 of the 10 events to come are gone since the last build." in done.stderr


def test_a_broken_file_explains_only_what_was_in_it(tmp_path: Path) -> None:
    many = f"{FOLDER}/many.ics"
    site = small_site.write(tmp_path / "site", events(*range(11, 17)) | {many: parts(*range(1, 5))})
    assert run(site).returncode == 0
    (site / many).write_text("<html>Sign in")
    take_away(site, 11, 12)
    assert run(site, "build", "--leave-out-broken").returncode == 0
    (site / "dist/status.json").unlink()
    (site / many).write_text(parts(*range(1, 5)))
    small_site.write(site, events(*range(11, 17)))
    assert run(site).returncode == 0
    (site / many).write_text("<html>Sign in")
    take_away(site, 11, 12, 13)
    done = run(site, "build", "--leave-out-broken")
    assert done.returncode == 1
    assert "3 of the 6 events to come are gone since the last build." in done.stderr


def test_one_broken_event_explains_one_and_not_its_whole_file(tmp_path: Path) -> None:
    many = f"{FOLDER}/many.ics"
    site = small_site.write(tmp_path / "site", {f"{FOLDER}/forum.ics": None, many: parts(*range(1, 11))})
    assert run(site).returncode == 0
    broken = parts(*range(6, 11)).replace("20160706T", "20160732T")
    (site / many).write_text(broken)
    done = run(site, "build", "--leave-out-broken")
    assert done.returncode == 1
    assert "event.date-impossible" in done.stderr
    assert "5 of the 9 events to come are gone since the last build." in done.stderr


def test_the_status_of_an_older_program_names_no_files_and_is_understood(tmp_path: Path) -> None:
    site = built(tmp_path, range(1, 5))
    status = json.loads((site / "dist/status.json").read_text())
    status["to_come"] = {group: [entry[:3] for entry in found] for group, found in status["to_come"].items()}
    (site / "dist/status.json").write_text(json.dumps(status))
    take_away(site, 1, 2, 3)
    assert run(site, "build", "--leave-out-broken").returncode == 1
    (site / FOLDER / "junk.ics").write_text("<html>Sign in")  # nobody can say what was in it
    assert run(site, "build", "--leave-out-broken").returncode == 0


def parts(*numbers: int) -> str:
    return vcalendar(*(_part(number) for number in numbers))


def _part(number: int) -> str:
    return vevent(f"DTSTART:201607{number:02}T090000Z", uid=f"{number}@example.org", title=f"Day {number}")


def test_the_boards_own_events_are_guarded_too(tmp_path: Path) -> None:
    files = {f"content/events/day-{number}.ics": event(number) for number in range(1, 5)}
    site = small_site.write(tmp_path / "site", files)
    assert run(site).returncode == 0
    for path in files:
        (site / path).unlink()
    done = run(site)
    assert done.returncode == 1
    assert "build.py build --accept board" in done.stderr
    assert run(site, "build", "--accept", "board").returncode == 0


def test_a_first_build_and_another_folder_know_nothing(tmp_path: Path) -> None:
    site = built(tmp_path, range(1, 5))
    take_away(site, 1, 2, 3)
    assert run(site, "--out", "other").returncode == 0


@pytest.mark.parametrize(
    "status",
    [b"", b"{}", b"[]", b"null", b"\xff", b"[" * 100_000, b'{"to_come": 5}', b'{"to_come": {"south": 5}}',
     b'{"to_come": {"south": [["/a/", "m", "2016-07-01"]]}}', b'{"to_come": {"south": [["/a/", "m"]]}}',
     b'{"to_come": {"south": [["/a/", "m", "2016-07-01T00:00:00+00:00", 5]]}}',
     b'{"to_come": {"south": [["/a/", "m", "2016-07-01T00:00:00+00:00", "a.ics", "b"]]}}',
     b'{"to_come": {"south": [["/a/", 5, "2016-07-01T00:00:00+00:00"]]}}'],
)  # fmt: skip
def test_a_status_that_cannot_be_read_guards_nothing_and_breaks_nothing(status: bytes) -> None:
    assert known_before(status) == {}


def test_the_status_says_what_is_to_come(tmp_path: Path) -> None:
    site = built(tmp_path, range(1, 3))
    told = json.loads((site / "dist/status.json").read_text())["to_come"]
    assert [entry[0] for entry in told["south"]] == ["/lscgs/south/events/day-1/", "/lscgs/south/events/day-2/"]
    assert [entry[3] for entry in told["south"]] == [f"{FOLDER}/day-1.ics", f"{FOLDER}/day-2.ics"]
    assert told["board"] == []
    assert known_before((site / "dist/status.json").read_bytes())["south"][0].over_at.year == 2016
