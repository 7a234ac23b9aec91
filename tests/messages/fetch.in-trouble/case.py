from pathlib import Path

import pytest

from tests.support.published_calendars import COPY, group_page
from tests.support.small_site import write


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(
        root,
        {
            "lscgs/south/index.md": group_page(),
            COPY: "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-BOARDSITE-TROUBLE:unreachable 2016-05-20\r\nEND:VCALENDAR\r\n",
        },
    )
