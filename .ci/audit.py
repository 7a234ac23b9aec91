"""Ask whether a pinned package has a known advisory: `python3 .ci/audit.py`, weekly and for every change of pins.

pip-audit and npm audit say that all is well also where their source could not answer, so each is first shown something
with known faults. Finds it none there, its silence about ours means nothing, and that is what is said. Ends with 1
when a pin of ours has an advisory or was passed over, with 0 when all is well, and with 0 and NOT AUDITED when it
cannot see.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
PINS = ("requirements.txt", "requirements-dev.txt", ".ci/audit.txt", ".ci/fuzz.txt")
LOCKS = ("package-lock.json", "forms/package-lock.json", "benchmarks/lighthouse/package-lock.json")
BAD_PART = {"name": "known-bad", "version": "1.0.0", "dependencies": {"minimist": "1.2.0"}}
BAD_LOCK = {"lockfileVersion": 3, "packages": {"": BAD_PART, "node_modules/minimist": {"version": "1.2.0"}}}
SECONDS = 600


def main() -> int:
    """Audit all pins and return the exit code."""
    return max(audit_pins(), audit_locks())


def audit_pins() -> int:
    """Audit the packages of pip."""
    try:
        tool = auditor()
    except (OSError, subprocess.SubprocessError) as problem:
        return blind(f"The tool could not be installed: {problem}")
    why = cannot_see(tool)
    if why:
        return blind(why)
    bad = [name for name in PINS if not is_clean(tool, name)]
    if bad:
        print(f'Look into: {", ".join(bad)}. CONTRIBUTING.md, "Change a dependency", says how to take a newer release.')
        return 1
    print(f"Audited: no known advisory in {', '.join(PINS)}.")
    return 0


def audit_locks() -> int:
    """Audit the parts of npm."""
    given = os.environ.get("NPM_AUDIT")
    npm = shlex.split(given) if given else [name for name in (shutil.which("npm"),) if name]
    if not npm:
        return blind("The parts of npm: there is no npm here.")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "package.json").write_text(json.dumps(BAD_PART), "utf-8")
        (folder / "package-lock.json").write_text(json.dumps({**BAD_PART, **BAD_LOCK}), "utf-8")
        if not advisories(npm, folder):
            return blind("The parts of npm: it found nothing in a part that has known faults, or could not be asked.")
    found = {lock: advisories(npm, (ROOT / lock).parent) for lock in LOCKS}
    unseen = [lock for lock, names in found.items() if names is None]
    if unseen:
        return blind(f"The parts of npm: {', '.join(unseen)} could not be asked about.")
    bad = [f"{lock}: {', '.join(names)}" for lock, names in found.items() if names]
    if bad:
        print("\n".join(["Look into:", *bad]))
        return 1
    print(f"Audited: no known advisory in {', '.join(LOCKS)}.")
    return 0


def advisories(npm: list[str], folder: Path) -> list[str] | None:
    """Return the parts of a folder's lock file with advisories, or None where nobody could say."""
    try:
        done = run([*npm, "audit", "--package-lock-only", "--json"], folder)
        found = json.loads(done.stdout)
        return sorted(found["vulnerabilities"]) if "metadata" in found else None
    except (OSError, subprocess.SubprocessError, ValueError, KeyError, TypeError):
        return None


def auditor() -> list[str]:
    """Return the command of the tool: the one that is given, or our own, installed from its pins."""
    given = os.environ.get("PIP_AUDIT")
    if given:
        return shlex.split(given)
    folder = ROOT / ".cache" / "audit"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        venv.create(folder, with_pip=True)
    pins = ["--require-hashes", "--only-binary", ":all:", "-r", str(HERE / "audit.txt")]
    run([str(python), "-m", "pip", "install", "--quiet", *pins], check=True)
    return [str(python), "-m", "pip_audit"]


def cannot_see(tool: list[str]) -> str:
    """Return why the tool's answers mean nothing here, or "" when it sees what is there to see."""
    try:
        done = run([*tool, "--disable-pip", "--require-hashes", "-r", str(HERE / "known-bad.txt"), "--format", "json"])
        found = json.loads(done.stdout)["dependencies"]
    except (OSError, subprocess.SubprocessError, ValueError, KeyError, TypeError):
        return "Its source of advisories could not be reached."
    if not any(package.get("vulns") for package in found):
        return "It found nothing in .ci/known-bad.txt, which has known faults."
    return ""


def is_clean(tool: list[str], name: str) -> bool:
    """Say whether every pin of a file was looked at and none has an advisory; --strict makes passing over a fault."""
    command = [*tool, "--strict", "--disable-pip", "--require-hashes", "-r", str(ROOT / name)]
    try:
        done = run(command)
    except (OSError, subprocess.SubprocessError) as problem:
        print(f"{name}: {problem}")
        return False
    if done.returncode:
        print(f"{name}:\n{done.stdout}{done.stderr}")
    return done.returncode == 0


def run(command: list[str], folder: Path = ROOT, *, check: bool = False) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=SECONDS, check=check, stdin=subprocess.DEVNULL
    )


def blind(why: str) -> int:
    print(f"NOT AUDITED. {why}")
    if os.environ.get("GITHUB_ACTIONS"):
        print(f"::warning title=Not audited::{why}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
