"""Searches from the dock, over the sample planet's servers: one layer a place, no dialog."""

from __future__ import annotations

import sys

import numpy as np
import pytest
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsSettings,
    QgsVectorLayer,
)
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QCheckBox, QLabel, QPushButton, QSpinBox, QToolButton, QWidget

from ard_qgis_plugin.algorithms.search.search import SearchAlgorithm
from ard_qgis_plugin.bridge.desktop.finder import algorithm_run
from ard_qgis_plugin.bridge.desktop.finder.algorithm_run import AlgorithmRun
from ard_qgis_plugin.bridge.desktop.finder.dock import FinderDock
from ard_qgis_plugin.bridge.desktop.finder.search.result import is_result
from ard_qgis_plugin.bridge.desktop.finder.search.search_history import load_last, load_recent
from ard_qgis_plugin.core.choice.limits import Limits
from ard_qgis_plugin.settings import GROUP
from tests.support.in_qgis.desk import settle, wait_until
from tests.support.servers.faults import FaultServer, hang

MOON = "IAU_2015:30100"
BOX, BESIDE = QgsRectangle(3, 4, 5, 6), QgsRectangle(3.5, 4, 5.5, 6)


@pytest.fixture
def api(planet, provider):  # noqa: ARG001
    QgsSettings().setValue(f"{GROUP}/api_url", planet.stac)
    yield planet.stac
    QgsSettings().remove(f"{GROUP}/api_url")


@pytest.fixture
def begun(monkeypatch):
    """Returns the runs that have begun."""
    runs, start = [], AlgorithmRun.start
    monkeypatch.setattr(AlgorithmRun, "start", lambda run: (start(run), runs.append(run)))
    return runs


@pytest.fixture
def canvas(desk):
    moon = QgsCoordinateReferenceSystem(MOON)
    QgsProject.instance().setCrs(moon)
    desk.mapCanvas().setDestinationCrs(moon)
    look_at(desk.mapCanvas(), BOX)
    return desk.mapCanvas()


def look_at(canvas, box):
    canvas.setReferencedExtent(QgsReferencedRectangle(box, QgsCoordinateReferenceSystem(MOON)))


def part(dock, name, kind=QWidget):
    return dock.findChild(kind, name)


def count(dock):
    return part(dock, "ardFinderCount", QLabel).text()


def notice(dock):
    return part(dock, "ardFinderNotice", QLabel).text()


def search(dock):
    part(dock, "ardFinderSearch", QPushButton).click()
    wait_until(lambda: not dock.search.is_running, "for the search")
    settle()


def layers():
    every = QgsProject.instance().mapLayers().values()
    return [layer for layer in every if isinstance(layer, QgsVectorLayer)]


def test_what_the_map_shows_is_found_and_listed(api, canvas, dock):  # noqa: ARG001
    search(dock)
    (layer,) = layers()
    assert layer.renderer().type() == "graduatedSymbol"
    assert layer.crs().authid() == MOON
    wait_until(lambda: count(dock) == f"{layer.featureCount()} of {layer.featureCount()}")
    assert layer.featureCount() > 20
    assert notice(dock) == ""


def test_the_same_place_again_goes_into_the_same_place_of_the_tree(api, canvas, dock):  # noqa: ARG001
    settle()  # the dock takes its room from the map
    search(dock)
    (first,) = layers()
    first.setName("mine")
    dock.chooser.limit("incidence", Limits(30.0, 60.0))
    dock.chooser.tick(0, on=False)
    wait_until(first.subsetString)
    off = set(dock.chooser.choice.left_out)
    search(dock)
    (second,) = layers()
    assert second.name() == "mine"
    wait_until(lambda: dock.chooser.layer is second and len(dock.chooser.columns) > 0)
    assert dock.chooser.choice.limits == {"incidence": Limits(30.0, 60.0)}
    assert dock.chooser.choice.left_out == off
    look_at(canvas, BESIDE)
    search(dock)
    assert len(layers()) == 2


def test_a_selection_of_polygons_is_searched(api, canvas, dock):  # noqa: ARG001
    area = QgsVectorLayer(f"Polygon?crs={MOON}", "area", "memory")
    for west in (3.0, 150.0):
        feature = QgsFeature()
        shape = QgsGeometry.fromRect(QgsRectangle(west, 4, west + 1, 5))
        feature.setGeometry(shape)
        area.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(area)
    part(dock, "ardFinderPlace", QgsMapLayerComboBox).setLayer(area)
    part(dock, "ardFinderSelected", QCheckBox).setChecked(True)
    area.selectByIds([1])
    search(dock)
    found = [layer for layer in layers() if layer is not area]
    assert len(found) == 1
    west = QgsGeometry.fromRect(QgsRectangle(2.99, 3.99, 4.01, 5.01))
    assert all(each.geometry().intersects(west) for each in found[0].getFeatures())
    area.selectByIds([1, 2])
    search(dock)
    assert len([layer for layer in layers() if layer is not area]) == 2, "that is another area"
    search(dock)
    assert len([layer for layer in layers() if layer is not area]) == 2
    assert part(dock, "ardFinderMoving").isEnabled() is False


