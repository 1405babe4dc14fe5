"""The map's CRS and view, kept as the user set them when the first footprints or images come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface, QgsMapCanvas
from qgis.PyQt.QtCore import QTimer

from ...core.model.bodies import body_named
from ..images.presence import is_image
from ..inputs.footprint_source import is_footprint_layer
from .transform_warnings import dismiss_transform_bars

_MOST_DEGREES = 360.0

FIRST_VIEW = "planetary_ard/first_view"
"""The property of a layer or group of the first view; its value is the body's name."""


class MapState:
    """The guard of the project's CRS, which QGIS would change to that of the first layer.

    A map of another body, or of the Earth as a new project has it, is left to QGIS.
    """

    def __init__(self, iface: QgisInterface) -> None:
        self._iface: Any = iface
        QgsProject.instance().layersAdded.connect(self._keep)
        QgsProject.instance().writeProject.connect(self._expect_bars)

    def remove(self) -> None:
        """Lets go of QGIS."""
        QgsProject.instance().layersAdded.disconnect(self._keep)
        QgsProject.instance().writeProject.disconnect(self._expect_bars)

    def _expect_bars(self, _document: object) -> None:
        """Has no red bar stay when a project is saved, with each layer's extent on the Earth."""
        if body_named(QgsProject.instance().crs().celestialBodyName()):
            dismiss_transform_bars(self._iface)

    def _keep(self, layers: Sequence[QgsMapLayer]) -> None:
        body = body_named(QgsProject.instance().crs().celestialBodyName())
        bodies = {each.crs().celestialBodyName() for each in layers if _is_ours(each)}
        bridge = self._iface.layerTreeCanvasBridge()
        if body is None or bodies != {body.name}:
            return
        # QGIS puts new layers on the map, and sets it up for the first, when it is idle
        dismiss_transform_bars(self._iface)
        if not bridge.autoSetupOnFirstLayer():
            return
        bridge.setAutoSetupOnFirstLayer(False)
        bridge.canvasLayersChanged.connect(self._let_go)

    def _let_go(self, *_layers: Any) -> None:
        bridge = self._iface.layerTreeCanvasBridge()
        bridge.canvasLayersChanged.disconnect(self._let_go)
        QTimer.singleShot(0, self._finish)

    def _finish(self) -> None:
        self._iface.layerTreeCanvasBridge().setAutoSetupOnFirstLayer(True)
        canvas = self._iface.mapCanvas()
        if canvas.extent().isEmpty() or _is_left_over(canvas):
            canvas.zoomToProjectExtent()


def _is_left_over(canvas: QgsMapCanvas) -> bool:
    """Says whether a map in metres still has the view of an earlier one in degrees.

    QGIS takes the numbers over where it has no transform: a few metres around the origin.
    """
    view = canvas.extent()
    farthest = max(map(abs, (view.xMinimum(), view.xMaximum(), view.yMinimum(), view.yMaximum())))
    return farthest <= _MOST_DEGREES and not QgsProject.instance().crs().isGeographic()


def _is_ours(layer: QgsMapLayer) -> bool:
    if layer.customProperty(FIRST_VIEW):
        return True
    if isinstance(layer, QgsVectorLayer):
        return is_footprint_layer(layer.fields().names())
    return is_image(layer)
