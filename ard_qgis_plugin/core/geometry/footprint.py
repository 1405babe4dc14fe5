"""Footprints: any GeoJSON geometry of a catalogue -> valid polygons in -180..180."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import shapely
from shapely import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from .arrays import Floats, Marks, Shapes
from .box import FULL_TURN, HALF_TURN, POLE

_LONLAT = 2  # a position's first two numbers; a third one is its height
_SMALLEST_RING = 4  # vertices, the last one being the first
_ROUNDING = 1e-6  # degrees: so little beyond a pole, or short of a full turn, is rounding
_FARTHEST = 3 * FULL_TURN  # degrees of longitude: what is beyond is no longitude
_GRID = 2.0**31  # steps a degree, 0.02 mm on the Moon: finer digits only make files large
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
    plain = _plain(geometries)
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
        for polygon in _members(geometry.get("coordinates")):
            yield _rings_of(polygon)
    elif kind == "GeometryCollection":
        for member in _members(geometry.get("geometries")):
            yield from _polygons_of(member)
    else:
        raise ValueError(f"the geometry is of type {kind}, not an area")


def _members(value: Any) -> Sequence[Any]:
    if not isinstance(value, (list, tuple)) or not value:
        raise ValueError("the geometry is empty")
    return value


def _rings_of(polygon: Any) -> Rings:
    return [_ring_of(ring) for ring in _members(polygon)]


def _ring_of(positions: Any) -> Floats:
    try:
        ring = np.array(positions, dtype=float)
    except (TypeError, ValueError) as error:
        raise ValueError("a vertex of the geometry is not a pair of numbers") from error
    if ring.ndim != _LONLAT or ring.shape[1] < _LONLAT:
        raise ValueError("a ring of the geometry is not a list of vertices")
    return ring[:, :_LONLAT]


def _plain(geometries: Sequence[Any]) -> dict[int, MultiPolygon]:
    """Returns those that stay as they are, by position: nearly all footprints are such.

    All at once, because calls of shapely for each take longer than all the rest of an item.
    """
    found = [_shells(each) for each in geometries]
    counts = np.array([len(shells) for shells in found], dtype=int)
    if not counts.any():
        return {}
    polygons, stay = _as_they_are([shell for shells in found for shell in shells])
    of_shell = np.repeat(np.arange(len(found)), counts)
    whole = counts > 0
    whole[of_shell[~stay]] = False
    positions = np.flatnonzero(whole)
    kept = whole[of_shell]
    indices = np.searchsorted(positions, of_shell[kept])
    multi = shapely.multipolygons(polygons[kept], indices=indices)
    # Parts of a valid one share no edge, so there is nothing to unite.
    valid = shapely.is_valid(multi)
    return dict(zip(positions[valid].tolist(), multi[valid], strict=True))


def _as_they_are(shells: Rings) -> tuple[Shapes, Marks]:
    """Returns the polygons of shells, and which of them need not be moved or cut."""
    lengths = np.array([len(shell) for shell in shells])
    vertices = _on_grid(np.concatenate(shells))
    first = np.cumsum(lengths) - lengths
    west, south = np.minimum.reduceat(vertices, first).T
    east, north = np.maximum.reduceat(vertices, first).T
    in_range = (west >= -HALF_TURN) & (east <= HALF_TURN) & (south >= -POLE) & (north <= POLE)
    # A ring no wider than 180 degrees has no step that could be meant across +-180.
    stay = in_range & (east - west <= HALF_TURN)
    vertices[~stay.repeat(lengths)] = 0.0  # numbers that shapely takes
    indices = np.repeat(np.arange(len(shells)), lengths)
    polygons: Shapes = np.asarray(shapely.polygons(shapely.linearrings(vertices, indices=indices)))
    return polygons, stay


def _shells(geometry: Any) -> Rings:
    """Returns the rings of a geometry whose polygons have one each; none of any other."""
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in ("Polygon", "MultiPolygon"):
        return []
    coordinates = geometry.get("coordinates")
    try:
        polygons = _members([coordinates] if kind == "Polygon" else coordinates)
        shells = [_ring_of(polygon[0]) for polygon in polygons if len(_members(polygon)) == 1]
    except (ValueError, ArithmeticError, RecursionError):
        return []
    is_plain = len(shells) == len(polygons) and min(map(len, shells)) >= _SMALLEST_RING
    return shells if is_plain else []


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
    short = shapely.transform(area, _on_grid)
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
    if len(ring) < _SMALLEST_RING:
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


def _on_grid(lonlat: Floats) -> Floats:
    """Rounds coordinates in degrees to the digits that are kept."""
    with np.errstate(invalid="ignore", over="ignore"):
        rounded: Floats = np.round(lonlat * _GRID) / _GRID
    return rounded


def _turn_of(area: BaseGeometry, turn: int) -> BaseGeometry:
    """Returns the part of an area in a full turn of longitudes, brought to -180..180."""
    middle = FULL_TURN * turn
    band = shapely.box(middle - HALF_TURN, -POLE, middle + HALF_TURN, POLE)
    return shapely.transform(area.intersection(band), lambda lonlat: lonlat - [middle, 0])


def _areas_in(geometry: BaseGeometry) -> list[Polygon]:
    """Lists the polygons of a geometry of any type; points and lines left by a cut fall away."""
    flat = shapely.get_parts(shapely.get_parts(geometry))
    return [part for part in flat if isinstance(part, Polygon) and not part.is_empty]
