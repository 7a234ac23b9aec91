from pathlib import Path

import pytest

from tests.support.small_site import SITE, write


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = "security:\n  contact: security@example.org\n  expires: 1 May 2016\n"
    write(root, {"content/site.yaml": SITE + entry})
