from pathlib import Path

from boardsite.diagnostics import Report
from tests.support.published_calendars import ADDRESS, fetched, says


def report(root: Path) -> Report:
    return fetched(root, says(b"", "302 Found", f"Location: {ADDRESS}"))
