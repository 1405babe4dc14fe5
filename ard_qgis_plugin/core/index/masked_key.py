"""The key of an API in the requests for its pages: an index keeps a mark in its place.

A key stands in the query of the API's address, and some APIs repeat it in their links.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import unquote_plus, urlsplit

from ..catalog.pages.page_request import PageRequest

_MARK = "\x01"  # no address holds it


def masked(request: PageRequest | None, root: str) -> PageRequest | None:
    """Returns a request with marks for the values in the query of the API's root."""
    return request and _changed(request, _marks(root))


def unmasked(request: PageRequest, root: str) -> PageRequest:
    """Returns a request with the values of the root's query for its marks."""
    return _changed(request, {mark: value for value, mark in _marks(root).items()})


def _marks(root: str) -> dict[str, str]:
    """Returns the marks of the values, as they stand in the address and as they are meant."""
    raw = [part.partition("=")[2] for part in urlsplit(root).query.split("&")]
    meant = {unquote_plus(value): f"{_MARK}m{at}{_MARK}" for at, value in enumerate(raw)}
    marks = meant | {value: f"{_MARK}r{at}{_MARK}" for at, value in enumerate(raw)}
    return {value: mark for value, mark in marks.items() if value}


def _changed(request: PageRequest, texts: Mapping[str, str]) -> PageRequest:
    """Returns a request with texts in place of others, in one go: one may be part of another."""
    if not texts:
        return request
    longest_first = sorted(texts, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, longest_first)))

    def changed(value: Any) -> Any:
        if isinstance(value, str):
            return pattern.sub(lambda found: texts[found[0]], value)
        return value

    body = None if request.body is None else {k: changed(v) for k, v in request.body.items()}
    headers = {name: changed(value) for name, value in request.headers.items()}
    return replace(request, url=changed(request.url), body=body, headers=headers)
