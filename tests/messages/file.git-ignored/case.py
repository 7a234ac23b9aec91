import subprocess
from pathlib import Path

import pytest

from tests.support.small_site import write


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    (root / ".gitignore").write_text("*.local.md\n")
    write(root, {"lscgs/south/news/forum.local.md": "---\ntitle: A forum\ndate: 9 May 2016\nsummary: Come.\n---\nText.\n"})
