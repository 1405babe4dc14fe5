"""A server of asyncio streams that leaves no connection behind, however it is stopped."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable
from contextlib import suppress

Handler = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


class _Protocol(asyncio.StreamReaderProtocol):
    """A connection that is told of as soon as there is one: its task may never come to run."""

    def __init__(self, handler: Handler, transports: list[asyncio.BaseTransport]) -> None:
        super().__init__(asyncio.StreamReader(), handler)
        self._transports = transports

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transports.append(transport)
        super().connection_made(transport)


async def serve_until(
    stop: asyncio.Event, handler: Handler, sock: socket.socket, tls: ssl.SSLContext | None = None
) -> None:
    """Serves until `stop` is set, then ends every task of the loop and every connection."""
    transports: list[asyncio.BaseTransport] = []
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: _Protocol(handler, transports), sock=sock, ssl=tls)
    await stop.wait()
    await _turns()  # who has connected gets a transport: a closed server would lose the socket
    server.close()
    rest = asyncio.all_tasks() - {asyncio.current_task()}
    for task in rest:
        task.cancel()
    await asyncio.gather(*rest, return_exceptions=True)
    for transport in transports:
        with suppress(AttributeError):  # Python 3.11's TLS transport that is closed already
            transport.abort()
    await _turns()  # an aborted transport closes its socket in the next turn, TLS some later


async def _turns() -> None:
    for _ in range(10):
        await asyncio.sleep(0)
