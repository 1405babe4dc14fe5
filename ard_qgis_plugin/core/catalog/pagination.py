"""Paging: `next` links followed to the end, with smaller pages where an API needs them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode, urljoin

from ..model.errors import CatalogError
from ..model.text import one_line
from .api_url import shown_url

_TOO_MUCH = (
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    HTTPStatus.BAD_GATEWAY,
    HTTPStatus.GATEWAY_TIMEOUT,
)
# What Amazon's gateway says with status 500 too, not least of an answer above 6 MB. The name of
# that status, which stands in every message, is written with other capitals.
_GATEWAY_WORDS = "Internal server error"

_REPEATS = 3
"""Pages that may come again one after the other; single ones do where an item is listed twice."""

_QUERY_LIMIT = re.compile(r"(?<=[?&]limit=)\d+")

# What counts of a link to the next page, and of which type it is.
_NEXT_MEMBERS = {"href": str, "method": str, "body": dict, "headers": dict, "merge": bool}

Document = dict[str, Any]

Wait = Callable[[], Document]
"""Waits for a page that was asked for and returns it; raises PageError, CatalogError."""


class PageError(CatalogError):
    """Error: why a page could not be read; `status` is the last answer's, None without any."""

    def __init__(self, message: str, status: int | None, *, is_too_large: bool = False) -> None:
        super().__init__(message)
        self.status = status
        gave_up = status == HTTPStatus.INTERNAL_SERVER_ERROR and _GATEWAY_WORDS in message
        self.asks_for_less = is_too_large or gave_up or status in _TOO_MUCH

    @property
    def is_answer(self) -> bool:
        """Says whether the API itself refused, which it may do of a collection that it lacks."""
        return self.status is not None and not self.asks_for_less


@dataclass(frozen=True, slots=True)
class Asking:
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

    def at_most(self, limit: int | None) -> Asking:
        """Returns the same request for no more items than `limit`, as far as it says how many."""
        if limit is None or self.limit is None or self.limit <= limit:
            return self
        if self.body is not None:
            return replace(self, body={**self.body, "limit": limit})
        return replace(self, url=_QUERY_LIMIT.sub(str(limit), self.url))


class PageSize:
    """How many items the API can send at once, as far as is known: it never grows.

    Where a token is the number of a page, a larger page would pass items over; a smaller one only
    brings some again.
    """

    def __init__(self, items: int) -> None:
        self.items = items

    def below(self, failed: int) -> int:
        """Returns half of a size that failed, or what was found to work meanwhile."""
        self.items = min(self.items, max(failed // 2, 1))
        return self.items


def first_asking(url: str, method: str | None, parameters: Mapping[str, Any] | None) -> Asking:
    """Makes the request for the first page; parameters are a POST's body or a GET's query."""
    if method == "POST":
        return Asking(method, url, dict(parameters or {}))
    if parameters:
        url = f"{url}{'&' if '?' in url else '?'}{urlencode(parameters)}"
    return Asking("GET", url)


def follow(
    first: Asking, ask: Callable[[Asking], Wait], size: PageSize, enough: int | None = None
) -> Iterator[Document]:
    """Yields page after page until one is empty or has no `next`; raises CatalogError.

    The next page is under way while the taker works on this one, unless those that were given hold
    `enough` items already.
    Where a page is too much for the API it is asked for with half as many items, again and again.
    A `next` link that does not say how many can't be changed: then all begins anew with smaller
    pages, and what was given before comes again.
    """
    asking: Asking | None = first
    wait: Wait | None = None  # for the page that is under way
    limit, trail, given = first.limit, _Trail(), 0
    while asking:
        try:
            page = (wait or ask(asking))()
        except PageError as error:
            if not error.asks_for_less or limit is None or limit <= 1:
                raise
            wait = None
            limit = size.below(min(limit, asking.limit or limit))  # an API may set a lower one
            if asking.limit is None:
                asking, trail = first, _Trail()
            asking = asking.at_most(limit)
            continue
        if not members(page):
            return
        trail.pass_by(page, asking)
        given += len(members(page))
        asking = _next_asking(page, asking)
        asking = asking and asking.at_most(limit)
        wait = ask(asking) if asking and (enough is None or given < enough) else None
        yield page


def members(page: Document) -> list[Any]:
    """Returns the items or collections of a page; raises CatalogError where it has no list."""
    listed = page.get("features", page.get("collections"))
    if not isinstance(listed, list):
        raise CatalogError(
            f"The catalogue answers without a list of items ({one_line(json.dumps(page))}): "
            "try again later."
        )
    return listed


class _Trail:
    """The pages that went by, to notice links that lead round in a circle."""

    def __init__(self) -> None:
        self._seen: set[bytes] = set()
        self._repeats = 0

    def pass_by(self, page: Document, asking: Asking) -> None:
        # the links say nothing: there are APIs that make a new one for the same page
        names = json.dumps([_identity(member) for member in members(page)])
        mark = blake2b(names.encode(), digest_size=16).digest()
        self._repeats = self._repeats + 1 if mark in self._seen else 0
        self._seen.add(mark)
        if self._repeats == _REPEATS:
            raise CatalogError(
                f"{shown_url(asking.url)} sends the same page again and again, so the search can't "
                "be finished: report it to those who run the API."
            )


def _identity(member: Any) -> Any:
    name = member.get("id") if isinstance(member, dict) else None
    return name or member


def _next_asking(page: Document, asked: Asking) -> Asking | None:
    """Returns the request that a page's link to the next one stands for; `asked` gave the page."""
    links = page.get("links")
    for link in links if isinstance(links, list) else ():
        if not isinstance(link, dict) or link.get("rel") != "next":
            continue
        known = {k: link[k] for k, kind in _NEXT_MEMBERS.items() if isinstance(link.get(k), kind)}
        if "href" in known:
            return _asking_of(known, asked)
    return None


def _asking_of(link: Document, asked: Asking) -> Asking:
    method = link.get("method", "GET").upper()
    body = link.get("body", {}) if method != "GET" else None
    headers = {k: v for k, v in link.get("headers", {}).items() if isinstance(v, str)}
    if link.get("merge"):
        headers = {**asked.headers, **headers}
        body = body if body is None else {**(asked.body or {}), **body}
    return Asking(method, _joined(asked.url, link["href"]), body, headers)


def _joined(url: str, href: str) -> str:
    try:
        return urljoin(url, href)
    except ValueError:  # no address: that is said when it is the page's turn
        return href
