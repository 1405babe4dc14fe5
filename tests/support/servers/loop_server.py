"""What servers on an event loop of their own have in common: the thread, the port, the end."""

from __future__ import annotations

import asyncio
import socket
import threading
from typing import TypeVar

_Self = TypeVar("_Self", bound="LoopServer")


class LoopServer:
    """A server in a thread of its own on a free port; it ends with its `with` block."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name=type(self).__name__)
        self._stop = asyncio.Event()
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]

    def __enter__(self: _Self) -> _Self:
        self._thread.start()
        return self

    def __exit__(self, *exc_info: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(60)
        assert not self._thread.is_alive()

    def _run(self) -> None:
        self._loop.run_until_complete(self._serve())
        self._loop.close()

    async def _serve(self) -> None:
        """Serves on the socket until it is told to stop."""
        raise NotImplementedError
