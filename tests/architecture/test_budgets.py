"""Small files of one idea, small functions, names that say something, and one place that makes safe HTML."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.architecture.source_tree import ROOT, dotted, modules

FILE_LINES, FUNCTION_LINES = 300, 40
EXEMPT = "boardsite/messages/"  # sentences, one after the other
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "core", "base", "misc", "lib", "shared", "tools"}
SAFE_HTML = "boardsite/rendering/templates.py"
_TEMPLATE_TAG = re.compile(r"\{%-?\s*(include|extends|import|from)\s+(.*?)-?%\}", re.S)
_LITERAL = re.compile(r"""(["'])[a-z0-9_/.-]+\1(\s*$|\s+(as|import|with|without)\b)""")
_UNESCAPED = re.compile(r"\|\s*safe\b|\{%-?\s*autoescape\s+false")


def long_files(root: Path) -> list[str]:
    """Find files over the budget, build.py among them."""
    door = root / "build.py"
    counted = [(module.path, module.lines) for module in modules(root)]
    if door.exists():
        counted.append((door.name, len(door.read_text(encoding="utf-8").splitlines())))
    return [f"{path}: {lines} lines" for path, lines in counted if lines > FILE_LINES]


def long_functions(root: Path) -> list[str]:
    """Find functions over the budget; the docstring does not count."""
    found = []
    for module in modules(root):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not module.path.startswith(EXEMPT):
                doc = node.body[0] if ast.get_docstring(node) else None
                lines = (node.end_lineno or 0) - node.lineno + 1
                lines -= (doc.end_lineno or 0) - doc.lineno + 1 if doc else 0
                if lines > FUNCTION_LINES:
                    found.append(f"{module.path}:{node.lineno}: {node.name} has {lines} lines")
    return found


def empty_names(root: Path) -> list[str]:
    """Find modules and folders whose name says nothing about what is inside."""
    return [module.path for module in modules(root) if EMPTY_NAMES & set(module.name.split("."))]


def missing_docstrings(root: Path) -> list[str]:
    """Find modules that do not say what they are for."""
    return [module.path for module in modules(root) if module.tree.body and not ast.get_docstring(module.tree)]


def safe_html_elsewhere(root: Path) -> list[str]:
    """Find Markup( outside the one module that may declare HTML safe."""
    return [
        f"{module.path}:{node.lineno}"
        for module in modules(root)
        if module.path != SAFE_HTML
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and dotted(node.func).split(".")[-1] == "Markup"
    ]


def template_faults(root: Path) -> list[str]:
    """Find `|safe`, autoescape off, and template names that are worked out: their closure could not be known."""
    found = []
    for path in sorted((root / "theme").rglob("*.html")) + sorted((root / "theme").rglob("*.jinja*")):
        text = path.read_text(encoding="utf-8")
        where = path.relative_to(root).as_posix()
        found += [f"{where}: {match[0].strip()}" for match in _UNESCAPED.finditer(text)]
        tags = _TEMPLATE_TAG.finditer(text)
        found += [f"{where}: {tag[0]} is not a literal name" for tag in tags if not _LITERAL.match(tag[2])]
    return found


Check = Callable[[Path], list[str]]
CHECKS: tuple[Check, ...] = (
    long_files, long_functions, empty_names, missing_docstrings, safe_html_elsewhere, template_faults,
)  # fmt: skip


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_the_project_keeps_to(check: Check) -> None:
    assert check(ROOT) == []


def _short(value: object) -> str:
    return getattr(value, "__name__", str(value)[:40])


_LONG_BODY = "def f():\n" + "    x = 1\n" * FUNCTION_LINES


@pytest.mark.parametrize(
    ("check", "path", "text"),
    [
        (long_files, "boardsite/model/routes.py", "x = 1\n" * (FILE_LINES + 1)),
        (long_files, "build.py", "x = 1\n" * (FILE_LINES + 1)),
        (long_files, "boardsite/messages/news.py", "x = 1\n" * (FILE_LINES + 1)),
        (long_functions, "boardsite/model/routes.py", _LONG_BODY),
        (long_functions, "boardsite/model/routes.py", f"class A:\n{_LONG_BODY.replace('def', '  def', 1)}"),
        (empty_names, "boardsite/utils.py", ""),
        (empty_names, "boardsite/model/helpers.py", ""),
        (empty_names, "boardsite/core/routes.py", ""),
        (missing_docstrings, "boardsite/model/routes.py", "x = 1"),
        (safe_html_elsewhere, "boardsite/pages/home.py", "from markupsafe import Markup\nMarkup('<b>')"),
        (safe_html_elsewhere, "boardsite/pages/home.py", "import markupsafe\nmarkupsafe.Markup('<b>')"),
        (template_faults, "theme/templates/pages/home.html", "{{ page.body | safe }}"),
        (template_faults, "theme/templates/pages/home.html", "{{ page.body|safe }}"),
        (template_faults, "theme/templates/pages/home.html", "{% autoescape false %}"),
        (template_faults, "theme/templates/pages/home.html", "{% include page.kind %}"),
        (template_faults, "theme/templates/pages/home.html", "{%- include 'components/' ~ page.kind -%}"),
        (template_faults, "theme/templates/pages/home.html", "{% extends layout %}"),
        (template_faults, "theme/templates/pages/home.html", "{% from [a, b] import tag %}"),
    ],
    ids=_short,
)
def test_a_planted_fault_is_found(check: Check, path: str, text: str, tmp_path: Path) -> None:
    _plant(tmp_path, path, text)
    (finding,) = check(tmp_path)
    assert finding.startswith(path)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("boardsite/model/routes.py", '"""Routes."""\ndef f():\n    """Do.' + "\n" * 50 + '"""\n    return 1\n'),
        (SAFE_HTML, '"""Templates."""\nfrom markupsafe import Markup\nMarkup("<b>")'),
        ("theme/templates/pages/home.html", '{% extends "layouts/page.html" %}{% import "a/b.html" as b %}'),
        ("theme/templates/pages/home.html", '{% from "a/b.html" import tag with context %}'),
        ("theme/templates/pages/home.html", "{%- include 'components/tag.html' -%} {{ safe_word }}"),
        ("boardsite/__init__.py", ""),
    ],
    ids=_short,
)
def test_what_is_allowed_is_not_found(path: str, text: str, tmp_path: Path) -> None:
    _plant(tmp_path, path, text)
    assert [finding for check in CHECKS for finding in check(tmp_path)] == []


def _plant(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text)
