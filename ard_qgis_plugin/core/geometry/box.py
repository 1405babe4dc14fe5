"""Box: a longitude/latitude box, and the arithmetic of longitudes around the globe."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from ..model.errors import AreaError

POLE = 90.0  # degrees of latitude
HALF_TURN = 180.0  # degrees of longitude, as is
FULL_TURN = 360.0


@dataclass(frozen=True, slots=True)
class Box:
    """A longitude/latitude box in degrees, west <= east, longitudes -180..180."""

    west: float
    south: float
    east: float
    north: float

    def as_bbox(self) -> list[float]:
        """Returns the box as STAC's bbox: west, south, east, north in degrees."""
        return [self.west, self.south, self.east, self.north]


def wrap_longitude(longitude: float) -> float:
    """Brings a longitude in degrees to -180..180; one that is there already stays as it is."""
    if -HALF_TURN <= longitude <= HALF_TURN:
        return longitude
    return (longitude + HALF_TURN) % FULL_TURN - HALF_TURN


def split_longitudes(west: float, east: float, south: float, north: float) -> tuple[Box, ...]:
    """Splits a box of any longitudes, west <= east, into one or two boxes in -180..180.

    All in degrees; 350..370 is a box on both sides of 0, 170..190 gives one box on each side of
    180, and 360 degrees or more are all longitudes. Raises AreaError where there is no such box.
    """
    _check_box(west, east, south, north)
    span = east - west
    if span >= FULL_TURN:
        return (Box(-HALF_TURN, south, HALF_TURN, north),)
    if west >= -HALF_TURN and east <= HALF_TURN:
        return (Box(west, south, east, north),)
    start = wrap_longitude(west)
    if start == HALF_TURN:
        start = -HALF_TURN
    end = start + span
    if end <= HALF_TURN:
        return (Box(start, south, end, north),)
    return Box(start, south, HALF_TURN, north), Box(-HALF_TURN, south, end - FULL_TURN, north)


def covering_arc(longitudes: Iterable[float]) -> tuple[float, float]:
    """Returns the shortest arc, west and east in degrees with west <= east, that holds all points.

    `west` is in -180..180 and `east` may exceed 180. Needs at least one longitude.
    """
    ordered = sorted({wrap_longitude(longitude) for longitude in longitudes})
    gaps = [(after - before, before, after) for before, after in pairwise(ordered)]
    gap, end, start = max(gaps, default=(0.0, ordered[0], ordered[0]))
    if ordered[0] + FULL_TURN - ordered[-1] >= gap:
        return ordered[0], ordered[-1]
    return start, end + FULL_TURN


def _check_box(west: float, east: float, south: float, north: float) -> None:
    if not all(map(math.isfinite, (west, east, south, north))):
        raise AreaError("The extent is not a number on at least one side: choose a new extent.")
    if west > east or south > north:
        raise AreaError(
            f"The extent is empty (longitudes {west:g} to {east:g}, latitudes {south:g} to "
            f"{north:g}): choose an extent with an area."
        )
    if south < -POLE or north > POLE:
        raise AreaError(
            f"The extent reaches beyond a pole (latitudes {south:g} to {north:g}): keep its "
            "latitudes within -90 to 90."
        )
