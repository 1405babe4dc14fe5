"""Line: one collection in one box or region, and its pages on their way to the search."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import NamedTuple

from ..model.observation import Observation
from .catalog import Page, Query
from .pages.completeness import Completeness

_PAGES_AHEAD = 3
"""Pages that are held ready and nobody waits for, of 2 MB each; one of 7 MB waits for its turn."""


class Found(NamedTuple):
    """One observation of a page, and what it is known by again, None for nothing.

    That is a hash of 64 bits: of 100,000 two are alike once in 3 billion searches, and the ids
    themselves would take 6 MB more.
    """

    mark: int | None
    observation: Observation


class Line:
    """One collection in one box or region: its pages as they are ready, then None.

    A page is taken apart in its turn: when it is wanted, or to go ahead of that.
    """

    def __init__(self, collection: str, query: Query) -> None:
        self.collection = collection
        self.query = query
        self.pages: asyncio.Queue[list[Found] | None] = asyncio.Queue()
        self.turns = asyncio.Semaphore(0)
        self.job: asyncio.Future[None]
        self.is_counted = False
        self.seen: set[int] = set()  # the marks of what came
        self.read = Completeness(collection)
        self._ahead = 0  # turns that nobody waited for

    def want_page(self) -> None:
        """Gives a page its turn, unless one is ready."""
        if self.pages.empty():
            self.turns.release()
        else:
            self._ahead -= 1

    def go_ahead(self) -> None:
        """Gives a page its turn that nobody waits for, up to the limit."""
        if self._ahead < _PAGES_AHEAD:
            self._ahead += 1
            self.turns.release()

    def count(self, matched: int | None) -> None:
        """Keeps how many the catalogue counts; None where it doesn't say."""
        self.read.matched = matched
        self.is_counted = True

    def take(self, page: Page) -> None:
        """Takes note of a page that came."""
        self.read.sent += len(page.items)
        if self.read.matched is None:
            self.read.matched = page.matched
        self.is_counted = self.read.sent > 0  # else the collection may not be there at all
        self.read.may_repeat = page.may_repeat
        self.read.is_open_ended = page.is_open_ended
        self.read.is_full = page.is_full
        self.read.fails_at_end = page.fails_at_end

    def fresh(self, page: Sequence[Found]) -> list[Found]:
        """Returns those of a page that did not come before; without an id all are new."""
        found = []
        for each in page:
            if each.mark is None:
                found.append(each)
            elif each.mark not in self.seen:
                found.append(each)
                self.seen.add(each.mark)
        self.read.different += len(found)
        return found
