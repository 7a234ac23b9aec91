"""Which of the editors' files Git leaves out: they would be on this computer's site and never on the published one.

The one place that asks another program. Without Git, or outside a repository, nothing is ignored.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

_SECONDS = 10


def ignored_by_git(root: Path, paths: Iterable[str]) -> frozenset[str]:
    """Return those of these paths below the project's folder that Git ignores; what it tracks is never among them."""
    git = shutil.which("git")
    if git is None or not any((folder / ".git").exists() for folder in (root.resolve(), *root.resolve().parents)):
        return frozenset()
    asked = "".join(f"{path}\0" for path in paths).encode("utf-8", "surrogateescape")
    # Variables of a hook that calls us would point at another repository; a watcher is a program we do not want.
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = [git, "-c", "core.fsmonitor=false", "check-ignore", "-z", "--stdin"]
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command; the names go in by stdin
            command, input=asked, cwd=root, env=clean, capture_output=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return frozenset()
    return frozenset(done.stdout.decode("utf-8", "surrogateescape").split("\0")) - {""}
