from pathlib import Path

from boardsite.diagnostics import Report
from tests.support.published_calendars import fetched, raw


def report(root: Path) -> Report:
    return fetched(root, raw(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nBEGIN:VCALENDAR\r\n"))
