"""PageRequest: a request for one page of an API, by POST or by GET, of any number of items."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from ..model.server import same_server

Document = dict[str, Any]

_QUERY_LIMIT = re.compile(r"(?<=[?&]limit=)\d+")

_REL_END = re.compile(r"[/#:]")

# What counts of a link to the next page, and of which type it is.
_NEXT_MEMBERS = {"href": str, "method": str, "body": dict, "headers": dict, "merge": bool}


@dataclass(frozen=True, slots=True)
class PageRequest:
    """A request for one page; GET has everything in the address, and no body."""

    method: str
    url: str
    body: Document | None = None
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def limit(self) -> int | None:
        """Returns how many items it asks for, None where it does not say so in plain words."""
        if self.body is not None:
            limit = self.body.get("limit")
            return limit if isinstance(limit, int) else None
        found = _QUERY_LIMIT.search(self.url)
        return int(found[0]) if found else None

    def at_most(self, limit: int | None) -> PageRequest:
        """Returns the same request for no more items than `limit`, as far as it says how many."""
        if limit is None or self.limit is None or self.limit <= limit:
            return self
        if self.body is not None:
            return replace(self, body={**self.body, "limit": limit})
        return replace(self, url=_QUERY_LIMIT.sub(str(limit), self.url))

    def by_get(self) -> PageRequest:
        """Returns the same request by GET: the members of its body are in the address."""
        if self.body is None:
            return self
        query = urlencode({name: _flat(name, value) for name, value in self.body.items()})
        url = f"{self.url}{'&' if '?' in self.url else '?'}{query}" if query else self.url
        return PageRequest("GET", url, headers=self.headers)

    def lost_at(self, url: str) -> list[str]:
        """Lists the parameters of the address that are not in the one that it was redirected to."""
        kept = _parameter_names(url)
        return [name for name in _parameter_names(self.url) if name not in kept]


def has_rel(link: Mapping[str, Any], rel: str) -> bool:
    """Says whether a link is of a kind: by a word, one word of several, or the end of an address.

    OGC's kinds are addresses, such as http://www.opengis.net/def/rel/ogc/1.0/data.
    """
    given = link.get("rel")
    texts = given if isinstance(given, list) else [given]
    words = [word for text in texts if isinstance(text, str) for word in text.lower().split()]
    return any(_REL_END.split(word.rstrip("/"))[-1] == rel for word in words)


def next_request(page: Document, asked: PageRequest) -> PageRequest | None:
    """Returns the request that a page's link to the next one stands for; `asked` gave the page."""
    links = page.get("links")
    for link in links if isinstance(links, list) else ():
        if not isinstance(link, dict) or not has_rel(link, "next"):
            continue
        known = {k: link[k] for k, kind in _NEXT_MEMBERS.items() if isinstance(link.get(k), kind)}
        if "href" in known:
            return _request_of(known, asked)
    return None


def with_whole_links(page: Document, url: str) -> Document:
    """Returns a page whose links are whole addresses; `url` is where it came from at last."""
    links = page.get("links")
    if not isinstance(links, list):
        return page
    whole = [
        {**link, "href": _joined(url, link["href"])}
        if isinstance(link, dict) and isinstance(link.get("href"), str)
        else link
        for link in links
    ]
    return {**page, "links": whole}


def _request_of(link: Document, asked: PageRequest) -> PageRequest:
    # a body goes by POST only, even where a link does not say so
    method = link.get("method", "POST" if link.get("body") else "GET").upper()
    body = link.get("body", {}) if method != "GET" else None
    headers = {k: v for k, v in link.get("headers", {}).items() if isinstance(v, str)}
    url = _joined(asked.url, link["href"])
    if link.get("merge"):
        kept = asked.headers if same_server(asked.url, url) else {}  # they may hold a key
        headers = {**kept, **headers}
        body = body if body is None else {**(asked.body or {}), **body}
    return PageRequest(method, url, body, headers)


def _joined(url: str, href: str) -> str:
    try:
        return urljoin(url, href)
    except ValueError:  # no address: that is said when it is the page's turn
        return href


def _flat(name: str, value: Any) -> str:
    """Returns a member of a search's body as STAC has it in an address."""
    if name == "fields" and isinstance(value, dict):
        signs = (("+", value.get("include")), ("-", value.get("exclude")))
        return ",".join(f"{sign}{one}" for sign, names in signs for one in names or ())
    if isinstance(value, (list, tuple)) and not any(isinstance(one, dict) for one in value):
        return ",".join(map(str, value))
    if isinstance(value, str):
        return value
    return json.dumps(value, separators=(",", ":"))


def _parameter_names(url: str) -> list[str]:
    try:
        query = urlsplit(url).query
    except ValueError:
        return []
    return [name for name, _ in parse_qsl(query, keep_blank_values=True)]
