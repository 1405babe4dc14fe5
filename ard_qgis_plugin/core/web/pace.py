"""Pace: the parts of a reply as they come, and whether they come too slowly to be waited for."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TypeVar

from .retry import AttemptError, Failure

T = TypeVar("T")


class _TooLongError(Exception):
    """Error: the time is over."""


SLOWEST = 200.0
"""Bytes a second at least; a label is some 10 kB. Many at once share what one would have."""

_SHARED = 8  # requests at once that a slow line may have at that rate, all of them together


class SharedTimer:
    """One timer of so many `seconds` for many: the loop's own for each take 5 microseconds."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._due: dict[Callable[[], None], float] = {}  # the next first; by the loop's clock
        self._timer: asyncio.TimerHandle | None = None

    def begin(self, call: Callable[[], None]) -> None:
        """Has something called once, unless it is ended before."""
        loop = asyncio.get_running_loop()
        self._due[call] = when = loop.time() + self.seconds
        self._timer = self._timer or loop.call_at(when, self._call)

    def end(self, call: Callable[[], None]) -> None:
        """Has something not called any more."""
        self._due.pop(call, None)
        if self._timer and not self._due:
            self._timer.cancel()
            self._timer = None

    def _call(self) -> None:
        loop = asyncio.get_running_loop()
        now, self._timer = loop.time(), None
        for call, when in list(self._due.items()):
            if when > now:
                self._timer = loop.call_at(when, self._call)
                return
            del self._due[call]
            call()


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

    `at_once` says how many requests there are at the host at that moment; `late` tells of answers
    that have not begun after a tenth of the window.
    """

    def __init__(self, window: float, at_once: Callable[[], int]) -> None:
        self.window = window
        self.late = SharedTimer(window / 10)
        self._at_once = at_once

    def drip(self) -> Drip:
        """Begins to count the bytes of an answer."""
        return Drip(self.window, self._least)

    async def parts(self, read: Callable[[], Awaitable[bytes]]) -> AsyncIterator[bytes]:
        """Yields what `read` gives until it gives nothing; raises AttemptError if it drips."""
        clock, drip = asyncio.get_running_loop().time, self.drip()
        end = clock() + self.window
        part = b" "
        while part:
            try:
                part = await _within(read(), max(end - clock(), 0.0))
            except _TooLongError:
                pass
            else:
                if part:
                    drip.came(len(part), clock())
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

    Raises AttemptError where it comes more slowly than `pace` allows.
    """
    parts, size = [], 0
    async for part in pace.parts(read) if pace else _parts(read):
        parts.append(part)
        size += len(part)
        if size > limit:
            break
    return b"".join(parts)


async def answer_within(answer: Awaitable[T], timer: SharedTimer) -> T:
    """Returns the beginning of an answer; raises AttemptError where that alone takes so long.

    Without it, one that drips has all the time that the whole answer has. It is waited for in the
    calling task: one more for each of many thousand labels costs 20 microseconds a label.
    """
    task = asyncio.current_task()
    is_late = False

    def give_up() -> None:
        nonlocal is_late
        is_late = True
        if task:
            task.cancel()

    timer.begin(give_up)
    try:
        return await answer
    except asyncio.CancelledError:
        # Python 3.11 and later tell whether somebody else has cancelled at the same moment
        if not is_late or getattr(task, "uncancel", int)():
            raise
        reason = f"its answer had not begun after {timer.seconds:g} s"
        raise AttemptError(Failure(reason, again=False)) from None
    finally:
        timer.end(give_up)


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
