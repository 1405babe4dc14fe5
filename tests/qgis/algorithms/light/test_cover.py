"""ard:cover in QGIS."""

from __future__ import annotations

import pytest
from qgis import processing
from qgis.core import QgsProcessingException, QgsVectorLayer

from tests.qgis.conftest import RecordingFeedback
from tests.support.in_qgis.light_layers import box, footprint_layer, image, polygons, rows

pytestmark = pytest.mark.usefixtures("provider")
AREA = "Polygon((0 0,4 0,4 1,0 1,0 0))"


def run(layer, feedback, **parameters):
    outputs = {"OUTPUT": "TEMPORARY_OUTPUT"}
    return processing.run("ard:cover", {"INPUT": layer, **outputs, **parameters}, feedback=feedback)


def tiles() -> QgsVectorLayer:
    """Three tiles of four, twice in another light, and small ones that add nothing."""
    return footprint_layer(
        *(image(f"low{x}", box(x + 0.5, 0.5), incidence_angle=75) for x in range(3)),
        *(image(f"tile{x}", box(x + 0.5, 0.5), subsolar_azimuth=265) for x in range(3)),
        *(image(f"small{x}", box(x + 0.5, 0.5, 0.5)) for x in range(3)),
        image("nowhere", None),
    )


def test_the_tiles_are_chosen_and_the_gap_is_named(feedback: RecordingFeedback, tmp_path) -> None:
    results = run(
        tiles(),
        feedback,
        AREA=polygons(AREA),
        WANTED=52,
        SHARE=1,
        GAPS=str(tmp_path / "gaps.gpkg"),
        MANIFEST=str(tmp_path / "m.txt"),
    )
    chosen = rows(results["OUTPUT"])
    assert sorted(each["id"] for each in chosen) == ["tile0", "tile1", "tile2"]
    assert [each["order"] for each in chosen] == [1, 2, 3]
    assert chosen[-1]["share"] == pytest.approx(0.75, abs=0.01)
    assert sum(each["adds_km2"] for each in chosen) == pytest.approx(3 * 30.323**2, rel=0.02)
    assert (results["CHOSEN"], results["NEEDED"], results["MANIFEST_LINES"]) == (3, 3, 3)
    assert chosen[0]["image_url"].endswith(".tif")
    (gap,) = rows(QgsVectorLayer(str(tmp_path / "gaps.gpkg")))
    assert gap["area_km2"] == pytest.approx(30.323**2, rel=1e-3)
    assert any("Only 7" in each for each in feedback.warnings)
    assert any("at least 3 are needed" in each for each in feedback.infos)


def test_all_of_the_footprints_is_no_reason_to_warn(feedback: RecordingFeedback) -> None:
    layer = footprint_layer(*(image(f"c{x}", box(x / 2, 0)) for x in range(6)))
    assert run(layer, feedback, SHARE=1, GAPS=None)["NEEDED"] == 4
    assert not feedback.warnings


def test_light_and_share(feedback: RecordingFeedback) -> None:
    area = polygons(AREA)
    low = run(tiles(), feedback, AREA=area, WANTED=75, TOLERANCE=1, SHARE=0.5)
    assert sorted(each["id"][:3] for each in rows(low["OUTPUT"])) == ["low", "low"]
    morning = run(tiles(), feedback, AREA=area, WANTED=50, SUN_SIDE="morning", SHARE=1)
    assert {each["id"][:5] for each in rows(morning["OUTPUT"])} == {"small"}
    none = run(tiles(), feedback, AREA=area, WANTED=10)
    assert (none["CHOSEN"], none["NEEDED"], none["COVERED"]) == (0, 0, 0)


@pytest.mark.parametrize(("order", "best"), [("incidence", "a"), ("resolution", "b")])
def test_order_decides_between_equals(feedback: RecordingFeedback, order, best) -> None:
    layer = footprint_layer(
        image("a", box(0, 0), incidence_angle=50, pixel_resolution=10),
        image("b", box(0, 0), incidence_angle=55, pixel_resolution=5),
    )
    (chosen,) = rows(run(layer, feedback, WANTED=50, ORDER=order)["OUTPUT"])
    assert chosen["id"] == best


def test_without_an_area_all_that_is_shown(feedback: RecordingFeedback) -> None:
    results = run(tiles(), feedback, SHARE=1)
    assert results["COVERED"] == pytest.approx(1)
    assert results["CHOSEN"] == 3
    extent = run(tiles(), feedback, EXTENT="0,1,0,1 [IAU_2015:30100]", SHARE=1)
    assert extent["CHOSEN"] == 1


def test_an_area_of_another_body(feedback: RecordingFeedback) -> None:
    with pytest.raises(QgsProcessingException, match="shows Mars"):
        run(tiles(), feedback, AREA=polygons(AREA, crs="IAU_2015:49900"))
    with pytest.raises(QgsProcessingException, match="holds no polygon"):
        run(tiles(), feedback, AREA=polygons())
