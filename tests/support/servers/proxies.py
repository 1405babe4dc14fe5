"""Proxies on loopback that do what an institute's do: ask for a password, and know far hosts.

with SocksProxy({"far.invalid": server.port}, user="me", password="secret") as proxy:
    ... proxy.url ... proxy.asked_for ...
"""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
from base64 import b64encode
from urllib.parse import quote, urlsplit

from tests.support.servers.loop_server import LoopServer
from tests.support.servers.stream_server import serve_until

_REFUSED = b"HTTP/1.1 %d Refused\r\nContent-Length: 0\r\nProxy-Authenticate: Basic\r\n\r\n"


class Proxy(LoopServer):
    """A proxy that notes what it is asked for.

    `ports` are those of the servers on loopback that it takes for hosts; others go where they say.
    """

    scheme = ""

    def __init__(self, ports: dict[str, int], user: str = "", password: str = "") -> None:
        super().__init__()
        self.ports = ports
        self.user, self.password = user, password
        self._far: set[asyncio.StreamWriter] = set()
        self.asked_for: list[tuple[str, int]] = []  # host and port of each connection or request
        self.refused = 0  # for want of the right password

    @property
    def url(self) -> str:
        """Returns its address, with user and password."""
        user = f"{quote(self.user, '')}:{quote(self.password, '')}@" if self.user else ""
        return f"{self.scheme}://{user}127.0.0.1:{self.port}"

    async def _serve_one(self, near: _Side) -> None:
        raise NotImplementedError

    async def _connect(self, host: str, port: int) -> _Side:
        self.asked_for.append((host, port))
        near = self.ports.get(host)
        side = await asyncio.open_connection("127.0.0.1" if near else host, near or port)
        self._far.add(side[1])
        return side

    async def _serve(self) -> None:
        await serve_until(self._stop, self._accept, self._socket)
        # a connection onwards that was just opened has no task yet that closes it
        for writer in self._far:
            writer.transport.abort()
        await asyncio.sleep(0.01)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            with contextlib.suppress(OSError, asyncio.IncompleteReadError):
                await self._serve_one((reader, writer))
        finally:
            writer.close()


_Side = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class HttpProxy(Proxy):
    """A proxy that passes requests on, and makes tunnels (CONNECT)."""

    scheme = "http"

    async def _serve_one(self, near: _Side) -> None:
        reader, writer = near
        while head := await _head(reader):
            lines = head.decode("latin-1").split("\r\n")
            method, target, _ = lines[0].split(" ")
            if not self._may(lines):
                self.refused += 1
                writer.write(_REFUSED % 407)
            elif method == "CONNECT":
                host, _, port = target.rpartition(":")
                await self._tunnel(near, host, int(port))
                return
            else:
                await self._pass_on(near, lines, target)

    def _may(self, lines: list[str]) -> bool:
        token = b64encode(f"{self.user}:{self.password}".encode()).decode()
        return not self.user or f"Proxy-Authorization: Basic {token}" in lines

    async def _tunnel(self, near: _Side, host: str, port: int) -> None:
        try:
            far = await self._connect(host, port)
        except OSError:
            near[1].write(_REFUSED % 502)
            return
        near[1].write(b"HTTP/1.1 200 Connected\r\n\r\n")
        await _both_ways(near, far)

    async def _pass_on(self, near: _Side, lines: list[str], target: str) -> None:
        parts = urlsplit(target)
        far = await self._connect(parts.hostname or "", parts.port or 80)
        own = [line for line in lines[1:] if not line.lower().startswith("proxy-")]
        first = lines[0].replace(target, parts._replace(scheme="", netloc="").geturl())
        try:
            far[1].write("\r\n".join([first, *own]).encode("latin-1"))
            far[1].write(await near[0].readexactly(_length(lines)))
            head = await _head(far[0])
            near[1].write(head)
            near[1].write(await far[0].readexactly(_length(head.decode("latin-1").split("\r\n"))))
        finally:
            far[1].close()


class SocksProxy(Proxy):
    """A proxy by SOCKS5 (RFC 1928), with user and password (RFC 1929) where it has them.

    `reply` is what it answers to each request instead of connecting; None is no answer.
    """

    scheme = "socks5"
    reply: int | None = 0

    async def _serve_one(self, near: _Side) -> None:
        reader, writer = near
        _, count = await reader.readexactly(2)
        wanted = 2 if self.user else 0
        offered = await reader.readexactly(count)
        writer.write(bytes([5, wanted if wanted in offered else 255]))
        if wanted not in offered or (wanted and not await self._may(near)):
            self.refused += 1
            return
        await reader.readexactly(3)
        host, port = await _socks_address(reader)
        if self.reply != 0:
            writer.write(bytes([5, self.reply, 0, 1, *bytes(6)]) if self.reply else b"")
            return
        far = await self._connect(host, port)
        writer.write(bytes([5, 0, 0, 1, *bytes(6)]))
        await _both_ways(near, far)

    async def _may(self, near: _Side) -> bool:
        reader, writer = near
        await reader.readexactly(1)
        given = [await _counted(reader) for _ in range(2)]
        good = given == [self.user.encode(), self.password.encode()]
        writer.write(bytes([1, not good]))
        return good


async def _socks_address(reader: asyncio.StreamReader) -> tuple[str, int]:
    kind = (await reader.readexactly(1))[0]
    if kind == 3:
        host = (await _counted(reader)).decode()
    else:
        host = str(ipaddress.ip_address(await reader.readexactly(4 if kind == 1 else 16)))
    return host, int.from_bytes(await reader.readexactly(2), "big")


async def _counted(reader: asyncio.StreamReader) -> bytes:
    return await reader.readexactly((await reader.readexactly(1))[0])


async def _head(reader: asyncio.StreamReader) -> bytes:
    """Reads the head of a request or an answer; nothing where the connection has ended."""
    try:
        return await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return b""


def _length(lines: list[str]) -> int:
    found = (line for line in lines if line.lower().startswith("content-length:"))
    return int(next(found, ":0").partition(":")[2])


async def _both_ways(near: _Side, far: _Side) -> None:
    """Passes on what either side sends, until one of them ends."""
    ways = [asyncio.ensure_future(_one_way(near[0], far[1]))]
    ways.append(asyncio.ensure_future(_one_way(far[0], near[1])))
    try:
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for way in ways:
            way.cancel()
        await asyncio.gather(*ways, return_exceptions=True)
        far[1].close()


async def _one_way(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while data := await reader.read(65_536):
            writer.write(data)
            await writer.drain()
