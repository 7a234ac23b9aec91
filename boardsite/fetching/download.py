"""An address to the bytes of a calendar: redirects, each judged anew, what the server says, packed content."""

from __future__ import annotations

import zlib
from functools import partial

from boardsite.fetching import limits
from boardsite.fetching.addresses import Goal, goal_after, goal_of
from boardsite.fetching.internet import Answer, Internet
from boardsite.fetching.troubles import Unfetched
from boardsite.messages import fetching as messages

_REDIRECTS = {301, 302, 303, 307, 308}
_GZIP = 16 + zlib.MAX_WBITS


def download(address: str, internet: Internet) -> bytes:
    """Return what is at an address, or raise Unfetched. All redirects together have one deadline."""
    goal = goal_of(address)
    if goal is None:
        raise Unfetched("refused", partial(messages.not_https, address=address))
    deadline = internet.deadline()
    for _ in range(limits.MOST_REDIRECTS + 1):
        answer = internet.ask(goal, deadline)
        if answer.status not in _REDIRECTS:
            return _content(answer, goal)
        onward = goal_after(goal, answer.location)
        if onward is None:
            raise Unfetched("refused", partial(messages.leads_elsewhere, host=goal.host, found=answer.location))
        goal = onward
    raise Unfetched("unreachable", partial(messages.too_many_redirects, host=goal.host, most=limits.MOST_REDIRECTS))


def _content(answer: Answer, goal: Goal) -> bytes:
    if answer.status != 200:
        raise Unfetched("unreachable", partial(messages.said_no, host=goal.host, status=answer.status))
    if not answer.is_whole:
        raise _too_large()
    if answer.is_cut:
        raise Unfetched("unreachable", partial(messages.cut_off, host=goal.host))
    if answer.encoding in ("", "identity"):
        return answer.content
    if answer.encoding not in ("gzip", "x-gzip"):
        raise Unfetched("unreachable", partial(messages.packed_oddly, host=goal.host, found=answer.encoding))
    unpacker = zlib.decompressobj(_GZIP)
    try:
        content = unpacker.decompress(answer.content, limits.MOST_BYTES + 1)
    except zlib.error:
        raise Unfetched("unreachable", partial(messages.cut_off, host=goal.host)) from None
    if len(content) > limits.MOST_BYTES:
        raise _too_large()
    if not unpacker.eof:
        raise Unfetched("unreachable", partial(messages.cut_off, host=goal.host))
    return content


def _too_large() -> Unfetched:
    return Unfetched("refused", partial(messages.too_large, most=limits.MOST_BYTES))
