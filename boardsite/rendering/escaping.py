"""Templates compiled so that what they put out is escaped without a detour.

Jinja escapes each output into a `Markup`, a text that says of itself that it is safe, and then joins all of them to a
plain one: half a million objects for a medium site, of which nobody asks anything. Here an output is escaped into a
plain text at once. The bytes are the same (tests/rendering/test_escaping.py). Jinja has a hook for the class that
writes the code, and none for this line of it, so a private method is replaced: the pin of Jinja and the test go
together.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import markupsafe
from jinja2 import Environment
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

_plain_escaped: Callable[[Any], str] = markupsafe._escape_inner  # type: ignore[attr-defined]


def escaped(value: Any) -> str:
    """Return what stands in a page for a value: escaped, unless it says of itself that it is safe."""
    kind = type(value)
    if kind is str:
        return _plain_escaped(value)
    found: str = value if kind is Markup else escape(value)
    return found


class _Writer(CodeGenerator):
    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.escaped(")


class _Context(Context):
    def call(self, called: Callable[..., Any], /, *given: Any, **named: Any) -> Any:
        """Call what a template calls: a macro at once, all else as Jinja does, which looks at it from all sides."""
        if type(called) is not Macro:
            return super().call(called, *given, **named)
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        return called(self.eval_ctx, *given, **named)


class PlainEnvironment(Environment):
    """An environment whose templates put out plain texts."""

    code_generator_class = _Writer
    context_class = _Context
    escaped = staticmethod(escaped)
