"""A port of this machine at which nobody listens, and nobody will."""

from __future__ import annotations

import socket
from functools import cache


def closed_port() -> int:
    """Returns the port, the same each time."""
    return _taken().getsockname()[1]


@cache
def _taken() -> socket.socket:
    """Takes it, and doesn't listen."""
    taken = socket.socket()
    taken.bind(("127.0.0.1", 0))
    return taken
