from pathlib import Path

from boardsite.commands.codeowners import survey
from boardsite.diagnostics import Report
from tests.support.small_site import write


def report(root: Path) -> Report:
    write(root, {"CODEOWNERS": "* @evil\n"})
    return survey(root).report
