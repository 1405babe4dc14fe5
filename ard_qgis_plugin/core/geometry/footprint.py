"""Footprints: any GeoJSON geometry of a catalogue -> valid polygons in -180..180."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import shapely
from shapely import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from .arrays import Floats
from .box import FULL_TURN, HALF_TURN, POLE
from .plain_footprints import LONLAT, SMALLEST_RING, members, on_grid, plain_footprints

_ROUNDING = 1e-6  # degrees: so little beyond a pole, or short of a full turn, is rounding
_FARTHEST = 3 * FULL_TURN  # degrees of longitude: what is beyond is no longitude
_REPAIRED = "the footprint crossed itself and was repaired"

Rings = list[Floats]  # shell and holes, each of shape (n, 2): longitude, latitude in degrees


Footprint = tuple["MultiPolygon | None", str]
"""What can be drawn, and what was amiss; None where nothing can be, and the text says why."""


def footprint_of(geometry: Any) -> Footprint:
    """Turns one GeoJSON geometry into valid polygons in -180..180, as footprints_of does."""
    return footprints_of([geometry])[0]


def footprints_of(geometries: Sequence[Any]) -> list[Footprint]:
    """Turns GeoJSON geometries into valid polygons in -180..180, each for itself.

    Takes longitudes of any range in degrees, two or three coordinates a vertex, rings across
    +-180 or around a pole. What is no geometry has no footprint.
    """
    plain = plain_footprints(geometries)
    return [
        (plain[position], "") if position in plain else _difficult(geometry)
        for position, geometry in enumerate(geometries)
    ]


def _difficult(geometry: Any) -> Footprint:
    try:
        return _normalised(list(_polygons_of(geometry)))
    except ValueError as error:
        return None, f"no footprint: {error}"
    except shapely.errors.GEOSException:
        return None, "no footprint: the geometry is too broken to be repaired"
    except (ArithmeticError, RecursionError):
        return None, "no footprint: the geometry holds numbers or levels beyond reason"


def _polygons_of(geometry: Any) -> Iterator[Rings]:
    """Yields the polygons of a geometry; raises ValueError where it is no GeoJSON area."""
    if geometry is None:
        raise ValueError("the item has no geometry")
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind == "Polygon":
        yield _rings_of(geometry.get("coordinates"))
    elif kind == "MultiPolygon":
        for polygon in members(geometry.get("coordinates")):
            yield _rings_of(polygon)
    elif kind == "GeometryCollection":
        for member in members(geometry.get("geometries")):
            yield from _polygons_of(member)
    else:
        raise ValueError(f"the geometry is of type {kind}, not an area")


def _rings_of(polygon: Any) -> Rings:
    return [_ring_of(ring) for ring in members(polygon)]


def _ring_of(positions: Any) -> Floats:
    try:
        ring = np.array(positions, dtype=float)
    except (TypeError, ValueError) as error:
        raise ValueError("a vertex of the geometry is not a pair of numbers") from error
    if ring.ndim != LONLAT or ring.shape[1] < LONLAT:
        raise ValueError("a ring of the geometry is not a list of vertices")
    return ring[:, :LONLAT]


def _normalised(polygons: list[Rings]) -> tuple[MultiPolygon | None, str]:
    parts: list[Polygon] = []
    repaired = False
    for shell, *holes in polygons:
        region, mended = _region(shell)
        for hole in holes:
            region = region.difference(_region(hole)[0])
        parts += _areas_in(region)
        repaired |= mended
    # Pieces of one footprint that share an edge, as at a cut along 0, become one.
    areas = _areas_in(shapely.union_all(parts))
    if not areas:
        raise ValueError("the geometry has no area")
    area = MultiPolygon(areas)
    short = shapely.transform(area, on_grid)
    return short if short.is_valid else area, _REPAIRED if repaired else ""


def _region(ring: Floats) -> tuple[BaseGeometry, bool]:
    """Returns the area within a ring, cut to -180..180, and whether it had to be repaired."""
    if not np.isfinite(ring).all():
        raise ValueError("a vertex of the geometry is not a number")
    longitude, latitude = np.abs(ring).max(axis=0)
    if longitude > _FARTHEST or latitude > POLE + _ROUNDING:
        raise ValueError("the geometry reaches beyond the longitudes and latitudes of a globe")
    area = _as_drawn(ring)
    if area is not None:
        return wrapped(area), False
    area = Polygon(_unwrapped(ring))
    if area.is_valid:
        return wrapped(area), False
    return wrapped(shapely.make_valid(area, method="structure", keep_collapsed=False)), True


def _as_drawn(ring: Floats) -> Polygon | None:
    """Returns the ring's area without unwrapping where no step of it can be meant across +-180.

    Steps along a pole mean nothing. A step of 360 degrees is taken as drawn if a valid area comes
    of it: a map of the whole globe.
    """
    if len(ring) < SMALLEST_RING:
        return None
    steps = np.abs(np.diff(ring[:, 0]))
    at_pole = np.abs(ring[:, 1]) >= POLE - _ROUNDING
    steps[at_pole[1:] & at_pole[:-1]] = 0
    if ((steps > HALF_TURN) & (steps < FULL_TURN - _ROUNDING)).any():
        return None
    area = Polygon(ring)
    return area if area.is_valid else None


def _unwrapped(ring: Floats) -> Floats:
    """Returns the closed ring with longitudes that never jump, closed over the pole it holds."""
    closed = _without_jumps(ring)
    if abs(closed[-1, 0] - closed[0, 0]) < HALF_TURN:
        closed[-1] = closed[0]
        return closed
    # Winding is not reliable in the catalogue; an image holds the pole that it is nearer to.
    pole = np.copysign(POLE, ring[:, 1].mean())
    # From the vertex next to the pole the way there does not cross the ring.
    closed = _without_jumps(np.roll(ring, -np.argmax(pole * ring[:, 1]), axis=0))
    return np.vstack([closed, [closed[-1, 0], pole], [closed[0, 0], pole], closed[:1]])


def _without_jumps(ring: Floats) -> Floats:
    """Returns the ring, its first vertex again at the end, with each step the short way round."""
    is_closed = len(ring) > 1 and (ring[0] == ring[-1]).all()
    closed = np.vstack([ring[:-1] if is_closed else ring, ring[:1]])
    steps = np.diff(closed[:, 0])
    steps -= FULL_TURN * np.round(steps / FULL_TURN)
    closed[1:, 0] = closed[0, 0] + np.cumsum(steps)
    return closed


def wrapped(area: BaseGeometry) -> BaseGeometry:
    """Cuts an area of any longitudes at +-180 and brings all pieces to -180..180."""
    if area.is_empty:
        return area
    west, _, east, _ = area.bounds
    first, last = (int((side + HALF_TURN) // FULL_TURN) for side in (west, east))
    return shapely.union_all([_turn_of(area, turn) for turn in range(first, last + 1)])


def _turn_of(area: BaseGeometry, turn: int) -> BaseGeometry:
    """Returns the part of an area in a full turn of longitudes, brought to -180..180."""
    middle = FULL_TURN * turn
    band = shapely.box(middle - HALF_TURN, -POLE, middle + HALF_TURN, POLE)
    return shapely.transform(area.intersection(band), lambda lonlat: lonlat - [middle, 0])


def _areas_in(geometry: BaseGeometry) -> list[Polygon]:
    """Lists the polygons of a geometry of any type; points and lines left by a cut fall away."""
    flat = shapely.get_parts(shapely.get_parts(geometry))
    return [part for part in flat if isinstance(part, Polygon) and not part.is_empty]
