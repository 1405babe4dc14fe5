"""ard:looks in QGIS."""

from __future__ import annotations

import pytest
from qgis import processing
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingException,
    QgsProject,
    QgsVectorLayer,
)

from tests.qgis.conftest import RecordingFeedback
from tests.support.in_qgis.light_layers import box, footprint_layer, image, polygons, rows

pytestmark = pytest.mark.usefixtures("provider")
LONLAT = "IAU_2015:30100"


def run(layer, feedback, **parameters):
    outputs = {"OUTPUT": "TEMPORARY_OUTPUT", "SUMMARY": "TEMPORARY_OUTPUT"}
    return processing.run("ard:looks", {"INPUT": layer, **outputs, **parameters}, feedback=feedback)


def images() -> QgsVectorLayer:
    """Three looks at 0, 0 and one elsewhere; the sun moves 0.3 degrees an image at the equator."""
    return footprint_layer(
        image("a", box(0.3, 0), incidence_angle=50, subsolar_azimuth=90),
        image("b", box(0, 0), incidence_angle=51, subsolar_azimuth=90, pixel_resolution=5.0),
        image("c", box(0, 0), incidence_angle=30, subsolar_azimuth=270, emission_angle=40),
        image("d", box(9, 0)),
        image("e", box(0, 0), incidence_angle=None),
    )


def test_a_typed_point(feedback: RecordingFeedback) -> None:
    results = run(images(), feedback, POINT=f"0,0 [{LONLAT}]")
    looks = rows(results["OUTPUT"])
    assert [(each["id"], each["rank"]) for each in looks] == [("b", 1), ("a", 2), ("c", 3)]
    at = {each["id"]: each for each in looks}
    # the sun stands over the equator, so moving 0.3 degrees away from it adds as much
    assert at["a"]["incidence"] == pytest.approx(50.3, abs=1e-6)
    assert at["b"]["incidence"] == pytest.approx(51, abs=1e-6)
    assert at["a"]["sun_azimuth"] == pytest.approx(90)
    assert at["c"]["sun_angle"] == pytest.approx(81, abs=1e-6)
    assert at["c"]["emission"] == 40
    assert {each["coverage"] for each in looks} == {1}
    (summary,) = rows(results["SUMMARY"])
    assert summary["looks"] == results["LOOKS"] == 3
    assert summary["azimuth_gap"] == pytest.approx(180)
    assert summary["sigma_ratio"] == pytest.approx(0, abs=1e-6)
    assert {summary["change_id_a"], summary["change_id_b"]} == {"a", "b"}
    assert summary["change_sun_angle"] == pytest.approx(0.7, abs=1e-6)
    assert any("1 (no incidence angle)" in each for each in feedback.warnings)


def test_limits_are_at_the_place(feedback: RecordingFeedback) -> None:
    point = f"0,0 [{LONLAT}]"
    for limits, count in (
        ({"MIN_INCIDENCE": 50.2}, 2),
        ({"MIN_INCIDENCE": 50.2, "MAX_INCIDENCE": 50.9}, 1),
        ({"MAX_EMISSION": 30}, 2),
    ):
        assert run(images(), feedback, POINT=point, **limits)["LOOKS"] == count
    summary = run(images(), feedback, POINT=point, TOLERANCE=0.5)["SUMMARY"]
    assert rows(summary)[0]["change_id_a"] is None


def test_what_an_emission_limit_leaves_out_is_counted(feedback: RecordingFeedback) -> None:
    layer = footprint_layer(image("a", box(0, 0)), image("b", box(0, 0), emission_angle=None))
    assert run(layer, feedback, POINT=f"0,0 [{LONLAT}]", MAX_EMISSION=30)["LOOKS"] == 1
    assert any("1 (no emission angle)" in each for each in feedback.warnings)


