"""The walk through the image finder: open, search, drag, a point, flick, add, download, again."""

from __future__ import annotations

from qgis.core import QgsPointXY, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAction,
    QApplication,
    QDockWidget,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)
from qgis.utils import iface
from search_walk import rest, set_up_moon

PLACE = QgsPointXY(4.0, 5.0)


class Hand:
    """Clicks as a user does, and counts it."""

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
    desk.picture("finder-1-open")
    hand.click(part("ardFinderSearch"))
    yield "the search ends", lambda: shown().endswith(" of 36")
    yield from rest(20)
    yield "the footprints are drawn", lambda: not canvas.isDrawing()
    desk.facts["found"] = shown()
    desk.picture("finder-2-found")
