"""The light where it was searched: sub-solar points, and incidence over part of a footprint."""

from __future__ import annotations

import json
import re

import numpy as np
import pytest
import shapely

from ard_qgis_plugin.core.geometry.box import Box
from ard_qgis_plugin.core.geometry.footprint import footprint_of
from ard_qgis_plugin.core.geometry.region import Region
from ard_qgis_plugin.core.labels.parser import read_angles
from ard_qgis_plugin.core.light.sun import incidence_at, sun_azimuth_at
from ard_qgis_plugin.core.model.observation import Angles, Observation
from ard_qgis_plugin.core.search import light
from ard_qgis_plugin.core.search.light import with_light

_GLOBE = Region.of_boxes([Box(-180, -90, 180, 90)])
_PARALLAX = 1737.4 / 149_597_870.7
_RNG = np.random.default_rng(9)


def seen(shape, angles, body="Moon"):
    polygons = shape if shape.geom_type == "MultiPolygon" else shapely.MultiPolygon([shape])
    return Observation("one", "a", body, footprint=polygons, angles=angles)


def lit(observation, region=_GLOBE):
    (found,) = with_light([observation], region)
    return found


def region_of(shape):
    return Region(shape if shape.geom_type == "MultiPolygon" else shapely.MultiPolygon([shape]))


@pytest.fixture(scope="module")
def kaguya(shared_data):
    """Nine real observations with the angles of their labels, and their centres."""
    found = []
    for path in sorted((shared_data / "items" / "kaguya_monoscopic").glob("*.json")):
        text = (shared_data / "labels" / "caminfo" / f"{path.stem}.caminfo.pvl").read_text()
        centre = [
            float(re.search(rf"Center{name} += (\S+)", text)[1])
            for name in ("Longitude", "Latitude")
        ]
        footprint, _ = footprint_of(json.loads(path.read_text())["geometry"])
        one = Observation(path.stem, "a", "Moon", footprint=footprint, angles=read_angles(text))
        found.append((one, (centre[0] - 360, centre[1])))
    assert len(found) == 9
    return found


def test_at_the_centre_of_real_images_it_is_the_label_s_incidence(kaguya):
    for one, (lon, lat) in kaguya:
        spot = Region.of_boxes([Box(lon - 1e-7, lat - 1e-7, lon + 1e-7, lat + 1e-7)])
        found = lit(one, spot)
        assert found.incidence_min == pytest.approx(one.incidence, abs=3e-5)
        assert found.incidence_max == pytest.approx(one.incidence, abs=3e-5)


def test_over_a_real_image_it_reaches_to_both_sides(kaguya):
    for one, _ in kaguya:
        found = lit(one)
        assert 0.3 < one.incidence - found.incidence_min < 0.8
        assert 0.3 < found.incidence_max - one.incidence < 0.8
        assert found.angles == one.angles


def test_a_sun_that_is_not_stated_follows_from_its_direction(kaguya):
    for one, _ in kaguya:
        bare = one.angles._replace(subsolar_longitude=None, subsolar_latitude=None)
        found = lit(one._replace(angles=bare)).angles
        assert found.subsolar_longitude == pytest.approx(one.angles.subsolar_longitude, abs=3e-3)
        assert found.subsolar_latitude == pytest.approx(one.angles.subsolar_latitude, abs=3e-3)


def grid_of(shape):
    west, south, east, north = shape.bounds
    lon, lat = np.meshgrid(np.linspace(west, east, 120), np.linspace(south, north, 120))
    inside = shapely.intersects_xy(shape, lon.ravel(), lat.ravel())
    return lon.ravel()[inside], lat.ravel()[inside]


@pytest.mark.parametrize(
    ("west", "south"),
    list(zip(_RNG.uniform(-170, 130, 12), _RNG.uniform(-85, 45, 12), strict=True)),
)
def test_no_place_of_what_is_searched_is_outside_and_the_ends_are_reached(west, south):
    footprint = shapely.box(west, south, west + 25, south + 30)
    searched = shapely.box(west - 5, south + 10, west + 12, south + 50)
    angles = Angles(
        "caminfo", 50.0, subsolar_longitude=_RNG.uniform(-180, 180), subsolar_latitude=1.5
    )
    found = lit(seen(footprint, angles), region_of(searched))
    lon, lat = grid_of(shapely.intersection(footprint, searched))
    there = incidence_at(
        lon, lat, np.full_like(lon, angles.subsolar_longitude), np.full_like(lat, 1.5), _PARALLAX
    )
    assert found.incidence_min <= there.min() + 1e-4
    assert found.incidence_max >= there.max() - 1e-4
    assert found.incidence_min == pytest.approx(there.min(), abs=0.4)
    assert found.incidence_max == pytest.approx(there.max(), abs=0.4)


def test_under_the_sun_it_is_0_and_opposite_180():
    angles = Angles("caminfo", 5.0, subsolar_longitude=10.0, subsolar_latitude=1.0)
    assert lit(seen(shapely.box(5, -5, 15, 5), angles)).incidence_min == 0.0
    assert lit(seen(shapely.box(-175, -5, -165, 5), angles)).incidence_max == 180.0


