"""The finder over an index: a layer that is a view of several tables."""

from __future__ import annotations

import numpy as np
import pytest
from qgis import processing
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QLabel, QWidget

from ard_qgis_plugin.bridge.desktop.finder.layer import sqlite_columns
from ard_qgis_plugin.bridge.desktop.finder.layer.features_task import FeaturesTask
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


@pytest.fixture
def statements(monkeypatch):
    """Returns what the dock asks of the file by SQL, but for the names of its tables."""
    asked, opened = [], sqlite_columns._opened

    def note(statement):
        if "_node" not in statement:  # of SQLite's own, inside the index of places
            asked.append(statement)

    def traced(path):
        database = opened(path)
        database.set_trace_callback(note)
        return database

    monkeypatch.setattr(sqlite_columns, "_opened", traced)
    monkeypatch.setattr(sqlite_columns, "_tables", lambda _path: {"footprints": "geom"})
    return asked


@pytest.fixture
def features(monkeypatch):
    """Returns how many features each reading asked the layer for."""
    asked, make = [], FeaturesTask.__init__

    def noted(self, layer, fids, *rest, **others):
        asked.append(len(fids))
        make(self, layer, fids, *rest, **others)

    monkeypatch.setattr(FeaturesTask, "__init__", noted)
    return asked


def test_an_index_is_gone_through_once_and_not_again_while_a_range_is_dragged(
    dock, index, statements, features
):
    every = index.featureCount()
    QgsProject.instance().addMapLayer(index)
    wait_until(lambda: np.isfinite(dock.chooser.columns.boxes).any(), "for the boxes")
    wait_until(lambda: features, "for what is in sight")
    settle()
    of_columns, of_boxes = statements
    assert of_columns.endswith('FROM "footprints" ORDER BY "OGC_FID"')
    assert "geom" not in of_columns
    assert "url" not in of_columns
    assert of_boxes.endswith('FROM "rtree_footprints_geom"')
    in_sight = dock.list.height() // dock.list.verticalHeader().defaultSectionSize() + 2
    assert in_sight < every
    assert max(features) <= in_sight
    bars = dock.findChild(QWidget, "ardFinderHistogram")
    for step in range(1, 9):
        bars.dragged.emit(20.0, 20.0 + 5 * step)
        settle(0.02)
    bars.released.emit()
    few = int(dock.chooser.choice.shown().sum())
    wait_until(lambda: index.featureCount() == few, "for the filter")
    settle()
    assert 0 < few < every
    assert statements == [of_columns, of_boxes]
    assert max(features) <= in_sight


@pytest.mark.parametrize("moments", [0.0, 0.02, 0.1])
def test_a_layer_may_go_while_it_is_read(dock, moments):
    many = footprints(5_000)
    QgsProject.instance().addMapLayer(many)
    settle(moments)
    QgsProject.instance().removeMapLayer(many.id())
    settle(0.5)
    assert dock.chooser.layer is None
    assert len(dock.chooser.columns) == 0
