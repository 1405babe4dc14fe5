"""The body's CRS stays what it is, in files that are opened later."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis import processing
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from ard_qgis_plugin.bridge.footprints.crs_repair import repair_crs, restore_authority
from ard_qgis_plugin.core.model.bodies import BODIES, body_named

pytestmark = pytest.mark.usefixtures("provider")

MOON = "IAU_2015:30100"
TUTORIAL = f"3,5,4,6 [{MOON}]"


@pytest.fixture
def searched(planet, tmp_path):
    """Makes a file of footprints with a given ending."""

    def search(ending: str) -> str:
        path = str(tmp_path / f"footprints.{ending}")
        parameters = {"API_URL": planet.stac, "EXTENT": TUTORIAL, "LABELS": False, "OUTPUT": path}
        processing.run("ard:search", parameters)
        return path

    return search


@pytest.mark.parametrize("ending", ["gpkg", "fgb"])
def test_these_files_keep_it_by_themselves(ending, searched):
    assert QgsVectorLayer(searched(ending), "later", "ogr").crs().authid() == MOON


@pytest.mark.parametrize("ending", ["gpkg", "geojson", "fgb", "shp"])
def test_a_layer_added_to_the_project_gets_it_back(ending, searched):
    layer = QgsVectorLayer(searched(ending), "later", "ogr")
    assert layer.crs().celestialBodyName() == "Moon"
    project = QgsProject.instance()
    project.layersAdded.connect(repair_crs)
    try:
        project.addMapLayer(layer)
        assert layer.crs().authid() == MOON
    finally:
        project.layersAdded.disconnect(repair_crs)
        project.removeMapLayer(layer.id())


def test_other_layers_are_left_alone():
    nameless = QgsCoordinateReferenceSystem.fromProj("+proj=longlat +R=1737400 +no_defs")
    others = [
        QgsVectorLayer("Polygon?field=id:string&field=body:string", "another's", "memory"),
        QgsVectorLayer("Polygon?crs=EPSG:4326&field=id:string", "the Earth", "memory"),
    ]
    others[0].setCrs(nameless)
    before = [layer.crs().toWkt() for layer in others]
    repair_crs([*others, None])
    assert [layer.crs().toWkt() for layer in others] == before


@pytest.mark.parametrize("body", BODIES[:8], ids=lambda body: body.name)
def test_a_geopackage_of_any_body_is_found_by_its_authority(body, tmp_path):
    path = str(tmp_path / "any.gpkg")
    source = QgsVectorLayer("Polygon?field=id:string", "source", "memory")
    source.setCrs(QgsCoordinateReferenceSystem(body.crs))
    context = QgsProject.instance().transformContext()
    options = QgsVectorFileWriter.SaveVectorOptions()
    assert QgsVectorFileWriter.writeAsVectorFormatV3(source, path, context, options)[0] == 0
    restore_authority(Path(path), body)
    assert QgsVectorLayer(path, "later", "ogr").crs().authid() == body.crs


def test_what_is_no_database_stays_as_it_is(tmp_path):
    path = tmp_path / "no.gpkg"
    path.write_text("no database")
    restore_authority(path, body_named("Moon"))
    assert path.read_text() == "no database"
