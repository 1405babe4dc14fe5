from __future__ import annotations

import numpy as np
import pytest
import shapely

from ard_qgis_plugin.core.light.sun import (
    incidence_at,
    incidence_range,
    subsolar_of_season,
    subsolar_points,
    sun_azimuth_at,
)

_RNG = np.random.default_rng(5)


def test_sub_solar_point_there_and_back() -> None:
    """Incidence and azimuth at any place lead to the sun that they were made of."""
    lon, sun_lon = _RNG.uniform(-180, 180, (2, 200))
    lat, sun_lat = _RNG.uniform(-85, 85, (2, 200))
    incidence = incidence_at(lon, lat, sun_lon, sun_lat)
    azimuth = sun_azimuth_at(lon, lat, sun_lon, sun_lat)
    back = subsolar_points(incidence, azimuth, lon, lat)
    assert back[0] == pytest.approx(sun_lon)
    assert back[1] == pytest.approx(sun_lat)


def test_incidence_is_the_formula_of_spherical_trigonometry() -> None:
    lon, sun_lon, lat, sun_lat = 20.0, -50.0, 35.0, 1.5
    a, b, turn = np.radians([lat, sun_lat, lon - sun_lon])
    cosine = np.sin(a) * np.sin(b) + np.cos(a) * np.cos(b) * np.cos(turn)
    found = incidence_at(*(np.array([x]) for x in (lon, lat, sun_lon, sun_lat)))
    assert found[0] == pytest.approx(np.degrees(np.arccos(cosine)), abs=1e-12)


def test_a_near_sun_stands_lower() -> None:
    """By (r / d) sin i, to first order."""
    near, far = (
        incidence_at(np.array([60.0]), np.zeros(1), np.zeros(1), np.zeros(1), parallax)[0]
        for parallax in (1e-4, 0.0)
    )
    assert near - far == pytest.approx(np.degrees(1e-4 * np.sin(np.radians(60))), rel=1e-3)


def test_season_on_mars() -> None:
    """At noon the sun is overhead in longitude; at the solstice its latitude is the obliquity."""
    lon, lat = subsolar_of_season(
        np.array([90.0, 270.0, 0.0]), np.array([12.0, 15.0, 0.0]), np.array([10.0, 10.0, 170.0])
    )
    assert lat == pytest.approx([25.19, -25.19, 0])
    assert lon == pytest.approx([10, -35, -10])


def _range(shape: shapely.Geometry, lon: float, lat: float) -> tuple[float, float]:
    found = incidence_range(np.array([shape], dtype=object), np.array([lon]), np.array([lat]))
    return float(found[0][0]), float(found[1][0])


def test_range_with_the_sun_outside() -> None:
    lowest, highest = _range(shapely.box(40, -1, 50, 1), 0.0, 0.0)
    assert lowest == pytest.approx(40, abs=1e-9)
    corner = np.degrees(np.arccos(np.cos(np.radians(50)) * np.cos(np.radians(1))))
    assert highest == pytest.approx(corner, abs=1e-9)


def test_range_with_the_sun_and_its_opposite_inside() -> None:
    assert _range(shapely.box(-5, -5, 5, 5), 1.0, 1.0)[0] == 0
    assert _range(shapely.box(170, -5, 180, 5), -5.0, 1.0)[1] == 180
    assert _range(shapely.box(-5, -5, 5, 5), 6.0, 1.0)[0] == pytest.approx(0.9998, abs=1e-3)


@pytest.mark.parametrize("off", [0.0, 0.0004, 0.01, 0.08, 0.7])
@pytest.mark.parametrize("lat", [0.033, 20.637])
def test_range_with_the_sun_on_an_edge_and_beside_it(lat: float, off: float) -> None:
    """The nearest place lies between vertices: as far from the sun as its meridian is."""
    shape = shapely.box(10, lat - 0.537, 11.3, lat + 0.71)
    beside = np.degrees(np.arcsin(np.cos(np.radians(lat)) * np.sin(np.radians(off))))
    assert _range(shape, 11.3 + off, lat)[0] == pytest.approx(beside, abs=2e-6)
    assert _range(shape, 11.3 + off - 180, -lat)[1] == pytest.approx(180 - beside, abs=2e-6)


def test_range_where_the_sun_is_over_the_edge_at_180() -> None:
    assert _range(shapely.box(178, -3, 180, 3), -180.0, 0.033)[0] == pytest.approx(0, abs=1e-7)


def test_the_way_from_one_piece_to_the_next_is_no_edge() -> None:
    """Two pieces close together, the sun between them, and in the hole of a third shape."""
    pieces = shapely.MultiPolygon([shapely.box(0, 0, 1, 1), shapely.box(1.06, 0, 2, 1)])
    assert _range(pieces, 1.03, 0.0)[0] == pytest.approx(0.03, abs=1e-6)
    hole = shapely.box(-1, -1, 1, 1) - shapely.box(-0.04, -0.04, 0.04, 0.04)
    assert _range(hole, 0.01, 0.0)[0] == pytest.approx(0.03, abs=1e-6)


def test_range_of_a_collection() -> None:
    pieces = shapely.MultiPolygon([shapely.box(0, 0, 1, 1), shapely.box(1.06, 0, 2, 1)])
    both = shapely.GeometryCollection([pieces, shapely.Point(30, 0)])
    assert _range(both, 1.03, 0.0) == pytest.approx((0.03, 28.97), abs=1e-9)


