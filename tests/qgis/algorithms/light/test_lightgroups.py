"""ard:lightgroups in QGIS."""

from __future__ import annotations

import pytest
from qgis import processing
from qgis.core import QgsProcessingException, QgsVectorLayer

from ard_qgis_plugin.bridge.footprints.layer import KEY_FIELDS
from tests.qgis.conftest import RecordingFeedback
from tests.support.in_qgis.layer_files import write
from tests.support.in_qgis.light_layers import box, footprint_layer, image, rows

pytestmark = pytest.mark.usefixtures("provider")


def run(layer, feedback, output="TEMPORARY_OUTPUT", **parameters):
    values = {"INPUT": layer, "OUTPUT": str(output), **parameters}
    return processing.run("ard:lightgroups", values, feedback=feedback)


def layer() -> QgsVectorLayer:
    return footprint_layer(
        image("a", box(0, 0), subsolar_azimuth=359),
        image("b", box(9, 0), subsolar_azimuth=1),
        image("c", box(0, 9), subsolar_azimuth=180),
        image("d", box(0, 9), incidence_angle=None),
        image("e", None, subsolar_azimuth=2),
    )


def test_groups_are_written_behind_the_fields(feedback: RecordingFeedback, tmp_path) -> None:
    path = tmp_path / "groups.gpkg"
    results = run(layer(), feedback, path)
    assert (results["GROUPS"], results["LEFT_OUT"]) == (2, 1)
    written = QgsVectorLayer(str(path))
    found = {each["id"]: each for each in rows(written)}
    assert [found[name]["light_group"] for name in "abcde"] == [1, 1, 2, None, 1]
    assert found["c"]["sun_north"] == pytest.approx(-0.766, abs=1e-3)
    assert found["c"]["sun_up"] == pytest.approx(0.643, abs=1e-3)
    assert found["a"]["image_url"].endswith("a.tif")
    assert written.crs().authid() == "IAU_2015:30100"
    assert written.renderer().classAttribute() == "light_group"
    assert len(written.renderer().categories()) == 3
    assert any("1 (no incidence angle)" in each for each in feedback.warnings)
    again = tmp_path / "again.gpkg"
    run(QgsVectorLayer(str(path)), feedback, again, TOLERANCE=1)
    found = {each["id"]: each for each in rows(QgsVectorLayer(str(again)))}
    assert [name for name in found["a"] if name == "light_group"] == ["light_group"]
    assert {found["b"]["light_group"], found["e"]["light_group"]} == {1}
    assert found["a"]["light_group"] != 1


def test_footprints_are_not_replaced_by_groups_of_them(feedback, tmp_path) -> None:
    path = write(tmp_path / "footprints.gpkg", KEY_FIELDS)
    before = path.read_bytes()
    with pytest.raises(QgsProcessingException, match="the layer footprints, which would be lost"):
        run(layer(), feedback, path)
    assert path.read_bytes() == before
    for _ in range(2):  # its own groups can go
        run(layer(), feedback, tmp_path / "groups.gpkg")
