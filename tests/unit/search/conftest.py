"""Twenty observations with labels, and where a search may keep these."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.searches import add_labels, nothing_left
from tests.support.servers.stac_api import StacApi


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Returns where the labels are kept; there is no file yet."""
    return tmp_path / "labels.sqlite"


@pytest.fixture
def api() -> Iterator[StacApi]:
    """Runs an API with the observations, seven a page."""
    with StacApi({}, largest_page=7) as api:
        add_labels(api, "a", 20)
        yield api
        nothing_left(api)
