"""PageRequest: a request for one page of an API, by POST or by GET, of any number of items."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from ...model.server import same_server
from .links import has_rel, links_of, whole_address

Document = dict[str, Any]

_QUERY_LIMIT = re.compile(r"(?<=[?&]limit=)\d+")

# What counts of a link to the next page, and of which type it is.
_NEXT_MEMBERS = {"href": str, "method": str, "body": dict, "headers": dict}
_YES = (True, "true", "True", 1)


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

    def at_path_of(self, other: PageRequest) -> PageRequest:
        """Returns the same request at the address of another one, for which it has a query."""
        query = self.url.partition("?")[2]
        there = other.url.partition("?")[0]
        return replace(self, url=f"{there}?{query}" if query else there)

    def lost_at(self, url: str) -> list[str]:
        """Lists the parameters of the address that are not in the one that it was redirected to."""
        kept = _parameter_names(url)
        return [name for name in _parameter_names(self.url) if name not in kept]


def next_request(
    page: Document, asked: PageRequest, members: Document | None = None
) -> PageRequest | None:
    """Returns the request that a page's link to the next one stands for; `asked` gave the page.

    `members` are those of the search that a link by POST adds to where its page came by GET.
    """
    for link in links_of(page):
        if not has_rel(link, "next"):
            continue
        known = {k: link[k] for k, kind in _NEXT_MEMBERS.items() if isinstance(link.get(k), kind)}
        if isinstance(text := link.get("body"), str):
            known["body"] = _body_in(text)
        if "href" in known:
            known["merge"] = link.get("merge") in _YES
            return _request_of(known, asked, members or {})
    return None


def _request_of(link: Document, asked: PageRequest, members: Document) -> PageRequest:
    # a body goes by POST only, even where a link does not say so
    method = link.get("method", "POST" if link.get("body") else "GET").upper()
    body = link.get("body", {}) if method != "GET" else None
    headers = {k: v for k, v in link.get("headers", {}).items() if isinstance(v, str)}
    url = whole_address(asked.url, link["href"])
    if link["merge"]:
        kept = asked.headers if same_server(asked.url, url) else {}  # they may hold a key
        headers = {**kept, **headers}
        body = body if body is None else {**(members if asked.body is None else asked.body), **body}
    return PageRequest(method, url, body, headers)


def _body_in(text: str) -> Document:
    """Returns a body that is written as a text; an empty one where it is none."""
    try:
        body = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return body if isinstance(body, dict) else {}


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
