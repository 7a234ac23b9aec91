"""The same files and the same day give the same bytes, whatever the machine is like that makes the site.

`BOARDSITE_PYTHONS=/path/to/python3.12:/path/to/python3.13` compares interpreters that have the packages, too.
"""

from __future__ import annotations

import locale
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.bad_input.pictures import png
from tests.support import small_site

FILES: dict[str, str | bytes | None] = {
    **{
        f"lscgs/{name}/index.md": f"---\nname: {title}\norder: {number}\n---\nText.\n"
        for number, (name, title) in enumerate((("west", "West"), ("north", "\xc9ast"), ("a-b", "\xe9ast"), ("z", "Zed")))
    },
    **{f"lscgs/west/news/{n}.md": f"---\ntitle: Item {n % 3}\ndate: 9 May 2016\ntags: [\xc9t\xe9, b, A]\nsummary: s\n---\n*Text* {n}\n" for n in range(9)},
    "lscgs/west/events/a.ics": small_site.EVENT.replace("forum@", "a@").replace("DTEND", "RRULE:FREQ=MONTHLY\r\nDTEND"),
    "lscgs/west/images/hall.png": png(),
    "content/guide.md": "---\ntitle: Guide\nimage: images/a.png\nimage_alt: A hall\n---\nText \u2013 with dashes.\n",
    "content/images/a.png": png(1700, 900),
}  # fmt: skip
# A program that makes the site without the C reader of YAML, as on a machine for which none was built.
WITHOUT_LIBYAML = "import sys, yaml; del yaml.CSafeLoader; from boardsite.cli import main; sys.exit(main())"


@dataclass(frozen=True)
class Machine:
    """What is different about it."""

    python: str = sys.executable
    options: tuple[str, ...] = ("-m", "boardsite")
    environment: dict[str, str] = field(default_factory=dict)
    umask: int = 0o022
    order: Callable[[Iterable[str]], Iterable[str]] = sorted
    age: float = 0
    place: str = "site"


def _locales() -> tuple[str, ...]:
    found = []
    for name in ("C", "C.UTF-8", "tr_TR.UTF-8", "sv_SE.UTF-8", "POSIX"):
        try:
            locale.setlocale(locale.LC_COLLATE, name)
            found.append(name)
        except locale.Error:
            continue
    locale.setlocale(locale.LC_COLLATE, "C")
    return tuple(found)


MACHINES = {
    "another path": Machine(place="a site/with spaces/\xe9"),
    "zones far east": Machine(environment={"TZ": "Pacific/Auckland"}),
    "zones far west": Machine(environment={"TZ": "America/New_York"}),
    **{f"locale {name}": Machine(environment={"LC_ALL": name, "LANG": name}) for name in _locales()},
    "no language": Machine(environment={"LC_ALL": "", "LANG": "", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    "another hash seed": Machine(environment={"PYTHONHASHSEED": "1"}),
    "one more hash seed": Machine(environment={"PYTHONHASHSEED": "4294967295"}),
    "a careful umask": Machine(umask=0o077),
    "a careless umask": Machine(umask=0),
    "files made the other way round": Machine(order=lambda paths: sorted(paths, reverse=True)),
    "files of long ago": Machine(age=400_000_000),
    "optimised": Machine(options=("-OO", "-m", "boardsite")),
    "no C reader of YAML": Machine(options=("-c", WITHOUT_LIBYAML)),
    "warnings and development mode": Machine(options=("-X", "dev", "-W", "ignore", "-m", "boardsite")),
    **{f"Python {Path(python).parents[1].name}": Machine(python=python) for python in os.environ.get("BOARDSITE_PYTHONS", "").split(":") if python},
}  # fmt: skip


def made(root: Path, machine: Machine) -> dict[str, tuple[int, bytes]]:
    """Return mode and bytes of every file and folder that this machine publishes."""
    site = root / machine.place
    whole = {source.path: source.content for source in small_site.theme()}
    whole |= {path: c if isinstance(c, bytes) else c.encode() for path, c in small_site.files(FILES).items()}
    for path in machine.order(whole):
        target = site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(whole[path])
        os.utime(target, (1_464_000_000 - machine.age,) * 2)
    settings = {
        **os.environ,
        "PYTHONPATH": str(small_site.ROOT),
        "SOURCE_DATE_EPOCH": "1464771600",
        "PYTHONHASHSEED": "0",
        **machine.environment,
    }
    command = [machine.python, "-B", *machine.options]
    done = subprocess.run(command, cwd=site, env=settings, capture_output=True, umask=machine.umask, timeout=120)
    assert done.returncode == 0, done.stderr
    dist = site / "dist"
    return {
        path.relative_to(dist).as_posix(): (
            stat.S_IMODE(path.stat().st_mode),
            b"" if path.is_dir() else path.read_bytes(),
        )
        for path in (dist, *dist.rglob("*"))
    }


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[int, bytes]]:
    return made(tmp_path_factory.mktemp("usual"), Machine())


@pytest.mark.parametrize("name", MACHINES)
def test_the_same_files_give_the_same_bytes_on_any_machine(
    name: str, usual: dict[str, tuple[int, bytes]], tmp_path: Path
) -> None:
    found = made(tmp_path, MACHINES[name])
    assert {path: mode for path, (mode, _) in found.items()} == {path: mode for path, (mode, _) in usual.items()}
    assert [path for path in usual if found[path] != usual[path]] == []
