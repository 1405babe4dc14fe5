from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely
from shapely.geometry import mapping

from ard_qgis_plugin.core.geometry.footprint import footprint_of
from ard_qgis_plugin.core.light.images import FRAMING, SCANNER, UNKNOWN, Images
from ard_qgis_plugin.core.light.rank import PAIR_CRITERIA, Criterion
from ard_qgis_plugin.core.light.stereo import finder
from ard_qgis_plugin.core.light.stereo.finder import find_pairs
from ard_qgis_plugin.core.light.stereo.pairs import PairLimits, PairTable, limited
from ard_qgis_plugin.core.light.stereo.quantities import vertical_precision
from ard_qgis_plugin.core.light.vectors import angles_between, angles_of, to_local, verticals
from ard_qgis_plugin.core.model.errors import CancelledError, InputError
from tests.support.light_scene import RADIUS, cap, spherical_excess, square, stereo_images

_LIMITS = PairLimits()


def _named(images: Images, table: PairTable) -> list[tuple[str, str]]:
    return [
        (str(images.keys[a]), str(images.keys[b]))
        for a, b in zip(table.first, table.second, strict=True)
    ]


def _random_images(count: int, seed: int = 3) -> Images:
    rng = np.random.default_rng(seed)
    places = zip(rng.uniform(-5, 5, count), rng.uniform(-5, 5, count), strict=True)
    return stereo_images(
        [square(lon, lat) for lon, lat in places],
        incidence=rng.uniform(35, 70, count),
        sun_azimuth=rng.normal(90, 20, count),
        resolution=rng.uniform(8, 25, count),
        spacecraft_azimuth=rng.choice([9.0, 171.0], count),
    )


def test_quantities_of_one_pair() -> None:
    """Two looks from the north and the south, 15 degrees each, at one place."""
    images = stereo_images([square(0, 0), square(0.5, 0)], spacecraft_azimuth=np.array([0.0, 180]))
    table, _ = find_pairs(images, _LIMITS)
    assert len(table) == 1
    one = {name: column[0] for name, column in vars(table).items()}
    assert one["overlap_a"] == one["overlap_b"] == pytest.approx(0.5)
    assert one["overlap_km2"] == pytest.approx(
        RADIUS**2 * np.radians(0.5) * 2 * np.sin(np.radians(0.5))
    )
    assert one["parallax_height_ratio"] == pytest.approx(2 * np.tan(np.radians(15)))
    assert one["shadow_tip_distance"] == pytest.approx(0)
    assert one["delta_spacecraft_azimuth"] == pytest.approx(180)
    assert one["sun_angle"] == pytest.approx(0.5, abs=0.01)  # the same angles half a degree apart
    assert 0 < one["strength"] <= 1
    assert one["vertical_precision"] == pytest.approx(
        0.2 * 10 / np.tan(np.radians(one["convergence"]))
    )


def test_convergence_is_from_both_positions() -> None:
    """Framing cameras: the angle at the overlap's middle between the lines to two known places."""
    images = stereo_images([square(0, 0), square(0.4, 0.1)], slant=np.array([100.0, 120.0]))
    stood = RADIUS * 1.06 * verticals(np.array([-0.5, 1.5]), np.array([0.3, -0.2]))
    look = to_local(stood - RADIUS * verticals(images.lon, images.lat), images.lon, images.lat)
    emission, azimuth = angles_of(look)
    images = replace(
        images,
        emission=emission,
        spacecraft_azimuth=azimuth,
        slant=np.linalg.norm(look, axis=1),
    )
    table, _ = find_pairs(images, _LIMITS)
    place = RADIUS * verticals(table.lon, table.lat)
    assert table.convergence == pytest.approx(angles_between(stood[:1] - place, stood[1:] - place))
    assert table.convergence_error[0] == pytest.approx(0.24)
    lon, lat = np.array([-0.5, 1.5]), np.array([0.3, -0.2])
    height = np.full(2, 1.06 * RADIUS)
    known = replace(images, spacecraft_lon=lon, spacecraft_lat=lat, spacecraft_distance=height)
    again, _ = find_pairs(known, _LIMITS)
    assert again.convergence == pytest.approx(table.convergence)
    assert again.convergence_error[0] == 0


