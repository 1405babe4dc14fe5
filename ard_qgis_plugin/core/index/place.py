"""The place that an index keeps of a collection: all of its body, or a region."""

from __future__ import annotations

from ..geometry.area import Area
from ..geometry.box import HALF_TURN, POLE, Box
from ..geometry.region import Region
from ..model.bodies import Body

WHOLE_BODY = ""
"""The place that is all of a body; others are a region's WKB in hexadecimal digits."""

_WORLD = (Box(-HALF_TURN, -POLE, HALF_TURN, POLE),)


def place_of(area: Area | None) -> str:
    """Returns an area as a place; without an area it is the whole body."""
    if area is None or (area.boxes == _WORLD and area.region is None):
        return WHOLE_BODY
    return (area.region or Region.of_boxes(area.boxes)).wkb.hex()


def area_of(place: str, body: Body) -> Area:
    """Returns a place as an area that can be searched."""
    if place == WHOLE_BODY:
        return Area(body, _WORLD)
    region = Region.of_wkb(bytes.fromhex(place))
    # across 180 the eastern part first, as a search has it: so an item in both has the same rank
    boxes = sorted(region.boxes(), key=lambda box: -box.west)
    return Area(body, tuple(boxes), region)


def both(place: str, other: str) -> str:
    """Returns the place that is two places."""
    if holds(place, other):
        return place
    if holds(other, place):
        return other
    first, second = (Region.of_wkb(bytes.fromhex(each)) for each in (place, other))
    return first.with_region(second).wkb.hex()


def holds(place: str, other: str) -> bool:
    """Says whether a place holds all of another."""
    if place in (WHOLE_BODY, other):
        return True
    if other == WHOLE_BODY:
        return False
    first, second = (Region.of_wkb(bytes.fromhex(each)) for each in (place, other))
    return first.covers(second)
