"""Fixtures that all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# No example fails, and no test is refused, for being slow on a machine with other work.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

_SHARED_DATA = Path(__file__).parents[1].parent / "shared" / "data"


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skips what needs /proc in a container that withholds it from other Debians in a folder."""
    if item.get_closest_marker("proc") and not Path("/proc/self").exists():
        pytest.skip("there is no /proc")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Returns the folder of real items and labels; skips where it is not there."""
    if not _SHARED_DATA.is_dir():
        pytest.skip("../shared/data is absent")
    return _SHARED_DATA
