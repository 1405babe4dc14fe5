"""The sample planet's observations, items and labels: of the real form, true to their own sun."""

from __future__ import annotations

import json
import math
from collections import Counter
from itertools import pairwise

import numpy as np
import pvl
import pytest
from shapely.geometry import box, shape

from tests.sample.footprint import holds_pole
from tests.sample.items import collections, item
from tests.sample.labels import caminfo, isd, isis_label, pds3
from tests.sample.names import Urls, hrefs
from tests.sample.planet import TUTORIAL_BOX, Planet
from tests.sample.surface.frame import POLAR_LATITUDE
from tests.sample.surface.light import light_at
from tests.sample.surface.sphere import Place, wrap180

PLANET = list(Planet(60))
PLAIN = next(observation for observation in PLANET if observation.camera == 1)
REAL = "TC1S2B0_01_07496N087E3020"


def structure(value):
    """Returns keys in their order and types, all the way down."""
    if isinstance(value, dict):
        return [(key, structure(inner)) for key, inner in value.items()]
    if isinstance(value, list):
        return [structure(inner) for inner in value]
    return type(value).__name__


def keywords(block, *, without=()):
    """Returns a label's keywords in their order with the types that pvl reads."""
    return [
        (key, keywords(value, without=without) if hasattr(value, "items") else type(value).__name__)
        for key, value in block.items()
        if not key.startswith(without)
    ]


def cosine_of_incidence(place, sun):
    def unit(at):
        lon, lat = math.radians(at.lon), math.radians(at.lat)
        return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)

    return sum(a * b for a, b in zip(unit(place), unit(sun), strict=True))


def test_an_item_has_exactly_the_structure_of_a_real_one(shared_data):
    real = json.loads((shared_data / f"items/kaguya_monoscopic/{REAL}.json").read_text())
    ours = json.loads(json.dumps(item(PLAIN, Urls())))
    assert structure(ours) == structure(real)


def test_addresses_are_of_the_real_form(shared_data):
    real = json.loads((shared_data / f"items/kaguya_monoscopic/{REAL}.json").read_text())
    observation = next(o for o in PLANET if o.mode == "monoscopic")
    addresses = hrefs(observation, Urls())
    assert {key: href.replace(observation.id, REAL) for key, href in addresses.items()} == {
        key: asset["href"] for key, asset in real["assets"].items()
    }


@pytest.mark.parametrize(
    ("make", "path", "own"),
    [
        (caminfo, f"labels/caminfo/{REAL}.caminfo.pvl", ()),
        (pds3, f"labels/pds3/{REAL}.lbl", ()),
        # One keyword's name holds the time of the image.
        (isis_label, f"labels/isis/{REAL}.isis.lbl", ("CLOCK_ET_",)),
    ],
)
def test_a_label_has_exactly_the_keywords_of_a_real_one(shared_data, make, path, own):
    ours, real = pvl.loads(make(PLAIN)), pvl.load(shared_data / path)
    assert keywords(ours, without=own) == keywords(real, without=own)


def test_the_formulas_give_the_angles_of_a_real_label(shared_data):
    geometry = pvl.load(shared_data / f"labels/caminfo/{REAL}.caminfo.pvl")["Caminfo"]["Geometry"]
    light = light_at(
        Place(geometry["CenterLongitude"], geometry["CenterLatitude"]),
        Place(geometry["SubSolarLongitude"], geometry["SubSolarLatitude"]),
        geometry["EmissionAngle"],
        geometry["SubSpacecraftGroundAzimuth"],
        geometry["TargetCenterDistance"] - 1737.4,
    )
    assert light.incidence == pytest.approx(geometry["IncidenceAngle"], abs=0.001)
    assert light.phase == pytest.approx(geometry["PhaseAngle"], abs=0.001)
    assert light.local_time == pytest.approx(geometry["LocalTime"], abs=1e-9)
    assert light.sun_azimuth == pytest.approx(geometry["SubSolarGroundAzimuth"], abs=1e-6)
    assert light.off_nadir == pytest.approx(geometry["OffNadir"], abs=0.03)
    assert light.parallax == pytest.approx((geometry["ParallaxX"], geometry["ParallaxY"]), abs=1e-3)
    assert light.shadow == pytest.approx((geometry["ShadowX"], geometry["ShadowY"]), abs=1e-3)


@pytest.mark.parametrize("observation", PLANET[::6], ids=lambda observation: observation.id)
def test_labels_hold_the_planets_own_angles(observation):
    geometry = pvl.loads(caminfo(observation))["Caminfo"]["Geometry"]
    archive = pvl.loads(pds3(observation))
    sun = Place(wrap180(geometry["SubSolarLongitude"]), geometry["SubSolarLatitude"])
    place = Place(wrap180(geometry["CenterLongitude"]), geometry["CenterLatitude"])
    incidence = math.degrees(math.acos(cosine_of_incidence(place, sun)))
    assert geometry["IncidenceAngle"] == pytest.approx(incidence, abs=1e-6)
    assert geometry["IncidenceAngle"] == pytest.approx(observation.light.incidence, abs=1e-11)
    assert archive["INCIDENCE_ANGLE"].value == pytest.approx(incidence - 0.005, abs=0.0006)
    assert archive["PRODUCT_ID"] == observation.id


