"""A STAC API, read page by page with pystac-client."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from pystac import Link, STACError
from pystac_client import Client, ItemSearch
from pystac_client.errors import ClientTypeError
from pystac_client.stac_api_io import StacApiIO

from .area import Box
from .errors import CatalogError, InputError
from .known_collections import nearest_ids
from .request import SearchRequest

PAGE_SIZE = 250
"""Items asked for at once: an item is 8-17 kB and the API fails above about 6 MB a page."""

ReadUrl = Callable[[str, str, Mapping[str, Any] | None, Mapping[str, str] | None], bytes]
"""method, url, JSON body or None, headers or None -> the answer's body; raises CatalogError."""


@dataclass(frozen=True, slots=True)
class Page:
    """Is one page of a search: raw items, and how many the catalogue counts in all (or None)."""

    items: list[dict[str, Any]]
    matched: int | None


class Catalog:
    """Is an open STAC API. Raises CatalogError where the address is none."""

    def __init__(self, api_url: str, read: ReadUrl) -> None:
        self.url = api_url.rstrip("/")
        self._transport = _Transport(self.url, read)
        self._client = self._open()
        self._search_url, self._method = self._search_link()

    def pages(self, request: SearchRequest, collection: str, box: Box) -> Iterator[Page]:
        """Yields the pages of one collection inside one box, in the catalogue's order."""
        limit = min(PAGE_SIZE, request.max_items + 1) if request.max_items else PAGE_SIZE
        search = ItemSearch(
            self._search_url,
            method=self._method,
            stac_io=self._transport,
            collections=[collection],
            bbox=box.as_bbox(),
            datetime=request.interval,
            limit=limit,
        )
        for page in search.pages_as_dicts():
            items = [item if isinstance(item, dict) else {} for item in page["features"]]
            yield Page(items, _matched(page))

    def check_collection(self, collection: str) -> None:
        """Raises InputError with the nearest known ids where the catalogue lacks a collection."""
        ids = [entry.id for entry in self._client.get_collections()]
        if ids and collection not in ids:
            nearest = ", ".join(nearest_ids(collection, ids))
            raise InputError(
                f"{self.url} has no collection {collection!r}: the nearest ones are {nearest}."
            )

    def _open(self) -> Client:
        try:
            return Client.open(self.url, stac_io=self._transport)
        except (STACError, ClientTypeError, AttributeError, KeyError, TypeError) as error:
            raise _no_api(self.url) from error

    def _search_link(self) -> tuple[str, str]:
        """Returns the address of the API's item search, and POST unless it only takes GET."""
        links = [link for link in self._client.links if link.rel == "search"]
        if not links:
            raise _no_api(self.url)
        methods = {str(link.extra_fields.get("method", "GET")).upper() for link in links}
        # many an API takes POST without saying so: only one that names GET alone gets GET
        named = any("method" in link.extra_fields for link in links)
        method = "GET" if named and methods == {"GET"} else "POST"
        return str(links[0].get_absolute_href()), method


class _Transport(StacApiIO):
    """Lets pystac-client read through the plugin's own network layer (proxy, retries, cancel)."""

    def __init__(self, api_url: str, read: ReadUrl) -> None:
        super().__init__(max_retries=None)
        self._api_url = api_url
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
            parameters = None
        return self._read(method, href, parameters, headers).decode("utf-8", "replace")

    def read_json(self, source: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Reads one answer as a JSON object; raises CatalogError where it is none."""
        try:
            answer = super().read_json(source, *args, **kwargs)
        except json.JSONDecodeError as error:
            raise _no_api(self._api_url) from error
        if not isinstance(answer, dict):
            raise _no_api(self._api_url)
        return answer

    def get_pages(
        self, url: str, method: str | None = None, parameters: dict[str, Any] | None = None
    ) -> Iterator[dict[str, Any]]:
        """Follows `next` links until a page is empty or has none; stops at one that repeats."""
        page = self.read_json(url, method=method, parameters=parameters)
        followed = set()
        while self._members(page):
            yield page
            following = _next_link(page)
            if following is None:
                return
            fingerprint = json.dumps(following, sort_keys=True)
            if fingerprint in followed:
                raise CatalogError(
                    f"{self._api_url} sends the same page again and again: the search can't be "
                    "finished; report it to the keepers of the API."
                )
            followed.add(fingerprint)
            page = self.read_json(Link.from_dict(following), parameters=parameters)

    def _members(self, page: Mapping[str, Any]) -> list[Any]:
        members = page.get("features", page.get("collections"))
        if not isinstance(members, list):
            raise CatalogError(
                f"{self._api_url} answered a search without a list of items "
                f"({json.dumps(page)[:200]}): try again later."
            )
        return members


def _next_link(page: Mapping[str, Any]) -> dict[str, Any] | None:
    links = page.get("links")
    for link in links if isinstance(links, list) else ():
        if (
            isinstance(link, dict)
            and link.get("rel") == "next"
            and isinstance(link.get("href"), str)
        ):
            return link
    return None


def _matched(page: Mapping[str, Any]) -> int | None:
    count = page.get("numberMatched")
    if count is None and isinstance(page.get("context"), Mapping):
        count = page["context"].get("matched")
    return count if isinstance(count, int) and not isinstance(count, bool) else None


def _no_api(url: str) -> CatalogError:
    return CatalogError(
        f"{url} answers, but not as a STAC API that can be searched: check API_URL, which should "
        "be the root of the API, such as https://stac.astrogeology.usgs.gov/api."
    )
