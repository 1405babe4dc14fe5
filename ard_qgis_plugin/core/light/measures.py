"""Measures: the middle of points, lines and polygons on the sphere, and what is seen of them."""

from __future__ import annotations

import numpy as np
import shapely

from .areas import Shape, centroids, in_plane, on_map, plane_of
from .vectors import Floats, Indices, Shapes, angles_between, places_of, verticals

_LINE, _POLYGON = 1, 2
_TINY = 1e-300
_STEP = 0.1  # degrees: between vertices of a line


def middle_of(place: Shape) -> tuple[float, float]:
    """Returns the longitude and latitude of the middle of a place; cuts at +-180 cancel out."""
    shapes: Shapes = np.array([place], dtype=object)
    dimension = shapely.get_dimensions(place)
    if dimension == _POLYGON:
        lon, lat = centroids(shapes)
        return float(lon[0]), float(lat[0])
    if dimension == _LINE:
        middles, lengths, _ = _steps(shapes)
        total = lengths @ middles
    else:
        total = verticals(*shapely.get_coordinates(place).T).sum(axis=0)
    middle_lon, middle_lat = places_of(total)
    return float(middle_lon), float(middle_lat)


def parts_seen(place: Shape, footprints: Shapes, seen: Shapes) -> Floats:
    """Returns which part of a place each footprint shows, 0..1; `seen` is what both share.

    Of an area, of its length or of its points. Areas are those of a plane of equal area, where the
    edges of a place are straight on a map, and those of a footprint on the ground.
    """
    whole: Shapes = np.array([place], dtype=object)
    dimension = shapely.get_dimensions(place)
    if dimension == _POLYGON:
        _, south, _, north = place.bounds
        plane = int(plane_of(np.array([south]), np.array([north]))[0])
        flat = in_plane(on_map(whole), plane)[0]
        shared = shapely.area(shapely.intersection(in_plane(footprints, plane), flat))
        return np.asarray(np.clip(shared / max(flat.area, _TINY), 0, 1))
    size = _lengths if dimension == _LINE else shapely.get_num_coordinates
    return np.asarray(np.clip(size(seen) / max(size(whole)[0], _TINY), 0, 1), dtype=float)


def _lengths(shapes: Shapes) -> Floats:
    """Returns the lengths of shapes, of which only lines count, in degrees."""
    _, lengths, of_shape = _steps(shapes)
    return np.asarray(np.bincount(of_shape, lengths, len(shapes)), dtype=float)


def _steps(shapes: Shapes) -> tuple[Floats, Floats, Indices]:
    """Returns short steps along lines: middles (n, 3), lengths in degrees, and whose they are."""
    parts, of_shape = shapely.get_parts(shapes, return_index=True)
    lines, of_part = shapely.get_parts(parts, return_index=True)
    lonlat, of_line = shapely.get_coordinates(shapely.segmentize(lines, _STEP), return_index=True)
    up = verticals(*lonlat.T)
    on_line = np.diff(of_line) == 0
    here, there = up[:-1][on_line], up[1:][on_line]
    return (here + there) / 2, angles_between(here, there), of_shape[of_part[of_line[1:][on_line]]]
