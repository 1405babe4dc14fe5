"""Response start: status and headers of an answer as they come; ended if they come too slowly."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from contextvars import ContextVar
from typing import TypeVar

from .pace import Pace
from .retry import AttemptError, Failure

T = TypeVar("T")

PACE: ContextVar[Pace | None] = ContextVar("pace", default=None)
"""The least rate of the answer that the running task waits for."""


async def begun(answer: Awaitable[T], transport: asyncio.Transport | None) -> T:
    """Returns an answer once its headers are there; raises AttemptError where they drip.

    `transport` is that of the connection on which it comes, None where that is closed already.
    """
    pace = PACE.get()
    if pace is None or transport is None:
        return await answer
    late: list[ResponseStart] = []

    def count() -> None:
        late.append(ResponseStart(transport, pace))

    pace.late.begin(count)  # nearly all have ended by then, and to count costs 10 microseconds
    try:
        return await answer
    except Exception:  # of any library
        for start in late:
            if start.failure:
                raise AttemptError(start.failure) from None
        raise
    finally:
        pace.late.end(count)
        for start in late:
            start.end()


class ResponseStart(asyncio.Protocol):
    """The bytes up to the end of an answer's headers, counted on their way to the HTTP client.

    It stands between a connection and the client's own protocol until `end`. Where the bytes come
    more slowly than `pace` allows it says so in `failure` and closes the connection. What the
    server thinks before the first byte doesn't count.
    """

    def __init__(self, transport: asyncio.Transport, pace: Pace) -> None:
        self.failure: Failure | None = None
        self._transport = transport
        self._client = transport.get_protocol()
        self._window = pace.window
        self._drip = pace.drip()
        self._timer: asyncio.TimerHandle | None = None
        self._loop = asyncio.get_running_loop()
        transport.set_protocol(self)

    def end(self) -> None:
        """Gives the connection back to the client alone."""
        if self._timer:
            self._timer.cancel()
        if self._transport.get_protocol() is self:
            self._transport.set_protocol(self._client)

    def data_received(self, data: bytes) -> None:
        """Counts bytes and hands them on."""
        if self._timer is None:
            self._timer = self._loop.call_later(self._window, self._end_window)
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
        self.failure = self._drip.failure(self._loop.time())
        if self.failure:
            self._transport.abort()
        else:
            self._timer = self._loop.call_later(self._window, self._end_window)
