"""A STAC API, read page by page with pystac-client."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urljoin

from pystac import Link
from pystac_client import Client, ItemSearch
from pystac_client.stac_api_io import StacApiIO

from .errors import CancelledError, CatalogError, InputError
from .known_collections import nearest_ids
from .reply import one_line
from .request import SearchRequest, shown_url

PAGE_SIZE = 250
"""Items asked for at once: an item is 8-17 kB and the API fails above about 6 MB a page."""

ReadUrl = Callable[[str, str, Mapping[str, Any] | None, Mapping[str, str] | None], bytes]
"""method, url, JSON body or None, headers or None -> the answer's body; raises CatalogError."""

Query = Mapping[str, Any]
"""Where to search: `bbox` or `intersects`, as a STAC API takes them."""

# What counts of a link to the next page, and of which type it is.
_NEXT_MEMBERS = {
    "rel": str,
    "href": str,
    "method": str,
    "body": dict,
    "headers": dict,
    "merge": bool,
}


@dataclass(frozen=True, slots=True)
class Page:
    """Is one page of a search: raw items, and how many the catalogue counts in all (or None)."""

    items: list[dict[str, Any]]
    matched: int | None


class Catalog:
    """Is an open STAC API. Raises CatalogError where the address is none."""

    def __init__(self, api_url: str, read: ReadUrl) -> None:
        self._url = api_url.rstrip("/")
        self._transport = _Transport(read)
        self._client, (self._search_url, self._method) = self._open()

    def pages(self, request: SearchRequest, collection: str, query: Query) -> Iterator[Page]:
        """Yields the pages of one collection where a query says, in the catalogue's order."""
        limit = min(PAGE_SIZE, request.max_items + 1) if request.max_items else PAGE_SIZE
        for page in self._search(request, collection, query, limit).pages_as_dicts():
            items = [item if isinstance(item, dict) else {} for item in page["features"]]
            yield Page(items, _matched(page))

    def count(self, request: SearchRequest, collection: str, query: Query) -> int | None:
        """Asks how many items of a collection are where a query says; None where it isn't said."""
        page = next(self._search(request, collection, query, 1).pages_as_dicts(), None)
        return _matched(page) if page else 0

    def check_collection(self, collection: str) -> None:
        """Raises InputError with the nearest known ids where the catalogue lacks a collection.

        A catalogue that does not list its collections is taken to have it.
        """
        ids: list[str] = []
        with suppress(CatalogError, ValueError):
            ids += self._collection_ids()
        if ids and collection not in ids:
            nearest = ", ".join(map(one_line, nearest_ids(collection, ids)))
            raise InputError(
                f"{shown_url(self._url)} has no collection {collection!r}: the nearest ones are "
                f"{nearest}."
            )

    def _search(
        self, request: SearchRequest, collection: str, query: Query, limit: int
    ) -> ItemSearch:
        return ItemSearch(
            self._search_url,
            method=self._method,
            stac_io=self._transport,
            collections=[collection],
            **query,
            datetime=request.interval,
            limit=limit,
        )

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
        for page in self._transport.get_pages(href or f"{self._url}/collections"):
            for entry in _members(page):
                if isinstance(entry, dict) and isinstance(entry.get("id"), str):
                    yield entry["id"]


class _Transport(StacApiIO):
    """Lets pystac-client read through the plugin's own network layer (proxy, retries, cancel)."""

    def __init__(self, read: ReadUrl) -> None:
        super().__init__(max_retries=None)
        self._read = read

    def request(
        self,
        href: str,
        method: str | None = None,
        headers: dict[str, str] | None = None,
        parameters: dict[str, Any] | None = None,
    ) -> str:
        """Reads one answer as text; parameters are a POST's JSON body or a GET's query."""
        method = (method or "GET").upper()
        if method == "GET" and parameters:
            href = f"{href}{'&' if '?' in href else '?'}{urlencode(parameters)}"
        body = None if method == "GET" else parameters
        return self._read(method, href, body, headers).decode("utf-8", "replace")

    def read_text(self, source: Any, *args: Any, **kwargs: Any) -> str:
        """Reads the answer of a link, or of an address as it is: never a file of this machine."""
        if isinstance(source, Link):
            return super().read_text(source, *args, **kwargs)
        return self.request(str(source), *args, **kwargs)

    def read_json(self, source: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Reads one answer as a JSON object; raises CatalogError where it is none."""
        text = self.read_text(source, *args, **kwargs)
        try:
            answer = json.loads(text)
        except (ValueError, RecursionError):  # a ValueError too where a number has 5,000 digits
            answer = None
        if not isinstance(answer, dict):
            url = source.href if isinstance(source, Link) else str(source)
            raise CatalogError(
                f"{shown_url(url)} answers, but not as a STAC API "
                f"({one_line(text[:80]) or 'nothing'}): a log-in page may stand before it."
            )
        return answer

    def get_pages(
        self, url: str, method: str | None = None, parameters: dict[str, Any] | None = None
    ) -> Iterator[dict[str, Any]]:
        """Follows `next` links until a page is empty or has none; raises where one repeats."""
        page = self.read_json(url, method=method, parameters=parameters)
        followed: set[str] = set()
        while members := _members(page):
            yield page
            following = _next_link(page, url)
            if following is None:
                return
            link = json.dumps(following, sort_keys=True)
            url = following["href"]
            page = self.read_json(Link.from_dict(following), parameters=parameters or {})
            # a new link may lead to the same page where the API does not understand its own token
            if link in followed or _members(page) == members:
                raise CatalogError(
                    f"{shown_url(url)} sends the same page again and again, so the search can't "
                    "be finished: report it to those who run the API."
                )
            followed.add(link)


def _search_link(client: Client, url: str) -> tuple[str, str]:
    """Returns the address of the API's item search, and POST unless it only takes GET."""
    links = [link for link in client.links if link.rel == "search"]
    # many an API takes POST without saying so: only one that names GET alone gets GET
    methods = [str(link.extra_fields.get("method", "POST")).upper() for link in links]
    method = "POST" if "POST" in methods else "GET"
    link = links[methods.index(method)]
    return urljoin(url, str(link.get_absolute_href())), method


def _members(page: Mapping[str, Any]) -> list[Any]:
    members = page.get("features", page.get("collections"))
    if not isinstance(members, list):
        raise CatalogError(
            f"The catalogue answers without a list of items ({one_line(json.dumps(page))}): "
            "try again later."
        )
    return members


def _next_link(page: Mapping[str, Any], url: str) -> dict[str, Any] | None:
    """Returns a page's link to the next one, of the members that count; `url` is the page's."""
    links = page.get("links")
    for link in links if isinstance(links, list) else ():
        if not isinstance(link, dict) or link.get("rel") != "next":
            continue
        known = {k: link[k] for k, kind in _NEXT_MEMBERS.items() if isinstance(link.get(k), kind)}
        if "href" in known:
            known["href"] = _joined(url, known["href"])
            headers = known.get("headers", {})
            known["headers"] = {k: v for k, v in headers.items() if isinstance(v, str)}
            return known
    return None


def _joined(url: str, href: str) -> str:
    try:
        return urljoin(url, href)
    except ValueError:
        raise CatalogError(
            f"The link to the next page is no address ({one_line(href)}): try again later."
        ) from None


def _matched(page: Mapping[str, Any]) -> int | None:
    count = page.get("numberMatched")
    if count is None and isinstance(page.get("context"), Mapping):
        count = page["context"].get("matched")
    is_count = isinstance(count, int) and not isinstance(count, bool) and count >= 0
    return count if is_count else None
