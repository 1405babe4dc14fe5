"""The landing page of a STAC API: where it is searched, and what it says that it can."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from ..model.server import same_server
from .api_url import url_below
from .item_fields import conforms_to_fields
from .pages.links import has_rel, links_of, whole_address
from .pages.page_request import Document

_METHODS = ("POST", "GET")  # best first: an address can't hold every shape
_FOR_PEOPLE = ("text/html", "application/opensearchdescription+xml")


@dataclass(frozen=True, slots=True)
class Landing:
    """What counts of a landing page.

    `search` has the address of the search by each method that the page names, the best first;
    `collections` is where they are listed; `classes` are those that it says it conforms to.
    """

    search: dict[str, str]
    collections: str
    takes_fields: bool
    classes: tuple[str, ...] = ()


def landing_of(page: Document, url: str) -> Landing | None:
    """Returns what counts of a landing page, or None where it has no search that can be used.

    Nothing else is asked of the page: many lack members that STAC asks for, or have an odd link.
    `url` is where it was read at last, behind all redirects.
    """
    base = next((href for href, _ in _links(page, "self", url) if same_server(url, href)), url)
    found: dict[str, str] = {}
    for href, link in _links(page, "search", base):
        method = link.get("method")
        # a link without a method is one for GET
        found.setdefault(method.strip().upper() if isinstance(method, str) else "GET", href)
    search = {method: found[method] for method in _METHODS if method in found}
    listed = next((href for href, _ in _links(page, "data", base)), "")
    stated = page.get("conformsTo")
    classes = [each for each in stated if isinstance(each, str)] if isinstance(stated, list) else []
    if not search:
        return None
    listed = listed or url_below(url, "collections")
    return Landing(search, listed, conforms_to_fields(classes), tuple(classes))


def _links(page: Document, rel: str, base: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yields the links of a kind with their whole addresses, those for people last.

    One that names its kind in the usual word comes before one that names it in another way, and one
    on the page's own server before one elsewhere, which may be a name from behind a proxy.
    """
    of_kind = [link for link in links_of(page) if has_rel(link, rel)]
    texts = ((link.get("href"), link) for link in of_kind)
    whole = ((_whole(base, href), link) for href, link in texts if isinstance(href, str))
    yield from sorted(
        (each for each in whole if each[0]),
        key=lambda each: (
            *(_is_for_people(each[1]), each[1].get("rel") != rel),
            not same_server(base, each[0]),
        ),
    )


def _is_for_people(link: dict[str, Any]) -> bool:
    return str(link.get("type")).startswith(_FOR_PEOPLE)


def _whole(base: str, href: str) -> str:
    """Returns the whole address of a link, without the gaps of a template; "" where it is none.

    To those who write "./search" the root of an API is a folder, with or without a slash at its
    end; where they begin with its own name they count from the folder above.
    """
    href = href.strip().partition("{")[0].partition("#")[0]
    try:
        parts, path = urlsplit(href), urlsplit(base).path.rstrip("/")
        first, last = parts.path.removeprefix("./").split("/")[0], path.rpartition("/")[2]
        is_relative = not (parts.scheme or parts.netloc or parts.path.startswith("/"))
        if is_relative and first != last and not last.endswith(".json"):
            base = urljoin(base, f"{path}/")
        return whole_address(base, href) if href else ""
    except ValueError:
        return ""
