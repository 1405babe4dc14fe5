"""The catalogue's pages as observations, several collections side by side, in catalogue order."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import suppress
from threading import Lock
from typing import Any

from ..model.errors import CatalogError, InputError
from ..model.observation import Observation
from ..web.fetch import Fetcher
from ..web.loop_threads import LoopThreads
from ..web.reply import Reply
from .catalog import Catalog
from .item import identity_of, observations_of, stated_collection
from .line import Found, Line
from .pages.completeness import remarks_on
from .pages.page_error import PageError
from .pages.page_reply import ask_in_threads
from .pages.page_request import PageRequest
from .request import SearchRequest

_SIDE_BY_SIDE = 6
"""Lines read at once: three collections on both sides of +-180; more is impolite to the API."""

_IDLE = 0.03
"""Seconds without a page, once there was one, after which each line has one more taken apart. Until
then only those are that the search waits for, and labels under way have the processor first: of
600 at 20 ms that saves 3 %."""

_FIRST = 64
"""Items of a line's first page that are handed on before the others, as many as there are labels at
once: the first label is asked for 10 ms sooner."""


class CatalogReader:
    """The reader of a request's observations from a STAC API; an async context manager.

    What it reads from the network goes through the fetcher, on the event loop, and ends when that
    is cancelled; the pages are taken apart in a few threads of its own.
    """

    def __init__(self, request: SearchRequest, fetcher: Fetcher) -> None:
        self._request = request
        self._fetcher = fetcher
        self._taking_apart = Lock()  # two at once would only make the first one late
        queries = request.area.queries()
        self._lines = [
            Line(collection, query)
            for collection in dict.fromkeys(request.collections)
            for query in queries
        ]

    async def __aenter__(self) -> CatalogReader:
        self._start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._threads.stop()

    @property
    def matched(self) -> int | None:
        """Returns how many items the catalogue counts, None where it doesn't say, or not yet.

        What lies in several boxes counts as often.
        """
        counts = [line.read.matched for line in self._lines]
        return None if None in counts else sum(filter(None, counts))

    async def pages(self) -> AsyncGenerator[list[Observation], None]:
        """Yields the observations page by page, collections in the order of the request.

        An observation that comes again, in the next box or by mistake, is left out. Raises
        InputError and CatalogError, as early as it is sure that the search can't succeed.
        """
        self._catalog = await self._threads.run(Catalog, self._request.api_url, self._ask)
        for line in self._lines:
            line.job = self._threads.run(self._read_line, line)
        for number, line in enumerate(self._lines):
            earlier = [other.seen for other in self._lines[:number]]
            while (page := await self._next_page(line)) is not None:
                found = [each for each in page if not any(each.mark in seen for seen in earlier)]
                if found:
                    yield [each.observation for each in found]

    async def count(self) -> int | None:
        """Ends the reading; returns how many match in all, asking where it is not known yet.

        None where the catalogue doesn't say. Raises InputError where it lacks a collection.
        """
        await self._threads.stop()
        self._start()
        unknown = [line for line in self._lines if not line.is_counted]
        await asyncio.gather(*(self._threads.run(self._count_line, line) for line in unknown))
        return self.matched

    def remarks(self) -> list[str]:
        """Returns one sentence for each way in which the catalogue sent less than it should."""
        return remarks_on(line.read for line in self._lines)

    def _start(self) -> None:
        self._threads = LoopThreads(_SIDE_BY_SIDE, "ard-catalogue")

    async def _next_page(self, line: Line) -> list[Found] | None:
        line.want_page()
        page = asyncio.ensure_future(line.pages.get())
        has_begun = any(each.read.different for each in self._lines)
        await asyncio.sleep(0)  # takes what is there already, even if the line has failed since
        try:
            while not page.done():
                self._raise_failure(line)
                news, _ = await asyncio.wait(
                    {page, *self._threads.running},
                    timeout=_IDLE if has_begun else None,
                    return_when=asyncio.FIRST_COMPLETED,
                )
                for other in () if news else self._lines:
                    other.go_ahead()
        finally:
            page.cancel()
        return page.result()

    def _raise_failure(self, line: Line) -> None:
        for other in self._lines:
            error = other.job.exception() if other.job.done() else None
            # under MAX_ITEMS what failed later in the order may never be needed
            is_sure = other is line or not self._request.max_items or isinstance(error, InputError)
            if error and is_sure:
                raise error

    # What follows runs in the catalogue's threads.

    def _read_line(self, line: Line) -> None:
        number, limit = 0, self._request.max_items
        try:
            for page in self._catalog.pages(self._request, line.collection, line.query):
                number += 1
                line.take(page)
                self._take_apart(line, page.items, _FIRST if number == 1 else len(page.items))
                if 0 < limit < line.read.different:  # the rest is never taken
                    break
            else:
                line.read.is_read = True
        except CatalogError as error:
            if not isinstance(error, PageError) or error.is_answer:
                self._catalog.check_collection(line.collection)
            raise CatalogError(
                f"The search of {line.collection} ended at page {number + 1}, after "
                f"{line.read.different} observations of it: {error}"
            ) from error
        if not line.read.sent:
            self._catalog.check_collection(line.collection)
            line.count(line.read.matched or 0)
        self._threads.begin(line.pages.put(None))()

    def _take_apart(self, line: Line, items: list[dict[str, Any]], first: int) -> None:
        """Hands the observations of a page on, each part of it in its turn; clears the items."""
        while items:
            self._threads.begin(line.turns.acquire())()
            fresh = line.fresh(self._found(items[:first], line.collection))
            del items[:first]  # 7 MB that would wait with this thread
            first = len(items)
            self._threads.begin(line.pages.put(fresh))()

    def _found(self, items: list[dict[str, Any]], collection: str) -> list[Found]:
        with self._taking_apart:
            observations = observations_of(items, collection, self._request.area.body.name)
        return [
            Found(_mark(observation, stated_collection(item)), observation)
            for item, observation in zip(items, observations, strict=True)
        ]

    def _count_line(self, line: Line) -> None:
        matched = None
        with suppress(CatalogError):
            matched = self._catalog.count(self._request, line.collection, line.query)
        if not matched:
            self._catalog.check_collection(line.collection)
        line.count(matched)

    def _ask(self, request: PageRequest) -> Callable[[], Reply]:
        return ask_in_threads(request, self._request.api_url, self._fetcher, self._threads)


def _mark(observation: Observation, stated: str) -> int | None:
    identifier = identity_of(observation, stated)
    return hash((stated, identifier)) if identifier else None
