"""What can be typed behind build.py: every command with its options, and a plain sentence for what was mistyped.

Imports nothing heavy: --help and mistakes are answered at once.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import NoReturn

from boardsite.commands.mistyped import no_such_command, plain_words, starts_like_an_option, unknown

COMMANDS = ("build", "serve", "new", "import", "fetch", "changes", "check", "poster", "codeowners", "due")
KINDS = ("news", "event", "contact", "page", "group")
WITH_A_FILE = ("import", "due")
HERE = "build.py"


class Parser(argparse.ArgumentParser):
    """argparse with our voice: one plain sentence, and exit code 2."""

    def error(self, message: str) -> NoReturn:
        self.refuse(plain_words(message))

    def refuse(self, sentence: str) -> NoReturn:
        sys.stderr.write(f"{sentence}\nFor all that this command understands: {self.prog} --help\n")
        raise SystemExit(2)

    def options(self) -> tuple[str, ...]:
        return tuple(option for action in self._actions for option in action.option_strings)


def parser() -> Parser:
    """Return the parser of all commands."""
    whole = Parser(
        prog=HERE,
        description="Make the website of a safeguarding board and its local groups.",
        epilog="What a command can do: build.py COMMAND --help. All of it with examples: docs/commands.md.",
    )
    commands = whole.add_subparsers(dest="command", metavar="COMMAND", required=True, parser_class=Parser)
    _build(commands.add_parser("build", help="make the site (what happens without a command)"))
    _serve(commands.add_parser("serve", help="show the site on this computer, anew after every save"))
    _new(commands.add_parser("new", help="write news, an event, a contact, a page or a group, asked for step by step"))
    _import(commands.add_parser("import", help="bring in a calendar, a list of contacts, or a page"))
    _fetch(commands.add_parser("fetch", help="copy the groups' published calendars (uses the network)"))
    _changes(commands.add_parser("changes", help="say in words what is new between two commits or folders"))
    _check(commands.add_parser("check", help="say what must be fixed, and write nothing"))
    _poster(commands.add_parser("poster", help="make a sheet for notice boards, ready to print"))
    owners = commands.add_parser("codeowners", help="write who may approve which change, for the Git host")
    owners.add_argument("--check", action="store_true", help="only say whether the file is right")
    due = commands.add_parser("due", help="say whether the published site has to be made anew")
    due.add_argument("status", metavar="FILE", help="the status.json of the published site")
    commands.add_parser("test", help="run the tests (build.py test does this before we are asked)")
    for each in (whole, *_commands(whole).values()):
        each.allow_abbrev = False  # a script would break with the next option that begins alike
    return whole


def _build(build: Parser) -> None:
    where = "the folder for the finished site (dist; preview with --as-of or --drafts)"
    build.add_argument("--out", metavar="DIR", help=where)
    build.add_argument(
        "--leave-out-broken", action="store_true", help="publish without news and events that are broken"
    )
    build.add_argument(
        "--accept",
        action="append",
        default=[],
        metavar="GROUP",
        help="publish although over a third of its events are gone",
    )
    build.add_argument(
        "--before", metavar="FILE", help="the status.json of the published site, to see which events are gone"
    )
    _of_a_build(build)


def _serve(serve: Parser) -> None:
    serve.add_argument("--port", default="8000", metavar="NUMBER", help="where to show it: 8000")
    _as_of(serve)


def _new(new: Parser) -> None:
    new.epilog = (
        "Every other setting of docs/content-types.md is an option, too: --title, --date, --summary … "
        "On a terminal, what is left out is asked."
    )
    new.add_argument("kind", choices=KINDS, metavar="KIND", help=", ".join(KINDS))
    new.add_argument("--group", default="", metavar="NAME", help="for whom: the folder of a group, or board")
    new.add_argument("--file-name", default="", metavar="NAME", help="the name of the file, without its ending")
    new.add_argument("--no-questions", action="store_true", help="never ask, not even on a terminal")


def _fetch(fetch: Parser) -> None:
    fetch.add_argument("--dry-run", action="store_true", help="say what would change, and write nothing")
    fetch.add_argument(
        "--accept", action="append", default=[], metavar="NAME", help="take south/outlook although most events are gone"
    )
    fetch.add_argument(
        "--format", choices=("text", "json", "github"), default="text", help="how to say it: text, json or github"
    )


def _import(bring_in: Parser) -> None:
    bring_in.add_argument("file", metavar="FILE", help=".ics: events; .csv or .xlsx: contacts; .docx: a page")
    bring_in.add_argument("--group", default="", metavar="NAME", help="for whom: the folder of a group, or board")
    bring_in.add_argument("--file-name", default="", metavar="NAME", help="the name of a new page, without its ending")
    bring_in.add_argument("--dry-run", action="store_true", help="say what would be taken, and write nothing")


def _changes(changes: Parser) -> None:
    changes.add_argument("old", metavar="OLD", help="a commit (main, HEAD~1), or a folder with a site in it")
    changes.add_argument("new", metavar="NEW", help="another one")
    forms = ("text", "markdown")
    changes.add_argument("--format", choices=forms, default="text", help="text, or markdown for a pull request")
    _as_of(changes)


def _check(check: Parser) -> None:
    forms = ("text", "json", "github")
    check.add_argument("--format", choices=forms, default="text", help="how to say it: text, json or github")
    _of_a_build(check)


def _poster(poster: Parser) -> None:
    wanted = "a group (south) or an event (south/forum, or its file); without it, the sheet of the board"
    poster.add_argument("sheet", nargs="?", default="", metavar="GROUP or EVENT", help=wanted)
    poster.add_argument("--month", default="", metavar="MONTH", help="only what is on in that month: 2016-07")
    poster.add_argument("--out", metavar="FILE", help="the PDF to write (poster-south.pdf)")
    _as_of(poster)
    _base_url(poster)


def _base_url(command: Parser) -> None:
    command.add_argument("--base-url", metavar="ADDRESS", help="the public address of the site")


def _of_a_build(command: Parser) -> None:
    _as_of(command)
    command.add_argument("--strict", action="store_true", help="stop for things to look at, too")
    command.add_argument("--drafts", action="store_true", help="show drafts and news that waits for its day")
    _base_url(command)


def _as_of(command: Parser) -> None:
    command.add_argument("--as-of", metavar="DATE", help="make the site as it is on that day: 2016-06-27")


def read(words: Sequence[str]) -> argparse.Namespace | int:
    """Return what was typed; without a command it is a build. The number is an exit code, where that is all."""
    typed = list(words)
    if not typed or (typed[0].startswith("-") and typed[0] not in ("-h", "--help")):
        typed.insert(0, "build")
    elif typed[0] == "test":
        sys.stderr.write("Tests are run by build.py itself: python3 build.py test\n")
        return 2
    elif typed[0] not in (*COMMANDS, "-h", "--help"):
        sys.stderr.write(no_such_command(typed[0], (*COMMANDS, "test")) + "\n")
        return 2
    settings: dict[str, str] = {}
    if typed[0] == "new":
        typed, settings = _apart(typed)
    return _parsed(typed, settings)


def _parsed(typed: list[str], settings: dict[str, str]) -> argparse.Namespace:
    whole = parser()
    commands = _commands(whole)
    command = commands.get(typed[0], whole)
    if typed[0] in WITH_A_FILE:
        for word in typed[1:]:
            if word.startswith("-") and "." in word.partition("=")[0]:
                command.refuse(starts_like_an_option(word))
    found, rest = whole.parse_known_args(typed, argparse.Namespace(settings=settings))
    if rest:
        others = {name: each.options() for name, each in commands.items() if each is not command}
        command.refuse(unknown(rest[0], command.options(), others))
    return found


def _commands(whole: Parser) -> dict[str, Parser]:
    (found,) = (action for action in whole._actions if isinstance(action, argparse._SubParsersAction))
    return dict(found.choices)


def _apart(words: list[str]) -> tuple[list[str], dict[str, str]]:
    """Return the words that `new` itself knows, and the settings of the new thing: --title "Our forum"."""
    ours: list[str] = []
    settings: dict[str, str] = {}
    rest = list(words)
    while rest:
        word = rest.pop(0)
        name, is_whole, value = word.partition("=")
        if not name.startswith("--") or name in ("--help", "--no-questions"):
            ours.append(word)
            continue
        if not is_whole:
            value = rest.pop(0) if rest and not rest[0].startswith("--") else ""
        if name in ("--group", "--file-name"):
            ours += [f"{name}={value}"] if value else [name]
        else:
            settings[name.removeprefix("--").replace("-", "_")] = value
    return ours, settings
