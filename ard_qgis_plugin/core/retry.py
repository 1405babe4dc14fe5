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

_SHORTEST, _LONGEST = 0.005, 0.2  # seconds between the turns of a host that limits its rate
_SPEED_UP = 0.95
_RANDOM = SystemRandom()


@dataclass(frozen=True, slots=True)
class Failure:
    """Is one attempt that came to nothing: why, and whether another one may help."""

    reason: str
    again: bool
    status: int | None = None
    retry_after: float | None = None  # seconds, where the server named them


class AttemptError(Exception):
    """Says, from deep inside an attempt, that it came to nothing."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.reason)
        self.failure = failure


class Host:
    """Gives turns to the requests to one host: so many at once, and no faster than it lets them.

    Where the host refuses for being asked too fast, the interval between turns doubles; each
    answer shortens it by a twentieth. So the rate settles just below what the host allows.
    """

    def __init__(self, slots: int) -> None:
        self._slots = asyncio.Semaphore(slots)
        self._interval = 0.0  # seconds from turn to turn
        self._queue = asyncio.Lock()
        self._next_turn = 0.0  # seconds of the loop's clock, as the next
        self._slowed_at = 0.0

    async def begin(self) -> float:
        """Waits for a turn, which lasts until `end`; returns the time at which it began."""
        clock = asyncio.get_running_loop().time
        await self._slots.acquire()
        now = clock()
        if not self._interval and now >= self._next_turn:
            return now
        try:
            async with self._queue:  # one after the other, so that each heeds the latest interval
                now = clock()
                while now < self._next_turn:
                    await asyncio.sleep(self._next_turn - now)
                    now = clock()
                self._next_turn = now + self._interval
        except BaseException:
            self.end()
            raise
        return now

    def end(self) -> None:
        """Ends a turn."""
        self._slots.release()

    def speed_up(self) -> None:
        """Takes note of an answer."""
        self._interval = self._interval * _SPEED_UP if self._interval > _SHORTEST else 0.0

    async def back_off(self, failure: Failure, began: float, attempt: int, base: float) -> None:
        """Waits after failed attempt 0, 1, 2...; a host that asks for time gets it from all."""
        now = asyncio.get_running_loop().time()
        delay = backoff_delay(attempt, base)
        if failure.status == HTTPStatus.TOO_MANY_REQUESTS and began > self._slowed_at:
            self._slowed_at = now  # what had begun before says nothing new
            self._interval = min(max(self._interval, _SHORTEST) * 2, _LONGEST)
        if failure.retry_after:
            delay += failure.retry_after
            self._next_turn = max(self._next_turn, now + failure.retry_after)
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
