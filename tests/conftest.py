"""Options of the whole suite."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

# A check of a change must say the same twice; at a desk each run tries something new.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what is printed now into the expected texts and generated docs; review the difference like code",
    )


@pytest.fixture
def updates_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))
