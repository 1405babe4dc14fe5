"""ard:stereopairs in QGIS."""

from __future__ import annotations

import csv

import pytest
from qgis import processing
from qgis.core import QgsProcessingException, QgsProject, QgsVectorLayer, QgsWkbTypes

from tests.qgis.conftest import RecordingFeedback
from tests.support.in_qgis.light_layers import (
    aft,
    box,
    footprint_layer,
    image,
    polygons,
    rows,
)

pytestmark = pytest.mark.usefixtures("provider")

_ANGLES = (
    *("incidence_angle", "emission_angle", "phase_angle", "subsolar_azimuth"),
    *("subspacecraft_azimuth", "pixel_resolution"),
)
PAIR = (
    "TC1W2B0_01_07463S505E3340",
    "TC2W2B0_01_07463S510E3340",
)


def run(layer, feedback, output="TEMPORARY_OUTPUT", **parameters):
    return processing.run(
        "ard:stereopairs", {"INPUT": layer, "OUTPUT": output, **parameters}, feedback=feedback
    )


def test_a_pair_with_all_its_numbers(feedback: RecordingFeedback, tmp_path) -> None:
    model = f"{PAIR[1]}__{PAIR[0]}"
    layer = footprint_layer(
        image(PAIR[0], box(0, 0)),
        aft(PAIR[1], box(0.2, 0)),
        aft("far", box(30, 0)),
        image(model, box(0, 0), incidence_angle=None, collection="kaguya_terrain_camera_usgs_dtms"),
    )
    path = tmp_path / "pairs.gpkg"
    results = run(layer, feedback, str(path), MANIFEST=str(tmp_path / "m.txt"))
    assert (results["PAIRS"], results["LEFT_OUT"], results["MANIFEST_LINES"]) == (1, 1, 2)
    written = QgsVectorLayer(str(path), "pairs")
    assert written.crs().authid() == "IAU_2015:30100"
    assert written.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry
    (pair,) = rows(written)
    assert (pair["id_a"], pair["id_b"]) == PAIR
    assert pair["overlap_min"] == pair["overlap_a"] == pytest.approx(0.8)
    assert pair["overlap_km2"] == pytest.approx(0.8 * 30.323**2, rel=1e-3)
    assert pair["convergence"] == pytest.approx(29, abs=1.5)
    assert pair["convergence_error"] == pytest.approx(0.14)
    assert pair["parallax_height_ratio"] == pytest.approx(0.529, abs=1e-3)
    assert pair["shadow_tip_distance"] == pytest.approx(0)
    assert pair["delta_spacecraft_azimuth"] == pytest.approx(162)
    assert pair["same_orbit"] == 1
    assert pair["dtm_id"] == model
    assert pair["thumbnail_url_a"].endswith(f"{PAIR[0]}.jpg")
    assert 0 < pair["strength"] <= 1
    (feature,) = written.getFeatures()
    assert feature.geometry().area() == pytest.approx(0.8)
    assert written.renderer().classAttribute() == '"strength"'
    assert "thumbnail_url_b" in written.mapTipTemplate()
    assert any("no incidence angle" in warning for warning in feedback.warnings)


def test_limits_area_and_the_best_alone(feedback: RecordingFeedback) -> None:
    layer = footprint_layer(
        *(image("a", box(0, 0)), aft("b", box(0.1, 0)), aft("c", box(0.4, 0))),
        *(image("d", box(20, 0)), aft("e", box(20.1, 0), incidence_angle=64)),
    )
    names = [(pair["id_a"], pair["id_b"]) for pair in rows(run(layer, feedback)["OUTPUT"])]
    assert names == [("a", "b"), ("a", "c"), ("d", "e")]  # alike in all but overlap and light
    assert run(layer, feedback, MAX_PAIRS=1)["PAIRS"] == 1
    assert any("the best 1" in info for info in feedback.infos)
    assert run(layer, feedback, MAX_INCIDENCE=60)["PAIRS"] == 2
    assert run(layer, feedback, MIN_OVERLAP=0.7)["PAIRS"] == 2
    assert run(layer, feedback, DTM_SPACING=29)["PAIRS"] == 0
    assert run(layer, feedback, MAX_DELTA_LS=10)["PAIRS"] == 0
    there = polygons("Polygon((19.9 -0.1,20.2 -0.1,20.2 0.1,19.9 0.1,19.9 -0.1))")
    assert run(layer, feedback, AREA=there)["PAIRS"] == 1


