"""An event loop that talks to real servers, and for which the time is skipped in which they rest.

loop = SkippingLoop(server.is_idle)
... timeouts of minutes, where the server hangs, and waits before another attempt take no time ...

While a server reads a request or answers it, the time passes as it does, so a slow machine makes
nothing time out that is answered.
"""

from __future__ import annotations

import asyncio
import selectors
import time
from collections.abc import Callable
from typing import Any

_LOOK = 0.01  # seconds between two looks at whether the servers rest


class _Skip(selectors.SelectSelector):
    """A selector that lets the time pass instead of waiting, where nothing else will come."""

    ahead = 0.0  # seconds of the machine's clock

    def __init__(self, is_idle: Callable[[], bool]) -> None:
        super().__init__()
        self._is_idle = is_idle

    def select(self, timeout: float | None = None) -> list[Any]:
        """Returns what has come; moves the clock on to the next timer where nothing will."""
        found = super().select(0)
        if found or timeout is None or timeout <= 0:
            return found or super().select(timeout)
        if self._is_idle():  # so all that it has sent is here
            found = super().select(0)
            if not found:
                self.ahead += timeout
            return found
        return super().select(min(timeout, _LOOK))


class SkippingLoop(asyncio.SelectorEventLoop):
    """A loop whose time is skipped while `is_idle` says that nobody is about to send anything."""

    def __init__(self, is_idle: Callable[[], bool]) -> None:
        self._skip = _Skip(is_idle)
        super().__init__(self._skip)

    def time(self) -> float:
        """Returns the seconds of the machine's clock, and those that were skipped."""
        return time.monotonic() + self._skip.ahead

    def pass_by(self, seconds: float) -> None:
        """Has so many seconds gone by at once; from any thread."""
        self._skip.ahead += seconds
