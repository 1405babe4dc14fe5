"""Plane: a map's CRS -> the transforms between its plane and the body's lon/lat."""

from __future__ import annotations

import math
import struct
from dataclasses import dataclass, field

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsEllipsoidUtils,
    QgsGeometry,
)

from ...core.geometry.arrays import Floats
from ...core.geometry.box import FULL_TURN
from ...core.geometry.plane import ArrayTransform, Bounds, Plane
from ...core.geometry.view import Transform, is_mirrored
from ...core.model.bodies import Body, body_named, body_of_crs_text
from ...core.model.errors import AreaError
from ..degrees import is_in_degrees
from .map_crs import crs_instead

_EARTH = "Earth"
_SAME_BODY = 0.02  # of the radius: polar, mean and older radii of one body differ by less
_PROBES = ((10.0, 20.0), (20.0, 30.0))  # not the same when swapped or mirrored
_DEGREE_OFF = 1e-6
_LINE_HEADER = struct.Struct("<BII")  # WKB: little-endian, type, number of points
_LINE = 2


@dataclass(frozen=True, slots=True)
class Wording:
    """How a message calls what is to be searched, and what to do about its CRS."""

    extent: str
    map: str
    remedy: str


VIEW = Wording("The extent", "The map", "set the project CRS to")
LAYER = Wording("AREA", "AREA", "reproject that layer to, or set its CRS to,")


@dataclass(frozen=True, slots=True)
class MapPlane:
    """The plane of a map of the body, and what the user should know about its CRS.

    `shift` is what to add to its longitudes where the plane is in degrees, None on other maps.
    """

    plane: Plane
    shift: float | None = None
    warnings: list[str] = field(default_factory=list)


def map_plane(
    crs: QgsCoordinateReferenceSystem,
    bounds: Bounds,
    body: Body,
    context: QgsCoordinateTransformContext,
    wording: Wording = VIEW,
) -> MapPlane:
    """Finds the plane of a map; `bounds`, in its units, are of what is to be searched on it.

    Raises AreaError where the map is of another body, mirrored, or can't be transformed.
    """
    if not crs.isValid() or crs.celestialBodyName() == _EARTH:
        warning = _taken_as_degrees(bounds, crs, body, wording)
        return MapPlane(_degrees(0.0), 0.0, [warning])
    base = _base_crs(crs, body, wording)
    try:
        to_lonlat, to_lonlats = _transforms(crs, base, context)
    except AreaError as error:
        raise AreaError(f"{error}: {wording.remedy} {crs_instead(crs, body)}.") from None
    if is_in_degrees(crs):
        shift = _longitude_shift(to_lonlat)
        if shift is not None:
            return MapPlane(_degrees(shift), shift)
    else:
        to_map, to_maps = _transforms(base, crs, context)
        plane = Plane(to_lonlat, to_map, to_lonlats, to_maps)
        if not is_mirrored(plane.view(bounds)):
            return MapPlane(plane)
    raise AreaError(
        "QGIS swaps or mirrors longitude and latitude in "
        f"{_the_crs(wording)} {_named(crs)}: {wording.remedy} {body.crs}."
    )


def _the_crs(wording: Wording) -> str:
    return f"{wording.map[0].lower()}{wording.map[1:]}'s CRS" if wording is VIEW else "AREA's CRS"


def _taken_as_degrees(
    bounds: Bounds, crs: QgsCoordinateReferenceSystem, body: Body, wording: Wording
) -> str:
    """Returns the warning that a map of the Earth, or of nothing, is read as lon/lat of the body.

    Raises AreaError where its coordinates can't be degrees.
    """
    if crs.isValid() and not is_in_degrees(crs):
        raise AreaError(
            f"{wording.map} is a projected map of the Earth ({_named(crs)}), not of {body.name}: "
            f"{wording.remedy} {body.crs}."
        )
    furthest = max(abs(bounds[0]), abs(bounds[2]))
    if not crs.isValid() and furthest > 2 * FULL_TURN:
        raise AreaError(
            f"{wording.extent} has no CRS and its coordinates are not degrees: "
            f"{wording.remedy} {body.crs}."
        )
    source = f"in {_named(crs)}, a CRS of the Earth" if crs.isValid() else "without a CRS"
    remedy = f"{wording.remedy[0].upper()}{wording.remedy[1:]}"
    return (
        f"{wording.extent} is {source}: its degrees are taken as longitude and latitude on "
        f"{body.name}. {remedy} {body.crs} to be sure."
    )


def _base_crs(
    crs: QgsCoordinateReferenceSystem, body: Body, wording: Wording
) -> QgsCoordinateReferenceSystem:
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
        choice = f", or choose collections of {other.name}" if other else ""
        raise AreaError(
            f"{wording.map} shows {shown}, but {body.name} is searched: "
            f"{wording.remedy} {body.crs}{choice}."
        )
    # PROJ transforms a CRS of no named body only to one that has no name either.
    return QgsCoordinateReferenceSystem.fromProj(
        f"+proj=longlat +a={ellipsoid.semiMajor!r} +b={ellipsoid.semiMinor!r} +no_defs"
    )


def _transforms(
    source: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
) -> tuple[Transform, ArrayTransform]:
    """Returns the transforms of one point and of many; no answer where the projection ends."""
    transform = QgsCoordinateTransform(source, target, context)
    # Between bodies QGIS doesn't fail but hands the coordinates back as they were.
    if not transform.isValid():
        raise AreaError(f"QGIS can't transform between {_named(source)} and {_named(target)}")
    transform.setBallparkTransformsAreAppropriate(True)
    transform.disableFallbackOperationHandler(True)

    def transformed(x: float, y: float) -> tuple[float, float] | None:
        try:
            point = transform.transform(x, y)
        except QgsCsException:
            return None
        place = point.x(), point.y()
        return place if all(map(math.isfinite, place)) else None

    def all_transformed(points: Floats) -> Floats:
        line = QgsGeometry()
        # twice the first point: of a single one QGIS would raise an exception
        points = np.vstack([points[:1], points]).astype("<f8")
        line.fromWkb(_LINE_HEADER.pack(1, _LINE, len(points)) + points.tobytes())
        try:
            line.transform(transform)
        except QgsCsException:
            none = (math.nan, math.nan)
            return np.array([transformed(*point) or none for point in points[1:].tolist()])
        wkb = line.asWkb().data()
        return np.frombuffer(wkb, "<f8", offset=_LINE_HEADER.size).reshape(-1, 2)[1:]

    return transformed, all_transformed


def _degrees(shift: float) -> Plane:
    """Returns the plane of a map in degrees with a prime meridian of its own."""
    offset = np.array([shift, 0.0])
    return Plane(
        to_lonlat=lambda x, y: (x + shift, y),
        to_map=lambda lon, lat: (lon - shift, lat),
        to_lonlats=lambda points: points + offset,
        to_maps=lambda points: points - offset,
    )


def _longitude_shift(transform: Transform) -> float | None:
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


def _named(crs: QgsCoordinateReferenceSystem) -> str:
    return crs.authid() or crs.description() or "a CRS without a name"
