"""Short ways to fetch in a test: each runs a loop of its own and leaves nothing on it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from ard_qgis_plugin.core.model.errors import FetchError
from ard_qgis_plugin.core.model.network_options import NetworkOptions
from ard_qgis_plugin.core.web.fetch import Fetcher
from ard_qgis_plugin.core.web.reply import Reply
from tests.support.clock.skipped_time import SkippingLoop

PATIENT = NetworkOptions(
    connect_timeout=60.0, read_timeout=60.0, total_timeout=300.0, retries=2, backoff=0.01
)
"""For servers that answer, however busy the machine is."""

QUICK = replace(PATIENT, read_timeout=0.3)
"""For servers that hang and can't be waited for in skipped time."""

Idle = Callable[[], bool]


def run(
    work: Callable[[Fetcher], Awaitable[object]],
    options: NetworkOptions = PATIENT,
    skip: Idle | None = None,
) -> object:
    """Runs work with a fetcher and sees to it that nothing of it is left on the loop.

    With a server's `is_idle` as `skip` the time in which that one hangs takes none.
    """

    async def main() -> object:
        try:
            async with Fetcher(options) as fetcher:
                return await work(fetcher)
        finally:
            assert asyncio.all_tasks() == {asyncio.current_task()}

    factory = (lambda: SkippingLoop(skip)) if skip else None
    with asyncio.Runner(loop_factory=factory) as runner:
        return runner.run(main())


def label(url: str, options: NetworkOptions = PATIENT, skip: Idle | None = None) -> str:
    """Reads a label."""
    return run(lambda fetcher: read_text(fetcher, url), options, skip)


async def read_text(fetcher: Fetcher, url: str) -> str:
    """Reads a label with a fetcher."""
    return (await fetcher.read_label(url)).text


def reply(url: str, options: NetworkOptions = PATIENT, **request: object) -> Reply:
    """Reads a reply of at most 10 kB."""
    return run(lambda fetcher: fetcher.read(url, max_bytes=10_000, **request), options)


def error_of(url: str, options: NetworkOptions = PATIENT, skip: Idle | None = None) -> FetchError:
    """Returns the error that reading a label ends in."""
    with pytest.raises(FetchError) as caught:
        label(url, options, skip)
    return caught.value
