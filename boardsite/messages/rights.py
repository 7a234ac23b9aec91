"""What we say about who may approve which change."""

from __future__ import annotations

from boardsite.diagnostics import BoardsiteError, Diagnostic, Location, Severity


def out_of_date(where: Location) -> Diagnostic:
    return Diagnostic(
        "rights.out-of-date", Severity.ERROR, "This file does not say what the groups' pages say.", where,
        hint="Run build.py codeowners, then commit the file.",
    )  # fmt: skip


def without_owners(where: Location) -> Diagnostic:
    return Diagnostic(
        "rights.without-owners", Severity.ERROR, "This file says who approves, and no settings say who that is.",
        where, hint="Delete it, or add a line such as owners: sample-board/staff to content/site.yaml.",
    )  # fmt: skip


def no_board_owner(where: Location) -> Diagnostic:
    return Diagnostic(
        "rights.no-board-owner", Severity.ERROR, "Groups have owners and the board has none.", where,
        hint="Add a line such as owners: sample-board/staff to content/site.yaml, or nobody guards the rest.",
    )  # fmt: skip


def no_group_owner(where: Location) -> Diagnostic:
    return Diagnostic(
        "rights.no-group-owner", Severity.NOTICE, "This group has no owners: only the board can approve its changes.",
        where, hint="Add a line such as owners: sample-board/south-chairs if the group is to do it itself.",
    )  # fmt: skip


def cannot_write(path: str, reason: str) -> BoardsiteError:
    return BoardsiteError(f"The file {path} could not be written: {reason}.")


def written(path: str, groups: int) -> str:
    return f"{path} is written: the board, and {groups} of its groups with owners of their own."


def as_it_was(path: str) -> str:
    return f"{path} is as the groups' pages say."


NO_OWNERS = "Neither the board nor a group names owners, so there is nothing to write."
