"""The label cache: angles already read, by the label's URL, kept from search to search.

- A label that was read is believed for 30 days; then its server is asked whether it has another
  one (If-None-Match; without an ETag the label is read again). Where the server can't be asked, the
  angles stay and the note says so; where it has the label no more, its angles go.
- What went wrong is not kept: a label that is missing, could not be downloaded or holds no angle
  that can be trusted is asked for again by the next search. So a second-best label never hides the
  best one, which is asked for first each time, before the second-best comes from the cache.
- What was read is on the disk half a second later, however the search ends.
"""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from ..model.errors import OutputError
from ..model.known_collections import LabelCandidate
from ..model.observation import Angles
from .storage.cache_file import CacheFile, delete, delete_damaged, is_damage
from .storage.cache_record import KeptLabel
from .storage.cache_store import CacheStore

_PAUSE = 0.5  # seconds between two writings


@dataclass(frozen=True, slots=True)
class CacheOptions:
    """Where labels are kept, how many at most, and whether to read each of them again.

    500,000 labels take about 110 MB.
    """

    path: Path
    most: int = 500_000
    refresh: bool = False


@dataclass(frozen=True, slots=True)
class CacheSize:
    """How much a cache holds: labels, and bytes on the disk."""

    labels: int
    bytes: int


@dataclass(frozen=True, slots=True)
class PageLabels:
    """What the cache holds of the labels of one page, and takes what is read of them.

    `candidates` are the labels of each observation of the page, the one to trust first.
    """

    kept: Mapping[str, KeptLabel] = field(default_factory=dict)
    cache: LabelCache | None = None
    candidates: Sequence[Sequence[LabelCandidate]] = ()

    def keep(self, url: str, angles: Angles, etag: str, remark: str) -> None:
        """Keeps what a label says, as of now."""
        if self.cache:
            self.cache.keep(url, angles, etag, remark)


class LabelCache:
    """The cache for one search; an async context manager with a thread that works on the file.

    `warnings` gets a sentence for each thing that is wrong with the file; no search ends of it.
    """

    def __init__(self, options: CacheOptions, warnings: list[str]) -> None:
        self._store = CacheStore(options.path, options.most, warnings)
        self._refresh = options.refresh
        self._unwritten: list[tuple[str, KeptLabel]] = []
        self._timer: asyncio.TimerHandle | None = None

    async def __aenter__(self) -> LabelCache:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="ard-cache")
        self._thread.submit(self._store.open)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._store.is_closing.set()
        self._write()
        self._thread.submit(self._store.close)
        self._thread.shutdown()

    async def page(self, urls: Collection[str]) -> PageLabels:
        """Looks up the labels of a page."""
        if self._refresh:
            return PageLabels(cache=self)
        loop = asyncio.get_running_loop()
        return PageLabels(await loop.run_in_executor(self._thread, self._store.find, urls), self)

    def keep(self, url: str, angles: Angles, etag: str, remark: str) -> None:
        """Keeps what a label says, as of now; it is written a little later, with others."""
        self._unwritten.append((url, KeptLabel(angles, etag, time.time(), remark)))
        if not self._timer:
            self._timer = asyncio.get_running_loop().call_later(_PAUSE, self._write)

    def _write(self) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None
        if self._unwritten:
            self._thread.submit(self._store.put, self._unwritten)
            self._unwritten = []


def size(path: Path) -> CacheSize:
    """Returns how much the cache at `path` holds; a damaged one holds no label."""
    if not path.is_file():
        return CacheSize(0, 0)
    labels = 0
    with suppress(sqlite3.Error), closing(CacheFile(path)) as file:
        labels = file.count()
    return CacheSize(labels, path.stat().st_size)


def clear(path: Path) -> None:
    """Empties the cache at `path`, also under a search; raises OutputError."""
    try:
        delete_damaged(path)
        if path.is_file():
            _empty(path)
    except (sqlite3.Error, OSError) as error:
        raise OutputError(
            f"The label cache {path} can't be cleared ({error}): close other QGIS windows, or "
            "delete the file."
        ) from error


def _empty(path: Path) -> None:
    try:
        with closing(CacheFile(path)) as file:
            file.clear()
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        delete(path)
