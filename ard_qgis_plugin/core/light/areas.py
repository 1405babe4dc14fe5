"""Areas: footprints in equal-area planes, their sizes, and their centres on the sphere.

Planes of unit radius: Lambert's cylindrical one (x = longitude in radians, y = sin latitude), and
his azimuthal one from a pole (r = 2 sin(colatitude / 2)) where the middle lies beyond 60 degrees:
there an edge between two vertices is a line on the ground, which it isn't in longitude/latitude.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from ..geometry.wkb import Bounds
from .outlines import outlines
from .vectors import HALF_TURN, Floats, Indices, Mask, Shapes, places_of, verticals

Shape = BaseGeometry
"""One shape, in longitude/latitude unless said otherwise."""

CYLINDRICAL, NORTH, SOUTH = 0, 1, -1
POLAR = 60.0  # degrees of latitude: the planes of the poles begin here
_POLE = 90.0
_NO_ARC = 100.0  # degrees of longitude: so long an edge was drawn on a map, not on the ground
_WIDEST = 45.0  # degrees
_FINE = 0.5  # degrees
_LONG = 5.0  # degrees
_AT_ONCE = 5_000  # shapes
_MARGIN = 1e-6  # degrees: so far away is rounding
_STRAIGHT = 45.0  # degrees of latitude: beyond it an edge may be straight on a polar map


def plane_of(south: Floats, north: Floats) -> Indices:
    """Returns the plane for parts of the globe between latitudes, in degrees."""
    middle = np.add(south, north) / 2
    return np.where(middle > POLAR, NORTH, np.where(middle < -POLAR, SOUTH, CYLINDRICAL))


def to_plane(lonlat: Floats, plane: int) -> Floats:
    """Returns places in an equal-area plane, shape (n, 2); an area there is in steradians."""
    lon, lat = np.radians(lonlat).T
    if plane == CYLINDRICAL:
        return np.asarray(np.column_stack([lon, np.sin(lat)]))
    reach = 2 * np.sin((np.pi / 2 - plane * lat) / 2)
    return np.column_stack([reach * np.sin(lon), -plane * reach * np.cos(lon)])


def from_plane(points: Floats, plane: int) -> Floats:
    """Returns longitude and latitude of points of a plane, shape (n, 2)."""
    x, y = points.T
    if plane == CYLINDRICAL:
        return np.asarray(np.degrees(np.column_stack([x, np.arcsin(np.clip(y, -1, 1))])))
    lat = plane * (np.pi / 2 - 2 * np.arcsin(np.clip(np.hypot(x, y) / 2, 0, 1)))
    return np.asarray(np.degrees(np.column_stack([np.arctan2(x, -plane * y), lat])))


def in_plane(shapes: Shapes, plane: int) -> Shapes:
    """Returns lon/lat polygons in an equal-area plane; pieces cut at +-180 are one at a pole."""
    if plane == CYLINDRICAL:
        return _transformed(shapes, lambda lonlat: to_plane(lonlat, plane))
    drawn = _widest_edge(shapes) > _NO_ARC
    if drawn.any():
        shapes = shapes.copy()
        shapes[drawn] = on_map(shapes[drawn])
    flat = _transformed(shapes, lambda lonlat: to_plane(lonlat, plane))
    broken = ~shapely.is_valid(flat)
    flat[broken] = shapely.make_valid(flat[broken], method="structure", keep_collapsed=False)
    return flat


def on_map(shapes: Shapes) -> Shapes:
    """Returns shapes with so many vertices that edges stay straight in longitude/latitude.

    As areas to search are meant, which people draw on maps; footprints are not.
    """
    fine: Shapes = shapely.segmentize(shapes, _FINE)
    return fine


def _transformed(shapes: Shapes, change: Callable[[Floats], Floats]) -> Shapes:
    done: Shapes = np.empty(len(shapes), dtype=object)
    for part in parts_of(len(shapes)):
        done[part] = shapely.transform(shapes[part], change)
    return done


def _widest_edge(shapes: Shapes) -> Floats:
    """Returns the longest step in longitude of each shape's edges, except along a pole."""
    widest = np.zeros(len(shapes))
    for part in parts_of(len(shapes)):
        lonlat, of_ring, of_shape = outlines(shapes[part])
        step = np.abs(np.diff(lonlat[:, 0]))
        at_pole = np.abs(lonlat[:, 1]) >= _POLE
        step[(np.diff(of_ring) != 0) | (at_pole[1:] & at_pole[:-1])] = 0
        np.maximum.at(widest[part], of_shape[1:], step)
    return widest


