"""A small HTTP server on loopback that misbehaves as told: path by path, request by request."""

from __future__ import annotations

import asyncio
import socket
import ssl
import struct
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from tests.support.clock.conditions import wait_until
from tests.support.servers.loop_server import LoopServer
from tests.support.servers.stream_server import serve_until

_TLS = b"\x16"  # with which a client says hello
_NO_LINGER = struct.pack("ii", 1, 0)
_TURNS = 50  # of the loop, in which all that was sent is read: to connect takes eight


@dataclass(frozen=True, slots=True)
class Request:
    """One request as it arrived; `at` is the monotonic clock in seconds."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes
    at: float


@dataclass(slots=True)
class Exchange:
    """What a behaviour acts upon: one request and the connection to answer on.

    `hangs` says that nothing more will be sent.
    """

    request: Request
    writer: asyncio.StreamWriter
    hangs: bool = False

    async def send(self, data: bytes) -> None:
        """Sends bytes as they are."""
        self.writer.write(data)
        await self.writer.drain()

    async def answer(
        self, code: int, body: bytes, headers: Mapping[str, str], length: int | None = None
    ) -> None:
        """Sends a whole answer; `length` is a Content-Length that may lie."""
        length = len(body) if length is None else length
        lines = [f"HTTP/1.1 {code} Scripted", f"Content-Length: {length}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        await self.send("\r\n".join([*lines, "", ""]).encode("latin-1") + body)

    def reset(self) -> None:
        """Ends the connection with a TCP reset."""
        peer = self.writer.get_extra_info("socket")
        peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
        self.writer.transport.abort()


Behaviour = Callable[[Exchange], Awaitable[None]]


class FaultServer(LoopServer):
    """A server that does with each request what its path is scripted to do."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        super().__init__()
        self._tls = tls
        self._scripts: dict[str, list[Behaviour]] = {}
        self.requests: list[Request] = []
        self.connections = 0
        self.most_connections = 0
        self._exchanges: list[Exchange] = []  # under way

    def url(self, path: str, user: str = "") -> str:
        """Returns the address of a path; `user` is "name:password"."""
        scheme = "https" if self._tls else "http"
        return f"{scheme}://{user}{'@' if user else ''}127.0.0.1:{self.port}{path}"

    def script(self, target: str, *behaviours: Behaviour) -> str:
        """Sets what requests of a target meet in turn, the last one for good; returns the URL."""
        self._scripts[target] = list(behaviours)
        return self.url(target)

    def asked(self, target: str) -> list[Request]:
        """Returns the requests of a target so far."""
        return [request for request in self.requests if request.target == target]

    def wait_until_left(self) -> None:
        """Returns when no connection is open any more."""
        wait_until(lambda: not self.connections)

    def is_idle(self) -> bool:
        """Says whether it has read all requests that were sent, and has nothing more to send."""
        return asyncio.run_coroutine_threadsafe(self._settled(), self._loop).result()

    async def _settled(self) -> bool:
        for _ in range(_TURNS):
            await asyncio.sleep(0)
        return all(exchange.hangs for exchange in self._exchanges)

    async def _serve(self) -> None:
        await serve_until(self._stop, self._connection, self._socket, self._tls)

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self.most_connections = max(self.most_connections, self.connections)
        try:
            while request := await _request(reader):
                self.requests.append(request)
                if not await self._behaved(Exchange(request, writer), reader):
                    break
        except (OSError, asyncio.IncompleteReadError):
            pass  # the client left or was thrown out
        except (ValueError, KeyError):  # not HTTP, or nothing is scripted
            writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        finally:
            self.connections -= 1
            writer.close()

    async def _behaved(self, exchange: Exchange, reader: asyncio.StreamReader) -> bool:
        """Does with a request as scripted; says whether it came to its end."""
        behave = self._next(exchange.request.target)(exchange)
        self._exchanges.append(exchange)
        try:
            return await _unless_left(behave, reader)
        finally:
            self._exchanges = [each for each in self._exchanges if each is not exchange]

    def _next(self, target: str) -> Behaviour:
        script = self._scripts[target]
        return script.pop(0) if len(script) > 1 else script[0]


async def _request(reader: asyncio.StreamReader) -> Request | None:
    begin = await reader.read(1)
    if not begin:
        return None
    if begin == _TLS:  # there may be no end of a line in it
        raise ValueError("no HTTP")
    first = begin + await reader.readline()
    method, target, _ = first.decode("latin-1").split(" ", 2)
    headers = {}
    while line := (await reader.readline()).strip():
        name, _, value = line.decode("latin-1").partition(":")
        headers[name.lower()] = value.strip()
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    return Request(method, target, headers, body, time.monotonic())


async def _unless_left(behave: Awaitable[None], reader: asyncio.StreamReader) -> bool:
    """Runs a behaviour until its end or until the client has left; says whether it came to end."""
    behaving = asyncio.ensure_future(behave)
    try:
        while not behaving.done() and not reader.at_eof() and not reader.exception():
            await asyncio.wait({behaving}, timeout=0.01)
    finally:
        behaving.cancel()
        await asyncio.gather(behaving, return_exceptions=True)
    return not behaving.cancelled() and behaving.exception() is None
