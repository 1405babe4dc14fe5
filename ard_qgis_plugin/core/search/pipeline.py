"""The pipeline: a request to a stream of observations with their angles, in catalogue order."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, aclosing, nullcontext
from itertools import islice
from typing import TypeAlias

from ..catalog.citation_reader import CitationReader
from ..catalog.reader import CatalogReader
from ..catalog.request import SearchRequest
from ..geometry.region import Region
from ..labels.angle_reader import NOTHING_KEPT, with_angles, with_kept_angles
from ..labels.cache import CacheOptions, LabelCache, PageLabels
from ..labels.formulas import CollectionFormulas
from ..model.network_options import NetworkOptions
from ..model.observation import LabelStatus, Observation
from ..web.fetch import Fetcher
from ..web.streams import step_through
from .garbage_collection import rare_garbage_collection
from .light import wanted_of
from .report import SearchReport
from .unrequested_items import AskedFor

_WINDOW = 1024
"""Observations under way at which no further page is taken: one slow label holds up no others."""

_BATCH = 256
"""Observations given away at once: with 128 the calls for each batch took 3 microseconds more an
observation. Downloads stand still while the taker works on them, some 10 ms."""

_PAUSE = 0.1
"""Seconds after which those that are complete are given away though they are fewer."""

Progress: TypeAlias = Callable[[int, "int | None"], None]
"""done, total (None where the catalogue does not say)."""

Known: TypeAlias = Callable[[list[Observation]], list[Observation]]
"""A page of observations -> the same, those with their angles whose labels need not be read."""

_Page: TypeAlias = "tuple[list[Observation], PageLabels] | None"
_UnderWay: TypeAlias = "Observation | asyncio.Task[Observation]"


class Search:
    """One search under way: iterate over it for the observations that the request wants.

    Labels of one page are fetched while the next is read, but for those that the cache holds, and
    those of observations that `known` returns with their angles.
    Raises CatalogError, InputError or CancelledError; what became of the labels stands in the
    observations and in `report`, what to cite in `citing`.
    """

    def __init__(
        self,
        request: SearchRequest,
        options: NetworkOptions,
        on_progress: Progress,
        is_cancelled: Callable[[], bool],
        cache: CacheOptions | None = None,
        *,
        known: Known | None = None,
    ) -> None:
        self.report = SearchReport()
        self.citing = CitationReader(request.api_url, request.collections, options)
        self._request = request
        self._options = options
        self._on_progress = on_progress
        self._is_cancelled = is_cancelled
        self._asked_for = AskedFor(request)
        self._region = request.area.region or Region.of_boxes(request.area.boxes)
        self._cache = cache
        self._known = known

    def __iter__(self) -> Iterator[Observation]:
        with rare_garbage_collection():
            yield from step_through(self._stream(), self._is_cancelled)

    async def _stream(self) -> AsyncGenerator[list[Observation], None]:
        async with (
            self._opened_cache() as cache,
            Fetcher(self._options) as fetcher,
            self.citing,
            CatalogReader(self._request, fetcher) as reader,
            aclosing(self._pages(reader)) as pages,
            aclosing(completed(pages, fetcher, cache, labels=self._request.labels)) as batches,
        ):
            async for batch in batches:
                wanted = wanted_of(batch, self._request, self._region, self.report)
                self._tell_progress(reader)
                yield wanted

    def _opened_cache(self) -> AbstractAsyncContextManager[LabelCache | None]:
        if self._cache and self._request.labels:
            return LabelCache(self._cache, self.report.remarks)
        return nullcontext()

    async def _pages(self, reader: CatalogReader) -> AsyncGenerator[list[Observation], None]:
        """Yields those of at most MAX_ITEMS observations that touch what is searched.

        What the boxes hold beside it, what is of another body, and what was not asked for at all,
        is only counted.
        """
        limit, count = self._request.max_items, 0
        async for page in reader.pages():
            if limit and count + len(page) > limit:
                yield self._touching(page[: limit - count])
                self.report.cut = True
                self.report.matched = await reader.count()
                return
            count += len(page)
            yield self._touching(page)
            self._tell_progress(reader)
        self.report.matched = reader.matched
        self.report.remarks += reader.remarks()

    def _touching(self, page: list[Observation]) -> list[Observation]:
        body, unrequested = self._request.area.body.name, self.report.unrequested
        asked = self._asked_for.sort(page, unrequested)
        own = [each for each in asked if each.body == body]
        self.report.count_strangers(each for each in asked if each.body != body)
        touching = self._region.touching(own)
        if len(touching) < len(own):
            there = set(map(id, touching))
            beside = [each for each in own if id(each) not in there]
            self.report.beside += self._asked_for.sort_places(beside, unrequested)
        return self._known(touching) if self._known and self._request.labels else touching

    def _tell_progress(self, reader: CatalogReader) -> None:
        """Tells how many observations are done, and how many it will be as far as is known."""
        limit, matched, done = self._request.max_items, reader.matched, self.report.taken
        if matched is None or matched < done:  # no number, or a wrong one
            self._on_progress(done, limit or None)
        else:
            self._on_progress(done, min(limit, matched) if limit else matched)


async def completed(
    pages: AsyncGenerator[list[Observation], None],
    fetcher: Fetcher,
    cache: LabelCache | None,
    *,
    labels: bool,
) -> AsyncGenerator[list[Observation], None]:
    """Yields the observations of pages with their angles, in order, as soon as they are complete.

    Without `labels` none is read.
    """
    under_way: deque[_UnderWay] = deque()
    formulas = CollectionFormulas()
    page: asyncio.Task[_Page] | None = asyncio.create_task(_next(pages, cache, labels=labels))
    try:
        while page or under_way:
            await _batch_done(under_way, page if len(under_way) < _WINDOW else None)
            if page and page.done() and len(under_way) < _WINDOW:
                found, page = page.result(), None
                if found:
                    under_way += _begun(*found, fetcher, formulas) if labels else found[0]
                    page = asyncio.create_task(_next(pages, cache, labels=labels))
            if batch := _done(under_way):
                yield batch
    finally:
        unfinished = [each for each in (page, *under_way) if isinstance(each, asyncio.Task)]
        for task in unfinished:
            task.cancel()
        await asyncio.gather(*unfinished, return_exceptions=True)


def _begun(
    page: Sequence[Observation],
    labels: PageLabels,
    fetcher: Fetcher,
    formulas: CollectionFormulas,
) -> list[_UnderWay]:
    """Begins to complete the observations of a page, but for those that are complete."""
    unread = [each for each in page if each.label_status is LabelStatus.NOT_READ]
    alike = formulas.page(each.collection for each in unread)
    return [
        asyncio.create_task(with_angles(each, fetcher, labels, alike, candidates))
        if each.label_status is LabelStatus.NOT_READ
        else each
        for each, candidates in zip(page, labels.candidates, strict=True)
    ]


async def _next(
    pages: AsyncGenerator[list[Observation], None], cache: LabelCache | None, *, labels: bool
) -> _Page:
    async for page in pages:
        return await with_kept_angles(page, cache) if labels else (page, NOTHING_KEPT)
    return None


async def _batch_done(under_way: deque[_UnderWay], page: asyncio.Task[_Page] | None) -> None:
    """Waits for the next batch, or for the next page if it is wanted, but not for long.

    It is the batch's last that is waited for: to look around after each took 15 microseconds.
    """
    batch = list(islice(under_way, _BATCH))
    unfinished = (each for each in reversed(batch) if _is_unfinished(each))
    last = next(unfinished, None)
    if batch and not last:
        return
    waiting = {task for task in (last, page) if isinstance(task, asyncio.Task)}
    pause = _PAUSE if batch else None
    await asyncio.wait(waiting, timeout=pause, return_when=asyncio.FIRST_COMPLETED)


def _is_unfinished(each: _UnderWay) -> bool:
    return isinstance(each, asyncio.Task) and not each.done()


def _done(under_way: deque[_UnderWay]) -> list[Observation]:
    """Takes off those that are complete, up to the first that is not."""
    batch: list[Observation] = []
    while under_way and len(batch) < _BATCH:
        first = under_way[0]
        if isinstance(first, asyncio.Task):
            if not first.done():
                break
            first = first.result()
        batch.append(first)
        del under_way[0]
    return batch
