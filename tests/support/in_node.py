"""The forms' own modules asked in Node: many questions in one process."""

from __future__ import annotations

import dataclasses
import json
import shutil
import subprocess
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from boardsite.calendars.form_facts import form_facts
from boardsite.schema.consent import PATTERN
from tests.support.browser import ROOT, missing

RUNNER = ROOT / "tests" / "forms" / "run.mjs"
LONDON = ZoneInfo("Europe/London")
HALL = {"key": "sample-hall", "label": "Sample Hall", "location": "Sample Hall, 1 Sample Green, ZZ2 1AA"}


def need_node() -> None:
    """Skip the test (or fail it, where the browser is required) unless Node is here."""
    if not shutil.which("node"):
        missing("node", "install Node.js 20 or newer", "the editing forms")


def facts(zone: ZoneInfo = LONDON) -> dict[str, object]:
    """Return the facts as the forms get them."""
    made = dataclasses.asdict(form_facts(zone))
    pairs = {name: dict(made[name]) for name in ("zones", "personal")}
    more = {"textNames": made["text_names"], "places": [HALL], "consent": f"^(?:{PATTERN})$"}
    return made | pairs | more


def ask(jobs: Iterable[dict[str, object]], zone: ZoneInfo = LONDON) -> list[dict[str, object]]:
    """Return the answer to each job (tests/forms/jobs.mjs): {"result": …} or {"refused": sentence}."""
    need_node()
    question = json.dumps({"facts": facts(zone), "jobs": list(jobs)})
    done = subprocess.run(
        ["node", str(RUNNER)], input=question, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=120
    )
    assert done.returncode == 0, done.stderr
    answers: list[dict[str, object]] = json.loads(done.stdout)
    return answers
