"""Outline: polygons of a map's plane -> the same part of the globe, as polygons in lon/lat.

A ring is followed closely enough that straight lines in lon/lat between its points will do. Its
inside is at its left; where it goes once around the globe, that is the pole on its left.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely
from shapely import LinearRing, Polygon
from shapely.geometry.base import BaseGeometry

from ..model.errors import AreaError
from .arrays import Floats, Marks
from .box import FULL_TURN, HALF_TURN, POLE
from .footprint import wrapped
from .plane import Bounds, Plane
from .view import turn_width
from .visible import Point, visible_part

_PIECES = 64  # along the longer side, before any is halved
_HALVINGS = 40
_BEND = 1e-5  # of the span: so little may a piece leave the straight line
_WIDEST = 30.0  # degrees of longitude from point to point, except at a pole
_AT_POLE = 1e-6  # degrees
_SMALLEST_RING = 4  # points, the last one being the first
_FARTHEST = 3 * FULL_TURN
_WORLD = shapely.box(-HALF_TURN, -POLE, HALF_TURN, POLE)
_MOST_POINTS = 20_000  # of a ring: enough, even where a projection is noise


def polygons_of_wkb(polygons: Sequence[bytes]) -> BaseGeometry:
    """Returns the union of polygons, given as WKB of two dimensions, broken ones repaired."""
    return shapely.union_all(_valid(shapely.from_wkb(list(polygons), on_invalid="fix")))


def lonlat_box(bounds: Bounds, plane: Plane) -> BaseGeometry:
    """Returns what a rectangle of a map's plane shows, as `lonlat_shape` does."""
    return lonlat_shape(shapely.box(*bounds), plane)


def lonlat_shape(shape: BaseGeometry, plane: Plane) -> BaseGeometry:
    """Returns what polygons of a map's plane show of the globe, as valid polygons in -180..180.

    Raises AreaError where they show nothing of it.
    """
    bounds = shape.bounds
    turn = turn_width(plane.view(bounds))
    if turn is not None:
        seen = _unrolled(shape, plane, turn)
    else:
        drawn = visible_part(bounds, plane)
        is_whole = not (drawn.rim or drawn.shape.is_empty)
        shown = shape if is_whole else shape.intersection(drawn.shape)
        parts = [part for part in shapely.get_parts(shown) if part.area]
        seen = shapely.union_all([_part(each, plane, bounds, drawn.rim) for each in parts])
    if not seen.area:
        raise AreaError("What is to be searched shows nothing of the globe: move it to the body.")
    return seen


def _unrolled(shape: BaseGeometry, plane: Plane, turn: float) -> BaseGeometry:
    """Returns polygons of a cylindrical map in lon/lat; sideways the map shows the globe again."""
    xmin, ymin, xmax, ymax = shape.bounds
    x_zero, _ = plane.to_map(0.0, 0.0) or (0.0, 0.0)
    if max(abs(xmin - x_zero), abs(xmax - x_zero)) > _FARTHEST / FULL_TURN * turn:
        raise AreaError("What is to be searched lies many times around the globe: move it closer.")
    low, high = (plane.to_map(0.0, pole) for pole in (-POLE, POLE))
    band = shapely.box(xmin, low[1] if low else ymin, xmax, high[1] if high else ymax)
    if turn != FULL_TURN:  # else the plane is in degrees already
        shape = shapely.segmentize(shape, max(xmax - xmin, ymax - ymin) / _PIECES)

    def to_lonlat(points: Floats) -> Floats:
        # straight up from one meridian: QGIS would bring all longitudes to -180..180
        column = np.column_stack([np.full(len(points), x_zero), points[:, 1]])
        latitude = np.clip(plane.to_lonlats(column)[:, 1], -POLE, POLE)
        return np.column_stack([(points[:, 0] - x_zero) / turn * FULL_TURN, latitude])

    return wrapped(_valid(shapely.transform(shape.intersection(band), to_lonlat)))


def _part(polygon: Polygon, plane: Plane, bounds: Bounds, rim: frozenset[Point]) -> BaseGeometry:
    shell, *holes = (
        _filled(Polygon(ring), plane, bounds, rim)
        for ring in (polygon.exterior, *polygon.interiors)
    )
    return shell.difference(shapely.union_all(holes)) if holes else shell


def _filled(polygon: Polygon, plane: Plane, bounds: Bounds, rim: frozenset[Point]) -> BaseGeometry:
    """Returns what a polygon without holes shows, on whichever side of its outline that is."""
    ring = _traced(shapely.orient_polygons(polygon).exterior, plane, bounds, rim)
    if len(ring) < _SMALLEST_RING:
        return Polygon()
    area = wrapped(_valid(Polygon(_closed(ring))))
    dot = plane.places(shapely.get_coordinates(polygon.point_on_surface()), bounds)[0]
    is_inside = not area.is_empty and area.distance(shapely.Point(dot)) < _AT_POLE
    return area if is_inside or np.isnan(dot).any() else _WORLD.difference(area)


