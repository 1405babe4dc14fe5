"""Two large searches from the dialog, while a clock on the main thread notes how late it is."""

from __future__ import annotations

import time

from lateness import Lateness
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QAction, QTextEdit
from qgis.utils import iface
from search_walk import rest, set_up_moon

EVERYWHERE = "-180,180,-90,90 [IAU_2015:30100]"
_IDLE_TICKS = 40


def walk(desk):
    canvas = iface.mapCanvas()
    yield from set_up_moon(canvas)
    canvas.zoomToFullExtent()
    clock = Lateness()
    start = time.monotonic()
    yield from rest(_IDLE_TICKS)
    desk.facts["idle"] = clock.worst(start)
    yield from search(desk, "first", clock, {"OUTPUT": "TEMPORARY_OUTPUT"})
    files = {"OUTPUT": "footprints.gpkg", "MANIFEST": "images.txt"}
    outputs = {name: str(desk.folder / file) for name, file in files.items()}
    yield from search(desk, "second", clock, outputs)


def search(desk, run, clock, outputs):
    """Opens the dialog, runs the search, and waits until its layer is drawn."""
    canvas = iface.mapCanvas()
    earlier = set(QgsProject.instance().mapLayers())
    action = iface.mainWindow().findChild(QAction, "ardSearchAction")
    desk.later(action.trigger)
    yield "the dialog opens", lambda: desk.dialog("AlgorithmDialog")
    dialog = desk.dialog("AlgorithmDialog")
    dialog.setParameters({"EXTENT": EVERYWHERE, "MAX_ITEMS": 0, **outputs})
    yield from rest()
    start = time.monotonic()
    dialog.runButton().click()
    log = dialog.findChild(QTextEdit, "txtLog")
    yield "the run ends", lambda: "finished" in log.toPlainText()
    yield from rest()
    yield "the layer is drawn", lambda: not canvas.isDrawing()
    layers = QgsProject.instance().mapLayers()
    desk.facts[run] = {
        "ticks": clock.since(start),
        "worst": clock.worst(start),
        "seconds": round(time.monotonic() - start, 1),
        "results": dict(dialog.results()),
        "earlier": sorted(earlier),
        "layers": {
            id_: {
                "name": layer.name(),
                "provider": layer.providerType(),
                "count": layer.featureCount(),
                "renderer": layer.renderer().type(),
                "drawn": layer in canvas.layers(),
            }
            for id_, layer in layers.items()
        },
    }
    dialog.close()
    yield "the dialog closes", lambda: not desk.dialog("AlgorithmDialog")
