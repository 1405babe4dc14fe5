"""Catalogue: the sample planet's API pages and labels as bytes that only have to be sent."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any

from ard_qgis_plugin.core.catalog.item_fields import used_fields

from ...sample.items import item
from ...sample.labels import caminfo
from ...sample.names import BUCKET, Urls, hrefs
from ...sample.planet import MAX_SIZE, MODES, Observation, Planet, collection_id

COLLECTIONS = tuple(collection_id(mode) for mode in MODES)

_ANY_RUN = b"/000000/"
_DEFAULT_LIMIT = 10
_CONFORMANCE = (
    "https://api.stacspec.org/v1.0.0/core",
    "https://api.stacspec.org/v1.0.0/collections",
    "https://api.stacspec.org/v1.0.0/item-search",
    "https://api.stacspec.org/v1.0.0/item-search#fields",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
)


def api_path(per_collection: int, run: int) -> str:
    """Returns the path of the API that shows so many observations of each collection.

    The addresses of its labels are those of this run, so that no cache has them from another.
    """
    return f"/{run:06}/{per_collection}"


def most_of_each(size: int) -> int:
    """Returns how many of each collection to show, so that all have `size`; at most 200,000.

    The planet has two observations of the first two collections to one of the third.
    """
    smallest = MAX_SIZE // 5
    return size // 3 if size <= 3 * smallest else (size - smallest) // 2


class Catalogue:
    """A catalogue with the answers of the USGS API: full pages have a `next`, the last is empty.

    Who asks for fields gets those that the plugin uses, whichever they name.

    Holds at most `largest` observations of each collection; areas and times are not looked at.
    """

    def __init__(self, base: str, largest: int) -> None:
        self._base = base
        # collection, whether with fields -> items
        self._items: dict[tuple[str, bool], list[bytes]] = defaultdict(list)
        self._labels: dict[str, bytes] = {}
        for observation in _observations(largest):
            self._add(observation)
        self._page = cache(self._made_page)

    def answer(self, target: str, body: bytes) -> bytes:
        """Returns the whole answer to a request: head and body."""
        _, run, place = target.split("/", 2)
        if place in self._labels:
            return self._labels[place]
        size, _, rest = place.partition("/")
        if not size.isdecimal() or rest not in ("", "search"):
            return _answer(b'{"code":"NotFound"}', "application/json", "404 Not Found")
        if not rest:
            return _answer(json.dumps(self._root(f"/{run}/{size}")).encode(), "application/json")
        asked = json.loads(body)
        (collection,) = asked["collections"]
        start, limit = int(asked.get("next", 0)), asked.get("limit", _DEFAULT_LIMIT)
        page = self._page(int(size), collection, start, limit, has_fields="fields" in asked)
        return page.replace(_ANY_RUN, f"/{run}/".encode())

    def _add(self, observation: Observation) -> None:
        urls = Urls(images=f"{self._base}/{BUCKET}", api=self._base)
        entry = item(observation, urls)
        place = hrefs(observation, Urls(images=BUCKET))["caminfo_pvl"]
        entry["assets"]["caminfo_pvl"]["href"] = f"{self._base}{_ANY_RUN.decode()}{place}"
        for has_fields, shown in ((False, entry), (True, _with_used_fields(entry))):
            text = json.dumps(shown, separators=(",", ":"))
            self._items[observation.collection, has_fields].append(text.encode())
        self._labels[place] = _answer(caminfo(observation).encode(), "text/plain")

    def _root(self, path: str) -> dict[str, Any]:
        api = self._base + path
        return {
            "type": "Catalog",
            "stac_version": "1.0.0",
            "id": "sample-planet",
            "description": "The sample planet, as large as its address says.",
            "conformsTo": list(_CONFORMANCE),
            "links": [
                {"rel": "self", "href": api, "type": "application/json"},
                {"rel": "root", "href": api, "type": "application/json"},
                {
                    "rel": "search",
                    "href": f"{api}/search",
                    "type": "application/geo+json",
                    "method": "POST",
                },
            ],
        }

    def _made_page(
        self, size: int, collection: str, start: int, limit: int, *, has_fields: bool
    ) -> bytes:
        items = self._items[collection, has_fields][:size]
        shown = items[start : start + limit]
        following = {"collections": [collection], "limit": limit, "next": str(start + limit)}
        if has_fields:
            following["fields"] = used_fields(collection)
        end = {
            "numberMatched": len(items),
            "numberReturned": len(shown),
            "links": [self._next(size, following)] if shown else [],
        }
        tail = json.dumps(end).encode()[1:]
        head = b'{"type":"FeatureCollection","stac_version":"1.0.0","features":['
        return _answer(head + b",".join(shown) + b"]," + tail, "application/geo+json")

    def _next(self, size: int, body: dict[str, Any]) -> dict[str, Any]:
        href = f"{self._base}{_ANY_RUN.decode()}{size}/search"
        return {"rel": "next", "href": href, "method": "POST", "merge": False, "body": body}


def _with_used_fields(entry: dict[str, Any]) -> dict[str, Any]:
    fields = used_fields(entry["collection"])
    properties = entry["properties"].items()
    slim = {name: entry[name] for name in fields if name in entry}
    return slim | {"properties": {k: v for k, v in properties if f"properties.{k}" in fields}}


def _observations(largest: int) -> Iterator[Observation]:
    """Yields the planet's first `largest` observations of each collection, or all that it has."""
    left = dict.fromkeys(COLLECTIONS, largest)
    for observation in Planet(MAX_SIZE):
        if left[observation.collection]:
            left[observation.collection] -= 1
            yield observation
        if not any(left.values()):
            break


def _answer(body: bytes, media_type: str, status: str = "200 OK") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body
