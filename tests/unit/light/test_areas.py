from __future__ import annotations

import numpy as np
import pytest
import shapely
from shapely.geometry import mapping

from ard_qgis_plugin.core.geometry.footprint import footprint_of
from ard_qgis_plugin.core.light.areas import (
    CYLINDRICAL,
    NORTH,
    SOUTH,
    areas,
    centroids,
    from_plane,
    in_plane,
    reach_of,
    to_plane,
)
from ard_qgis_plugin.core.light.vectors import angles_between, verticals
from tests.support.light_scene import cap, spherical_excess


def _footprint(corners: np.ndarray) -> shapely.Geometry:
    shape, note = footprint_of(mapping(shapely.Polygon(corners)))
    assert not note
    return shape


@pytest.mark.parametrize("plane", [CYLINDRICAL, NORTH, SOUTH])
def test_planes_lead_back(plane: int) -> None:
    rng = np.random.default_rng(1)
    lonlat = np.column_stack([rng.uniform(-179, 179, 100), rng.uniform(-89, 89, 100)])
    assert from_plane(to_plane(lonlat, plane), plane) == pytest.approx(lonlat)


@pytest.mark.parametrize(
    ("lon", "lat", "reach"),
    [
        (10, 0, 1),
        (100, 45, 0.7),
        (179.8, -30, 1),
        (-180, 58, 2),
        (30, 75, 2),
        (0, 90, 3),
        (40, 89, 3),
        (-120, -88.5, 2.5),
        (180, -70, 2),
        (180, -89, 3),
        (30, 89.9, 0.5),
    ],
)
def test_areas_are_the_spherical_excess(lon: float, lat: float, reach: float) -> None:
    """Anywhere: across +-180, and around a pole."""
    corners = cap(lon, lat, reach)
    shape = np.array([_footprint(corners)], dtype=object)
    assert areas(shape)[0] == pytest.approx(spherical_excess(corners), rel=2e-5)
    at = centroids(shape)
    assert at[1][0] == pytest.approx(lat, abs=2e-3)
    assert angles_between(verticals(at[0], at[1]), verticals(lon, lat))[0] < 2e-3


def test_areas_of_boxes_are_exact() -> None:
    """Between meridians and parallels, however wide; the whole globe is 4 pi."""
    boxes = shapely.box([-180, 10, -180], [-90, 20, 80], [180, 30, 180], [90, 40, 90])
    turn = np.radians([360, 20, 360])
    tall = np.diff(np.sin(np.radians([[-90, 90], [20, 40], [80, 90]])))[:, 0]
    assert areas(boxes) == pytest.approx(turn * tall, rel=1e-4)


def test_holes_and_missing_shapes() -> None:
    holed = shapely.box(0, 0, 10, 10).difference(shapely.box(4, 4, 6, 6))
    shapes = np.array([holed, None, shapely.Polygon()], dtype=object)
    whole, hole = areas(shapely.box([0, 4], [0, 4], [10, 6], [10, 6]))
    assert areas(shapes) == pytest.approx([whole - hole, 0, 0])
    assert np.isnan(centroids(shapes)[0]).tolist() == [False, True, True]


@pytest.mark.parametrize("side", [1, -1])
def test_each_footprint_that_shows_a_place_touches_its_reach(side):
    """Even where its edges are straight on a polar map: those lead nearer to the pole."""
    chance = np.random.default_rng(7)
    met = 0
    for _ in range(400):
        lat = side * chance.uniform(46, 89)
        lon, half = chance.uniform(-120, 120), chance.uniform(1, 45)
        lower = lat - side * chance.uniform(1, 20)
        corners = [(lon - half, lat), (lon + half, lat), (lon + half, lower), (lon - half, lower)]
        shape = shapely.Polygon(corners)
        place = shapely.Point(lon, lat + side * chance.uniform(0, 4))
        if abs(place.y) > 90:
            continue
        plane = NORTH if side > 0 else SOUTH
        if in_plane(np.array([shape]), plane)[0].contains(in_plane(np.array([place]), plane)[0]):
            met += not shape.intersects(place)
            assert shapely.box(*reach_of(np.array([place]))).intersects(shape)
    assert met > 20


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([shapely.Point(4, 5)], (4, 5, 4, 5)),
        ([shapely.Point(4, 5), shapely.box(-7, 1, 2, 3)], (-7, 1, 4, 5)),
        ([shapely.Point(180, 5)], (-180, 5, 180, 5)),
        ([shapely.box(-180, -9, -170, 5)], (-180, -9, 180, 5)),
        ([shapely.Point(10, 80)], (-180, 70, 180, 80)),
        ([shapely.Point(10, -90)], (-180, -90, 180, -90)),
        ([shapely.box(-180, -90, 180, 90)], (-180, -90, 180, 90)),
    ],
)
def test_the_reach_of_places(places, expected):
    assert reach_of(np.array(places)) == pytest.approx(expected, abs=1e-5)
