"""The inline pass of Python-Markdown without the patterns that cannot match.

A pattern is tried only where a text that every match of it contains is there, and a link by name (`[words][name]`) only
where some name is defined. The output is the same to the letter (tests/markup/test_inline.py); a pattern that is not
listed, or reads differently than here, is always tried. The pass has no public hook for this, so a private method is
replaced: the pin of Markdown and the test go together.
"""

from __future__ import annotations

from markdown import Markdown, inlinepatterns
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

# name → the expression it is known by, and the texts of which a match contains at least one
_TRIGGERS = {
    "backtick": (inlinepatterns.BACKTICK_RE, ("`",)),
    "escape": (inlinepatterns.ESCAPE_RE, ("\\",)),
    "reference": (inlinepatterns.REFERENCE_RE, ("[",)),
    "link": (inlinepatterns.LINK_RE, ("[",)),
    "image_link": (inlinepatterns.IMAGE_LINK_RE, ("![",)),
    "image_reference": (inlinepatterns.IMAGE_REFERENCE_RE, ("![",)),
    "short_reference": (inlinepatterns.REFERENCE_RE, ("[",)),
    "short_image_ref": (inlinepatterns.IMAGE_REFERENCE_RE, ("![",)),
    "autolink": (inlinepatterns.AUTOLINK_RE, ("://",)),
    "automail": (inlinepatterns.AUTOMAIL_RE, ("@",)),
    "linebreak": (inlinepatterns.LINE_BREAK_RE, ("  \n",)),
    "html": (inlinepatterns.HTML_RE, ("<",)),
    "entity": (inlinepatterns.ENTITY_RE, ("&",)),
    "em_strong": (r"\*|_", ("*", "_")),
}
# These read through the brackets, and then let go of all but the names that are defined.
_BY_NAME = {
    inlinepatterns.ReferenceInlineProcessor,
    inlinepatterns.ImageReferenceInlineProcessor,
    inlinepatterns.ShortReferenceInlineProcessor,
    inlinepatterns.ShortImageReferenceInlineProcessor,
}


class QuickInlineProcessor(InlineProcessor):
    """The inline pass, with the texts to look for before each pattern."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._triggers: list[tuple[str, ...]] = [("",) for _ in md.inlinePatterns]
        for name, (expression, triggers) in _TRIGGERS.items():
            if name in md.inlinePatterns and md.inlinePatterns[name].pattern == expression:
                self._triggers[md.inlinePatterns.get_index_for_name(name)] = triggers
        self._nameless: list[tuple[str, ...]] = [
            () if type(pattern) in _BY_NAME else triggers
            for pattern, triggers in zip(md.inlinePatterns, self._triggers, strict=True)
        ]
        self._any = list(dict.fromkeys(trigger for triggers in self._triggers for trigger in triggers))

    def _InlineProcessor__handleInline(self, data: str, at: int = 0) -> str:  # noqa: N802
        """Return a line with placeholders for what its patterns matched, as the method it replaces does."""
        if isinstance(data, AtomicString):
            return data
        for trigger in self._any:
            if trigger in data:
                break
        else:  # most lines have none of these
            return data
        start, triggers = 0, self._triggers if self.md.references else self._nameless
        while at < len(triggers):
            for trigger in triggers[at]:
                if trigger in data:
                    break
            else:
                at, start = at + 1, 0
                continue
            data, matched, start = self._InlineProcessor__applyPattern(  # type: ignore[attr-defined]
                self.inlinePatterns[at], data, at, start
            )
            if not matched:
                at += 1
        return data


def quicken(md: Markdown) -> None:
    """Put the quick pass in the place of the slow one."""
    md.treeprocessors.register(QuickInlineProcessor(md), "inline", 20)
