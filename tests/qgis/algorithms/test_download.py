"""ard:download in QGIS: what it reports, in numbers, in a table and in sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis import processing
from qgis.core import (
    QgsApplication,
    QgsProcessingException,
    QgsProject,
    QgsRasterLayer,
    QgsSettings,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QStandardPaths

from ard_qgis_plugin.provider import ArdProvider
from ard_qgis_plugin.settings import GROUP
from tests.qgis.algorithms.test_manifest import layer_of
from tests.qgis.conftest import RecordingFeedback
from tests.sample.names import hrefs
from tests.sample.planet import Planet
from tests.sample.servers import SamplePlanetServers
from tests.support.servers.s3 import BUCKET, put, s3_server

IMAGES = {f"moon/{name}.tif": name.encode() * 3000 for name in "abc"}


@pytest.fixture
def server(tmp_path):
    put(tmp_path / "s3" / BUCKET, IMAGES)
    with s3_server(tmp_path / "s3", "--dir-cache-time", "0s") as address:
        yield address


@pytest.fixture
def footprints(provider: ArdProvider, server: str) -> QgsVectorLayer:  # noqa: ARG001
    """Has three images that are there and one that is not."""
    urls = {key: f"{server}/{BUCKET}/{key}" for key in (*IMAGES, "moon/gone.tif")}
    return layer_of(*((Path(key).stem, "c", "Moon", url, "", url) for key, url in urls.items()))


def run(layer, folder, feedback, **parameters):
    values = {"INPUT": layer, "FOLDER": str(folder), "REPORT": "TEMPORARY_OUTPUT", **parameters}
    return processing.run("ard:download", values, feedback=feedback)


def test_numbers_table_and_sentences_say_the_same(
    footprints: QgsVectorLayer, feedback: RecordingFeedback, tmp_path: Path
) -> None:
    folder = tmp_path / "images"
    results = run(footprints, folder, feedback)
    numbers = {name: results[name] for name in ("COPIED", "ALREADY_THERE", "FAILED")}
    assert numbers == {"COPIED": 3, "ALREADY_THERE": 0, "FAILED": 1}
    assert results["FOLDER"] == str(folder)
    table = results["REPORT"]
    assert table.fields().names() == ["id", "asset", "path", "bytes", "status", "reason"]
    rows = {each["id"]: each.attributes()[1:] for each in table.getFeatures()}
    assert list(rows) == ["a", "b", "c", "gone"]
    path = folder / BUCKET / "moon" / "a.tif"
    assert rows["a"][:4] == ["image", str(path), 3000, "copied"]
    assert path.read_bytes() == IMAGES["moon/a.tif"]
    assert rows["gone"][3:] == ["failed", "it is not on the server"]
    assert feedback.warnings == [
        "1 not downloaded, it is not on the server: gone (image).",
        "Run the download again to complete it: what is whole stays.",
    ]
    assert "3 files copied (9.0 kB), 0 were there already, 1 failed." in feedback.infos


def test_the_table_can_be_left_out(
    footprints: QgsVectorLayer, feedback: RecordingFeedback, tmp_path: Path
) -> None:
    values = {"INPUT": footprints, "FOLDER": str(tmp_path / "images")}
    results = processing.run("ard:download", values, feedback=feedback)
    assert results["COPIED"] == 3
    assert "REPORT" not in results


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Returns the user's folder of documents."""
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path / "Documents"))
    return tmp_path / "Documents"


def default_of(algorithm: str) -> object:
    found = QgsApplication.processingRegistry().createAlgorithmById(algorithm)
    return found.parameterDefinition("FOLDER").defaultValue()


@pytest.mark.parametrize("nothing", [{}, {"FOLDER": None}, {"FOLDER": ""}])
def test_a_download_without_a_folder_goes_to_one_of_the_users(
    nothing: dict, footprints: QgsVectorLayer, feedback: RecordingFeedback, own_folder: Path
) -> None:
    results = processing.run("ard:download", {"INPUT": footprints, **nothing}, feedback=feedback)
    assert results["FOLDER"] == str(own_folder / "planetary-ard")
    assert (own_folder / "planetary-ard" / BUCKET / "moon" / "a.tif").is_file()