def _traced(ring: LinearRing, plane: Plane, bounds: Bounds, rim: frozenset[Point]) -> Floats:
    """Returns the places along a ring, shape (n, 2), the closer together the more it bends."""
    longest = max(bounds[2] - bounds[0], bounds[3] - bounds[1]) / _PIECES
    points = shapely.get_coordinates(shapely.segmentize(ring, longest))
    lonlats = plane.places(points, bounds)
    points, lonlats = points[~np.isnan(lonlats[:, 0])], lonlats[~np.isnan(lonlats[:, 0])]
    on_rim = np.array([(x, y) in rim for x, y in points.tolist()], dtype=bool)
    is_open = np.ones(max(len(points) - 1, 0), dtype=bool)
    for _ in range(_HALVINGS if len(points) >= _SMALLEST_RING else 0):
        pieces = np.flatnonzero(is_open)
        at_end = on_rim[pieces] & on_rim[pieces + 1]
        middles = _middles(points[pieces], points[pieces + 1], at_end, plane, bounds)
        places = plane.places(middles, bounds)
        bent = _bends(lonlats[pieces], places, lonlats[pieces + 1], _BEND * _size(lonlats))
        is_open[pieces[~bent]] = False
        if not bent.any() or len(points) > _MOST_POINTS:
            break
        after = pieces[bent] + 1
        points = np.insert(points, after, middles[bent], axis=0)
        lonlats = np.insert(lonlats, after, places[bent], axis=0)
        is_open = np.insert(is_open, after, values=True)
        on_rim = np.insert(on_rim, after, at_end[bent])
    return lonlats


def _middles(start: Floats, end: Floats, at_end: Marks, plane: Plane, bounds: Bounds) -> Floats:
    """Returns the middle of each piece; of those at the globe's end, where that is beside it."""
    middle = (start + end) / 2
    if at_end.any():
        outward = (end - start)[:, ::-1] * (0.5, -0.5)  # what is seen is on the left
        inside, outside = middle - outward, middle + outward
        for _ in range(_HALVINGS):
            between = (inside + outside) / 2
            seen = ~np.isnan(plane.places(between, bounds)[:, :1])
            inside, outside = np.where(seen, between, inside), np.where(seen, outside, between)
        middle = np.where(at_end[:, None], inside, middle)
    return middle


def _size(lonlats: Floats) -> float:
    """Returns about how large a ring is, in degrees on the globe."""
    lon, lat = lonlats.T
    east = np.ptp(np.cumsum(_short_way(np.diff(lon))) * np.cos(np.radians(lat[1:])))
    return max(float(np.ptp(lat)), min(float(east), FULL_TURN), _AT_POLE)


def _bends(start: Floats, middle: Floats, end: Floats, allowed: float) -> Marks:
    """Says which pieces leave the straight line in lon/lat by more than so many degrees."""
    step = _short_way(end[:, 0] - start[:, 0])
    aside = _short_way(middle[:, 0] - start[:, 0]) - step / 2
    east = aside * np.cos(np.radians(middle[:, 1]))
    north = middle[:, 1] - (start[:, 1] + end[:, 1]) / 2
    at_pole = np.maximum(np.abs(start[:, 1]), np.abs(end[:, 1])) > POLE - _AT_POLE
    with np.errstate(invalid="ignore"):
        far = np.hypot(east, north) > allowed
    wide: Marks = (np.abs(step) > _WIDEST) & ~at_pole & ~np.isnan(north)
    either: Marks = far | wide
    return either


def _closed(lonlats: Floats) -> Floats:
    """Returns a ring with longitudes that never jump, closed over the pole that it goes around."""
    turns = round(_short_way(np.diff(lonlats[:, 0])).sum() / FULL_TURN)
    if turns:  # from the place next to the pole the way there does not cross the ring
        start = np.argmax(turns * lonlats[:-1, 1])
        lonlats = np.roll(lonlats[:-1], -start, axis=0)
        lonlats = np.vstack([lonlats, lonlats[:1]])
    steps = _short_way(np.diff(lonlats[:, 0]))
    lon = lonlats[0, 0] + np.append(0.0, np.cumsum(steps))
    lat = lonlats[:, 1]
    over = np.flatnonzero((np.abs(steps) > _WIDEST) & (np.abs(lat[1:]) > POLE - 2 * _AT_POLE))
    poles = np.copysign(POLE, lat[over])
    ring = np.column_stack([lon, lat])
    by_pole = np.stack([np.column_stack([lon[over + end], poles]) for end in (0, 1)], axis=1)
    ring = np.insert(ring, np.repeat(over + 1, 2), by_pole.reshape(-1, 2), axis=0)
    if turns:
        pole = float(np.copysign(POLE, turns))
        return np.vstack([ring, [lon[-1], pole], [lon[0], pole]])
    ring[-1] = ring[0]  # not beside it by rounding
    return ring


def _short_way(longitudes: Floats) -> Floats:
    """Brings differences of longitude to -180..180."""
    short: Floats = longitudes - FULL_TURN * np.round(longitudes / FULL_TURN)
    return short


def _valid(shape: Any) -> Any:
    return shapely.make_valid(shape, method="structure", keep_collapsed=False)
