"""What an output may replace: an earlier result; nothing else that a user has."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from qgis import processing
from qgis.core import QgsProcessingException, QgsVectorLayer

from ard_qgis_plugin.bridge.footprints.destination import check_output, written_path
from ard_qgis_plugin.bridge.footprints.overwrite import check_raster
from ard_qgis_plugin.core.model.errors import OutputError
from tests.support.in_qgis.layer_files import DRIVERS, write

KEY_FIELDS = ("id", "incidence_angle", "label_status")
TUTORIAL = "3,5,4,6 [IAU_2015:30100]"


def refused(destination: object) -> str:
    with pytest.raises(OutputError) as caught:
        check_output(str(destination), KEY_FIELDS)
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("ending", DRIVERS)
def test_a_users_own_layer_stays_and_an_earlier_result_can_go(ending, tmp_path):
    mine = write(tmp_path / f"mine.{ending}")
    before = mine.read_bytes()
    assert "holds the layer mine, which would be lost; choose another file" in refused(mine)
    assert mine.read_bytes() == before
    check_output(str(write(tmp_path / f"ours.{ending}", KEY_FIELDS)), KEY_FIELDS)


def test_layers_of_a_geopackage_are_named_with_a_way_out(tmp_path):
    path = write(tmp_path / "work.gpkg", ("depth",), "craters", "notes")
    write(path, KEY_FIELDS, "footprints")
    said = refused(path)
    assert "holds the layers craters, notes" in said
    assert f"ogr:dbname='{path}' table=\"footprints\" (geom)" in said
    check_output(f"ogr:dbname='{path}' table=\"footprints\" (geom)", KEY_FIELDS)  # ours: again
    check_output(f"ogr:dbname='{path}' table=\"new\" (geom)", KEY_FIELDS)
    assert "a table craters" in refused(f"ogr:dbname='{path}' table=\"craters\" (geom)")
    assert "the layers craters, notes" in refused(f"ogr:{path}")


def test_one_of_several_results_in_a_file_is_not_the_file(tmp_path):
    path = write(tmp_path / "results.gpkg", KEY_FIELDS, "low", "high")
    assert "the layers low, high" in refused(path)


def test_a_project_or_an_image_in_a_geopackage_stays(tmp_path):
    path = write(tmp_path / "results.gpkg", KEY_FIELDS)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE qgis_projects (name TEXT, metadata BLOB, content BLOB)")
    assert "the layer qgis_projects" in refused(path)


def test_what_is_no_layer_stays(tmp_path):
    for name in ("letter.gpkg", "letter.geojson", "letter.shp", "letter.csv"):
        (tmp_path / name).write_text("Dear Moon,\n" if "csv" not in name else "a\n1\n")
        assert "would be lost" in refused(tmp_path / name)
    (tmp_path / "empty.gpkg").touch()
    check_output(str(tmp_path / "empty.gpkg"), KEY_FIELDS)


def test_a_table_that_a_shapefile_would_take_over_stays(tmp_path):
    write(tmp_path / "a.shp")
    (tmp_path / "a.dbf").rename(tmp_path / "craters.dbf")
    assert "craters.dbf is there already" in refused(tmp_path / "craters.shp")


def test_a_folder_stays(tmp_path):
    """It was moved out of sight, and the search ended in a traceback."""
    for name in ("results.gpkg", "results.tif"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "mine").touch()
    assert "a folder has that name" in refused(tmp_path / "results.gpkg")
    with pytest.raises(OutputError, match="a folder has that name"):
        check_raster(tmp_path / "results.tif", 4)
    assert len(list(tmp_path.rglob("mine"))) == 2


@pytest.mark.usefixtures("provider")
def test_a_format_that_can_t_hold_footprints_is_told_in_one_line(planet, tmp_path):
    values = {"API_URL": planet.stac, "EXTENT": TUTORIAL, "LABELS": False, "MAX_ITEMS": 3}
    with pytest.raises(QgsProcessingException, match="not supported in GPX") as caught:
        processing.run("ard:search", values | {"OUTPUT": str(tmp_path / "a.gpx")})
    assert "\n" not in str(caught.value)


def test_a_result_without_any_footprint_can_go(tmp_path):
    for ending in ("geojson", "kml", "gpkg", "csv"):
        path = write(tmp_path / f"none.{ending}", KEY_FIELDS, rows=0)
        check_output(str(path), KEY_FIELDS)


def test_a_large_geojson_is_known_by_its_beginning(tmp_path):
    path = tmp_path / "large.geojson"
    properties = ",".join(f'"{name}":1' for name in KEY_FIELDS)
    for text, refusal in ((properties, False), ('"depth":1', True)):
        path.write_text('{"features":[{"properties":{' + text + "}}" + " " * 10_000_001)
        if refusal:
            assert "another layer" in refused(path)
        else:
            check_output(str(path), KEY_FIELDS)


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("a.gpkg", "a.gpkg"),
        ("a", "a.gpkg"),
        ("a.v2", "a.v2.gpkg"),
        ("a.json", "a.json.geojson"),
        ("a.mif", "a.mif.tab"),
        ("TEMPORARY_OUTPUT", None),
        ("memory:", None),
        ("ogr:dbname='a.gpkg' table=\"b\" (geom)", None),
    ],
)
@pytest.mark.usefixtures("provider")
def test_the_file_is_the_one_that_qgis_writes(given, written, planet, tmp_path):
    place = str(tmp_path / given) if given.partition(".")[0] == "a" else given
    assert written_path(place) == (tmp_path / written if written else None)
    if written and given != "a.gpkg":
        values = {"API_URL": planet.stac, "EXTENT": TUTORIAL, "OUTPUT": place, "LABELS": False}
        assert processing.run("ard:search", values)["OUTPUT"] == str(tmp_path / written)


@pytest.mark.usefixtures("provider")
@pytest.mark.parametrize("ending", DRIVERS)
def test_a_search_replaces_its_own_result_and_nothing_else(ending, planet, tmp_path):
    own, mine = tmp_path / f"own.{ending}", write(tmp_path / f"mine.{ending}")
    values = {"API_URL": planet.stac, "EXTENT": TUTORIAL, "LABELS": False, "MAX_ITEMS": 3}
    for _ in range(2):
        processing.run("ard:search", values | {"OUTPUT": str(own)})
    before = {path: path.read_bytes() for path in tmp_path.glob("mine.*")}
    with pytest.raises(QgsProcessingException, match="would be lost; choose another file"):
        processing.run("ard:search", values | {"OUTPUT": str(mine)})
    assert {path: path.read_bytes() for path in tmp_path.glob("mine.*")} == before


@pytest.mark.usefixtures("provider")
def test_a_table_beside_the_others_leaves_them_as_they_are(planet, tmp_path):
    path = write(tmp_path / "work.gpkg", ("depth",), "craters", "notes")
    table = f"ogr:dbname='{path}' table=\"footprints\" (geom)"
    values = {"API_URL": planet.stac, "EXTENT": TUTORIAL, "OUTPUT": table}
    for _ in range(2):
        found = processing.run("ard:search", values)["FOUND"]
    counts = {
        name: QgsVectorLayer(f"{path}|layername={name}", name, "ogr").featureCount()
        for name in ("craters", "notes", "footprints")
    }
    assert counts == {"craters": 1, "notes": 1, "footprints": found}


@pytest.mark.usefixtures("provider")
def test_a_report_of_a_download_replaces_no_other_table(planet, tmp_path):
    footprints, mine = tmp_path / "footprints.gpkg", write(tmp_path / "mine.csv")
    values = {"API_URL": planet.stac, "EXTENT": TUTORIAL, "OUTPUT": str(footprints)}
    processing.run("ard:search", values)
    values = {"INPUT": str(footprints), "FOLDER": str(tmp_path / "images"), "REPORT": str(mine)}
    with pytest.raises(QgsProcessingException, match="would be lost"):
        processing.run("ard:download", values)
    assert not (tmp_path / "images").exists()
