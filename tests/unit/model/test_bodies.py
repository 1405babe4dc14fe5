"""Bodies: names, codes, and the body of a catalogue item's CRS."""

import json

import pytest

from ard_qgis_plugin.core.model.bodies import BODIES, body_named, body_of_crs_text

WKT2 = 'GEOGCRS["{0}",DATUM["{0}",ELLIPSOID["{0}",{1},0,LENGTHUNIT["metre",1]]]]'


@pytest.mark.parametrize("name", ["Moon", "moon", "MOON", " Moon "])
def test_a_body_is_found_in_any_letter_case(name):
    assert body_named(name).crs == "IAU_2015:30100"


@pytest.mark.parametrize("name", ["Earth", "Sun", "", "Moo", "Non-Earth body"])
def test_what_is_no_body_is_not_found(name):
    assert body_named(name) is None


def test_names_and_codes_are_unique():
    assert len({body.name.lower() for body in BODIES}) == len(BODIES)
    assert len({body.iau_code for body in BODIES}) == len(BODIES)
    assert all(body.iau_code % 100 == 0 and body.radius > 0 for body in BODIES)


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body.name)
def test_each_body_is_known_by_its_own_crs(body):
    assert body_of_crs_text(WKT2.format(f"{body.name} (2015) - Sphere", body.radius)) == body


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('GEOGCS["GCS_Mars_2000",DATUM["D",SPHEROID["Mars_2000_IAU_IAG",3396190,169.89]]]', "Mars"),
        ('GEOGCS["unknown",DATUM["unknown",SPHEROID["unknown",3376200,0]]]', "Mars"),
        (
            '"GEOGCS[\\"GCS_EUROPA\\",DATUM[\\"D\\",SPHEROID[\\"localRadius\\",1560800,0]]]"',
            "Europa",
        ),
        ('GEOGCRS["?",DATUM["?",ELLIPSOID["?",1737151.3,0]]]', "Moon"),
        ('{"ellipsoid": {"name": "unknown", "radius": 1737400}}', "Moon"),
        ('{"ellipsoid": {"name": "?", "semi_major_axis": 3396190, "semi_minor_axis": 1}}', "Mars"),
        # Two moons of 18 km: only the name tells.
        ('GEOGCS["Helene",DATUM["D",SPHEROID["S",18000,0]]]', "Helene"),
        # The name of a moon and the size of an asteroid.
        ('GEOGCS["52 Europa",DATUM["D",SPHEROID["S",157500,0]]]', "52 Europa"),
    ],
)
def test_a_crs_text_tells_the_body(text, name):
    assert body_of_crs_text(text) == body_named(name)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "EPSG:4326",
        'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]]]',
        'GEOGCS["unknown",DATUM["D",SPHEROID["S",18000,0]]]',
        'GEOGCS["Moon",DATUM["D",SPHEROID["S",0,0]]]',
        'GEOGCS["Moon",DATUM["D",SPHEROID["S",1e+e,0]]]',
    ],
)
def test_an_unclear_crs_text_tells_no_body(text):
    assert body_of_crs_text(text) is None


def test_the_crs_of_real_items_agrees_with_their_target(shared_data):
    checked = 0
    for path in sorted((shared_data / "items").glob("*/*.json")):
        properties = json.loads(path.read_text()).get("properties")
        if properties:
            target = body_named(properties["ssys:targets"][0])
            assert body_of_crs_text(properties["proj:wkt2"]) == target, path.name
            assert body_of_crs_text(json.dumps(properties["proj:projjson"])) == target, path.name
            checked += 1
    assert checked >= 15
