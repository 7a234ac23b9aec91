"""`due`: say whether the published site has to be made anew, by its own status.json, for a job that runs often.

A build costs money with some hosts; one that would change nothing that people read need not be asked for.
"""

from __future__ import annotations

import json
import sys
from datetime import datetime, timedelta
from pathlib import Path

from boardsite.messages import freshness as messages
from boardsite.reporting import write_text

MOST_DAYS = 7
MOST_BYTES = 1_000_000


def run(path: Path, now: datetime) -> int:
    """Print a line that begins with yes or no."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES)
    except OSError as problem:
        raise messages.unread(str(path), problem.strerror or str(problem)) from problem
    write_text(answer(content, now) + "\n", sys.stdout)
    return 0


def answer(content: bytes, now: datetime) -> str:
    """Return the line. What cannot be read is a reason to build: the site may be gone."""
    try:
        status = json.loads(content)
        made = datetime.fromisoformat(status["made"])
        change = datetime.fromisoformat(status["next_change"]) if status["next_change"] else None
        if change is not None and change <= now:
            return messages.yes_changed(change)
        return messages.yes_old(MOST_DAYS) if made + timedelta(days=MOST_DAYS) < now else messages.no(change)
    except (ValueError, KeyError, TypeError, RecursionError, OverflowError):
        return messages.yes_unknown()
