"""Fixtures that all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest

_SHARED_DATA = Path(__file__).parents[1].parent / "shared" / "data"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Returns the folder of real items and labels; skips where it is not there."""
    if not _SHARED_DATA.is_dir():
        pytest.skip("../shared/data is absent")
    return _SHARED_DATA
