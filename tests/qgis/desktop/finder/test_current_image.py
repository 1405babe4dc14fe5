"""The current image of the list: kept through orders and limits, asked about, stepped on from."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import QgsPointXY, QgsProject
from qgis.gui import QgsVertexMarker
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtGui import QFocusEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QApplication, QLabel, QWidget

from ard_qgis_plugin.core.choice.limits import Limits
from ard_qgis_plugin.core.choice.order import Order
from tests.support.in_qgis.desk import wait_until

LIGHT = ("incidence", "subsolar_azimuth")


def part(dock, name, kind=QWidget):
    return dock.findChild(kind, name)


def lit_row(dock):
    """Returns a row of which the light is known, one that is not the list's first."""
    columns = dock.chooser.columns
    known = np.isfinite(columns.of("incidence") + columns.of("subsolar_azimuth"))
    return next(int(row) for row in dock.list.images.rows[3:] if known[row])


def focus(widget):
    """Has a widget take it that keys go there now; there is no window manager to say so."""
    QApplication.sendEvent(
        widget, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.OtherFocusReason)
    )


def look_at(dock, desk, place):
    """Clicks a place of the map."""
    part(dock, "ardFinderPoint").click()
    desk.mapCanvas().mapTool().picked.emit(place)
    wait_until(lambda: dock.chooser.place is not None, "for the looks")


def centre(layer):
    return QgsPointXY(next(layer.getFeatures()).geometry().centroid().asPoint())


@pytest.fixture
def stepped(dock):
    """Returns the rows that the arrow keys lead to."""
    rows = []
    dock.list.stepped.disconnect()
    dock.list.stepped.connect(rows.append)
    return rows


def test_it_stays_in_another_order(dock, layer, stepped):  # noqa: ARG001
    row = lit_row(dock)
    dock.list.go_to(row)
    dock.chooser.sort(Order.HIGH_SUN, 65.0)
    assert dock.list.current_row() == row
    QTest.keyClick(dock.list, Qt.Key.Key_Right)
    assert stepped == [dock.list.neighbour(row, 1)]


def test_it_is_found_again_after_limits_that_left_it_out(dock, layer):  # noqa: ARG001
    row = lit_row(dock)
    dock.list.go_to(row)
    incidence = float(dock.chooser.columns.of("incidence")[row])
    dock.chooser.limit("incidence", Limits(incidence + 1.0, 180.0))
    assert dock.list.current_row() is None
    dock.chooser.limit("incidence", None)
    assert dock.list.current_row() == row


def test_it_stays_while_the_layer_is_read_anew(dock, layer):
    row = lit_row(dock)
    name = dock.chooser.columns.ids[row]
    dock.list.go_to(row)
    layer.startEditing()
    first = next(each for each in layer.getFeatures() if each["id"] != name)
    layer.deleteFeature(first.id())
    wait_until(lambda: len(dock.chooser.columns) == 199, "for the edit")
    assert dock.chooser.columns.ids[dock.list.current_row()] == name
    layer.rollBack()


def test_another_layer_begins_without_one(dock, layer):
    dock.list.go_to(lit_row(dock))
    copy = layer.clone()
    QgsProject.instance().addMapLayer(copy)
    wait_until(lambda: dock.chooser.layer is copy and len(dock.chooser.columns) == 200)
    assert dock.list.current_row() is None


def test_one_question_about_it_comes_after_the_other(dock, layer):  # noqa: ARG001
    row = lit_row(dock)
    dock.list.go_to(row)
    for name in ("ardFinderLike", "ardFinderElsewhere", "ardFinderLike"):
        part(dock, name, QAction).trigger()
        assert dock.list.current_row() == row
        assert dock.chooser.columns.ids[row] in part(dock, "ardFinderNarrowed", QLabel).text()
    assert not part(dock, "ardFinderNotice").isVisible()


def test_a_line_that_asks_for_one_goes_when_there_is_one(dock, layer):  # noqa: ARG001
    part(dock, "ardFinderLike", QAction).trigger()
    assert part(dock, "ardFinderNotice").isVisible()
    dock.list.go_to(lit_row(dock))
    part(dock, "ardFinderLike", QAction).trigger()
    assert not part(dock, "ardFinderNotice").isVisible()


def test_at_a_place_the_keys_begin_with_the_best_lit(dock, desk, layer, stepped):
    dock.list.go_to(lit_row(dock))
    look_at(dock, desk, centre(layer))
    rows = dock.list.images.rows.tolist()
    focus(dock.list)
    for _ in rows:
        QTest.keyClick(dock.list, Qt.Key.Key_Right)
    assert stepped == rows


@pytest.mark.parametrize("name", ["ardFinderLike", "ardFinderElsewhere"])
def test_images_in_a_light_are_listed_with_their_own_incidence(dock, desk, layer, name):
    """Those that don't see the place have none there."""
    look_at(dock, desk, centre(layer))
    columns = dock.chooser.columns
    known = np.isfinite(sum(columns.of(each) for each in LIGHT))
    dock.list.go_to(next(int(row) for row in dock.list.images.rows if known[row]))
    part(dock, name, QAction).trigger()
    rows = dock.list.images.rows
    own = columns.of("incidence")[rows]
    assert np.array_equal(dock.chooser.incidence()[rows], own, equal_nan=True)
    items = desk.mapCanvas().scene().items()
    assert not any(isinstance(each, QgsVertexMarker) for each in items)
