"""Where the time of a build goes, part by part, in CPU seconds of one process.

    python3 benchmarks/parts.py medium              a cold build, and one after a changed news item

Each part is timed from outside, without what other parts take that it calls; what belongs to none is "the rest".
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks import run
from benchmarks.workload import SIZES

# What is timed: a module, the name of a function or method in it, and the part that it belongs to.
PARTS = (
    ("boardsite.commands.nothing_new", "look", "looking whether anything changed"),
    ("boardsite.commands.nothing_new", "note", "looking whether anything changed"),
    ("boardsite.storage.engine", "engine", "looking whether anything changed"),
    ("boardsite.commands.build", "recall_last", "taking up what the last build knew"),
    ("boardsite.pipeline", "read_sources", "reading files"),
    ("boardsite.pipeline", "sort_tree", "settings and front matter"),
    ("boardsite.markup.body", "to_html", "Python-Markdown"),
    ("boardsite.pipeline", "_bodies", "cleaning and noting HTML"),
    ("boardsite.pipeline", "read_calendars", "reading calendars"),
    ("boardsite.pipeline", "assemble", "the model"),
    ("boardsite.pipeline", "plan", "planning pages, and noting what they read"),
    ("boardsite.rendering.templates", "Theme.artifact", "templates"),
    ("boardsite.rendering.templates", "fill", "addresses in pages"),
    ("boardsite.rendering.templates", "qr_code", "QR codes"),
    ("boardsite.rendering.recipes", "Kitchen.make", "calendar files, feeds and pictures"),
    ("boardsite.rendering.remembered", "Larder.make_all", "keys of pages"),
    ("boardsite.storage.cache", "Cache._write", "packing and writing the cache"),
    ("boardsite.storage.spool", "Spool.put", "putting pages by"),
    ("boardsite.commands.build", "publish", "publishing"),
    ("boardsite.commands.build", "keep_for_next", "keeping what was known"),
)


class Clock:
    """Time in this process, given to the innermost part that is at work."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self._at_work = ["the rest"]
        self._since = time.process_time()

    def turn(self) -> None:
        """Give what has passed since the last turn to who is at work."""
        now = time.process_time()
        part = self._at_work[-1]
        self.spent[part] = self.spent.get(part, 0.0) + now - self._since
        self._since = now

    def timed(self, function: Callable[..., Any], part: str) -> Callable[..., Any]:
        def timed(*given: Any, **named: Any) -> Any:
            self.turn()
            self._at_work.append(part)
            try:
                return function(*given, **named)
            finally:
                self.turn()
                self._at_work.pop()

        return timed


def build_here(root: Path) -> None:
    """Build in this process and print what each part took."""
    import importlib

    os.chdir(root)
    from boardsite import cli

    modules = {module: importlib.import_module(module) for module, *_ in PARTS}
    clock = Clock()
    clock.spent["Python and the program"] = time.process_time()
    for module, name, part in PARTS:
        owner: Any = modules[module]
        *above, last = name.split(".")
        for each in above:
            owner = getattr(owner, each)
        setattr(owner, last, clock.timed(getattr(owner, last), part))
    status = cli.main([])
    clock.turn()
    whole = sum(clock.spent.values())
    for part, spent in sorted(clock.spent.items(), key=lambda each: -each[1]):
        if spent >= 0.005 * whole:
            print(f"| {part} | {spent:.2f} | {100 * spent / whole:.0f} % |", file=sys.stderr)
    print(f"| in all | {whole:.2f} | |", file=sys.stderr)
    sys.exit(status)


def tables(size: str, root: Path) -> Iterator[str]:
    """Yield a table for a cold build, and for one after a change of one news body."""
    change = run.after_one(run.appended("lscgs/*/news/*.md", "\nOne more sentence, NUMBER.\n"))
    for name, before in (("cold", run.cold), ("one news body", change)):
        before(root)
        environment = {**os.environ, "SOURCE_DATE_EPOCH": run.MOMENT, "PYTHONDONTWRITEBYTECODE": ""}
        done = subprocess.run(  # noqa: S603  (our own commands)
            [sys.executable, __file__, "--here", str(root)], env=environment, capture_output=True, text=True, check=True
        )
        lines = [line for line in done.stderr.splitlines() if line.startswith("|")]
        yield "\n".join((f"\n### {size}, {name}\n", "| part | CPU s | share |", "|---|--:|--:|", *lines))


def main() -> None:
    parser = argparse.ArgumentParser(description="Where the time of a build goes, part by part.")
    parser.add_argument("sizes", nargs="*", choices=[*SIZES, []], help="which sizes (medium)")
    parser.add_argument("--folder", type=Path, default=run.FOLDER, help="where to make the sites")
    parser.add_argument("--here", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.here:
        build_here(options.here)
    for size in options.sizes or ["medium"]:
        for table in tables(size, run.site_of(SIZES[size], options.folder / f"{size}-parts")):
            print(table, flush=True)


if __name__ == "__main__":
    main()
