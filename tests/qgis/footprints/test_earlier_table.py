"""A search into a table of a GeoPackage that fails or is cancelled leaves the earlier table."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from qgis import processing
from qgis.core import QgsProcessingException, QgsVectorLayer

from ard_qgis_plugin.bridge.footprints import writer
from ard_qgis_plugin.core.model.errors import OutputError
from tests.support.clock.stopwatch import Stopwatch
from tests.support.in_qgis.background import Background
from tests.support.in_qgis.layer_files import write
from tests.support.in_qgis.row_gate import RowGate
from tests.support.servers.large_catalogue import serve_large_catalogue

pytestmark = pytest.mark.usefixtures("provider")
TUTORIAL = "3,5,4,6 [IAU_2015:30100]"
WHOLE = "-180,180,-90,90 [IAU_2015:30100]"
TABLES = "SELECT table_name FROM gpkg_contents"
INDICES = "SELECT name FROM sqlite_master WHERE name LIKE 'rtree%geom'"


def table_in(path, name="footprints"):
    return f"ogr:dbname='{path}' table=\"{name}\" (geom)"


def names(path, question=TABLES):
    with closing(sqlite3.connect(path)) as file:
        return sorted(name for (name,) in file.execute(question))


def rows(path, name="footprints"):
    layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
    return sorted(str(each.attributes()) + each.geometry().asWkt() for each in layer.getFeatures())


@pytest.fixture
def path(planet, tmp_path):
    """Returns a GeoPackage with a user's own layer and the table of an earlier search."""
    path = write(tmp_path / "my work.gpkg", ("depth",), "craters")
    values = {"API_URL": planet.stac, "EXTENT": TUTORIAL, "OUTPUT": table_in(path)}
    assert processing.run("ard:search", values)["FOUND"] == len(rows(path))
    return path


@pytest.fixture
def breaks(monkeypatch, path):  # the earlier table was written first
    """Has the writing fail at its sixth row."""
    assert path.exists()
    feature_of, calls = writer.feature_of, []

    def failing(*arguments):
        calls.append(1)
        if len(calls) % 6 == 0:
            raise OutputError("The disk is gone.")
        return feature_of(*arguments)

    monkeypatch.setattr(writer, "feature_of", failing)


@pytest.mark.usefixtures("breaks")
@pytest.mark.parametrize("written", ["footprints", "Footprints"])
def test_a_run_that_fails_restores_the_earlier_table_with_its_index(path, planet, written):
    before, tables, indices = rows(path), names(path), names(path, INDICES)
    values = {"API_URL": planet.stac, "EXTENT": WHOLE, "OUTPUT": table_in(path, written)}
    with pytest.raises(QgsProcessingException, match="The disk is gone"):
        processing.run("ard:search", values)
    assert (rows(path), names(path), names(path, INDICES)) == (before, tables, indices)


@pytest.mark.usefixtures("breaks")
def test_a_new_table_that_was_not_filled_goes(path, planet, tmp_path):
    before, tables = rows(path), names(path)
    for output in (table_in(path, "another"), table_in(tmp_path / "new.gpkg")):
        values = {"API_URL": planet.stac, "EXTENT": WHOLE, "OUTPUT": output}
        with pytest.raises(QgsProcessingException, match="The disk is gone"):
            processing.run("ard:search", values)
    assert (rows(path), names(path)) == (before, tables)
    assert list(tmp_path.glob("new.gpkg*")) == []


def test_a_run_that_is_cancelled_restores_the_earlier_table(path, monkeypatch):
    before, tables, mine = rows(path), names(path), rows(path, "craters")
    gate = RowGate()
    monkeypatch.setattr(writer, "feature_of", gate)
    with serve_large_catalogue() as root:
        values = {
            "API_URL": f"{root}/3000",
            "COLLECTIONS": "a",
            "EXTENT": WHOLE,
            "LABELS": False,
            "MAX_ITEMS": 0,
            "OUTPUT": table_in(path),
        }
        search = Background("ard:search", values)
        search.wait_until(gate.began.is_set)
        watch = Stopwatch()
        search.feedback.cancel()
        gate.open()
        assert search.results() == {}
        assert watch.seconds() < 1
    assert (rows(path), names(path), rows(path, "craters")) == (before, tables, mine)


def test_a_run_that_succeeds_leaves_no_earlier_table_and_the_user_s_styles(path, planet):
    layer = QgsVectorLayer(f"{path}|layername=footprints", "footprints", "ogr")
    layer.saveStyleToDatabase("Mine", "", False, "")
    tables = names(path)
    values = {"API_URL": planet.stac, "EXTENT": WHOLE, "OUTPUT": table_in(path)}
    found = processing.run("ard:search", values)["FOUND"]
    assert (len(rows(path)), names(path)) == (found, tables)
    with closing(sqlite3.connect(path)) as file:
        styles = file.execute("SELECT f_table_name, styleName, useAsDefault FROM layer_styles")
        kept = {(table, name): bool(default) for table, name, default in styles}
    assert {table for table, _ in kept} == {"footprints"}
    assert kept["footprints", "Mine"] is False
    assert list(kept.values()).count(True) == 1
    fresh = QgsVectorLayer(f"{path}|layername=footprints", "footprints", "ogr")
    assert fresh.renderer().type() == "graduatedSymbol"


def test_a_style_that_the_user_saved_stays_when_its_file_is_written_anew(planet, tmp_path):
    path = tmp_path / "footprints.gpkg"
    values = {"API_URL": planet.stac, "EXTENT": TUTORIAL, "OUTPUT": str(path), "MAX_ITEMS": 5}
    processing.run("ard:search", values)
    layer = QgsVectorLayer(str(path), "mine", "ogr")
    layer.setOpacity(0.25)
    layer.saveStyleToDatabase("Mine", "", False, "")
    for _ in range(2):
        processing.run("ard:search", values)
    fresh = QgsVectorLayer(str(path), "fresh", "ogr")
    count, ids, styles, *_ = fresh.listStylesInDatabase()
    assert (count, "Mine" in styles) == (2, True)
    assert fresh.opacity() == 1
    style, _ = fresh.getStyleFromDatabase(ids[styles.index("Mine")])
    assert 'layerOpacity="0.25"' in style or "0.25</layerOpacity>" in style
