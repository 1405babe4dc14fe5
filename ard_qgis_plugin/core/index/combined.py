"""CombinedSearch: a search of which indices answer what they can and the API the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from ..catalog.citation import Source
from ..catalog.request import SearchRequest
from ..labels.cache import CacheOptions
from ..model.errors import CatalogError
from ..model.network_options import NetworkOptions
from ..model.observation import Observation
from ..search.pipeline import Progress, Search
from ..search.report import SearchReport
from .choice import Answer, IndexOptions, Online, answer_for, opened_indices
from .known_angles import KnownAngles
from .open_index import OpenIndex
from .search import IndexSearch


class _Part(NamedTuple):
    """Collections that one answers for: an index, or the API where that is None.

    `instead` is an index that is old, in case the API can't be asked.
    """

    collections: list[str]
    answer: Answer | None
    instead: Answer | None


class CombinedSearch:
    """One search under way, in indices and the API; iterate over it as over a Search.

    `notes` says which index answered for what. Raises what Search does, and IndexFileError.
    """

    def __init__(
        self,
        request: SearchRequest,
        network: NetworkOptions,
        on_progress: Progress,
        is_cancelled: Callable[[], bool],
        *,
        cache: CacheOptions | None,
        indices: IndexOptions,
    ) -> None:
        self.report = SearchReport(matched=0)
        self.sources: list[Source] = []
        self.notes: list[str] = []
        self.asks_api = False
        self._request = request
        self._network = network
        self._on_progress = on_progress
        self._is_cancelled = is_cancelled
        self._cache = cache
        self._indices = indices

    def __iter__(self) -> Iterator[Observation]:
        with opened_indices(self._indices, self.report.remarks) as indices:
            for part in self._parts(indices):
                limit = self._request.max_items
                left = max(limit - self.report.taken, 0)
                if limit and not left:
                    self.report.cut = True
                    return
                collections = tuple(part.collections)
                request = replace(self._request, collections=collections, max_items=left)
                yield from self._of_part(part, request)

    def _parts(self, indices: Sequence[OpenIndex]) -> list[_Part]:
        """Returns who answers for what, in the order of the collections."""
        chosen = [
            (self._choice(each, indices), each) for each in dict.fromkeys(self._request.collections)
        ]
        parts = groupby(chosen, key=lambda pair: [answer and answer.index for answer in pair[0]])
        return [
            _Part([each for _, each in group], *group[0][0])
            for group in (list(group) for _, group in parts)
        ]

    def _choice(
        self, collection: str, indices: Sequence[OpenIndex]
    ) -> tuple[Answer | None, Answer | None]:
        options = self._indices
        if options.online is Online.ALWAYS:
            return None, None
        answer = answer_for(collection, self._request, indices, options)
        if answer and options.online is Online.AUTO and answer.is_old(options.oldest):
            return None, answer
        return answer, None

    def _of_part(self, part: _Part, request: SearchRequest) -> Iterator[Observation]:
        if part.answer:
            yield from self._from_index(part.answer, request)
            return
        self.asks_api = True
        search = Search(
            request,
            self._network,
            self._on_progress,
            self._is_cancelled,
            self._cache,
            known=KnownAngles(part.instead.index.select) if part.instead else None,
        )
        given = 0
        try:
            for observation in search:
                given += 1
                yield observation
        except CatalogError as error:
            if given or not part.instead:
                raise
            self.report.remarks.append(f"The API can't be asked. {error}")
            yield from self._from_index(part.instead, request)
            return
        self.report.add(search.report)
        self.sources += search.citing.sources

    def _from_index(self, answer: Answer, request: SearchRequest) -> Iterator[Observation]:
        search = IndexSearch(request, answer.index, self._on_progress, self._is_cancelled)
        yield from search
        self.report.add(search.report)
        self.sources += search.sources
        self.notes.append(f"{', '.join(request.collections)}: {answer}")
        if answer.lack:
            self.report.remarks.append(
                f"The {answer} has not all of {request.collections[0]}: {answer.lack}."
            )
