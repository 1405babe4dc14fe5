"""Item pages: a collection's items, read page by page, from any page on."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

from ..catalog.catalog import Catalog, Page, Query
from ..catalog.item import observations_of
from ..catalog.pages.page_error import PageError
from ..catalog.pages.page_reply import ask_in_threads
from ..catalog.pages.page_request import PageRequest
from ..catalog.request import SearchRequest
from ..model.errors import CatalogError
from ..model.observation import Observation
from ..web.fetch import Fetcher
from ..web.loop_threads import LoopThreads
from ..web.reply import Reply
from .masked_key import masked, unmasked
from .newer import microseconds_of
from .storage.entry import Entry

_AHEAD = 2  # pages held ready
_MORE = ("bbox", "properties.updated")


@dataclass(frozen=True, slots=True)
class ItemPage:
    """One page of a walk: its items, and what asks for the next, without the API's key.

    `is_open_ended` says that it is the last that was read, though there may be more; `may_repeat`
    that items of earlier pages may come again; `is_full` that it is the last, as full as can be,
    and that no number says whether there are more.
    """

    entries: list[Entry]
    following: PageRequest | None
    is_open_ended: bool
    may_repeat: bool
    is_full: bool = False


class ItemPages:
    """The walks over the collections of a request's API, one at a time; an async context manager.

    pystac-client is plain blocking code, so it runs in a thread; see CatalogReader.
    """

    def __init__(self, request: SearchRequest, fetcher: Fetcher) -> None:
        self._request = request
        self._fetcher = fetcher

    async def __aenter__(self) -> ItemPages:
        self._threads = LoopThreads(1, "ard-catalogue")
        try:
            self._catalog = await self._threads.run(
                Catalog, self._request.api_url, self._ask, _MORE
            )
        except BaseException:
            await self._threads.stop()
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._threads.stop()

    @property
    def classes(self) -> tuple[str, ...]:
        """Returns the API's conformance classes."""
        return self._catalog.classes

    async def count(self, collection: str, query: Query) -> int | None:
        """Returns how many items are where a query says; None where the API doesn't say.

        Raises InputError where it lacks the collection.
        """
        return await self._threads.run(self._count, collection, query)

    async def pages(
        self,
        collection: str,
        query: Query,
        start: PageRequest | None = None,
        *,
        is_trial: bool = False,
    ) -> AsyncGenerator[ItemPage, None]:
        """Yields the pages of a collection in the catalogue's order, from `start` on if given.

        Raises CatalogError; where it is a trial, PageError for the first page.
        """
        queue: asyncio.Queue[Page | None] = asyncio.Queue(_AHEAD)
        pages = partial(self._asked, collection, query, start)
        job = self._threads.run(self._read, collection, pages, queue, is_trial)
        try:
            while page := await _next(queue, job):
                observations = observations_of(page.items, collection, self._request.area.body.name)
                pairs = zip(observations, page.items, strict=True)
                entries = [_entry(observation, item) for observation, item in pairs]
                following = masked(page.following, self._request.api_url)
                is_full = page.is_full and page.matched is None
                yield ItemPage(entries, following, page.is_open_ended, page.may_repeat, is_full)
        finally:
            await self._threads.stop()  # the thread may wait to get rid of a page
            self._threads = LoopThreads(1, "ard-catalogue")

    # What follows runs in the catalogue's thread.

    def _count(self, collection: str, query: Query) -> int | None:
        matched = None
        with suppress(CatalogError):
            matched = self._catalog.count(self._request, collection, query)
        if not matched:
            self._catalog.check_collection(collection)
        return matched

    def _read(
        self,
        collection: str,
        pages: Callable[[], Iterator[Page]],
        queue: asyncio.Queue[Page | None],
        is_trial: bool,
    ) -> None:
        number = 0
        try:
            for page in pages():
                number += 1
                self._threads.begin(queue.put(page))()
        except CatalogError as error:
            if is_trial and not number:
                raise
            if not isinstance(error, PageError) or error.is_answer:
                self._catalog.check_collection(collection)
            raise CatalogError(
                f"The reading of {collection} ended at page {number + 1}: {error} What was read "
                "is kept: run ard:index again, it goes on there."
            ) from error
        if not number:
            self._catalog.check_collection(collection)
        self._threads.begin(queue.put(None))()

    def _ask(self, request: PageRequest) -> Callable[[], Reply]:
        return ask_in_threads(request, self._request.api_url, self._fetcher, self._threads)

    def _asked(self, collection: str, query: Query, start: PageRequest | None) -> Iterator[Page]:
        if start:
            return self._catalog.pages_from(unmasked(start, self._request.api_url))
        return self._catalog.pages(self._request, collection, query)


async def _next(queue: asyncio.Queue[Page | None], job: asyncio.Future[None]) -> Page | None:
    page = asyncio.ensure_future(queue.get())
    await asyncio.sleep(0)  # takes what is there already, even if the reading has failed since
    try:
        if not page.done():
            either: set[asyncio.Future[Any]] = {page, job}
            await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        if not page.done():
            job.result()
            await page
    finally:
        page.cancel()
    return page.result()


def _entry(observation: Observation, item: Mapping[str, Any]) -> Entry:
    properties = item.get("properties")
    updated = properties.get("updated") if isinstance(properties, Mapping) else None
    return Entry(observation, microseconds_of(updated), observation.bounds)
