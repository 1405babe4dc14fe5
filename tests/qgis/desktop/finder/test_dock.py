"""The finder's dock: what it shows of a layer, and what it does to it."""

from __future__ import annotations

import json

import numpy as np
import pytest
from qgis.core import QgsPointXY, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsRangeSlider, QgsRubberBand
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QMouseEvent, QWheelEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractSpinBox,
    QAction,
    QApplication,
    QComboBox,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

from ard_qgis_plugin.bridge.desktop.finder.limits.flow_layout import FlowLayout
from ard_qgis_plugin.bridge.desktop.finder.map.point import PointTool
from ard_qgis_plugin.core.choice.limits import Limits
from ard_qgis_plugin.core.choice.order import Order
from tests.support.in_qgis.desk import settle, wait_until
from tests.support.in_qgis.footprint_layers import footprints, in_file
from tests.support.in_qgis.light_layers import aft, box, footprint_layer, image


def part(dock, name, kind=QWidget):
    return dock.findChild(kind, name)


def count(dock):
    return part(dock, "ardFinderCount", QLabel).text()


def shown(layer):
    return [feature.id() for feature in layer.getFeatures()]


def highlighted(canvas):
    """Says whether an outline is drawn over the map."""
    bands = [each for each in canvas.scene().items() if isinstance(each, QgsRubberBand)]
    return any(each.numberOfVertices() for each in bands)


def moved_to(x, y):
    none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
    keys, place = Qt.KeyboardModifier.NoModifier, QPointF(x, y)
    return QMouseEvent(QEvent.Type.MouseMove, place, place, none, left, keys)


def add(*layers):
    for layer in layers:
        QgsProject.instance().addMapLayer(layer)


def test_without_a_layer_it_says_what_to_do(dock):
    assert dock.chooser.layer is None
    assert not part(dock, "ardFinderHistogram").isVisible()
    hints = [each.text() for each in dock.findChildren(QLabel) if not each.isHidden()]
    assert any("Press Search" in hint for hint in hints)


def test_all_parts_are_there_under_their_names(dock, layer):  # noqa: ARG001
    names = (
        "Search Cancel Count Histogram Range Low High Sort List Point Add Download Manifest Reset"
    )
    for name in names.split():
        assert part(dock, f"ardFinder{name}") is not None, name
    assert dock.objectName() == "ardFinderDock"


def test_each_control_can_be_reached_by_keys_and_says_what_it_is(dock, layer):  # noqa: ARG001
    for button in dock.findChildren(QToolButton):
        if button.objectName().startswith("ardFinderFold"):
            button.click()
    kinds = (QPushButton, QToolButton, QComboBox, QAbstractSpinBox)
    controls = [each for kind in kinds for each in dock.findChildren(kind)]
    ours = [each for each in controls if each.objectName().startswith("ardFinder")]
    assert len(ours) > 30
    for each in ours:
        text = (
            each.text() if hasattr(each, "text") and not isinstance(each, QAbstractSpinBox) else ""
        )
        assert each.accessibleName() or text, each.objectName()
        assert each.focusPolicy() & Qt.FocusPolicy.TabFocus, each.objectName()
    for name in ("Histogram", "Histogram_subsolar_azimuth", "Range", "List", "Progress"):
        assert part(dock, f"ardFinder{name}").accessibleName(), name
    for name in ("Histogram", "Histogram_subsolar_azimuth", "Range", "List"):
        assert part(dock, f"ardFinder{name}").focusPolicy() & Qt.FocusPolicy.TabFocus, name


@pytest.mark.usefixtures("layer")
def test_the_wheel_scrolls_the_dock_and_changes_nothing_under_the_mouse(dock, desk):
    for fold in ("time", "resolution", "subsolar_azimuth"):
        part(dock, f"ardFinderFold_{fold}").click()
    dock.list.setFocus()
    kinds = (QAbstractSpinBox, QComboBox, QgsRangeSlider)
    values = [each for kind in kinds for each in dock.widget().findChildren(kind)]
    seen = [each for each in values if each.isVisible()]
    assert len(seen) > 10
    for each in seen:
        for up in (True, False):
            assert not is_taken(each, up=up), each.objectName()
    assert dock.chooser.choice.limits == {}
    assert (dock.chooser.order, dock.chooser.wanted) == (Order.NEAREST, 65.0)
    low = part(dock, "ardFinderLow")
    desk.mainWindow().activateWindow()
    low.setFocus()
    wait_until(low.hasFocus, "for the keys")
    before = low.value()
    assert is_taken(low, up=True)
    assert low.value() > before, "one that is being set is turned"


