"""build.py sets itself up on a machine with nothing but Python, once, and gets out of the way afterwards."""

from __future__ import annotations

import ast
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.stand_in_project import BASE, ROOT, StandIn, make, planted_python, told

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins for uv and npm are POSIX scripts")


@pytest.fixture
def project(tmp_path: Path) -> StandIn:
    """Without uv: pip does the work."""
    return make(tmp_path / "site", tmp_path / "wheels")


@pytest.fixture
def quick(project: StandIn) -> StandIn:
    """With (a stand-in for) uv."""
    return project.with_uv()


@pytest.fixture(scope="session")
def debian(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python as Debian hands it out: no ensurepip, and a pip that may not touch the system."""
    return planted_python(tmp_path_factory.mktemp("debian"), "ensurepip", with_pip=True, managed=True)


# ── The first start ───────────────────────────────────────────────────────────────────────────────────────────


def test_without_uv_pip_installs_into_a_venv_beside_the_script(project: StandIn) -> None:
    done = project.start("check", "--format", "json")
    assert (done.returncode, told(done)["part"]) == (0, "1.0"), done.stderr
    assert told(done)["args"] == ["check", "--format", "json"]
    assert told(done)["prefix"] == str(project.folder / ".venv")
    assert done.stderr.startswith("Setting up the site builder")
    assert project.start().stderr == ""


def test_uv_is_used_where_it_is(quick: StandIn) -> None:
    assert told(quick.start())["part"] == "1.0"
    made, installed = quick.calls("uv")
    assert made.startswith("venv ")
    assert "--require-hashes" in installed


@pytest.mark.parametrize("step", ["venv", "pip"])
def test_where_uv_fails_pip_takes_over(quick: StandIn, debian: Path, step: str) -> None:
    done = quick.start(UV_FAILS_AT=step, python=debian)
    assert (done.returncode, told(done)["part"]) == (0, "1.0"), done.stderr


def test_debian_without_ensurepip_uses_the_systems_pip_but_leaves_it_alone(project: StandIn, debian: Path) -> None:
    before = sorted(path.name for path in debian.parents[1].rglob("site-packages/*"))
    done = project.start(python=debian)
    assert (done.returncode, told(done)["part"]) == (0, "1.0"), done.stderr
    assert sorted(path.name for path in debian.parents[1].rglob("site-packages/*")) == before == ["pip"]


def test_a_python_that_can_install_nothing_names_the_package_to_ask_for(project: StandIn) -> None:
    python = planted_python(project.wheels / "bare", "ensurepip", with_pip=False)
    done = project.start(python=python)
    assert done.returncode == 1
    assert done.stderr.endswith("run `sudo apt install python3-venv`, then this again.\n")


def test_a_user_wide_pip_setting_does_not_lead_the_parts_astray(project: StandIn, debian: Path) -> None:
    elsewhere = project.wheels / "elsewhere"
    done = project.start(python=debian, PIP_USER="1", PIP_TARGET=str(elsewhere), PYTHONPATH=str(elsewhere))
    assert (done.returncode, told(done)["part"]) == (0, "1.0"), done.stderr
    assert not elsewhere.exists()


# ── What can go wrong ─────────────────────────────────────────────────────────────────────────────────────────


def test_offline_is_one_sentence(project: StandIn, debian: Path) -> None:
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "1"}
    done = project.start(python=debian, PIP_NO_INDEX="", PIP_FIND_LINKS="", **nowhere)
    sentence = done.stderr.splitlines()[1]
    assert done.returncode == 1
    assert sentence.startswith("The parts could not be fetched: go online (behind a proxy, set HTTPS_PROXY)")
    assert len(done.stderr.splitlines()) == 2
    log = Path(sentence.rpartition(" Details are in ")[2])
    assert "Connection refused" in log.read_text()


def test_a_wrong_checksum_is_one_sentence_and_installs_nothing(project: StandIn, debian: Path) -> None:
    project.pin("1.0", digest="0" * 64)
    done = project.start(python=debian)
    assert done.returncode == 1
    assert "its checksum differs" in done.stderr.splitlines()[1]
    assert len(done.stderr.splitlines()) == 2
    assert not list((project.folder / ".venv").rglob("tinypart*"))


def test_a_part_that_is_not_made_for_this_python_is_one_sentence(project: StandIn, debian: Path) -> None:
    (project.wheels / "tinypart-1.0-py3-none-any.whl").rename(project.wheels / "tinypart-1.0-cp27-none-win32.whl")
    done = project.start(python=debian)
    assert done.returncode == 1
    assert "are not made for this Python" in done.stderr.splitlines()[1]


def test_a_build_host_sees_the_whole_of_what_pip_said(project: StandIn, debian: Path) -> None:
    project.pin("1.0", digest="0" * 64)
    assert "DO NOT MATCH THE HASHES" in project.start(python=debian, CI="true").stderr


def test_an_old_python_can_still_read_the_script_far_enough_to_say_so() -> None:
    script = str(ROOT / "build.py")
    ast.parse(Path(script).read_text(encoding="utf-8"), feature_version=(3, 6))
    old = "import runpy, sys; sys.version_info = (3, 6, 9); "
    run = f"runpy.run_path({script!r}, run_name='__main__')"
    done = subprocess.run([sys.executable, "-c", old + run], capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.startswith("This needs Python 3.11 or newer, and this is Python 3.6: install")
    assert done.stderr.count("\n") == 1


def test_a_lone_build_py_says_what_is_missing_beside_it(quick: StandIn) -> None:
    (quick.folder / "requirements.txt").unlink()
    done = quick.start()
    assert done.returncode == 1
    assert done.stderr == "requirements.txt is not beside build.py: copy the whole folder, not single files.\n"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_names_the_way_out(quick: StandIn) -> None:
    quick.folder.chmod(0o555)
    done = quick.start()
    quick.folder.chmod(0o755)
    assert "set SITE_VENV to one that can" in done.stderr


def test_site_venv_inside_a_file_names_the_way_out(quick: StandIn) -> None:
    done = quick.start(SITE_VENV=str(quick.folder / "build.py" / "venv"))
    assert done.returncode == 1
    assert done.stderr.endswith("set SITE_VENV to one that can.\n")


# ── Interrupted, crowded, moved ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGINT])
def test_stopped_in_the_middle_the_next_run_mends_it(quick: StandIn, sign: signal.Signals) -> None:
    reached = quick.wheels / "reached"
    os.mkfifo(reached)
    halfway = quick.begin(UV_STOPS_AT=str(reached))
    assert reached.read_text() == "here"
    os.killpg(halfway.pid, sign)
    said = halfway.communicate()[1]
    assert ("Stopped. Run it again to go on." in said) == (sign == signal.SIGINT)
    assert told(quick.start())["part"] == "1.0"


def test_four_starts_at_once_set_up_once(quick: StandIn) -> None:
    starts = [quick.begin() for _ in range(4)]
    endings = [start.communicate()[1] for start in starts]
    assert [start.returncode for start in starts] == [0, 0, 0, 0], endings
    assert [call.split()[0] for call in quick.calls("uv")] == ["venv", "pip"]


def test_a_folder_with_spaces_and_accents_works_and_may_be_moved(tmp_path: Path) -> None:
    first, second = tmp_path / "Children’s café site", tmp_path / "moved là"
    project = make(first, tmp_path / "wheels").with_uv()
    assert project.start().returncode == 0
    first.rename(second)
    moved = StandIn(second, project.wheels, project.bin)
    done = moved.start()
    assert (done.stderr, told(done)["prefix"]) == ("", str(second / ".venv"))
    assert len(project.calls("uv")) == 2


def test_new_pins_make_it_anew(quick: StandIn) -> None:
    quick.start()
    (quick.folder / ".venv" / "left-over").touch()
    quick.pin("2.0")
    assert told(quick.start())["part"] == "2.0"
    assert not (quick.folder / ".venv" / "left-over").exists()


def test_a_python_that_is_gone_makes_it_anew(quick: StandIn) -> None:
    quick.start()
    python = quick.folder / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to("/nowhere/python3.11")
    assert told(quick.start())["part"] == "1.0"


def test_another_python_makes_it_anew(quick: StandIn) -> None:
    quick.start()
    other = planted_python(quick.wheels / "other", with_pip=False)
    done = quick.start(python=other)
    assert (done.returncode, told(done)["part"]) == (0, "1.0")
    assert done.stderr.startswith("Setting up")


def test_the_venv_itself_may_run_the_script(quick: StandIn) -> None:
    quick.start()
    done = quick.start(python=quick.folder / ".venv" / "bin" / "python")
    assert (done.stderr, told(done)["prefix"]) == ("", str(quick.folder / ".venv"))


def test_site_venv_moves_the_folder(quick: StandIn, tmp_path: Path) -> None:
    done = quick.start(SITE_VENV=str(tmp_path / "else where"))
    assert told(done)["prefix"] == str(tmp_path / "else where")
    assert not (quick.folder / ".venv").exists()


def test_site_venv_never_empties_a_folder_with_other_things_in_it(quick: StandIn, tmp_path: Path) -> None:
    letters = tmp_path / "letters"
    letters.mkdir()
    (letters / "to-the-board.txt").write_text("Dear Chair")
    done = quick.start(SITE_VENV=str(letters))
    assert done.returncode == 1
    assert "has other things in it" in done.stderr
    assert [path.name for path in letters.iterdir()] == ["to-the-board.txt"]


# ── A host that has installed the pins ────────────────────────────────────────────────────────────────────────


@pytest.fixture
def host(quick: StandIn) -> Path:
    """A Python that has the pinned parts already."""
    venv = quick.wheels / "host"
    quick.start(SITE_VENV=str(venv))
    (quick.wheels / "uv.calls").unlink()
    return venv / "bin" / "python"


def test_a_host_that_has_the_pins_runs_in_place(quick: StandIn, host: Path) -> None:
    done = quick.start(python=host, CI="true")
    assert (done.stderr, told(done)["prefix"]) == ("", str(host.parents[1]))
    assert not (quick.folder / ".venv").exists()


def test_a_host_with_another_version_does_not(quick: StandIn, host: Path) -> None:
    quick.pin("2.0")
    assert told(quick.start(python=host, CI="true"))["part"] == "2.0"


@pytest.mark.parametrize(
    ("marker", "is_in_place"),
    [("sys_platform == 'win32'", True), ("os_name == 'posix'", False), ("words == 'of ours'", False)],
)
def test_a_pin_for_other_machines_is_not_missed_here(
    quick: StandIn, host: Path, marker: str, is_in_place: bool
) -> None:
    (site,) = host.parents[1].glob("lib/python*/site-packages")
    import pip

    (site / "pip").symlink_to(Path(pip.__file__).parent)
    pins = quick.folder / "requirements.txt"
    pins.write_text(pins.read_text() + f"pytest==9.0 ; {marker} \\\n    --hash=sha256:{'0' * 64}\n")
    done = quick.start(python=host, CI="true")
    assert (told(done)["prefix"] == str(host.parents[1])) is is_in_place


def test_a_bare_python_on_a_host_makes_a_venv(quick: StandIn) -> None:
    done = quick.start(CI="true")
    assert told(done)["prefix"] == str(quick.folder / ".venv")


# ── Handing over ──────────────────────────────────────────────────────────────────────────────────────────────


def test_the_exit_status_is_passed_through(quick: StandIn) -> None:
    assert [quick.start("exit", status).returncode for status in ("0", "1", "3")] == [0, 1, 3]


def test_every_argument_arrives_as_it_was_typed(quick: StandIn) -> None:
    typed = ["new", "--title", 'Children’s "week" $HOME', "", "--", "-x", "--help"]
    assert told(quick.start(*typed))["args"] == typed


def test_the_package_runs_in_the_visitors_folder_but_takes_nothing_from_it(quick: StandIn, tmp_path: Path) -> None:
    visitor = tmp_path / "visitor"
    visitor.mkdir()
    (visitor / "tinypart.py").write_text("VERSION = 'a stranger'")
    quick.start()
    command = [BASE, str(quick.folder / "build.py")]
    done = subprocess.run(command, env=quick.environment(), cwd=visitor, capture_output=True, text=True)
    assert (told(done)["folder"], told(done)["part"]) == (str(visitor), "1.0")
    assert told(done)["utf8"] == 1


def test_the_warm_path_starts_no_process_and_loads_nothing_heavy(quick: StandIn) -> None:
    quick.start()
    watch = """
import sys
started, before = [], set(sys.modules)
def hook(event, args):
    if event in ("subprocess.Popen", "os.fork", "os.forkpty", "os.posix_spawn", "os.system"):
        started.append(event)
    if event == "os.exec":
        print(started, sorted(set(sys.modules) - before - {"__main__"}))
        sys.stdout.flush()
sys.addaudithook(hook)
sys.argv = ["build.py", "check"]
exec(compile(open(FILE).read(), FILE, "exec"), {"__name__": "__main__", "__file__": FILE})
"""
    script = watch.replace("FILE", repr(str(quick.folder / "build.py")))
    done = subprocess.run([BASE, "-c", script], env=quick.environment(), capture_output=True, text=True)
    first, package = done.stdout.splitlines()
    assert first == "[] []"
    assert '"args": ["check"]' in package


# ── The tests of the project ──────────────────────────────────────────────────────────────────────────────────


def test_test_adds_the_tools_to_the_same_venv_and_starts_pytest_in_the_project(quick: StandIn) -> None:
    quick.start()
    done = quick.start("test", "-k", "calendar")
    assert (told(done)["args"], told(done)["folder"]) == (["-k", "calendar"], str(quick.folder))
    assert told(done)["prefix"] == str(quick.folder / ".venv")
    assert [call.split()[0] for call in quick.calls("uv")] == ["venv", "pip", "pip"]
    assert quick.start("test").stderr == ""
    assert quick.start().stderr == ""


def test_test_fetches_the_browser_tests_parts_once_for_each_lock(quick: StandIn) -> None:
    quick.with_npm()
    lock = quick.folder / "package-lock.json"
    lock.write_text("{}")
    assert [quick.start("test").returncode for _ in range(2)] == [0, 0]
    assert quick.calls("npm") == [f"ci --ignore-scripts --no-audit --no-fund --prefix {quick.folder}"]
    lock.write_text('{"changed": true}')
    quick.start("test")
    assert len(quick.calls("npm")) == 2


def test_building_never_asks_npm_for_anything(quick: StandIn) -> None:
    quick.with_npm()
    (quick.folder / "package-lock.json").write_text("{}")
    quick.start()
    assert quick.calls("npm") == []


def test_a_site_with_editing_forms_has_their_program_fetched_once(quick: StandIn) -> None:
    quick.with_npm()
    (quick.folder / "content").mkdir()
    (quick.folder / "forms").mkdir()
    (quick.folder / "content" / "site.yaml").write_text("name: Board\nediting:\n  host: github\n")
    (quick.folder / "forms" / "package-lock.json").write_text("{}")
    for words in (["check"], ["new", "news"], ["import", "x"], ["fetch"], ["due", "x"], ["codeowners"], ["--help"], ["build", "-h"]):
        assert quick.start(*words).returncode == 0
        assert quick.calls("npm") == [], words
    for words in ((), ("build", "--strict")):
        assert quick.start(*words).returncode == 0
    assert quick.calls("npm") == [f"ci --ignore-scripts --no-audit --no-fund --prefix {quick.folder / 'forms'}"]


def test_a_site_with_editing_forms_is_built_without_npm_too(quick: StandIn) -> None:
    (quick.folder / "content").mkdir()
    (quick.folder / "forms").mkdir()
    (quick.folder / "content" / "site.yaml").write_text("editing:\n  host: github\n")
    (quick.folder / "forms" / "package-lock.json").write_text("{}")
    assert quick.start().returncode == 0


def test_test_goes_on_without_npm_and_where_npm_fails(quick: StandIn) -> None:
    (quick.folder / "package-lock.json").write_text("{}")
    assert quick.start("test").returncode == 0
    quick.with_npm()
    (quick.bin / "npm").write_text(f"#!{BASE}\nimport sys\nsys.exit('npm: offline')\n")
    done = quick.start("test")
    assert (done.returncode, told(done)["args"]) == (0, ["--numprocesses=auto", "--dist=loadfile"])
    assert done.stderr.count("npm could not fetch the browser tests' parts.") == 1


def test_the_real_pins_are_all_hashed() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text(encoding="utf-8")
        blocks = [block for block in text.replace("\\\n", "").splitlines() if "==" in block]
        assert blocks, name
        assert all("--hash=sha256:" in block for block in blocks), name


def test_the_stand_in_uses_the_real_script(quick: StandIn) -> None:
    assert (quick.folder / "build.py").read_bytes() == (ROOT / "build.py").read_bytes()
    assert shutil.which("uv", path=str(quick.bin))
