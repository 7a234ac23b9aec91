from pathlib import Path

from boardsite.diagnostics import Report
from tests.support.published_calendars import fetched, silent


def report(root: Path) -> Report:
    return fetched(root, silent, seconds=0.2)
