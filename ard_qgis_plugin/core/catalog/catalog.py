"""A STAC API, read page by page with pystac-client."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urljoin

from pystac import Link
from pystac_client import Client, ItemSearch
from pystac_client.stac_api_io import StacApiIO

from ..model.errors import CancelledError, CatalogError, InputError
from ..model.known_collections import nearest_ids
from ..model.text import one_line
from .api_url import shown_url, url_below
from .item_fields import REFUSALS, conforms_to_fields, is_complete, used_fields
from .pagination import Asking, Document, PageError, PageSize, first_asking, follow, members
from .request import SearchRequest

PAGE_SIZE = 250
"""Items asked for at once: an item is 8-17 kB and the API fails above about 6 MB a page."""

FIELDS_PAGE_SIZE = 500
"""Items asked for at once where the API leaves out what is not used, about half of each."""

AskUrl = Callable[
    [str, str, Mapping[str, Any] | None, Mapping[str, str] | None], Callable[[], bytes]
]
"""method, url, JSON body or None, headers or None -> what waits for the answer's body.

To wait raises CatalogError.
"""

Query = Mapping[str, Any]
"""Where to search: `bbox` or `intersects`, as a STAC API takes them."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a search: raw items, and how many the catalogue counts in all (or None)."""

    items: list[dict[str, Any]]
    matched: int | None


class Catalog:
    """An open STAC API. Raises CatalogError where the address is none."""

    def __init__(self, api_url: str, ask: AskUrl) -> None:
        self._url = api_url.rstrip("/")
        self._ask = ask
        self._size = PageSize(FIELDS_PAGE_SIZE)
        self._transport = _Transport(ask, self._size)
        self._client, (self._search_url, self._method) = self._open()
        self._takes_fields = conforms_to_fields(self._client.extra_fields.get("conformsTo"))

    def pages(self, request: SearchRequest, collection: str, query: Query) -> Iterator[Page]:
        """Yields the pages of one collection where a query says, in the catalogue's order.

        That is the API's default order, because only the API knows what it can page through
        without a tie. Where it has to begin anew, what was given before comes again.
        """
        for page in self._documents(request, collection, query):
            items = [item if isinstance(item, dict) else {} for item in page["features"]]
            yield Page(items, _matched(page))

    def count(self, request: SearchRequest, collection: str, query: Query) -> int | None:
        """Asks how many items of a collection are where a query says; None where it isn't said."""
        page = next(self._search(request, collection, query, most=0), None)
        return _matched(page) if page else 0

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
    ) -> Iterator[Document]:
        """Yields pages with the fields that are used, or with all where the API fails at that."""
        most = request.max_items or None
        if self._takes_fields:
            fields = used_fields(collection)
            pages = self._search(request, collection, query, most, fields)
            try:
                first = next(pages, None)
            except PageError as error:
                if error.status not in REFUSALS or error.asks_for_less:
                    raise
            else:
                if first is None:
                    return
                if is_complete(first):
                    yield first
                    yield from pages
                    return
            self._takes_fields = False
        yield from self._search(request, collection, query, most)

    def _search(
        self,
        request: SearchRequest,
        collection: str,
        query: Query,
        most: int | None,
        fields: list[str] | None = None,
    ) -> Iterator[Document]:
        """Yields pages; where `most` items are wanted, one more says whether there are others."""
        limit = min(self._size.items, FIELDS_PAGE_SIZE if fields else PAGE_SIZE)
        limit = limit if most is None else min(limit, most + 1)
        return ItemSearch(
            self._search_url,
            method=self._method,
            stac_io=_Transport(self._ask, self._size, most),
            collections=[collection],
            **query,
            datetime=request.interval,
            limit=limit,
            fields=fields,
        ).pages_as_dicts()

    def _open(self) -> tuple[Client, tuple[str, str]]:
        try:
            client = Client.from_file(self._url, stac_io=self._transport)
            return client, _search_link(client, self._url)
        except CatalogError as error:
            raise CatalogError(f"The STAC API can't be opened, check API_URL: {error}") from error
        except CancelledError:
            raise
        except Exception as error:  # pystac trips in many ways over what is no catalogue
            raise CatalogError(
                f"{shown_url(self._url)} answers, but not as a STAC API that can be searched: "
                "check API_URL, which should be the root of the API, such as "
                "https://stac.astrogeology.usgs.gov/api."
            ) from error

    def _collection_ids(self) -> Iterator[str]:
        link = self._client.get_single_link("data")
        href = link.get_absolute_href() if link else None
        for page in self._transport.get_pages(href or url_below(self._url, "collections")):
            for entry in members(page):
                if isinstance(entry, dict) and isinstance(entry.get("id"), str):
                    yield entry["id"]


