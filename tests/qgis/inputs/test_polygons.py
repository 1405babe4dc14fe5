"""AREA: polygons in any CRS of the body become the region to search and a request that holds it."""

import math

import numpy as np
import pytest
import shapely
from qgis import processing
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)
from shapely.geometry import shape

from ard_qgis_plugin.bridge.inputs.extent import area_of_polygons
from ard_qgis_plugin.core.model.errors import AreaError
from tests.qgis.inputs.test_extent import MARS, MOON

pytestmark = pytest.mark.usefixtures("provider")

R = MOON.radius
DEGREE = math.radians(1) * R
WORLD = shapely.box(-180, -90, 180, 90)


def region_of(crs, *polygons, body=MOON):
    system = QgsCoordinateReferenceSystem
    crs = system.fromProj(crs) if crs.startswith("+") else system(crs)
    wkb = [QgsGeometry.fromWkt(text).asWkb().data() for text in polygons]
    area, warnings = area_of_polygons(wkb, crs, body, QgsCoordinateTransformContext())
    (query,) = area.queries()
    check_request(query["intersects"], area.region.shape)
    return area.region.shape, warnings


def check_request(geometry, region):
    """A request's geometry is what GeoJSON wants, small, and holds the whole region."""
    sent = shape(geometry)
    assert geometry["type"] in ("Polygon", "MultiPolygon")
    assert sent.is_valid
    assert WORLD.covers(sent)
    assert shapely.get_num_coordinates(sent) <= 400
    assert sent.buffer(1e-9).covers(region)
    for part in shapely.get_parts(sent):
        assert part.exterior.is_ccw
        assert not any(ring.is_ccw for ring in part.interiors)


def same(region, *boxes):
    wanted = shapely.union_all([shapely.box(*each) for each in boxes])
    return region.symmetric_difference(wanted).area <= 1e-4 * wanted.area


def square(west, south, east, north, unit=1.0):
    corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    return f"Polygon(({', '.join(f'{x * unit!r} {y * unit!r}' for x, y in corners)}))"


@pytest.mark.parametrize(
    ("crs", "polygons", "boxes"),
    [
        ("IAU_2015:30100", [square(3, 4, 5, 6)], [(3, 4, 5, 6)]),
        ("ESRI:104903", [square(3, 4, 5, 6)], [(3, 4, 5, 6)]),
        ("IAU_2015:30100", [square(170, 4, 190, 6)], [(170, 4, 180, 6), (-180, 4, -170, 6)]),
        ("IAU_2015:30100", [square(350, 4, 370, 6)], [(-10, 4, 10, 6)]),
        ("IAU_2015:30100", [square(200, 4, 210, 99)], [(-160, 4, -150, 90)]),
        ("IAU_2015:30100", [square(0, 80, 360, 90)], [(-180, 80, 180, 90)]),
        ("IAU_2015:30110", [square(3, 4, 5, 6, DEGREE)], [(3, 4, 5, 6)]),
        (
            "IAU_2015:30110",
            [square(175, 4, 185, 6, DEGREE)],
            [(175, 4, 180, 6), (-180, 4, -175, 6)],
        ),
        ("IAU_2015:30115", [square(-5, 4, 5, 6, DEGREE)], [(175, 4, 180, 6), (-180, 4, -175, 6)]),
        ("IAU_2015:30100", [square(0, 0, 2, 2), square(1, 0, 3, 2)], [(0, 0, 3, 2)]),
        ("IAU_2015:30100", [square(0, 0, 1, 1), square(8, 0, 9, 1)], [(0, 0, 1, 1), (8, 0, 9, 1)]),
        ("IAU_2015:30100", ["Polygon((0 0, 2 2, 2 0, 0 2, 0 0))"], None),
        (
            "IAU_2015:30100",
            [f"Multi{square(3, 4, 5, 6)[:7]}{square(3, 4, 5, 6)[7:].join('()')}"],
            [(3, 4, 5, 6)],
        ),
    ],
)
def test_polygons_in_degrees_and_on_cylindrical_maps(crs, polygons, boxes):
    region, warnings = region_of(crs, *polygons)
    assert warnings == []
    assert same(region, *boxes) if boxes else region.area == pytest.approx(2)


def ring_at(latitude, points=720):
    """A circle around the south pole on the polar map, metres."""
    radius = 2 * R * math.tan(math.radians(90 + latitude) / 2)
    angle = np.linspace(0, 2 * np.pi, points)
    return ", ".join(f"{radius * math.sin(a)!r} {radius * math.cos(a)!r}" for a in angle)


def test_a_polygon_around_a_pole_is_closed_over_it():
    region, _ = region_of("IAU_2015:30135", f"Polygon(({ring_at(-80)}))")
    assert same(region, (-180, -90, 180, -80))


def test_a_hole_around_a_pole_stays_open():
    region, _ = region_of("IAU_2015:30135", f"Polygon(({ring_at(-80)}), ({ring_at(-85)}))")
    assert same(region, (-180, -85, 180, -80))


