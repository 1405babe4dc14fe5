"""Catalogue: the sample planet's API pages and labels as bytes that only have to be sent."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from ..sample.items import item
from ..sample.labels import caminfo
from ..sample.names import BUCKET, Urls, hrefs
from ..sample.planet import MAX_SIZE, MODES, Observation, Planet, collection_id

COLLECTIONS = tuple(collection_id(mode) for mode in MODES)

_DEFAULT_LIMIT = 10
_CONFORMANCE = [
    "https://api.stacspec.org/v1.0.0/core",
    "https://api.stacspec.org/v1.0.0/collections",
    "https://api.stacspec.org/v1.0.0/item-search",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
]


class Catalogue:
    """Answers as the USGS API and its bucket do: each full page has a `next`, the last is empty.

    Holds `largest` observations a collection. The API at /N shows the first N of each, so that
    catalogues of several sizes share one server; areas and times are not looked at.
    """

    def __init__(self, base: str, largest: int) -> None:
        self._base = base
        self._items: dict[str, list[bytes]] = {name: [] for name in COLLECTIONS}
        self._files: dict[str, bytes] = {}
        urls = Urls(images=f"{base}/{BUCKET}", api=f"{base}/{largest}")
        for observation in _observations(largest):
            entry = json.dumps(item(observation, urls), separators=(",", ":")).encode()
            self._items[observation.collection].append(entry)
            address = hrefs(observation, urls)["caminfo_pvl"]
            text = caminfo(observation).encode()
            self._files[address.removeprefix(base)] = _answer(text, "text/plain")
        self._page = lru_cache(maxsize=None)(self._made_page)

    def answer(self, target: str, body: bytes) -> bytes:
        """Returns the whole answer to a request: head and body."""
        if found := self._files.get(target):
            return found
        size, _, rest = target.strip("/").partition("/")
        if not size.isdecimal() or rest not in ("", "search"):
            return _answer(b'{"code":"NotFound"}', "application/json", "404 Not Found")
        if not rest:
            return _answer(json.dumps(self._root(size)).encode(), "application/json")
        asked = json.loads(body)
        (collection,) = asked["collections"]
        limit = asked.get("limit", _DEFAULT_LIMIT)
        return self._page(int(size), collection, int(asked.get("next", 0)), limit)

    def _root(self, size: str) -> dict[str, Any]:
        api = f"{self._base}/{size}"
        links = [
            {"rel": "self", "href": api, "type": "application/json"},
            {"rel": "root", "href": api, "type": "application/json"},
            {"rel": "search", "href": f"{api}/search", "type": "application/geo+json"},
        ]
        return {
            "type": "Catalog",
            "stac_version": "1.0.0",
            "id": "sample-planet",
            "description": "The sample planet, as large as its address says.",
            "conformsTo": _CONFORMANCE,
            "links": [{**link, "method": method} for link, method in _with_methods(links)],
        }

    def _made_page(self, size: int, collection: str, start: int, limit: int) -> bytes:
        items = self._items[collection][:size]
        shown = items[start : start + limit]
        end = {
            "numberMatched": len(items),
            "numberReturned": len(shown),
            "links": [self._next(size, collection, start + limit, limit)] if shown else [],
        }
        tail = json.dumps(end).encode()[1:]
        head = b'{"type":"FeatureCollection","stac_version":"1.0.0","features":['
        return _answer(head + b",".join(shown) + b"]," + tail, "application/geo+json")

    def _next(self, size: int, collection: str, start: int, limit: int) -> dict[str, Any]:
        body = {"collections": [collection], "limit": limit, "next": str(start)}
        href = f"{self._base}/{size}/search"
        return {"rel": "next", "href": href, "method": "POST", "merge": False, "body": body}


def _with_methods(links: list[dict[str, str]]) -> Iterator[tuple[dict[str, str], str]]:
    for link in links:
        yield link, "POST" if link["rel"] == "search" else "GET"


def _observations(largest: int) -> Iterator[Observation]:
    """Yields the planet's first `largest` observations of each collection."""
    left = dict.fromkeys(COLLECTIONS, largest)
    planet = iter(Planet(MAX_SIZE))
    while any(left.values()):
        observation = next(planet)
        if left[observation.collection]:
            left[observation.collection] -= 1
            yield observation


def _answer(body: bytes, media_type: str, status: str = "200 OK") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body
