"""A plain sentence for what was mistyped behind build.py: argparse's words in ours, and what was probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from boardsite.text import listed, nearest

_EXAMPLES = dict.fromkeys(("OLD and NEW", "NEW"), "build.py changes main HEAD")


def no_such_command(typed: str, known: Iterable[str]) -> str:
    """Return the sentence for a first word that is no command."""
    names = tuple(known)
    meant = nearest(typed, names)
    better = f"Did you mean {meant}?" if meant else f"The commands are {', '.join(names)}."
    return f"There is no command {shown(typed)}. {better}"


def unknown(word: str, own: Iterable[str], others: Mapping[str, Iterable[str]]) -> str:
    """Return the sentence for a word that a command with its `own` options does not know; `others` are by command."""
    name, is_whole, _ = word.partition("=")
    known = tuple(own)
    if not name.startswith("-"):
        more = f" For a group write --group {shown(word)}; put several words in quotes." if "--group" in known else ""
        return f"This command does not know {shown(word)}.{more}"
    if is_whole and name in known:
        return f"{name} takes no value: leave {shown(word[len(name) :])} out."
    users = [command for command, options in others.items() if name in options]
    if users:
        return f"This command does not know {name}: that belongs to {listed(users)}."
    begun = [option for option in known if option.startswith(name)] if name.startswith("--") else []
    meant = begun[0] if len(begun) == 1 else nearest(name, known)
    return f"This command does not know {shown(name)}." + (f" Did you mean {meant}?" if meant else "")


def starts_like_an_option(name: str) -> str:
    """Return the sentence for the name of a file that begins with a hyphen."""
    return f"{shown(name)} looks like an option. Is it a file? Then write ./{shown(name)}."


def plain_words(message: str) -> str:
    """Return in our words what argparse says."""
    ignored = re.match(r"argument (\S+): ignored explicit argument", message)
    if ignored:
        return f"{ignored[1].split('/')[-1]} takes no value: leave what stands behind it out."
    if "expected one argument" in message:
        return f"{message.split(':')[0].removeprefix('argument ')} wants a value behind it."
    choice = re.match(r"argument (\S+): invalid choice: '(.*)' \(choose from (.*)\)", message, re.S)
    if choice:
        known = choice[3].replace("'", "")
        return f"{choice[1]} does not take {shown(choice[2])}. It takes one of {known}."
    lacking = re.match(r"the following arguments are required: (.*)", message)
    if lacking:
        names = listed(lacking[1].split(", "))
        example = f", for example {_EXAMPLES[names]}" if names in _EXAMPLES else ""
        return f"This command wants {names} behind it{example}."
    return f"The command could not be understood: {shown(message)}."


def shown(typed: str) -> str:
    """Return what was typed as it can be shown: nothing at all as \"\", and no letters that steer a terminal."""
    text = typed.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text) or '""'
