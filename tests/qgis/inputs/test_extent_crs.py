"""Which CRSs a view may be in: every one of the body, degrees in doubt, and nothing else."""

import math
import sqlite3

import pytest
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsEllipsoidUtils,
    QgsRectangle,
)

from ard_qgis_plugin.bridge.inputs.extent import area_of_extent
from ard_qgis_plugin.core.geometry.box import Box
from ard_qgis_plugin.core.model.bodies import BODIES, body_named
from ard_qgis_plugin.core.model.errors import AreaError

pytestmark = pytest.mark.usefixtures("qgis_app")

MOON, MARS, EUROPA = (body_named(name) for name in ("Moon", "Mars", "Europa"))
BOX = (3, 4, 5, 6)
METRES = (-100_000, -100_000, 200_000, 300_000)

MOON_WKT = (
    'GEOGCRS["a map of my own",DATUM["lunar",ELLIPSOID["{name}",{radius},0,'
    'LENGTHUNIT["metre",1]]],PRIMEM["Reference Meridian",{meridian},'
    'ANGLEUNIT["degree",0.0174532925199433]],CS[ellipsoidal,2],'
    'AXIS["latitude",north,ORDER[1],ANGLEUNIT["degree",0.0174532925199433]],'
    'AXIS["longitude",{direction},ORDER[2],ANGLEUNIT["degree",0.0174532925199433]]]'
)


def lunar(name="Moon", radius=1737400, meridian=0, direction="east"):
    wkt = MOON_WKT.format(name=name, radius=radius, meridian=meridian, direction=direction)
    crs = QgsCoordinateReferenceSystem.fromWkt(wkt)
    assert crs.isValid()
    return crs


def searched(crs, rectangle, body=MOON):
    if isinstance(crs, str):
        is_proj = crs.startswith("+")
        system = QgsCoordinateReferenceSystem
        crs = system.fromProj(crs) if is_proj else system(crs)
    return area_of_extent(QgsRectangle(*rectangle), crs, body, QgsCoordinateTransformContext())


def refused(crs, rectangle, body=MOON):
    with pytest.raises(AreaError) as caught:
        searched(crs, rectangle, body)
    message = str(caught.value)
    assert message.endswith(".")
    assert "\n" not in message
    return message


def test_the_bodies_are_those_that_qgis_has_codes_for():
    with sqlite3.connect(QgsApplication.srsDatabaseFilePath()) as database:
        rows = database.execute(
            "SELECT auth_id FROM tbl_srs WHERE auth_name = 'IAU_2015' AND is_geo"
        ).fetchall()
    sun, earth = 1000, 39900
    codes = {int(code) for (code,) in rows if int(code) % 100 == 0}
    assert {body.iau_code for body in BODIES} == codes - {sun, earth}


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body.name)
def test_each_body_is_as_qgis_defines_it(body):
    crs = QgsCoordinateReferenceSystem(body.crs)
    assert crs.isValid()
    assert crs.isGeographic()
    assert crs.celestialBodyName() == body.name
    ellipsoid = QgsEllipsoidUtils.ellipsoidParameters(crs.ellipsoidAcronym())
    assert ellipsoid.semiMajor == pytest.approx(body.radius)


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body.name)
def test_each_body_can_be_searched_in_degrees_and_on_its_maps(body):
    area, warnings = searched(body.crs, BOX, body)
    assert (area.boxes, warnings) == ((Box(3, 4, 5, 6),), [])
    side = math.radians(1) * body.radius
    area, warnings = searched(f"IAU_2015:{body.iau_code + 10}", (0, 0, side, side), body)
    assert area.boxes[0].as_bbox() == pytest.approx([0, 0, 1, 1], abs=1e-6)
    assert warnings == []


@pytest.mark.parametrize(
    ("crs", "body"),
    [("ESRI:104903", MOON), ("ESRI:104905", MARS), ("ESRI:104915", EUROPA)],
)
def test_esri_degrees_are_the_same_degrees(crs, body):
    assert searched(crs, (170, 4, 190, 6), body) == searched(body.crs, (170, 4, 190, 6), body)


def test_an_esri_map_gives_the_same_boxes_as_the_iau_map():
    assert searched("ESRI:103878", METRES) == searched("IAU_2015:30135", METRES)


@pytest.mark.parametrize("name", ["Moon", "GCS_Moon_2000", "unknown"])
@pytest.mark.parametrize("radius", [1737400, 1738100, 1737151.3])
def test_a_crs_of_ones_own_is_known_by_its_size(name, radius):
    area, warnings = searched(lunar(name, radius), BOX)
    assert (area.boxes, warnings) == ((Box(3, 4, 5, 6),), [])


def test_a_map_of_ones_own_is_transformed_on_its_own_sphere():
    area, warnings = searched("+proj=stere +lat_0=90 +R=1737400 +no_defs", METRES)
    assert (area, warnings) == searched("IAU_2015:30130", METRES)


def test_a_prime_meridian_of_ones_own_is_taken_off():
    area, _ = searched(lunar(meridian=20), BOX)
    assert area.boxes[0].as_bbox() == pytest.approx([23, 4, 25, 6])


