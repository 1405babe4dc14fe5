"""The walk through the image finder: open, search, drag, a point, flick, add, download, again."""

from __future__ import annotations

from functools import partial

from qgis.core import QgsPointXY, QgsProject, QgsRasterLayer, QgsSettings, QgsVectorLayer
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAction,
    QApplication,
    QLabel,
    QPushButton,
    QWidget,
)
from qgis.utils import iface
from search_walk import rest, set_up_moon
from stopwatch import Stopwatch

PLACE = QgsPointXY(3.8, 4.3)  # seven images of the sample Moon see it


class Hand:
    """A user's clicks, counted."""

    def __init__(self):
        self.clicks = 0

    def click(self, widget, place=None):
        """Clicks a widget, in its middle or at a place."""
        self.clicks += 1
        place = place or widget.rect().center()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    def double_click(self, widget, place):
        """Clicks twice, as both are counted."""
        self.clicks += 2
        for kind in (QTest.mouseClick, QTest.mouseDClick):
            kind(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def part(name, kind=QWidget):
    """Returns a part of the dock by its name."""
    return iface.mainWindow().findChild(kind, name)


def toolbar_button():
    """Returns the button that opens the dock."""
    action = iface.mainWindow().findChild(QAction, "ardFinderAction")
    return iface.webToolBar().widgetForAction(action)


def shown():
    """Returns what the count says."""
    return part("ardFinderCount", QLabel).text()


def canvas_place(point):
    """Returns where a place of the map is on the canvas."""
    pixel = iface.mapCanvas().getCoordinateTransform().transform(point)
    return QPoint(round(pixel.x()), round(pixel.y()))


def walk(desk):
    hand = Hand()
    canvas = iface.mapCanvas()
    yield from set_up_moon(canvas)
    desk.facts["made_at_start"] = part("ardFinderDock") is not None
    hand.click(toolbar_button())
    yield "the dock opens", lambda: part("ardFinderDock") and part("ardFinderDock").isVisible()
    yield from rest()
    hand.click(part("ardFinderSearch"))
    yield "the search ends", lambda: shown().endswith(" of 36")
    yield from rest(20)
    yield "the footprints are drawn", lambda: not canvas.isDrawing()
    desk.facts["found"] = shown()
    desk.picture("finder-1-found")

    yield from drag(desk)
    yield from fold_out(desk)
    hand.click(part("ardFinderReset"))
    yield "all are shown", lambda: shown() == "36 of 36"
    yield from look_at_a_point(desk, hand)
    yield from flick(desk)
    yield from add(desk)
    yield from download(desk)


def drag(desk):
    """Draws a range on the histogram with the mouse, and notes what is seen while and after."""
    bars = part("ardFinderHistogram")
    layer = iface.activeLayer()
    middle = bars.height() // 2
    mouse(bars, QEvent.Type.MouseButtonPress, QPoint(bars.width() // 2, middle))
    seen = []
    for step in range(1, 8):
        place = QPoint(bars.width() // 2 + step * bars.width() // 20, middle)
        mouse(bars, QEvent.Type.MouseMove, place)
        yield "a moment", lambda: True
        seen.append(shown())
    desk.facts["dragging"] = {"counts": seen, "attribute": layer.renderer().classAttribute()}
    desk.picture("finder-2-drag")
    mouse(bars, QEvent.Type.MouseButtonRelease, place)
    yield from rest(4)
    drawn = sum(1 for _ in layer.getFeatures())
    desk.facts["dragged"] = {
        "count": shown(),
        "drawn": drawn,
        "subset": layer.subsetString(),
        "attribute": layer.renderer().classAttribute(),
    }


def fold_out(desk):
    """Folds the azimuth out and draws a range over north."""
    part("ardFinderFold_subsolar_azimuth").click()
    yield from rest(4)
    rose = part("ardFinderHistogram_subsolar_azimuth")
    at = QPoint(rose.width() // 2 - 30, rose.height() // 2 - 20)
    mouse(rose, QEvent.Type.MouseButtonPress, at)
    to = QPoint(rose.width() // 2 + 40, rose.height() // 2 + 10)
    mouse(rose, QEvent.Type.MouseMove, to)
    mouse(rose, QEvent.Type.MouseButtonRelease, to)
    yield from rest(4)
    desk.facts["rose"] = {
        "low": part("ardFinderLow_subsolar_azimuth").value(),
        "high": part("ardFinderHigh_subsolar_azimuth").value(),
        "count": shown(),
        "button": part("ardFinderFold_subsolar_azimuth").text(),
    }
    desk.picture("finder-3-azimuth")
    part("ardFinderFold_subsolar_azimuth").click()


def look_at_a_point(desk, hand):
    """Clicks a place of the map: the list has the images that see it."""
    hand.click(part("ardFinderPoint"))
    hand.click(iface.mapCanvas().viewport(), canvas_place(PLACE))
    yield "the images are listed", lambda: part("ardFinderNarrowed").isVisible()
    yield from rest(6)
    desk.facts["point"] = {
        "count": shown(),
        "said": part("ardFinderNarrowed").text(),
        "spoken": spoken(),
    }


def flick(desk):
    """Shows one image after the other with the arrow keys."""
    canvas = iface.mapCanvas()
    images = part("ardFinderList")
    names = []
    for _ in range(2):
        QTest.keyClick(images, Qt.Key.Key_Right)
        yield "its image is on the map", partial(other_raster, list(names))
        yield from rest(2)
        yield "it is drawn", lambda: not canvas.isDrawing()
        names += rasters()
    QTest.keyClick(images, Qt.Key.Key_Left)
    yield "the one before is back", lambda: rasters() == names[:1]
    yield from rest(2)
    yield "it is drawn", lambda: not canvas.isDrawing()
    desk.facts["flicked"] = names
    desk.picture("finder-4-point")


def add(desk):
    """Adds all that are listed."""
    before = len(rasters())
    part("ardFinderAdd").click()
    yield "they are added", lambda: "added" in part("ardFinderNotice").text()
    yield from rest(10)
    desk.facts["added"] = len(rasters()) - before


def download(desk):
    """Has the size of the images said before the dialog of the download opens."""
    part("ardFinderDownload").click()
    size = part("ardFinderSize", QLabel)
    yield "all sizes are known", lambda: size.isVisible() and "…" not in size.text()
    desk.facts["size"] = size.text()
    desk.later(part("ardFinderDownloadGo", QPushButton).click)
    yield "the dialog opens", lambda: desk.dialog("AlgorithmDialog")
    dialog = desk.dialog("AlgorithmDialog")
    yield from rest()
    desk.facts["download"] = dialog.algorithm().id()
    dialog.close()


def spoken():
    """Returns what a screen reader says of the rows of the list."""
    model = part("ardFinderList").model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.index(row, 0).data(role) for row in range(min(model.rowCount(), 50))]


def other_raster(names):
    """Says whether the project has an image other than those."""
    return bool(set(rasters()) - set(names))


def rasters():
    """Returns the names of the images in the project, the basemap aside."""
    layers = QgsProject.instance().mapLayers().values()
    return [
        layer.name()
        for layer in layers
        if isinstance(layer, QgsRasterLayer) and layer.name() != "Moon"
    ]


def mouse(widget, kind, place):
    """Sends a mouse event with the left button down, unless it is let go."""
    none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
    button = none if kind == QEvent.Type.MouseMove else left
    held = none if kind == QEvent.Type.MouseButtonRelease else left
    keys = Qt.KeyboardModifier.NoModifier
    where = QPointF(widget.mapToGlobal(place))
    event = QMouseEvent(kind, QPointF(place), where, button, held, keys)
    QApplication.sendEvent(widget, event)


def six_clicks(desk):
    """Finds the best-lit image of a crater, from a fresh profile, and counts time and clicks."""
    hand = Hand()
    canvas = iface.mapCanvas()
    yield from set_up_moon(canvas)
    watch = Stopwatch()
    hand.click(toolbar_button())
    yield "the dock opens", lambda: part("ardFinderDock") and part("ardFinderDock").isVisible()
    yield from rest(2)
    hand.click(part("ardFinderSearch"))
    yield "the search ends", lambda: part("ardFinderCount") and shown().endswith(" of 36")
    yield from rest(2)
    hand.click(part("ardFinderPoint"))
    hand.click(canvas.viewport(), canvas_place(PLACE))
    yield "the images are listed", lambda: part("ardFinderNarrowed").isVisible()
    yield from rest(4)
    images = part("ardFinderList")
    best = images.model().index(0, 0)
    hand.double_click(images.viewport(), images.visualRect(best).center())
    yield "its image is on the map", lambda: rasters() == [best.data()]
    yield from rest(2)
    yield "it is drawn", lambda: not canvas.isDrawing()
    desk.facts["seconds"] = watch.seconds()
    desk.facts["clicks"] = hand.clicks
    desk.facts["image"] = best.data()
    desk.facts["spoken"] = spoken()
    desk.facts["extent"] = canvas.extent().toString(2)


def kept(desk):
    """Works on a stored layer, saves the project, and opens it again."""
    canvas = iface.mapCanvas()
    yield from set_up_moon(canvas)
    settings = QgsSettings()
    provider = settings.value("walk/provider", "ogr")
    layer = QgsVectorLayer(settings.value("walk/footprints"), "mine", provider)
    layer.setSubsetString('"emission_angle" < 60')
    QgsProject.instance().addMapLayer(layer)
    toolbar_button().click()
    yield "all are counted", lambda: part("ardFinderCount") and shown() != "0 of 0"
    before = shown()
    part("ardFinderLow").setValue(40)
    model = part("ardFinderList").model()
    off, role = Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole
    name = model.index(0, 0).data()
    model.setData(model.index(0, 0), off, role)
    yield "the map is filtered", lambda: "NOT IN" in layer.subsetString()
    yield from rest(4)
    desk.facts["before"] = {"all": before, "shown": shown(), "drawn": layer.featureCount()}
    path = str(desk.folder / "kept.qgz")
    QgsProject.instance().write(path)
    iface.newProject(False)
    yield "nothing is there", lambda: not part("ardFinderHistogram").isVisible()
    iface.addProject(path)
    yield "it is there again", lambda: part("ardFinderHistogram").isVisible()
    yield "it is counted again", lambda: shown() != "0 of 0"
    yield from rest(10)
    (layer,) = QgsProject.instance().mapLayersByName("mine")
    desk.facts["after"] = {"all": before, "shown": shown(), "drawn": layer.featureCount()}
    desk.facts["ticked_off"] = (name, layer.customProperty("planetary_ard/left_out"))
    part("ardFinderReset").click()
    yield from rest(4)
    desk.facts["reset"] = layer.subsetString()
