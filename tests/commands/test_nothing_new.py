"""A build in which nothing changes says the same as a whole one, loads nothing heavy, and is never taken for granted."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from boardsite import cli
from boardsite.commands import build, nothing_new
from tests.support import small_site

NEWS = b"---\ntitle: X\ndate: 9 May 2016\nsummary: s\n---\nText.\n"
NOON = datetime(2016, 6, 1, 12, 0, tzinfo=UTC)


class Desk:
    """An editor at a small site that was built: builds again, and tells whether that was a whole build."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.root, self._capsys, self.now, self.whole = root, capsys, NOON, 0
        monkeypatch.chdir(root)
        monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
        monkeypatch.setattr(cli, "_moment", lambda: self.now)
        monkeypatch.setattr(nothing_new, "DOUBT_NS", 0)
        real = build.run

        def counted(*arguments: object) -> int:
            self.whole += 1
            return real(*arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(build, "run", counted)

    def build(self, *words: str) -> tuple[bool, int, str, str]:
        """Return whether it was a whole build, its exit code, and what it said."""
        before = self.whole
        status = cli.main(["build", *words])
        said = self._capsys.readouterr()
        return self.whole > before, status, said.out, said.err


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    made = Desk(small_site.write(tmp_path / "site"), monkeypatch, capsys)
    assert made.build()[0]
    return made


def test_what_is_said_is_what_a_whole_build_says(desk: Desk) -> None:
    small_site.write(desk.root, {"lscgs/south/news/dates.md": "---\ntitle: Dates\ndate: 9 May 2016\n---\nText.\n"})
    assert desk.build()[0]
    quick = desk.build()
    (desk.root / ".cache" / nothing_new.NOTE).unlink()
    whole = desk.build()
    assert (quick[0], whole[0]) == (False, True)
    assert quick[1:] == whole[1:]
    assert "0 of" in quick[2]
    assert "for information" in quick[3]


TOUCHED: dict[str, Callable[[Path], object]] = {
    "text": lambda root: (root / "lscgs/south/news/forum.md").write_bytes(NEWS),
    "written anew": lambda root: (root / "content/index.md").write_bytes((root / "content/index.md").read_bytes()),
    "added": lambda root: (root / "lscgs/south/news/new.md").write_bytes(NEWS),
    "removed": lambda root: (root / "lscgs/south/news/new.md").unlink(),
    "renamed": lambda root: (root / "lscgs/south/news/forum.md").rename(root / "lscgs/south/news/forum-2.md"),
    "style": lambda root: (root / "theme/css/tokens.css").write_bytes(b":root { --app-x: 1; }\n"),
    "folder beside": lambda root: (root / "events").mkdir(),
    "ignored in a folder": lambda root: (root / "lscgs/south/.gitignore").write_text("news\n"),
    "ignored": lambda root: (root / ".gitignore").write_text("news\n"),
    "output changed": lambda root: (root / "dist/index.html").write_text("scribbled"),
    "output removed": lambda root: (root / "dist/index.html").unlink(),
    "output hidden": lambda root: (root / "dist/index.html").chmod(0o600),
    "no output": lambda root: shutil.rmtree(root / "dist"),
    "forms": lambda root: (root / "forms/calendar").mkdir(parents=True),
    "stray output": lambda root: (root / "dist/stray").mkdir(),
}


def test_whatever_is_touched_makes_a_whole_build(desk: Desk) -> None:
    for name, touch in TOUCHED.items():
        assert not desk.build()[0], f"before {name}"
        touch(desk.root)
        assert desk.build()[0], name


def test_other_words_of_the_command_make_a_whole_build(desk: Desk) -> None:
    assert desk.build("--strict")[0]
    assert desk.build()[0]
    assert desk.build("--out", "elsewhere")[0]
    assert not desk.build("--out", "elsewhere")[0]


def test_it_holds_only_while_the_site_is_right_in_every_word(desk: Desk) -> None:
    desk.now = datetime(2016, 6, 1, 22, 59, tzinfo=UTC)
    assert not desk.build()[0]
    desk.now = datetime(2016, 6, 1, 23, 0, tzinfo=UTC)  # midnight in London
    assert desk.build()[0]
    desk.now -= timedelta(days=1)  # a clock that was set back
    assert desk.build()[0]


def test_between_two_moments_that_we_take_for_the_same_a_whole_build_changes_the_heartbeat_alone(desk: Desk) -> None:
    # The forum of the sample is on 27 June, 9.30 to 12.00: before, during and after are three sites.
    for early, late, is_same in (((8, 0), (10, 58), True), ((10, 58), (11, 1), False), ((11, 1), (22, 58), True)):
        made = [
            {path: artifact.content for path, artifact in small_site.build(moment=at(*clock)).files}
            for clock in (early, late)
        ]
        differ = {path for path in made[0].keys() | made[1].keys() if made[0].get(path) != made[1].get(path)}
        assert (differ == {"status.json"}) is is_same, (early, late, differ)
        desk.now = at(*early)
        desk.build()
        desk.now = at(*late)
        assert desk.build()[0] is not is_same


def at(hour: int, minute: int) -> datetime:
    return datetime(2016, 6, 27, hour, minute, tzinfo=UTC)


def test_a_pretended_day_is_fixed(desk: Desk) -> None:
    assert desk.build("--as-of", "2016-06-27")[0]
    desk.now += timedelta(days=9)
    assert not desk.build("--as-of", "2016-06-27")[0]
    assert desk.build("--as-of", "2016-06-28")[0]


def test_a_file_touched_just_before_the_build_leaves_doubt(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nothing_new, "DOUBT_NS", 10**18)
    assert desk.build()[0]
    assert desk.build()[0]


def test_another_state_of_the_site_that_is_online_is_another_build(desk: Desk, tmp_path: Path) -> None:
    online = tmp_path / "online.json"
    online.write_text("{}")
    words = ("--before", str(online))
    assert [desk.build(*words)[0], desk.build(*words)[0]] == [True, False]
    gone = [[f"/lscgs/south/events/{n}/", str(n), "2016-07-01T00:00:00+00:00", "a.ics"] for n in range(5)]
    online.write_text(json.dumps({"to_come": {"south": gone}}))
    whole, status, _, said = desk.build(*words)
    assert (whole, status) == (True, 1)
    assert "publish.events-vanished" in said
    online.unlink()
    assert desk.build(*words)[:2] == (True, 2)


def test_a_build_that_publishes_nothing_is_never_remembered(desk: Desk) -> None:
    small_site.write(desk.root, {"lscgs/south/news/bad.md": "---\ntitle: Bad\ndate: 31/06/2016\n---\nText\n"})
    first, second = desk.build(), desk.build()
    assert first == second
    assert first[:2] == (True, 1)
    (desk.root / "lscgs/south/news/bad.md").unlink()
    assert desk.build()[:2] == (True, 0)


DAMAGE: tuple[Callable[[bytes], bytes], ...] = (
    lambda whole: b"",
    lambda whole: whole[:40],
    lambda whole: whole[:-1],
    lambda whole: whole[len(whole) // 2 :],
    lambda whole: b"\n" + whole,
    lambda whole: whole.replace(b" ", b"x", 1),
    lambda whole: whole.replace(b"content", b"c0ntent", 1),
    lambda whole: b"nan nan 0 0 0\n" + whole.partition(b"\n")[2],
    lambda whole: bytes(byte ^ 0x80 for byte in whole),
    lambda whole: b"\xff" * 100,
)


def test_a_damaged_note_is_no_note(desk: Desk) -> None:
    (desk.root / ".cache" / nothing_new.NOTE).unlink()
    said = desk.build()
    for number, damage in enumerate(DAMAGE):
        note = desk.root / ".cache" / nothing_new.NOTE
        note.write_bytes(damage(note.read_bytes()))
        again = desk.build()
        assert again[0], number
        assert again[2].splitlines()[1:] == said[2].splitlines()[1:], number


def test_a_folder_that_cannot_be_written_costs_only_time(desk: Desk) -> None:
    note = desk.root / ".cache" / nothing_new.NOTE
    note.unlink()
    note.mkdir()
    assert desk.build()[:2] == desk.build()[:2] == (True, 0)


def test_a_work_tree_with_its_index_elsewhere_is_always_built(desk: Desk) -> None:
    (desk.root / ".git").write_text("gitdir: /nowhere\n")
    assert desk.build()[0]
    assert desk.build()[0]


def test_nothing_heavy_is_loaded(desk: Desk) -> None:
    program = (
        "import sys\nfrom boardsite import cli\nfrom boardsite.commands import nothing_new\nnothing_new.DOUBT_NS = 0\n"
        "before = set(sys.modules)\nstatus = cli.main(['build'])\n"
        "print(*sorted(set(sys.modules) - before), file=sys.stderr)\nsys.exit(status)"
    )
    settings = {**os.environ, "PYTHONPATH": str(small_site.ROOT), "SOURCE_DATE_EPOCH": "1464771600"}
    command = [sys.executable, "-c", program]
    first, second = (
        subprocess.run(command, cwd=desk.root, env=settings, capture_output=True, text=True, timeout=60)
        for _ in range(2)
    )
    assert (first.returncode, second.returncode) == (0, 0)
    assert "jinja2" in first.stderr.split()
    assert "0 of" in second.stdout
    loaded = second.stderr.split()
    assert {name for name in loaded if name.startswith("boardsite")} <= {
        "boardsite.commands.nothing_new",
        "boardsite.reporting",
        "boardsite.messages.publishing",
    }
    assert {name.split(".")[0] for name in loaded} <= sys.stdlib_module_names | {"boardsite"}
    assert not {"sqlite3", "subprocess", "hashlib", "json", "zoneinfo"} & set(loaded)
