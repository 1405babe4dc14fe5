"""Region: what is searched, as polygons in longitude/latitude, and how much of it is covered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import shapely
from shapely import MultiPolygon
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from ..model.observation import Observation
from .arrays import Floats, Shapes, shape_array
from .box import HALF_TURN, POLE, Box

_POLYGON = 3  # GEOS's number of that type
_MOST_VERTICES = 300  # of a geometry in a request; some 12 kB
_FIRST_STEP = 1e-4  # of the region's size, for thinning
_WORLD = shapely.box(-HALF_TURN, -POLE, HALF_TURN, POLE)


class Region:
    """An exact part of a globe: valid polygons in -180..180, straight in longitude/latitude."""

    def __init__(self, shape: BaseGeometry) -> None:
        self.shape = shape
        shapely.prepare(shape)
        self._area = spherical_areas([shape])[0]

    @classmethod
    def of_boxes(cls, boxes: Iterable[Box]) -> Region:
        """Makes a region of boxes that don't overlap."""
        return cls(MultiPolygon([shapely.box(b.west, b.south, b.east, b.north) for b in boxes]))

    @classmethod
    def of_query(cls, query: Mapping[str, Any]) -> Region:
        """Makes the region that the `bbox` or `intersects` of a request asks for."""
        bbox = query.get("bbox")
        return cls(shapely.box(*bbox) if bbox else shapely.geometry.shape(query["intersects"]))

    @classmethod
    def of_wkb(cls, wkb: bytes) -> Region:
        """Makes a region of what `wkb` has given."""
        return cls(shapely.from_wkb(wkb))

    @property
    def wkb(self) -> bytes:
        """Returns the region as bytes that can be kept."""
        return bytes(shapely.to_wkb(self.shape))

    @property
    def box(self) -> Box:
        """Returns the box around the region."""
        return Box(*self.shape.bounds)

    def boxes(self) -> tuple[Box, ...]:
        """Returns the boxes that the region is made of; none where it has another shape."""
        parts = shapely.get_parts(self.shape)
        if not shapely.equals(parts, shapely.envelope(parts)).all():
            return ()
        return tuple(Box(*bounds) for bounds in shapely.bounds(parts).tolist())

    def covers(self, other: Region) -> bool:
        """Says whether all of another region is in this one."""
        return bool(shapely.covers(self.shape, other.shape))

    def with_region(self, other: Region) -> Region:
        """Returns both regions as one."""
        return Region(shapely.union_all([self.shape, other.shape]))

    def touching(self, observations: Sequence[Observation]) -> list[Observation]:
        """Returns the observations that touch the region, in order.

        One without a footprint stays: nobody knows where it is.
        """
        footprints = shape_array([each.footprint for each in observations])
        drawn = shapely.is_geometry(footprints)
        outside = np.flatnonzero(drawn)[~shapely.intersects(self.shape, footprints[drawn])]
        left_out = set(outside.tolist())
        return [each for index, each in enumerate(observations) if index not in left_out]

    def coverages(self, within: Shapes) -> list[float]:
        """Returns the part of the region, 0..1 on the sphere, that each shape within it covers."""
        covered: list[float] = np.clip(spherical_areas(within) / self._area, 0.0, 1.0).tolist()
        return covered

    def within(self, footprints: Sequence[BaseGeometry] | Shapes) -> Shapes:
        """Returns the part of each footprint that lies in the region."""
        parts = np.array(footprints, dtype=object)
        crossing = ~shapely.contains_properly(self.shape, parts)
        parts[crossing] = shapely.intersection(parts[crossing], self.shape)
        return parts

    def intersects(self) -> dict[str, Any]:
        """Returns the region as a GeoJSON geometry for a request, thinned outwards if it is large.

        Shells run counter-clockwise and holes clockwise, so that a server does not take a wide
        polygon for one that crosses the antimeridian.
        """
        shape = _thinned(self.shape)
        parts = shapely.get_parts(shape)
        return mapping(shapely.orient_polygons(parts[0] if len(parts) == 1 else shape))


def bounds_of(geometry: dict[str, Any]) -> list[float]:
    """Returns west, south, east and north, in degrees, of a GeoJSON geometry in -180..180."""
    return list(shapely.geometry.shape(geometry).bounds)


def spherical_areas(shapes: Sequence[BaseGeometry] | Shapes) -> Floats:
    """Returns the areas, in steradians, of shapes with edges straight in longitude/latitude.

    Exact: under an edge lies the integral of the sine of latitude over longitude. What is no
    polygon counts nothing.
    """
    parts, of_shape = shapely.get_parts(shapes, return_index=True)
    is_area = shapely.get_type_id(parts) == _POLYGON
    parts, of_shape = parts[is_area], of_shape[is_area]
    rings, of_part = shapely.get_rings(parts, return_index=True)
    lonlat, of_ring = shapely.get_coordinates(rings, return_index=True)
    lon, lat = np.radians(lonlat).T
    half_step = np.diff(lat) / 2
    # np.sinc is of pi x; the mean of sin(lat) along the edge without a difference of cosines
    mean = np.sin(lat[:-1] + half_step) * np.sinc(half_step / np.pi)
    under = np.where(np.diff(of_ring) == 0, mean * np.diff(lon), 0.0)
    areas = np.abs(np.bincount(of_ring[1:], under, minlength=len(rings)))
    areas[1:][np.diff(of_part) == 0] *= -1  # a part's first ring is its shell, the others holes
    return np.bincount(of_shape[of_part], areas, minlength=len(shapes)).astype(float, copy=False)


def _thinned(shape: BaseGeometry) -> BaseGeometry:
    """Returns a shape of not too many vertices that holds all of the given one."""
    west, south, east, north = shape.bounds
    step = _FIRST_STEP * max(east - west, north - south)
    thin = shape
    while shapely.get_num_coordinates(thin) > _MOST_VERTICES:
        # simplify moves no point of an edge farther than a step, so a buffer of a step undoes it
        coarse = shapely.simplify(shape, step)
        thin = shapely.buffer(coarse, 1.01 * step, quad_segs=1, join_style="mitre")
        thin = thin.intersection(_WORLD)
        step *= 2
    return thin
