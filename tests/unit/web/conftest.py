"""A server that misbehaves as told, for all that is fetched."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.servers.faults import FaultServer


@pytest.fixture
def server() -> Iterator[FaultServer]:
    """Runs it, and sees that every connection is closed at the end."""
    with FaultServer() as server:
        yield server
        server.wait_until_left()
