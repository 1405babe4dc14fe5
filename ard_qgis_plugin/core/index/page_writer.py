"""PageWriter: observations into an index, page by page, in order, as they are complete."""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from ..model.observation import Observation
from ..search.pipeline import Progress
from ..search.report import SearchReport
from .storage.entry import Change, Entry
from .storage.state import CollectionState
from .storage.store import IndexStore

T = TypeVar("T")

_AT_ONCE = 500  # items in a transaction


@dataclass
class IndexReport:
    """What a reading has done: how many items were new, had changed or are gone.

    `labels` counts how the labels went that were read. `with_incidence` and `without_incidence` are
    of all that the index now has of the collections. `remarks` are whole sentences.
    """

    changes: Counter[Change] = field(default_factory=Counter)
    gone: int = 0
    with_incidence: int = 0
    without_incidence: int = 0
    labels: SearchReport = field(default_factory=SearchReport)

    @property
    def added(self) -> int:
        """Returns how many observations are new."""
        return self.changes[Change.NEW]

    @property
    def changed(self) -> int:
        """Returns how many the catalogue has changed."""
        return self.changes[Change.CHANGED]

    @property
    def total(self) -> int:
        """Returns how many observations there are now."""
        return self.with_incidence + self.without_incidence


@dataclass(frozen=True, slots=True)
class _PageEnd:
    """The end of a page: how far the reading is by then, and how many items it had.

    `seen` are those of them that are as they were.
    """

    state: CollectionState | None
    items: int
    seen: Sequence[Entry]


class PageWriter:
    """The way into an index that is written, through a thread of its own.

    Items are announced page by page; observations are then given in the same order. `left` is how
    many more items are to be taken, None for all; `total` is how many there are, None where nobody
    knows.
    """

    def __init__(
        self, store: IndexStore, report: IndexReport, on_progress: Progress, left: int | None
    ) -> None:
        self.store = store
        self.report = report
        self.left = left
        self.total: int | None = None
        self._done = 0
        self._on_progress = on_progress
        self._expected: deque[Entry | _PageEnd] = deque()
        self._ready: list[Entry] = []
        self._searched = ""
        self._turn = asyncio.Lock()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="ard-index")

    async def do(self, function: Callable[..., T], *arguments: Any) -> T:
        """Does something with the store in the thread."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, function, *arguments)

    async def expect(
        self,
        searched: str,
        entries: Sequence[Entry],
        items: int,
        state: CollectionState | None = None,
        seen: Sequence[Entry] = (),
    ) -> None:
        """Announces what is to be kept of a page of items, and how far the reading is then.

        What was `seen` of it is as it was, and only listed.
        """
        self._searched = searched
        if self.left is not None:
            self.left -= items
        self._expected += [*entries, _PageEnd(state, items, seen)]
        async with self._turn:
            await self._end_pages()

    async def keep(self, batch: Sequence[Observation]) -> None:
        """Takes the next observations that were announced, with the angles of their labels."""
        self.report.labels.count(batch)
        async with self._turn:
            for observation in batch:
                await self._end_pages()
                if isinstance(entry := self._expected.popleft(), Entry):
                    self._ready.append(replace(entry, observation=observation))
            await self._end_pages()
            if len(self._ready) >= _AT_ONCE:
                await self._write()

    def pass_by(self, items: int) -> None:
        """Tells that so many more items are done."""
        self._done += items
        self._on_progress(self._done, self.total)

    async def close(self) -> None:
        """Ends the thread when it has done what it was given."""
        await asyncio.to_thread(self._thread.shutdown)

    async def _end_pages(self) -> None:
        while self._expected and isinstance(end := self._expected[0], _PageEnd):
            self._expected.popleft()
            await self._write(end.state, end.seen)
            self.pass_by(end.items)

    async def _write(
        self, state: CollectionState | None = None, seen: Sequence[Entry] = ()
    ) -> None:
        entries, self._ready = self._ready, []
        if entries or state or seen:
            await self.do(self.store.put, self._searched, entries, state, seen)
        self.report.changes.update(entry.change for entry in entries)
