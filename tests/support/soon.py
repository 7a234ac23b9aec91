"""The one way in which a test bounds work: by processor time, with room for a machine that is busy with other things."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

# Two cores that are shared with other work take up to twice as long for the same; what is endless, or grows with the
# square of its input, goes past this too.
ROOM = 4


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Fail where what is inside takes much more than these seconds of the processor, which a quiet machine keeps."""
    began = time.process_time()
    yield
    spent = time.process_time() - began
    assert spent < seconds * ROOM, f"{spent:.1f} s of work, where {seconds} s are wanted"
