"""The walk of one who looks at results: the guide, a map tip, what Identify tells."""

from __future__ import annotations

import search_walk as search
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QObject, QPoint, QRect, Qt, QUrl, pyqtSlot
from qgis.PyQt.QtGui import QCursor, QDesktopServices, QGuiApplication
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QDialogButtonBox, QDockWidget, QTextBrowser, QTreeWidget
from qgis.utils import iface

THUMBNAIL = (
    5000  # grey pixels of a map tip that has one; its text alone has fewer than half of that
)
TRIES = 5


class OpenedFiles(QObject):
    """What would open the files: it keeps their addresses."""

    def __init__(self):
        super().__init__()
        self.files = []

    @pyqtSlot(QUrl)
    def take(self, url):
        self.files.append(url.toLocalFile())


def walk(desk):
    opened = OpenedFiles()
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
    corner = place + canvas.mapTo(iface.mainWindow(), QPoint(0, 0))
    for number in range(TRIES):
        beside = place + QPoint(number % 2, 0)  # a tip comes where the mouse has moved, and rests
        QCursor.setPos(canvas.mapToGlobal(beside))
        QTest.mouseMove(canvas.viewport(), beside)
        yield from search.rest(60)
        desk.facts["thumbnail"], desk.facts["white"] = greys(corner), whites(corner)
        if desk.facts["thumbnail"] > THUMBNAIL:
            break
    # without WebKit QGIS shows no image of the web in a tip
    desk.facts["has_webkit"] = not canvas.findChildren(QTextBrowser)
    desk.picture("map-tip")


def greys(place):
    """Counts the grey pixels around a place: a thumbnail in a map tip has thousands."""
    return sum(
        each.red() == each.green() == each.blue() and 60 < each.red() < 220 for each in seen(place)
    )


def whites(place):
    """Counts the white pixels there: what a text is read on."""
    return sum(min(each.red(), each.green(), each.blue()) > 240 for each in seen(place))


def seen(place):
    """Returns the colours of the pixels around a place, as far as a map tip goes to any side."""
    shot = QGuiApplication.primaryScreen().grabWindow(0).toImage()
    reach = QPoint(260, 200)
    box = shot.copy(QRect(place - reach, place + reach))
    return [box.pixelColor(x, y) for x in range(box.width()) for y in range(box.height())]


def results():
    """Returns the tree of what was identified."""
    return iface.mainWindow().findChild(QTreeWidget, "lstResults")


def rows(item):
    """Yields the texts of a tree's items, from above."""
    for number in range(item.childCount()):
        child = item.child(number)
        yield [child.text(0), child.text(1)]
        yield from rows(child)
