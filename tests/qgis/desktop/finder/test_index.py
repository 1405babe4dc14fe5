"""The finder over an index: a layer that is a view of several tables."""

from __future__ import annotations

import pytest
from qgis import processing
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QLabel

from ard_qgis_plugin.bridge.desktop.finder.layer.sqlite_columns import table_of
from ard_qgis_plugin.core.choice.limits import Limits
from tests.support.in_qgis.desk import settle, wait_until
from tests.support.in_qgis.footprint_layers import footprints


@pytest.fixture
def index(provider, planet, tmp_path):  # noqa: ARG001
    path = tmp_path / "moon.gpkg"
    processing.run("ard:index", {"API_URL": planet.stac, "INDEX": str(path)})
    layer = QgsVectorLayer(f"{path}|layername=footprints", "index", "ogr")
    assert layer.isValid()
    return layer


def count(dock):
    return dock.findChild(QLabel, "ardFinderCount").text()


def test_an_index_is_read_from_its_table_and_filtered_by_sql(dock, index):
    assert table_of(index, "") is not None
    every = index.featureCount()
    QgsProject.instance().addMapLayer(index)
    wait_until(lambda: count(dock) == f"{every} of {every}", "for the index")
    dock.chooser.limit("incidence", Limits(40.0, 70.0))
    dock.chooser.settle()
    few = int(dock.chooser.choice.shown().sum())
    assert 0 < few < every
    assert index.featureCount() == few
    row = dock.list.images.rows[0]
    feature = index.getFeature(int(dock.chooser.columns.fids[row]))
    assert feature["id"] == dock.chooser.columns.ids[row]
    assert 40 <= feature["incidence_angle"] <= 70


@pytest.mark.parametrize("moments", [0.0, 0.02, 0.1])
def test_a_layer_may_go_while_it_is_read(dock, moments):
    many = footprints(5_000)
    QgsProject.instance().addMapLayer(many)
    settle(moments)
    QgsProject.instance().removeMapLayer(many.id())
    settle(0.5)
    assert dock.chooser.layer is None
    assert len(dock.chooser.columns) == 0
