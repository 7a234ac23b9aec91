"""What we say about files as such: unreadable, misplaced, too large, never meant to be published."""

from __future__ import annotations

from collections.abc import Iterable

from boardsite.diagnostics import BoardsiteError, Diagnostic, Location, Severity
from boardsite.text import file_size, slug


def unreadable(where: Location, reason: str) -> Diagnostic:
    return Diagnostic(
        "file.unreadable", Severity.ERROR, "This file could not be read.", where, found=reason,
        hint="Check that the file is complete and that you may open it, then try again.",
    )  # fmt: skip


def changed_meanwhile(path: str) -> BoardsiteError:
    return BoardsiteError(
        f"{path} was changed or removed while the site was being made. Nothing was published: build again."
    )


def not_text(where: Location) -> Diagnostic:
    return Diagnostic(
        "file.not-text", Severity.ERROR, "This file holds no text, although its name says that it does.", where,
        hint="Open it in a text editor and save it as UTF-8. A Word document has to be copied in as text.",
    )  # fmt: skip


def old_letters(where: Location) -> Diagnostic:
    return Diagnostic(
        "file.old-letters", Severity.WARNING, "This file is saved with Windows letters, so we guessed some of them.",
        where, hint="Save it as UTF-8, then check pound signs, dashes and accents on the page.",
    )  # fmt: skip


def link(where: Location) -> Diagnostic:
    return Diagnostic(
        "file.link", Severity.WARNING, "This is a shortcut to another place, so it was left out.", where,
        hint="Put the file itself here in place of the shortcut.",
    )  # fmt: skip


def litter(where: Location) -> Diagnostic:
    return Diagnostic(
        "file.not-for-publishing", Severity.NOTICE, "A file of this kind is never published, so it was passed over.",
        where, hint="Delete it, or give it an ordinary name if it belongs to the site.",
    )  # fmt: skip


def git_ignored(where: Location) -> Diagnostic:
    return Diagnostic(
        "file.git-ignored", Severity.WARNING, "Git leaves this file out, so it would never go online.", where,
        hint="It was left out here, too. Rename it, or take its line out of .gitignore, if it belongs to the site.",
    )  # fmt: skip


def odd_name(where: Location) -> Diagnostic:
    return Diagnostic(
        "file.odd-name", Severity.WARNING, "This file has a name that other computers cannot show.", where,
        hint="Rename it with letters, figures and hyphens, for example flyer-june.pdf.",
    )  # fmt: skip


def unseen_letters(where: Location, found: str) -> Diagnostic:
    return Diagnostic(
        "file.odd-name", Severity.WARNING, "This name has letters that nobody can see.", where, found,
        "Rename it: type the whole name anew, for example flyer-june.pdf.",
    )  # fmt: skip


def not_on_windows(where: Location, name: str) -> Diagnostic:
    return Diagnostic(
        "file.odd-name", Severity.WARNING, "Windows cannot hold a file or folder of this name.", where, name,
        "Rename it with letters, figures and hyphens, for example flyer-june.pdf.",
    )  # fmt: skip


def looks_like_a_copy(where: Location, original: Location) -> Diagnostic:
    return Diagnostic(
        "file.looks-like-a-copy", Severity.WARNING, "This looks like a copy that a program made of another file.",
        where, hint="Delete it, or give it a name of its own if it is meant.", related=(original,),
    )  # fmt: skip


def beside_the_site(where: Location, folder: str) -> Diagnostic:
    return Diagnostic(
        "file.beside-the-site", Severity.WARNING, "The site is not made from this place.", where,
        hint=f"Move it into the folder {folder}.",
    )  # fmt: skip


def folder_misnamed(where: Location, meant: str) -> Diagnostic:
    return Diagnostic(
        "file.beside-the-site", Severity.WARNING, "The site is not made from a folder of this name.", where,
        hint=f"Is it meant to be {meant}? Then rename it, or move what is in it.",
    )  # fmt: skip