def test_a_map_without_anything_searches_the_whole_body(api, desk, dock):  # noqa: ARG001
    assert desk.mapCanvas().extent().isEmpty()
    search(dock)
    (layer,) = layers()
    assert layer.featureCount() == 60
    assert is_result(layer)
    assert "IAU_2015:30100" in layer.customProperty("planetary_ard/place")


def test_it_remembers_what_was_searched_and_with_which_limits(api, canvas, dock):  # noqa: ARG001
    part(dock, "ardFinderMost", QSpinBox).setValue(7)
    search(dock)
    assert load_last().most == 7
    assert [each.extent for each in load_recent()] == [load_last().extent]
    menu = part(dock, "ardFinderRecent", QToolButton).menu()
    menu.aboutToShow.emit()
    assert len(menu.actions()) == 1
    (layer,) = layers()
    assert menu.actions()[0].text() == layer.name()
    assert menu.actions()[0].toolTip() == load_last().extent
    look_at(canvas, BESIDE)
    menu.actions()[0].trigger()
    wait_until(lambda: not dock.search.is_running)
    assert len(load_recent()) == 1
    assert len(layers()) == 1


def test_it_searches_as_the_map_moves_into_one_layer(api, canvas, dock):  # noqa: ARG001
    moving = part(dock, "ardFinderMoving", QCheckBox)
    moving.setChecked(True)
    wait_until(lambda: len(layers()) == 1 and not dock.search.is_running)
    first = layers()[0].id()
    look_at(canvas, BESIDE)
    look_at(canvas, QgsRectangle(3, 3.5, 5, 5.5))
    wait_until(lambda: [each.id() for each in layers()] not in ([first], []))
    assert len(layers()) == 1
    moving.setChecked(False)
    look_at(canvas, BOX)
    settle(1.2)
    assert not dock.search.is_running


def test_a_search_can_be_cancelled_and_what_was_there_stays(api, canvas, dock):  # noqa: ARG001
    search(dock)
    before = [each.id() for each in layers()]
    with FaultServer() as server:
        server.script("/", hang)
        QgsSettings().setValue(f"{GROUP}/api_url", server.url(""))
        part(dock, "ardFinderSearch").click()
        wait_until(lambda: server.requests, "for its request")
        assert dock.search.is_running
        assert not part(dock, "ardFinderCancel").isHidden()
        part(dock, "ardFinderCancel").click()
        assert not dock.search.is_running
        assert "cancelled" in notice(dock)
        wait_until(lambda: not QgsApplication.taskManager().count(), "for its end")
        settle()
    assert [each.id() for each in layers()] == before


def test_a_server_that_is_down_is_a_line_in_the_dock(canvas, dock, provider):  # noqa: ARG001
    QgsSettings().setValue(f"{GROUP}/api_url", "http://127.0.0.1:9")
    search(dock)
    QgsSettings().remove(f"{GROUP}/api_url")
    assert "127.0.0.1:9" in notice(dock)
    assert layers() == []


def test_without_processing_it_says_so(canvas, dock, monkeypatch):  # noqa: ARG001
    class Nothing:
        def createAlgorithmById(self, _id):  # noqa: N802
            return None

    monkeypatch.setattr(algorithm_run.QgsApplication, "processingRegistry", Nothing, raising=False)
    search(dock)
    assert "Processing" in notice(dock)


def test_an_error_that_nobody_foresaw_is_said_in_its_own_words(api, canvas, dock, monkeypatch):  # noqa: ARG001
    def fail(*_):
        raise RuntimeError("the sky is falling")

    monkeypatch.setattr(SearchAlgorithm, "execute", fail)
    search(dock)
    assert notice(dock) == "RuntimeError: the sky is falling"
    assert "Traceback" in part(dock, "ardFinderNotice").toolTip()


def test_one_goes_to_an_image_whose_box_is_not_read_yet(api, canvas, dock):  # noqa: ARG001
    search(dock)
    wait_until(lambda: len(dock.list.images.rows) > 0)
    row = int(dock.list.images.rows[0])
    dock.chooser.columns.boxes[:] = np.nan
    before = canvas.extent().width()
    dock.list.opened.emit(row)
    footprint = dock.chooser.layer.getFeature(int(dock.chooser.columns.fids[row])).geometry()
    assert canvas.extent().width() < before
    assert canvas.extent().contains(footprint.boundingBox())


def test_thumbnails_come_back_when_the_layer_is_read_anew(api, canvas, dock):  # noqa: ARG001
    search(dock)
    wait_until(lambda: len(dock.list.images.rows) > 0)
    row = int(dock.list.images.rows[0])
    pictures = dock._pictures
    wait_until(lambda: pictures.tile(row) is not None, "for the thumbnail")
    before = dock.chooser.columns
    dock.chooser.layer.dataChanged.emit()
    wait_until(lambda: dock.chooser.columns is not before, "for the layer")
    wait_until(lambda: pictures.tile(row) is not None, "for the thumbnail")


