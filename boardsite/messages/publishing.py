"""What we say about the output folder and about the end of a run."""

from __future__ import annotations

from collections.abc import Sequence

from boardsite.diagnostics import BoardsiteError, Diagnostic, Location, Severity
from boardsite.text import count, listed

_WRITES_AT_THE_END = ("new", "check", "changes", "due")  # or never


def out_is_source(out: str) -> BoardsiteError:
    return BoardsiteError(
        f"The folder {out} holds the site's own sources, so nothing was written. "
        "Choose another folder, for example --out dist.",
        status=2,
    )


def out_not_ours(out: str, example: str) -> BoardsiteError:
    return BoardsiteError(
        f"The folder {out} holds things that were not made by this program, such as {example}, so nothing was "
        "written. Move them away, or choose another folder with --out.",
        status=2,
    )


def not_our_leftover(folder: str) -> BoardsiteError:
    return BoardsiteError(
        f"{folder} is in the way, and this program did not make it, so nothing was written. "
        "Move it away, or choose another folder with --out.",
        status=2,
    )


def cannot_write(out: str, reason: str, *, is_full: bool) -> BoardsiteError:
    advice = (
        "Make room on the disk, then try again."
        if is_full
        else "Check that you may write there, or choose another folder with --out."
    )
    return BoardsiteError(
        f"The site could not be written to {out}: {reason}. The live site has not been changed. {advice}"
    )


def cannot_say(reason: str) -> BoardsiteError:
    return BoardsiteError(f"What there is to say could not be written: {reason}. Send it to another place.")


def out_empty() -> BoardsiteError:
    return BoardsiteError("--out wants the name of a folder behind it, for example --out dist.", status=2)


def folder_gone() -> BoardsiteError:
    return BoardsiteError(
        "The folder that you are in is not there any more. Go to the folder that holds build.py, then try again.",
        status=2,
    )


def stopped(command: str) -> str:
    """Return what is said after Ctrl-C."""
    if command == "build":
        return "Stopped. The published site is whole: the old one, or the new one.\n"
    return "Stopped. Nothing was written.\n" if command in _WRITES_AT_THE_END else "Stopped.\n"


def worker_gone(signal: str) -> BoardsiteError:
    return BoardsiteError(
        f"The program was ended from outside ({signal}), or the computer has no memory left. The published site is"
        " whole: the old one, or the new one. Run the command again; if it ends like this twice, tell the developers.",
    )


def out_in_use(out: str) -> BoardsiteError:
    return BoardsiteError(f"Another build is writing to {out} just now. Wait until it has finished, then try again.")


def not_a_site(folder: str) -> BoardsiteError:
    return BoardsiteError(
        f"There is no content folder in {folder}, so there is nothing to build. "
        "Start the program from the folder that holds build.py.",
        status=2,
    )


def as_of_unreadable(found: str, reason: str, advice: str) -> BoardsiteError:
    return BoardsiteError(f"--as-of {found!r}: {reason} {advice} 2016-06-27 works, too.", status=2)


def epoch_unreadable(found: str) -> BoardsiteError:
    return BoardsiteError(
        f"SOURCE_DATE_EPOCH is set to {found!r}, which is not a number of seconds. Set it right, or take it away.",
        status=2,
    )


def base_url_unreadable(found: str) -> BoardsiteError:
    return BoardsiteError(
        f"We cannot read {found!r} as a web address. Write for example --base-url https://www.example.org.", status=2
    )


def events_vanished(where: Location, group: str, gone: Sequence[str], coming: int) -> Diagnostic:
    return Diagnostic(
        "publish.events-vanished", Severity.ERROR,
        f"{len(gone)} of the {coming} events to come are gone since the last build.", where,
        listed(gone) if len(gone) <= 3 else f"{', '.join(gone[:3])} and {len(gone) - 3} more",
        f"Put them back. If they are really off: build.py build --accept {group}.",
    )  # fmt: skip


def notices_hidden(number: int) -> str:
    return f"{count(number, 'note')} for information: build.py check shows {'it' if number == 1 else 'them'}."


def summary(errors: int, warnings: int, *, published: bool, is_strict: bool = False) -> str:
    """Return the last lines of a report: what is to be done, and the state of the live site."""
    parts = []
    if errors and not published:
        parts.append(f"{count(errors, 'thing')} must be fixed before the site can be published.")
    elif errors:
        parts.append(f"{count(errors, 'thing')} must be fixed; what is broken was left out of the site.")
    if warnings:
        parts.append(f"{count(warnings, 'thing')} to look at.")
    if warnings and is_strict and not published:
        parts.append(f"With --strict, nothing is published until {'it is' if warnings == 1 else 'they are'} mended.")
    state = "" if published else "The live site has not been changed."
    return "\n".join(line for line in (" ".join(parts), state) if line)
