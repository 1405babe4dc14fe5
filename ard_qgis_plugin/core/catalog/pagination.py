"""Pagination: `next` links followed to the end; a page that fails is asked for again, smaller."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..model.errors import CatalogError
from ..model.text import one_line
from .api_url import shown_url
from .completeness import Trail, matched_in
from .page_error import PageError
from .page_request import Document, PageRequest, next_request

_EMPTY = 20
_EMPTY_BUT_COUNTED = 100
"""Empty pages in a row that are read past, and how many where the catalogue counts more items."""

ITEMS, COLLECTIONS = "features", "collections"
_LISTED = {ITEMS: "items", COLLECTIONS: "collections"}  # what the members of a page are called

_FEWEST = 10
"""Items below which no page is made where an API doesn't say what was wrong with a request."""

Wait = Callable[[], Document]
"""Waits for a page that was asked for and returns it; raises PageError, CatalogError."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to ask for the same: by POST or GET, with a shape or with the box around it."""

    request: PageRequest
    has_shape: bool = False


class Capabilities:
    """What an API is found to take: how many items at once, and which methods.

    The number of items never grows: where a token is the number of a page, a larger page would pass
    items over; a smaller one only brings some again.
    """

    def __init__(self, items: int) -> None:
        self.items = items
        self._methods: set[str] = set()
        self._most = 0  # items asked for in what was answered

    def takes(self, method: str) -> bool:
        """Says whether something was answered that was asked for by this method."""
        return method in self._methods

    def has_sent(self, limit: int) -> bool:
        """Says whether a page of so many items was asked for and came."""
        return limit <= self._most

    def note(self, request: PageRequest) -> None:
        """Takes note that a page came."""
        self._methods.add(request.method)
        self._most = max(self._most, request.limit or 0)

    def lower_to(self, items: int) -> None:
        """Takes note that so many items at once came where more did not."""
        self.items = min(self.items, items)


class Pages:
    """The pages of one search or list: iterate over them once; raises CatalogError.

    `ways` are tried one after the other until the API takes one. The next page is under way while
    the taker works on this one, unless those that were given hold `enough` items already.
    Where a page is too much for the API it is asked for with half as many items, again and again;
    `guesses` says that this is tried too where the API does not say what was wrong; `of` is the
    member of a page that lists what is read.
    A `next` link that does not say how many can't be changed: then all begins anew with smaller
    pages, and what was given before comes again, as `may_repeat` says. `is_open_ended` says that
    after many empty pages there was a further one, which was not asked for. `following` asks for
    what is behind the page that was given last, None at the end.
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
        self.may_repeat = self.is_open_ended = False
        self._way, *self._ways = ways
        self._ask = ask
        self._capabilities = capabilities
        self._enough = enough
        self._guesses = guesses
        self._of = of
        self._limit = self._way.request.limit
        self._refusal: PageError | None = None  # of the first way, which is the API's own
        self._is_begun = self._is_smaller = False
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
            except PageError as error:
                request, wait = self._instead(request, error), None
                continue
            further = self._further(page, request)
            wait = self._ask(further) if further and self._wants_more() else None
            self.following = further
            yield page
            request = further

    def _wants_more(self) -> bool:
        return self._enough is None or self._given < self._enough

    def _further(self, page: Document, request: PageRequest) -> PageRequest | None:
        """Takes note of a page; returns what to ask for next, or None where it was the last."""
        listed = members(page, self._of)
        further, counted = next_request(page, request), matched_in(page)
        self._matched = self._matched if counted is None else counted
        self._capabilities.note(request)
        if self._limit and self._is_smaller:
            self._capabilities.lower_to(self._limit)
        self._is_begun = True
        if listed:
            self._given += len(listed)
            self._empty = []
            if self._trail.leads_round(listed):
                self._refuse_circle(request)
                return None
        else:
            further = self._past_empty(further, request)
        return further and further.at_most(self._limit)

    def _refuse_circle(self, request: PageRequest) -> None:
        """Raises CatalogError unless all that the catalogue counts has come by now."""
        if self._matched is None or self._trail.different < self._matched:
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
        """Returns what to ask for after a failure: in another way before the first page, or less.

        Raises the failure where neither may help, or the API's own way's if that was tried first.
        """
        if not self._is_begun and (way := self._next_way(error)):
            self._refusal = self._refusal or error
            self._way = way
            return way.request.at_most(self._limit)
        is_untried = request.body is not None and not self._capabilities.takes(request.method)
        if self._is_begun and is_untried and error.refuses_method:
            return request.by_get()
        if self._asks_for_less(request, error):
            return self._smaller(request)
        raise self._refusal if self._refusal and error.refuses_method else error

    def _next_way(self, error: PageError) -> Way | None:
        method, has_shape = self._way.request.method, self._way.has_shape
        for way in self._ways:
            is_other = way.request.method != method
            by_method = is_other and error.refuses_method and not self._capabilities.takes(method)
            by_shape = not is_other and error.refuses_shape and has_shape and not way.has_shape
            if by_method or by_shape:
                self._ways.remove(way)
                return way
        return None

    def _asks_for_less(self, request: PageRequest, error: PageError) -> bool:
        """Says whether a failure may be one of the page's size, and it can be made smaller."""
        if self._limit is None or self._limit <= 1:
            return False
        asked = request.limit or 0
        guessed = self._guesses and error.is_unexplained and asked > _FEWEST
        is_new = not self._capabilities.has_sent(asked)
        return error.asks_for_less or (is_new and (error.refuses_size or guessed))

    def _smaller(self, request: PageRequest) -> PageRequest:
        limit = self._limit or 1
        failed = min(limit, request.limit or limit)  # an API may set a lower one
        self._limit = min(self._capabilities.items, max(failed // 2, 1))
        self._is_smaller, self.may_repeat = True, self._is_begun
        if request.limit is None:
            request = self._way.request
            self._begin()
        return request.at_most(self._limit)


def members(page: Document, of: str = ITEMS) -> list[Any]:
    """Returns the items of a page, or its collections; raises CatalogError where it has no list.

    One is never taken for the other: a search may be redirected to the list of collections.
    """
    listed = page.get(of)
    if not isinstance(listed, list):
        raise CatalogError(
            f"The catalogue answers without a list of {_LISTED[of]} "
            f"({one_line(json.dumps(page))}): try again later."
        )
    return listed
