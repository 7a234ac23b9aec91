from pathlib import Path

from boardsite.commands.codeowners import survey
from boardsite.diagnostics import Report
from tests.support.small_site import SITE, write


def report(root: Path) -> Report:
    write(root, {"content/site.yaml": SITE + "owners: sample-board/staff\n"})
    return survey(root).report
