"""The links of content/site.yaml: menu, footer, urgent help and priorities lead to pages that are there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from boardsite.diagnostics import Diagnostic
from boardsite.messages import site as messages
from boardsite.schema.fields import Values
from boardsite.text import nearest


def board_links(values: Values, addresses: Mapping[str, frozenset[str]]) -> Iterator[Diagnostic]:
    """Yield each link of the board's settings that leads nowhere."""
    records = [link for name in ("menu", "footer", "priorities") for link in values.records(name)]
    alone = [record for name in ("urgent", "exit") if (record := values.record(name))]
    for record in (*records, *alone):
        page = record.text("page")
        path, _, place = page.partition("#")
        if page and (path not in addresses or (place and place not in addresses[path])):
            yield messages.page_missing(record.place("page"), page, nearest(page, addresses) or "")
