"""A STAC API, read page by page; pystac-client writes the searches."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from pystac_client import ItemSearch

from ..geometry.region import bounds_of
from ..model.errors import CatalogError, InputError
from ..model.known_collections import nearest_ids
from ..model.text import one_line
from ..web.reply import Reply
from .api_url import shown_url
from .item_fields import is_complete, may_refuse_fields, used_fields
from .landing import Landing, landing_of
from .pages.capabilities import Capabilities, Way
from .pages.completeness import matched_in
from .pages.document import COLLECTIONS, BrokenJsonError, document_of, members, page_of
from .pages.page_request import Document, PageRequest
from .pages.pagination import Pages
from .request import SearchRequest

PAGE_SIZE = 250
"""Items asked for at once: an item is 8-17 kB and the API fails above about 6 MB a page."""

FIELDS_PAGE_SIZE = 500
"""Items asked for at once where the API leaves out what is not used, about half of each."""

_LONGEST_ADDRESS = 7000
"""Characters of an address with a shape in it: common servers refuse a request line above 8 kB."""

_FIRST, _LAST = "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"

AskUrl = Callable[[PageRequest], Callable[[], Reply]]
"""What is asked for -> what waits for the answer; to wait raises CatalogError."""

Query = Mapping[str, Any]
"""Where to search: `bbox` or `intersects`, as a STAC API takes them."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a search: raw items, and how many the catalogue counts in all (or None).

    `may_repeat` says that items of earlier pages may come again; `is_open_ended` that this is the
    last one that was read, though there may be more; `is_full` that it holds as much as it can and
    leads to no other; `fails_at_end` that another behind it could not be read, though all that is
    counted has come; `following` asks for the page behind it.
    The items are nobody else's: who has used them may clear the list.
    """

    items: list[dict[str, Any]]
    matched: int | None
    may_repeat: bool = False
    is_open_ended: bool = False
    is_full: bool = False
    fails_at_end: bool = False
    following: PageRequest | None = None


class Catalog:
    """An open STAC API. Raises CatalogError where the address is none.

    `more` names members of an item that are wanted besides those that an observation is made of.
    """

    def __init__(self, api_url: str, ask: AskUrl, more: Sequence[str] = ()) -> None:
        self._url = api_url.rstrip("/")
        self._more = more
        self._ask = ask
        self._landing = self._open()
        self._takes_fields = self._landing.takes_fields
        self._capabilities = Capabilities(FIELDS_PAGE_SIZE)

    def pages(self, request: SearchRequest, collection: str, query: Query) -> Iterator[Page]:
        """Yields the pages of one collection where a query says, in the catalogue's order.

        That is the API's default order, because only the API knows what it can page through
        without a tie. Where it has to begin anew, what was given before comes again. A page can be
        empty.
        """
        for page, pages in self._documents(request, collection, query):
            yield _page(page, pages)

    def pages_from(self, request: PageRequest) -> Iterator[Page]:
        """Yields the pages of a search from one on that an earlier reading came to."""
        pages = Pages([Way(request)], self._ask_page, self._capabilities)
        yield from (_page(page, pages) for page in pages)

    @property
    def classes(self) -> tuple[str, ...]:
        """Returns the API's conformance classes."""
        return self._landing.classes

    def count(self, request: SearchRequest, collection: str, query: Query) -> int | None:
        """Asks how many items of a collection are where a query says; None where it isn't said."""
        for page in self._search(request, collection, query, most=0):
            if members(page) or matched_in(page) is not None:
                return matched_in(page)
        return 0

    def check_collection(self, collection: str) -> None:
        """Raises InputError with the nearest known ids where the catalogue lacks a collection.

        A catalogue that does not list its collections is taken to have it.
        """
        ids: list[str] = []
        with suppress(CatalogError, ValueError):
            ids = list(self._collection_ids())  # half a list would say nothing
        if ids and collection not in ids:
            nearest = ", ".join(map(one_line, nearest_ids(collection, ids)))
            raise InputError(
                f"{shown_url(self._url)} has no collection {collection!r}: the nearest ones are "
                f"{nearest}."
            )

    def _documents(
        self, request: SearchRequest, collection: str, query: Query
    ) -> Iterator[tuple[Document, Pages]]:
        """Yields pages with the fields that are used, or with all where the API fails at that."""
        most = request.max_items or None
        if self._takes_fields:
            fields, is_checked = [*used_fields(collection), *self._more], False
            pages = self._search(request, collection, query, most, fields)
            try:
                for page in pages:
                    is_checked = is_checked or is_complete(page)
                    is_empty = not (members(page) or (matched_in(page) and not pages.following))
                    if not (is_checked or is_empty):
                        break
                    yield page, pages
                else:
                    return
            except CatalogError as error:
                if is_checked or not may_refuse_fields(error):
                    raise
            self._takes_fields = False
        pages = self._search(request, collection, query, most)
        yield from ((page, pages) for page in pages)

    def _search(
        self,
        request: SearchRequest,
        collection: str,
        query: Query,
        most: int | None,
        fields: list[str] | None = None,
    ) -> Pages:
        """Returns the pages; one more than `most` items says whether there are others."""
        limit = min(self._capabilities.items, FIELDS_PAGE_SIZE if fields else PAGE_SIZE)
        members_of_all = {
            "collections": [collection],
            "datetime": request.interval,
            "limit": limit if most is None else min(limit, most + 1),
            "fields": fields,
        }
        ways = self._ways(query, members_of_all)
        return Pages(ways, self._ask_page, self._capabilities, most, guesses=not fields)

    def _ways(self, query: Query, others: Mapping[str, Any]) -> list[Way]:
        """Lists the ways to ask for a search: by the method that the API names, then by the other.

        A shape that the API refuses, or that makes an address too long, becomes the box around it;
        an interval with an open end that it refuses one that ends far off.
        """
        search = self._landing.search
        methods = sorted({"POST", "GET"}, key=lambda one: (one not in search, one != "POST"))
        if self._capabilities.takes("GET") and not self._capabilities.takes("POST"):
            methods = ["GET", "POST"]
        shape, interval = query.get("intersects"), others["datetime"]
        queries = [query, {"bbox": bounds_of(shape)}] if shape else [query]
        asked = [{**others, **one} for one in queries]
        if interval and ".." in interval:
            asked = [{**one, "datetime": when} for one in asked for when in _with_closed(interval)]
        ways = []
        for method in methods:
            url = search.get(method) or next(iter(search.values()))
            for one in asked:
                members = ItemSearch(url, **one).get_parameters()
                first = PageRequest("POST", url, members)
                first = first.by_get() if method == "GET" else first
                if "bbox" in one or len(first.url) <= _LONGEST_ADDRESS:
                    ways.append(Way(first, members))
        return ways

    def _open(self) -> Landing:
        try:
            reply = self._ask(PageRequest("GET", self._url))()
            landing = landing_of(document_of(reply, self._url), reply.url)
        except CatalogError as error:
            raise CatalogError(f"The STAC API can't be opened, check API_URL: {error}") from error
        if landing is None:
            raise CatalogError(
                f"{shown_url(self._url)} answers, but not as a STAC API that can be searched: "
                "check API_URL, which should be the root of the API, such as "
                "https://stac.astrogeology.usgs.gov/api."
            )
        return landing

    def _collection_ids(self) -> Iterator[str]:
        ways = [Way(PageRequest("GET", self._landing.collections))]
        capabilities = Capabilities(FIELDS_PAGE_SIZE)
        listed, matched = 0, 0
        for page in Pages(ways, self._ask_page, capabilities, of=COLLECTIONS):
            listed, matched = listed + len(members(page, COLLECTIONS)), matched_in(page) or matched
            for entry in members(page, COLLECTIONS):
                if isinstance(entry, dict) and isinstance(entry.get("id"), str):
                    yield entry["id"]
        if listed < matched:
            raise CatalogError(f"The catalogue lists {listed} of {matched} collections.")

    def _ask_page(self, request: PageRequest) -> Callable[[], Document]:
        wait = self._ask(request)

        def page() -> Document:
            try:
                return page_of(wait(), request)
            except BrokenJsonError:  # a body without a length may have been cut short
                return page_of(self._ask(request)(), request)

        return page


def _with_closed(interval: str) -> tuple[str, str]:
    """Returns an interval with an open end, and the same with one before or after all times."""
    start, _, end = interval.partition("/")
    return interval, f"{_FIRST if start == '..' else start}/{_LAST if end == '..' else end}"


def _page(page: Document, pages: Pages) -> Page:
    items = members(page)
    items[:] = [item if isinstance(item, dict) else {} for item in items]
    return Page(
        items,
        matched_in(page),
        pages.may_repeat,
        pages.is_open_ended,
        pages.is_full,
        pages.fails_at_end,
        pages.following,
    )
