"""`python -m boardsite`: what build.py calls."""

import gc
import os
import sys

from boardsite.cli import Work, main


def in_a_worker(work: Work) -> int:
    from boardsite.commands import apart  # a command that has nothing to do ends before

    return apart.run(work)


gc.set_threshold(100_000, 20, 50)  # frozen values hardly ever make cycles: looking for them finds nothing
code = main(apart=in_a_worker)
try:
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # as where it was closed before we began
            stream.flush()
except (OSError, ValueError):
    sys.exit(code)  # nobody reads any more, of which Python has its own way to tell
os._exit(code)  # everything is written, and taking a large site apart, value by value, takes as long as a small build
