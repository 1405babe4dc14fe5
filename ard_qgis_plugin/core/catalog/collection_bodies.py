"""Which bodies collections are of: what is known, else what the catalogue says."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterable
from typing import Any
from urllib.parse import quote

from ..model.errors import CatalogError, FetchError
from ..model.known_collections import known_collection
from ..model.network_options import NetworkOptions
from ..web.fetch import Fetcher
from ..web.streams import step_through
from .api_url import url_below
from .item import body_of_projection, stated_bodies

_LARGEST = 16 * 1024 * 1024  # bytes of a collection's document

_Told = tuple[str, list[str]]


def bodies_of_collections(
    api_url: str,
    collections: Iterable[str],
    options: NetworkOptions,
    is_cancelled: Callable[[], bool],
) -> dict[str, list[str]]:
    """Returns the names of the bodies of each collection, none where nobody says.

    Only for a collection that is not a known one the catalogue is asked. Raises CatalogError where
    it doesn't answer, and CancelledError.
    """
    told = {each: known_collection(each) for each in collections}
    bodies = {each: [known.body] if known else [] for each, known in told.items()}
    unknown = [each for each, known in told.items() if not known]
    if unknown:
        bodies |= dict(step_through(_asked(api_url, unknown, options), is_cancelled))
    return bodies


async def _asked(
    api_url: str, collections: list[str], options: NetworkOptions
) -> AsyncGenerator[list[_Told], None]:
    async with Fetcher(options) as fetcher:
        paths = [f"collections/{quote(each, safe='')}" for each in collections]
        bodies = await asyncio.gather(*(_bodies_at(fetcher, api_url, path) for path in paths))
    yield list(zip(collections, bodies, strict=True))


async def _bodies_at(fetcher: Fetcher, api_url: str, path: str) -> list[str]:
    """Returns the bodies that a collection's document states, else the one of its first item."""
    document = await _read(fetcher, url_below(api_url, path))
    if stated := stated_bodies(_members(document, "summaries")):
        return stated
    items = await _read(fetcher, url_below(api_url, f"{path}/items", "limit=1"))
    features = items.get("features")
    first = features[0] if isinstance(features, list) and features else {}
    properties = _members(first, "properties")
    projected = body_of_projection(properties)
    return stated_bodies(properties) or ([projected] if projected else [])


async def _read(fetcher: Fetcher, url: str) -> dict[str, Any]:
    """Returns a JSON document, empty where the server has none: the search will say so."""
    try:
        reply = await fetcher.read(url, max_bytes=_LARGEST)
        document = reply.json()
    except FetchError as error:
        if error.status is None:
            raise CatalogError(f"The STAC API can't be opened, check API_URL: {error}") from error
        return {}
    except ValueError:
        return {}
    return document if isinstance(document, dict) else {}


def _members(document: Any, name: str) -> dict[str, Any]:
    value = document.get(name) if isinstance(document, dict) else None
    return value if isinstance(value, dict) else {}