@pytest.mark.parametrize("observation", PLANET[:5], ids=lambda observation: observation.id)
def test_view_fields_mislead_as_the_real_ones_do(observation):
    properties = item(observation, Urls())["properties"]
    geometry = pvl.loads(caminfo(observation))["Caminfo"]["Geometry"]
    assert properties["view:sun_elevation"] == geometry["LocalTime"]
    assert properties["view:off_nadir"] == geometry["EmissionAngle"]
    assert properties["view:azimuth"] == geometry["NorthAzimuth"]
    assert properties["view:sun_azimuth"] == geometry["SubSolarGroundAzimuth"]
    start = geometry["StartTime"].replace(tzinfo=None)
    assert properties["start_datetime"] == start.isoformat(timespec="microseconds") + "Z"


def test_the_tutorials_box_holds_36_of_60_under_every_light():
    window = box(*TUTORIAL_BOX)
    inside = [o for o in PLANET if shape(item(o, Urls())["geometry"]).intersects(window)]
    assert len(inside) == 36
    assert len({observation.collection for observation in inside}) == 3
    tens = Counter(int(observation.light.incidence // 10) for observation in inside)
    assert set(tens) == {1, 2, 3, 4, 5, 6, 7, 8}
    mornings = sum(observation.light.local_time < 12 for observation in inside)
    assert 8 <= mornings <= 28


def test_stereo_looks_aside_and_the_others_down():
    for observation in PLANET:
        if observation.mode == "stereoscopic":
            assert 15.0 <= observation.light.emission <= 17.6
        else:
            assert observation.light.emission < 10.0


@pytest.mark.parametrize("size", [20, 1500])
def test_footprints_are_valid_and_within_the_globe(size):
    for observation in Planet(size):
        found = item(observation, Urls())
        geometry = shape(found["geometry"])
        west, south, east, north = found["bbox"]
        assert geometry.is_valid
        assert geometry.bounds == (west, south, east, north)
        assert -180 <= west < east <= 180
        assert -90 <= south < north <= 90
        if abs(observation.centre.lat) < POLAR_LATITUDE:
            area = geometry.area * math.cos(math.radians(observation.centre.lat)) * 30.3235**2
            assert area == pytest.approx(observation.width * observation.length, rel=0.01)


def test_the_first_twenty_hold_the_hard_places():
    few = PLANET[:20]
    geometries = [item(observation, Urls())["geometry"] for observation in few]
    assert [g["type"] for g in geometries].count("MultiPolygon") == 1
    assert {observation.centre.lat > 0 for observation in few if holds_pole(observation)} == {
        True,
        False,
    }
    assert any(abs(observation.centre.lon) > 150 for observation in few)
    labels = [pvl.loads(caminfo(o))["Caminfo"]["Geometry"] for o in few if holds_pole(o)]
    assert sorted((g["HasNorthPole"], g["HasSouthPole"]) for g in labels) == [
        (False, True),
        (True, False),
    ]


def test_a_footprint_in_the_label_is_the_items_in_0_to_360():
    text = pvl.loads(caminfo(PLAIN))["Caminfo"]["Polygon"]["GisFootprint"]
    pairs = text.removeprefix("MULTIPOLYGON (((").removesuffix(")))").split(",")
    label = np.array([[float(number) for number in pair.split()] for pair in pairs])
    ring = np.array(item(PLAIN, Urls())["geometry"]["coordinates"][0])
    assert label.shape == (43, 2)
    assert np.allclose(label, np.column_stack([ring[:, 0] % 360.0, ring[:, 1]]), atol=1e-12)


def test_times_lie_in_the_mission_and_ids_are_unique():
    planet = Planet(3000, seed=7)
    times = [observation.start for observation in planet]
    assert len({observation.id for observation in planet}) == 3000
    assert min(times).isoformat() >= "2007-12-01"
    assert max(times).isoformat() < "2009-07-01"


def test_a_larger_planet_begins_with_the_smaller_and_another_seed_is_another_planet():
    assert list(Planet(200))[:60] == PLANET
    assert Planet(200_000)[59] == PLANET[59]
    assert all(a.start != b.start for a, b in zip(PLANET, Planet(60, seed=2), strict=True))


def test_the_last_of_the_largest_planet_costs_no_more_than_the_first():
    last = Planet(200_000)[199_999]
    assert json.loads(isd(last))["image_lines"] > 1000
    assert item(last, Urls())["id"] == last.id


def test_a_large_planet_covers_the_globe_evenly():
    places = [observation.centre for observation in Planet(9000) if observation.index >= 1000]
    cells = Counter((int(place.lon // 90), place.lat > 0) for place in places)
    assert len(cells) == 8
    assert max(cells.values()) - min(cells.values()) < 20
    assert all(a != b for a, b in pairwise(places))


@pytest.mark.parametrize("size", [0, 19, 200_001])
def test_a_size_out_of_range_is_refused_with_a_sentence(size):
    with pytest.raises(ValueError, match=f"size is {size}; it must be 20 to 200000"):
        Planet(size)


def test_collections_name_their_body():
    found = collections(Urls())
    assert [document["summaries"]["ssys:targets"] for document in found] == [["Moon"]] * 3
    assert {document["id"] for document in found} == {o.collection for o in PLANET}
