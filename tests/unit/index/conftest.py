"""What the tests of indices share."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Returns where an index is made."""
    return tmp_path / "moon.gpkg"
