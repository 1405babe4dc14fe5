"""Which members of an item are used, and whether an API that was asked for those has sent them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..model.errors import CatalogError
from ..model.known_collections import known_collection
from .pages.page_error import PageError

_REFUSALS = (400, 422, 500, 501)
"""What an API answers that claims to conform to Fields, and fails at that."""

# What an Observation is made of; `links` for the base of relative addresses.
_MEMBERS = ("type", "id", "collection", "geometry", "assets", "links")
_PROPERTIES = ("title", "datetime", "start_datetime", "end_datetime", "gsd", "ssys:targets")
_PROJECTIONS = ("proj:wkt2", "proj:projjson")  # tell the body where nothing else does; long


def used_fields(collection: str) -> list[str]:
    """Returns the members of an item of a collection that are used, as Fields names them."""
    properties = _PROPERTIES if known_collection(collection) else _PROPERTIES + _PROJECTIONS
    return [*_MEMBERS, *(f"properties.{name}" for name in properties)]


def conforms_to_fields(classes: object) -> bool:
    """Says whether Fields, of any version, is among an API's conformance classes."""
    classes = classes if isinstance(classes, list) else []
    return any(isinstance(each, str) and each.endswith("/item-search#fields") for each in classes)


def is_complete(page: Mapping[str, Any]) -> bool:
    """Says whether a page has what was asked for: some APIs understand no member within another.

    That one item lacks something says nothing.
    """
    return any(
        isinstance(item, dict)
        and {"id", "geometry", "assets"} <= item.keys()
        and isinstance(item.get("properties"), dict)
        and "datetime" in item["properties"]
        for item in page.get("features") or ()
    )


def may_refuse_fields(error: CatalogError) -> bool:
    """Says whether an API may have failed because it was asked for single fields."""
    if isinstance(error, PageError):
        return error.status in _REFUSALS and not error.asks_for_less
    return True  # no page of items at all
