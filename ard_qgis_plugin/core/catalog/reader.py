"""The catalogue's pages as observations, several collections side by side, in catalogue order."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import suppress
from itertools import groupby
from types import TracebackType
from typing import Any

from ..model.errors import CatalogError, FetchError, InputError, TooLargeError
from ..model.observation import Observation
from ..web.fetch import Fetcher
from ..web.loop_threads import LoopThreads
from .api_url import with_user_of
from .catalog import Catalog, Query
from .item import observations_of
from .pagination import PageError
from .request import SearchRequest

_SIDE_BY_SIDE = 6
"""Lines read at once: three collections on both sides of +-180; more is impolite to the API."""

_PAGES_AHEAD = 6
"""Pages of a line held ready, next to the one that waits to become that."""

_LARGEST_PAGE = 64 * 1024 * 1024
"""Bytes of one page at most; the USGS API itself fails above about 6 MB."""


class _Line:
    """One collection in one box or region: its pages as they come, then None."""

    def __init__(self, collection: str, query: Query) -> None:
        self.collection = collection
        self.query = query
        self.pages: asyncio.Queue[list[Observation] | None] = asyncio.Queue(_PAGES_AHEAD)
        self.job: asyncio.Future[None]
        self.is_counted = False
        self.matched: int | None = None

    def count(self, matched: int | None) -> None:
        """Keeps how many the catalogue counts; None where it doesn't say."""
        self.matched = matched
        self.is_counted = True


class CatalogReader:
    """The reader of a request's observations from a STAC API; an async context manager.

    pystac-client is plain blocking code, so it runs in a few threads of its own; what it reads
    from the network goes through the fetcher, on the event loop, and ends when that is cancelled.
    """

    def __init__(self, request: SearchRequest, fetcher: Fetcher) -> None:
        self._request = request
        self._fetcher = fetcher
        queries = request.area.queries()
        self._lines = [
            _Line(collection, query)
            for collection in dict.fromkeys(request.collections)
            for query in queries
        ]

    async def __aenter__(self) -> CatalogReader:
        self._start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._threads.stop()

    @property
    def matched(self) -> int | None:
        """Returns how many items the catalogue counts, None where it doesn't say, or not yet.

        What lies in several boxes counts as often.
        """
        counts = [line.matched for line in self._lines]
        return None if None in counts else sum(filter(None, counts))

    async def pages(self) -> AsyncGenerator[list[Observation], None]:
        """Yields the observations page by page, collections in the order of the request.

        An observation that comes again, in the next box or by mistake, is left out. Raises
        InputError and CatalogError, as early as it is sure that the search can't succeed.
        """
        self._catalog = await self._threads.run(Catalog, self._request.api_url, self._ask)
        for line in self._lines:
            line.job = self._threads.run(self._read_line, line)
        for _, lines in groupby(self._lines, key=lambda line: line.collection):
            of_collection = list(lines)
            seen: set[str] = set()
            for line in of_collection:
                while (page := await self._next_page(line)) is not None:
                    yield _fresh(page, seen) if len(of_collection) > 1 else page

    async def count(self) -> int | None:
        """Ends the reading; returns how many match in all, asking where it is not known yet.

        None where the catalogue doesn't say. Raises InputError where it lacks a collection.
        """
        await self._threads.stop()
        self._start()
        unknown = [line for line in self._lines if not line.is_counted]
        await asyncio.gather(*(self._threads.run(self._count_line, line) for line in unknown))
        return self.matched

    def _start(self) -> None:
        self._threads = LoopThreads(_SIDE_BY_SIDE, "ard-catalogue")

    async def _next_page(self, line: _Line) -> list[Observation] | None:
        page = asyncio.ensure_future(line.pages.get())
        await asyncio.sleep(0)  # takes what is there already, even if the line has failed since
        try:
            while not page.done():
                self._raise_failure(line)
                await asyncio.wait(
                    {page, *self._threads.running}, return_when=asyncio.FIRST_COMPLETED
                )
        finally:
            page.cancel()
        return page.result()

    def _raise_failure(self, line: _Line) -> None:
        for other in self._lines:
            error = other.job.exception() if other.job.done() else None
            # under MAX_ITEMS what failed later in the order may never be needed
            is_sure = other is line or not self._request.max_items or isinstance(error, InputError)
            if error and is_sure:
                raise error

    # What follows runs in the catalogue's threads.

    def _read_line(self, line: _Line) -> None:
        number = total = 0
        seen: set[str] = set()
        try:
            for page in self._catalog.pages(self._request, line.collection, line.query):
                if not number:
                    line.count(page.matched)
                number += 1
                observations = _fresh(self._observations(page.items, line.collection), seen)
                total += len(observations)
                self._threads.begin(line.pages.put(observations))()
                if 0 < self._request.max_items < total:  # the rest is never taken
                    break
        except CatalogError as error:
            if not isinstance(error, PageError) or error.is_answer:
                self._catalog.check_collection(line.collection)
            raise CatalogError(
                f"The search of {line.collection} ended at page {number + 1}, after {total} "
                f"observations of it: {error}"
            ) from error
        if not number:
            self._catalog.check_collection(line.collection)
            line.count(0)
        self._threads.begin(line.pages.put(None))()

    def _observations(self, items: list[dict[str, Any]], collection: str) -> list[Observation]:
        body = self._request.area.body.name
        return observations_of(items, collection, body)

    def _count_line(self, line: _Line) -> None:
        matched = None
        with suppress(CatalogError):
            matched = self._catalog.count(self._request, line.collection, line.query)
        if not matched:
            self._catalog.check_collection(line.collection)
        line.count(matched)

    def _ask(
        self,
        method: str,
        url: str,
        body: Mapping[str, Any] | None,
        headers: Mapping[str, str] | None,
    ) -> Callable[[], bytes]:
        """Asks for one answer for pystac-client; what it returns waits for the body."""
        reading = self._fetcher.read(
            with_user_of(self._request.api_url, url),
            max_bytes=_LARGEST_PAGE,
            method=method,
            json=body,
            headers=headers,
        )
        wait = self._threads.begin(reading)

        def wait_for_body() -> bytes:
            try:
                return wait().body
            except FetchError as error:
                is_too_large = isinstance(error, TooLargeError)
                raise PageError(str(error), error.status, is_too_large=is_too_large) from error

        return wait_for_body


def _fresh(page: list[Observation], seen: set[str]) -> list[Observation]:
    """Returns those of a page that are not in `seen`, and adds them; without an id all are new."""
    fresh = []
    for observation in page:
        if observation.id not in seen:
            fresh.append(observation)
        if observation.id:
            seen.add(observation.id)
    return fresh