def areas(shapes: Shapes) -> Floats:
    """Returns the areas of lon/lat polygons in steradians, each in the plane for where it lies."""
    sizes = np.zeros(len(shapes))
    known: Mask = shapely.is_geometry(shapes) & ~shapely.is_empty(shapes)
    _, south, _, north = shapely.bounds(shapes).T
    planes = plane_of(south, north)
    for plane in (CYLINDRICAL, NORTH, SOUTH):
        rows = known & (planes == plane)
        sizes[rows] = shapely.area(in_plane(shapes[rows], plane))
    return sizes


def centroids(shapes: Shapes) -> tuple[Floats, Floats]:
    """Returns the centres of lon/lat polygons on the sphere; NaN where there is no area.

    The direction of the integral of the vertical over the area, which is half the sum over the
    edges of their poles times their lengths: cuts at +-180 cancel out, and a pole is no exception.
    """
    total = np.zeros((len(shapes), 3))
    for part in parts_of(len(shapes)):
        total[part] = _area_vectors(shapes[part])
    lon, lat = places_of(total)
    nothing = ~total.any(axis=1)
    return np.where(nothing, np.nan, lon), np.where(nothing, np.nan, lat)


def have_middles(shapes: Shapes) -> Mask:
    """Says of which footprints the centre on the sphere is that of the image.

    Of those of one piece, but for a cut at +-180, that are not so wide that a limb may be in them.
    """
    west, south, east, north = shapely.bounds(shapes).T
    cut = (west <= -HALF_TURN) & (east >= HALF_TURN)
    whole = (shapely.get_num_geometries(shapes) == 1) | cut
    polar = np.maximum(-south, north) > _POLE - _WIDEST
    return np.asarray(whole & (north - south <= _WIDEST) & (cut | polar | (east - west <= _WIDEST)))


def parts_of(count: int) -> Iterator[slice]:
    """Yields slices of so many shapes, so that not all of their vertices are at hand at once."""
    yield from (slice(start, start + _AT_ONCE) for start in range(0, count, _AT_ONCE))


def _area_vectors(shapes: Shapes) -> Floats:
    total = np.zeros((len(shapes), 3))
    rows = np.flatnonzero(shapely.is_geometry(shapes) & (shapely.area(shapes) > 0))
    lonlat, of_ring, of_shape = outlines(
        shapely.orient_polygons(shapely.segmentize(shapes[rows], _LONG))
    )
    corners = verticals(*lonlat.T)
    poles = np.cross(corners[:-1], corners[1:])
    sine = np.linalg.norm(poles, axis=1)
    arc = np.arctan2(sine, np.sum(corners[:-1] * corners[1:], axis=1))
    within = (np.diff(of_ring) == 0) & (sine > 0)
    pull = poles[within] * (arc[within] / sine[within])[:, None]
    np.add.at(total, rows[of_shape[1:][within]], pull)
    return total


def united(shapes: Shapes, others: Shape | None = None) -> Shape:
    """Returns what shapes, and others before them, cover together, in longitude/latitude."""
    whole: Shape = shapely.union_all(shapes)
    if others is not None:
        whole = shapely.union(whole, others)
    return whole


def reach_of(shapes: Shapes) -> Bounds:
    """Returns the box, in degrees, in which each footprint that shows some of shapes has a part.

    A place at 180 is at -180 as well. Near a pole an edge that is straight on a polar map leads
    nearer to it than both its ends are: at most to half their distance.
    """
    west, south, east, north = shapely.total_bounds(shapes).tolist()
    south, north = south - _MARGIN, north + _MARGIN
    is_polar = north > _STRAIGHT or south < -_STRAIGHT
    if is_polar or west - _MARGIN <= -HALF_TURN or east + _MARGIN >= HALF_TURN:
        west, east = -HALF_TURN, HALF_TURN
    if north > _STRAIGHT:
        south = min(south, 2 * max(south, _STRAIGHT) - _POLE)
    if south < -_STRAIGHT:
        north = max(north, 2 * min(north, -_STRAIGHT) + _POLE)
    return west - _MARGIN, south, east + _MARGIN, north


def half_turned(lon: Floats) -> Floats:
    """Brings longitudes to -180..180."""
    turned: Floats = (np.asarray(lon) + HALF_TURN) % (2 * HALF_TURN) - HALF_TURN
    return turned