def is_taken(widget, *, up):
    """Turns the wheel over a widget; says whether the widget keeps it from what it stands in."""
    middle, none = widget.rect().center(), Qt.MouseButton.NoButton
    place, there = QPointF(middle), QPointF(widget.mapToGlobal(middle))
    step = QPoint(0, 120 if up else -120)
    keys, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(place, there, QPoint(), step, none, keys, phase, False)
    event.ignore()  # as Qt hands it on
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def test_limits_filter_list_count_and_map(dock, layer):
    incidence = dock.chooser.columns.of("incidence")
    expected = (incidence >= 30) & (incidence <= 60)
    part(dock, "ardFinderLow").setValue(30)
    part(dock, "ardFinderHigh").setValue(60)
    assert count(dock) == f"{expected.sum()} of 200"
    assert dock.list.model().rowCount() == expected.sum()
    wait_until(layer.subsetString, "for the filter")
    assert shown(layer) == dock.chooser.columns.fids[expected].tolist()
    part(dock, "ardFinderReset").click()
    assert layer.subsetString() == ""
    assert count(dock) == "200 of 200"


def test_the_slider_moves_in_tenths_of_a_degree(dock, layer):  # noqa: ARG001
    slider = part(dock, "ardFinderRange")
    slider.setRange(123, 456)
    limits = dock.chooser.choice.limits["incidence"]
    low = part(dock, "ardFinderLow").minimum()
    assert (limits.low, limits.high) == pytest.approx((low + 12.3, low + 45.6))


def test_a_range_of_azimuths_may_run_over_north(dock, layer):
    part(dock, "ardFinderFold_subsolar_azimuth").click()
    part(dock, "ardFinderLow_subsolar_azimuth").setValue(330)
    part(dock, "ardFinderHigh_subsolar_azimuth").setValue(30)
    azimuth = dock.chooser.columns.of("subsolar_azimuth")
    expected = (azimuth >= 330) | (azimuth <= 30)
    dock.chooser.settle()
    assert shown(layer) == dock.chooser.columns.fids[expected].tolist()
    assert "\N{BLACK CIRCLE}" in part(dock, "ardFinderFold_subsolar_azimuth").text()
    assert "limits" in part(dock, "ardFinderFold_subsolar_azimuth").accessibleName()


@pytest.mark.parametrize(
    ("order", "quantity", "sign"),
    [
        ("low_sun", "incidence", -1),
        ("high_sun", "incidence", 1),
        ("coverage", "coverage", -1),
        ("resolution", "resolution", 1),
        ("newest", "time", -1),
        ("oldest", "time", 1),
    ],
)
def test_the_list_has_the_order_that_is_chosen(dock, layer, order, quantity, sign):  # noqa: ARG001
    box = part(dock, "ardFinderSort", QComboBox)
    box.setCurrentIndex(box.findData(order))
    values = sign * dock.chooser.columns.of(quantity)[dock.list.images.rows]
    known = values[~np.isnan(values)]
    assert (np.diff(known) >= 0).all()
    assert np.isnan(values[len(known) :]).all()


def test_what_is_ticked_off_is_left_out_and_kept_with_the_layer(dock, desk, layer):
    index = dock.list.model().index(3, 0)
    name = index.data()
    role = Qt.ItemDataRole.CheckStateRole
    assert dock.list.model().setData(index, Qt.CheckState.Unchecked, role)
    assert count(dock) == "199 of 200"
    assert dock.list.model().rowCount() == 200
    assert name not in [feature["id"] for feature in layer.getFeatures()]
    assert name not in [dock.chooser.columns.ids[row] for row in dock.rows()]
    assert json.loads(layer.customProperty("planetary_ard/left_out")) == [name]
    other = footprints(50)
    add(other)
    wait_until(lambda: count(dock) == "50 of 50")
    desk.setActiveLayer(layer)
    wait_until(lambda: count(dock) == "199 of 200")


def test_the_space_bar_ticks(dock, layer):  # noqa: ARG001
    dock.list.go_to(int(dock.list.images.rows[0]))
    QTest.keyClick(dock.list, Qt.Key.Key_Space)
    assert count(dock) == "199 of 200"
    QTest.keyClick(dock.list, Qt.Key.Key_Space)
    assert count(dock) == "200 of 200"


def test_it_follows_the_newest_layer_and_then_the_active_one(dock, desk, layer):
    other = footprints(30)
    add(other, QgsVectorLayer("Point", "points", "memory"))
    wait_until(lambda: count(dock) == "30 of 30")
    desk.setActiveLayer(layer)
    wait_until(lambda: count(dock) == "200 of 200")
    desk.setActiveLayer(QgsVectorLayer("Point", "points", "memory"))
    assert dock.chooser.layer is layer


