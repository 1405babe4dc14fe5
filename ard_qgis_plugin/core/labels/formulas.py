"""Whether a collection's labels follow ISIS's formula, which no single label can tell.

A label whose shadow contradicts its incidence is damaged where others of its collection agree with
theirs. Where none does, and several contradict themselves in the same way, the whole collection was
written by another formula, and its angles are as good as any. One or two alone can't show that:
damage to a digit would look the same, so they are not read, and the reason says so.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable

from ..model.observation import Angles
from .cross_check import differing, is_confirmed

_FEWEST = 3  # labels that contradict themselves alike, to be no accident
_ENOUGH = 12  # of them, to wait for no others


class CollectionFormulas:
    """What the labels of one search have shown so far of their collections."""

    def __init__(self) -> None:
        self.confirmed: set[str] = set()  # collections with a label that agrees with itself
        self.odd: Counter[tuple[str, str]] = Counter()  # by collection and what contradicts

    def page(self, collections: Iterable[str]) -> PageFormulas:
        """Begins a page whose labels are to be read, given the collection of each."""
        return PageFormulas(self, Counter(collections))


class PageFormulas:
    """The labels of one page under way: each tells what it is like, and the odd ones wait."""

    def __init__(self, search: CollectionFormulas, awaited: Counter[str]) -> None:
        self._search = search
        self._awaited = awaited
        self._news = asyncio.Event()

    def tell(self, collection: str, angles: Angles | None) -> None:
        """Takes note of a label; `angles` None says nothing. To be called once for each."""
        self._awaited[collection] -= 1
        if collection in self._search.confirmed:  # nobody waits for news of it any more
            return
        if angles is not None and is_confirmed(angles):
            self._search.confirmed.add(collection)
        elif angles is not None and (what := differing(angles)):
            self._search.odd[collection, what] += 1
        self._news.set()
        self._news = asyncio.Event()

    def can_tell(self, collection: str) -> bool:
        """Says whether a collection's labels agree with themselves, as far as is known."""
        return collection in self._search.confirmed

    async def is_another(self, collection: str, angles: Angles) -> bool:
        """Says whether labels that contradict themselves as this one does follow another formula.

        Waits until enough of the page's labels are known; this one must have told before.
        """
        kind = collection, differing(angles)
        while collection not in self._search.confirmed:
            if self._search.odd[kind] >= _ENOUGH or self._awaited[collection] <= 0:
                return self._search.odd[kind] >= _FEWEST
            await self._news.wait()
        return False
