from __future__ import annotations

import numpy as np
import pytest

from ard_qgis_plugin.core.light.vectors import (
    angles_between,
    angles_of,
    azimuth_differences,
    bearings,
    directions,
    to_body,
    to_local,
    verticals,
)


def test_angles_of_directions_come_back() -> None:
    angle, azimuth = np.array([0.5, 40.0, 89.0, 120.0]), np.array([10.0, 350.0, 180.0, 91.0])
    back = angles_of(directions(angle, azimuth))
    assert back[0] == pytest.approx(angle)
    assert back[1] == pytest.approx(azimuth)


def test_frames_of_places() -> None:
    """East of longitude 0 on the equator is y, north is z, up is x; the way back undoes it."""
    zero = np.zeros(3)
    assert to_body(np.eye(3), zero, zero) == pytest.approx(np.eye(3)[[1, 2, 0]])
    lon, lat = np.array([10.0, 200.0, -75.0]), np.array([5.0, -80.0, 89.9])
    local = np.array([[0.1, 0.2, 0.3], [1.0, 0.0, 0.0], [0.0, -1.0, 2.0]])
    assert to_local(to_body(local, lon, lat), lon, lat) == pytest.approx(local)


def test_small_and_great_angles_keep_their_digits() -> None:
    tiny = np.radians(1e-7)
    first = np.array([[1.0, 0, 0], [1.0, 0, 0], [1.0, 0, 0]])
    second = np.array([[1.0, tiny, 0], [0.0, 1.0, 0], [-1.0, tiny, 0]])
    assert angles_between(first, second) == pytest.approx([1e-7, 90, 180 - 1e-7], rel=1e-12)


@pytest.mark.parametrize(
    ("here", "there", "bearing"),
    [
        ((0, 0), (10, 0), 90),
        ((0, 0), (0, -10), 180),
        ((170, 0), (-170, 0), 90),
        ((0, 45), (180, 45), 0),
        ((30, 60), (30, 90), 0),
    ],
)
def test_bearings(here: tuple[float, float], there: tuple[float, float], bearing: float) -> None:
    found = bearings(*(np.array([float(x)]) for x in (*here, *there)))
    assert found[0] == pytest.approx(bearing, abs=1e-9)


def test_bearing_is_the_azimuth_of_the_way_there() -> None:
    rng = np.random.default_rng(2)
    lon, to_lon = rng.uniform(-180, 180, (2, 50))
    lat, to_lat = rng.uniform(-89, 89, (2, 50))
    way = to_local(verticals(to_lon, to_lat), lon, lat)
    assert bearings(lon, lat, to_lon, to_lat) == pytest.approx(angles_of(way)[1])


def test_azimuths_wrap() -> None:
    differences = azimuth_differences(
        np.array([350.0, 10.0, 0.0, 90.0]), np.array([10.0, 350.0, 180.0, 90.0])
    )
    assert differences == pytest.approx([20, 20, 180, 0])