def test_it_bears_that_its_layer_is_renamed_and_removed(dock, layer):
    layer.setName("mine")
    assert part(dock, "ardFinderLayer", QLabel).text() == "mine"
    other = footprints(30)
    add(other)
    wait_until(lambda: count(dock) == "30 of 30")
    dock.chooser.limit("incidence", Limits(10, 20))
    QgsProject.instance().removeMapLayer(other.id())
    wait_until(lambda: count(dock) == "200 of 200")
    QgsProject.instance().removeMapLayer(layer.id())
    assert dock.chooser.layer is None
    settle()
    assert not part(dock, "ardFinderHistogram").isVisible()


def test_an_edit_is_read_and_limits_stay(dock, layer):
    part(dock, "ardFinderLow").setValue(30)
    dock.chooser.settle()
    before = int(dock.chooser.choice.shown().sum())
    layer.startEditing()
    feature = next(layer.getFeatures())
    layer.changeAttributeValue(feature.id(), layer.fields().indexOf("incidence_angle"), 5.0)
    wait_until(lambda: dock.chooser.choice.shown().sum() == before - 1, "for the edit")
    layer.rollBack()
    wait_until(lambda: dock.chooser.choice.shown().sum() == before, "for the way back")


def test_the_users_filter_stays_and_is_counted(dock, layer):
    layer.setSubsetString('"emission_angle" < 45')
    few = layer.featureCount()
    wait_until(lambda: count(dock) == f"{few} of {few}")
    part(dock, "ardFinderLow").setValue(30)
    dock.chooser.settle()
    assert '"emission_angle" < 45' in layer.subsetString()
    layer.setSubsetString("")
    wait_until(lambda: count(dock) == "200 of 200", "for the user's word")


@pytest.mark.parametrize("kind", ["gpkg", "memory"])
def test_limits_are_found_again_with_the_project(dock, tmp_path, kind):
    path = tmp_path / "footprints.gpkg"
    layer = in_file(footprints(), path) if kind == "gpkg" else footprints()
    add(layer)
    wait_until(lambda: count(dock) == "200 of 200")
    dock.chooser.limit("incidence", Limits(20.0, 40.0))
    dock.chooser.settle()
    few = count(dock)
    project = QgsProject.instance()
    assert project.write(str(tmp_path / "x.qgz"))
    project.clear()
    settle()
    assert dock.chooser.layer is None
    assert project.read(str(tmp_path / "x.qgz"))
    if kind == "gpkg":
        wait_until(lambda: count(dock) == few, "for the limits")
    else:
        wait_until(lambda: dock.chooser.layer is not None)
    assert dock.chooser.choice.limits == {"incidence": Limits(20.0, 40.0)}


def test_list_and_layer_are_selected_as_one(dock, layer):
    fids = shown(layer)[3:6]
    layer.selectByIds(fids)
    found = dock.chooser.columns.fids[dock.list.selected_rows()]
    assert sorted(found.tolist()) == fids
    assert sorted(dock.rows()) == sorted(dock.list.selected_rows())
    dock.list.selectRow(0)
    fid = int(dock.chooser.columns.fids[dock.list.images.rows[0]])
    assert layer.selectedFeatureIds() == [fid]
    assert len(dock.rows()) == 200, "one alone is what one looks at, not what one chooses"
    part(dock, "ardFinderLow").setValue(1)
    dock.chooser.settle()
    assert layer.selectedFeatureIds() in ([fid], [])


def test_a_point_lists_the_images_that_see_it_best_first(dock, desk, layer):
    place = next(layer.getFeatures()).geometry().centroid().asPoint()
    point = QgsPointXY(place)
    expected = {f.id() for f in layer.getFeatures() if f.geometry().contains(point)}
    part(dock, "ardFinderPoint", QToolButton).click()
    desk.mapCanvas().mapTool().picked.emit(point)
    wait_until(lambda: dock.chooser.choice.among is not None, "for the looks")
    rows = dock.list.images.rows
    assert set(dock.chooser.columns.fids[rows].tolist()) == expected
    assert {feature.id() for feature in layer.getFeatures()} == expected
    angles = dock.chooser.incidence()[rows]
    known = angles[~np.isnan(angles)]
    assert (np.diff(np.abs(known - 65.0)) >= 0).all()
    assert part(dock, "ardFinderNarrowed", QLabel).isVisible()
    part(dock, "ardFinderEverywhere").click()
    assert count(dock) == "200 of 200"


