"""What a fault server can do with a request, from the right answer to the worst."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import Callable

from tests.support.clock.conditions import until
from tests.support.servers.fault_server import Behaviour, Exchange, FaultServer

__all__ = [  # tests take the server from here too
    "FaultServer",
    "bad_chunks",
    "drip",
    "drip_headers",
    "endless",
    "fall_silent",
    "flood",
    "gzip_bomb",
    "gzip_garbage",
    "gzip_short",
    "hang",
    "hang_up",
    "held",
    "late",
    "long_body",
    "not_http",
    "ok",
    "reset",
    "reset_in_body",
    "short_body",
    "status",
]


def status(code: int, body: bytes = b"", **headers: str) -> Behaviour:
    """Answers with a status, a body and headers (retry_after="1" is Retry-After: 1)."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}

    async def behave(exchange: Exchange) -> None:
        await exchange.answer(code, body, named)

    return behave


def ok(body: bytes = b"ok", **headers: str) -> Behaviour:
    """Answers as it should."""
    return status(200, body, **headers)


def late(seconds: float, body: bytes = b"ok") -> Behaviour:
    """Answers as it should, after a while."""

    async def behave(exchange: Exchange) -> None:
        await asyncio.sleep(seconds)
        await exchange.answer(200, body, {})

    return behave


def held(condition: Callable[[], bool], behaviour: Behaviour | None = None) -> Behaviour:
    """Acts, or else answers as it should, once something holds."""

    async def behave(exchange: Exchange) -> None:
        await until(condition)
        await (behaviour or ok())(exchange)

    return behave


def drip(
    seconds: float, part: bytes = b"x", body: bytes = b"", code: int = 200, length: int = 100_000
) -> Behaviour:
    """Sends a body, then one byte more at a time, or another part; never ends."""

    async def behave(exchange: Exchange) -> None:
        await exchange.answer(code, body, {}, length=length)
        while True:
            await exchange.send(part)
            await asyncio.sleep(seconds)

    return behave


def drip_headers(seconds: float) -> Behaviour:
    """Sends one byte of the headers at a time and never ends."""

    async def behave(exchange: Exchange) -> None:
        await exchange.send(b"HTTP/1.1 200 OK\r\nX-Filler: ")
        while True:
            await exchange.send(b"x")
            await asyncio.sleep(seconds)

    return behave


async def hang(exchange: Exchange) -> None:
    """Never answers."""
    exchange.hangs = True
    await exchange.writer.wait_closed()


def fall_silent(answer: bytes) -> Behaviour:
    """Begins an answer, of which it sends so much as it is, and nothing more."""

    async def behave(exchange: Exchange) -> None:
        await exchange.send(answer)
        await hang(exchange)

    return behave


async def hang_up(exchange: Exchange) -> None:
    """Closes the connection without a word."""
    exchange.writer.close()


async def reset(exchange: Exchange) -> None:
    """Resets the connection without a word."""
    exchange.reset()


async def reset_in_body(exchange: Exchange) -> None:
    """Resets the connection in the middle of the body."""
    await exchange.answer(200, b"half", {}, length=8)
    await asyncio.sleep(0.05)  # so that the half arrives
    exchange.reset()


async def short_body(exchange: Exchange) -> None:
    """Sends less than Content-Length says and closes."""
    await exchange.answer(200, b"half", {}, length=8)
    exchange.writer.close()


async def long_body(exchange: Exchange) -> None:
    """Sends more than Content-Length says and keeps the connection."""
    await exchange.answer(
        200, b"wholeHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwrong", {}, length=5
    )


async def bad_chunks(exchange: Exchange) -> None:
    """Sends a chunked body whose second chunk has no length."""
    await exchange.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\nzz\r\n")


async def not_http(exchange: Exchange) -> None:
    """Answers in another protocol."""
    await exchange.send(b"220 mail.example ESMTP\r\n")
    exchange.writer.close()


async def endless(exchange: Exchange) -> None:
    """Sends a body of unknown length for ever."""
    await _flood(exchange, 0.0)


async def flood(exchange: Exchange) -> None:
    """Sends a body of unknown length for ever, but no more than 13 MB a second."""
    await _flood(exchange, 0.005)


async def _flood(exchange: Exchange, pause: float) -> None:
    await exchange.send(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
    while True:
        await exchange.send(b"(" * 65_536)
        await asyncio.sleep(pause)


gzip_garbage = ok(b"no gzip at all", content_encoding="gzip")
gzip_short = ok(gzip.compress(b"whole text " * 99)[:-12], content_encoding="gzip")
gzip_bomb = ok(gzip.compress(bytes(50_000_000), 1), content_encoding="gzip")