def test_an_unknown_camera_states_its_error() -> None:
    """Both labels as if at one place, off by what the place lies aside."""
    shapes = [square(0, 0), square(0.5, 0)]
    known = {"camera": np.array([UNKNOWN, FRAMING])}
    table, _ = find_pairs(stereo_images(shapes, **known), _LIMITS)
    assert table.convergence_error[0] == pytest.approx(
        np.degrees(np.arctan(2 * RADIUS * np.sin(np.radians(0.125)) / 100)) + 0.12, rel=1e-3
    )
    blind = stereo_images(shapes, slant=np.full(2, np.nan), camera=np.full(2, SCANNER))
    assert np.isnan(find_pairs(blind, _LIMITS)[0].convergence_error[0])
    wide = find_pairs(replace(blind, half_field=np.array([11.2, 0.6])), _LIMITS)[0]
    assert wide.convergence_error[0] == pytest.approx(11.8)


def test_the_order_of_the_input_does_not_matter() -> None:
    images = _random_images(300)
    table, _ = find_pairs(images, _LIMITS)
    assert len(table) > 50
    mixed = np.random.default_rng(9).permutation(300)
    again, _ = find_pairs(images.take(mixed), _LIMITS)
    assert _named(images.take(mixed), again) == _named(images, table)
    for name, column in vars(table).items():
        if name not in {"first", "second"}:
            assert np.allclose(getattr(again, name), column, rtol=1e-12, equal_nan=True), name


def test_nothing_is_missed_and_best_is_first() -> None:
    """Every image against every other, without an index, finds the same pairs."""
    images = _random_images(120)
    table, _ = find_pairs(images, _LIMITS)
    assert np.all(np.diff(table.strength) <= 1e-12)
    fits = np.logical_and.reduce(
        [limit.holds(getattr(images, name)) for name, limit in _LIMITS.images.items()]
    )
    found = set()
    for a in np.flatnonzero(fits):
        for b in np.flatnonzero(fits)[np.flatnonzero(fits) > a]:
            shared = images.shapes[a].intersection(images.shapes[b]).area
            if shared / images.shapes[a].area >= 0.3:
                pair, _ = find_pairs(images.take(np.array([a, b])), _LIMITS)
                found |= set(_named(images.take(np.array([a, b])), pair))
    assert set(_named(images, table)) == found


@pytest.mark.parametrize(
    ("lon", "lat"), [(180, 10), (-179.9, -50), (30, 90), (100, -89.6), (180, 75), (0, 60)]
)
def test_across_180_and_at_poles(lon: float, lat: float) -> None:
    """Two caps that share a lens: its area is known, its middle lies halfway."""
    corners = cap(lon, lat, 1.0, 128), cap(lon + 180 if lat == 90 else lon, lat - 0.8, 1.0, 128)
    shapes = [footprint_of(mapping(shapely.Polygon(each)))[0] for each in corners]
    images = stereo_images(shapes)
    table, _ = find_pairs(images, _LIMITS)
    assert len(table) == 1
    half = np.arccos(0.4)  # of a flat lens of two unit circles 0.8 apart
    flat = 2 * half - 0.8 * np.sin(half)
    of_cap = spherical_excess(corners[0])
    assert table.overlap_km2[0] == pytest.approx(flat / np.pi * of_cap * RADIUS**2, rel=2e-3)
    assert table.overlap_a[0] == pytest.approx(flat / np.pi, rel=2e-3)
    assert table.lat[0] == pytest.approx(lat - 0.4, abs=0.01)


def test_an_area_keeps_what_touches_it() -> None:
    images = stereo_images([square(0, 0), square(0.2, 0), square(10, 0), square(10.2, 0)])
    images = replace(images, spacecraft_azimuth=np.array([9.0, 171, 9, 171]))
    assert len(find_pairs(images, _LIMITS)[0]) == 2
    table, _ = find_pairs(images, _LIMITS, area=square(10, 0, 0.1))
    assert _named(images, table) == [("image00002", "image00003")]


def test_limits_count_and_refuse() -> None:
    images = stereo_images(
        [square(0, 0), square(0.1, 0), None, square(0, 0.1), square(0.1, 0.1)],
        incidence=np.array([50.0, 50, 50, np.nan, 80]),
    )
    table, left = find_pairs(images, _LIMITS)
    assert len(table) == 1
    assert left.lacking["shapes"] == left.lacking["incidence"] == 1
    assert left.outside["incidence"] == 1
    wrong = replace(_LIMITS, images={"incidence": Criterion(65, 40, 50)})
    with pytest.raises(InputError, match="incidence lie the wrong way round: from 65 to 40"):
        find_pairs(images, wrong)


