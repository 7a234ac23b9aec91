from pathlib import Path

import pytest

from tests.support.office_files import document
from tests.support.small_site import write


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(root, {"lscgs/south/files/agenda.docx": document("Note-taker", "Deputy chair")})
