"""Overlaps: what two footprints share, as a shape and as parts of their areas."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ..areas import CYLINDRICAL, NORTH, SOUTH, centroids, from_plane, in_plane, plane_of
from ..vectors import Floats, Indices, Mask, Shapes
from ..wkb import wkb_of

_PLANAR = 2  # plain degrees, as ISIS measures
_DECIMALS = 11  # of a part: what is beyond is rounding, which decides nothing at a limit
_ROUNDING = 10.0**-_DECIMALS
_LEAST = 1e-15  # steradians: what two footprints share by rounding


@dataclass(frozen=True, eq=False)
class Overlaps:
    """What pairs share: which of the asked ones do, and how much of it.

    `rows` are those of the pairs asked for; sizes in steradians (planar: square degrees).
    """

    rows: Indices
    shapes: Shapes  # in longitude/latitude
    size: Floats
    of_first: Floats
    of_second: Floats


class Footprints:
    """Footprints with their shapes in the planes that their areas are measured in."""

    def __init__(self, shapes: Shapes, planar: bool = False) -> None:
        self.shapes = _valid(shapes)
        self._planar = planar
        self._bounds: Floats = shapely.bounds(self.shapes)
        self._flat: dict[int, Shapes] = {}
        self._size: dict[int, Floats] = {}
        for plane in (_PLANAR,) if planar else (CYLINDRICAL, NORTH, SOUTH):
            self._add(plane)
        self._one_piece = shapely.get_num_geometries(self.shapes) == 1

    def _add(self, plane: int) -> None:
        rows = self._within_reach(plane)
        flat = np.empty(len(self.shapes), dtype=object)
        if plane == _PLANAR:
            flat[:] = self.shapes
        else:
            flat[rows] = _valid(in_plane(self.shapes[rows], plane))
        self._flat[plane] = flat
        self._size[plane] = shapely.area(flat)

    def _within_reach(self, plane: int) -> Mask:
        """Says which footprints can be part of an overlap that is measured in a plane."""
        _, south, _, north = self._bounds.T
        if plane in (NORTH, SOUTH):
            edge = north if plane == NORTH else south
            return np.asarray(plane_of(edge, edge) == plane)
        return np.full(len(self.shapes), fill_value=True)

    def planes(self, first: Indices, second: Indices) -> Indices:
        """Returns the plane for each pair, by the latitudes that both reach."""
        if self._planar:
            return np.full(len(first), _PLANAR)
        one, other = self._bounds[first], self._bounds[second]
        return plane_of(np.maximum(one[:, 1], other[:, 1]), np.minimum(one[:, 3], other[:, 3]))

    def may_share(self, first: Indices, second: Indices, least: float) -> Mask:
        """Says which pairs can share so much of the smaller one, judged by their boxes."""
        plane = _PLANAR if self._planar else CYLINDRICAL
        one, other = self._bounds[first], self._bounds[second]
        west, south = np.maximum(one[:, :2], other[:, :2]).T
        east, north = np.minimum(one[:, 2:], other[:, 2:]).T
        if not self._planar:
            west, east = np.radians(west), np.radians(east)
            south, north = np.sin(np.radians(south)), np.sin(np.radians(north))
        size = self._size[plane]
        box = (east - west) * (north - south)
        enough = box >= (1 - _ROUNDING) * least * np.minimum(size[first], size[second])
        judged = (
            self._one_piece[first] & self._one_piece[second] & (self.planes(first, second) == plane)
        )
        return np.asarray(enough | ~judged)

    def overlaps(self, first: Indices, second: Indices, least: float) -> Overlaps:
        """Returns what pairs share that is at least so much, 0..1, of the smaller one."""
        planes = self.planes(first, second)
        found = [
            self._in(plane, np.flatnonzero(planes == plane), first, second, least)
            for plane in self._flat
        ]
        rows, shapes, size, one, other = (
            np.concatenate(column) for column in zip(*found, strict=True)
        )
        order = np.argsort(rows, kind="stable")
        return Overlaps(rows[order], shapes[order], size[order], one[order], other[order])

    def _in(
        self, plane: int, rows: Indices, first: Indices, second: Indices, least: float
    ) -> tuple[Indices, Shapes, Floats, Floats, Floats]:
        flat, size = self._flat[plane], self._size[plane]
        first, second = first[rows], second[rows]
        shared = shapely.intersection(flat[first], flat[second])
        area = shapely.area(shared)
        of_first, of_second = area / size[first], area / size[second]
        if plane != _PLANAR:  # ISIS takes no part beyond 1, not even by rounding
            of_first, of_second = (np.round(part, _DECIMALS) for part in (of_first, of_second))
        kept = (area > _LEAST) & (_within(of_first, least) | _within(of_second, least))
        if plane == _PLANAR:
            lonlat = shared[kept]
        elif plane == CYLINDRICAL:
            lonlat = shapely.transform(shared[kept], lambda xy: from_plane(xy, plane))
        else:
            lonlat = self.shared(first[kept], second[kept])
        return rows[kept], lonlat, area[kept], of_first[kept], of_second[kept]

    def shared(self, first: Indices, second: Indices) -> Shapes:
        """Returns what pairs share, as polygons in longitude/latitude."""
        both: Shapes = shapely.intersection(self.shapes[first], self.shapes[second])
        return both

    def middles(self, overlaps: Overlaps) -> tuple[Floats, Floats]:
        """Returns the centroids of overlaps: on the sphere, or of plain degrees."""
        if not self._planar:
            return centroids(overlaps.shapes)
        lon, lat = shapely.get_coordinates(shapely.centroid(overlaps.shapes)).T
        return lon, lat


def _within(parts: Floats, least: float) -> Mask:
    return np.asarray((parts >= least) & (parts <= 1))


def _valid(shapes: Shapes) -> Shapes:
    broken = ~shapely.is_valid(shapes)
    if broken.any():
        shapes = shapes.copy()
        shapes[broken] = shapely.make_valid(
            shapes[broken], method="structure", keep_collapsed=False
        )
    return shapes


def shared_wkb(shapes: Shapes, first: Indices, second: Indices) -> list[bytes]:
    """Returns what pairs share in longitude/latitude, as WKB of multipolygons."""
    return [wkb_of(each) for each in shapely.intersection(shapes[first], shapes[second])]
