"""One collection of an index, read on from where an earlier run ended, or brought up to date."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Collection, Sequence
from contextlib import aclosing
from dataclasses import replace
from datetime import datetime, timedelta, timezone

from ..catalog.catalog import Query
from ..catalog.pages.completeness import Completeness, remarks_on
from ..catalog.pages.page_error import PageError
from ..catalog.request import SearchRequest, utc_text
from ..geometry.region import Region
from ..model.bodies import Body
from ..model.errors import CatalogError
from ..model.observation import LabelStatus, Observation
from ..search.pipeline import completed
from ..search.unrequested_items import AskedFor
from .newer import NewerItems, are_newer, is_recent, newer_query
from .place import area_of
from .reading_progress import ReadingProgress
from .storage.entry import AGAIN, FAILED, Change, Entry
from .storage.state import CollectionState, Reading
from .update_context import UpdateContext

_MARGIN = timedelta(days=1)  # by which clocks, and an API's own lateness, may be off
_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
_MICRO = timedelta(microseconds=1)

_Pages = AsyncGenerator[list[Observation], None]


class CollectionUpdate:
    """One collection on its way into an index; `state` is what is known of it, kept up to date."""

    def __init__(self, state: CollectionState, body: Body, context: UpdateContext) -> None:
        self.state = state
        self._context = context
        self._items, self._writer = context.items, context.writer
        self._body = body
        self._area = area_of(state.place, body)
        self._region = self._area.region or Region.of_boxes(self._area.boxes)
        self._begun = datetime.now(timezone.utc)
        self._asked_for = AskedFor(SearchRequest(state.api_url, (state.id,), self._area))
        self._read = Completeness(state.id)
        self._is_cut = False
        self._is_resumed = state.reading is not None

    async def count(self) -> int | None:
        """Asks how many items there are; returns how many of them are still to go by, or None."""
        counts = [await self._items.count(self.state.id, query) for query in self._area.queries()]
        self._read.matched = None if None in counts else sum(filter(None, counts))
        gone_by = self.state.reading.rank if self.state.reading else 0
        matched = self._read.matched
        return None if matched is None else max(matched - gone_by, 0)

    async def run(self) -> None:
        """Reads what is to be read; raises CatalogError and IndexFileError."""
        state, refresh = self.state, self._context.refresh
        if state.labels and not refresh:
            await self._keep(self._failed())
            if self._is_cut:
                return
        is_whole = not (refresh or state.reading) and is_recent(state.read_at, self._begun)
        since = state.newest if is_whole else None
        query = newer_query(self._items.classes, since)
        if not (query and since is not None and await self._read_newer(query, since)):
            await self._read_all()

    async def _keep(self, pages: _Pages) -> None:
        """Keeps what pages hold; where they break off, what was under way is kept before."""
        context, failures = self._context, list[CatalogError]()
        whole = _until_failure(pages, failures)
        batches = completed(whole, context.fetcher, context.cache, labels=self.state.labels)
        async with aclosing(whole), aclosing(batches):
            async for batch in batches:
                await self._writer.keep(batch)
        if failures:
            raise failures[0]

    async def _failed(self) -> _Pages:
        """Yields what has a label that could not be read before, then what was kept without."""
        writer = self._writer
        for statuses in (FAILED, (LabelStatus.NOT_READ,)):
            last, limit = 0, None if statuses is FAILED else writer.left
            ask = writer.store.to_read_again
            while entries := await writer.do(ask, self.state.id, last, statuses, limit):
                last = entries[-1].fid
                await writer.expect(self.state.id, entries, 0 if limit is None else len(entries))
                yield [entry.observation for entry in entries]
                limit = limit and writer.left
        # where no more may be read now, some may be left
        self._is_cut = limit == 0

    async def _read_newer(self, query: Query, since: int) -> bool:
        """Reads what is newer; returns False where that doesn't account for all and its order."""
        found = NewerItems()
        await self._keep(self._newer(query, since, found))
        if not found.worked:
            return False
        kept = None if self.state.matched is None else self.state.matched + found.added
        # some are gone, or nobody counts, or no more may be read now
        if kept is None or kept != self._read.matched or self._is_cut:
            return False
        store = self._writer.store
        if found.entries and not await self._writer.do(store.place, self.state.id, found.entries):
            return False
        self.state = await self._brought_up_to_date(self._begun)
        await self._writer.do(store.put, self.state.id, [], self.state)
        return True

    async def _newer(self, newer: Query, since: int, found: NewerItems) -> _Pages:
        try:
            for query in self._area.queries():
                pages = self._items.pages(self.state.id, {**query, **newer}, is_trial=True)
                async with aclosing(pages):
                    async for page in pages:
                        if not are_newer(page.entries, since):
                            found.worked = False
                            return
                        todo = await self._todo(page.entries, ())
                        found.entries += todo
                        yield [each.observation for each in todo]
        except PageError:  # it can't do what it says it can
            found.worked = False

    async def _read_all(self) -> None:
        store = self._writer.store
        if not self.state.reading:
            await self._begin()
        await self._keep(self._all())
        if self._is_cut:
            return
        self._read.is_read = True
        self._writer.report.labels.remarks += remarks_on([self._read])
        reading = self.state.reading
        begun = datetime.fromisoformat(reading.begun) if reading else self._begun
        state = await self._brought_up_to_date(begun)
        whole = "" if self._context.share else state.checked_at  # a part is never all that there is
        # what came or went while it was broken off may be missed: next time all is read
        is_sure = state.matched == self._read.different and not self._is_resumed
        matched, read_at = state.matched if is_sure else None, whole or state.read_at
        self.state = replace(state, read_at=read_at, matched=matched, reading=None)
        # what didn't come where others came twice, or though it is counted, isn't gone
        now = "" if self._read.is_doubtful else state.checked_at
        gone = await self._writer.do(store.end, self.state, now)
        self._writer.report.gone += gone

    async def _begin(self) -> None:
        self.state = replace(self.state, reading=Reading(self._begun.isoformat()))
        await self._writer.do(self._writer.store.begin, self.state)

    async def _brought_up_to_date(self, begun: datetime) -> CollectionState:
        """Returns the state at the end of a reading that began then."""
        newest = await self._writer.do(self._writer.store.newest, self.state.id)
        latest = (begun - _MARGIN - _EPOCH) // _MICRO  # what was updated later may have been missed
        return replace(
            self.state,
            checked_at=utc_text(self._begun.replace(microsecond=0)) or "",
            matched=self._read.matched,
            newest=None if newest is None else min(newest, latest),
        )

    async def _all(self) -> _Pages:
        """Yields what has to be read of all pages, or of those where a reading broke off."""
        try:
            async with aclosing(self._rest()) as pages:
                async for page in pages:
                    yield page
        except PageError:  # after a while an API knows no more where a reading was
            await self._begin()
            async with aclosing(self._rest()) as pages:
                async for page in pages:
                    yield page

    async def _rest(self) -> _Pages:
        reading = self.state.reading or Reading(self._begun.isoformat())
        queries = self._area.queries()
        start, progress = reading.following, await self._progress(reading)
        for number in range(reading.query, len(queries)):
            pages = self._items.pages(self.state.id, queries[number], start, is_trial=bool(start))
            start = None
            async with aclosing(pages):
                async for page in pages:
                    rank, then = progress.rank, progress.take(page)
                    entries = [replace(one, rank=rank + at) for at, one in enumerate(page.entries)]
                    state = replace(self.state, reading=then)
                    todo = await self._todo(entries, self._again(), state)
                    yield [each.observation for each in todo]
                    if self._is_cut:
                        return

    async def _progress(self, reading: Reading) -> ReadingProgress:
        ask, name = self._writer.store.resume, self.state.id
        ids = await self._writer.do(ask, name, reading.first, reading.rank)
        return ReadingProgress(reading, self._read, ids)

    def _again(self) -> Collection[LabelStatus]:
        """Returns what became of a label that is to be read again."""
        if self._context.refresh:
            return tuple(LabelStatus)
        return AGAIN if self.state.labels else ()

    async def _todo(
        self,
        entries: Sequence[Entry],
        again: Collection[LabelStatus] = (),
        state: CollectionState | None = None,
    ) -> list[Entry]:
        """Returns what has to be read of a page; the reading is as `state` says when it is kept."""
        writer, left = self._writer, self._writer.left
        if left is not None and len(entries) > left:
            self._is_cut = True
            entries, state = entries[:left], None
        own = self._own(entries)
        compared = await writer.do(writer.store.compare, self.state.id, own, again)
        todo = [each for each in compared if each.change is not Change.NONE]
        seen = [each for each in compared if each.change is Change.NONE]
        if self._context.parts and self.state.labels and not self._context.refresh:
            todo = self._context.parts.completed(todo)
        await writer.expect(self.state.id, todo, len(entries), state, seen)
        return todo

    def _own(self, entries: Sequence[Entry]) -> list[Entry]:
        """Returns those of the body that is read, and of the place."""
        observations = [each.observation for each in entries]
        report = self._writer.report.labels
        asked = self._asked_for.sort(observations, report.unrequested)
        report.count_strangers(each for each in asked if each.body != self._body.name)
        share = self._context.share
        kept = [each for each in asked if share is None or share.holds(each.id)]
        own = [each for each in kept if each.body == self._body.name]
        touching = self._region.touching(own) if self.state.place else own
        wanted = {id(each) for each in touching}
        return [each for each in entries if id(each.observation) in wanted]


async def _until_failure(pages: _Pages, failures: list[CatalogError]) -> _Pages:
    async with aclosing(pages):
        try:
            async for page in pages:
                yield page
        except CatalogError as error:
            failures.append(error)
