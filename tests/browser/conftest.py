"""The sample site for the browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import sample_site


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_site.built(tmp_path_factory)
