from pathlib import Path

import pytest

from tests.support.published_calendars import group_page
from tests.support.small_site import write


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(root, {"lscgs/south/index.md": group_page()})
