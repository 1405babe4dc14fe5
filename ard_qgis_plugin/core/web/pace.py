"""Pace: the parts of a reply as they come, and whether they come too slowly to be waited for."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TypeVar

from .retry import AttemptError, Failure

T = TypeVar("T")


class SilenceError(asyncio.TimeoutError):
    """Error: nothing came for too long."""


class _TooLongError(Exception):
    """Error: the time is over."""


SLOWEST = 200.0
"""Bytes a second at least; a label is some 10 kB. Many at once share what one would have."""

_SHARED = 8  # requests at once that a slow line may have at that rate, all of them together


class Drip:
    """The bytes of one `window` of seconds after the other, and whether they only drip.

    Those are less than `least` gives, in the second half of the window too, or in two in a row.
    Silence is no drip: it has a timeout of its own, and may end when it is asked again.
    """

    def __init__(self, window: float, least: Callable[[], float]) -> None:
        self._window = window
        self._least = least
        self._size, self._came_at, self._was_slow = 0, 0.0, False

    def came(self, size: int, now: float) -> None:
        """Takes note of so many bytes at that time."""
        self._size, self._came_at = self._size + size, now

    def failure(self, now: float) -> Failure | None:
        """Ends a window; returns why the answer is given up if its bytes dripped."""
        size, was_slow = self._size, self._was_slow
        self._size, self._was_slow = 0, 0 < size < self._least()
        if self._was_slow and (was_slow or now - self._came_at < self._window / 2):
            return Failure(f"it came too slowly ({size} bytes in {self._window:g} s)", again=False)
        return None


class Pace:
    """The least rate of an answer: what is slower over a whole `window` of seconds is given up.

    And so is what falls silent for `silence` seconds. `at_once` says how many requests there are at
    the host at that moment.
    """

    def __init__(self, window: float, silence: float, at_once: Callable[[], int]) -> None:
        self.window = window
        self.silence = silence
        self._at_once = at_once

    def drip(self) -> Drip:
        """Begins to count the bytes of an answer."""
        return Drip(self.window, self._least)

    async def parts(self, read: Callable[[], Awaitable[bytes]]) -> AsyncIterator[bytes]:
        """Yields what `read` gives until that is nothing; raises AttemptError, SilenceError."""
        clock, drip = asyncio.get_running_loop().time, self.drip()
        end, silent = clock() + self.window, clock() + self.silence
        part = b" "
        while part:
            try:
                part = await _within(read(), max(min(end, silent) - clock(), 0.0))
            except _TooLongError:
                if clock() >= silent:
                    raise SilenceError from None
            else:
                if part:
                    drip.came(len(part), clock())
                    silent = clock() + self.silence
                    yield part
            if part and clock() >= end:
                if failure := drip.failure(clock()):
                    raise AttemptError(failure)
                end = clock() + self.window

    def _least(self) -> float:
        """Returns the bytes of a window at least."""
        return SLOWEST * self.window / max(1.0, self._at_once() / _SHARED)


async def read_body(
    read: Callable[[], Awaitable[bytes]], limit: int, pace: Pace | None = None
) -> bytes:
    """Returns all that `read` gives, or what it had given when it was more than `limit` bytes.

    Raises AttemptError where it comes more slowly than `pace` allows, SilenceError where it stops.
    """
    parts, size = [], 0
    async for part in pace.parts(read) if pace else _parts(read):
        parts.append(part)
        size += len(part)
        if size > limit:
            break
    return b"".join(parts)


async def _within(work: Awaitable[T], seconds: float) -> T:
    """Returns what work comes to; raises _TooLongError.

    As asyncio.wait_for, which before Python 3.12 takes no heed of being cancelled at the moment at
    which the work is done.
    """
    task = asyncio.ensure_future(work)
    try:
        await asyncio.wait({task}, timeout=seconds)
        if task.done():
            return task.result()
        raise _TooLongError
    finally:
        if not task.done():
            task.cancel()
            await asyncio.wait({task})


async def _parts(read: Callable[[], Awaitable[bytes]]) -> AsyncIterator[bytes]:
    while part := await read():
        yield part
