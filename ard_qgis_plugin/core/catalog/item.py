"""A catalogue item, as JSON gives it, to an Observation; nothing in an item is trusted."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any
from urllib.parse import unquote, urlsplit

from ..geometry.footprint import Footprint, footprints_of
from ..geometry.wkb import Bounds
from ..model.bodies import body_named, body_of_crs_text
from ..model.known_collections import known_collection
from ..model.observation import Asset, Observation
from ..model.text import one_line
from ..model.times import utc_time
from .pages.links import whole_address

_BOX = 4  # numbers in a bbox of two dimensions
_SHOWN = 40  # characters of what is no time


def observations_of(
    items: Sequence[Mapping[str, Any]], searched: str, body: str
) -> list[Observation]:
    """Turns the STAC items of a page into Observations.

    `searched` is the collection that was asked for and `body` the body that was searched; both
    stand in where an item does not say. A member that is missing or of the wrong type is left
    empty, so no item is lost.
    """
    footprints = footprints_of([item.get("geometry") for item in items])
    return [
        _observation(item, searched, body, footprint)
        for item, footprint in zip(items, footprints, strict=True)
    ]


def observation_of(item: Mapping[str, Any], searched: str, body: str) -> Observation:
    """Turns one STAC item into an Observation, as observations_of does."""
    return observations_of([item], searched, body)[0]


def _observation(
    item: Mapping[str, Any], searched: str, body: str, footprint: Footprint
) -> Observation:
    properties = _mapping(item.get("properties"))
    collection = stated_collection(item) or searched
    identifier = _text(item.get("id"))
    moment, no_moment = _time("datetime", properties)
    start, no_start = _time("start_datetime", properties)
    end, no_end = _time("end_datetime", properties)
    return Observation(
        id=identifier,
        collection=collection,
        body=_body(properties, collection, body),
        title=_text(properties.get("title")) or identifier,
        datetime=moment,
        start_datetime=start,
        end_datetime=end,
        gsd=_number(properties.get("gsd")),
        footprint=footprint[0],
        note="; ".join(filter(None, (footprint[1], no_moment, no_start, no_end))),
        assets=_assets(item),
        bounds=_bounds(item.get("bbox")) if footprint[0] is None else None,
    )


def stated_collection(item: Mapping[str, Any]) -> str:
    """Returns the collection that an item says it is of, itself or by a link; "" for none."""
    if stated := _text(item.get("collection")):
        return stated
    href = _href(item.get("links"), "collection")
    try:
        *_, above, last = ("", *urlsplit(href).path.rstrip("/").split("/"))
    except ValueError:
        return ""
    return _text(unquote(last)) if above == "collections" else ""


def identity_of(observation: Observation, stated: str) -> str:
    """Returns what an observation is known by again among those of a collection, "" for nothing.

    `stated` is the collection that its item names. Where it names none, the id is not enough: an
    observation of another collection may have the same.
    """
    if stated or not observation.id:
        return observation.id
    times = (text or "" for text in (observation.datetime, observation.start_datetime))
    files = sorted(asset.href for asset in observation.assets.values())
    return "\n".join((observation.id, *times, *files))


def _time(name: str, properties: Mapping[str, Any]) -> tuple[str | None, str]:
    """Returns a time as UTC text or None, and a note where it is there but none."""
    value = properties.get(name)
    if value is None or value == "":
        return None, ""
    text = utc_time(_text(value))
    if text:
        return text, ""
    return None, f"its {name} is no time ({one_line(_text(value), _SHOWN) or 'not a text'})"


def _body(properties: Mapping[str, Any], collection: str, searched: str) -> str:
    stated = stated_bodies(properties)
    if stated:
        return searched if searched in stated else stated[0]
    known = known_collection(collection)
    body = known.body if known else body_of_projection(properties)
    # a target that is no body we know is still not the one that was searched
    named = map(_text, _texts(properties.get("ssys:targets")))
    return body or next(filter(str.strip, named), searched)


def stated_bodies(properties: Mapping[str, Any]) -> list[str]:
    """Returns the names of the bodies that an item's properties or a collection's summaries state.

    The catalogue writes them in any letter case.
    """
    bodies = map(body_named, _texts(properties.get("ssys:targets")))
    return [body.name for body in bodies if body]


def body_of_projection(properties: Mapping[str, Any]) -> str | None:
    """Returns the name of the body that an item's map projection is of, or None."""
    for name in ("proj:wkt2", "proj:projjson"):
        value = properties.get(name)
        body = body_of_crs_text(value if isinstance(value, str) else json.dumps(value))
        if body:
            return body.name
    return None


def _assets(item: Mapping[str, Any]) -> dict[str, Asset]:
    base = _href(item.get("links"), "self")
    assets = {}
    for key, asset in _mapping(item.get("assets")).items():
        href = _text(asset.get("href")) if isinstance(asset, dict) else ""
        if href:
            # /vsi... paths are GDAL's, not URLs
            whole = href if href.startswith("/vsi") else whole_address(base, href)
            assets[key] = Asset(key, whole, _text(asset.get("type")))
    return assets


def _href(links: object, rel: str) -> str:
    for link in links if isinstance(links, list) else ():
        if isinstance(link, dict) and link.get("rel") == rel:
            return _text(link.get("href"))
    return ""


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}  # JSON has no other; asking for Mapping is slow


def _bounds(bbox: object) -> Bounds | None:
    """Returns an item's bbox, of two or three dimensions; None where it is none."""
    if not isinstance(bbox, list) or len(bbox) not in (_BOX, _BOX + 2):
        return None
    half = len(bbox) // 2
    with suppress(TypeError, ValueError, OverflowError):
        west, south, east, north = (float(bbox[at]) for at in (0, 1, half, half + 1))
        if west <= east and south <= north:
            return west, south, east, north
    return None


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: object) -> Iterable[str]:
    values = value if isinstance(value, list) else [value]
    return [text for text in values if isinstance(text, str)]


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    try:
        return float(value) if math.isfinite(value) else None
    except OverflowError:
        return None
