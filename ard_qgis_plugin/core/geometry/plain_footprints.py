"""Plain footprints: those that stay as they are, as nearly all do, made all at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import GeometryType, MultiPolygon

from .arrays import Floats, Marks, Shapes
from .box import HALF_TURN, POLE

LONLAT = 2
"""A position's first two numbers; a third one is its height."""

SMALLEST_RING = 4
"""Vertices of a ring at least, the last one being the first."""

_GRID = 2.0**31  # steps a degree, 0.02 mm on the Moon: finer digits only make files large

_Ring = list[Sequence[float]]  # longitude and latitude of each vertex


def plain_footprints(geometries: Sequence[Any]) -> dict[int, MultiPolygon]:
    """Returns the footprints of GeoJSON geometries that stay as they are, by position.

    All at once, because calls of shapely for each take longer than all the rest of an item.
    """
    found = [_shells(each) for each in geometries]
    shells = [shell for each in found for shell in each]
    if not shells:
        return {}
    numbers = chain.from_iterable(chain.from_iterable(shells))
    try:
        vertices = on_grid(np.fromiter(numbers, dtype=float).reshape(-1, LONLAT))
    except (TypeError, ValueError, OverflowError):  # no number, or one of 400 digits
        return {}  # then each by itself
    of_shells, of_shapes = _bounds(map(len, shells)), _bounds(map(len, found))
    stay = _stay(vertices, of_shells)
    vertices[~stay.repeat(np.diff(of_shells))] = 0.0  # numbers that shapely takes
    # Rings and polygons made on the way would take 1 microsecond more a footprint.
    parts = (of_shells, np.arange(len(shells) + 1), of_shapes)
    shapes: Shapes = shapely.from_ragged_array(GeometryType.MULTIPOLYGON, vertices, parts)
    moved = np.diff(_bounds(~stay)[of_shapes])
    # Parts of a valid one share no edge, so there is nothing to unite.
    plain = (moved == 0) & (np.diff(of_shapes) > 0) & shapely.is_valid(shapes)
    return dict(zip(np.flatnonzero(plain).tolist(), shapes[plain], strict=True))


def members(value: Any) -> Sequence[Any]:
    """Returns a list of GeoJSON; raises ValueError where it is none, or empty."""
    if not isinstance(value, (list, tuple)) or not value:
        raise ValueError("the geometry is empty")
    return value


def on_grid(lonlat: Floats) -> Floats:
    """Rounds coordinates in degrees to the digits that are kept."""
    with np.errstate(invalid="ignore", over="ignore"):
        rounded: Floats = np.rint(lonlat * _GRID)
        rounded *= 1 / _GRID  # exact, for it is a power of two
    return rounded


def _bounds(counts: Iterable[int]) -> NDArray[np.int64]:
    """Returns where each of some that follow each other begins, and where the last one ends."""
    return np.cumsum([0, *counts])


def _stay(vertices: Floats, of_shells: NDArray[np.int64]) -> Marks:
    """Returns which shells need not be moved or cut."""
    west, south = np.minimum.reduceat(vertices, of_shells[:-1]).T
    east, north = np.maximum.reduceat(vertices, of_shells[:-1]).T
    in_range = (west >= -HALF_TURN) & (east <= HALF_TURN) & (south >= -POLE) & (north <= POLE)
    # A ring no wider than 180 degrees has no step that could be meant across +-180.
    return np.asarray(in_range & (east - west <= HALF_TURN))


def _shells(geometry: Any) -> list[_Ring]:
    """Returns the rings of a geometry whose polygons have one each; none of any other."""
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in ("Polygon", "MultiPolygon"):
        return []
    coordinates = geometry.get("coordinates")
    try:
        polygons = members([coordinates] if kind == "Polygon" else coordinates)
        shells = [_ring(polygon[0]) for polygon in polygons if len(members(polygon)) == 1]
    except (TypeError, ValueError):
        return []
    return shells if len(shells) == len(polygons) else []


def _ring(positions: Any) -> _Ring:
    """Returns a ring as pairs of what should be numbers; raises TypeError, ValueError for none."""
    sizes = set(map(len, positions))
    if len(positions) < SMALLEST_RING or len(sizes) > 1 or min(sizes) < LONLAT:
        raise ValueError("no ring of positions")
    if sizes == {LONLAT}:  # an array of each ring would take 3 microseconds more
        return positions  # type: ignore[no-any-return]
    return [position[:LONLAT] for position in positions]
