"""ard:download in QGIS: what it reports, in numbers, in a table and in sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis import processing
from qgis.core import QgsProcessingException, QgsSettings, QgsVectorLayer

from ard_qgis_plugin.provider import ArdProvider
from ard_qgis_plugin.settings import GROUP
from tests.qgis.conftest import RecordingFeedback
from tests.qgis.test_manifest_algorithm import layer_of
from tests.s3 import BUCKET, put, s3_server

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


@pytest.fixture
def settings():
    yield QgsSettings()
    QgsSettings().remove(GROUP)


def test_without_rclone_a_sentence_says_how_to_get_it(
    footprints: QgsVectorLayer,
    feedback: RecordingFeedback,
    tmp_path: Path,
    settings: QgsSettings,
) -> None:
    settings.setValue(f"{GROUP}/rclone", "/nowhere/rclone")
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
