"""Pagination: `next` links followed to the end; a page that fails is asked for again, smaller."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from http import HTTPStatus

from ...model.errors import CatalogError
from ..api_url import shown_url
from .capabilities import Capabilities, Way
from .completeness import Trail, limit_in, matched_in
from .document import ITEMS, members
from .page_error import PageError
from .page_request import Document, PageRequest, next_request

_EMPTY = 20
_EMPTY_BUT_COUNTED = 100
"""Empty pages in a row that are read past, and how many where the catalogue counts more items."""

_FEWEST = 10
"""Items below which no page is made where an API doesn't say what was wrong with a request."""

_PART_OF_FAILED = 4
"""How much less is asked for where a server failed at it: that takes the time of all attempts."""

Wait = Callable[[], Document]
"""Waits for a page that was asked for and returns it; raises PageError, CatalogError."""


class Pages:
    """The pages of one search or list: iterate over them once; raises CatalogError.

    `ways` are tried one after the other until the API takes one. The next page is under way while
    the taker works on this one, unless those that were given hold `enough` items already.
    Where a page is too much for the API it is asked for with half as many items, again and again;
    `guesses` says that this is tried too where the API does not say what was wrong; `of` is the
    member of a page that lists what is read.
    A `next` link that does not say how many can't be changed: then all begins anew with smaller
    pages, and what was given before comes again, as `may_repeat` says. `is_open_ended` says that
    after many empty pages there was a further one, which was not asked for; `is_full` that the last
    page held as much as it can, and none before named a further one; `fails_at_end` that one behind
    all that the catalogue counts could not be read. `following` asks for what is behind the page
    that was given last, None at the end.
    """

    def __init__(
        self,
        ways: Sequence[Way],
        ask: Callable[[PageRequest], Wait],
        capabilities: Capabilities,
        enough: int | None = None,
        *,
        guesses: bool = True,
        of: str = ITEMS,
    ) -> None:
        self.may_repeat = self.is_open_ended = self.is_full = self.fails_at_end = False
        self._way, *self._ways = ways
        self._ask = ask
        self._capabilities = capabilities
        self._enough = enough
        self._guesses = guesses
        self._of = of
        self._limit = self._way.request.limit
        self._refusal: PageError | None = None  # of the API's own way
        self._others: list[PageRequest] | None = None  # other ways to the page that failed
        self._is_begun = self._is_smaller = self._leads_on = False
        self.following: PageRequest | None = None
        self._begin()

    def _begin(self) -> None:
        self._trail, self._given = Trail(), 0
        self._matched: int | None = None
        self._empty: list[PageRequest] = []  # what led to the empty pages in a row

    def __iter__(self) -> Iterator[Document]:
        request: PageRequest | None = self._way.request
        wait: Wait | None = None  # for the page that is under way
        while request:
            try:
                page = (wait or self._ask(request))()
            except CatalogError as error:
                request, wait = self._after(error, request), None
                if request is None:
                    yield {self._of: []}
                continue
            if self._is_withheld(page, request):
                request, wait = self._smaller(request), None
                continue
            further = self._further(page, request)
            wait = self._ask(further) if further and self._wants_more() else None
            self.following = further
            yield page
            request = further

    def _after(self, error: CatalogError, request: PageRequest) -> PageRequest | None:
        """Returns what to ask for after a failure, None where all that is counted has come.

        Raises CatalogError where it ends the search.
        """
        try:
            if isinstance(error, PageError):
                return self._instead(request, error)
            raise error
        except CatalogError:
            if not self._has_all:
                raise
        self.fails_at_end, self.following = True, None
        return None

    @property
    def _has_all(self) -> bool:
        """Says whether as many different members came as the catalogue counts."""
        return bool(self._matched) and self._trail.different >= (self._matched or 0)

    def _wants_more(self) -> bool:
        return self._enough is None or self._given < self._enough

    def _further(self, page: Document, request: PageRequest) -> PageRequest | None:
        """Takes note of a page; returns what to ask for next, or None where it was the last."""
        listed = members(page, self._of)
        further, counted = next_request(page, request, self._way.members), matched_in(page)
        self._matched = self._matched if counted is None else counted
        self._capabilities.note(request)
        if self._limit and self._is_smaller:
            self._capabilities.lower_to(self._limit)
        self._is_begun = True
        self._others = None
        if listed:
            self._given += len(listed)
            self._empty = []
            self._leads_on |= further is not None
            is_full = len(listed) == (limit_in(page) or request.limit)
            self.is_full = is_full and not self._leads_on
            if self._trail.leads_round(listed):
                self._refuse_circle(request)
                return None
        else:
            further = self._past_empty(further, request)
        return further and further.at_most(self._limit)

    def _is_withheld(self, page: Document, request: PageRequest) -> bool:
        """Says whether an API counts items and sends none of them, as some do of a large page."""
        is_first = self._guesses and not self._is_begun and not members(page, self._of)
        can_be_less = (request.limit or 0) > _FEWEST and next_request(page, request) is None
        return bool(is_first and can_be_less and matched_in(page))

    def _refuse_circle(self, request: PageRequest) -> None:
        """Raises CatalogError unless all that the catalogue counts has come by now."""
        if not self._has_all:
            raise CatalogError(
                f"{shown_url(request.url)} sends the same page again and again, so the search "
                "can't be finished: report it to those who run the API."
            )
        self.may_repeat = True

    def _past_empty(self, further: PageRequest | None, request: PageRequest) -> PageRequest | None:
        """Returns what follows an empty page, unless it leads back or there were many of them."""
        self._empty.append(request)
        if further is None or further in self._empty:
            return None
        is_counted = self._matched is not None and self._given < self._matched
        if len(self._empty) < (_EMPTY_BUT_COUNTED if is_counted else _EMPTY):
            return further
        self.is_open_ended = self._matched is None
        return None

    def _instead(self, request: PageRequest, error: PageError) -> PageRequest:
        """Returns what to ask for after a failure: in another way, elsewhere, or less.

        Raises the failure where none may help, or that of the API's own way if it was tried first.
        """
        if not self._is_begun and (way := self._next_way(error)):
            self._refusal = self._refusal or error
            self._way = way
            return way.request.at_most(self._limit)
        if self._is_begun and error.refuses_method:
            if self._others is None:
                self._refusal, self._others = error, self._elsewhere(request, error)
            if self._others:
                return self._others.pop(0)
        if self._asks_for_less(request, error):
            return self._smaller(request, error)
        if way := self._without_shape(error):
            self._way, self._limit, self._is_smaller = way, way.request.limit, False
            return way.request
        raise self._refusal if self._refusal and error.refuses_method else error

    def _elsewhere(self, request: PageRequest, error: PageError) -> list[PageRequest]:
        """Lists other ways to a next page: where the search itself is, by GET, or both."""
        others = [request]
        if error.status == HTTPStatus.NOT_FOUND:  # as from behind a proxy that adds a folder
            others += [request.at_path_of(self._way.request)]
        others += [one.by_get() for one in others]
        return [one for at, one in enumerate(others) if one not in others[:at]][1:]

    def _next_way(self, error: PageError) -> Way | None:
        for way in self._ways:
            is_same_method = way.request.method == self._way.request.method
            is_new = is_same_method or not self._capabilities.takes(self._way.request.method)
            if is_new and way.may_replace(self._way, error):
                self._ways.remove(way)
                return way
        return None

    def _without_shape(self, error: PageError) -> Way | None:
        """Returns how to ask for the box where an API fails at the shape, whatever the size."""
        if self._is_begun or not error.may_be_of_shape:
            return None
        return next((way for way in self._ways if way.is_simpler_than(self._way)), None)

    def _asks_for_less(self, request: PageRequest, error: PageError) -> bool:
        """Says whether a failure may be one of the page's size, and it can be made smaller."""
        if self._limit is None or self._limit <= 1:
            return False
        asked = request.limit or 0
        is_unexplained = error.is_unexplained or error.is_unexplained_failure
        guessed = self._guesses and is_unexplained and asked > _FEWEST
        is_new = not self._capabilities.has_sent(asked)
        return error.asks_for_less or (is_new and (error.refuses_size or guessed))

    def _smaller(self, request: PageRequest, error: PageError | None = None) -> PageRequest:
        limit = self._limit or 1
        failed = min(limit, request.limit or limit)  # an API may set a lower one
        part = _PART_OF_FAILED if error and error.is_unexplained_failure else 2
        self._limit = min(self._capabilities.items, max(failed // part, 1))
        self._is_smaller, self.may_repeat = True, self._is_begun
        if request.limit is None:
            request = self._way.request
            self._begin()
        return request.at_most(self._limit)
