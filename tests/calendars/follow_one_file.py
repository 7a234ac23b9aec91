"""Reads each hostile file as a build does, in a process of its own with limits of time and memory; prints what it took.

Run by test_no_file_keeps_us.py: python -m tests.calendars.follow_one_file SECONDS MEGABYTES. Prints a line of JSON for
each file; one that went past a limit has no figures.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import sys
import time
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from boardsite.calendars import limits, reader, writer
from boardsite.clock import BuildClock
from boardsite.model.checks.event_clashes import event_clashes
from boardsite.model.events import Calendar, events
from boardsite.model.shelf import Shelf
from boardsite.storage.memory import Memory
from tests.calendars.hostile_files import FILES

LONDON = ZoneInfo("Europe/London")
CLOCK = BuildClock(datetime(2016, 6, 1, tzinfo=UTC), LONDON)


def main(seconds: int, megabytes: int) -> None:
    gc.set_threshold(100_000, 20, 50)  # as boardsite/__main__.py, of which this is a part
    for name, make in FILES.items():
        child = os.fork()
        if child == 0:
            content = make().encode()
            assert len(content) <= limits.FILE_BYTES, name
            spent = int(time.process_time()) + 1
            resource.setrlimit(resource.RLIMIT_CPU, (spent + seconds, spent + seconds))
            resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1_000_000, megabytes * 1_000_000))
            print(json.dumps({"name": name, **taken(content)}), flush=True)
            os._exit(0)
        if os.waitpid(child, 0)[1]:
            print(json.dumps({"name": name}), flush=True)


def taken(content: bytes) -> dict[str, object]:
    """Return the seconds of each step, the megabytes at the worst, and what became of the events."""
    began = time.process_time()
    reading = reader.read([("file.ics", content)], LONDON)
    read = time.process_time()
    found, _ = events(Memory(keeps=False), [Calendar("south", reading.series)], [], Shelf.of([], []), CLOCK)
    followed = time.process_time()
    assert len(list(event_clashes(found, (), CLOCK))) < 1_000
    checked = time.process_time()
    near = [event.series for event in found if event.occurrences]
    writer.calendar(near, name="S", uid="s", url="", zone=LONDON, addresses={})
    return {
        "read": read - began,
        "followed": followed - read,
        "checked": checked - followed,
        "written": time.process_time() - checked,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000,
        "is_balanced": reading.ledger.is_balanced,
        "is_answered": bool(reading.series or reading.diagnostics),
    }


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
