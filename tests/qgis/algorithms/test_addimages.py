"""ard:addimages in QGIS: layers, groups, stretch, VRTs, over the sample planet's HTTP server."""

from __future__ import annotations

from pathlib import Path

import pytest
from osgeo import gdal
from qgis import processing
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsMapLayer,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ard_qgis_plugin.bridge.images.streaming import (
    set_up_streaming,
    undo_streaming,
)
from ard_qgis_plugin.provider import ArdProvider
from tests.qgis.algorithms.test_manifest import layer_of
from tests.qgis.conftest import RecordingFeedback
from tests.sample.names import BUCKET, folder, hrefs
from tests.sample.planet import Planet
from tests.sample.servers import SamplePlanetServers
from tests.support.in_qgis.layer_tree import groups, load_results

FIELDS = "&".join(
    [
        *(f"field={name}:string" for name in ("id", "collection", "body", "image_url")),
        "field=incidence_angle:double",
    ]
)


pytestmark = pytest.mark.usefixtures("tree_view")


@pytest.fixture(autouse=True)
def a_new_project():
    QgsProject.instance().clear()
    yield
    QgsProject.instance().clear()


@pytest.fixture
def observations(planet: SamplePlanetServers):
    """Gives twelve observations, six of a low sun and six of a high one."""
    ordered = sorted(Planet(planet.size), key=lambda each: each.light.incidence)
    near = [each for each in ordered if abs(each.centre.lat) < 20 and each.light.incidence < 85]
    return [*near[:6], *near[-6:]]


@pytest.fixture
def footprints(planet, observations, provider: ArdProvider) -> QgsVectorLayer:  # noqa: ARG001
    rows = [
        (
            *(each.id, each.collection, "Moon", hrefs(each, planet.urls)["image"]),
            each.light.incidence,
        )
        for each in observations
    ]
    return layer_of(*rows, fields=FIELDS)


kept: list = []  # what a task refers to lives until QGIS deletes the task


def run_in_task(parameters, feedback):
    """Runs the algorithm as the desktop does, in a thread, and loads what it gives."""
    results, algorithm, context = run_task(parameters, feedback)
    load_results(algorithm, context, feedback, parameters)
    return results


def run_task(parameters, feedback):
    """Runs the algorithm in a thread; gives the results, and what loads the layers."""
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("ard:addimages")
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    kept.extend([context, algorithm, task, feedback])
    ended = []
    task.executed.connect(lambda ok, results: ended.append((ok, results)))
    QgsApplication.taskManager().addTask(task)
    while not ended:
        QgsApplication.processEvents()
    ((ok, results),) = ended
    assert ok, feedback.warnings
    return results, algorithm, context


def images_in_project() -> list[QgsRasterLayer]:
    layers = QgsProject.instance().mapLayers().values()
    return [layer for layer in layers if layer.type() == QgsMapLayer.LayerType.RasterLayer]


def limits(layer):
    stretch = layer.renderer().contrastEnhancement()
    return stretch.minimumValue(), stretch.maximumValue()


def test_streamed_layers_have_name_crs_nodata_and_scale(
    footprints, observations, feedback: RecordingFeedback
) -> None:
    results = run_in_task({"INPUT": footprints.id()}, feedback)
    assert results == {"ADDED": 12, "LEFT_OUT": 0, "FAILED": 0}
    layers = {layer.name(): layer for layer in images_in_project()}
    assert set(layers) == {each.id for each in observations}
    moon = QgsCoordinateReferenceSystem("IAU_2015:30100")
    for layer in layers.values():
        assert layer.isValid()
        assert layer.source().startswith("/vsicurl?")
        assert layer.crs().celestialBodyName() == moon.celestialBodyName()
        provider = layer.dataProvider()
        assert provider.bandScale(1) == pytest.approx(0.013)
        assert provider.sourceNoDataValue(1) == -32768 * 0.013 or provider.sourceHasNoDataValue(1)
        assert layer.thread() == QgsApplication.instance().thread()


def test_images_stream_where_gdal_is_set_as_usgs_recommends(
    footprints, feedback: RecordingFeedback, tmp_path: Path
) -> None:
    gdal.SetConfigOption("CPL_VSIL_CURL_ALLOWED_EXTENSIONS", ".tif,.TIF,.tiff")
    try:
        results = run_in_task({"INPUT": footprints.id(), "VRT_FOLDER": str(tmp_path)}, feedback)
        assert (results["ADDED"], results["FAILED"]) == (12, 0)
        assert all(layer.isValid() for layer in images_in_project())
    finally:
        undo_streaming()
        gdal.SetConfigOption("CPL_VSIL_CURL_ALLOWED_EXTENSIONS", None)


