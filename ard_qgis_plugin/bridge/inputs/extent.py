"""Extent: a map rectangle, or polygons, in any CRS of a body -> what is to be searched."""

from __future__ import annotations

import math
from collections.abc import Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsRectangle,
)

from ...core.geometry.area import Area
from ...core.geometry.box import FULL_TURN, POLE, split_longitudes
from ...core.geometry.outline import lonlat_box, lonlat_shape, polygons_of_wkb
from ...core.geometry.plane import Bounds
from ...core.geometry.region import Region
from ...core.geometry.view import lonlat_bounds, turn_width
from ...core.model.bodies import Body
from ...core.model.errors import AreaError
from .plane import LAYER, map_plane

_THINNEST = 1e-7  # degrees: servers misread a box without any width


def area_of_extent(
    extent: QgsRectangle,
    crs: QgsCoordinateReferenceSystem,
    body: Body,
    transform_context: QgsCoordinateTransformContext,
) -> tuple[Area, list[str]]:
    """Turns a rectangle of a map into the boxes to search, and lists what the user should know.

    Where the boxes hold more than the map shows, the area has the exact region too. Raises
    AreaError where the map is of another body, mirrored, or where nothing is in view.
    """
    bounds = (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum())
    if not all(map(math.isfinite, bounds)) or _is_point_or_less(extent):
        raise AreaError("The extent is empty: zoom the map to the body or draw a rectangle.")
    found = map_plane(crs, bounds, body, transform_context)
    if found.shift is not None:
        return _area_in_degrees(extent, body, found.shift), found.warnings
    view = found.plane.view(bounds)
    area = _area(body, *lonlat_bounds(view))
    if turn_width(view) is not None:  # on a cylindrical map the boxes are what it shows
        return area, found.warnings
    shape = lonlat_box(_with_width(bounds, body), found.plane)
    return Area(body, area.boxes, Region(shape)), found.warnings


def area_of_polygons(
    polygons: Sequence[bytes],
    crs: QgsCoordinateReferenceSystem,
    body: Body,
    transform_context: QgsCoordinateTransformContext,
) -> tuple[Area, list[str]]:
    """Turns polygons of a layer, as WKB, into the region to search; else like `area_of_extent`."""
    shape = polygons_of_wkb(polygons)
    if shape.is_empty:
        raise AreaError("AREA holds no polygon: select at least one, or leave AREA empty.")
    found = map_plane(crs, shape.bounds, body, transform_context, LAYER)
    return Area(body, (), Region(lonlat_shape(shape, found.plane))), found.warnings


def _is_point_or_less(extent: QgsRectangle) -> bool:
    width, height = extent.width(), extent.height()
    return min(width, height) < 0 or width == height == 0


def _with_width(bounds: Bounds, body: Body) -> Bounds:
    """Returns the bounds of a view; one of no width or height gets some millimetres, in metres."""
    xmin, ymin, xmax, ymax = bounds
    least = math.radians(_THINNEST) * body.radius / 2
    x_pad, y_pad = (
        least if high - low < least else 0.0 for low, high in ((xmin, xmax), (ymin, ymax))
    )
    return xmin - x_pad, ymin - y_pad, xmax + x_pad, ymax + y_pad


def _area_in_degrees(extent: QgsRectangle, body: Body, shift: float = 0.0) -> Area:
    west, east = extent.xMinimum() + shift, extent.xMaximum() + shift
    south, north = extent.yMinimum(), extent.yMaximum()
    # zoomed out until the globe is but a part of the view, or a tall window
    if east - west >= FULL_TURN or (south < -POLE and north > POLE):
        south, north = max(south, -POLE), min(north, POLE)
    return _area(body, west, east, south, north)


def _area(body: Body, west: float, east: float, south: float, north: float) -> Area:
    """Returns the area within bounds in degrees; one of no width gets some millimetres."""
    if east - west < _THINNEST:
        west, east = west - _THINNEST / 2, east + _THINNEST / 2
    if -POLE <= south <= north <= POLE and north - south < _THINNEST:
        south, north = max(south - _THINNEST / 2, -POLE), min(north + _THINNEST / 2, POLE)
    return Area(body, split_longitudes(west, east, south, north))
