"""A STAC API on loopback: answers as the real ones do, in all their ways of paging and counting.

with StacApi({"a": [item("a", 1), item("a", 2)]}, counts="context") as api:
    api.script("/api/search", api.usual, faults.hang)  # the second page never comes
    ... api.root ... api.searches ...
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from tests.support.servers.fault_server import Behaviour, Exchange, FaultServer, Request
from tests.support.servers.faults import ok, status

_JSON = dict[str, Any]
_PAGE = 10  # items where no limit is given
CONFORMANCE = [
    "https://api.stacspec.org/v1.0.0/core",
    "https://api.stacspec.org/v1.0.0/item-search",
    "https://api.stacspec.org/v1.0.0/collections",
]


def document(collection: str, **members: object) -> _JSON:
    """Makes a collection's document, as far as a catalogue wants one to take it in."""
    return {
        "type": "Collection",
        "stac_version": "1.0.0",
        "id": collection,
        "description": collection,
        "license": "CC0-1.0",
        "extent": {
            "spatial": {"bbox": [[-180, -90, 180, 90]]},
            "temporal": {"interval": [[None, None]]},
        },
        "links": [],
        **members,
    }


def item(collection: str, number: int, west: float = 0.0, **members: object) -> _JSON:
    """Makes an item, one degree wide and high, without assets."""
    east = west + 1
    ring = [[west, 0], [east, 0], [east, 1], [west, 1], [west, 0]]
    return {
        "type": "Feature",
        "stac_version": "1.0.0",
        "id": f"{collection}-{number:03}",
        "collection": collection,
        "geometry": {"type": "Polygon", "coordinates": [ring]},
        "bbox": [west, 0, east, 1],
        "properties": {"datetime": "2008-01-02T03:04:05Z"},
        "links": [],
        "assets": {},
        **members,
    }


def across(collection: str, number: int) -> _JSON:
    """Makes an item that reaches over +-180, one degree on each side."""
    rings = [item(collection, number, west)["geometry"]["coordinates"] for west in (179.0, -180.0)]
    geometry = {"type": "MultiPolygon", "coordinates": rings}
    return item(collection, number, bbox=[-180, 0, 180, 1], geometry=geometry)


def answer(document: object) -> Behaviour:
    """Answers with a JSON document."""
    return ok(json.dumps(document).encode(), content_type="application/json")


class StacApi(FaultServer):
    """A STAC API with items by collection, at /api; what is scripted goes before its own ways.

    `paging` is the form of the `next` links: "body" (POST, the whole body), "merge" (POST, what
    changes), "href" (GET), "relative" (GET, without the host), or None for one single page.
    `next_host` is another StacApi that the links lead to. `unknown` is the status of a search of a
    collection that it hasn't; 200 is an empty result. The last page is empty, as the USGS API's is.
    """

    def __init__(
        self,
        items: dict[str, list[_JSON]],
        *,
        paging: str | None = "body",
        counts: str | None = "numberMatched",
        methods: tuple[str, ...] = ("GET", "POST"),
        next_host: StacApi | None = None,
        unknown: int = 200,
        largest_page: int = 10_000,
    ) -> None:
        super().__init__()
        self.items = items
        self._paging = paging
        self._counts = counts
        self._methods = methods
        self._next_host = next_host
        self._unknown = unknown
        self._largest_page = largest_page
        self.searches: list[_JSON] = []

    @property
    def root(self) -> str:
        """Returns the address of the API."""
        return self.url("/api")

    def root_document(self, **members: object) -> _JSON:
        """Returns what the root answers with."""
        search = {"rel": "search", "type": "application/geo+json", "href": self.url("/api/search")}
        links = [{**search, "method": method} for method in self._methods]
        links.append({"rel": "data", "href": self.url("/api/collections")})
        return {
            "type": "Catalog",
            "id": "scripted",
            "stac_version": "1.0.0",
            "description": "A scripted API.",
            "conformsTo": CONFORMANCE,
            "links": links,
            **members,
        }

    async def usual(self, exchange: Exchange) -> None:
        """Answers as the API does if nothing is wrong with it."""
        await self._usual(exchange.request)(exchange)

    def _next(self, target: str) -> Behaviour:
        return super()._next(target) if target in self._scripts else self.usual

    def _usual(self, request: Request) -> Behaviour:
        path = urlsplit(request.target).path
        if path == "/api":
            return answer(self.root_document())
        if path == "/api/collections":
            listed = [{"type": "Collection", "id": collection} for collection in self.items]
            return answer({"collections": listed, "links": []})
        if path == "/api/search" and request.method in self._methods:
            return self._search(_parameters(request))
        return status(404, b'{"code": "NotFound", "description": "Not Found"}')

    def _search(self, wanted: _JSON) -> Behaviour:
        self.searches.append(wanted)
        names = wanted.get("collections", list(self.items))
        unknown = [name for name in names if name not in self.items]
        if unknown and self._unknown != 200:
            words = {"code": "Error", "description": f"No such collection: {unknown[0]}"}
            return status(self._unknown, json.dumps(words).encode())
        found = [
            one
            for name in names
            for one in self.items.get(name, [])
            if "bbox" not in wanted or _touches(one, wanted["bbox"])
        ]
        start = int(wanted.get("token", 0))
        limit = min(int(wanted.get("limit", _PAGE)), self._largest_page)
        page = found[start : start + limit] if self._paging else found
        links = self._links(wanted, start + limit) if page and self._paging else []
        return answer(
            {"type": "FeatureCollection", "features": page, "links": links, **self._count(found)}
        )

    def _count(self, found: list[_JSON]) -> _JSON:
        counts = {"numberMatched": len(found), "context": {"matched": len(found)}}
        return {self._counts: counts[self._counts]} if self._counts else {}

    def _links(self, wanted: _JSON, token: int) -> list[_JSON]:
        host = self._next_host or self
        following = {**wanted, "token": str(token)}
        link = {"rel": "next", "href": host.url("/api/search")}
        if self._paging in {"href", "relative"}:
            query = f"/api/search?{urlencode({key: _flat(one) for key, one in following.items()})}"
            return [{**link, "href": query if self._paging == "relative" else host.url(query)}]
        body = {"token": str(token)} if self._paging == "merge" else following
        return [{**link, "method": "POST", "body": body, "merge": self._paging == "merge"}]


def _parameters(request: Request) -> _JSON:
    if request.method == "POST":
        return json.loads(request.body)
    given: _JSON = dict(parse_qsl(urlsplit(request.target).query))
    if "collections" in given:
        given["collections"] = given["collections"].split(",")
    if "bbox" in given:
        given["bbox"] = [float(side) for side in given["bbox"].split(",")]
    return given


def _flat(value: object) -> object:
    return ",".join(map(str, value)) if isinstance(value, list) else value


def _touches(one: _JSON, box: list[float]) -> bool:
    west, south, east, north = one.get("bbox", box)
    return west <= box[2] and east >= box[0] and south <= box[3] and north >= box[1]
