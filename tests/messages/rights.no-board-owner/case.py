from pathlib import Path

from boardsite.commands.codeowners import survey
from boardsite.diagnostics import Report
from tests.support.small_site import write


def report(root: Path) -> Report:
    write(root, {"lscgs/south/index.md": "---\nname: South\nowners: south-chair\n---\nAbout us.\n"})
    return survey(root).report
