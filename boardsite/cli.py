"""The command line: arguments in, exit code out. 0 good, 1 content must be fixed, 2 command misused, 3 we broke."""

from __future__ import annotations

import argparse
import os
import re
import sys
import traceback
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NoReturn

from boardsite.diagnostics import BoardsiteError
from boardsite.messages import publishing as messages
from boardsite.text import nearest

COMMANDS = ("build", "check")


class _Parser(argparse.ArgumentParser):
    """argparse with our voice: one plain sentence, and exit code 2."""

    def error(self, message: str) -> NoReturn:
        sys.stderr.write(f"{_plain_words(message)}\nFor all that this command understands: build.py --help\n")
        raise SystemExit(2)


def _plain_words(message: str) -> str:
    if message.startswith("unrecognized arguments:"):
        odd = message.partition(": ")[2].split()[0]
        options = ("--out", "--as-of", "--strict", "--leave-out-broken", "--drafts", "--base-url", "--format", "--help")
        meant = nearest(odd, options) if odd.startswith("-") else None
        return f"This command does not know {odd}." + (f" Did you mean {meant}?" if meant else "")
    if "expected one argument" in message:
        return f"{message.split(':')[0].removeprefix('argument ')} wants a value behind it."
    choice = re.match(r"argument (\S+): invalid choice: '(.*)' \(choose from (.*)\)", message)
    if choice:
        known = choice[3].replace("'", "")
        return f"{choice[1]} does not take {choice[2]}. It takes one of {known}."
    return f"The command could not be understood: {message}."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help")):
        words.insert(0, "build")
    elif words[0] == "test":
        sys.stderr.write("Tests are run by build.py itself: python3 build.py test\n")
        return 2
    elif words[0] not in (*COMMANDS, "-h", "--help"):
        meant = nearest(words[0], (*COMMANDS, "test"))
        better = f"Did you mean {meant}?" if meant else f"The commands are {', '.join((*COMMANDS, 'test'))}."
        sys.stderr.write(f"There is no command {words[0]}. {better}\n")
        return 2
    try:
        return _run(_parser().parse_args(words))
    except BoardsiteError as problem:
        sys.stderr.write(problem.sentence + "\n")
        return problem.status
    except KeyboardInterrupt:
        sys.stderr.write("Stopped. The published site is whole: the old one, or the new one.\n")
        return 3
    except BrokenPipeError:
        return 3
    except Exception:
        return _broke()


def _parser() -> argparse.ArgumentParser:
    whole = _Parser(
        prog="build.py",
        description="Make the website of a safeguarding board and its local groups.",
        epilog="build.py build --help lists what a build can do.",
    )
    commands = whole.add_subparsers(dest="command", metavar="COMMAND", required=True, parser_class=_Parser)
    build = commands.add_parser("build", help="make the site (what happens without a command)")
    build.add_argument("--out", default="dist", metavar="DIR", help="the folder for the finished site (dist)")
    build.add_argument(
        "--leave-out-broken", action="store_true", help="publish without news and events that are broken"
    )
    check = commands.add_parser("check", help="say what must be fixed, and write nothing")
    forms = ("text", "json", "github")
    check.add_argument("--format", choices=forms, default="text", help="how to say it: text, json or github")
    for command in (build, check):
        command.add_argument("--as-of", metavar="DATE", help="make the site as it is on that day: 2016-06-27")
        command.add_argument("--strict", action="store_true", help="stop for things to look at, too")
        command.add_argument("--drafts", action="store_true", help="show drafts and news that waits for its day")
        command.add_argument("--base-url", metavar="ADDRESS", help="the public address of the site")
    commands.add_parser("test", help="run the tests (build.py test does this before we are asked)")
    return whole


def _run(options: argparse.Namespace) -> int:
    # Heavy imports wait until a command needs them: --help and mistakes are answered at once.
    from boardsite.model.assemble import Wishes
    from boardsite.pipeline import Order

    root = _root()
    order = Order(root, _moment(), _as_of(options.as_of), Wishes(options.drafts, _base_url(options.base_url)))
    if options.command == "check":
        from boardsite.commands import check

        return check.run(order, is_strict=options.strict, form=options.format)
    from boardsite.commands import build

    return build.run(order, build.BuildOptions(Path(options.out), options.strict, options.leave_out_broken))


def _root() -> Path:
    """Return the folder of the site: the current one, or else the one that holds the program."""
    for folder in (Path.cwd(), Path(__file__).resolve().parents[1]):
        if (folder / "content").is_dir():
            return folder
    raise messages.not_a_site(str(Path.cwd()))


def _moment() -> datetime:
    """Return the moment of the build: SOURCE_DATE_EPOCH where it is set, else now."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not epoch:
        return datetime.now(UTC)
    try:
        moment = datetime.fromtimestamp(int(epoch), UTC)
        if not 1970 <= moment.year <= 2200:
            raise ValueError(epoch)
        return moment
    except (ValueError, OverflowError, OSError):
        raise messages.epoch_unreadable(epoch) from None


def _as_of(text: str | None) -> date | None:
    if text is None:
        return None
    from boardsite.schema.dates import Misread, read_date

    found = read_date(text)
    if isinstance(found, Misread):
        raise messages.as_of_unreadable(text)
    return found


def _base_url(text: str | None) -> str | None:
    if text is None or text == "":
        return text
    from boardsite.diagnostics import Location
    from boardsite.reading.located import RawText
    from boardsite.schema.kinds import BaseAddress

    found = BaseAddress().read(RawText(text, Location("")))
    if not isinstance(found, str):
        raise messages.base_url_unreadable(text)
    return found


def _broke() -> int:
    """We broke, not the editor: one sentence, and the details in a file for the developers."""
    details = Path(".cache", "what-broke.txt")
    try:
        details.parent.mkdir(exist_ok=True)
        details.write_text(traceback.format_exc(), "utf-8")
        where = f"The details are in {details}; send that file to the developers."
    except OSError:
        where = "Tell the developers what you did."
    sys.stderr.write(f"The program itself broke, which is not your fault. The published site is whole.\n{where}\n")
    return 3
