"""List and map as one: what is under the mouse or selected in one is so in the other."""

from __future__ import annotations

from qgis.core import QgsGeometry, QgsPointXY, QgsVectorLayer, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QColor

from ..layer.chooser import Chooser
from ..pause import pause

_PAUSE = 60  # ms that the mouse rests
_MOST = 16  # footprints under the mouse whose outline is looked at
_PINK = QColor("#e0007a")


class MapLink(QObject):
    """The highlighted footprints, and the one that the mouse is over."""

    pointed = pyqtSignal(object)  # a row, or None
    selected = pyqtSignal()  # in the layer, not by us

    def __init__(self, canvas: QgsMapCanvas, chooser: Chooser, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._chooser = chooser
        self._layer: QgsVectorLayer | None = None
        self._band: QgsRubberBand | None = None
        self._at: QgsPointXY | None = None
        self._is_selecting = False
        self._rest = pause(self, _PAUSE, self._look)
        chooser.layer_changed.connect(self._take_layer)
        canvas.xyCoordinates.connect(self._note)
        self._take_layer()

    def end(self) -> None:
        """Leaves the map as it was."""
        self._canvas.xyCoordinates.disconnect(self._note)
        self._rest.stop()
        if self._band is not None:
            self._canvas.scene().removeItem(self._band)
            self._band = None

    def highlight(self, row: int | None, *, filled: bool = True) -> None:
        """Draws a footprint over the map, or its outline alone, or none."""
        if self._band is None:
            self._band = QgsRubberBand(self._canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
            self._band.setStrokeColor(_PINK)
            self._band.setWidth(3)
        fill = QColor(_PINK)
        fill.setAlpha(40 if filled else 0)
        self._band.setFillColor(fill)
        layer = self._chooser.layer
        shape = QgsGeometry() if row is None else self._outline(row)
        if layer is None or shape.isNull():
            self._band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
        else:
            self._band.setToGeometry(shape, layer)

    def select(self, rows: list[int]) -> None:
        """Selects rows in the layer."""
        layer = self._chooser.layer
        if layer is None:
            return
        self._is_selecting = True
        layer.selectByIds([int(self._chooser.columns.fids[row]) for row in rows])
        self._is_selecting = False

    def _take_layer(self) -> None:
        layer = self._chooser.layer
        if layer is not None and layer is not self._layer:
            layer.selectionChanged.connect(self._take_selection)
        self._layer = layer
        self.highlight(None)

    def _take_selection(self, *_change: object) -> None:
        if not self._is_selecting and self.sender() is self._chooser.layer:
            self.selected.emit()

    def _note(self, point: QgsPointXY) -> None:
        self._at = point
        self._rest.start()

    def _look(self) -> None:
        layer = self._chooser.layer
        if layer is None or self._at is None or not len(self._chooser.columns):
            return
        row = self._row_at(self._canvas.mapSettings().mapToLayerCoordinates(layer, self._at))
        self.pointed.emit(row)

    def _row_at(self, place: QgsPointXY) -> int | None:
        """Returns the first of the list's rows whose footprint holds a place."""
        boxed = set(self._chooser.columns.rows_at(place.x(), place.y()).tolist())
        if not boxed:
            return None
        point = QgsGeometry.fromPointXY(place)
        rows = [row for row in self._chooser.shown_rows().tolist() if row in boxed]
        return next((row for row in rows[:_MOST] if self._outline(row).intersects(point)), None)

    def _outline(self, row: int) -> QgsGeometry:
        layer, fid = self._chooser.layer, int(self._chooser.columns.fids[row])
        return layer.getGeometry(fid) if layer is not None else QgsGeometry()
