"""The package's own source, read for the tests of this folder: modules, imports, calls. Nothing is imported."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Module:
    """One Python file: its dotted name (`boardsite.model.routes`), its path under the root, its lines and tree."""

    name: str
    path: str
    lines: int
    tree: ast.Module
    is_package: bool


def modules(root: Path, package: str = "boardsite") -> list[Module]:
    """Return every module of the package under `root`."""
    found = []
    for path in sorted((root / package).rglob("*.py")):
        inside = path.relative_to(root)
        parts = inside.with_suffix("").parts
        is_package = parts[-1] == "__init__"
        name = ".".join(parts[:-1] if is_package else parts)
        text = path.read_text(encoding="utf-8")
        tree = ast.parse(text, str(inside))
        found.append(Module(name, inside.as_posix(), len(text.splitlines()), tree, is_package))
    return found


def imports(module: Module, known: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Yield (line, dotted name) of what a module imports; `from a import b` is `a.b` where that is a module."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            start = _absolute(module, node)
            for alias in node.names:
                whole = f"{start}.{alias.name}"
                yield node.lineno, whole if whole in known else start


def dotted(node: ast.expr) -> str:
    """Return `a.b.c` for such an expression; a call on the way counts as a name (`Path(x).open` is `Path.open`)."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        start = dotted(node.value)
        return f"{start}.{node.attr}" if start else f"?.{node.attr}"
    if isinstance(node, ast.Call):
        return dotted(node.func)
    return ""


def _absolute(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    home = module.name.split(".")
    home = home[: len(home) - node.level + module.is_package]
    return ".".join([*home, node.module] if node.module else home)
