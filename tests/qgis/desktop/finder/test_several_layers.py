"""The finder between layers: what is a layer's own, what goes over to the next, what is kept."""

from __future__ import annotations

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsVectorLayer
from qgis.gui import QgsVertexMarker
from qgis.PyQt.QtWidgets import QAction, QComboBox, QLabel, QSpinBox, QToolButton, QWidget
from qgis.PyQt.QtXml import QDomDocument

from ard_qgis_plugin.bridge.desktop.finder.dock import FinderDock
from ard_qgis_plugin.bridge.desktop.finder.layer.stored_choice import stored_left_out
from ard_qgis_plugin.bridge.desktop.finder.limits import range_control
from ard_qgis_plugin.bridge.desktop.finder.search.result import put_result
from ard_qgis_plugin.bridge.desktop.finder.search.search_history import (
    Wanted,
    load_recent,
    remember,
    remember_limits,
)
from ard_qgis_plugin.core.choice.limits import Limits
from tests.support.in_qgis.desk import settle, wait_until
from tests.support.in_qgis.footprint_layers import footprints, in_file

PLACE = "3,5,4,6 [IAU_2015:30100]"


def part(dock, name, kind=QWidget):
    return dock.findChild(kind, name)


def count(dock):
    return part(dock, "ardFinderCount", QLabel).text()


def result(dock, size, place=PLACE):
    """Returns a layer that came of a search from the dock, read."""
    layer = footprints(size)
    put_result(layer, place)
    wait_until(lambda: dock.chooser.layer is layer and len(dock.chooser.columns) == size)
    return layer


def filters():
    return [each.subsetString() for each in QgsProject.instance().mapLayers().values()]


def test_a_layer_that_was_left_without_limits_has_none_when_one_comes_back(dock, desk):
    first = result(dock, 200)
    dock.chooser.settle()
    second = result(dock, 50, "elsewhere")
    dock.chooser.limit("incidence", Limits(30.0, 40.0))
    dock.chooser.settle()
    desk.setActiveLayer(first)
    wait_until(lambda: count(dock) == "200 of 200")
    assert first.subsetString() == ""
    desk.setActiveLayer(second)
    wait_until(lambda: dock.chooser.choice.limits == {"incidence": Limits(30.0, 40.0)})


def test_limits_of_another_day_leave_a_saved_project_as_it_is(dock, tmp_path):
    layer = in_file(footprints(), tmp_path / "mine.gpkg")
    put_result(layer, PLACE)
    wait_until(lambda: count(dock) == "200 of 200")
    project = QgsProject.instance()
    assert project.write(str(tmp_path / "x.qgz"))
    project.clear()
    remember_limits({"incidence": Limits(30.0, 40.0)})
    assert project.read(str(tmp_path / "x.qgz"))
    wait_until(lambda: count(dock) == "200 of 200")
    assert filters() == [""]


def test_limits_that_are_set_go_over_to_the_next_search(dock):
    result(dock, 200)
    dock.chooser.limit("incidence", Limits(30.0, 40.0))
    second = result(dock, 50, "elsewhere")
    assert dock.chooser.choice.limits == {"incidence": Limits(30.0, 40.0)}
    assert "incidence_angle" in second.subsetString()


@pytest.fixture
def typing(monkeypatch):
    """Has whoever types go on, so that it is not taken for the end."""
    monkeypatch.setattr(range_control, "_SETTLE", 3_600_000)


@pytest.mark.usefixtures("typing")  # before the dock is made
def test_what_is_typed_a_moment_before_another_layer_is_kept(dock, desk):
    first = result(dock, 200)
    part(dock, "ardFinderLow").setValue(30)
    wait_until(lambda: first.renderer().classAttribute().startswith("CASE"))
    other = footprints(20)
    QgsProject.instance().addMapLayer(other)
    assert "incidence_angle" in first.subsetString()
    assert not first.renderer().classAttribute().startswith("CASE")
    desk.setActiveLayer(first)
    wait_until(lambda: dock.chooser.choice.limits["incidence"].low == 30)


def test_the_users_filter_goes_over_to_the_same_place_searched_again(dock):
    layer = result(dock, 200)
    layer.setSubsetString('"emission_angle" < 45')
    dock.chooser.limit("incidence", Limits(30.0, 60.0))
    dock.chooser.settle()
    again = footprints(200)
    put_result(again, PLACE)
    wait_until(lambda: dock.chooser.layer is again and "incidence" in again.subsetString())
    assert '"emission_angle" < 45' in again.subsetString()
    dock.chooser.reset()
    assert again.subsetString() == '"emission_angle" < 45'
    assert len(filters()) == 1


