"""The walk of a new user: from QGIS's welcome page to a result; then a map of the user's own."""

from __future__ import annotations

import processing
from finder_walk import Hand, part, shown, toolbar_button
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QPoint
from qgis.PyQt.QtWidgets import QAction, QMenu, QTextEdit
from qgis.utils import iface
from search_walk import rest

SOUTH = "IAU_2015:30135"


def walk(desk):
    hand = Hand()
    canvas, project = iface.mapCanvas(), QgsProject.instance()
    desk.facts["welcome"] = {"canvas": canvas.isVisible(), "layers": len(project.mapLayers())}
    hand.click(toolbar_button(), QPoint(8, 12))
    yield "the dock opens", lambda: part("ardFinderDock") and part("ardFinderDock").isVisible()
    yield from rest(30)  # QGIS's bars come a moment later
    yield "the grid is drawn", lambda: not canvas.isDrawing()
    desk.facts["first"] = {
        "canvas": canvas.isVisible(),
        "crs": project.crs().authid(),
        "extent": [round(each, 1) for each in _bounds(canvas.extent())],
        "layers": sorted(layer.name() for layer in project.mapLayers().values()),
        "bars": bars(),
    }
    desk.picture("first-1-map")
    hand.click(part("ardFinderSearch"))
    yield "the search ends", lambda: shown() not in ("", "0 of 0")
    yield from rest(30)
    desk.facts["result"] = {
        "shown": shown(),
        "crs": project.crs().authid(),
        "clicks": hand.clicks,
        "bars": bars(),
    }
    desk.picture("first-2-result")
    yield from to_mars(desk)
    yield from polar(desk)
    yield from again(desk)


def bars():
    """Returns what QGIS tells of transforms; it has other news, such as of fonts."""
    told = [item.text() for item in iface.messageBar().items()]
    return [text for text in told if "transform" in text]


def to_mars(desk):
    menu = iface.mainWindow().findChild(QMenu, "ardPlaces")
    (mars,) = [entry.menu() for entry in menu.actions() if entry.text() == "Mars"]
    mars.actions()[0].trigger()
    yield from rest(30)
    search = iface.mainWindow().findChild(QAction, "ardSearchAction")
    desk.later(search.trigger)
    yield "the dialog opens", lambda: desk.dialog("AlgorithmDialog")
    yield from rest()
    dialog = desk.dialog("AlgorithmDialog")
    values = dialog.createProcessingParameters()
    desk.facts["mars"] = {
        "crs": QgsProject.instance().crs().authid(),
        "collections": values["COLLECTIONS"],
        "extent": values["EXTENT"],
        "bars": bars(),
    }
    dialog.close()
    yield from rest()


def run(desk, values):
    """Runs a search in its dialog, and notes what the log says."""
    desk.later(lambda: processing.execAlgorithmDialog("ard:search", values))
    yield "the dialog opens", lambda: desk.dialog("AlgorithmDialog")
    yield from rest()
    dialog = desk.dialog("AlgorithmDialog")
    dialog.runButton().click()
    log = dialog.findChild(QTextEdit, "txtLog")
    yield "the run ends", lambda: "finished" in log.toPlainText()
    desk.facts.setdefault("logs", []).append(log.toPlainText())
    desk.facts["found"] = dialog.results().get("FOUND")
    dialog.close()
    yield from rest(30)


def polar(desk):
    """A project of the user's own: polar, without a layer."""
    canvas, project = iface.mapCanvas(), QgsProject.instance()
    iface.newProject(False)
    project.setCrs(QgsCoordinateReferenceSystem(SOUTH), True)
    yield from rest()
    view = f"-900000,900000,-900000,900000 [{SOUTH}]"
    yield from run(desk, {"EXTENT": view})
    centre = canvas.extent().center()
    desk.facts["polar"] = {
        "found": desk.facts["found"],
        "crs": project.crs().authid(),
        "empty": canvas.extent().isEmpty(),
        "near the pole": max(abs(centre.x()), abs(centre.y())) < 900_000,
        "width": canvas.extent().width(),
    }
    desk.picture("first-3-polar")


def again(desk):
    """Searches into a file twice: the layer that is loaded shows the second result."""
    project = QgsProject.instance()
    path = str(desk.folder / "again.gpkg")
    seen = []
    for extent in ("3,5,4,6", "-180,180,-90,90", "60,61,40,41"):
        values = {"EXTENT": f"{extent} [IAU_2015:30100]", "OUTPUT": path, "MAX_ITEMS": 0}
        yield from run(desk, values)
        layers = [
            each
            for each in project.mapLayers().values()
            if isinstance(each, QgsVectorLayer) and each.source() == path
        ]
        seen.append(
            {
                "found": desk.facts["found"],
                "layers": [layer.featureCount() for layer in layers],
                "widths": [
                    0 if layer.extent().isNull() else round(layer.extent().width())
                    for layer in layers
                ],
            }
        )
    desk.facts["again"] = seen


def _bounds(extent):
    return extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()