def test_range_of_points_and_lines() -> None:
    points = shapely.MultiPoint([(10, 0), (10.05, 0)])
    assert _range(points, 10.02, 0.0) == pytest.approx((0.02, 0.03), abs=1e-6)
    assert _range(shapely.LineString([(10, 0), (11, 0)]), 10.52, 0.3) == pytest.approx(
        (0.3, np.degrees(np.arccos(np.cos(np.radians(0.52)) * np.cos(np.radians(0.3))))), abs=1e-6
    )


def test_range_lies_within_that_of_many_places() -> None:
    """No place of a shape is lit beyond its range, and the range is not wider than it must be."""
    shape = shapely.Polygon([(100, -40), (130, -35), (125, 10), (96, 0)])
    lowest, highest = _range(shape, 60.0, 20.0)
    lon, lat = np.meshgrid(np.linspace(95, 131, 400), np.linspace(-41, 11, 400))
    inside = shapely.intersects_xy(shape, lon.ravel(), lat.ravel())
    lon, lat = lon.ravel()[inside], lat.ravel()[inside]
    angles = incidence_at(lon, lat, np.full(len(lon), 60.0), np.full(len(lon), 20.0))
    assert lowest <= angles.min() <= lowest + 0.2
    assert highest - 0.2 <= angles.max() <= highest


@pytest.mark.parametrize("off", [0.3, 20.0, 80.0])
@pytest.mark.parametrize("height", [0.05, 0.5, 12.0, 130.0])
def test_range_between_far_vertices_is_exact(height: float, off: float) -> None:
    """On a meridian the nearest place to a sun, and the farthest from its opposite, are known."""
    nearest = np.degrees(np.arctan(np.tan(np.radians(20.0)) / np.cos(np.radians(off))))
    shape = shapely.box(10, nearest - 0.45 * height, 10.001, nearest + 0.02 * height)
    beside = np.degrees(np.arcsin(np.cos(np.radians(20.0)) * np.sin(np.radians(off))))
    assert _range(shape, 10 - off, 20.0)[0] == pytest.approx(beside, abs=1e-9)
    assert _range(shape, 10.001 + off - 180, -20.0)[1] == pytest.approx(180 - beside, abs=1e-9)


def test_range_of_short_edges_beside_long_ones() -> None:
    shapes = shapely.box(10, [-0.02, -40], 10.001, [0.03, 50])
    lowest, _ = incidence_range(shapes, np.full(2, -10.0), np.zeros(2))
    assert lowest == pytest.approx(20, abs=1e-9)


@pytest.mark.parametrize("length", [2e-5, 0.4, 7.0, 60.0])
def test_range_with_the_sun_on_an_edge_in_any_direction(length: float) -> None:
    """To some 4e-6 degrees: a haversine has no more digits opposite the sun."""
    places = np.column_stack([_RNG.uniform(-90, 90, 300), _RNG.uniform(-40, 40, 300)])
    turn = _RNG.uniform(0, 2 * np.pi, 300)
    way = length * np.column_stack([np.cos(turn), np.sin(turn)])
    edges = shapely.linestrings(np.stack([places - 0.4 * way, places + 0.6 * way], axis=1))
    lowest, _ = incidence_range(edges, *places.T)
    assert lowest == pytest.approx(0, abs=6e-6)
    _, highest = incidence_range(edges, places[:, 0] + 180, -places[:, 1])
    assert highest == pytest.approx(180, abs=6e-6)


def test_range_over_a_cap_and_over_the_globe() -> None:
    """Both ends lie on the parallel, north and south of which the sun and its opposite stand."""
    cap = shapely.box(-180, 70, 180, 90)
    assert _range(cap, 20.3, 1.5) == pytest.approx((68.5, 108.5), abs=1e-9)
    assert _range(shapely.box(-180, -90, 180, 90), 20.3, 1.5) == (0, 180)


def test_range_where_all_of_an_edge_is_as_near() -> None:
    assert _range(shapely.box(0, 10, 50, 20), 30.0, 90.0) == pytest.approx((70, 80), abs=1e-9)


def test_no_place_of_an_edge_is_beyond_the_range() -> None:
    """Edges of all lengths in any direction, some of them from a pole, and suns anywhere."""
    size = np.geomspace(0.02, 90, 1000)
    start = np.column_stack([_RNG.uniform(-90, 90, 1000), _RNG.uniform(-90, 90, 1000)])
    start[::5, 1] = 90.0
    way = _RNG.uniform(-size, size, (2, 1000)).T
    end = np.column_stack([start[:, 0] + way[:, 0], np.clip(start[:, 1] + way[:, 1], -90, 90)])
    sun = _RNG.uniform(-180, 180, 1000), _RNG.uniform(-90, 90, 1000)
    lowest, highest = incidence_range(shapely.linestrings(np.stack([start, end], axis=1)), *sun)
    part = np.linspace(0, 1, 1001)[:, None]
    lon, lat = (first + part * (last - first) for first, last in zip(start.T, end.T, strict=True))
    there = incidence_at(lon.T, lat.T, *(np.tile(each, (1001, 1)).T for each in sun))
    for range_end, place in ((lowest, there.min(axis=1)), (-highest, -there.max(axis=1))):
        assert (range_end <= place + 1e-5).all()
        assert (range_end >= place - size / 500).all()


def test_no_shape_and_no_sun_have_no_range() -> None:
    shapes = np.array([None, shapely.Polygon(), shapely.box(0, 0, 1, 1)], dtype=object)
    lowest, highest = incidence_range(shapes, np.array([0.0, 0.0, np.nan]), np.zeros(3))
    assert np.isnan(lowest).all()
    assert np.isnan(highest).all()