@pytest.mark.parametrize("kind", ["edited", "permanent"])
def test_what_the_user_works_on_is_not_replaced(dock, tmp_path, kind):
    if kind == "permanent":
        mine = in_file(footprints(), tmp_path / "mine.gpkg")
        put_result(mine, PLACE)
    else:
        mine = result(dock, 200)
        mine.startEditing()
        mine.deleteFeature(next(mine.getFeatures()).id())
    again = result(dock, 50)
    assert QgsProject.instance().mapLayer(mine.id()) is mine
    third = result(dock, 40)
    left = {each.id() for each in QgsProject.instance().mapLayers().values()}
    assert left == {mine.id(), third.id()}
    assert again is not third
    if kind == "edited":
        mine.rollBack()


def copied(layer):
    """Returns what *Duplicate layer* makes."""
    return layer.clone()


def pasted(layer):
    """Returns another layer onto which a style was pasted, with all that QGIS pastes."""
    style = QDomDocument()
    layer.exportNamedStyle(style)
    other = footprints(10)
    other.setName(layer.name())
    other = other.clone()
    other.importNamedStyle(style)
    return other


@pytest.mark.parametrize("make", [copied, pasted])
@pytest.mark.parametrize("name", ["A", "Z"])
def test_what_has_the_properties_of_a_searchs_layer_alone_is_not_replaced(dock, make, name):
    layer = result(dock, 200)
    layer.setName(name)  # by which the copy's id begins, and ids are the order of layers
    other = make(layer)
    assert (other.id() < layer.id()) == (name == "A")
    QgsProject.instance().addMapLayer(other)
    again = result(dock, 50)
    left = {each.id() for each in QgsProject.instance().mapLayers().values()}
    assert left == {other.id(), again.id()}


def test_a_filter_that_the_user_clears_takes_limits_and_ticks_with_it(dock):
    layer = result(dock, 200)
    dock.chooser.limit("incidence", Limits(30.0, 60.0))
    dock.chooser.tick(int(dock.chooser.listed()[0]), on=False)
    assert "NOT IN" in layer.subsetString()
    layer.setSubsetString("")
    wait_until(lambda: count(dock) == "200 of 200", "for the user's word")
    settle()
    assert layer.subsetString() == ""
    assert stored_left_out(layer) == frozenset()
    assert "filter was changed" in part(dock, "ardFinderNotice", QLabel).text()


def test_a_filter_that_the_user_clears_at_a_place_lists_all_again(dock, desk):
    layer = result(dock, 200)
    part(dock, "ardFinderPoint", QToolButton).click()
    place = next(layer.getFeatures()).geometry().centroid().asPoint()
    desk.mapCanvas().mapTool().picked.emit(place)
    wait_until(lambda: dock.chooser.choice.among is not None, "for the looks")
    layer.setSubsetString("")
    wait_until(lambda: count(dock) == "200 of 200", "for the user's word")
    settle()
    assert layer.subsetString() == ""
    assert marks(desk.mapCanvas()) == 0


def test_what_was_said_of_one_layer_is_not_said_of_the_next(dock):
    result(dock, 20)
    part(dock, "ardFinderNotice", QLabel).say("of the first")
    result(dock, 30, "elsewhere")
    assert not part(dock, "ardFinderNotice").isVisible()


def test_a_layer_that_was_moved_elsewhere_leaves_no_group_behind(dock):
    layer = result(dock, 20)
    root = QgsProject.instance().layerTreeRoot()
    node = root.findLayer(layer.id())
    root.insertChildNode(0, node.clone())
    root.removeChildNode(node.parent())
    result(dock, 30)
    assert root.findGroups() == []
    assert len(root.findLayers()) == 1


def recent(dock):
    menu = part(dock, "ardFinderRecent", QToolButton).menu()
    menu.aboutToShow.emit()
    return menu.actions()


def test_a_recent_search_of_a_layer_that_is_gone_can_not_be_repeated(dock):
    remember(Wanted(layer="gone"))
    remember(Wanted())
    remember(Wanted(layer="another", name="Moon, my craters"))
    named, everywhere, gone = recent(dock)
    assert named.text() == "Moon, my craters · a layer that is gone"
    assert not named.isEnabled()
    assert "everywhere" in everywhere.text()
    assert everywhere.isEnabled()
    assert "gone" in gone.text()
    assert not gone.isEnabled()
    assert len(load_recent()) == 3


def test_the_map_is_the_place_where_no_layer_is(desk, dock):  # noqa: ARG001
    """In a project that has polygons too, and after a search of a layer that came to its end."""
    area = QgsVectorLayer("Polygon?crs=IAU_2015:30100", "area", "memory")
    QgsProject.instance().addMapLayers([area, footprints(20)])
    again = FinderDock(desk, lambda *_: None)
    place = part(again, "ardFinderPlace", QComboBox)
    assert place.currentText() == "What the map shows"
    place.setLayer(area)
    remember(Wanted())
    again.search.start = lambda *_: None
    recent(again)[0].trigger()
    assert place.currentText() == "What the map shows"
    place.setLayer(area)
    QgsProject.instance().removeMapLayer(area.id())
    settle()
    assert place.currentText() == "What the map shows"
    again.end()


