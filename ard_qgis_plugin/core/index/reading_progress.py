"""ReadingProgress: how far a reading of a collection is, and which items came more than once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..catalog.pages.completeness import Completeness
from .item_pages import ItemPage
from .storage.state import Reading


class ReadingProgress:
    """How far a reading is, page by page; `read` is told what came.

    `ids` are what came of its place before it broke off. Two places may well have an item in
    common. Of an id only its hash is kept: 200,000 ids take some 15 MB.
    """

    def __init__(self, reading: Reading, read: Completeness, ids: Iterable[str]) -> None:
        self.rank = reading.rank
        self._reading = reading
        self._read = read
        self._ids = {hash(identifier) for identifier in ids}
        self._different = reading.rank if reading.different is None else reading.different

    def take(self, page: ItemPage) -> Reading:
        """Takes note of a page; returns how far the reading is behind it."""
        for entry in page.entries:
            identifier = entry.observation.id
            key = hash(identifier)
            self._different += not identifier or key not in self._ids
            self._ids.add(key)
        self.rank += len(page.entries)
        self._tell(page)
        then = replace(self._reading, rank=self.rank, following=page.following)
        self._reading = replace(then, different=self._different)
        if not page.following:  # the next place begins
            self._ids.clear()
            self._reading = replace(self._reading, query=then.query + 1, first=self.rank)
        return self._reading

    def _tell(self, page: ItemPage) -> None:
        self._read.sent, self._read.different = self.rank, self._different
        self._read.is_open_ended |= page.is_open_ended
        self._read.is_full |= page.is_full
        self._read.may_repeat |= page.may_repeat
