"""Who may approve what: made of the groups' pages, and told when it no longer says what they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import small_site
from tests.support.commands import run

BOARD = small_site.SITE + "owners:\n  - sample-board/staff\n"
FILES = {
    "content/site.yaml": BOARD,
    "lscgs/south/index.md": "---\nname: South\nowners: [sample-chair, '@sample-board/south']\n---\nx\n",
    "lscgs/west/index.md": "---\nname: West\n---\nx\n",
}
LINES = """\
* @sample-board/staff
/lscgs/south/ @sample-chair @sample-board/south @sample-board/staff
/lscgs/south/index.md @sample-board/staff
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return small_site.write(tmp_path / "site", FILES)


def test_a_group_approves_its_folder_and_the_board_all_and_who_is_who(site: Path) -> None:
    done = run(site, "codeowners")
    assert done.returncode == 0
    assert (site / "CODEOWNERS").read_text().partition("\n\n")[2] == LINES
    assert "rights.no-group-owner" in done.stdout
    assert run(site, "codeowners", "--check").returncode == 0


def test_the_later_line_wins_so_no_owner_of_a_group_can_make_others_owners() -> None:
    """As Git hosts read the file: the last pattern that fits decides."""
    rules = [line.split(" ", 1) for line in LINES.splitlines()]

    def approvers(path: str) -> str:
        fits = [who for pattern, who in rules if pattern == "*" or f"/{path}".startswith(pattern)]
        return fits[-1]

    assert "@sample-chair" in approvers("lscgs/south/news/forum.md")
    for path in (
        "lscgs/south/index.md",
        "content/site.yaml",
        "CODEOWNERS",
        ".github/workflows/check.yml",
        "lscgs/west/index.md",
    ):
        assert approvers(path) == "@sample-board/staff"


def test_a_check_writes_nothing_and_tells_when_the_file_is_out_of_date(site: Path) -> None:
    done = run(site, "codeowners", "--check")
    assert (done.returncode, "rights.out-of-date" in done.stdout) == (1, True)
    assert not (site / "CODEOWNERS").exists()
    run(site, "codeowners")
    small_site.write(site, {**FILES, "lscgs/west/index.md": "---\nname: West\nowners: west-chair\n---\nx\n"})
    assert run(site, "codeowners", "--check").returncode == 1
    run(site, "codeowners")
    assert "/lscgs/west/ @west-chair @sample-board/staff" in (site / "CODEOWNERS").read_text()


def test_without_the_board_nobody_guards_the_rest(site: Path) -> None:
    small_site.write(site, {**FILES, "content/site.yaml": small_site.SITE})
    done = run(site, "codeowners")
    assert (done.returncode, "rights.no-board-owner" in done.stdout) == (1, True)
    assert not (site / "CODEOWNERS").exists()


def test_a_file_that_no_settings_speak_of_is_never_blessed(tmp_path: Path) -> None:
    site = small_site.write(tmp_path / "site", {"CODEOWNERS": "* @evil\n"})
    for words in (["codeowners", "--check"], ["codeowners"]):
        done = run(site, *words)
        assert (done.returncode, "rights.without-owners" in done.stdout) == (1, True)
    assert (site / "CODEOWNERS").read_text() == "* @evil\n"


def test_a_file_is_written_whole_or_not_at_all(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(site, "codeowners")
    before = (site / "CODEOWNERS").read_bytes()
    small_site.write(site, {**FILES, "lscgs/west/index.md": "---\nname: West\nowners: west-chair\n---\nx\n"})

    def full(path: Path, content: bytes) -> int:
        with path.open("wb") as file:
            file.write(content[:10])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    done = run(site, "codeowners")
    assert (done.returncode, "could not be written" in done.stderr) == (3, True)
    assert (site / "CODEOWNERS").read_bytes() == before
    assert list(site.glob(".CODEOWNERS*")) == []


def test_without_any_owner_there_is_nothing_to_write(tmp_path: Path) -> None:
    done = run(small_site.write(tmp_path / "site"), "codeowners", "--check")
    assert (done.returncode, done.stdout) == (
        0,
        "Neither the board nor a group names owners, so there is nothing to write.\n",
    )


@pytest.mark.parametrize(
    "name", ["a b", "x\\n* @stranger", "# note", "@", "-chair", "chair/", "chair@example.org", "a//b", "*"]
)
def test_a_name_that_is_none_is_told_and_nothing_is_written(site: Path, name: str) -> None:
    page = f'---\nname: South\nowners:\n  - "{name}"\n---\nx\n'
    small_site.write(site, {**FILES, "lscgs/south/index.md": page})
    done = run(site, "codeowners")
    assert (done.returncode, "field.account-unreadable" in done.stdout) == (1, True)
    assert not (site / "CODEOWNERS").exists()


def test_owners_are_on_no_page(site: Path) -> None:
    assert run(site).returncode == 0
    made = [path for path in (site / "dist").rglob("*") if path.is_file()]
    assert made
    assert [path for path in made if b"sample-chair" in path.read_bytes() or b"sample-board" in path.read_bytes()] == []
