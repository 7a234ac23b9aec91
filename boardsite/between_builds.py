"""What a build knows, from one process to the next; no result depends on it (0042)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from boardsite.pages.target import Target
from boardsite.pipeline import Order
from boardsite.reading.sources import Known, SourceFile, unread
from boardsite.rendering.remembered import without_view
from boardsite.storage.cache import Cache
from boardsite.storage.recall import keep, recall


def recall_last(order: Order, cache: Cache) -> None:
    """Let a build know what the last one knew that was asked for the same."""
    recall(cache, cache.key("memory", (order.name,)))
    Known(cache.memory.table("looks")).look_as(cache.get(cache.key("looks", (order.name,))) or b"{}")


def forget_last(order: Order, cache: Cache) -> None:
    """Let a build know nothing of the last one, and leave nothing of it."""
    cache.forget_parts(cache.key("memory", (order.name,)))
    cache.forget(cache.key("looks", (order.name,)))
    recall_last(order, cache)


def keep_for_next(order: Order, cache: Cache) -> None:
    """Keep for the next process what a build knows whose site was published."""
    instead: dict[type, Callable[[Any], object]] = {SourceFile: unread, Target: without_view}
    looks = cache.key("looks", (order.name,))
    if keep(cache, cache.key("memory", (order.name,)), instead, uncounted=("looks",)):
        cache.forget(looks)
        return
    # In a fresh checkout every file looks new and nothing else is: not worth writing all that is known.
    at_first = cache.memory.at_first.get("looks", {})
    different = Known(cache.memory.table("looks")).differences(at_first)
    if different != (cache.get(looks) or b"{}"):
        cache.put(looks, different)
