"""The pipeline: a request to a stream of observations with their angles, in catalogue order."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Callable, Iterator

from .fetch import Fetcher
from .labels import with_angles
from .network_options import NetworkOptions
from .observation import Observation
from .reader import CatalogReader
from .report import HarvestReport
from .request import SearchRequest
from .stepping import step_through

_WINDOW = 1024
"""Observations under way at once, so that one slow label does not hold up the others."""

Progress = Callable[[int, "int | None"], None]
"""done, total (None where the catalogue does not say)."""


class Harvest:
    """Is one search under way: iterate over it for the observations that the request wants.

    Labels of one page are fetched while the next is read. Raises CatalogError, InputError or
    CancelledError; what became of the labels stands in the observations and in `report`.
    """

    def __init__(
        self,
        request: SearchRequest,
        options: NetworkOptions,
        on_progress: Progress,
        is_cancelled: Callable[[], bool],
    ) -> None:
        self.report = HarvestReport()
        self._request = request
        self._options = options
        self._on_progress = on_progress
        self._is_cancelled = is_cancelled

    def __iter__(self) -> Iterator[Observation]:
        return step_through(self._stream(), self._is_cancelled)

    async def _stream(self) -> AsyncGenerator[list[Observation], None]:
        async with (
            Fetcher(self._options) as fetcher,
            CatalogReader(self._request, fetcher) as reader,
        ):
            pending: deque[asyncio.Task[Observation]] = deque()
            try:
                async for observation in self._wanted(reader):
                    pending.append(asyncio.create_task(self._complete(observation, fetcher)))
                    if len(pending) >= _WINDOW:
                        yield await self._finished(pending, reader)
                while pending:
                    yield await self._finished(pending, reader)
                self.report.matched = await reader.count() if self.report.cut else reader.matched
            finally:
                for task in pending:
                    task.cancel()

    async def _wanted(self, reader: CatalogReader) -> AsyncGenerator[Observation, None]:
        """Yields at most MAX_ITEMS observations and notes whether there were more."""
        count = 0
        async for page in reader.pages():
            for observation in page:
                if count == self._request.max_items > 0:
                    self.report.cut = True
                    return
                count += 1
                yield observation

    async def _complete(self, observation: Observation, fetcher: Fetcher) -> Observation:
        return await with_angles(observation, fetcher) if self._request.labels else observation

    async def _finished(
        self, pending: deque[asyncio.Task[Observation]], reader: CatalogReader
    ) -> list[Observation]:
        """Waits for the first observation under way; returns it and those done behind it."""
        await pending[0]
        batch = []
        while pending and pending[0].done():
            observation = pending.popleft().result()
            wanted = self._request.wants(observation.incidence)
            self.report.count(observation, wanted)
            if wanted:
                batch.append(observation)
        self._on_progress(self.report.read, self._total(reader))
        return batch

    def _total(self, reader: CatalogReader) -> int | None:
        limit = self._request.max_items
        if reader.matched is None:
            return limit or None
        return min(limit, reader.matched) if limit else reader.matched
