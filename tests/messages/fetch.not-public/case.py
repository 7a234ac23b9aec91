from pathlib import Path

from boardsite.diagnostics import Report
from tests.support.published_calendars import HOST, fetched


def report(root: Path) -> Report:
    return fetched(root, None, names={HOST: ("10.0.0.7",)})