def test_a_polygon_beyond_the_limb_is_cut_at_it():
    globe = square(-2, -2, 2, 2, R)
    region, _ = region_of(f"+proj=ortho +lat_0=0 +lon_0=0 +R={R} +no_defs", globe)
    assert same(region, (-90, -90, 90, 90))
    half = square(-2, -2, 0, 2, R)
    region, _ = region_of(f"+proj=ortho +lat_0=0 +lon_0=170 +R={R} +no_defs", half)
    assert same(region, (80, -90, 170, 90))


def test_a_huge_coastline_becomes_a_small_request_that_holds_it():
    random = np.random.default_rng(5)
    angle = np.linspace(0, 2 * np.pi, 50_000, endpoint=False)
    reach = 20 + np.cumsum(random.normal(0, 0.01, len(angle)))
    points = [
        f"{100 + r * math.cos(a)!r} {r * math.sin(a)!r}"
        for a, r in zip(angle.tolist(), reach.tolist(), strict=True)
    ]
    region, _ = region_of("IAU_2015:30100", f"Polygon(({', '.join([*points, points[0]])}))")
    assert shapely.get_num_coordinates(region) > 40_000


def test_islands_by_the_thousand_become_a_small_request():
    islands = [
        square(lon, lat, lon + 0.5, lat + 0.5)
        for lon in range(-180, 180, 5)
        for lat in range(-80, 80, 8)
    ]
    region, _ = region_of("IAU_2015:30100", *islands)
    assert len(region.geoms) == len(islands)


@pytest.mark.parametrize(
    ("crs", "polygon", "said"),
    [
        ("IAU_2015:49900", square(3, 4, 5, 6), "AREA shows Mars, but Moon is searched"),
        ("EPSG:3857", square(3, 4, 5, 6), "projected map of the Earth"),
        ("IAU_2015:30165", square(3, 3, 5, 6, R), "nothing of the globe"),
        ("IAU_2015:30165", square(0.8, 0.7, 0.81, 0.71, R), "nothing of the globe"),
        ("IAU_2015:30100", square(3e5, 4, 4e5, 6), "many times around the globe"),
    ],
)
def test_polygons_that_can_not_be_searched_are_refused(crs, polygon, said):
    with pytest.raises(AreaError, match=said):
        region_of(crs, polygon)


def test_polygons_in_degrees_of_the_earth_are_taken_with_a_warning():
    region, warnings = region_of("EPSG:4326", square(3, 4, 5, 6))
    assert same(region, (3, 4, 5, 6))
    assert len(warnings) == 1
    assert warnings[0].startswith("AREA is in EPSG:4326")
    with pytest.raises(AreaError, match="swaps or mirrors"):
        region_of("IAU_2015:49901", square(3, 4, 5, 6), body=MARS)


@pytest.fixture
def layer():
    """A layer of two polygons, the second one selected."""
    layer = QgsVectorLayer("CurvePolygonZ?crs=IAU_2015:30110", "wishes", "memory")
    for text in (square(-40, -40, -30, -30, DEGREE), square(3, 4, 5, 6, DEGREE)):
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt(text))
        layer.dataProvider().addFeature(feature)
    layer.selectByIds([2])
    QgsProject.instance().addMapLayer(layer)
    yield layer
    QgsProject.instance().removeMapLayer(layer)


def test_the_selected_polygons_are_searched(planet, layer, feedback):
    parameters = {"API_URL": planet.stac, "OUTPUT": "memory:"}
    selected = QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)
    found = processing.run("ard:search", parameters | {"AREA": selected}, feedback=feedback)
    box = processing.run("ard:search", parameters | {"EXTENT": "3,5,4,6 [IAU_2015:30100]"})
    ids, wanted = ([each["id"] for each in one["OUTPUT"].getFeatures()] for one in (found, box))
    assert ids == wanted
    assert len(ids) > 30
    # AREA is what counts where both are given
    both = parameters | {"AREA": selected, "EXTENT": "100,101,0,1 [IAU_2015:30100]"}
    assert processing.run("ard:search", both)["FOUND"] == len(ids)
    coverage = {each["id"]: each["coverage"] for each in found["OUTPUT"].getFeatures()}
    assert all(0 <= part <= 1 for part in coverage.values())
    for each in box["OUTPUT"].getFeatures():
        assert each["coverage"] == pytest.approx(coverage[each["id"]], abs=1e-6)


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ({}, "Neither EXTENT nor AREA is given"),
        ({"EXTENT": ""}, "Neither EXTENT nor AREA is given"),
        ({"AREA": "empty"}, "AREA holds no polygon"),
    ],
)
def test_nothing_to_search_is_told(parameters, said, planet):
    empty = QgsVectorLayer("Polygon?crs=IAU_2015:30100", "empty", "memory")
    given = {name: empty if value == "empty" else value for name, value in parameters.items()}
    with pytest.raises(QgsProcessingException, match=said):
        processing.run("ard:search", {"API_URL": planet.stac, "OUTPUT": "memory:"} | given)