class _Transport(StacApiIO):
    """pystac-client's way through the plugin's own network layer (proxy, retries, cancel)."""

    def __init__(self, ask: AskUrl, size: PageSize, enough: int | None = None) -> None:
        super().__init__(max_retries=None)
        self._ask_url = ask
        self._size = size
        self._enough = enough  # items, after which no page is asked for ahead

    def request(
        self,
        href: str,
        method: str | None = None,
        headers: dict[str, str] | None = None,
        parameters: dict[str, Any] | None = None,
    ) -> str:
        """Reads one answer as text; parameters are a POST's JSON body or a GET's query."""
        asking = first_asking(href, method and method.upper(), parameters)
        return _text(self._ask(replace(asking, headers=headers or {}))())

    def read_text(self, source: Any, *args: Any, **kwargs: Any) -> str:
        """Reads the answer of a link, or of an address as it is: never a file of this machine."""
        if isinstance(source, Link):
            return super().read_text(source, *args, **kwargs)
        return self.request(str(source), *args, **kwargs)

    def read_json(self, source: Any, *args: Any, **kwargs: Any) -> Document:
        """Reads one answer as a JSON object; raises CatalogError where it is none."""
        url = source.href if isinstance(source, Link) else str(source)
        return _parsed(self.read_text(source, *args, **kwargs), url)

    def get_pages(
        self, url: str, method: str | None = None, parameters: dict[str, Any] | None = None
    ) -> Iterator[Document]:
        """Follows `next` links to the end, with pages as small as the API needs them."""
        first = first_asking(url, method, parameters)
        return follow(first, self._ask_page, self._size, self._enough)

    def _ask_page(self, asking: Asking) -> Callable[[], Document]:
        wait = self._ask(asking)
        return lambda: _parsed(_text(wait()), asking.url)

    def _ask(self, asking: Asking) -> Callable[[], bytes]:
        return self._ask_url(asking.method, asking.url, asking.body, asking.headers)


def _text(body: bytes) -> str:
    return body.decode("utf-8", "replace")


def _parsed(text: str, url: str) -> Document:
    try:
        answer = json.loads(text)
    except (ValueError, RecursionError):  # a ValueError too where a number has 5,000 digits
        answer = None
    if not isinstance(answer, dict):
        raise CatalogError(
            f"{shown_url(url)} answers, but not as a STAC API "
            f"({one_line(text[:80]) or 'nothing'}): a log-in page may stand before it."
        )
    return answer


def _search_link(client: Client, url: str) -> tuple[str, str]:
    """Returns the address of the API's item search, and POST unless it only takes GET."""
    links = [link for link in client.links if link.rel == "search"]
    # many an API takes POST without saying so: only one that names GET alone gets GET
    methods = [str(link.extra_fields.get("method", "POST")).upper() for link in links]
    method = "POST" if "POST" in methods else "GET"
    link = links[methods.index(method)]
    return urljoin(url, str(link.get_absolute_href())), method


def _matched(page: Mapping[str, Any]) -> int | None:
    count = page.get("numberMatched")
    if count is None and isinstance(page.get("context"), Mapping):
        count = page["context"].get("matched")
    is_count = isinstance(count, int) and not isinstance(count, bool) and count >= 0
    return count if is_count else None
