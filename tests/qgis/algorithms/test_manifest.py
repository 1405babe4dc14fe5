"""ard:manifest in QGIS: layers of ard:search and others, over the sample planet."""

from __future__ import annotations

import pytest
from qgis import processing
from qgis.core import (
    QgsFeature,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)

from ard_qgis_plugin.provider import ArdProvider
from tests.qgis.conftest import RecordingFeedback
from tests.sample.names import Urls, file_names, folder, hrefs
from tests.sample.planet import Planet
from tests.sample.servers import SamplePlanetServers

AWS = "https://astrogeo-ard.s3-us-west-2.amazonaws.com/moon"
FIELDS = "&".join(
    f"field={name}:string"
    for name in ("id", "collection", "body", "image_url", "label_url", "thumbnail_url")
)


def layer_of(*rows: tuple, fields: str = FIELDS) -> QgsVectorLayer:
    """Makes a layer with a feature for each row of values."""
    layer = QgsVectorLayer(f"Polygon?crs=IAU_2015:30100&{fields}", "footprints", "memory")
    for row in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(row))
        layer.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture
def planet_layer(planet: SamplePlanetServers, provider: ArdProvider) -> QgsVectorLayer:  # noqa: ARG001
    """Holds six of the planet's observations as ard:search would write them."""
    rows = []
    for each in list(Planet(planet.size))[:6]:
        at = hrefs(each, planet.urls)
        urls = (at["image"], at["caminfo_pvl"], at["thumbnail"])
        rows.append((each.id, each.collection, "Moon", *urls))
    return layer_of(*rows)


def run(layer, path, feedback, **parameters):
    return processing.run(
        "ard:manifest",
        {"INPUT": layer, "MANIFEST": str(path), **parameters},
        feedback=feedback,
    )


def test_images_in_the_order_of_the_layer_each_once(
    provider: ArdProvider,  # noqa: ARG001
    feedback: RecordingFeedback,
    tmp_path,
) -> None:
    rows = [(name, "c", "Moon", f"{AWS}/{name}.tif", "", "") for name in "cab"]
    results = run(layer_of(*rows, rows[0]), tmp_path / "m.txt", feedback)
    lines = (tmp_path / "m.txt").read_text().splitlines()
    assert lines == [f"s3_noauth:/astrogeo-ard/moon/{name}.tif" for name in "cab"]
    assert results == {"MANIFEST": str(tmp_path / "m.txt"), "MANIFEST_LINES": 3}
    assert feedback.warnings == []
    assert {path.name for path in tmp_path.iterdir()} == {
        *("m.txt", "m.rclone.conf", "m.download.sh", "m.download.cmd")
    }


def test_the_selected_features_alone(
    planet_layer: QgsVectorLayer, feedback: RecordingFeedback, tmp_path
) -> None:
    planet_layer.selectByIds([2, 4])
    chosen = QgsProcessingFeatureSourceDefinition(planet_layer.id(), selectedFeaturesOnly=True)
    assert run(chosen, tmp_path / "m.txt", feedback)["MANIFEST_LINES"] == 2


def test_assets_that_the_layer_does_not_know_come_from_the_catalogue(
    planet: SamplePlanetServers,
    planet_layer: QgsVectorLayer,
    feedback: RecordingFeedback,
    tmp_path,
) -> None:
    keys = ("usgscsm_isd", "image", "caminfo_pvl", "isis_label")
    run(planet_layer, tmp_path / "m.txt", feedback, ASSETS=" , ".join(keys), API_URL=planet.stac)
    expected = [
        f"s3_noauth:/astrogeo-ard/{folder(each)}/{file_names(each)[key]}"
        for each in list(Planet(planet.size))[:6]
        for key in keys
    ]
    assert (tmp_path / "m.txt").read_text().splitlines() == expected


def test_what_an_observation_lacks_is_named(
    planet: SamplePlanetServers,
    planet_layer: QgsVectorLayer,
    feedback: RecordingFeedback,
    tmp_path,
) -> None:
    values = {"ASSETS": "image,dtm", "API_URL": planet.stac + "/"}
    results = run(planet_layer, tmp_path / "m.txt", feedback, **values)
    assert results["MANIFEST_LINES"] == 6
    (warning,) = feedback.warnings
    assert warning.startswith("6 files have no address that rclone can use; not in the manifest:")
    assert "it has no asset 'dtm' (it has: thumbnail, image, " in warning
    assert warning.count("it has no asset") == 6


def test_an_item_that_is_gone_costs_no_other(
    planet: SamplePlanetServers, feedback: RecordingFeedback, tmp_path, planet_layer: QgsVectorLayer
) -> None:
    gone = QgsFeature(planet_layer.fields())
    gone.setAttributes(["gone", planet_layer.getFeature(1)["collection"], "Moon", "", "", ""])
    planet_layer.dataProvider().addFeature(gone)
    values = {"ASSETS": "usgscsm_isd", "API_URL": planet.stac}
    assert run(planet_layer, tmp_path / "m.txt", feedback, **values)["MANIFEST_LINES"] == 6
    (warning,) = feedback.warnings
    assert "gone (the catalogue can't be asked for its assets: " in warning
    assert "404" in warning


def test_parts_and_the_job(
    planet_layer: QgsVectorLayer, feedback: RecordingFeedback, tmp_path
) -> None:
    assert run(planet_layer, tmp_path / "m.txt", feedback, PARTS=4)["MANIFEST_LINES"] == 6
    sizes = [len(part.read_text().splitlines()) for part in sorted(tmp_path.glob("m.part-*.txt"))]
    assert sorted(sizes) == [1, 1, 2, 2]
    assert (tmp_path / "m.slurm.sh").exists()


def test_a_layer_with_rclone_paths_alone_will_do(
    provider: ArdProvider,  # noqa: ARG001
    feedback: RecordingFeedback,
    tmp_path,
) -> None:
    layer = layer_of(("a", "x:/b/k.tif"), fields="field=id:string&field=rclone_path:string")
    run(layer, tmp_path / "m.txt", feedback, REMOTE="mine")
    assert (tmp_path / "m.txt").read_text() == "mine:/b/k.tif\n"


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"INPUT": "other"}, "choose one that ard:search made"),
        ({"ASSETS": " , "}, "ASSETS is empty"),
        ({"REMOTE": "a/b"}, "The remote name 'a/b' can't be used"),
        ({"MANIFEST": "/nowhere/m.txt"}, "the folder /nowhere doesn't exist"),
        ({"ASSETS": "dtm", "API_URL": "http://127.0.0.1:1"}, "The catalogue can't be asked"),
        ({"ASSETS": "dtm", "API_URL": "no address"}, "The catalogue can't be asked"),
    ],
)
def test_bad_input_ends_in_a_sentence(
    values, says, planet_layer: QgsVectorLayer, feedback: RecordingFeedback, tmp_path
) -> None:
    if "INPUT" in values:
        values = {"INPUT": layer_of(("a",), fields="field=name:string")}
    with pytest.raises(QgsProcessingException) as caught:
        run(planet_layer, **{"path": tmp_path / "m.txt", "feedback": feedback, **values})
    assert says in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_the_default_addresses_are_those_of_the_real_bucket(
    provider: ArdProvider,  # noqa: ARG001
    feedback: RecordingFeedback,
    tmp_path,
) -> None:
    each = next(iter(Planet(20)))
    image = hrefs(each, Urls())["image"]
    run(layer_of((each.id, each.collection, "Moon", image, "", "")), tmp_path / "m.txt", feedback)
    assert "region = us-west-2" in (tmp_path / "m.rclone.conf").read_text()
