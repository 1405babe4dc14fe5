from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
import pytest
import shapely

from ard_qgis_plugin.core.light.areas import areas
from ard_qgis_plugin.core.light.coverage import cover as cover_module
from ard_qgis_plugin.core.light.coverage.cover import cover, eligible, gaps
from ard_qgis_plugin.core.light.images import Images
from ard_qgis_plugin.core.model.errors import CancelledError
from tests.support.light_scene import square, stereo_images


def _scattered(count: int, seed: int) -> Images:
    rng = np.random.default_rng(seed)
    places = zip(rng.uniform(0, 2.4, count), rng.uniform(0, 2.4, count), strict=True)
    return stereo_images([square(lon, lat) for lon, lat in places])


def test_tiles_are_all_needed_and_what_they_hold_is_not() -> None:
    tiles = [square(x + 0.5, y + 0.5) for x in range(4) for y in range(3)]
    inner = [square(x + 0.5, y + 0.5, 0.9) for x in range(4) for y in range(3)]
    found = cover(stereo_images(inner + tiles), shapely.box(0, 0, 4, 3))
    assert sorted(found.rows.tolist()) == list(range(12, 24))
    assert found.needed == 12
    assert found.share[-1] == pytest.approx(1)
    assert found.adds.sum() == pytest.approx(
        areas(np.array([shapely.box(0, 0, 4, 3)]))[0], rel=0.01
    )


def test_nothing_wanted_needs_no_image() -> None:
    found = cover(_scattered(5, 1), shapely.box(0, 0, 2, 2), 0)
    assert (len(found.rows), found.needed) == (0, 0)


def _share(images: Images, rows: Sequence[int], area: shapely.Geometry) -> float:
    """Returns which part of an area some images show, by exact geometry."""
    shown = shapely.union_all(images.shapes[list(rows)]).intersection(area)
    some, whole = areas(np.array([shown, area], dtype=object))
    return float(some / whole)


@pytest.mark.parametrize("seed", range(6))
def test_never_fewer_than_the_bound_says(seed: int) -> None:
    """Of all subsets of nine images the smallest is no smaller than the bound."""
    images = _scattered(9, seed)
    area = shapely.box(0, 0, 2.4, 2.4)
    most = [
        max(_share(images, some, area) for some in itertools.combinations(range(9), size))
        for size in range(10)
    ]
    for share in (0.3, 0.5, 0.6, 0.75, 0.9, 1.0):
        found = cover(images, area, share)
        assert found.possible == pytest.approx(most[-1])
        target = min(share, most[-1]) - 1e-9
        assert _share(images, found.rows, area) >= target
        fewest = next(size for size in range(10) if most[size] >= target)
        assert found.needed <= fewest <= len(found.rows) <= fewest + 1


@pytest.mark.parametrize("lat", [0, 30, -55])
@pytest.mark.parametrize("share", [0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 1.0])
def test_tiles_of_one_size_are_counted_exactly(lat: int, share: float) -> None:
    """Of ten tiles half an area needs five: neither the bound nor the choice asks for a sixth."""
    tiles = stereo_images([shapely.box(x, lat, x + 1, lat + 1) for x in range(10)])
    found = cover(tiles, shapely.box(0, lat, 10, lat + 1), share)
    assert len(found.rows) == found.needed == round(10 * share)
    assert found.share[-1] == pytest.approx(share, abs=1e-9)


def test_the_share_is_really_covered_where_cells_are_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Beyond so many overlaps cells stand for the ground: what is covered is measured still."""
    monkeypatch.setattr(cover_module, "_MOST_OVERLAPS", 0)
    area = shapely.box(0, 0, 2.4, 2.4)
    for seed in range(20):
        images = _scattered(40, seed)
        found = cover(images, area, 0.9)
        assert found.share[-1] == pytest.approx(_share(images, found.rows, area))
        assert found.share[-1] >= 0.9 - 1e-9


def test_shares_grow_and_gains_fall() -> None:
    images = _scattered(300, 1)
    area = shapely.box(0, 0, 2.4, 2.4)
    found = cover(images, area, 0.95)
    assert np.all(np.diff(found.share) > 0)
    assert np.all(found.adds[1:] <= found.adds[:-1] * 1.06)
    union = shapely.union_all(images.shapes[found.rows]).intersection(area)
    assert found.share[-1] == pytest.approx(_share(images, found.rows, area))
    assert gaps(area, images.shapes[found.rows]).area == pytest.approx(area.area - union.area)
    assert found.needed <= len(found.rows)


def test_the_order_of_the_input_does_not_matter() -> None:
    images = _scattered(200, 2)
    mixed = np.random.default_rng(1).permutation(200)
    area = shapely.box(0, 0, 2, 2)
    first, again = cover(images, area), cover(images.take(mixed), area)
    assert images.keys[first.rows].tolist() == images.take(mixed).keys[again.rows].tolist()


def test_of_two_alike_the_preferred_is_taken() -> None:
    images = stereo_images([square(0, 0), square(0, 0), square(0, 0)])
    found = cover(images, square(0, 0), preference=np.array([2.0, 1.0, np.nan]))
    assert found.rows.tolist() == [1]


@pytest.mark.parametrize("lat", [0.0, 90.0])
def test_across_180_and_at_a_pole(lat: float) -> None:
    """A third of the area has no image, wherever it lies."""
    if lat:
        thirds = shapely.box([-180, -60], 88, [-60, 60], 90)
        shapes = shapely.segmentize(thirds, 5).tolist()
        area = shapely.box(-180, 88, 180, 90)
    else:
        shapes = [shapely.box(178, -1, 180, 1), shapely.box(-180, -1, -178, 1)]
        area = shapely.MultiPolygon([shapely.box(178, -1, 180, 1), shapely.box(-180, -1, -176, 1)])
    found = cover(stereo_images(shapes), area)
    assert len(found.rows) == found.needed == 2
    assert found.possible == pytest.approx(2 / 3, abs=0.01)


def test_eligible_light() -> None:
    images = stereo_images(
        [square(0, 0)] * 4 + [None],
        incidence=[50.0, 56, np.nan, 44, 50],
        sun_azimuth=[90.0, 90, 90, -90, 450],
    )
    assert eligible(images).tolist() == [True, True, True, True, False]
    assert eligible(images, 50, 6).tolist() == [True, True, False, True, False]
    assert eligible(images, 50, 6, morning=True).tolist() == [True, True, False, False, False]
    assert eligible(images, 50, 6, morning=False).tolist() == [False, False, False, True, False]


def test_nothing_to_choose_from_and_cancel() -> None:
    found = cover(stereo_images([square(50, 50)]), square(0, 0))
    assert len(found.rows) == found.needed == 0
    assert found.possible == 0
    with pytest.raises(CancelledError):
        cover(stereo_images([square(0, 0)]), square(0, 0), is_cancelled=lambda: True)
