"""Whether, and after how long, a request is tried again."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from random import SystemRandom

RETRIED_STATUSES = frozenset({429, 500, 502, 503, 504})
LONGEST_BACKOFF = 20.0  # seconds
LONGEST_RETRY_AFTER = 60.0  # seconds: what a server may ask for at most

_RANDOM = SystemRandom()


@dataclass(frozen=True, slots=True)
class Failure:
    """Is one attempt that came to nothing: why, and whether another one may help."""

    reason: str
    again: bool
    status: int | None = None
    retry_after: float | None = None  # seconds, where the server named them

    @property
    def is_busy(self) -> bool:
        """Says whether the server asked for fewer requests, not only for this one again."""
        return self.retry_after is not None or self.status == HTTPStatus.TOO_MANY_REQUESTS


class Host:
    """Holds the free slots of one host, and until when it asked to be left alone."""

    def __init__(self, slots: int) -> None:
        self._slots = asyncio.Semaphore(slots)
        self._open_at = 0.0  # seconds of the loop's clock

    async def __aenter__(self) -> None:
        await self._slots.acquire()
        try:
            await self._opened()
        except BaseException:
            self._slots.release()
            raise

    async def _opened(self) -> None:
        clock = asyncio.get_running_loop().time
        delay = self._open_at - clock()
        while delay > 0:
            await asyncio.sleep(delay)
            delay = self._open_at - clock()  # another request may have been told to wait longer

    async def __aexit__(self, *exc_info: object) -> None:
        self._slots.release()

    async def back_off(self, failure: Failure, attempt: int, base: float) -> None:
        """Waits after failed attempt 0, 1, 2...; where the host is busy all its requests wait."""
        delay = backoff_delay(attempt, base) + (failure.retry_after or 0.0)
        if failure.is_busy:
            open_at = asyncio.get_running_loop().time() + delay
            self._open_at = max(self._open_at, open_at)
        await asyncio.sleep(delay)


def backoff_delay(attempt: int, base: float) -> float:
    """Returns the seconds to wait after failed attempt 0, 1, 2...: doubling, with full jitter.

    Source: M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
    """
    return _RANDOM.uniform(0.0, min(base * 2**attempt, LONGEST_BACKOFF))


def retry_after_delay(value: str | None) -> float | None:
    """Returns the seconds that a Retry-After header asks for (RFC 9110, 10.2.3), or None.

    At most LONGEST_RETRY_AFTER; None too where the header is neither seconds nor a date.
    """
    value = (value or "").strip()
    if value.isdecimal():
        return float(min(int(value[:9]), LONGEST_RETRY_AFTER))
    try:
        then = parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return None
    if then.tzinfo is None:
        then = then.replace(tzinfo=timezone.utc)
    seconds = (then - datetime.now(timezone.utc)).total_seconds()
    return min(max(seconds, 0.0), LONGEST_RETRY_AFTER)