def test_a_filter_that_the_provider_refuses_is_not_taken_for_set(dock, monkeypatch):
    layer = result(dock, 200)
    dock.chooser.limit("incidence", Limits(30.0, 60.0))
    dock.chooser.settle()
    before = layer.subsetString()
    monkeypatch.setattr(layer, "setSubsetString", lambda _: False)
    dock.chooser.limit("incidence", Limits(40.0, 50.0))
    dock.chooser.settle()
    assert layer.customProperty("planetary_ard/filter") == before
    assert "50.0" in layer.renderer().classAttribute()


def test_a_layer_whose_file_is_gone_is_a_line_in_the_dock(dock, tmp_path):
    path = tmp_path / "mine.gpkg"
    layer = in_file(footprints(30), path)
    QgsProject.instance().addMapLayer(layer)
    wait_until(lambda: count(dock) == "30 of 30")
    empty = part(dock, "ardFinderEmpty", QLabel)
    assert not empty.isVisible()
    path.rename(tmp_path / "elsewhere")
    layer.dataChanged.emit()
    wait_until(empty.isVisible, "for the line")
    assert count(dock) == "0 of 0"
    (tmp_path / "elsewhere").rename(path)
    layer.dataChanged.emit()
    wait_until(lambda: count(dock) == "30 of 30", "for the file")
    assert not empty.isVisible()


def test_a_temporary_layer_that_was_not_saved_says_so(dock, tmp_path):
    result(dock, 30)
    project = QgsProject.instance()
    assert project.write(str(tmp_path / "x.qgz"))
    project.clear()
    assert project.read(str(tmp_path / "x.qgz"))
    empty = part(dock, "ardFinderEmpty", QLabel)
    wait_until(empty.isVisible, "for the line")
    assert "temporary layer" in empty.text()
    again = result(dock, 30)
    assert not empty.isVisible()
    assert list(project.mapLayers()) == [again.id()]


def test_a_place_is_marked_as_long_as_the_list_is_narrowed_to_it(dock, desk):
    layer = result(dock, 200)
    place = next(layer.getFeatures()).geometry().centroid().asPoint()
    part(dock, "ardFinderPoint", QToolButton).click()
    desk.mapCanvas().mapTool().picked.emit(place)
    wait_until(lambda: dock.chooser.choice.among is not None, "for the looks")
    assert marks(desk.mapCanvas()) == 1
    layer.startEditing()
    layer.deleteFeature(next(layer.getFeatures()).id())
    wait_until(lambda: dock.chooser.choice.among is None, "for the edit")
    assert marks(desk.mapCanvas()) == 0
    layer.rollBack()


def marks(canvas):
    return sum(isinstance(each, QgsVertexMarker) for each in canvas.scene().items())


def test_an_image_whose_light_is_not_known_is_like_no_other(dock):
    QgsProject.instance().addMapLayer(footprints(20, nulls=1.0))
    wait_until(lambda: count(dock) == "20 of 20")
    dock.list.go_to(0)
    for name in ("ardFinderLike", "ardFinderElsewhere"):
        part(dock, "ardFinderNotice", QLabel).say("")
        part(dock, name, QAction).trigger()
        assert "is not known" in part(dock, "ardFinderNotice", QLabel).text()
        assert count(dock) == "20 of 20"


def test_a_layer_in_metres_gives_no_wrong_looks(dock, desk):
    layer = footprints(20)
    layer.setCrs(QgsCoordinateReferenceSystem("IAU_2015:30130"))
    QgsProject.instance().addMapLayer(layer)
    wait_until(lambda: count(dock) == "20 of 20")
    part(dock, "ardFinderPoint", QToolButton).click()
    desk.mapCanvas().mapTool().picked.emit(
        next(layer.getFeatures()).geometry().centroid().asPoint()
    )
    wait_until(lambda: "map's CRS" in part(dock, "ardFinderNotice", QLabel).text())
    assert dock.chooser.choice.among is None
    assert count(dock) == "20 of 20"


def test_the_search_as_the_map_moves_reads_as_many_as_are_set(dock, monkeypatch):
    told = []
    monkeypatch.setattr(dock.search, "follow_map", lambda on, wanted: told.append((on, wanted)))
    part(dock, "ardFinderMoving").setChecked(True)
    part(dock, "ardFinderMost", QSpinBox).setValue(7)
    assert told[-1][0] is True
    assert told[-1][1].most == 7
