"""A main window with a real canvas, and what a dock asks of QGIS's interface."""

from __future__ import annotations

import time
from itertools import count

from qgis.core import QgsApplication, QgsProject
from qgis.gui import QgsLayerTreeMapCanvasBridge, QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QEventLoop, QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QMainWindow

_PATIENCE = 60.0  # seconds
_SOME_MS = 10
_TURNS = 10


class Desk(QObject):
    """What QgisInterface is to the finder, with widgets that are really there."""

    currentLayerChanged = pyqtSignal(object)  # noqa: N815

    def __init__(self):
        super().__init__()
        self._window = QMainWindow()
        self._canvas = QgsMapCanvas()
        self._window.setCentralWidget(self._canvas)
        self._window.resize(1200, 900)
        self._window.show()
        root = QgsProject.instance().layerTreeRoot()
        self._bridge = QgsLayerTreeMapCanvasBridge(root, self._canvas, self._canvas)
        self._bridge.setAutoSetupOnFirstLayer(False)  # tests say where the map is
        self._bar = QgsMessageBar(self._window)
        self._active = None

    def mainWindow(self):  # noqa: N802
        return self._window

    def mapCanvas(self):  # noqa: N802
        return self._canvas

    def messageBar(self):  # noqa: N802
        return self._bar

    def activeLayer(self):  # noqa: N802
        return self._active

    def setActiveLayer(self, layer):  # noqa: N802
        self._active = layer
        self.currentLayerChanged.emit(layer)

    def close(self):
        """Takes the window away."""
        QgsProject.instance().clear()
        self._canvas.stopRendering()
        self._canvas.setLayers([])
        self._window.close()
        self._window.deleteLater()


def wait_until(condition, what=""):
    """Lets QGIS work until something holds."""
    deadline = time.monotonic() + _PATIENCE
    while not condition():
        assert time.monotonic() < deadline, f"waited in vain {what}"
        QgsApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _SOME_MS)


def settle(seconds=0.15):
    """Lets QGIS work for a moment, and a number of turns however busy the machine is."""
    end, turns = time.monotonic() + seconds, count()
    wait_until(lambda: next(turns) >= _TURNS and time.monotonic() > end)
