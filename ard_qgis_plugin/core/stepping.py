"""An async stream, walked from plain code: the event loop runs only between two batches."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator
from typing import TypeVar

from .errors import CancelledError

T = TypeVar("T")

_POLL = 0.1
"""Seconds between two looks at whether the user has cancelled."""


def step_through(
    stream: AsyncGenerator[list[T], None], is_cancelled: Callable[[], bool]
) -> Iterator[T]:
    """Yields what an async stream of batches holds, one by one, in order.

    Raises CancelledError as soon as `is_cancelled()` is true. However it ends, the stream is closed
    and the loop with everything in it is gone when this returns.
    """
    loop = asyncio.new_event_loop()
    try:
        while True:
            batch = loop.run_until_complete(_next_batch(stream, is_cancelled))
            if batch is None:
                return
            yield from batch
    finally:
        _close(loop, stream)


async def _next_batch(
    stream: AsyncGenerator[list[T], None], is_cancelled: Callable[[], bool]
) -> list[T] | None:
    waiting = asyncio.ensure_future(anext(stream, None))
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


def _close(loop: asyncio.AbstractEventLoop, stream: AsyncGenerator[list[T], None]) -> None:
    try:
        loop.run_until_complete(stream.aclose())
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.run_until_complete(loop.shutdown_default_executor())
    finally:
        loop.close()