def test_the_last_folder_is_remembered_and_images_are_taken_from_it(
    footprints: QgsVectorLayer, feedback: RecordingFeedback, own_folder: Path, tmp_path: Path
) -> None:
    assert default_of("ard:download") == str(own_folder / "planetary-ard")
    assert default_of("ard:addimages") is None
    run(footprints, tmp_path / "images", feedback)
    run(footprints, "TEMPORARY_OUTPUT", feedback)  # QGIS will delete that one
    assert default_of("ard:download") == default_of("ard:addimages") == str(tmp_path / "images")


def test_running_again_completes(
    footprints: QgsVectorLayer, feedback: RecordingFeedback, tmp_path: Path
) -> None:
    run(footprints, tmp_path / "images", feedback)
    put(tmp_path / "s3" / BUCKET, {"moon/gone.tif": b"back"})
    results = run(footprints, tmp_path / "images", feedback)
    assert (results["COPIED"], results["ALREADY_THERE"], results["FAILED"]) == (1, 3, 0)


def test_an_image_and_its_thumbnail_of_the_same_address_are_two_rows_of_one_file(
    footprints: QgsVectorLayer, feedback: RecordingFeedback, tmp_path: Path
) -> None:
    results = run(footprints, tmp_path / "images", feedback, ASSETS="image,thumbnail")
    assert results["COPIED"] == 3


def test_without_rclone_a_sentence_says_how_to_get_it(
    footprints: QgsVectorLayer,
    feedback: RecordingFeedback,
    tmp_path: Path,
) -> None:
    QgsSettings().setValue(f"{GROUP}/rclone", "/nowhere/rclone")
    with pytest.raises(QgsProcessingException, match=r"/nowhere/rclone can't be run .*install it"):
        run(footprints, tmp_path / "images", feedback)


def test_other_layers_and_folders_that_can_not_be_are_named(
    footprints: QgsVectorLayer, feedback: RecordingFeedback, tmp_path: Path
) -> None:
    other = layer_of(("a",), fields="field=name:string")
    with pytest.raises(QgsProcessingException, match="choose one that ard:search made"):
        run(other, tmp_path / "images", feedback)
    (tmp_path / "file").touch()
    with pytest.raises(QgsProcessingException, match="can't be made"):
        run(footprints, tmp_path / "file", feedback)


def test_a_temporary_folder_will_do(
    footprints: QgsVectorLayer, feedback: RecordingFeedback
) -> None:
    results = run(footprints, "TEMPORARY_OUTPUT", feedback)
    assert (Path(results["FOLDER"]) / BUCKET / "moon" / "a.tif").is_file()


@pytest.mark.usefixtures("tree_view")
def test_images_can_be_added_to_the_map(
    planet: SamplePlanetServers,
    provider: ArdProvider,  # noqa: ARG001
    feedback: RecordingFeedback,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("RCLONE_CONFIG_S3_NOAUTH_PROVIDER", "Other")
    monkeypatch.setenv("RCLONE_CONFIG_S3_NOAUTH_ENDPOINT", planet.s3)
    QgsProject.instance().clear()
    observations = list(Planet(planet.size))[:3]
    rows = [
        (each.id, each.collection, "Moon", hrefs(each, planet.urls)["image"], "", "")
        for each in observations
    ]
    values = {"INPUT": layer_of(*rows), "FOLDER": str(tmp_path), "REPORT": "TEMPORARY_OUTPUT"}
    processing.runAndLoadResults("ard:download", {**values, "LOAD": True}, feedback=feedback)
    for _ in range(10):
        QgsApplication.processEvents()
    layers = QgsProject.instance().mapLayers().values()
    images = {each.name(): each for each in layers if isinstance(each, QgsRasterLayer)}
    assert set(images) == {each.id for each in observations}
    assert all(each.source().startswith(str(tmp_path)) for each in images.values())
    QgsProject.instance().clear()