@pytest.mark.parametrize(
    "crs",
    ["EPSG:4326", "EPSG:4258", "IAU_2015:39900", "OGC:CRS84", "+proj=longlat +datum=WGS84", ""],
)
def test_degrees_of_the_earth_are_taken_for_the_bodys_with_one_warning(crs):
    area, warnings = searched(crs, (170, 4, 190, 6))
    assert area.boxes == (Box(170, 4, 180, 6), Box(-180, 4, -170, 6))
    assert len(warnings) == 1
    assert "Moon" in warnings[0]
    assert "IAU_2015:30100" in warnings[0]


@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:32633", "EPSG:3031"])
def test_a_projected_map_of_the_earth_is_refused_with_the_way_out(crs):
    message = refused(crs, METRES)
    assert crs in message
    assert "set the project CRS to IAU_2015:30100" in message


def test_metres_without_a_crs_are_refused():
    assert "set the project CRS to IAU_2015:30100" in refused("", METRES)


@pytest.mark.parametrize("crs", ["IAU_2015:49900", "IAU_2015:49910", "ESRI:104905"])
def test_a_map_of_another_body_is_refused_naming_both(crs):
    message = refused(crs, BOX)
    assert "Moon" in message
    assert "Mars" in message
    assert "set the project CRS to IAU_2015:30100" in message


def test_a_nameless_map_of_another_size_is_refused():
    assert "Mars" in refused("+proj=merc +R=3396190 +no_defs", METRES)
    assert "7777 km" in refused("+proj=merc +R=7777000 +no_defs", METRES)


@pytest.mark.parametrize(
    "crs",
    ["IAU_2015:49901", "IAU_2015:49902", "IAU_2015:49911", "IAU_2015:49931", "IAU_2015:49966"],
)
def test_swapped_and_mirrored_codes_are_refused(crs):
    message = refused(crs, BOX, MARS)
    assert crs in message
    assert "set the project CRS to IAU_2015:49900" in message


def test_a_crs_of_ones_own_with_longitudes_to_the_west_is_refused():
    assert "a map of my own" in refused(lunar(direction="west"), BOX)


@pytest.mark.parametrize(
    "rectangle",
    [
        (3, 4, 3, 4),
        (0, 0, 0, 0),
        (math.nan, 0, 1, 1),
        (0, 0, math.inf, 1),
    ],
)
def test_an_empty_extent_is_refused(rectangle):
    assert "empty" in refused("IAU_2015:30100", rectangle)


def test_the_null_rectangle_is_refused():
    null, moon = QgsRectangle(), QgsCoordinateReferenceSystem("IAU_2015:30100")
    with pytest.raises(AreaError, match="empty"):
        area_of_extent(null, moon, MOON, QgsCoordinateTransformContext())


@pytest.mark.parametrize(
    ("crs", "rectangle"),
    [
        ("IAU_2015:30100", (3, 80, 5, 95)),
        ("IAU_2015:30100", (3, -100, 5, 6)),
        ("EPSG:4326", (3, 4, 5, 91)),
    ],
)
def test_latitudes_beyond_a_pole_are_refused(crs, rectangle):
    assert "pole" in refused(crs, rectangle)


def test_a_tall_window_that_shows_more_than_all_latitudes_is_searched():
    area, _ = searched("IAU_2015:30100", (-100, -110, 100, 110))
    assert area.boxes == (Box(-100, -90, 100, 90),)


@pytest.mark.parametrize(
    ("crs", "rectangle"),
    [
        ("IAU_2015:30165", (2e6, 2e6, 3e6, 3e6)),
        ("IAU_2015:30120", (4e6, 2e6, 5e6, 2.5e6)),
        ("IAU_2015:30110", (0, 3e6, 1e6, 4e6)),
        ("IAU_2015:30110", (0, -4e6, 1e6, -3e6)),
    ],
)
def test_a_view_of_nothing_is_refused(crs, rectangle):
    assert "nothing of the globe" in refused(crs, rectangle)


@pytest.mark.parametrize(
    ("crs", "rectangle", "point"),
    [
        ("IAU_2015:30100", (3, 4, 3, 6), (3, 5)),
        ("IAU_2015:30100", (3, 4, 5, 4), (4, 4)),
        ("IAU_2015:30100", (3, 90, 5, 90), (4, 90)),
        ("IAU_2015:30100", (180, 4, 180, 6), (180, 5)),
        ("IAU_2015:30110", (0, 0, 0, 50_000), (0, 1)),
        ("IAU_2015:30120", (0, 0, 0, 50_000), (0, 1)),
        ("IAU_2015:30130", (0, -50_000, 0, -20_000), (0, 89)),
    ],
)
def test_a_view_of_no_width_is_a_line_that_servers_understand(crs, rectangle, point):
    area, _ = searched(crs, rectangle)
    lon, lat = point
    assert all(box.west < box.east and box.south < box.north for box in area.boxes)
    assert any(box.west <= lon <= box.east and box.south <= lat <= box.north for box in area.boxes)
    assert (
        min(
            sum(box.east - box.west for box in area.boxes),
            max(box.north - box.south for box in area.boxes),
        )
        < 1e-6
    )
