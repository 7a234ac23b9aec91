"""`python -m boardsite`: what build.py calls."""

import gc
import os
import sys
from pathlib import Path

from boardsite.cli import Work, main


def in_a_worker(work: Work) -> int:
    from boardsite.commands import apart  # a command that has nothing to do ends before

    return apart.run(work)


for name in ("stdout", "stderr"):
    if getattr(sys, name) is None:  # closed before we began: nobody reads it, which is no reason to fail
        setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - to the end of the program
gc.set_threshold(100_000, 20, 50)  # frozen values hardly ever make cycles: looking for them finds nothing
code = main(apart=in_a_worker)
try:
    sys.stdout.flush()
    sys.stderr.flush()
except (OSError, ValueError):
    sys.exit(code)  # nobody reads any more, of which Python has its own way to tell
os._exit(code)  # everything is written, and taking a large site apart, value by value, takes as long as a small build
