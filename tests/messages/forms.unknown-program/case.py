"""All parts of the program are there, and the main one is another version."""

from pathlib import Path

import pytest

from boardsite.rendering.forms_program import PARTS


def prepare(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = root / "content" / "site.yaml"
    site.write_text(site.read_text("utf-8") + "editing:\n  host: github\n  repository: example-board/site\n", "utf-8")
    for part in PARTS:
        (root / part).parent.mkdir(parents=True, exist_ok=True)
        (root / part).write_text("export default {};\n", "utf-8")
