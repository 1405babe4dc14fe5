"""The catalogue's pages as observations, several collections side by side, in catalogue order."""

from __future__ import annotations

import asyncio
import concurrent.futures
from collections.abc import AsyncGenerator, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from types import TracebackType
from typing import Any

from .area import Box
from .catalog import Catalog
from .errors import CancelledError, CatalogError, FetchError
from .fetch import Fetcher
from .item import observation_of
from .observation import Observation
from .request import SearchRequest

_SIDE_BY_SIDE = 4
"""Collections read at once: more gains nothing and is impolite to the API."""

_PAGES_AHEAD = 2
"""Pages of a collection held ready while those before them are worked on."""

_LARGEST_PAGE = 64 * 1024 * 1024
"""Bytes of one page at most; the USGS API itself fails above about 6 MB."""


class CatalogReader:
    """Reads a request's observations from a STAC API; an async context manager.

    pystac-client is plain blocking code, so it runs in a few threads of its own; what it reads
    from the network goes through the fetcher, on the event loop, and ends when that is cancelled.
    """

    def __init__(self, request: SearchRequest, fetcher: Fetcher) -> None:
        self._request = request
        self._fetcher = fetcher
        self._matched: dict[tuple[str, Box], int | None] = {}
        self._answers: set[concurrent.futures.Future[Any]] = set()
        self._closed = False

    async def __aenter__(self) -> CatalogReader:
        self._loop = asyncio.get_running_loop()
        self._threads = ThreadPoolExecutor(_SIDE_BY_SIDE, thread_name_prefix="ard-catalogue")
        self._pumps: list[asyncio.Task[None]] = []
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._closed = True
        for work in (*self._pumps, *self._answers):
            work.cancel()
        await asyncio.gather(*self._pumps, return_exceptions=True)
        # the threads end as their answers are cancelled, which takes the loop a turn or two
        await asyncio.to_thread(self._threads.shutdown)

    @property
    def matched(self) -> int | None:
        """Returns how many observations the catalogue counts so far, None where it doesn't say."""
        counts = list(self._matched.values())
        known = [count for count in counts if count is not None]
        return sum(known) if known and len(known) == len(counts) else None

    async def pages(self) -> AsyncGenerator[list[Observation], None]:
        """Yields the observations page by page, collections in the order of the request."""
        self._catalog = await self._in_thread(Catalog, self._request.api_url, self._read)
        lines = []
        for collection in self._request.collections:
            line: asyncio.Queue[Any] = asyncio.Queue(_PAGES_AHEAD)
            pages = self._collection_pages(collection)
            self._pumps.append(asyncio.create_task(self._pump(pages, line)))
            lines.append(line)
        for line in lines:
            while (page := await line.get()) is not None:
                if isinstance(page, Exception):
                    raise page
                yield page

    async def count(self) -> int | None:
        """Returns how many observations match in all, asking where it is not known yet."""
        for collection in self._request.collections:
            for box in self._request.area.boxes:
                if (collection, box) not in self._matched:
                    await self._in_thread(self._count_one, collection, box)
        return self.matched

    def _count_one(self, collection: str, box: Box) -> None:
        first = next(self._catalog.pages(self._request, collection, box), None)
        self._matched[collection, box] = first.matched if first else 0

    async def _pump(self, pages: Iterator[list[Observation]], line: asyncio.Queue[Any]) -> None:
        try:
            while (page := await self._in_thread(next, pages, None)) is not None:
                await line.put(page)
            await line.put(None)
        except Exception as error:  # noqa: BLE001 - raised again where the line is read
            await line.put(error)

    def _collection_pages(self, collection: str) -> Iterator[list[Observation]]:
        seen: set[str] = set()
        try:
            for box in self._request.area.boxes:
                yield from self._box_pages(collection, box, seen)
        except CatalogError:
            with suppress(CatalogError):  # the first error tells more than one of this look-up
                self._catalog.check_collection(collection)
            raise
        if not seen:
            self._catalog.check_collection(collection)

    def _box_pages(self, collection: str, box: Box, seen: set[str]) -> Iterator[list[Observation]]:
        body = self._request.area.body.name
        self._matched[collection, box] = 0
        for number, page in enumerate(self._catalog.pages(self._request, collection, box)):
            if number == 0:
                self._matched[collection, box] = page.matched
            observations = [observation_of(item, collection, body) for item in page.items]
            fresh = [each for each in observations if not each.id or each.id not in seen]
            seen.update(each.id for each in fresh)
            yield fresh

    async def _in_thread(self, function: Any, *arguments: Any) -> Any:
        return await self._loop.run_in_executor(self._threads, function, *arguments)

    def _read(
        self,
        method: str,
        url: str,
        body: Mapping[str, Any] | None,
        headers: Mapping[str, str] | None,
    ) -> bytes:
        """Reads one answer for pystac-client; runs in one of the catalogue's threads."""
        if self._closed:
            raise CancelledError("The search was cancelled.")
        reading = self._fetcher.read(
            url, max_bytes=_LARGEST_PAGE, method=method, json=body, headers=headers
        )
        answer = asyncio.run_coroutine_threadsafe(reading, self._loop)
        self._answers.add(answer)
        try:
            return answer.result().body
        except FetchError as error:
            raise CatalogError(f"The catalogue could not be read: {error}") from error
        except concurrent.futures.CancelledError as error:
            raise CancelledError("The search was cancelled.") from error
        finally:
            self._answers.discard(answer)