def not_a_file(where: Location) -> Diagnostic:
    return Diagnostic(
        "file.not-a-file", Severity.WARNING, "This is not an ordinary file, so it was left out.", where,
        hint="Put an ordinary file here.",
    )  # fmt: skip


def too_large(where: Location, size: int, most: int) -> Diagnostic:
    return Diagnostic(
        "file.too-large", Severity.ERROR, f"This file is larger than {file_size(most)}.", where,
        found=file_size(size), hint="Make it smaller, or split it into several files.",
    )  # fmt: skip


def too_many(where: Location, most: int) -> Diagnostic:
    return Diagnostic(
        "file.too-many", Severity.ERROR, f"There are more than {most:,} files in this folder.", where,
        hint="Move old files out of the site's folders.",
    )  # fmt: skip


def name_clash(where: Location, other: Location) -> Diagnostic:
    return Diagnostic(
        "file.name-clash", Severity.ERROR, "Two names differ only in capital letters.", where, found=other.path,
        hint="Rename one of them, for example by adding -2 before the ending.", related=(other,),
    )  # fmt: skip


def name_twin(where: Location, other: Location) -> Diagnostic:
    return Diagnostic(
        "file.name-clash", Severity.ERROR, "Two names look the same and are written with different letters.", where,
        found=other.path, hint="Delete one of them, or rename it, for example by adding -2 before the ending.",
        related=(other,),
    )  # fmt: skip


def takes_too_long(where: Location, seconds: int, megabytes: int) -> Diagnostic:
    return Diagnostic(
        "file.takes-too-long", Severity.ERROR,
        f"The program gave up on this file: it takes over {seconds} seconds, or {megabytes} MB of memory, to read.",
        where, hint="Take out what was pasted by mistake, or split it. If it looks sound, tell the developers.",
    )  # fmt: skip


def wrong_place(where: Location, hint: str) -> Diagnostic:
    return Diagnostic(
        "file.wrong-place", Severity.WARNING, "Nothing on the site is made from a file in this place.", where,
        hint=hint,
    )  # fmt: skip


def two_of_one(where: Location, first: Location) -> Diagnostic:
    return Diagnostic(
        "file.two-of-one", Severity.ERROR, "This folder has two files for the same thing; only one may stay.", where,
        hint=f"Move what is in this file into {first.path.rpartition('/')[2]}, then delete it.", related=(first,),
    )  # fmt: skip


def held_back(where: Location, users: Iterable[Location]) -> Diagnostic:
    return Diagnostic(
        "file.held-back", Severity.NOTICE,
        "Only drafts, news to come or private events use this file: it is not published.", where,
        hint="It goes online with the first page that uses it. Nothing needs to be done.", related=tuple(users),
    )  # fmt: skip


def empty(where: Location) -> Diagnostic:
    return Diagnostic(
        "file.empty", Severity.ERROR, "This file is empty.", where,
        hint="Put something into it, or delete it.",
    )  # fmt: skip


def leftover_of_old_letters(where: Location) -> Diagnostic:
    return Diagnostic(
        "file.letters-lost", Severity.WARNING, "Some letters were lost when this file was saved (they show as \ufffd).",
        where, hint="Type the missing letters again and save the file as UTF-8.",
    )  # fmt: skip


def group_folder_name(where: Location, name: str) -> Diagnostic:
    return Diagnostic(
        "group.folder-name", Severity.ERROR, "A group's folder may hold only small letters, figures and hyphens.",
        where, name, f"Rename the folder, for example to {slug(name) or 'north-broadland'}.",
    )  # fmt: skip


def group_folder_taken(where: Location, name: str) -> Diagnostic:
    return Diagnostic(
        "group.folder-taken", Severity.ERROR, f"A group's folder may not be called {name}: that is the board itself.",
        where, hint=f"Rename the folder, for example to {name}-area.",
    )  # fmt: skip
