"""Extent: a map rectangle in any CRS of a body -> the lon/lat boxes that hold it."""

from __future__ import annotations

import math
from collections.abc import Callable

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsEllipsoidUtils,
    QgsRectangle,
    QgsUnitTypes,
)

from ..core.area import FULL_TURN, POLE, Area, split_longitudes
from ..core.bodies import Body, body_named, body_of_crs_text
from ..core.errors import AreaError
from ..core.view import View, is_mirrored, lonlat_bounds

_EARTH = "Earth"
_THINNEST = 1e-7  # degrees: servers misread a box without any width
_SAME_BODY = 0.02  # of the radius: polar, mean and older radii of one body differ by less
_PROBES = ((10.0, 20.0), (20.0, 30.0))  # not the same when swapped or mirrored
_DEGREE_OFF = 1e-6


def area_of_extent(
    extent: QgsRectangle,
    crs: QgsCoordinateReferenceSystem,
    body: Body,
    transform_context: QgsCoordinateTransformContext,
) -> tuple[Area, list[str]]:
    """Turns a rectangle of a map into the boxes to search, and lists what the user should know.

    Raises AreaError where the map is of another body, mirrored, or where nothing is in view.
    """
    sides = (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum())
    if not all(map(math.isfinite, sides)) or _is_point_or_less(extent):
        raise AreaError("The extent is empty: zoom the map to the body or draw a rectangle.")
    if not crs.isValid() or crs.celestialBodyName() == _EARTH:
        warning = _taken_as_degrees(extent, crs, body)
        return _area_in_degrees(extent, body), [warning]
    base = _base_crs(crs, body)
    to_lonlat = _transform(crs, base, transform_context)
    if _is_in_degrees(crs):
        shift = _longitude_shift(to_lonlat)
        if shift is not None:
            return _area_in_degrees(extent, body, shift), []
    else:
        view = View(*sides, to_lonlat, _transform(base, crs, transform_context))
        if not is_mirrored(view):
            return _area(body, *lonlat_bounds(view)), []
    raise AreaError(
        f"QGIS swaps or mirrors longitude and latitude in the map's CRS {_named(crs)}: "
        f"set the project CRS to {body.crs}."
    )


def _is_point_or_less(extent: QgsRectangle) -> bool:
    width, height = extent.width(), extent.height()
    return min(width, height) < 0 or width == height == 0


def _is_in_degrees(crs: QgsCoordinateReferenceSystem) -> bool:
    # isGeographic() is False in QGIS 3.22 for a lon/lat CRS of the user's own.
    return crs.isGeographic() or QgsUnitTypes.encodeUnit(crs.mapUnits()) == "degrees"


def _taken_as_degrees(extent: QgsRectangle, crs: QgsCoordinateReferenceSystem, body: Body) -> str:
    """Returns the warning that a map of the Earth, or of nothing, is read as lon/lat of the body.

    Raises AreaError where its coordinates can't be degrees.
    """
    if crs.isValid() and not _is_in_degrees(crs):
        raise AreaError(
            f"The map is a projected map of the Earth ({_named(crs)}), not of {body.name}: "
            f"set the project CRS to {body.crs}."
        )
    furthest = max(abs(extent.xMinimum()), abs(extent.xMaximum()))
    if not crs.isValid() and furthest > 2 * FULL_TURN:
        raise AreaError(
            "The extent has no CRS and its coordinates are not degrees: "
            f"set the project CRS to {body.crs}."
        )
    source = f"in {_named(crs)}, a CRS of the Earth" if crs.isValid() else "without a CRS"
    return (
        f"The extent is {source}: its degrees are taken as longitude and latitude on "
        f"{body.name}. Set the project CRS to {body.crs} to be sure."
    )


def _base_crs(crs: QgsCoordinateReferenceSystem, body: Body) -> QgsCoordinateReferenceSystem:
    """Returns the body's lon/lat CRS that the map's CRS can be transformed to.

    Raises AreaError where the map is of another body.
    """
    named = body_named(crs.celestialBodyName())
    if named == body:
        return QgsCoordinateReferenceSystem(body.crs)
    ellipsoid = QgsEllipsoidUtils.ellipsoidParameters(crs.ellipsoidAcronym())
    if named or abs(ellipsoid.semiMajor - body.radius) > _SAME_BODY * body.radius:
        other = named or body_of_crs_text(crs.toWkt())
        shown = other.name if other else f"a body of {ellipsoid.semiMajor / 1000:g} km radius"
        remedy = f", or choose collections of {other.name}" if other else ""
        raise AreaError(
            f"The map shows {shown}, but {body.name} is searched: "
            f"set the project CRS to {body.crs}{remedy}."
        )
    # PROJ transforms a CRS of no named body only to one that has no name either.
    return QgsCoordinateReferenceSystem.fromProj(
        f"+proj=longlat +a={ellipsoid.semiMajor!r} +b={ellipsoid.semiMinor!r} +no_defs"
    )


def _transform(
    source: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
) -> Callable[[float, float], tuple[float, float] | None]:
    """Returns a transform of single points that answers None where the projection ends."""
    transform = QgsCoordinateTransform(source, target, context)
    # Between bodies QGIS doesn't fail but hands the coordinates back as they were.
    if not transform.isValid():
        raise AreaError(
            f"QGIS can't transform between {_named(source)} and {_named(target)}: "
            "set the project CRS to the longitude/latitude CRS of the body."
        )
    transform.setBallparkTransformsAreAppropriate(True)
    transform.disableFallbackOperationHandler(True)

    def transformed(x: float, y: float) -> tuple[float, float] | None:
        try:
            point = transform.transform(x, y)
        except QgsCsException:
            return None
        place = point.x(), point.y()
        return place if all(map(math.isfinite, place)) else None

    return transformed


def _longitude_shift(
    transform: Callable[[float, float], tuple[float, float] | None],
) -> float | None:
    """Returns what to add to a lon/lat CRS's longitudes: its prime meridian's longitude.

    None where QGIS swaps or mirrors the axes of the CRS, as it does with IAU_2015:49901.
    """
    shifts = []
    for lon, lat in _PROBES:
        place = transform(lon, lat)
        if place is None or abs(place[1] - lat) > _DEGREE_OFF:
            return None
        shifts.append(place[0] - lon)
    return shifts[0] if abs(shifts[1] - shifts[0]) < _DEGREE_OFF else None


def _area_in_degrees(extent: QgsRectangle, body: Body, shift: float = 0.0) -> Area:
    west, east = extent.xMinimum() + shift, extent.xMaximum() + shift
    south, north = extent.yMinimum(), extent.yMaximum()
    if east - west >= FULL_TURN:  # zoomed out until the globe is but a part of the view
        south, north = max(south, -POLE), min(north, POLE)
    return _area(body, west, east, south, north)


def _area(body: Body, west: float, east: float, south: float, north: float) -> Area:
    """Returns the area within bounds in degrees; one of no width gets some millimetres."""
    if east - west < _THINNEST:
        west, east = west - _THINNEST / 2, east + _THINNEST / 2
    if -POLE <= south <= north <= POLE and north - south < _THINNEST:
        south, north = max(south - _THINNEST / 2, -POLE), min(north + _THINNEST / 2, POLE)
    return Area(body, split_longitudes(west, east, south, north))


def _named(crs: QgsCoordinateReferenceSystem) -> str:
    return crs.authid() or crs.description() or "a CRS without a name"
