"""What we say about the preview on this computer, on the terminal and in the page."""

from __future__ import annotations

from boardsite.diagnostics import BoardsiteError
from boardsite.text import count

AT_ONCE = 0.1  # seconds that nobody notices


def port_busy(port: int) -> BoardsiteError:
    other = port + 1 if port < 65535 else port - 1
    return BoardsiteError(
        f"Port {port} is in use: a preview may be running in another window. Close that one, or take another port: "
        f"build.py serve --port {other}",
        status=2,
    )


def port_refused(port: int, reason: str) -> BoardsiteError:
    return BoardsiteError(
        f"The preview cannot be shown at port {port}: {reason}. Take another: build.py serve --port 8001", status=2
    )


def port_unreadable(found: str) -> BoardsiteError:
    return BoardsiteError(f"{found} is not the number of a port. Write for example --port 8001.", status=2)


def ready(address: str) -> str:
    return f"The preview is at {address} (only on this computer).\nSave a file and it shows. Ctrl-C ends it.\n"


def made_again(seconds: float, paths: tuple[str, ...]) -> str:
    what = paths[0] if len(paths) == 1 else count(len(paths), "file")
    after = f"after {seconds:.1f} seconds" if seconds >= AT_ONCE else "at once"
    return f"{what} changed: shown {after}.\n"


def stopped() -> str:
    return "\nThe preview has ended.\n"


PANEL = "Preview of this site"
DAY_BEFORE = "Day before"
DAY_AFTER = "Day after"
OTHER_DAY = "Another day"
GO = "Show"
BACK = "Back to now"
OLD_PAGES = "Below is the site as it was before. It is shown anew as soon as these are mended."
LEFT_OUT = "What is broken was left out of the pages below."
NO_PAGES = "There is no page to show yet. It appears as soon as these are mended."
OTHER_NAME = "This preview answers only to 127.0.0.1 and localhost, on this computer."
OTHER_SITE = "Another website may not ask for this preview."
ONLY_LOOKING = "A preview can only be looked at."
NOT_AN_ADDRESS = "This is not an address of the site."
TOO_MANY = "Too many pages of the preview are open. Close some."
BROKE = "The program itself broke while it made this page. The terminal has the details."


def problems(errors: int, warnings: int) -> str:
    """Return "2 things must be fixed, 1 thing to look at", or "Everything is in order"."""
    parts = [f"{count(errors, 'thing')} must be fixed"] if errors else []
    if warnings:
        parts.append(f"{count(warnings, 'thing')} to look at")
    return ", ".join(parts) or "Everything is in order"