def test_the_point_tool_is_the_maps_and_is_given_back(dock, desk, layer):  # noqa: ARG001
    button = part(dock, "ardFinderPoint", QToolButton)
    button.click()
    tool = desk.mapCanvas().mapTool()
    assert isinstance(tool, PointTool)
    button.click()
    assert desk.mapCanvas().mapTool() is not tool
    button.click()
    desk.mapCanvas().unsetMapTool(tool)
    assert not button.isChecked()


def test_the_place_in_the_middle_of_the_map_is_taken_by_the_keyboard(dock, desk, layer):
    canvas = desk.mapCanvas()
    canvas.setDestinationCrs(layer.crs())
    canvas.setExtent(QgsRectangle(-6, -5, 6, 5))
    part(dock, "ardFinderPoint", QToolButton).setFocus()
    QTest.keyClick(part(dock, "ardFinderPoint"), Qt.Key.Key_Space)
    assert "Enter" in part(dock, "ardFinderNotice", QLabel).text()
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    wait_until(lambda: dock.chooser.choice.among is not None, "for the looks")
    centre = canvas.center()
    seen = {f.id() for f in layer.getFeatures() if f.geometry().contains(centre)}
    assert set(dock.chooser.columns.fids[dock.list.images.rows].tolist()) == seen
    assert not part(dock, "ardFinderNotice", QLabel).isVisible()


def test_a_long_name_is_cut_with_dots_and_whole_in_the_tool_tip(dock, layer):
    name = "Moon, 5.0° N 4.0° E · " * 5
    layer.setName(name)
    label = part(dock, "ardFinderLayer", QLabel)
    assert label.text().endswith("…")
    assert label.toolTip() == name


