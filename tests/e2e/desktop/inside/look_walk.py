"""The walk of one who looks at results: the guide, a map tip, what Identify tells."""

from __future__ import annotations

import search_walk as search
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QObject, QPoint, QRect, QSize, Qt, QUrl, pyqtSlot
from qgis.PyQt.QtGui import QCursor, QDesktopServices, QGuiApplication
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QDialogButtonBox, QDockWidget, QTreeWidget
from qgis.utils import iface


class Opened(QObject):
    """What would open the files: it keeps their addresses."""

    def __init__(self):
        super().__init__()
        self.files = []

    @pyqtSlot(QUrl)
    def take(self, url):
        self.files.append(url.toLocalFile())


def walk(desk):
    opened = Opened()
    QDesktopServices.setUrlHandler("file", opened, "take")
    QgsSettings().setValue("Map/mapTipsDelay", 50)
    canvas = iface.mapCanvas()
    yield from search.set_up_moon(canvas)
    yield "the empty Moon is drawn", lambda: not canvas.isDrawing()
    desk.later(iface.mainWindow().findChild(QAction, "ardSearchAction").trigger)
    yield "the dialog opens", lambda: desk.dialog("AlgorithmDialog")
    dialog = desk.dialog("AlgorithmDialog")
    box = dialog.findChild(QDialogButtonBox)
    box.button(QDialogButtonBox.StandardButton.Help).click()
    yield from search.rest()
    desk.facts["help"] = opened.files
    dialog.runButton().click()
    yield "the run ends", dialog.results
    yield from search.rest()
    dialog.close()
    layer = search.footprints()
    iface.setActiveLayer(layer)
    iface.zoomToActiveLayer()
    yield from search.rest()
    yield "the footprints are drawn", lambda: not canvas.isDrawing()

    feature = next(layer.getFeatures())
    centre = feature.geometry().pointOnSurface().asPoint()
    place = canvas.getCoordinateTransform().transform(centre).toQPointF().toPoint()
    yield from search.rest()
    iface.actionIdentify().trigger()
    QTest.mouseClick(
        canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
    )
    yield "something is identified", lambda: results() and results().topLevelItemCount()
    yield from search.rest()
    desk.facts["identified"] = list(rows(results().invisibleRootItem()))
    desk.picture("identify")

    iface.mainWindow().findChild(QDockWidget, "IdentifyResultsDock").hide()
    yield from search.rest()
    place = canvas.getCoordinateTransform().transform(centre).toQPointF().toPoint()
    if not iface.actionMapTips().isChecked():
        iface.actionMapTips().trigger()
    QCursor.setPos(canvas.mapToGlobal(place))
    QTest.mouseMove(canvas.viewport(), place)
    yield from search.rest(60)
    desk.facts["tip"] = greys(place + canvas.mapTo(iface.mainWindow(), QPoint(0, 0)))
    desk.picture("map-tip")


def greys(place):
    """Counts the grey pixels right below a place: a thumbnail in a map tip has thousands."""
    shot = QGuiApplication.primaryScreen().grabWindow(0).toImage()
    box = shot.copy(QRect(place, QSize(260, 160)))
    pixels = (box.pixelColor(x, y) for x in range(box.width()) for y in range(box.height()))
    return sum(
        each.red() == each.green() == each.blue() and 60 < each.red() < 220 for each in pixels
    )


def results():
    """Returns the tree of what was identified."""
    return iface.mainWindow().findChild(QTreeWidget, "lstResults")


def rows(item):
    """Yields the texts of a tree's items, from above."""
    for number in range(item.childCount()):
        child = item.child(number)
        yield [child.text(0), child.text(1)]
        yield from rows(child)
