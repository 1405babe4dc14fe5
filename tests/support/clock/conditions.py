"""Waits until something holds: that it comes to hold is the test, how soon is no promise."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

_PATIENCE = 60.0  # seconds
_LOOK = 0.005


def wait_until(condition: Callable[[], object]) -> None:
    """Returns once something holds."""
    end = time.monotonic() + _PATIENCE
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(_LOOK)


async def until(condition: Callable[[], object]) -> None:
    """Returns once something holds, and lets the loop go on meanwhile."""
    end = time.monotonic() + _PATIENCE
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        await asyncio.sleep(_LOOK)