def test_from_right_to_left_a_time_still_begins_with_its_year(dock, layer):  # noqa: ARG001
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        part(dock, "ardFinderFold_time").click()
        assert part(dock, "ardFinderLow_time").text().startswith("2008-01-10 ")
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_a_histogram_is_worked_by_keys(dock, layer):  # noqa: ARG001
    bars = part(dock, "ardFinderHistogram")
    scale = bars.shown.scale
    QTest.keyClick(bars, Qt.Key.Key_Right)
    QTest.keyClick(bars, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    limits = dock.chooser.choice.limits["incidence"]
    assert scale.low < limits.low < limits.high < scale.high
    assert dock.chooser.layer.subsetString()
    QTest.keyClick(bars, Qt.Key.Key_Delete)
    assert dock.chooser.choice.limits == {}
    part(dock, "ardFinderFold_subsolar_azimuth").click()
    rose = part(dock, "ardFinderHistogram_subsolar_azimuth")
    QTest.keyClick(rose, Qt.Key.Key_Left)
    limits = dock.chooser.choice.limits["subsolar_azimuth"]
    assert limits.low > limits.high % 360, "it runs over north"


def test_the_stereo_partners_of_an_image_are_listed(dock, provider):  # noqa: ARG001
    made = footprint_layer(
        image("a", box(0, 0)),
        aft("weak", box(0.6, 0)),
        aft("strong", box(0.1, 0)),
        image("far", box(40, 0)),
    )
    add(made)
    wait_until(lambda: count(dock) == "4 of 4")
    row = dock.chooser.columns.ids.index("a")
    dock.list.go_to(row)
    part(dock, "ardFinderPartners", QAction).trigger()
    wait_until(lambda: count(dock) == "3 of 4", "for the partners")
    narrowed = part(dock, "ardFinderNarrowed", QLabel).text()
    assert narrowed == "Stereo partners of a: 2; the strongest is strong."
    part(dock, "ardFinderEverywhere").click()
    dock.list.go_to(dock.chooser.columns.ids.index("far"))
    part(dock, "ardFinderPartners", QAction).trigger()
    notice = part(dock, "ardFinderNotice", QLabel)
    wait_until(lambda: notice.text() == "The layer has no stereo partner of far.", "for the line")
    assert count(dock) == "4 of 4"


def test_a_layer_without_the_angles_of_stereo_says_so_in_a_line(dock, provider):  # noqa: ARG001
    made = footprint_layer(image("a", box(0, 0)), lacking=("subspacecraft_azimuth",))
    add(made)
    wait_until(lambda: count(dock) == "1 of 1")
    dock.list.go_to(0)
    part(dock, "ardFinderPartners", QAction).trigger()
    wait_until(lambda: "ard:search again" in part(dock, "ardFinderNotice", QLabel).text())


def test_images_in_like_light_are_listed(dock, layer):  # noqa: ARG001
    known = np.flatnonzero(
        ~np.isnan(
            dock.chooser.columns.of("incidence") + dock.chooser.columns.of("subsolar_azimuth")
        )
    )
    dock.list.go_to(int(known[0]))
    part(dock, "ardFinderLike", QAction).trigger()
    assert known[0] in dock.list.images.rows
    assert len(dock.list.images.rows) < 200
    part(dock, "ardFinderEverywhere").click()
    dock.list.go_to(int(known[0]))
    part(dock, "ardFinderElsewhere", QAction).trigger()
    azimuth = dock.chooser.columns.of("subsolar_azimuth")
    turns = np.abs((azimuth[dock.list.images.rows] - azimuth[known[0]] + 180) % 360 - 180)
    assert ((turns >= 90) | (turns == 0)).all()


def test_the_map_under_the_mouse_points_the_row_out(dock, desk, layer):
    canvas = desk.mapCanvas()
    canvas.setDestinationCrs(layer.crs())
    canvas.setExtent(layer.extent())
    feature = next(layer.getFeatures())
    wait_until(lambda: not np.isnan(dock.chooser.columns.boxes).all())
    canvas.xyCoordinates.emit(feature.geometry().centroid().asPoint())
    wait_until(lambda: dock.list.pointed_row is not None, "for the row")
    row = dock.list.pointed_row
    found = layer.getGeometry(int(dock.chooser.columns.fids[row]))
    assert found.contains(feature.geometry().centroid())
    assert highlighted(canvas)
    canvas.xyCoordinates.emit(QgsPointXY(150, 80))
    wait_until(lambda: dock.list.pointed_row is None)


def test_dialogs_are_opened_for_what_is_shown(dock, dialogs, layer):
    part(dock, "ardFinderManifest").click()
    ((algorithm, values),) = dialogs
    assert algorithm == "ard:manifest"
    assert values["INPUT"].selectedFeaturesOnly is False
    assert values["INPUT"].source.staticValue() == layer.id()
    layer.selectByIds(shown(layer)[:3])
    part(dock, "ardFinderManifest").click()
    assert dialogs[-1][1]["INPUT"].selectedFeaturesOnly is True
    assert layer.selectedFeatureCount() == 3


def test_dragging_on_the_histogram_sets_a_range(dock, layer):  # noqa: ARG001
    bars = part(dock, "ardFinderHistogram")
    middle = bars.height() // 2
    left, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(bars, left, keys, QPoint(bars.width() // 4, middle))
    QApplication.sendEvent(bars, moved_to(bars.width() // 2, middle))
    QTest.mouseRelease(bars, left, keys, QPoint(bars.width() // 2, middle))
    limits = dock.chooser.choice.limits["incidence"]
    scale = bars.shown.scale
    share = (limits.low - scale.low) / (scale.high - scale.low)
    assert share == pytest.approx(0.25, abs=0.03)
    QTest.mouseDClick(bars, left, keys, QPoint(20, middle))
    assert "incidence" not in dock.chooser.choice.limits


def test_a_hidden_dock_leaves_the_map_alone(dock, desk, layer):
    wait_until(lambda: not np.isnan(dock.chooser.columns.boxes).all())
    part(dock, "ardFinderPoint", QToolButton).click()
    dock.hide()
    settle()
    assert not isinstance(desk.mapCanvas().mapTool(), PointTool)
    place = next(layer.getFeatures()).geometry().centroid().asPoint()
    desk.mapCanvas().xyCoordinates.emit(place)
    settle(0.3)
    assert dock.list.pointed_row is None
    assert not highlighted(desk.mapCanvas())
    dock.show()
    settle()


def test_selecting_everything_is_selecting_one_range(dock, layer):
    layer.selectAll()
    assert len(dock.list.selected_rows()) == 200
    layer.selectByIds(shown(layer)[::2])
    found = dock.chooser.columns.fids[dock.list.selected_rows()]
    assert sorted(found.tolist()) == shown(layer)[::2]
    layer.removeSelection()
    assert dock.list.selected_rows() == []


def test_buttons_break_into_lines_of_one_height(qgis_app):  # noqa: ARG001
    row = QWidget()
    flow = FlowLayout(row)
    sizes = [(40, 20), (40, 26), (50, 22), (90, 20)]
    for width, height in sizes:
        button = QToolButton()
        button.setFixedWidth(width)
        button.setMinimumHeight(height)
        flow.addWidget(button)
    row.resize(100, 200)
    row.show()
    settle()
    first, second, third, fourth = (flow.itemAt(place).geometry() for place in range(4))
    assert first.height() == second.height() >= 26
    assert first.top() == second.top()
    assert first.bottom() < third.top() < third.bottom() < fourth.top()
    assert flow.heightForWidth(100) == fourth.bottom() + 1
