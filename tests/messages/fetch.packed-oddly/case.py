from pathlib import Path

from boardsite.diagnostics import Report
from tests.support.published_calendars import fetched, says


def report(root: Path) -> Report:
    return fetched(root, says(b"x", "200 OK", "Content-Encoding: br"))
