"""What is wrong with the input is said in a sentence, by each algorithm of the group Light."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from qgis import processing
from qgis.core import QgsProcessingException, QgsVectorLayer

from tests.qgis.conftest import RecordingFeedback
from tests.support.in_qgis.light_layers import aft, box, footprint_layer, image, polygons

pytestmark = pytest.mark.usefixtures("provider")
ALGORITHMS = ("stereopairs", "looks", "cover", "coverage", "lightgroups")
WITH_AREA = ("stereopairs", "cover", "coverage")
POINT = "0,0 [IAU_2015:30100]"
SQUARE = "Polygon((0 0,1 0,1 1,0 1,0 0))"


def run(
    algorithm: str,
    layer: QgsVectorLayer,
    feedback: RecordingFeedback,
    folder: Path,
    **parameters: Any,
) -> dict[str, Any]:
    output = str(folder / "map.tif") if algorithm == "coverage" else "TEMPORARY_OUTPUT"
    place = {"POINT": POINT} if algorithm == "looks" else {}
    values = {"INPUT": layer, "OUTPUT": output, **place, **parameters}
    return processing.run(f"ard:{algorithm}", values, feedback=feedback)


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_layers_that_will_not_do(algorithm, feedback, tmp_path) -> None:
    one = image("a", box(0, 0))
    for layer, said in (
        (polygons(SQUARE), "doesn't say under which light .* choose one that ard:search made"),
        (footprint_layer({**one, "incidence_angle": None}), "has an incidence angle: search again"),
        (footprint_layer(one, image("b", box(0, 0), body="Mars")), "of Mars and Moon: select"),
        (footprint_layer(one, crs="IAU_2015:30110"), "not in longitude and latitude: choose"),
    ):
        with pytest.raises(QgsProcessingException, match=said):
            run(algorithm, layer, feedback, tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("algorithm", WITH_AREA)
def test_areas_that_will_not_do(algorithm, feedback, tmp_path) -> None:
    layer = footprint_layer(image("a", box(0, 0)))
    for area, said in (
        (polygons(SQUARE, crs="IAU_2015:49900"), "shows Mars"),
        (polygons(), "holds no polygon"),
    ):
        with pytest.raises(QgsProcessingException, match=said):
            run(algorithm, layer, feedback, tmp_path, AREA=area)


@pytest.mark.parametrize("algorithm", ["cover", "coverage"])
def test_an_extent_of_another_body_or_of_nothing(algorithm, feedback, tmp_path) -> None:
    layer = footprint_layer(image("a", box(0, 0)))
    with pytest.raises(QgsProcessingException, match="shows Mars"):
        run(algorithm, layer, feedback, tmp_path, EXTENT="0,1,0,1 [IAU_2015:49900]")


@pytest.mark.parametrize("algorithm", ["cover", "coverage"])
def test_nothing_to_look_at(algorithm, feedback, tmp_path) -> None:
    for layer in (footprint_layer(), footprint_layer(image("a", None))):
        with pytest.raises(QgsProcessingException, match="There is no area to look at"):
            run(algorithm, layer, feedback, tmp_path)


@pytest.mark.parametrize("algorithm", ["stereopairs", "looks", "lightgroups"])
def test_an_empty_layer_gives_an_empty_one(algorithm, feedback, tmp_path) -> None:
    result = run(algorithm, footprint_layer(), feedback, tmp_path)
    assert result["OUTPUT"].featureCount() == 0
    assert any("holds no footprint" in each for each in feedback.infos)


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_what_lacks_something_is_left_out_and_counted(algorithm, feedback, tmp_path) -> None:
    """Without them the result is the same."""
    good = (image("a", box(0, 0)), aft("b", box(0, 0)))
    bad = (
        image("c", None),
        image("d", box(0, 0), incidence_angle=None),
        image("e", box(0, 0), subsolar_azimuth=None),
    )
    wanted = {"WANTED": 50, "SUN_SIDE": "morning"} if algorithm == "cover" else {}
    first = run(algorithm, footprint_layer(*good), feedback, tmp_path, **wanted)
    assert feedback.warnings == []
    second = run(algorithm, footprint_layer(*bad, *good), feedback, tmp_path, **wanted)
    numbers = {name: value for name, value in first.items() if isinstance(value, (int, float))}
    changed = {"LEFT_OUT": 3 if algorithm == "stereopairs" else 2}
    if algorithm == "lightgroups":  # it needs no outline: the image without one is in the group
        assert second["OUTPUT"].featureCount() == 5
    assert {name: second[name] for name in numbers} == {
        name: changed.get(name, value) for name, value in numbers.items()
    }
    (warning,) = feedback.warnings
    assert warning.startswith("Images left out: ")
    for said in ("1 (no incidence angle)", "1 (no sun azimuth)"):
        assert said in warning


@pytest.mark.parametrize(
    ("algorithm", "limits", "said"),
    [
        ("stereopairs", {"MIN_PHASE": 90, "MAX_PHASE": 10}, "phase lie the wrong way round"),
        ("stereopairs", {"MIN_INCIDENCE": 66}, "incidence lie the wrong way round"),
        ("stereopairs", {"MIN_PARALLAX": 1.5}, "parallax height ratio lie the wrong way round"),
        ("looks", {"MIN_INCIDENCE": 60, "MAX_INCIDENCE": 50}, "exchange"),
    ],
)
def test_limits_the_wrong_way_round(algorithm, limits, said, feedback, tmp_path) -> None:
    with pytest.raises(QgsProcessingException, match=said):
        run(algorithm, footprint_layer(image("a", box(0, 0))), feedback, tmp_path, **limits)


@pytest.mark.parametrize("algorithm", ALGORITHMS)
@pytest.mark.parametrize(
    ("kind", "wkt"),
    [("Point", "Point(0 0)"), ("LineString", "LineString(0 0,1 1)"), ("NoGeometry", None)],
)
def test_what_is_no_area_is_no_footprint(algorithm, kind, wkt, feedback, tmp_path) -> None:
    layer = footprint_layer(image("a", wkt), aft("b", wkt), kind=kind)
    area = {"AREA": polygons(SQUARE)} if algorithm in WITH_AREA else {}
    results = run(algorithm, layer, feedback, tmp_path, **area)
    names = ("PAIRS", "LOOKS", "CHOSEN", "COVERED", "GROUPS")
    found = {results[name] for name in names if name in results}
    assert found == ({1} if algorithm == "lightgroups" else {0})


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_curved_footprints(algorithm, feedback, tmp_path) -> None:
    circle = "CurvePolygon(CircularString(0 0,1 1,2 0,1 -1,0 0))"
    layer = footprint_layer(image("a", circle), aft("b", circle), kind="CurvePolygon")
    results = run(algorithm, layer, feedback, tmp_path)
    counts = {"stereopairs": "PAIRS", "looks": "LOOKS", "cover": "CHOSEN", "coverage": "COVERED"}
    expected = 2 if algorithm == "looks" else 1
    assert results[counts.get(algorithm, "GROUPS")] == expected
