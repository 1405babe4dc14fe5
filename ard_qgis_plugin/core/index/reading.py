"""IndexReading: collections of an API, read into an index or brought up to date there."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from ..catalog.api_url import shown_url
from ..catalog.citation_reader import CitationReader
from ..catalog.request import SearchRequest
from ..geometry.area import Area
from ..labels.cache import CacheOptions, LabelCache
from ..model.bodies import Body
from ..model.errors import InputError
from ..model.network_options import NetworkOptions
from ..search.garbage_collection import rare_garbage_collection
from ..search.pipeline import Progress
from ..web.fetch import Fetcher
from ..web.streams import step_through
from .cluster.index_parts import IndexParts, opened_parts
from .cluster.share import Share
from .item_pages import ItemPages
from .page_writer import IndexReport, PageWriter
from .place import WHOLE_BODY, area_of, both, holds, place_of
from .storage.lock import WriterLock
from .storage.state import CollectionState
from .storage.store import IndexStore
from .update import CollectionUpdate
from .update_context import UpdateContext


class LayerStyle(NamedTuple):
    """How the layer of an index is to look: a name, and QGIS's style as XML."""

    name: str
    qml: str


@dataclass(frozen=True, slots=True)
class IndexRequest:
    """What an index is to keep: collections of an API, of a body or a part of it.

    Without an `area` a collection is kept as it was before, a new one of the whole body.
    `max_items` ends this run after so many items, 0 for all; another run goes on from there.
    With a `share` it keeps that part of the items alone; with a number of `parts` it keeps all, and
    reads no label that one of the parts beside it has.
    """

    path: Path
    api_url: str
    collections: tuple[str, ...]
    body: Body
    area: Area | None = None
    labels: bool = True
    refresh: bool = False
    max_items: int = 0
    style: LayerStyle | None = None
    share: Share | None = None
    parts: int = 0

    def search(self) -> SearchRequest:
        """Returns the request for all of it; raises InputError where its parts can't be."""
        area = self.area or area_of(WHOLE_BODY, self.body)
        return SearchRequest(
            self.api_url, self.collections, area, max_items=self.max_items, labels=self.labels
        )


class IndexReading:
    """One reading under way: `run` does it and returns its report.

    Raises CatalogError, InputError, IndexFileError or CancelledError; what was read until then is
    kept, and another reading goes on there.
    """

    def __init__(
        self,
        request: IndexRequest,
        options: NetworkOptions,
        on_progress: Progress,
        is_cancelled: Callable[[], bool],
        cache: CacheOptions | None = None,
    ) -> None:
        self._request = request
        self._search = replace(request.search(), max_items=0)
        self._options = options
        self._on_progress = on_progress
        self._is_cancelled = is_cancelled
        self._cache = cache
        self._citing = CitationReader(request.api_url, request.collections, options)
        self.report = IndexReport()

    def run(self) -> IndexReport:
        """Reads to the end."""
        request = self._request
        with (
            rare_garbage_collection(),
            WriterLock(request.path),
            IndexStore(request.path, request.body) as store,
        ):
            if request.style:
                store.put_style(*request.style)
            for _ in step_through(self._stream(store), self._is_cancelled):
                pass
            self._end(store)
        return self.report

    async def _stream(self, store: IndexStore) -> AsyncGenerator[list[None], None]:
        most = self._request.max_items or None
        writer = PageWriter(store, self.report, self._on_progress, most)
        try:
            async with (
                self._opened_cache() as cache,
                Fetcher(self._options) as fetcher,
                self._citing,
                ItemPages(self._search, fetcher) as items,
            ):
                share, refresh = self._request.share, self._request.refresh
                with self._opened_parts() as parts:
                    context = UpdateContext(items, writer, fetcher, cache, refresh, share, parts)
                    await self._update_all(store.states(), context)
        finally:
            await writer.close()
        yield []

    async def _update_all(self, states: dict[str, CollectionState], context: UpdateContext) -> None:
        updates = [
            CollectionUpdate(self._wanted(states.get(each), each), self._request.body, context)
            for each in dict.fromkeys(self._request.collections)
        ]
        counts = [await update.count() for update in updates]
        known = [count for count in counts if count is not None]
        total = sum(known) if len(known) == len(counts) else None
        most = self._request.max_items
        context.writer.total = min(total, most) if total is not None and most else total
        for update in updates:
            await update.run()

    def _opened_cache(self) -> AbstractAsyncContextManager[LabelCache | None]:
        if self._cache and self._request.labels:
            options = replace(self._cache, refresh=self._request.refresh)
            return LabelCache(options, self.report.labels.remarks)
        return nullcontext()

    @contextmanager
    def _opened_parts(self) -> Iterator[IndexParts | None]:
        if not self._request.parts:
            yield None
            return
        with opened_parts(self._request.path, self._request.parts) as parts:
            if missing := parts.missing:
                numbers = ", ".join(map(str, missing))
                self.report.labels.remarks.append(
                    f"Of the {self._request.parts} parts of {self._request.path} these are not "
                    f"there: {numbers}; their labels were read again."
                )
            yield parts

    def _wanted(self, kept: CollectionState | None, collection: str) -> CollectionState:
        """Returns what is to be kept of a collection, with how far it is."""
        request, api_url = self._request, shown_url(self._request.api_url)
        if kept is None:
            return CollectionState(collection, api_url, place_of(request.area), request.labels)
        if kept.api_url != api_url:
            raise InputError(
                f"The index {request.path} has {collection} from {kept.api_url}, not from "
                f"{api_url}: choose another file for INDEX."
            )
        kept = replace(kept, labels=kept.labels or request.labels)
        if request.area is None or holds(kept.place, place_of(request.area)):
            return kept
        place = both(kept.place, place_of(request.area))
        return replace(kept, place=place, read_at="", reading=None)

    def _end(self, store: IndexStore) -> None:
        """Keeps what is to be cited, and counts."""
        states = store.states()
        for source in self._citing.sources:
            if state := states.get(source.id):
                store.put(source.id, [], replace(state, source=source))
                total, known = store.count(source.id)
                self.report.with_incidence += known
                self.report.without_incidence += total - known
