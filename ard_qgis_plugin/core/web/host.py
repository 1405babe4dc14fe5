"""Host: the requests to one host, which take turns and are tried again where they fail."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from http import HTTPStatus
from typing import TypeAlias

from ..model.network_options import NetworkOptions
from .availability import HostAvailability
from .pace import Pace
from .reply import Reply
from .retry import AttemptError, Failure, backoff_delay

_SHORTEST, _LONGEST = 0.005, 0.2  # seconds between the turns of a host that limits its rate
_SPEED_UP = 0.95

_Outcome: TypeAlias = "Reply | Failure | None"


class Host:
    """The turns of the requests to one host: so many at once, and no faster than it lets them.

    Where the host refuses for being asked too fast, the interval between turns doubles; each
    answer shortens it by a twentieth. So the rate settles just below what the host allows. With a
    `contact` a host that is silent is waited for, at the cost of no attempt, until it is given up,
    and what drips is given up too. `at_once` is how many requests there are at this moment.
    """

    def __init__(self, options: NetworkOptions, contact: HostAvailability | None = None) -> None:
        self._options = options
        self._contact = contact
        self._slots = asyncio.Semaphore(options.concurrency)
        self.at_once = 0
        self.pace = self._pace() if contact else None
        self._interval = 0.0  # seconds from turn to turn
        self._queue = asyncio.Lock()
        self._next_turn = 0.0  # seconds of the loop's clock, as the next
        self._slowed_at = 0.0

    async def answer(self, ask: Callable[[], Awaitable[Reply | Failure]]) -> Reply | Failure:
        """Asks, each time in a turn, until there is a reply or asking again would not help.

        `ask` makes one attempt and calls `heard` as soon as the host answers.
        """
        attempt = 0
        while True:
            try:
                outcome = await self._in_turn(ask)
            except AttemptError as error:  # the host is given up
                return error.failure
            if isinstance(outcome, Reply):
                return outcome
            if outcome is None:
                continue
            if not outcome.again or attempt == self._options.retries:
                tried = f" (tried {attempt + 1} times)" if attempt else ""
                return replace(outcome, reason=outcome.reason + tried)
            delay = backoff_delay(attempt, self._options.backoff)
            await asyncio.sleep(delay + (outcome.retry_after or 0.0))
            attempt += 1

    def heard(self) -> None:
        """Takes note that the host answers, whatever it says."""
        if self._contact:
            self._contact.made()

    def _pace(self) -> Pace:
        options = self._options
        return Pace(options.drip_window, options.read_timeout, lambda: self.at_once)

    async def _in_turn(self, ask: Callable[[], Awaitable[Reply | Failure]]) -> _Outcome:
        """Makes one attempt; returns None where it doesn't count, for the host is silent."""
        began = await self._begin()
        try:
            outcome = await ask()
            if isinstance(outcome, Reply):
                self._speed_up()
                return outcome
            self._slow_down(outcome, began)
            return None if self._is_silent(outcome, began) else outcome
        finally:
            self._end()

    async def _begin(self) -> float:
        """Waits for a turn, which lasts until `_end`; returns the time at which it began."""
        await self._slots.acquire()
        self.at_once += 1
        try:
            if self._contact and self._contact.lost:
                await self._contact.allowed()
            now = asyncio.get_running_loop().time()
            return await self._in_time() if self._interval or now < self._next_turn else now
        except BaseException:
            self._end()
            raise

    async def _in_time(self) -> float:
        clock = asyncio.get_running_loop().time
        async with self._queue:  # one after the other, so that each heeds the latest interval
            now = clock()
            while now < self._next_turn:
                await asyncio.sleep(self._next_turn - now)
                now = clock()
            self._next_turn = now + self._interval
        return now

    def _end(self) -> None:
        if self._contact:
            self._contact.ended()
        self.at_once -= 1
        self._slots.release()

    def _speed_up(self) -> None:
        self._interval = self._interval * _SPEED_UP if self._interval > _SHORTEST else 0.0

    def _slow_down(self, failure: Failure, began: float) -> None:
        """Heeds a host that asks for time: it gets it from all requests."""
        now = asyncio.get_running_loop().time()
        if failure.status == HTTPStatus.TOO_MANY_REQUESTS and began > self._slowed_at:
            self._slowed_at = now  # what had begun before says nothing new
            self._interval = min(max(self._interval, _SHORTEST) * 2, _LONGEST)
        if failure.retry_after:
            self._next_turn = max(self._next_turn, now + failure.retry_after)

    def _is_silent(self, failure: Failure, began: float) -> bool:
        """Takes note of a failure; says whether it was one of many without any answer."""
        if not self._contact or failure.status is not None:
            return False
        lasted = asyncio.get_running_loop().time() - began
        if not failure.again and lasted < self._options.read_timeout:
            self._contact.made()  # somebody was there, if only to be distrusted or to refuse
            return False
        self._contact.missed(failure, began)
        return self._contact.lost