def test_images_come_onto_the_map_from_the_dock(api, canvas, dock, tree_view):  # noqa: ARG001
    search(dock)
    wait_until(lambda: len(dock.list.images.rows) > 0)
    row = int(dock.list.images.rows[0])
    name = dock.chooser.columns.ids[row]
    dock.list.opened.emit(row)
    wait_until(lambda: "Images added: 1" in notice(dock), "for the image")
    assert [each.name() for each in rasters()] == [name]
    assert canvas.extent().width() < 2


def test_images_on_the_map_are_not_covered_by_the_selection(api, canvas, dock, tree_view):  # noqa: ARG001
    search(dock)
    wait_until(lambda: len(dock.list.images.rows) > 3)
    dock.list.selectRow(0)
    layer = dock.chooser.layer
    layer.selectByIds([int(dock.chooser.columns.fids[row]) for row in dock.list.images.rows[:2]])
    part(dock, "ardFinderAdd").click()
    wait_until(lambda: "Images added: 2" in notice(dock), "for the images")
    assert layer.selectedFeatureCount() == 0
    assert dock.list.selected_rows() == []
    layer.selectByIds([int(dock.chooser.columns.fids[row]) for row in dock.list.images.rows[:2]])
    part(dock, "ardFinderAdd").click()
    wait_until(lambda: "on the map already" in notice(dock), "for the line")
    assert notice(dock) == "2 of the images are on the map already."
    assert len(rasters()) == 2


@pytest.mark.usefixtures("api", "canvas")
@pytest.mark.parametrize("moment", ["while footprints are read", "while images are opened"])
def test_a_dock_may_go_while_images_are_added(desk, monkeypatch, begun, moment):
    raised = []
    monkeypatch.setattr(sys, "excepthook", lambda *what: raised.append(what))
    dock = FinderDock(desk, lambda *_: None)
    desk.mainWindow().addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    search(dock)
    wait_until(lambda: len(dock.list.images.rows) > 0)
    begun.clear()
    dock.list.opened.emit(int(dock.list.images.rows[0]))
    if moment == "while images are opened":
        wait_until(lambda: begun, "for the run")
    dock.end()
    dock.deleteLater()
    QgsApplication.sendPostedEvents(dock, QEvent.Type.DeferredDelete)
    assert sip.isdeleted(dock)
    wait_until(lambda: not QgsApplication.taskManager().count(), "for the tasks")
    settle()
    assert raised == []
    assert rasters() == []


def test_flicking_goes_on_in_one_layer(api, canvas, dock):  # noqa: ARG001
    search(dock)
    wait_until(lambda: len(dock.list.images.rows) > 3)
    dock.list.go_to(int(dock.list.images.rows[0]))
    names = []
    for _ in range(3):
        QTest.keyClick(dock.list, Qt.Key.Key_Right)
        wanted = dock.chooser.columns.ids[dock.list.current_row()]
        wait_until(lambda it=wanted: [each.name() for each in rasters()] == [it], "for it")
        assert all(each.isValid() for each in rasters())
        names.append(wanted)
    assert len(set(names)) == 3


def test_flicking_leaves_no_red_bar(api, canvas, desk, dock):  # noqa: ARG001
    """QGIS tells that nothing leads from an image's CRS to the Earth."""
    search(dock)
    wait_until(lambda: len(dock.list.images.rows) > 0)
    dock.list.stepped.emit(int(dock.list.images.rows[0]))
    wait_until(rasters, "for the image")
    text = "No transform available between IAU_2015:30115 and EPSG:4326"
    desk.messageBar().pushMessage("", text, Qgis.MessageLevel.Critical, 0)
    settle()
    assert desk.messageBar().items() == []


def rasters():
    return [each for each in QgsProject.instance().mapLayers().values() if each not in layers()]


def test_a_search_that_qgis_can_not_prepare_ends_and_says_so(api, canvas, dock, monkeypatch):  # noqa: ARG001
    monkeypatch.setattr(SearchAlgorithm, "prepareAlgorithm", lambda *_: False)
    search(dock)
    assert notice(dock) == "It failed; QGIS's log says why."
    assert not part(dock, "ardFinderCancel").isVisible()


def over():
    """Waits until nothing is under way any more."""
    wait_until(lambda: not QgsApplication.taskManager().count(), "for the tasks")
    settle()


def test_a_search_is_not_for_the_next_project(api, canvas, dock):  # noqa: ARG001
    part(dock, "ardFinderSearch").click()
    assert dock.search.is_running
    QgsProject.instance().clear()
    assert not dock.search.is_running
    over()
    assert layers() == []


@pytest.mark.parametrize(
    ("signal", "is_begun"), [("opened", False), ("opened", True), ("stepped", False)]
)
@pytest.mark.usefixtures("api", "canvas", "tree_view")
def test_images_are_not_for_the_next_project(dock, begun, signal, is_begun):
    search(dock)
    wait_until(lambda: len(dock.list.images.rows) > 0)
    over()
    begun.clear()
    getattr(dock.list, signal).emit(int(dock.list.images.rows[0]))
    wait_until(lambda: begun or not is_begun, "for the run")
    QgsProject.instance().clear()
    over()
    assert rasters() == []
