"""`serve`: show the site on this computer, and show it again after every save."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import datetime

from boardsite.commands.progress import progress
from boardsite.messages import serving as messages
from boardsite.pipeline import Order
from boardsite.reading.looking import look
from boardsite.reporting import write_report, write_text
from boardsite.serving.desk import Desk
from boardsite.serving.lookout import glances
from boardsite.serving.maker import Maker
from boardsite.serving.preview import Preview
from boardsite.serving.server import Servers
from boardsite.serving.shown import Shown
from boardsite.serving.watch import saves

AT_MOST = 0.0005  # seconds that an answer waits for what is being made: ten times less than Python's own
UNTIL_ASKED = 0.02  # seconds before the rest is begun: a page that was told is asked for first


def run(order: Order, port: int, now: Callable[[], datetime]) -> int:
    """Serve until Ctrl-C; `now` gives the moment of each making."""
    servers = Servers(port)
    address = f"http://127.0.0.1:{servers.port}"
    maker = Maker(order, address, now)
    preview = Preview(maker.make, first_version=int(now().timestamp()))
    before, usual = look(order.root), sys.getswitchinterval()
    try:
        with progress("Making the site …"):
            preview.open()
        sys.setswitchinterval(AT_MOST)
        servers.start(Desk(preview, maker.components), _tell)
        write_text(messages.ready(f"{address}/"), sys.stdout)
        _report(preview.complete())
        maker.keep()
        watched = glances(order.root, before, lambda: maker.files_of(preview.looked_at()))
        for paths, seen in saves(before, watched):
            if not paths:
                maker.keep()  # the page was asked for long ago: nobody waits
                continue
            begun = time.monotonic()
            is_shown = preview.show_first(seen)
            if is_shown:
                _told_of(paths, begun)
                time.sleep(UNTIL_ASKED)
            shown = preview.refresh(seen)
            if not is_shown:
                _told_of(paths, begun)
            _report(shown)
    except KeyboardInterrupt:
        write_text(messages.stopped(), sys.stdout)
    finally:
        sys.setswitchinterval(usual)
        servers.stop()
        maker.close()
    return 0


def _told_of(paths: frozenset[str], begun: float) -> None:
    write_text(messages.made_again(time.monotonic() - begun, tuple(sorted(paths))), sys.stdout)


def _report(shown: Shown) -> None:
    if shown.report.errors or shown.report.warnings:
        write_report(shown.report, sys.stderr, published=False, shows_notices=False)


def _tell(words: str) -> None:
    write_text(words + "\n", sys.stderr)
