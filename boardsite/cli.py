"""The command line: arguments in, exit code out. 0 good, 1 content must be fixed, 2 command misused, 3 we broke."""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

from boardsite.commands.arguments import read
from boardsite.diagnostics import BoardsiteError
from boardsite.messages import publishing as messages

Work = Callable[[], int]  # a command with all that it needs; returns the exit code

# What is only for the eyes of editors never replaces the site of today unless the command names its folder.
LIVE, PREVIEW = "dist", "preview"


def main(arguments: Sequence[str] | None = None, apart: Callable[[Work], int] | None = None) -> int:
    """Run one command and return its exit code. What reads a whole site is done `apart`, where that is possible."""
    options = read(sys.argv[1:] if arguments is None else arguments)
    if isinstance(options, int):
        return options
    try:
        return _run(options, apart or _here)
    except BoardsiteError as problem:
        with suppress(OSError, ValueError):  # closed, or on a disk that is full
            sys.stderr.write(problem.sentence + "\n")
        return problem.status
    except KeyboardInterrupt:
        sys.stderr.write(messages.stopped(options.command))
        return 3
    except BrokenPipeError:
        return 3
    except Exception:
        return _broke()


def _run(options: argparse.Namespace, apart: Callable[[Work], int]) -> int:
    # Heavy imports wait until a command needs them: --help, mistakes and a build without news are answered at once.
    if options.command == "build":
        return _build(options, apart)
    from boardsite.model.assemble import Wishes
    from boardsite.pipeline import Order

    if options.command in ("due", "codeowners", "fetch", "import"):
        return _beside_the_build(options)
    if options.command == "new":
        return _new(options)
    if options.command == "changes":
        from boardsite.commands import changes

        return changes.run(Order(_root(), _moment(), _as_of(options.as_of)), options.old, options.new, options.format)
    if options.command == "poster":
        from boardsite.commands import poster

        order = Order(_root(), _moment(), _as_of(options.as_of), Wishes(base_url=_base_url(options.base_url)))
        return poster.run(order, poster.PosterOptions(options.sheet, options.month, options.out), os.environ)
    wishes = Wishes() if options.command == "serve" else Wishes(options.drafts, _base_url(options.base_url))
    order = Order(_root(), _moment(), _as_of(options.as_of), wishes)
    if options.command == "serve":
        from boardsite.commands import serve

        return serve.run(order, _port(options.port), _moment)

    def work() -> int:
        from boardsite.commands import check

        return check.run(order, is_strict=options.strict, form=options.format)

    return apart(work)


def _build(options: argparse.Namespace, apart: Callable[[Work], int]) -> int:
    from boardsite.commands import nothing_new

    root, moment = _root(), _moment()
    if options.out is not None and not options.out.strip():
        raise messages.out_empty()
    out = Path(options.out) if options.out else _beside(root, PREVIEW if options.as_of or options.drafts else LIVE)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = None if options.as_of or epoch else moment.timestamp()
    before = Path(options.before) if options.before else None
    seen = nothing_new.look(root, out, f"{sorted(vars(options).items())} {epoch}", before)
    said = nothing_new.answer(seen, now)
    if said is not None:
        return nothing_new.say(said)

    def work() -> int:
        from boardsite.commands import build
        from boardsite.model.assemble import Wishes
        from boardsite.pipeline import Order

        order = Order(root, moment, _as_of(options.as_of), Wishes(options.drafts, _base_url(options.base_url)))
        wanted = build.BuildOptions(out, options.strict, options.leave_out_broken, tuple(options.accept), before)
        return build.run(order, wanted, seen)

    return apart(work)


def _here(work: Work) -> int:
    return work()


def _beside_the_build(options: argparse.Namespace) -> int:
    """Run what makes no site: rights, timing, copies and files of other programs."""
    if options.command == "due":
        from boardsite.commands import due

        return due.run(Path(options.status), _moment())
    if options.command == "codeowners":
        from boardsite.commands import codeowners

        return codeowners.run(_root(), is_check=options.check)
    from boardsite.model.assemble import Wishes
    from boardsite.pipeline import Order

    if options.command == "fetch":
        from boardsite.commands import fetch

        asked = fetch.FetchOptions(options.dry_run, tuple(options.accept), options.format)
        return fetch.run(Order(_root(), _moment()), asked)
    from boardsite.commands import bring_in

    order = Order(_root(), _moment(), wishes=Wishes(shows_drafts=True))
    typed = bring_in.ImportOptions(Path(options.file), options.group, options.file_name, options.dry_run)
    return bring_in.run(order, typed)


def _new(options: argparse.Namespace) -> int:
    from boardsite.commands import new
    from boardsite.commands.questions import Terminal
    from boardsite.model.assemble import Wishes
    from boardsite.pipeline import Order

    asks = sys.stdin is not None and sys.stdin.isatty() and not options.no_questions
    wanted = new.NewOptions(options.kind, options.group, options.file_name, options.settings)
    order = Order(_root(), _moment(), wishes=Wishes(shows_drafts=True))
    return new.run(order, wanted, Terminal(sys.stdin, sys.stderr) if asks else None)


def _root() -> Path:
    """Return the folder of the site: the current one, or else the one around it, or the one that holds the program."""
    try:
        here = Path.cwd()
    except FileNotFoundError:
        raise messages.folder_gone() from None
    if (here / "content").is_dir():
        return here
    around = (folder for folder in here.parents if (folder / "content" / "site.yaml").is_file())
    program = Path(__file__).resolve().parents[1]
    root = next(around, program)
    if (root / "content").is_dir():
        return root
    raise messages.not_a_site(str(here))


def _beside(root: Path, name: str) -> Path:
    """Return where something of the site is put unless the command says so: a name alone where we are beside it."""
    return Path(name) if root == Path.cwd() else root / name


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
    from boardsite.diagnostics import Diagnostic, Location
    from boardsite.reading.located import RawText
    from boardsite.schema.kinds import Day

    found = Day().read(RawText(text, Location("")))
    if isinstance(found, Diagnostic):
        raise messages.as_of_unreadable(text, found.message, found.hint)
    assert isinstance(found, date)
    return found


def _base_url(text: str | None) -> str | None:
    if text is None:
        return None
    from boardsite.diagnostics import Location
    from boardsite.reading.located import RawText
    from boardsite.schema.kinds import BaseAddress

    found = BaseAddress().read(RawText(text, Location("")))
    if not isinstance(found, str):
        raise messages.base_url_unreadable(text)
    return found


def _port(text: str) -> int:
    if text.isascii() and text.isdigit() and int(text) <= 65535:
        return int(text)
    from boardsite.messages import serving

    raise serving.port_unreadable(text)


def _broke() -> int:
    """We broke, not the editor: one sentence, and the details in a file for the developers."""
    details = Path(".cache", "what-broke.txt")
    try:
        root = _root()
        details = details if root == Path.cwd() else root / details
        details.parent.mkdir(exist_ok=True)
        details.write_text(traceback.format_exc(), "utf-8")
        where = f"The details are in {details}; send that file to the developers."
    except (OSError, BoardsiteError):
        where = "Tell the developers what you did."
    sys.stderr.write(f"The program itself broke, which is not your fault. The published site is whole.\n{where}\n")
    return 3