def test_footprints_cut_at_the_antimeridian_and_around_a_pole():
    sun = {"subsolar_longitude": 150.0, "subsolar_latitude": 0.0}
    cut = shapely.MultiPolygon([shapely.box(178, 0, 180, 1), shapely.box(-180, 0, -178, 1)])
    found = lit(seen(cut, Angles("caminfo", 30.0, **sun)))
    assert found.incidence_min == pytest.approx(28.0, abs=1e-3)
    assert found.incidence_max == pytest.approx(32.0, abs=0.02)
    cap = shapely.box(-180, 88, 180, 90)
    found = lit(seen(cap, Angles("caminfo", 90.0, **sun)))
    assert found.incidence_min == pytest.approx(88.0, abs=1e-3)
    assert found.incidence_max == pytest.approx(92.0, abs=1e-3)
    for shape, azimuth in ((cut, 270.0),):
        found = lit(seen(shape, Angles("pds3", 30.0, subsolar_azimuth=azimuth)))
        assert found.angles.subsolar_longitude == pytest.approx(150.0, abs=0.1)


def test_where_the_middle_is_not_the_centre_nothing_is_made_up():
    plain = Angles("pds3", 30.0, subsolar_azimuth=90.0)
    two = shapely.MultiPolygon([shapely.box(0, 0, 1, 1), shapely.box(5, 0, 6, 1)])
    for shape in (two, shapely.box(-60, -40, 60, 40)):
        found = lit(seen(shape, plain))
        assert (found.incidence_min, found.incidence_max) == (None, None)
        assert found.angles == plain
    stated = plain._replace(subsolar_longitude=3.0, subsolar_latitude=0.5)
    assert lit(seen(two, stated)).incidence_max is not None


def test_without_a_sun_or_a_footprint_nothing_is_known():
    bare = seen(shapely.box(0, 0, 1, 1), Angles("pds3", 30.0))
    without = Observation("two", "a", "Moon", angles=Angles("pds3", 30.0, subsolar_azimuth=90.0))
    dark = Observation("three", "a", "Moon", footprint=bare.footprint)
    found = with_light([bare, without, dark], _GLOBE)
    assert [each.coverage is None for each in found] == [False, True, False]
    assert [each._replace(coverage=None) for each in found] == [bare, without, dark]
    assert with_light([], _GLOBE) == []


def test_each_of_many_has_its_own_in_order(kaguya):
    several = [one for one, _ in kaguya] + [Observation("none", "a", "Moon")]
    assert with_light(several, _GLOBE) == [lit(each) for each in several]


def planetodetic(lat):
    return np.degrees(np.arctan(np.tan(np.radians(lat)) * (3396.19 / 3376.2) ** 2))


def hirise(shared_data):
    path = shared_data / "labels" / "pds3" / "hirise_ESP_022699_0985_RED.LBL"
    angles = read_angles(path.read_bytes().decode("latin-1"))
    west, east = 295.3477940452 - 360, 296.20561829844 - 360
    return seen(shapely.box(west, -81.522693332704, east, -81.285689208623), angles, "Mars")


def test_on_mars_season_and_local_time_give_the_sun(shared_data):
    one = hirise(shared_data)
    found = lit(one)
    assert found.angles.subsolar_latitude == pytest.approx(-21.063, abs=0.01)
    lon, lat = -64.2233, -81.40419  # the middle; ISIS took its radial normal in 2011
    sun = found.angles.subsolar_longitude, found.angles.subsolar_latitude
    there = incidence_at(*(np.array([number]) for number in (lon, lat, *sun)))[0]
    assert there == pytest.approx(one.incidence, abs=0.005)
    azimuth = sun_azimuth_at(*(np.array([number]) for number in (lon, lat, *sun)))[0]
    assert azimuth == pytest.approx(one.angles.subsolar_azimuth, abs=0.05)


def test_on_mars_a_season_that_misses_the_incidence_gives_no_sun(shared_data):
    one = hirise(shared_data)
    true = lit(one).angles
    for wrong in ({"local_time": one.angles.local_time + 1.5}, {"solar_longitude": 200.0}):
        odd = one.angles._replace(**wrong)
        by_direction = lit(one._replace(angles=odd)).angles
        assert by_direction.subsolar_longitude == pytest.approx(true.subsolar_longitude, abs=0.1)
        assert by_direction.subsolar_latitude == pytest.approx(true.subsolar_latitude, abs=0.1)
        without = lit(one._replace(angles=odd._replace(subsolar_azimuth=None)))
        assert without.angles.subsolar_longitude is without.incidence_min is None


def test_on_mars_it_is_the_ellipsoid_s_normal(shared_data):
    one = hirise(shared_data)
    lon, lat = -64.2233, -81.40419
    spot = Region.of_boxes([Box(lon - 1e-6, lat - 1e-6, lon + 1e-6, lat + 1e-6)])
    found = lit(one, spot)
    sun = found.angles.subsolar_longitude, found.angles.subsolar_latitude
    there = incidence_at(*(np.array([number]) for number in (lon, planetodetic(lat), *sun)))[0]
    assert found.incidence_min == pytest.approx(there, abs=1e-5)
    assert there - one.incidence == pytest.approx(0.075, abs=0.01)


def test_the_columns_are_fields_of_angles():
    assert set(light._COLUMNS) <= set(Angles._fields)
