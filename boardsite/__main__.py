"""`python -m boardsite`: what build.py calls."""

import gc
import sys

from boardsite.cli import Work, main


def in_a_worker(work: Work) -> int:
    from boardsite.commands import apart  # a command that has nothing to do ends before

    return apart.run(work)


gc.set_threshold(100_000, 20, 50)  # frozen values hardly ever make cycles: looking for them finds nothing
sys.exit(main(apart=in_a_worker))
