"""Server: the catalogue in a process of its own on loopback, each answer as late as is wanted."""

from __future__ import annotations

import asyncio
import gc
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection

from .catalogue import Catalogue, api_path

_LENGTH = re.compile(rb"\r\ncontent-length:\s*(\d+)", re.IGNORECASE)
_LOOPBACK = "127.0.0.1"
_PATIENCE = 10  # seconds until a server that is told to end is killed


class BenchServer:
    """The running server as its user sees it."""

    def __init__(self, pipe: Connection, base: str) -> None:
        self._pipe = pipe
        self._base = base

    def api(self, per_collection: int, run: int = 0) -> str:
        """Returns the root of the API of that size whose labels have the addresses of that run."""
        return self._base + api_path(per_collection, run)

    def set_latency(self, milliseconds: int) -> None:
        """Has each answer wait so long from now on."""
        self._pipe.send(milliseconds / 1000)
        self._pipe.recv()


@contextmanager
def serving(largest: int) -> Iterator[BenchServer]:
    """Runs the server with at most `largest` observations in each of three collections."""
    processes = get_context("spawn")
    here, there = processes.Pipe()
    process = processes.Process(target=_main, args=(there, largest), daemon=True)
    process.start()
    there.close()
    try:
        yield BenchServer(here, here.recv())
    finally:
        here.close()  # the server ends with its pipe, and so with this process too
        process.join(_PATIENCE)
        process.kill()


def _main(pipe: Connection, largest: int) -> None:
    asyncio.run(_serve(pipe, largest))


async def _serve(pipe: Connection, largest: int) -> None:
    loop = asyncio.get_running_loop()
    end = loop.create_future()
    latency = 0.0  # seconds

    def obey() -> None:
        nonlocal latency
        try:
            latency = pipe.recv()
            pipe.send(latency)
        except (EOFError, OSError):
            loop.remove_reader(pipe.fileno())
            end.set_result(None)

    def late(send: Callable[[bytes], None], answer: bytes) -> None:
        loop.call_later(latency, send, answer)

    server = await loop.create_server(lambda: _Exchange(catalogue, late), _LOOPBACK, 0)
    base = f"http://{_LOOPBACK}:{server.sockets[0].getsockname()[1]}"
    catalogue = Catalogue(base, largest)
    gc.freeze()
    pipe.send(base)
    loop.add_reader(pipe.fileno(), obey)
    await end
    server.close()


class _Exchange(asyncio.Protocol):
    """One kept-alive connection; lean, so that it is the client that is measured."""

    def __init__(
        self, catalogue: Catalogue, late: Callable[[Callable[[bytes], None], bytes], None]
    ) -> None:
        self._catalogue = catalogue
        self._late = late
        self._received = b""

    def connection_made(self, transport: asyncio.Transport) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._received += data
        head, blank, rest = self._received.partition(b"\r\n\r\n")
        length = int(match[1]) if (match := _LENGTH.search(head)) else 0
        if blank and len(rest) >= length:
            self._received = b""
            target = head.split(b" ", 2)[1].decode()
            self._late(self._send, self._catalogue.answer(target, rest))

    def _send(self, answer: bytes) -> None:
        if not self._transport.is_closing():
            self._transport.write(answer)
