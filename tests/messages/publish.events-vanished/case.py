from datetime import UTC, datetime
from pathlib import Path

from boardsite.diagnostics import Report
from boardsite.pipeline import Order, build
from boardsite.publishing.vanished import Known, vanished
from tests.support.small_site import MOMENT


def report(root: Path) -> Report:
    end = datetime(2016, 7, 1, tzinfo=UTC)
    before = {"south": tuple(Known(f"/lscgs/south/events/day-{day}/", f"{day}", end) for day in range(1, 6))}
    site = build(Order(root, MOMENT)).site
    assert site is not None
    return Report.of(vanished(before, site, (), ()))
