"""What a footprint layer is called: the body, the place, the collections, limits and times."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...core.catalog.request import SearchRequest
from ...core.geometry.area import Area
from ...core.geometry.box import FULL_TURN, HALF_TURN, POLE, Box, wrap_longitude
from ...core.model.known_collections import known_collection
from ...core.model.text import one_line
from ...translation import tr
from ..body_names import shown_body

_LONGEST = 60  # characters of an id
_WIDE = 300.0  # degrees of longitude beyond which a place has no middle


def layer_name(request: SearchRequest, place: Mapping[str, str]) -> str:
    """Returns the name of a search's layer; `place` has AREA where a layer's polygons were it."""
    where = place.get("AREA") or _place_text(request.area)
    name = " · ".join(
        (
            f"{shown_body(request.area.body.name)}, {where}",
            _collections_text(request.collections),
            *_limits(request),
        )
    )
    return name.replace("<", "‹").replace(">", "›")  # QGIS shows names as HTML in places


def group_name(body: str) -> str:
    """Returns the name of the group that holds a body's footprint layers."""
    return tr("Footprints: {body}").format(body=shown_body(body))


def _place_text(area: Area) -> str:
    boxes = area.boxes or ((Box(*area.region.shape.bounds),) if area.region else ())
    south = min(box.south for box in boxes)
    north = max(box.north for box in boxes)
    west, east = _longitudes(boxes)
    if east - west > _WIDE:
        if north == POLE and south > 0:
            return tr("north pole")
        if south == -POLE and north < 0:
            return tr("south pole")
        if north - south > _WIDE / 2:
            return tr("all of it")
        return f"{_latitude(south)}–{_latitude(north)}"
    places = 1 if north - south < POLE / 2 else 0
    lat, lon = (south + north) / 2, wrap_longitude((west + east) / 2)
    return f"{_latitude(lat, places)} {_longitude(lon, places)}"


def _longitudes(boxes: Sequence[Box]) -> tuple[float, float]:
    """Returns west and east of boxes, east beyond 180 where there is one on each side of it."""
    if len(boxes) > 1 and boxes[0].east == HALF_TURN and boxes[1].west == -HALF_TURN:
        return boxes[0].west, boxes[1].east + FULL_TURN
    return min(box.west for box in boxes), max(box.east for box in boxes)


def _latitude(value: float, places: int = 0) -> str:
    return f"{abs(value):.{places}f}° {'N' if value >= 0 else 'S'}"


def _longitude(value: float, places: int = 0) -> str:
    return f"{abs(value):.{places}f}° {'E' if value >= 0 else 'W'}"


def _collections_text(ids: Sequence[str]) -> str:
    known = [known_collection(id_) for id_ in ids]
    if len(ids) == 1:
        return known[0].title if known[0] else one_line(ids[0], _LONGEST)
    heads = {each.title.partition(",")[0] if each else "" for each in known}
    if len(heads) == 1 and (head := heads.pop()):
        return f"{head} ({len(ids)})"
    return tr("{count} collections").format(count=len(ids))


def _limits(request: SearchRequest) -> Iterator[str]:
    low, high = request.min_incidence, request.max_incidence
    if low is not None and high is not None:
        yield f"{low:g}°–{high:g}°"
    elif low is not None:
        yield f"≥ {low:g}°"
    elif high is not None:
        yield f"≤ {high:g}°"
    if request.start or request.end:
        days = [f"{moment:%Y-%m-%d}" if moment else "…" for moment in (request.start, request.end)]
        yield days[0] if days[0] == days[1] else "–".join(days)
