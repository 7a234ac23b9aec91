"""A tiny project for build.py to set up: our real build.py, two tiny wheels, a package that tells how it ran.

Nothing comes from the network: pip reads a folder of wheels made here, and `uv` and `npm` are small scripts that
note each call.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
BASE = getattr(sys, "_base_executable", sys.executable)

PACKAGE = """
import json, os, sys
import tinypart
print(json.dumps({"args": sys.argv[1:], "prefix": sys.prefix, "folder": os.getcwd(), "path": sys.path,
                  "part": tinypart.VERSION, "utf8": sys.flags.utf8_mode}))
sys.exit(int(sys.argv[2]) if sys.argv[1:2] == ["exit"] else 0)
"""

UV = """#!{base}
import os, pathlib, signal, subprocess, sys, zipfile
args, wheels = sys.argv[1:], pathlib.Path({wheels!r})
with open(wheels / "uv.calls", "a") as calls:
    calls.write(" ".join(args) + "\\n")
if args[0] == os.environ.get("UV_FAILS_AT"):
    sys.exit("uv: no certificate for this network")
if args[0] == "venv":
    sys.exit(subprocess.call([{base!r}, "-I", "-m", "venv", "--without-pip", args[-1]]))
python = pathlib.Path(args[args.index("--python") + 1])
(site,) = (python.parent.parent / "lib").glob("python*/site-packages")
if "UV_STOPS_AT" in os.environ:
    (site / "tinypart.py").write_text("half of it")
    with open(os.environ["UV_STOPS_AT"], "w") as reached:
        reached.write("here")
    signal.pause()
for line in open(args[args.index("-r") + 1]):
    if "==" in line:
        name, version = line.split()[0].split("==")
        zipfile.ZipFile(wheels / (name + "-" + version + "-py3-none-any.whl")).extractall(site)
"""

NPM = """#!{base}
import pathlib, sys
with open({calls!r}, "a") as calls:
    calls.write(" ".join(sys.argv[1:]) + "\\n")
(pathlib.Path(sys.argv[-1]) / "node_modules").mkdir(exist_ok=True)
"""


def hears_ctrl_c() -> None:
    """For a new process: jobs in the background of a shell begin deaf to Ctrl-C, and so do the tests that they run."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@dataclass(frozen=True)
class StandIn:
    """The project in `folder`; `wheels` is all that can be installed, `bin` the whole PATH."""

    folder: Path
    wheels: Path
    bin: Path

    def environment(self, **more: str) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("HOME", "LANG", "TMPDIR") if name in os.environ}
        offline = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.wheels), "PIP_CONFIG_FILE": os.devnull}
        return kept | offline | {"PATH": str(self.bin)} | more

    def start(self, *args: str, python: str | Path = BASE, **more: str) -> subprocess.CompletedProcess[str]:
        """Run build.py as a person would, to its end."""
        command = [str(python), str(self.folder / "build.py"), *args]
        return subprocess.run(command, env=self.environment(**more), capture_output=True, text=True, timeout=60)

    def begin(self, *args: str, **more: str) -> subprocess.Popen[str]:
        """Start build.py in a process group of its own and return at once."""
        return subprocess.Popen(
            [BASE, str(self.folder / "build.py"), *args],
            env=self.environment(**more), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            start_new_session=True, preexec_fn=hears_ctrl_c,
        )  # fmt: skip

    def pin(self, version: str, digest: str = "") -> None:
        """Write the lock files for this version of the part; `digest` replaces the true checksum."""
        part = _wheel(self.wheels, "tinypart", version, f"VERSION = {version!r}\n")
        tool = _wheel(self.wheels, "pytest", "9.0", PACKAGE)
        run = f"tinypart=={version} \\\n    --hash=sha256:{digest or part}\n    # via -r requirements.in\n"
        (self.folder / "requirements.txt").write_text(run)
        (self.folder / "requirements-dev.txt").write_text(f"pytest==9.0 \\\n    --hash=sha256:{tool}\n{run}")

    def with_uv(self) -> StandIn:
        _script(self.bin / "uv", UV.format(base=BASE, wheels=str(self.wheels)))
        return self

    def with_npm(self) -> StandIn:
        _script(self.bin / "npm", NPM.format(base=BASE, calls=str(self.wheels / "npm.calls")))
        return self

    def calls(self, tool: str) -> list[str]:
        """Return the command lines with which `uv` or `npm` was called."""
        noted = self.wheels / f"{tool}.calls"
        return noted.read_text().splitlines() if noted.exists() else []


def make(folder: Path, wheels: Path) -> StandIn:
    """Return a new project in `folder`, without uv and npm."""
    project = StandIn(folder, wheels, wheels / "bin")
    for new in (folder / "boardsite", project.bin):
        new.mkdir(parents=True)
    shutil.copy(ROOT / "build.py", folder)
    (folder / "boardsite" / "__init__.py").touch()
    (folder / "boardsite" / "__main__.py").write_text(PACKAGE)
    project.pin("1.0")
    return project


def told(done: subprocess.CompletedProcess[str]) -> dict[str, object]:
    """Return what the package said about its run."""
    assert done.stdout, done.stderr
    said: dict[str, object] = json.loads(done.stdout)
    return said


def planted_python(folder: Path, *without: str, with_pip: bool, managed: bool = False) -> Path:
    """Return a Python of its own whose library lacks the modules named: what Debian or Ubuntu hand out.

    `managed` marks it as the system's (PEP 668), where pip may not install.
    """
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    library = Path(os.__file__).parent
    for part in ("bin", f"lib/{version}/site-packages"):
        (folder / part).mkdir(parents=True)
    for path in library.iterdir():
        if path.name not in {*without, "site-packages", "EXTERNALLY-MANAGED"}:
            (folder / "lib" / version / path.name).symlink_to(path)
    if with_pip:
        import pip

        (folder / "lib" / version / "site-packages" / "pip").symlink_to(Path(pip.__file__).parent)
    if managed:
        text = "[externally-managed]\nError=Use apt.\n"
        (folder / "lib" / version / "EXTERNALLY-MANAGED").write_text(text)
    python = folder / "bin" / "python3"
    shutil.copy(os.path.realpath(BASE), python)
    return python


def _wheel(folder: Path, name: str, version: str, module: str) -> str:
    """Write a wheel with one module and return its SHA-256, the same on every writing."""
    path = folder / f"{name}-{version}-py3-none-any.whl"
    about = f"{name}-{version}.dist-info"
    files = {
        f"{name}.py": module,
        f"{about}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{about}/WHEEL": "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{file},,\n" for file in [*files, f"{about}/RECORD"])
    with zipfile.ZipFile(path, "w") as wheel:
        for file, text in (files | {f"{about}/RECORD": record}).items():
            wheel.writestr(zipfile.ZipInfo(file), text)
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _script(path: Path, text: str) -> None:
    path.write_text(text)
    path.chmod(0o755)
