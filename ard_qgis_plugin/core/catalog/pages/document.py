"""A catalogue's document: a reply as JSON, and a page of it with addresses that lead on."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

from ...model.errors import CatalogError
from ...model.text import one_line
from ...web.reply import Reply
from ..api_url import shown_url
from .links import give_base, with_whole_links
from .page_error import PageError
from .page_request import Document, PageRequest

ITEMS, COLLECTIONS = "features", "collections"
_LISTED = {ITEMS: "items", COLLECTIONS: "collections"}  # what the members of a page are called
_SHOWN = 80  # characters of what is no document


class BrokenJsonError(CatalogError):
    """Error: a document begins as JSON and does not end so."""


def document_of(reply: Reply, url: str) -> Document:
    """Returns the document of a reply; raises CatalogError where it holds none."""
    try:
        found = reply.json()
    except ValueError:
        found = _odd_json(reply.json_text)
    if isinstance(found, dict):
        return found
    text = reply.json_text
    answer = (
        f"{shown_url(url)} answers, but not as a STAC API ({one_line(text[:_SHOWN]) or 'nothing'})"
    )
    if found is None and text.startswith("{"):
        raise BrokenJsonError(f"{answer}: its JSON is broken or cut short; try again later.")
    guess = "a log-in page may stand before it" if text else f"it has status {reply.status} alone"
    raise CatalogError(f"{answer}: {guess}.")


def page_of(reply: Reply, request: PageRequest) -> Document:
    """Returns the page that was asked for; its links, and its items', lead on from where it is.

    Raises CatalogError where it is none, PageError where a redirect has lost what was asked for.
    """
    url = reply.url  # is put together at each call
    if lost := request.lost_at(url):
        raise PageError(
            f"{shown_url(request.url)} redirects to {shown_url(url)}, without what is asked "
            f"for ({one_line(', '.join(lost))}).",
            HTTPStatus.SEE_OTHER,
        )
    page = document_of(reply, request.url)
    items = page.get(ITEMS)
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict):
            give_base(item, url)
    return with_whole_links(page, url)


def _odd_json(text: str) -> Any:
    """Returns what JSON says that has a number of 5,000 digits; None where it is none."""
    try:
        return json.loads(text, parse_int=float)
    except (ValueError, RecursionError):
        return None


def members(page: Document, of: str = ITEMS) -> list[Any]:
    """Returns the items of a page, or its collections; raises CatalogError where it has no list.

    One is never taken for the other: a search may be redirected to the list of collections. Null
    is an empty list in what is a page otherwise, which is how Go writes one.
    """
    listed = page.get(of)
    if listed is None and of in page and page.get("type") == "FeatureCollection":
        return []
    if not isinstance(listed, list):
        raise CatalogError(
            f"The catalogue answers without a list of {_LISTED[of]} "
            f"({one_line(json.dumps(page))}): try again later."
        )
    return listed
