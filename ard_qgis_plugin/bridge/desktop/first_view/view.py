"""The map at a place: the project's CRS, the body's grid, and the view."""

from __future__ import annotations

import math

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgisInterface

from ....core.model.bodies import Body, body_named
from ....core.model.places import ALL, Place, bodies_with_places, places_of
from ...degrees import is_in_degrees
from ...footprints.place_in_project import show_body_alone
from ..transform_warnings import dismiss_transform_bars
from .grid_layers import add_grid

_LONLAT, _NORTH, _SOUTH = 0, 30, 35  # behind a body's number in the IAU's codes
_POLAR = 89.0  # degrees of latitude beyond which the middle of a map is a pole
_AROUND = 1.02


def ensure_view(iface: QgisInterface) -> None:
    """Has a map that shows nothing yet show a body: the one that it is of, else the Moon."""
    canvas, project = iface.mapCanvas(), QgsProject.instance()
    if not canvas.extent().isEmpty():
        return
    body = body_named(project.crs().celestialBodyName())
    name = body.name if body else bodies_with_places()[0]
    places = list(places_of(name))
    first = places[0] if name in bodies_with_places() else places[-1]
    pole = _pole_of(project.crs(), body) if body else 0.0
    poles = [place for place in places if pole and place.latitude == pole]
    show_place(iface, poles[0] if poles else first)


def show_place(iface: QgisInterface, place: Place) -> None:
    """Has the map show a place.

    The project's CRS stays where it is of the body and the place can be seen in it. Raises
    OutputError where the grid can't be written.
    """
    project, canvas = QgsProject.instance(), iface.mapCanvas()
    body = body_named(place.body)
    if body is None:
        return
    if not _is_fit(project.crs(), body, place):
        _set_crs(project, QgsCoordinateReferenceSystem(_code(body, place)))
    show_body_alone(project, body.name)
    add_grid(project, body)
    canvas.setDestinationCrs(project.crs())
    canvas.setExtent(_extent(project.crs(), body, place))
    canvas.refreshAllLayers()  # QGIS would keep a picture of the same extent in another CRS
    dismiss_transform_bars(iface)


def _code(body: Body, place: Place) -> str:
    code = _LONLAT
    if place.is_pole:
        code = _NORTH if place.latitude > 0 else _SOUTH
    return f"IAU_2015:{body.iau_code + code}"


def _set_crs(project: QgsProject, crs: QgsCoordinateReferenceSystem) -> None:
    project.setEllipsoid("NONE")  # QGIS would look in vain for a way from the old one
    project.setCrs(crs)
    project.setEllipsoid(crs.ellipsoidAcronym())


def _is_fit(crs: QgsCoordinateReferenceSystem, body: Body, place: Place) -> bool:
    """Says whether a place can be seen on a map: not a pole on a cylinder, and so on."""
    if body_named(crs.celestialBodyName()) != body:
        return False
    pole = _pole_of(crs, body)
    return pole == place.latitude if place.is_pole else not pole


def _pole_of(crs: QgsCoordinateReferenceSystem, body: Body) -> float:
    """Returns the latitude of the pole that a map has in its middle, 0 where there is none."""
    if is_in_degrees(crs):
        return 0.0
    middle = _transformed(crs, QgsCoordinateReferenceSystem(body.crs), QgsPointXY(0.0, 0.0))
    if middle is None or abs(middle.y()) < _POLAR:
        return 0.0
    return math.copysign(90.0, middle.y())


def _extent(crs: QgsCoordinateReferenceSystem, body: Body, place: Place) -> QgsRectangle:
    degrees = is_in_degrees(crs)
    unit = 1.0 if degrees else math.radians(body.radius)
    if place.width == ALL:
        half = QgsRectangle(-180.0 * unit, -90.0 * unit, 180.0 * unit, 90.0 * unit)
        half.scale(_AROUND)
        return half
    where = QgsPointXY(place.longitude, place.latitude)
    centre = where if degrees else _transformed(QgsCoordinateReferenceSystem(body.crs), crs, where)
    centre = centre or QgsPointXY(0.0, 0.0)
    side = place.width * unit
    return QgsRectangle.fromCenterAndSize(centre, side, side)


def _transformed(
    source: QgsCoordinateReferenceSystem, target: QgsCoordinateReferenceSystem, point: QgsPointXY
) -> QgsPointXY | None:
    transform = QgsCoordinateTransform(source, target, QgsProject.instance())
    try:
        found = transform.transform(point) if transform.isValid() else None
    except QgsCsException:
        return None
    return found if found and all(map(math.isfinite, (found.x(), found.y()))) else None