def test_polygons_and_lines_of_a_map(feedback: RecordingFeedback) -> None:
    """Places in the metres of a map of the Moon, with names of their own."""
    place = QgsVectorLayer("Polygon?crs=IAU_2015:30110&field=name:string", "places", "memory")
    to_map = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem(LONLAT), place.crs(), QgsProject.instance()
    )
    geometry = QgsGeometry.fromWkt("Polygon((0 -0.2,1 -0.2,1 0.2,0 0.2,0 -0.2))")
    geometry.transform(to_map)
    feature = QgsFeature(place.fields())
    feature.setGeometry(geometry)
    feature["name"] = "crater"
    place.dataProvider().addFeature(feature)
    looks = rows(run(images(), feedback, PLACES=place)["OUTPUT"])
    assert {each["place"] for each in looks} == {"crater"}
    at = {each["id"]: each for each in looks}
    assert at["a"]["coverage"] == pytest.approx(0.8, abs=1e-6)
    assert at["a"]["incidence_max"] == pytest.approx(50.3, abs=1e-3)
    assert at["a"]["incidence_min"] == pytest.approx(49.5, abs=1e-3)
    line = QgsVectorLayer(f"LineString?crs={LONLAT}", "lines", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromPolylineXY([QgsPointXY(0, 0), QgsPointXY(0.4, 0)]))
    line.dataProvider().addFeature(feature)
    at = {each["id"]: each for each in rows(run(images(), feedback, PLACES=line)["OUTPUT"])}
    assert at["a"]["place"] == "1"
    assert at["b"]["incidence_min"] == pytest.approx(50.6, abs=1e-6)


def test_a_line_across_180(feedback: RecordingFeedback) -> None:
    """It is 2 degrees long, not 358."""
    layer = footprint_layer(
        image("west", box(179.4, 0)), image("east", box(-179.4, 0)), image("far", box(0, 0))
    )
    line = QgsVectorLayer(f"LineString?crs={LONLAT}", "lines", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromPolylineXY([QgsPointXY(179, 0), QgsPointXY(-179, 0)]))
    line.dataProvider().addFeature(feature)
    looks = rows(run(layer, feedback, PLACES=line)["OUTPUT"])
    assert {each["id"]: each["coverage"] for each in looks} == pytest.approx(
        {"west": 0.45, "east": 0.45}, abs=1e-6
    )
    # of the middle, at 180; the sun is 50 degrees east of the centre of each
    at = {each["id"]: each["incidence"] for each in looks}
    assert at == pytest.approx({"west": 49.4, "east": 50.6}, abs=0.1)


def test_incidence_on_mars_is_to_the_normal_of_the_ellipsoid(feedback: RecordingFeedback) -> None:
    """As of incidence_min and incidence_max of the search: 45 north it stands 0.338 off."""
    sun = {"subsolar_longitude": 0.0, "subsolar_latitude": 0.0}
    mars = footprint_layer(
        image("a", box(0, 45), body="Mars", incidence_angle=45.338, **sun), crs="IAU_2015:49900"
    )
    point = "0,45 [IAU_2015:49900]"
    (look,) = rows(run(mars, feedback, POINT=point)["OUTPUT"])
    for name in ("incidence", "incidence_min", "incidence_max"):
        assert look[name] == pytest.approx(45.338, abs=1e-3)


def test_bad_places(feedback: RecordingFeedback) -> None:
    for wrong, said in (
        ({}, "Neither PLACES nor POINT"),
        ({"PLACES": polygons()}, "holds no place"),
        ({"PLACES": polygons("Polygon((0 0,1 0,1 1,0 0))", crs="IAU_2015:49900")}, "shows Mars"),
        ({"POINT": f"0,95 [{LONLAT}]"}, "off the globe"),
        ({"POINT": f"0,0 [{LONLAT}]", "MIN_INCIDENCE": 60, "MAX_INCIDENCE": 50}, "exchange"),
    ):
        with pytest.raises(QgsProcessingException, match=said):
            run(images(), feedback, **wrong)


def test_places_without_a_geometry_are_counted(feedback: RecordingFeedback) -> None:
    places = polygons("Polygon((0 0,0.1 0,0.1 0.1,0 0))")
    places.dataProvider().addFeature(QgsFeature())
    assert run(images(), feedback, PLACES=places)["LOOKS"] == 3
    assert "1 places have no geometry: left out." in feedback.warnings
