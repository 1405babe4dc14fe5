"""Attempt: one request under way, its redirects too, ended where it takes too long."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable
from contextvars import ContextVar

from ..model.network_options import NetworkOptions
from .pace import Pace, SilenceError
from .retry import AttemptError, Failure


class SharedTimer:
    """One timer of so many `seconds` for many: the loop's own for each take 5 microseconds."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._due: dict[Callable[[], None], float] = {}  # the next first; by the loop's clock
        self._timer: asyncio.TimerHandle | None = None

    def begin(self, call: Callable[[], None]) -> float:
        """Has something called once, unless it is ended before; returns the loop's time."""
        loop = asyncio.get_running_loop()
        now = loop.time()
        self._due[call] = when = now + self.seconds
        self._timer = self._timer or loop.call_at(when, self._call)
        return now

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


def first_look(options: NetworkOptions) -> SharedTimer:
    """Makes the timer after which attempts are looked at, soon enough for each of their limits."""
    return SharedTimer(min(options.drip_window, options.read_timeout, options.total_timeout) / 10)


class Attempt:
    """The limits of the time that the running task has for a request and its redirects.

    Where one is passed the task is cancelled, and `error` says why. Nothing is watched until
    `timer` calls, by when nearly all have ended. With a `pace` the headers of an answer have to
    come at that of its body.
    """

    def __init__(
        self, options: NetworkOptions, timer: SharedTimer, pace: Pace | None = None
    ) -> None:
        self._options = options
        self._timer = timer
        self._pace = pace
        self._task = asyncio.current_task()
        self._error: Exception | None = None
        self._has_begun = False
        self._transport: asyncio.Transport | None = None
        self._start: _ResponseStart | None = None
        self._is_late = False  # later than the first look
        self._own_timer: asyncio.TimerHandle | None = None
        self._began = self._asked = timer.begin(self._look)  # by the loop's clock
        ATTEMPT.set(self)

    def __enter__(self) -> Attempt:
        return self

    def __exit__(self, *_error: object) -> None:
        self._timer.end(self._look)
        self._task = None  # else the two would wait for the garbage collection
        self._end_start()
        if self._own_timer:
            self._own_timer.cancel()

    def asked_elsewhere(self) -> None:
        """Takes note that the answer was a redirect, which is followed."""
        self._has_begun, self._asked = False, asyncio.get_running_loop().time()

    def connected(self, transport: asyncio.Transport | None) -> None:
        """Takes note of the connection on which an answer comes, None where it is closed."""
        self._end_start()
        self._transport = transport
        if self._is_late:
            self._count_start()

    def begun(self) -> None:
        """Takes note that status and headers of an answer are there."""
        self._has_begun, self._transport = True, None
        self._end_start()

    def error(self) -> Exception | None:
        """Returns why the task was cancelled, None where it was somebody else who did that."""
        # Python 3.11 and later tell whether somebody else has cancelled at the same moment
        if self._error and not getattr(self._task, "uncancel", int)():
            return self._error
        return None

    def _look(self) -> None:
        """Gives up where the time is over, and else looks again when it will be."""
        loop = asyncio.get_running_loop()
        longest = self._options.longest_beginning
        end = self._began + self._options.total_timeout
        latest = math.inf if self._has_begun else self._asked + longest
        if loop.time() >= end:
            self._give_up(asyncio.TimeoutError())
        elif loop.time() >= latest:
            reason = f"its answer had not begun after {longest:g} s"
            self._give_up(AttemptError(Failure(reason, again=False)))
        else:
            self._own_timer = loop.call_at(min(end, latest), self._look)
            if not self._is_late:
                self._is_late = True
                self._count_start()

    def _count_start(self) -> None:
        if self._pace and self._transport and not self._transport.is_closing():
            self._start = _ResponseStart(self._transport, self._pace, self._give_up)

    def _end_start(self) -> None:
        if self._start:
            self._start.end()
            self._start = None

    def _give_up(self, error: Exception) -> None:
        if self._task and not self._error:
            self._error = error
            self._task.cancel()


ATTEMPT: ContextVar[Attempt] = ContextVar("attempt")
"""That of the running task."""


class _ResponseStart(asyncio.Protocol):
    """The bytes up to the end of an answer's headers, counted on their way to the HTTP client.

    It stands between a connection and the client's own protocol until `end`. Where the bytes come
    more slowly than `pace` allows, or none for as long, it says so to `give_up`.
    """

    def __init__(
        self, transport: asyncio.Transport, pace: Pace, give_up: Callable[[Exception], None]
    ) -> None:
        self._transport = transport
        self._client = transport.get_protocol()
        self._pace = pace
        self._give_up = give_up
        self._drip = pace.drip()
        self._loop = asyncio.get_running_loop()
        self._silence = self._loop.call_later(pace.silence, give_up, SilenceError())
        self._window: asyncio.TimerHandle | None = None  # none before the first byte
        transport.set_protocol(self)

    def end(self) -> None:
        """Gives the connection back to the client alone."""
        self._silence.cancel()
        if self._window:
            self._window.cancel()
        if self._transport.get_protocol() is self:
            self._transport.set_protocol(self._client)

    def data_received(self, data: bytes) -> None:
        """Counts bytes and hands them on."""
        self._silence.cancel()
        self._silence = self._loop.call_later(self._pace.silence, self._give_up, SilenceError())
        if self._window is None:
            self._window = self._loop.call_later(self._pace.window, self._end_window)
        self._drip.came(len(data), self._loop.time())
        if isinstance(self._client, asyncio.Protocol):
            self._client.data_received(data)

    def eof_received(self) -> bool | None:
        """Hands on that the server sends nothing more."""
        return self._client.eof_received() if isinstance(self._client, asyncio.Protocol) else None

    def connection_lost(self, exc: Exception | None) -> None:
        """Hands on that the connection is closed."""
        self._client.connection_lost(exc)

    def pause_writing(self) -> None:
        """Hands on that the server reads slowly."""
        self._client.pause_writing()

    def resume_writing(self) -> None:
        """Hands on that the server reads again."""
        self._client.resume_writing()

    def _end_window(self) -> None:
        if failure := self._drip.failure(self._loop.time()):
            self._give_up(AttemptError(failure))
        else:
            self._window = self._loop.call_later(self._pace.window, self._end_window)
