"""Views of plain projections: the bounds of what a rectangle shows, without any QGIS."""

import math
import random

import pytest

from ard_qgis_plugin.core.geometry.view import View, is_mirrored, lonlat_bounds
from ard_qgis_plugin.core.model.errors import AreaError

CLOSE = 0.4  # degrees, of views of up to 360


def polar_to_map(lon, lat):
    distance = 2 * math.tan(math.radians(90 - lat) / 2)
    turn = math.radians(lon)
    return distance * math.sin(turn), -distance * math.cos(turn)


def polar_to_lonlat(x, y):
    return math.degrees(math.atan2(x, -y)), 90 - 2 * math.degrees(math.atan(math.hypot(x, y) / 2))


def world_to_map(lon, lat):
    """Sinusoidal: a world map with a rim."""
    return lon * math.cos(math.radians(lat)), lat


def world_to_lonlat(x, y):
    if abs(y) > 90:
        return None
    lon = x / max(math.cos(math.radians(y)), 1e-300)
    return (lon + 180) % 360 - 180, y


def polar(*rectangle):
    return View(*rectangle, polar_to_lonlat, polar_to_map)


def world(*rectangle):
    return View(*rectangle, world_to_lonlat, world_to_map)


@pytest.mark.parametrize(
    ("view", "bounds"),
    [
        (polar(-0.1, -0.1, 0.1, 0.1), (-180, 180, 81.9, 90)),
        (polar(0, -0.1, 0.1, 0.1), (0, 180, 81.9, 90)),
        (polar(0, 0, 0.1, 0.1), (90, 180, 81.9, 90)),
        (polar(0.1, 0.1, 0.2, 0.2), (116.57, 153.43, 73.8, 81.9)),
        (polar(-0.1, 0.1, 0.1, 0.2), (135, 225, 77.2, 84.28)),
        (world(-10, -10, 10, 10), (-10.15, 10.15, -10, 10)),
        (world(-500, -500, 500, 500), (-180, 180, -90, 90)),
        (world(80, 10, 500, 60), (81.23, 180, 10, 60)),
    ],
)
def test_the_bounds_of_known_views(view, bounds):
    assert lonlat_bounds(view) == pytest.approx(bounds, abs=CLOSE)


@pytest.mark.parametrize("view", [world(0, 95, 10, 99), world(170, 60, 190, 70)])
def test_a_view_beside_the_globe_is_refused(view):
    with pytest.raises(AreaError, match="nothing of the globe"):
        lonlat_bounds(view)


def test_a_place_beyond_the_rim_is_off_the_globe():
    view = world(0, 0, 200, 80)
    assert view.place(100, 20) is not None
    assert view.place(170, 60) is None
    assert view.place(0, 95) is None


def test_a_mirrored_map_is_told_from_a_straight_one():
    assert not is_mirrored(polar(-1, -1, 1, 1))
    assert is_mirrored(View(-1, -1, 1, 1, polar_to_lonlat, lambda *at: polar_to_map(*at)[::-1]))


def test_a_projection_that_is_noise_still_ends():
    noise = random.Random(7)
    asked = (0.0, 0.0)

    def anywhere(x, y):
        nonlocal asked
        asked = x, y
        return None if noise.random() < 0.5 else (noise.uniform(-180, 180), noise.uniform(-90, 90))

    view = View(-10, -10, 10, 10, anywhere, lambda *_at: asked)
    west, east, south, north = lonlat_bounds(view)
    assert west <= east <= west + 360
    assert -90 <= south <= north <= 90