def test_seasons_apart() -> None:
    """L_s 355 and 5 are ten degrees apart, and an unknown one is no pair where it is asked for."""
    shapes = [square(0, 0), square(0.1, 0)]
    for season, allowed, count in (([355, 5], 11, 1), ([355, 5], 9, 0), ([355, np.nan], 90, 0)):
        images = stereo_images(shapes, solar_longitude=np.array(season, float))
        assert len(find_pairs(images, replace(_LIMITS, max_delta_ls=allowed))[0]) == count


def test_heeds_a_cancel_among_candidates_of_which_none_is_a_pair(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """However many images meet over one place."""
    monkeypatch.setattr(finder, "_CANDIDATES_AT_ONCE", 10)
    limits = replace(_LIMITS, max_delta_azimuth=-1)
    asked: list[int] = []

    def is_cancelled() -> bool:
        asked.append(1)
        return len(asked) == 19

    with pytest.raises(CancelledError):
        find_pairs(stereo_images([square(0, 0)] * 20), limits, is_cancelled=is_cancelled)


@pytest.mark.parametrize("lon", [-180, -179.4, -0.3, 0, 77, 120])
@pytest.mark.parametrize("lat", [-33, 0, 12, 58])
def test_an_overlap_at_its_limit_holds(lon: float, lat: float) -> None:
    """Tenths of degrees are no binary fractions: rounding decides nothing."""
    for tenths in range(1, 10):
        part = tenths / 10
        there = lon + 1 - part
        images = stereo_images(
            [shapely.box(lon, lat, lon + 1, lat + 1), shapely.box(there, lat, there + 1, lat + 1)]
        )
        limits = PairLimits(pairs=limited(PAIR_CRITERIA, overlap=(part, 1)))
        table, _ = find_pairs(images, limits)
        assert table.overlap == pytest.approx([part], abs=1e-10)
        limits = PairLimits(pairs=limited(PAIR_CRITERIA, overlap=(part + 1e-6, 1)))
        assert len(find_pairs(images, limits)[0]) == 0


@pytest.mark.parametrize(
    ("columns", "is_pair"),
    [
        ({"incidence": [40.0, 65.0]}, True),
        ({"incidence": [39.999, 65.0]}, False),
        ({"incidence": [40.0, 65.001]}, False),
        ({"emission": [45.0, 0.0]}, True),
        ({"emission": [45.001, 0.0]}, False),
        ({"phase": [5.0, 120.0]}, True),
        ({"phase": [4.999, 120.0]}, False),
        ({"resolution": [10.0, 25.0]}, True),
        ({"resolution": [10.0, 25.001]}, False),
        ({"sun_azimuth": [300.0, 40.0]}, True),
        ({"sun_azimuth": [300.0, 40.001]}, False),
    ],
)
def test_limits_belong_to_what_they_allow(columns: dict[str, list[float]], is_pair: bool) -> None:
    """As in ISIS: what is below the least or above the greatest is out."""
    images = stereo_images([square(0, 0), square(0.1, 0)], **columns)
    assert len(find_pairs(images, PairLimits())[0]) == is_pair


def test_rays_side_by_side_say_nothing_of_heights() -> None:
    pixel, angle = np.full(4, 10.0), np.array([0.0, 45.0, 90.0, np.nan])
    found = vertical_precision(pixel, pixel, angle)
    assert found == pytest.approx([np.nan, 2, np.nan, np.nan], nan_ok=True)


def test_without_limits_all_that_overlap_are_pairs() -> None:
    images = stereo_images([square(0, 0), square(0.5, 0), square(5, 0)])
    table, left_out = find_pairs(images, PairLimits(images={}, pairs={}))
    assert (table.first.tolist(), table.second.tolist()) == ([0], [1])
    assert table.strength.tolist() == [0]
    assert not any(left_out.lacking.values())


def test_cancelled() -> None:
    with pytest.raises(CancelledError):
        find_pairs(_random_images(50), _LIMITS, is_cancelled=lambda: True)


def test_nothing_to_do() -> None:
    empty = stereo_images([])
    assert len(find_pairs(empty, _LIMITS)[0]) == 0
    assert len(find_pairs(stereo_images([None, square(0, 0)]), _LIMITS)[0]) == 0
