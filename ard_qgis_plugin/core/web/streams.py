"""An async stream, walked from plain code: the event loop runs only between two batches."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Thread
from typing import TypeVar

from ..model.errors import CancelledError

T = TypeVar("T")

_POLL = 0.1
"""Seconds between two looks at whether the user has cancelled."""

_HELPERS = 4
"""Threads for what would hold up the loop: looking up host names, labels that pvl has to read."""

_PATIENCE = 0.3
"""Seconds to wait for the helpers: a host name that is being looked up can't be cancelled."""


def step_through(
    stream: AsyncGenerator[list[T], None], is_cancelled: Callable[[], bool]
) -> Iterator[T]:
    """Yields what an async stream of batches holds, one by one, in order.

    Raises CancelledError as soon as `is_cancelled()` is true. However it ends, the stream is closed
    and the loop with everything in it is gone when this returns.
    """
    loop = asyncio.new_event_loop()
    helpers = ThreadPoolExecutor(_HELPERS, thread_name_prefix="ard-helper")
    loop.set_default_executor(helpers)
    try:
        while True:
            batch = loop.run_until_complete(_next_batch(stream, is_cancelled))
            if batch is None:
                return
            yield from batch
    finally:
        try:
            loop.run_until_complete(_close(stream))
        finally:
            loop.close()
            _end(helpers)


async def _next_batch(
    stream: AsyncGenerator[list[T], None], is_cancelled: Callable[[], bool]
) -> list[T] | None:
    waiting = asyncio.create_task(_advanced(stream))
    try:
        while not waiting.done():
            if is_cancelled():
                raise CancelledError("The search was cancelled.")
            await asyncio.wait({waiting}, timeout=_POLL)
        return waiting.result()
    finally:
        if not waiting.done():
            waiting.cancel()
            await asyncio.wait({waiting})


async def _advanced(stream: AsyncGenerator[list[T], None]) -> list[T] | None:
    async for batch in stream:
        return batch
    return None


async def _close(stream: AsyncGenerator[list[T], None]) -> None:
    try:
        await stream.aclose()
    finally:
        rest = asyncio.all_tasks() - {asyncio.current_task()}
        for task in rest:
            task.cancel()
        await asyncio.gather(*rest, return_exceptions=True)
        await asyncio.get_running_loop().shutdown_asyncgens()


def _end(helpers: ThreadPoolExecutor) -> None:
    ending = Thread(target=helpers.shutdown, kwargs={"cancel_futures": True}, daemon=True)
    ending.start()
    ending.join(_PATIENCE)
