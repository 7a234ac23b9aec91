from pathlib import Path

from boardsite.diagnostics import Report
from tests.support.published_calendars import fetched


def report(root: Path) -> Report:
    return fetched(root, None, address="http://calendar.example.org/south.ics")
