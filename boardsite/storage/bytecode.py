"""Compiled templates, kept where Python keeps our own compiled modules, and trusted for the same reason.

Bytecode is code that runs, so it has no place in the cache, which may come from another machine. Whoever can write
beside our modules can change these, too. Each file carries a digest: one that is damaged, or was made by another
program, from another text or by another Python, is compiled again. Nothing is written where Python would not.
"""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType

from boardsite.digest import SIZE, digest

_DIGITS = 4  # hexadecimal, of a name: there are never more files than these count


def kept(name: str, mark: bytes) -> CodeType | None:
    """Return what was kept under a name (hexadecimal) and a mark of all that it is made of, or None."""
    try:
        content = _file(name).read_bytes()
    except OSError:
        return None
    if content[:SIZE] != digest((mark, content[SIZE:])):
        return None
    found = marshal.loads(content[SIZE:])  # noqa: S302 - whole, and as trusted as a module's
    return found if isinstance(found, CodeType) else None


def keep(name: str, mark: bytes, code: CodeType) -> None:
    """Keep compiled code under a name and a mark, in the place of what had this name."""
    if sys.dont_write_bytecode:
        return
    file, content = _file(name), marshal.dumps(code)
    new = file.with_name(f"{file.name}.{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            new.write_bytes(digest((mark, content)) + content)
            new.replace(file)
        except BaseException:
            new.unlink(missing_ok=True)
            raise


def _file(name: str) -> Path:
    module = Path(cache_from_source(__file__))
    return module.with_name(f"template-{name[:_DIGITS]}.{sys.implementation.cache_tag}.bin")
