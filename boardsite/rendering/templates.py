"""The theme's templates and the few filters they have; the only place where text becomes safe HTML.

Templates come in memory, are strict about names they do not know, and escape everything. A mistake in the theme
becomes a diagnostic with the template's line. Filters write a site address as a token; when the page is finished, each
token becomes the address as seen from that page, and the addresses are noted, so that every link can be checked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import partial

from jinja2 import (
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    pass_context,
)
from jinja2.runtime import Context, Macro
from markupsafe import Markup

from boardsite.clock import clock_time, long_date, short_date
from boardsite.dataclass import dataclass
from boardsite.diagnostics import Diagnostic, Location
from boardsite.messages import theme as messages
from boardsite.model.entities import RichText
from boardsite.model.routes import NOT_FOUND
from boardsite.pages.frame import View
from boardsite.pages.structured_data import PageData
from boardsite.reading.sources import SourceFile
from boardsite.rendering.addresses import fill, token
from boardsite.rendering.artifact import Artifact
from boardsite.rendering.assets import TEMPLATES, script_addresses
from boardsite.rendering.compiled import Compiled
from boardsite.rendering.escaping import PlainEnvironment
from boardsite.rendering.examples import Example, set_apart
from boardsite.rendering.json_ld import json_ld
from boardsite.rendering.qr_codes import qr_code
from boardsite.rendering.rich import rich_html
from boardsite.schema.phones import phone_link
from boardsite.text import count

MOST_MADE_ONCE = 1_000


# All that an expression of a template can raise: a wrong name or kind, a division by nothing, a macro without end.
_STUMBLES = (TemplateError, TypeError, ValueError, AttributeError, LookupError, ArithmeticError, RecursionError)


class _NoScriptError(Exception):
    """A template asks for a script that is not there."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The compiled templates."""

    environment: Environment

    @classmethod
    def of(cls, files: Iterable[SourceFile], engine: bytes = b"", *, keeps_names: bool = False) -> Theme:
        """Return the theme of the files below theme/: its templates, and the names of its scripts.

        With a mark of this program, `engine`, compiled templates are kept for its next process. `keeps_names` is that
        of `assets.bundle`.
        """
        files = tuple(files)
        texts = {
            source.path.removeprefix(TEMPLATES): source.content.decode("utf-8", "replace")
            for source in files
            if source.path.startswith(TEMPLATES)
        }

        def load(name: str) -> tuple[str, str, None] | None:
            return (texts[name], TEMPLATES + name, None) if name in texts else None

        environment = PlainEnvironment(
            loader=FunctionLoader(load),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=Compiled(engine),
        )
        environment.globals.clear()
        environment.filters.update(_FILTERS, once=_Once())
        scripts = script_addresses(files, keeps_names=keeps_names)
        environment.filters["script"] = pass_context(partial(_script, scripts))
        environment.filters["example"] = partial(_example, environment)
        return cls(environment)

    def artifact(self, view: View) -> Artifact | Diagnostic:
        """Return the page of a view, or what is wrong with its template."""
        head, chrome = view.head, view.head.chrome
        try:
            template = self.environment.get_template(head.template)
            html = template.render(page=head, view=view, chrome=chrome)
        except TemplateNotFound as problem:
            return messages.template_missing(Location(TEMPLATES + str(problem)))
        except TemplateSyntaxError as problem:
            name = problem.name or head.template
            return messages.template_broken(Location(TEMPLATES + name, problem.lineno), str(problem))
        except _NoScriptError as problem:
            return messages.script_missing(_place(problem, head.template), str(problem))
        except _STUMBLES as problem:
            return messages.template_stopped(_place(problem, head.template), str(problem), head.address)
        # The page for addresses that lead nowhere is shown at any depth, so its links begin at the public address.
        here = chrome.base_path + head.address if head.address == NOT_FOUND else head.address
        whole, links = fill(html.rstrip() + "\n", here)
        return Artifact(head.address, whole.encode("utf-8"), links)


def _place(problem: BaseException, name: str) -> Location:
    """Jinja rewrites the traceback so that its frames name the templates and their lines; the innermost counts."""
    found = Location(TEMPLATES + name)
    step = problem.__traceback__
    while step is not None:
        filename = step.tb_frame.f_code.co_filename
        if filename.startswith(TEMPLATES):
            found = Location(filename, step.tb_lineno)
        step = step.tb_next
    return found


class _Once:
    """What macros have made of values: the furniture is the same on thousands of pages.

    A macro of another file, imported without context, sees what it is given and nothing else. Values, which are frozen,
    are told apart by who they are, texts by what they say.
    """

    def __init__(self) -> None:
        self._made: dict[object, tuple[object, str]] = {}

    def __call__(self, macro: Macro, *given: object, **named: object) -> str:
        """Return what a macro makes of values, as HTML that it may have made before."""
        values = (*given, *named.values())
        key = (macro, tuple(named), tuple(each if type(each) is str else id(each) for each in values))
        known = self._made.get(key)
        if known is None:
            if len(self._made) >= MOST_MADE_ONCE:
                self._made.clear()
            known = self._made[key] = (values, macro(*given, **named))  # while these live, nothing else is who they are
        return known[1]


def _script(addresses: Mapping[str, str], _context: Context, name: str) -> str:
    """Return the address of a script by its name below theme/js.

    It differs when the script does, so it must not become a part of the compiled template, as what other filters make
    of a constant does. Jinja asks again each time where a filter is given the context.
    """
    if name not in addresses:
        raise _NoScriptError(name)
    return addresses[name]


def _example(environment: Environment, example: Example, key: str) -> Markup:
    """Return an example of a component, for the page of components."""
    macro = getattr(environment.get_template(f"components/{example.component}.html").module, example.component)
    options = {name: _rich(value) if isinstance(value, RichText) else value for name, value in example.options}
    return Markup(set_apart(macro(**options), key))  # noqa: S704  (a template's own, escaped HTML)


def _rich(text: RichText) -> Markup:
    return Markup(rich_html(text, token))  # noqa: S704  (cleaned by markup.clean; addresses are escaped in rich_html)


def _json_ld(data: PageData) -> Markup:
    return Markup(json_ld(data))  # noqa: S704  (json_ld lets nothing break out of its element)


def _qr_code(address: str) -> Markup:
    return Markup(qr_code(address))  # noqa: S704  (figures of our own, and the address is escaped in qr_code)


def _iso(moment: date) -> str:
    """Return the machine form of a day or of an aware moment."""
    if isinstance(moment, datetime):
        return moment.isoformat(timespec="seconds")
    return moment.isoformat()


_FILTERS = {
    "href": token,
    "rich": _rich,
    "long_date": long_date,
    "short_date": short_date,
    "clock_time": clock_time,
    "iso": _iso,
    "phone_link": phone_link,
    "count": count,
    "json_ld": _json_ld,
    "qr_code": _qr_code,
}
