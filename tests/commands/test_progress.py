"""A line for what takes long, on a terminal only, and gone when it is done."""

from __future__ import annotations

import io
import time

import pytest

from boardsite.commands import progress as module
from boardsite.commands.progress import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_nothing_goes_into_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.01)
    pipe = io.StringIO()
    with progress("Making", pipe):
        time.sleep(0.05)
    assert pipe.getvalue() == ""


def test_what_is_quick_says_nothing() -> None:
    terminal = Terminal()
    with progress("Making", terminal):
        pass
    assert terminal.getvalue() == ""


def test_what_takes_long_is_shown_and_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.01)
    terminal = Terminal()
    with pytest.raises(ZeroDivisionError), progress("Making", terminal):
        time.sleep(0.1)
        raise ZeroDivisionError
    assert "\rMaking 0 s" in terminal.getvalue()
    assert terminal.getvalue().endswith(" \r")
