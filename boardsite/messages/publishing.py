"""What we say about the output folder and about the end of a run."""

from __future__ import annotations

from boardsite.diagnostics import BoardsiteError
from boardsite.text import count


def out_is_source(out: str) -> BoardsiteError:
    return BoardsiteError(
        f"The folder {out} holds the site's own sources, so nothing was written. "
        "Choose another folder, for example --out dist.",
        status=2,
    )


def out_not_ours(out: str, example: str) -> BoardsiteError:
    return BoardsiteError(
        f"The folder {out} holds files that were not made by this program, such as {example}, so nothing was "
        "written. Move them away, or choose another folder with --out.",
        status=2,
    )


def cannot_write(out: str, reason: str) -> BoardsiteError:
    return BoardsiteError(
        f"The site could not be written to {out}: {reason}. The live site has not been changed. "
        "Make room on the disk, or check that you may write there, then try again."
    )


def out_in_use(out: str) -> BoardsiteError:
    return BoardsiteError(f"Another build is writing to {out} just now. Wait until it has finished, then try again.")


def not_a_site(folder: str) -> BoardsiteError:
    return BoardsiteError(
        f"There is no content folder in {folder}, so there is nothing to build. "
        "Start the program from the folder that holds build.py.",
        status=2,
    )


def as_of_unreadable(found: str) -> BoardsiteError:
    return BoardsiteError(f"We cannot read {found!r} as a date. Write for example --as-of 2016-06-27.", status=2)


def epoch_unreadable(found: str) -> BoardsiteError:
    return BoardsiteError(
        f"SOURCE_DATE_EPOCH is set to {found!r}, which is not a number of seconds. Set it right, or take it away.",
        status=2,
    )


def base_url_unreadable(found: str) -> BoardsiteError:
    return BoardsiteError(
        f"We cannot read {found!r} as a web address. Write for example --base-url https://www.example.org.", status=2
    )


def notices_hidden(number: int) -> str:
    return f"{count(number, 'note')} for information: build.py check shows {'it' if number == 1 else 'them'}."


def summary(errors: int, warnings: int, *, published: bool) -> str:
    """Return the last lines of a report: what is to be done, and the state of the live site."""
    parts = []
    if errors and not published:
        parts.append(f"{count(errors, 'thing')} must be fixed before the site can be published.")
    elif errors:
        parts.append(f"{count(errors, 'thing')} must be fixed; what is broken was left out of the site.")
    if warnings:
        parts.append(f"{count(warnings, 'thing')} to look at.")
    state = "" if published else "The live site has not been changed."
    return "\n".join(line for line in (" ".join(parts), state) if line)
