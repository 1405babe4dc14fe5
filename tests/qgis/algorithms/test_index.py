"""ard:index inside QGIS: what it declares and makes; and ard:search, answered from it."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing, suppress

import numpy as np
import pytest
from osgeo import gdal
from qgis import processing
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingException,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDateTime

from ard_qgis_plugin.bridge.index.options import default_index
from ard_qgis_plugin.bridge.light import images_source
from ard_qgis_plugin.core.index.storage.geopackage import wkt
from ard_qgis_plugin.core.model.bodies import BODIES
from ard_qgis_plugin.core.model.known_collections import DEFAULT_COLLECTIONS
from ard_qgis_plugin.settings import load_settings, save_settings
from tests.sample.servers import serve_http
from tests.support.indices import MOON, check
from tests.support.qgis_process import ROOT
from tests.support.systems.read_only import only_to_read
from tests.support.views import VIEWS

RADIUS = MOON.radius
CRS = MOON.crs
GLOBE = f"-180,180,-90,90 [{CRS}]"
TUTORIAL = f"3,5,4,6 [{CRS}]"
DECLARED = {
    "API_URL": ("string", "https://stac.astrogeology.usgs.gov/api"),
    "COLLECTIONS": ("string", ", ".join(DEFAULT_COLLECTIONS)),
    "EXTENT": ("extent", None),
    "AREA": ("source", None),
    "LABELS": ("boolean", True),
    "MAX_ITEMS": ("number", 0),
    "REFRESH": ("boolean", False),
    "PARTS": ("number", 1),
    "PART": ("string", None),
    "INDEX": ("fileDestination", None),
    "PARQUET": ("fileDestination", None),
}

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture(scope="module")
def index(provider, planet, tmp_path_factory):  # noqa: ARG001
    """The sample planet in a file."""
    path = tmp_path_factory.mktemp("index") / "moon.gpkg"
    processing.run("ard:index", {"API_URL": planet.stac, "INDEX": str(path)})
    return path


def searched(planet, feedback=None, **parameters):
    given = {"API_URL": planet.stac, "EXTENT": GLOBE, "MAX_ITEMS": 0, "OUTPUT": "memory:"}
    return processing.run("ard:search", given | parameters, feedback=feedback)


def rows(layer):
    return [(each.attributes(), each.geometry().asWkb().data()) for each in layer.getFeatures()]


def test_parameters_are_those_that_scripts_rely_on():
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("ard:index")
    declared = {
        each.name(): (each.type(), each.defaultValue()) for each in algorithm.parameterDefinitions()
    }
    assert declared == DECLARED
    assert all(len(each.help()) > 20 for each in algorithm.parameterDefinitions())
    outputs = {each.name() for each in algorithm.outputDefinitions()}
    counts = {"ADDED", "CHANGED", "UNCHANGED", "GONE", "WITH_INCIDENCE", "WITHOUT_INCIDENCE"}
    assert outputs == counts | {"INDEX", "PARQUET"}
    assert "every angle" in algorithm.shortHelpString()
    assert (algorithm.groupId(), algorithm.canExecute()) == ("search", (True, ""))


def test_with_the_fewest_parameters_it_is_in_the_profile_and_remembered(planet, feedback):
    first = processing.run("ard:index", {"API_URL": planet.stac}, feedback=feedback)
    assert first["INDEX"] == str(default_index(MOON))
    assert first["ADDED"] == first["WITH_INCIDENCE"] == planet.size
    assert load_settings().indices == (first["INDEX"],)
    assert feedback.warnings == []
    assert any(f"{planet.size} observations are in" in info for info in feedback.infos)
    second = processing.run("ard:index", {"API_URL": planet.stac})
    assert {name: second[name] for name in ("ADDED", "CHANGED", "UNCHANGED", "GONE")} == {
        "ADDED": 0,
        "CHANGED": 0,
        "UNCHANGED": planet.size,
        "GONE": 0,
    }
    searched(planet, feedback)
    assert any(info.startswith("From an index: ") for info in feedback.infos)


def test_dragged_into_qgis_it_is_styled_and_can_be_filtered(index, planet):
    layer = QgsVectorLayer(str(index), "index", "ogr")
    assert layer.isValid()
    assert len(layer.dataProvider().subLayers()) == 1
    assert layer.crs().authid() == CRS
    assert layer.renderer().type() == "graduatedSymbol"
    assert len(layer.renderer().ranges()) == 11
    assert "thumbnail_url" in layer.mapTipTemplate()
    assert layer.featureCount() == planet.size
    assert layer.hasSpatialIndex() == 2  # present
    assert layer.setSubsetString('"incidence_angle" BETWEEN 20 AND 60')
    angles = [each["incidence_angle"] for each in layer.getFeatures()]
    assert 0 < len(angles) < planet.size
    assert all(20 <= angle <= 60 for angle in angles)
    layer.setSubsetString("")
    box = QgsRectangle(-30, -30, 40, 40)
    inside = {each["id"] for each in layer.getFeatures(QgsFeatureRequest(box))}
    assert inside == {each["id"] for each in layer.getFeatures() if each.geometry().intersects(box)}


def plain(value):
    """Returns a value; a time to the second, UTC, for a file has no zones and rounds."""
    return value.toString("yyyy-MM-dd HH:mm:ss") if isinstance(value, QDateTime) else value


def test_its_fields_are_those_of_a_search(index, planet):
    kept = QgsVectorLayer(str(index), "index", "ogr")
    layer = searched(planet, ONLINE="always")["OUTPUT"]
    of_the_place = {"coverage", "incidence_min", "incidence_max"}
    names = [name for name in layer.fields().names() if name not in of_the_place]
    assert set(names) <= set(kept.fields().names())
    by_id = {each["id"]: each for each in kept.getFeatures()}
    for feature in layer.getFeatures():
        same = by_id[feature["id"]]
        assert [plain(same[name]) for name in names] == [plain(feature[name]) for name in names]
        assert same.geometry().asWkb() == feature.geometry().asWkb()


def _extent(view):
    _, crs, _, (xmin, ymin, xmax, ymax) = view
    if crs == "00":
        scale, name = 1, CRS
    else:
        scale = RADIUS
        name = f"IAU_2015:301{crs}" if len(crs) == 2 else f"PROJ:{crs.format(R=RADIUS)}"
    sides = (xmin * scale, xmax * scale, ymin * scale, ymax * scale)
    return f"{','.join(map(repr, sides))} [{name}]"


@pytest.mark.parametrize("view", VIEWS, ids=[view[0] for view in VIEWS])
def test_what_a_view_shows_is_the_same_from_the_api(index, planet, view, tmp_path):
    results = []
    for online in ("always", "never"):
        manifest = tmp_path / online / "images.txt"
        manifest.parent.mkdir()
        parameters = {"EXTENT": _extent(view), "ONLINE": online, "MANIFEST": str(manifest)}
        result = searched(planet, INDEX=str(index), **parameters)
        results.append((result, manifest))
    (api, api_manifest), (kept, kept_manifest) = results
    assert rows(kept["OUTPUT"]) == rows(api["OUTPUT"])
    names = ("FOUND", "WITH_INCIDENCE", "WITHOUT_INCIDENCE", "MANIFEST_LINES")
    assert [kept[name] for name in names] == [api[name] for name in names]
    assert {path.name for path in kept_manifest.parent.iterdir()} == {
        path.name for path in api_manifest.parent.iterdir()
    }
    for path in kept_manifest.parent.iterdir():
        assert path.read_bytes() == (api_manifest.parent / path.name).read_bytes()
    styles = [result["OUTPUT"].renderer().dump() for result, _ in results]
    assert styles[0] == styles[1]
    assert kept["OUTPUT"].crs() == api["OUTPUT"].crs()


@pytest.mark.parametrize(
    "limits",
    [
        {"MIN_INCIDENCE": 30, "MAX_INCIDENCE": 65},
        {"MAX_ITEMS": 17},
        {"MAX_ITEMS": 25, "MIN_INCIDENCE": 50},
        {"START": "2008-06-01T00:00:00", "END": "2009-01-01T00:00:00"},
        {"LABELS": False},
        {"COLLECTIONS": ", ".join(reversed(DEFAULT_COLLECTIONS))},
        {"ASSET": "caminfo_pvl"},
    ],
    ids=str,
)
def test_limits_give_the_same_as_from_the_api(index, planet, limits):
    layers = [
        searched(planet, INDEX=str(index), ONLINE=online, **limits)["OUTPUT"]
        for online in ("always", "never")
    ]
    assert rows(layers[0]) == rows(layers[1])
    assert layers[0].featureCount()


def test_offline_nothing_is_asked(index, feedback):
    found = processing.run(
        "ard:search",
        {
            "API_URL": "http://127.0.0.1:9/api",
            "EXTENT": GLOBE,
            "INDEX": str(index),
            "ONLINE": "never",
            "OUTPUT": "memory:",
        },
        feedback=feedback,
    )
    assert found["FOUND"] > 0
    (note,) = [info for info in feedback.infos if info.startswith("From an index")]
    assert str(index) in note
    assert "0 days old" in note
    history = found["OUTPUT"].metadata().history()
    assert any(str(index) in line for line in history)


def test_what_no_index_holds_is_said_offline(index, planet):
    with pytest.raises(QgsProcessingException, match=r"No index holds what is searched of lunar"):
        searched(
            planet,
            INDEX=str(index),
            ONLINE="never",
            COLLECTIONS=f"{DEFAULT_COLLECTIONS[0]},lunar_orbiter_laser_altimeter",
        )


def test_the_api_answers_for_what_no_index_holds(planet, tmp_path, feedback):
    path = str(tmp_path / "part.gpkg")
    one = DEFAULT_COLLECTIONS[1]
    processing.run("ard:index", {"API_URL": planet.stac, "COLLECTIONS": one, "INDEX": path})
    mixed = searched(planet, feedback, INDEX=path)
    alone = searched(planet, ONLINE="always")
    assert rows(mixed["OUTPUT"]) == rows(alone["OUTPUT"])
    (note,) = [info for info in feedback.infos if info.startswith("From an index")]
    assert note.startswith(f"From an index: {one}: ")


def test_an_index_of_a_place_answers_for_that_place(planet, tmp_path, feedback):
    path = str(tmp_path / "place.gpkg")
    place = f"-60,60,-60,60 [{CRS}]"
    processing.run("ard:index", {"API_URL": planet.stac, "EXTENT": place, "INDEX": path})
    inside = f"-20,30,-30,20 [{CRS}]"
    kept = searched(planet, INDEX=path, EXTENT=inside, ONLINE="never")["OUTPUT"]
    assert rows(kept) == rows(searched(planet, EXTENT=inside, ONLINE="always")["OUTPUT"])
    with pytest.raises(QgsProcessingException, match="No index holds"):
        searched(planet, INDEX=path, ONLINE="never")
    searched(planet, feedback, INDEX=path)  # the API, for the globe
    assert not [info for info in feedback.infos if info.startswith("From an index")]


@pytest.mark.parametrize(
    ("algorithm", "parameters"),
    [
        ("ard:stereopairs", {"OUTPUT": "memory:"}),
        ("ard:lightgroups", {"OUTPUT": "memory:"}),
        ("ard:cover", {"EXTENT": f"-20,30,-30,20 [{CRS}]", "OUTPUT": "memory:"}),
        ("ard:looks", {"POINT": f"4,5 [{CRS}]", "OUTPUT": "memory:"}),
        ("ard:manifest", {}),
    ],
)
def test_other_tools_take_it_as_any_footprint_layer(index, tmp_path, algorithm, parameters):
    if algorithm == "ard:manifest":
        parameters = {"MANIFEST": str(tmp_path / "images.txt")}
    result = processing.run(algorithm, {"INPUT": str(index)} | parameters)
    assert result


@pytest.mark.parametrize("algorithm", ["ard:stereopairs", "ard:cover", "ard:coverage", "ard:looks"])
def test_other_tools_read_the_place_alone(index, planet, monkeypatch, tmp_path, algorithm):
    place = {"POINT": f"4,5 [{CRS}]"} if algorithm == "ard:looks" else {"EXTENT": TUTORIAL}
    if algorithm == "ard:stereopairs":
        area = QgsVectorLayer(f"Polygon?crs={CRS}", "area", "memory")
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(3, 4, 5, 6)))
        area.dataProvider().addFeature(feature)
        place |= {"AREA": area}  # it has no EXTENT, and does not mind one
    read = set()
    features = images_source._features

    def counted(*arguments):
        for feature in features(*arguments):
            read.add(feature.id())
            yield feature

    def run(number):
        target = str(tmp_path / f"{number}.{'tif' if algorithm == 'ard:coverage' else 'gpkg'}")
        result = processing.run(algorithm, {"INPUT": str(index), "OUTPUT": target} | place)
        if algorithm == "ard:coverage":
            return {**result, "OUTPUT": gdal.Open(target).ReadAsArray().tolist()}
        layer = QgsVectorLayer(target, "", "ogr")
        return {**result, "OUTPUT": rows(layer)}

    monkeypatch.setattr(images_source, "_features", counted)
    there = run(1)
    assert 0 < len(read) < planet.size
    read.clear()
    monkeypatch.setattr("ard_qgis_plugin.core.light.areas.reach_of", lambda _: None)
    assert run(2) == there
    assert len(read) == planet.size


def test_an_old_index_gives_way_to_the_api_and_stands_in_for_it(index, planet, tmp_path, feedback):
    old = tmp_path / "old.gpkg"
    old.write_bytes(index.read_bytes())
    with closing(sqlite3.connect(old)) as database:
        database.execute(
            "UPDATE collection SET state = replace(state, "
            "json_extract(state, '$.checked_at'), '2020-01-01T00:00:00Z')"
        )
        database.commit()
    searched(planet, feedback, INDEX=str(old))
    assert not [info for info in feedback.infos if info.startswith("From an index")]
    found = processing.run(
        "ard:search",
        {
            "API_URL": "http://127.0.0.1:9/api",
            "EXTENT": GLOBE,
            "INDEX": str(old),
            "OUTPUT": "memory:",
        },
        feedback=feedback,
    )
    assert found["FOUND"] > 0
    assert any(text.startswith("The API can't be asked. ") for text in feedback.warnings)
    assert any("of 2020-01-01" in info for info in feedback.infos)


def test_from_a_zip_a_folder_only_to_read_and_a_web_address(index, planet, tmp_path):
    expected = rows(searched(planet, ONLINE="always")["OUTPUT"])
    with zipfile.ZipFile(tmp_path / "moon.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(index, "moon.gpkg")
    packed = searched(planet, INDEX=str(tmp_path / "moon.zip"), ONLINE="never")["OUTPUT"]
    assert rows(packed) == expected
    with only_to_read(index) as path:
        kept = searched(planet, INDEX=str(path), ONLINE="never")["OUTPUT"]
        assert rows(kept) == expected
        layer = QgsVectorLayer(str(path), "index", "ogr")
        assert layer.featureCount() == planet.size
        with pytest.raises(QgsProcessingException, match="can't be written"):
            processing.run("ard:index", {"API_URL": planet.stac, "INDEX": str(path)})
    with serve_http(index.parent, tmp_path) as root:
        for address in (f"{root}/{index.name}", f"/vsicurl/{root}/{index.name}"):
            remote = searched(planet, INDEX=address, ONLINE="never")["OUTPUT"]
            assert rows(remote) == expected
        with pytest.raises(QgsProcessingException, match="can't be opened"):
            searched(planet, INDEX=f"{root}/nothing.gpkg", ONLINE="never")


def test_an_index_of_the_settings_that_cant_be_used_is_a_warning(planet, feedback, tmp_path):
    settings = load_settings()
    object.__setattr__(settings, "indices", (str(tmp_path / "gone.gpkg"),))
    save_settings(settings)
    assert searched(planet, feedback)["FOUND"] == planet.size
    assert any("An index of the settings isn't used." in text for text in feedback.warnings)


def test_labels_that_are_to_be_read_again_come_from_no_index(index, planet, feedback):
    searched(planet, feedback, INDEX=str(index), REFRESH=True)
    assert not [info for info in feedback.infos if info.startswith("From an index")]


def test_bad_input_is_one_sentence(planet, index, tmp_path):
    new = str(tmp_path / "x.gpkg")
    for parameters, words in (
        ({"INDEX": str(tmp_path / "x.shp")}, "ends in .gpkg"),
        ({"INDEX": str(tmp_path / "no" / "x.gpkg")}, "can't be written"),
        ({"COLLECTIONS": ""}, ""),
        (
            {"COLLECTIONS": "kaguya_terrain_camera_usgs_dtms", "INDEX": new},
            "has no collection",
        ),
        ({"API_URL": "moon", "INDEX": new}, "no web address"),
        (
            {"COLLECTIONS": "mro_hirise_uncontrolled_observations", "INDEX": str(index)},
            "is of Moon, not of Mars",
        ),
    ):
        with pytest.raises(QgsProcessingException) as caught:
            processing.run("ard:index", {"API_URL": planet.stac} | parameters)
        assert words in str(caught.value)
    check(index)


def test_without_the_driver_geoparquet_is_refused_before_anything_is_read(tmp_path, monkeypatch):
    from ard_qgis_plugin.bridge.index import parquet  # noqa: PLC0415

    monkeypatch.setattr(parquet, "_DRIVER", "NoDriver")
    given = {"INDEX": str(tmp_path / "moon.gpkg"), "PARQUET": str(tmp_path / "moon.parquet")}
    with pytest.raises(QgsProcessingException, match=r"no GeoParquet driver: leave it empty, or"):
        processing.run("ard:index", {"API_URL": "http://127.0.0.1:9/api", **given})
    assert not list(tmp_path.iterdir())


def test_qgis_knows_the_crs_of_every_body():
    for body in BODIES:
        crs = QgsCoordinateReferenceSystem.fromWkt(wkt(body))
        assert crs.isValid()
        assert crs.isGeographic()
        expected = QgsCoordinateReferenceSystem(body.crs)
        assert crs.celestialBodyName() in (expected.celestialBodyName(), "")
        assert np.isclose(crs.toProj().count("+proj=longlat"), 1)


def test_while_the_layer_is_open_it_is_brought_up_to_date(index, planet, tmp_path):
    path = tmp_path / "open.gpkg"
    path.write_bytes(index.read_bytes())
    layer = QgsVectorLayer(str(path), "open", "ogr")
    assert layer.featureCount() == planet.size
    features = layer.getFeatures()
    next(features)
    result = processing.run(
        "ard:index", {"API_URL": planet.stac, "INDEX": str(path), "REFRESH": True}
    )
    assert result["UNCHANGED"] == planet.size
    with suppress(StopIteration):
        next(features)
    del features, layer
    check(path)


def test_libraries_come_with_the_run_not_before():
    """Else shapely would take QGIS's GEOS for its own."""
    code = (
        "import sys, qgis.core; before = set(sys.modules); "
        "import ard_qgis_plugin.algorithms.search.index; loaded = set(sys.modules) - before; "
        "sys.exit(', '.join(loaded & {'shapely', 'aiohttp', 'pystac_client'}) or 0)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