def test_everything_can_be_left_out(feedback: RecordingFeedback) -> None:
    layer = footprint_layer(image("a", box(0, 0)), aft("b", box(0, 0)))
    assert run(layer, feedback)["PAIRS"] == 1
    assert feedback.warnings == []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"MIN_INCIDENCE": 70}, "incidence lie the wrong way round: from 70 to 65"),
        ({"MIN_PARALLAX": 2}, "parallax height ratio lie the wrong way round"),
    ],
)
def test_limits_the_wrong_way_round(feedback: RecordingFeedback, wrong, said) -> None:
    with pytest.raises(QgsProcessingException, match=said):
        run(footprint_layer(image("a", box(0, 0))), feedback, **wrong)


def test_layers_that_will_not_do(feedback: RecordingFeedback) -> None:
    one = image("a", box(0, 0))
    for layer, said in (
        (
            polygons(box(0, 0).replace("Multi", "").replace("(((", "((").replace(")))", "))")),
            "no field id",
        ),
        (footprint_layer(one, lacking=("subspacecraft_azimuth",)), "run ard:search again"),
        (footprint_layer({**one, "incidence_angle": None}), "has an incidence angle: search again"),
        (footprint_layer(one, image("b", box(0, 0), body="Mars")), "Mars and Moon"),
        (footprint_layer(one, crs="IAU_2015:30110"), "not in longitude and latitude"),
    ):
        with pytest.raises(QgsProcessingException, match=said):
            run(layer, feedback)
    mars = polygons("Polygon((0 0,1 0,1 1,0 0))", crs="IAU_2015:49900")
    with pytest.raises(QgsProcessingException, match="shows Mars"):
        run(footprint_layer(one), feedback, AREA=mars)


def test_an_empty_layer_has_no_pairs(feedback: RecordingFeedback) -> None:
    assert run(footprint_layer(), feedback)["PAIRS"] == 0


def test_an_image_twice_is_one(feedback: RecordingFeedback) -> None:
    one, other = image("a", box(0, 0)), aft("b", box(0, 0))
    assert run(footprint_layer(one, other, one, other), feedback)["PAIRS"] == 1
    assert any(warning.startswith("2 features are of images") for warning in feedback.warnings)


def test_longitudes_to_360(feedback: RecordingFeedback) -> None:
    """A layer of 0..360, as other tools write, with the area in -180..180."""
    layer = footprint_layer(image("a", box(200, 0)), aft("b", box(-159.8, 0)))
    area = polygons("Polygon((-161 -1,-159 -1,-159 1,-161 1,-161 -1))")
    for limits in ({}, {"AREA": area}):
        (pair,) = rows(run(layer, feedback, **limits)["OUTPUT"])
        assert pair["overlap_min"] == pytest.approx(0.8)
    across = footprint_layer(image("a", box(180, 0)), aft("b", box(179.9, 0)))
    (pair,) = rows(run(across, feedback)["OUTPUT"])
    assert pair["overlap_min"] == pytest.approx(0.9)


@pytest.mark.parametrize("detects", ["yes", "no"])
def test_a_csv(detects: str, feedback: RecordingFeedback, tmp_path) -> None:
    """Ids that are numbers and angles that are text are ids and angles still."""
    names = ("id", "collection", "body", *_ANGLES, "datetime")
    path = tmp_path / "footprints.csv"
    with path.open("w", newline="") as file:
        table = csv.writer(file)
        table.writerow(["wkt", *names])
        for each in (image("101", box(0, 0)), aft("102", box(0.2, 0))):
            values = {**each, "datetime": f"2008-01-0{each['id'][-1]}T00:00:00Z"}
            table.writerow([values["wkt"], *(values[name] for name in names)])
    options = f"delimiter=,&wktField=wkt&crs=IAU_2015:30100&detectTypes={detects}"
    layer = QgsVectorLayer(f"{path.as_uri()}?{options}", "csv", "delimitedtext")
    assert layer.fields().field("incidence_angle").isNumeric() == (detects == "yes")
    QgsProject.instance().addMapLayer(layer)
    (pair,) = rows(run(layer, feedback)["OUTPUT"])
    assert (pair["id_a"], pair["id_b"], pair["days_apart"]) == ("101", "102", 1)
    assert pair["parallax_height_ratio"] == pytest.approx(0.529, abs=1e-3)


def test_images_without_an_id_are_images(feedback: RecordingFeedback) -> None:
    layer = footprint_layer(image(None, box(0, 0)), aft("", box(0.2, 0)))
    assert run(layer, feedback)["PAIRS"] == 1
    assert not feedback.warnings


@pytest.mark.parametrize("turn", [-360, 0, 360])
def test_longitudes_of_another_turn(turn: int, feedback: RecordingFeedback) -> None:
    layer = footprint_layer(image("a", box(0.1 + turn, 0)), aft("b", box(0.3, 0)))
    area = polygons("Polygon((0 0,0.5 0,0.5 0.5,0 0))")
    assert run(layer, feedback, AREA=area)["PAIRS"] == 1
