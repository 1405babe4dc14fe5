"""Searching again into a file whose layer is loaded: the layer shows what is there now."""

from __future__ import annotations

import threading

import pytest
from qgis import processing
from qgis.core import QgsApplication, QgsProcessingException, QgsProject, QgsVectorLayer

from ard_qgis_plugin.bridge.footprints.reload import reload_layers

pytestmark = pytest.mark.usefixtures("provider")
TUTORIAL = "3,5,4,6 [IAU_2015:30100]"
WHOLE = "-180,180,-90,90 [IAU_2015:30100]"
NOWHERE = "60,61,40,41 [IAU_2015:30100]"


@pytest.fixture(autouse=True)
def project():
    QgsProject.instance().clear()
    yield QgsProject.instance()
    QgsProject.instance().clear()


def shown(layer) -> tuple:
    """Returns what QGIS shows of a layer: its count, and whether its extent is that of all."""
    features = list(layer.getFeatures())
    extent = layer.extent().buffered(1e-5)  # a spatial index rounds
    inside = all(extent.contains(each.geometry().boundingBox()) for each in features)
    return layer.featureCount(), len(features), inside


@pytest.mark.parametrize("ending", ["gpkg", "geojson", "shp", "fgb"])
def test_a_loaded_layer_shows_the_new_search(ending, planet, project, tmp_path):
    path = str(tmp_path / f"footprints.{ending}")
    values = {"API_URL": planet.stac, "OUTPUT": path, "MAX_ITEMS": 0}
    few = processing.run("ard:search", values | {"EXTENT": TUTORIAL})["FOUND"]
    layer = QgsVectorLayer(path, "mine", "ogr")
    layer.setOpacity(0.5)
    project.addMapLayer(layer)
    assert shown(layer)[0] == few
    crs = layer.crs()
    for extent in (NOWHERE, WHOLE, TUTORIAL) if ending != "geojson" else (WHOLE, TUTORIAL):
        found = processing.run("ard:search", values | {"EXTENT": extent})["FOUND"]
        assert shown(layer) == (found, found, True)
    assert layer.name() == "mine"
    assert layer.opacity() == 0.5
    assert layer.renderer().type() == "graduatedSymbol"
    assert layer.crs() == crs
    processing.run("ard:search", values | {"EXTENT": NOWHERE})
    assert shown(layer)[:2] == (0, 0)


def test_one_table_of_several_is_read_anew(planet, project, tmp_path):
    place = tmp_path / "work.gpkg"
    layers = {}
    for name, extent in (("a", TUTORIAL), ("b", TUTORIAL), ("a", WHOLE)):
        table = f"ogr:dbname='{place}' table=\"{name}\" (geom)"
        values = {"API_URL": planet.stac, "OUTPUT": table, "EXTENT": extent, "MAX_ITEMS": 0}
        processing.run("ard:search", values)
        if name not in layers:
            layers[name] = QgsVectorLayer(f"{place}|layername={name}", name, "ogr")
            project.addMapLayer(layers[name])
    assert [shown(layers[name])[0] for name in "ab"] == [60, 36]


def test_from_another_thread_it_waits_for_the_main_one(planet, project, tmp_path):
    path = str(tmp_path / "footprints.gpkg")
    values = {"API_URL": planet.stac, "OUTPUT": path, "EXTENT": TUTORIAL}
    processing.run("ard:search", values)
    layer = QgsVectorLayer(path, "mine", "ogr")
    project.addMapLayer(layer)
    threads = []
    layer.dataSourceChanged.connect(lambda: threads.append(threading.current_thread()))
    other = threading.Thread(target=reload_layers, args=([path, 3, None], project))
    other.start()
    other.join()
    assert threads == []
    QgsApplication.processEvents()
    assert threads == [threading.main_thread()]


@pytest.mark.parametrize("named", ["file", "without its ending", "table"])
def test_a_layer_that_is_being_edited_is_not_written_over(named, planet, project, tmp_path):
    path = tmp_path / "footprints.gpkg"
    values = {"API_URL": planet.stac, "EXTENT": TUTORIAL}
    processing.run("ard:search", values | {"OUTPUT": str(path)})
    layer = QgsVectorLayer(str(path), "mine", "ogr")
    project.addMapLayer(layer)
    output = {
        "file": str(path),
        "without its ending": str(path.with_suffix("")),
        "table": f"ogr:dbname='{path}' table=\"footprints\" (geom)",
    }[named]
    layer.startEditing()
    layer.changeAttributeValue(1, layer.fields().indexOf("title"), "an edit")
    with pytest.raises(QgsProcessingException, match="the layer mine, which is being edited: save"):
        processing.run("ard:search", values | {"OUTPUT": output})
    assert layer.getFeature(1)["title"] == "an edit"
    assert layer.commitChanges()
    processing.run("ard:search", values | {"OUTPUT": output})
