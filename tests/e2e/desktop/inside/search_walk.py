"""The walk through the plugin that the README shows: button, dialog, run, coloured footprints.

The profile's setting walk/basemap may name an image to lie under it all.
"""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsSettings,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor, QImage
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QTextEdit
from qgis.utils import iface

from ard_qgis_plugin.bridge.desktop.collections_widget import CollectionsTree

MOON = "IAU_2015:30100"
DARK = QColor("#181818")
BOX = QgsRectangle(3, 4, 5, 6)


def walk(desk):
    canvas = iface.mapCanvas()
    yield from set_up_moon(canvas)
    yield "the empty Moon is drawn", lambda: not canvas.isDrawing()
    action = iface.mainWindow().findChild(QAction, "ardSearchAction")
    finder = iface.mainWindow().findChild(QAction, "ardFinderAction")
    button = iface.webToolBar().widgetForAction(finder)
    desk.facts["button"] = {"visible": button.isVisible(), "tip": button.toolTip()}
    desk.facts["menu"] = [entry.text() for entry in iface.webMenu().actions()]
    desk.facts["colours_before"] = colours(canvas.grab().toImage())
    desk.picture("1-button", mark=button)

    desk.later(action.trigger)
    yield "the dialog opens", lambda: desk.dialog("AlgorithmDialog")
    dialog = desk.dialog("AlgorithmDialog")
    dialog.setGeometry(160, 30, 960, 740)
    yield from rest()
    desk.facts["dialog"] = {
        "algorithm": dialog.algorithm().id(),
        "ticked": dialog.findChild(CollectionsTree).ids(),
    }
    desk.picture("2-dialog")

    dialog.runButton().click()
    log = dialog.findChild(QTextEdit, "txtLog")
    yield "the run ends", lambda: "finished" in log.toPlainText()
    yield from rest()
    desk.facts["log"] = log.toPlainText()
    desk.facts["results"] = dict(dialog.results())
    desk.picture("3-run")

    dialog.close()
    layer = footprints()
    iface.setActiveLayer(layer)
    iface.zoomToActiveLayer()
    yield from rest()
    yield "the footprints are drawn", lambda: not canvas.isDrawing()
    desk.facts["layer"] = {
        "name": layer.name(),
        "group": QgsProject.instance().layerTreeRoot().findLayer(layer.id()).parent().name(),
        "crs": layer.crs().authid(),
        "count": layer.featureCount(),
        "renderer": layer.renderer().type(),
        "attribute": layer.renderer().legendClassificationAttribute(),
        "map_tip": layer.mapTipTemplate(),
    }
    desk.facts["colours_after"] = colours(canvas.grab().toImage())
    desk.picture("4-footprints")


def footprints() -> QgsVectorLayer:
    """Returns the one layer of footprints in the project."""
    layers = QgsProject.instance().mapLayers().values()
    (layer,) = [each for each in layers if isinstance(each, QgsVectorLayer)]
    return layer


def rest(ticks=8):
    """Lets the desktop draw."""
    for _ in range(ticks):
        yield "a moment", lambda: True


def colours(image: QImage) -> int:
    """Counts the pixels that are neither black, grey nor white."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    step = 3
    return sum(
        QColor(image.pixel(x, y)).saturation() > 60
        for x in range(0, image.width(), step)
        for y in range(0, image.height(), step)
    )


def set_up_moon(canvas):
    iface.newProject(False)  # leaves the welcome page
    moon = QgsCoordinateReferenceSystem(MOON)
    project = QgsProject.instance()
    project.setBackgroundColor(DARK)
    project.setCrs(moon)
    for dock in iface.mainWindow().findChildren(QDockWidget):
        dock.setVisible(dock.objectName() == "Layers")
    canvas.setCanvasColor(DARK)
    if basemap := QgsSettings().value("walk/basemap"):
        layer = QgsRasterLayer(basemap, "Moon")
        layer.setOpacity(0.35)
        project.addMapLayer(layer)
        iface.layerTreeView().collapseAll()
        yield from rest()  # QGIS goes to the first layer by itself
    canvas.setReferencedExtent(QgsReferencedRectangle(BOX, moon))
    canvas.refresh()
    yield from rest()
