from pathlib import Path

from boardsite.diagnostics import Report
from tests.support.published_calendars import ADDRESS, fetched


def report(root: Path) -> Report:
    return fetched(root, None, more=f"  - name: outlook\n    address: {ADDRESS}\n")