def test_layers_stand_in_groups_below_the_footprints(
    footprints, observations, feedback: RecordingFeedback
) -> None:
    values = {"INPUT": footprints.id(), "GROUP_BY": "incidence class"}
    run_in_task(values, feedback)
    root = QgsProject.instance().layerTreeRoot()
    assert root.children()[0].name() == footprints.name()
    assert len(root.children()) == 1 + len(groups())
    for each in observations:
        low = int(each.light.incidence // 10) * 10
        assert each.id in groups()[f"Incidence {low}°–{low + 10}°"]


@pytest.mark.parametrize("by", ["none", "collection"])
def test_a_basemap_above_a_grid_does_not_cover_them(
    by, footprints, observations, feedback: RecordingFeedback, tmp_path: Path
) -> None:
    root = QgsProject.instance().layerTreeRoot()
    path = str(tmp_path / "moon.tif")
    gdal.GetDriverByName("GTiff").Create(path, 8, 8).SetGeoTransform([0, 1, 0, 0, 0, -1])
    for at, layer in (
        (1, QgsRasterLayer(path, "basemap")),
        (2, QgsVectorLayer("Point?crs=IAU_2015:30100", "grid", "memory")),
    ):
        QgsProject.instance().addMapLayer(layer, False)
        root.insertLayer(at, layer)
    run_in_task({"INPUT": footprints.id(), "GROUP_BY": by}, feedback)
    order = [layer.name() for layer in root.layerOrder()]
    assert order[0] == footprints.name()
    assert set(order[1:-2]) == {each.id for each in observations}
    assert order[-2:] == ["basemap", "grid"]


@pytest.mark.parametrize(("by", "wanted"), [("none", 0), ("collection", 3)])
def test_other_groups(by, wanted, footprints, feedback: RecordingFeedback) -> None:
    run_in_task({"INPUT": footprints.id(), "GROUP_BY": by}, feedback)
    assert 0 < len(groups()) <= wanted if wanted else not groups()
    assert all(name.startswith("Kaguya Terrain Camera") for name in groups())


def test_images_under_like_light_share_a_stretch_and_others_do_not(
    footprints, observations, feedback: RecordingFeedback
) -> None:
    run_in_task({"INPUT": footprints.id()}, feedback)
    seen: dict = {}
    for layer in images_in_project():
        (each,) = (one for one in observations if one.id == layer.name())
        key = (each.collection, each.light.incidence // 10)
        seen.setdefault(key, set()).add(limits(layer))
    assert all(len(each) == 1 for each in seen.values())
    assert len({limit for each in seen.values() for limit in each}) == len(seen) > 1
    bright = max(high for each in seen.values() for _, high in each)
    assert 5 < bright < 40  # W/m2/um/sr, not the stored numbers


@pytest.mark.parametrize(("stretch", "different"), [("per image", 12), ("none", 0)])
def test_other_stretches(stretch, different, footprints, feedback: RecordingFeedback) -> None:
    run_in_task({"INPUT": footprints.id(), "STRETCH": stretch}, feedback)
    if different:
        assert len({limits(layer) for layer in images_in_project()}) == different
    else:
        assert {layer.renderer().contrastEnhancement() for layer in images_in_project()} == {None}


def test_the_limit_is_kept_and_told(footprints, feedback: RecordingFeedback) -> None:
    assert run_in_task({"INPUT": footprints.id(), "LIMIT": 5}, feedback)["LEFT_OUT"] == 7
    assert len(images_in_project()) == 5
    (warning,) = feedback.warnings
    assert warning.startswith("LIMIT left out 7 of 12 images: ")
    assert ". Raise LIMIT (0 = no limit)" in warning


def test_local_files_are_read_where_they_are(
    planet, footprints, observations, feedback: RecordingFeedback, tmp_path: Path
) -> None:
    bucket = planet.directory / "bucket"
    first = f"{BUCKET}/{folder(observations[0])}"
    (tmp_path / first).parent.mkdir(parents=True)
    (tmp_path / first).symlink_to(bucket / first)
    run_in_task({"INPUT": footprints.id(), "FOLDER": str(tmp_path)}, feedback)
    sources = {layer.name(): layer.source() for layer in images_in_project()}
    assert sources[observations[0].id].startswith(str(tmp_path))
    assert all(sources[each.id].startswith("/vsicurl?") for each in observations[1:])


def test_an_image_is_on_the_map_once_however_often_it_is_added(
    footprints, feedback: RecordingFeedback, tmp_path: Path
) -> None:
    assert run_in_task({"INPUT": footprints.id(), "LIMIT": 5}, feedback)["ADDED"] == 5
    results = run_in_task({"INPUT": footprints.id()}, feedback)
    assert results == {"ADDED": 7, "LEFT_OUT": 0, "FAILED": 0}
    assert "5 of the images are on the map already." in feedback.infos
    assert len(images_in_project()) == 12
    values = {"INPUT": footprints.id(), "VRT_FOLDER": str(tmp_path)}
    assert run_in_task(values, feedback)["ADDED"] == 0
    assert len(images_in_project()) == 12
    assert len([path for path in tmp_path.glob("*.vrt") if "mosaic" not in path.name]) == 12


def test_two_footprints_of_one_image_add_it_once(footprints, feedback: RecordingFeedback) -> None:
    features = list(footprints.getFeatures())
    for feature in features:  # signed anew
        feature["image_url"] += "?signature=2"
    footprints.dataProvider().addFeatures(features)
    assert run_in_task({"INPUT": footprints.id()}, feedback)["ADDED"] == 12
    assert len(images_in_project()) == 12


def test_runs_side_by_side_add_each_image_once(footprints, feedback: RecordingFeedback) -> None:
    values = {"INPUT": footprints.id(), "LIMIT": 3}
    runs = [run_task(values, feedback), run_task(values, feedback)]
    for results, algorithm, context in runs:
        assert results["ADDED"] == 3
        load_results(algorithm, context, feedback, values)
    assert len(images_in_project()) == 3


def test_an_image_that_streams_is_read_from_the_disk_once_it_is_there(
    planet, footprints, observations, feedback: RecordingFeedback, tmp_path: Path
) -> None:
    run_in_task({"INPUT": footprints.id()}, feedback)
    before = {layer.name(): limits(layer) for layer in images_in_project()}
    first = f"{BUCKET}/{folder(observations[0])}"
    (tmp_path / first).parent.mkdir(parents=True)
    (tmp_path / first).symlink_to(planet.directory / "bucket" / first)
    results = run_in_task({"INPUT": footprints.id(), "FOLDER": str(tmp_path)}, feedback)
    assert results["ADDED"] == 0
    sources = {layer.name(): layer.source() for layer in images_in_project()}
    assert sources.pop(observations[0].id).startswith(str(tmp_path))
    assert all(source.startswith("/vsicurl?") for source in sources.values())
    assert {layer.name(): limits(layer) for layer in images_in_project()} == before


def test_vrts_are_written_and_open_styled_with_nothing_else(
    footprints, observations, feedback: RecordingFeedback, tmp_path: Path
) -> None:
    values = {"INPUT": footprints.id(), "VRT_FOLDER": str(tmp_path / "v"), "GROUP_BY": "none"}
    results = run_in_task(values, feedback)
    assert results["VRT_FOLDER"] == str(tmp_path / "v")
    for each in observations:
        layer = QgsRasterLayer(str(tmp_path / "v" / f"{each.id}.vrt"))
        low, high = limits(layer)
        assert 0 <= low < high < 40
    mosaics = sorted((tmp_path / "v").glob("mosaic*.vrt"))
    assert mosaics
    for path in mosaics:
        band = (dataset := gdal.Open(str(path))).GetRasterBand(1)
        assert band.GetNoDataValue() == -32768
        assert band.GetScale() == pytest.approx(0.013)
        assert path.with_suffix(".qml").is_file()
        assert dataset.RasterXSize > 200
    assert {layer.source() for layer in images_in_project()} == {
        str(tmp_path / "v" / f"{each.id}.vrt") for each in observations
    }


def test_what_can_not_be_read_is_named_and_costs_no_other(
    planet, footprints, feedback: RecordingFeedback
) -> None:
    for name, url in (
        ("gone", f"{planet.http}/{BUCKET}/gone.tif"),
        ("text", f"{planet.http}/{BUCKET}/moon/"),
        ("odd", "ftp://example.org/a.tif"),
    ):
        feature = next(footprints.getFeatures())
        feature.setAttributes([name, "c", "Moon", url, 50.0])
        footprints.dataProvider().addFeature(feature)
    results = run_in_task({"INPUT": footprints.id()}, feedback)
    assert (results["ADDED"], results["FAILED"]) == (12, 3)
    (warning,) = feedback.warnings
    assert "gone (the server answers 404: " in warning
    assert "odd (" in warning


def test_bad_input_ends_in_a_sentence(
    footprints, feedback: RecordingFeedback, tmp_path: Path
) -> None:
    other = layer_of(("a",), fields="field=name:string")
    for values, says in (
        ({"INPUT": other}, "choose one that ard:search made"),
        ({"FOLDER": str(tmp_path / "none")}, "which is no folder"),
        ({"ASSET": "image,dtm"}, "ASSET names several assets, image and dtm: name one"),
    ):
        with pytest.raises(QgsProcessingException, match=says):
            processing.run("ard:addimages", {"INPUT": footprints, **values}, feedback=feedback)


def test_settings_of_gdal_are_made_and_taken_back_and_the_users_are_kept() -> None:
    undo_streaming()
    gdal.SetConfigOption("GDAL_HTTP_VERSION", "1.1")
    try:
        set_up_streaming()
        assert gdal.GetConfigOption("GDAL_HTTP_MULTIPLEX") == "YES"
        assert gdal.GetConfigOption("GDAL_HTTP_VERSION") == "1.1"
        assert gdal.GetConfigOption("GDAL_DISABLE_READDIR_ON_OPEN") is None
        undo_streaming()
        assert gdal.GetConfigOption("GDAL_HTTP_MULTIPLEX") is None
        assert gdal.GetConfigOption("GDAL_HTTP_VERSION") == "1.1"
    finally:
        gdal.SetConfigOption("GDAL_HTTP_VERSION", None)
