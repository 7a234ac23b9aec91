"""Disk, clock, environment, network, terminal and chance are met only behind the doors named here."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.source_tree import ROOT, Module, dotted, modules

DOORS = (
    "boardsite/patience.py",
    "boardsite/reading/looking.py",
    "boardsite/reading/sources.py",
    "boardsite/reading/ignored.py",
    "boardsite/storage/",
    "boardsite/publishing/",
    "boardsite/serving/",
    "boardsite/importing/",
    "boardsite/fetching/internet.py",
    "boardsite/fetching/copies.py",
    "boardsite/commands/",
    "boardsite/reporting.py",
    "boardsite/cli.py",
    "boardsite/__main__.py",
)
# The network has doors of its own, and few: one that asks, and the preview server.
NETWORK_DOORS = ("boardsite/fetching/internet.py", "boardsite/serving/")
MODULES = {
    "network": {
        "socket", "ssl", "urllib.request", "http", "ftplib", "smtplib", "poplib", "imaplib", "telnetlib", "nntplib",
        "asyncio", "socketserver", "xmlrpc", "requests", "httpx", "urllib3", "aiohttp", "_socket",
    },
    "disk": {"shutil", "tempfile", "glob", "fileinput", "mmap", "sqlite3", "dbm"},
    "processes": {"subprocess", "multiprocessing", "threading", "concurrent", "signal"},
    "chance": {"random", "secrets"},
}
NAMES = {
    "disk": {"open", "io.open", "os.open", "Path.cwd", "Path.home"},
    "clock": {
        "datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.time_ns",
        "time.monotonic", "time.localtime", "time.gmtime", "time.strftime", "time.perf_counter", "time.sleep",
    },
    "environment": {"os.environ", "os.getenv", "os.getcwd", "os.getpid", "sys.argv", "locale.getlocale"},
    "terminal": {"print", "input", "sys.stdout", "sys.stderr", "sys.stdin", "breakpoint", "sys.exit"},
    "chance": {"uuid.uuid1", "uuid.uuid4", "uuid1", "uuid4", "os.urandom", "hash"},
}  # fmt: skip
# Of a path, whatever it hangs on: `here.read_text()`, `Path(x).stat()`.
METHODS = {
    "read_text", "read_bytes", "write_text", "write_bytes", "iterdir", "rglob", "glob", "mkdir", "unlink", "rmdir",
    "touch", "exists", "is_file", "is_dir", "stat", "lstat", "symlink_to", "hardlink_to", "rename", "chmod",
}  # fmt: skip
PATH_OF_OS = {"getcwd", "listdir", "scandir", "walk", "remove", "replace", "makedirs", "link", "symlink", "fsync"}


def doors_passed(root: Path) -> list[str]:
    """Return one line for each use of the world outside that is not behind a door."""
    return [
        f"{module.path}:{line}: {what}"
        for module in modules(root)
        for line, what in sorted(set(_uses(module)))
        if not module.path.startswith(NETWORK_DOORS if what.startswith("network") else DOORS)
    ]


def _uses(module: Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, w) for alias in node.names if (w := _module(alias.name)))
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
            yield from ((node.lineno, w) for name in names if (w := _module(name) or _name(name)))
        elif isinstance(node, ast.Attribute | ast.Name):
            name = dotted(node)
            if what := _name(name):
                yield node.lineno, what
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in METHODS:
            yield node.lineno, f"disk ({dotted(node.func)})"


def _module(name: str) -> str:
    for what, names in MODULES.items():
        if any(name == each or name.startswith(each + ".") for each in names):
            return f"{what} ({name})"
    return ""


def _name(name: str) -> str:
    """Return what a dotted name reaches for; `datetime.datetime.now` and `dt.datetime.now` are `datetime.now`."""
    last_two = ".".join(name.split(".")[-2:])
    for what, names in NAMES.items():
        if name in names or last_two in names:
            return f"{what} ({name})"
    if name.startswith(("os.path.", "os.")) and name.split(".")[-1] in PATH_OF_OS | METHODS:
        return f"disk ({name})"
    return ""


def test_the_outside_world_is_met_only_at_the_doors() -> None:
    assert doors_passed(ROOT) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("def f(p): return open(p)", "disk (open)"),
        ("from pathlib import Path\nPath('x').read_text()", "disk (Path.read_text)"),
        ("def f(here): return here.stat().st_mtime", "disk (here.stat)"),
        ("def f(folder): return (folder / 'x').read_bytes()", "disk (?.read_bytes)"),
        ("import os\nos.listdir('.')", "disk (os.listdir)"),
        ("import os\nos.path.exists('x')", "disk (os.path.exists)"),
        ("import shutil", "disk (shutil)"),
        ("from datetime import datetime, UTC\ndatetime.now(UTC)", "clock (datetime.now)"),
        ("import datetime\ndatetime.date.today()", "clock (datetime.date.today)"),
        ("from time import time", "clock (time.time)"),
        ("import os\nos.environ['X']", "environment (os.environ)"),
        ("from os import environ", "environment (os.environ)"),
        ("import socket", "network (socket)"),
        ("from urllib.request import urlopen", "network (urllib.request)"),
        ("from http.server import HTTPServer", "network (http.server)"),
        ("print('x')", "terminal (print)"),
        ("import sys\nsys.stdout.write('x')", "terminal (sys.stdout)"),
        ("import random", "chance (random)"),
        ("from uuid import uuid4", "chance (uuid.uuid4)"),
        ("import subprocess", "processes (subprocess)"),
    ],
)
def test_a_planted_use_is_found(tmp_path: Path, text: str, what: str) -> None:
    _plant(tmp_path, "model/routes.py", text)
    assert what in [finding.partition(": ")[2] for finding in doors_passed(tmp_path)]


@pytest.mark.parametrize("path", ["commands/fetch.py", "fetching/update.py", "reading/sources.py", "cli.py"])
@pytest.mark.parametrize("text", ["import socket", "from http.client import HTTPSConnection", "import urllib.request"])
def test_behind_other_doors_there_is_no_network(tmp_path: Path, path: str, text: str) -> None:
    _plant(tmp_path, path, text)
    assert [finding for finding in doors_passed(tmp_path) if ": network" in finding]


@pytest.mark.parametrize("path", ["fetching/internet.py", "serving/server.py"])
def test_the_doors_to_the_network_are_open(tmp_path: Path, path: str) -> None:
    _plant(tmp_path, path, "import socket, ssl, http.client")
    assert doors_passed(tmp_path) == []


@pytest.mark.parametrize("path", ["reading/sources.py", "storage/cache.py", "commands/build.py", "cli.py"])
def test_behind_a_door_the_same_is_right(tmp_path: Path, path: str) -> None:
    _plant(tmp_path, path, "import os, shutil, random\nprint(open('x'), os.environ)")
    assert doors_passed(tmp_path) == []


def test_pure_code_passes(tmp_path: Path) -> None:
    pure = """
from datetime import datetime, UTC
from pathlib import PurePosixPath
from urllib.parse import quote
from uuid import UUID, uuid5
def f(moment, text): return datetime.fromisoformat(text), moment.time(), text.replace("a", "b"), quote(text)
"""
    _plant(tmp_path, "model/routes.py", pure)
    assert doors_passed(tmp_path) == []


def _plant(root: Path, path: str, text: str) -> None:
    file = root / "boardsite" / path
    file.parent.mkdir(parents=True)
    file.write_text(text)
