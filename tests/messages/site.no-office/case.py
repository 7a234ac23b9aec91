import re
from pathlib import Path

import pytest


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = root / "content" / "site.yaml"
    settings.write_text(re.sub(r"(?m)^(email|phone): .*\n", "", settings.read_text("utf-8")), "utf-8")
