"""Options of the whole suite."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from boardsite.storage import bytecode
from tests.support.longest_first import longest_first

# A check of a change must say the same twice; at a desk each run tries something new. No test looks at a clock.
settings.register_profile(
    "ours", derandomize=bool(os.environ.get("CI")), suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("ours")


@pytest.fixture(scope="session", autouse=True)
def _compiled_templates(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Each run compiles templates for itself: what another state of the program has left must not be tested."""
    folder = tmp_path_factory.mktemp("compiled")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bytecode, "_file", lambda name: folder / name)
        yield


def pytest_configure(config: pytest.Config) -> None:
    gc.set_threshold(100_000, 20, 50)  # as boardsite/__main__.py, of which most tests are a run
    if hasattr(config.option, "loadscopereorder"):
        config.option.loadscopereorder = False  # several workers take the files in our order, not by number of tests


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if hasattr(config, "workerinput"):  # somebody who runs the tests in one process reads them folder by folder
        items[:] = longest_first(items)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what is printed now into the expected texts and generated docs; review the difference like code",
    )


@pytest.fixture
def updates_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))
