"""The images that see a place, found by a click on the map."""
# ruff: noqa: N802 (Qt gives the names)

from __future__ import annotations

import math
from typing import Any

import numpy as np
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapToolEmitPoint, QgsVertexMarker
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent

from .....core.choice.like_light import incidence_at
from .....translation import tr
from ....degrees import is_in_degrees
from ..layer.chooser import Chooser
from ..layer.features_task import Reading

_HALF_TURN, _FULL_TURN = 180.0, 360.0
_PINK = QColor("#e0007a")


class PointTool(QgsMapToolEmitPoint):
    """The map tool; `picked` has the place in the layer's own coordinates."""

    picked = pyqtSignal(object)

    def __init__(self, canvas: QgsMapCanvas, chooser: Chooser) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._chooser = chooser
        self.canvasClicked.connect(self._tell)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Takes the place in the middle of the map, which the arrow keys move."""
        if event is None:
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell(self._canvas.center(), Qt.MouseButton.LeftButton)
        else:
            event.ignore()

    def _tell(self, point: QgsPointXY, button: Qt.MouseButton) -> None:
        layer = self._chooser.layer
        if layer is not None and button == Qt.MouseButton.LeftButton:
            self.picked.emit(self._canvas.mapSettings().mapToLayerCoordinates(layer, point))


class PlaceLooks(QObject):
    """What sees a place: narrows the chooser to it, with the incidence there."""

    found = pyqtSignal(float, float, int)  # longitude, latitude, how many images
    said = pyqtSignal(str)  # a line for the dock

    def __init__(self, canvas: QgsMapCanvas, chooser: Chooser, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._chooser = chooser
        self._reading = Reading()
        self._marker: QgsVertexMarker | None = None
        chooser.layer_changed.connect(self.forget)
        chooser.columns_changed.connect(self.forget)  # they begin with all images

    def look(self, place: QgsPointXY) -> None:
        """Finds the images that see a place of the layer, given in its own coordinates."""
        layer = self._chooser.layer
        if layer is not None and layer.crs().isValid() and not is_in_degrees(layer.crs()):
            text = tr(
                "{layer} is in a map's CRS, not in longitude and latitude: choose the layer as "
                "ard:search made it."
            )
            self.said.emit(text.format(layer=layer.name()))
            return
        lon = (place.x() + _HALF_TURN) % _FULL_TURN - _HALF_TURN
        lat = place.y()
        columns = self._chooser.columns
        self._mark(place)
        self._reading.stop()
        if np.isnan(columns.boxes).all():  # they are still being read
            rows = np.arange(len(columns))
        else:
            rows = columns.rows_at(lon, lat)
        point = QgsGeometry.fromPointXY(QgsPointXY(lon, lat))

        def centre(feature: QgsFeature) -> tuple[float, float] | None:
            shape = feature.geometry()
            return centre_of(shape) if shape.intersects(point) else None

        task = self._chooser.features(rows.tolist(), [], centre, geometry=True, hidden=True)
        if task is not None:
            self._reading.begin(task, lambda found: self._take(found, lon, lat))

    def forget(self) -> None:
        """Takes the mark off the map."""
        self._reading.stop()
        if self._marker is not None:
            self._canvas.scene().removeItem(self._marker)
            self._marker = None

    def _take(self, found: dict[int, Any], lon: float, lat: float) -> None:
        columns = self._chooser.columns
        centres = {fid: centre for fid, centre in found.items() if centre is not None}
        rows = columns.rows_of(list(centres))
        among = np.zeros(len(columns), np.bool_)
        among[rows] = True
        place = np.full(len(columns), np.nan)
        if rows.size:
            at = np.array([centres[fid] for fid in columns.fids[rows].tolist()])
            angles = columns.of("incidence")[rows], columns.of("subsolar_azimuth")[rows]
            place[rows] = incidence_at(*angles, at, (lon, lat))
        self._chooser.narrow(among, place)
        self.found.emit(lon, lat, int(rows.size))

    def _mark(self, place: QgsPointXY) -> None:
        layer = self._chooser.layer
        if self._marker is None:
            self._marker = QgsVertexMarker(self._canvas)
            self._marker.setIconType(QgsVertexMarker.IconType.ICON_CROSS)
            self._marker.setColor(_PINK)
            self._marker.setIconSize(14)
            self._marker.setPenWidth(2)
        self._marker.setCenter(self._canvas.mapSettings().layerToMapCoordinates(layer, place))


def centre_of(shape: QgsGeometry) -> tuple[float, float]:
    """Returns the centroid of an outline in degrees; one that 180 splits is put together."""
    box = shape.boundingBox()
    split = box.width() > _HALF_TURN
    east = north = size = 0.0
    for part in shape.asGeometryCollection():
        middle, area = part.centroid().asPoint(), max(part.area(), math.ulp(1.0))
        lon = middle.x() + _FULL_TURN if split and middle.x() < 0 else middle.x()
        east, north, size = east + lon * area, north + middle.y() * area, size + area
    if not size:
        return math.nan, math.nan
    return east / size, north / size
