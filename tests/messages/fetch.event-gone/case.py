from pathlib import Path

from boardsite.diagnostics import Report
from tests.support.published_calendars import calendar, fetched, says


def report(root: Path) -> Report:
    return fetched(root, says(calendar(4)), before=calendar(5))
