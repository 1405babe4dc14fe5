from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely

from ard_qgis_plugin.core.geometry.footprint import wrapped
from ard_qgis_plugin.core.light.images import Images
from ard_qgis_plugin.core.light.stereo.finder import find_pairs
from ard_qgis_plugin.core.light.stereo.pairs import PairLimits
from ard_qgis_plugin.core.light.stereo.partners import stereo_partners
from ard_qgis_plugin.core.model.errors import CancelledError, InputError
from tests.support.light_scene import square, stereo_images


def _images(count: int = 200) -> Images:
    """Images across 180, the keys in no order, some of them beyond the limits."""
    rng = np.random.default_rng(5)
    corners = zip(rng.uniform(177, 182, count), rng.uniform(-3, 3, count), strict=True)
    shapes = [wrapped(shapely.box(lon, lat, lon + 1, lat + 1)) for lon, lat in corners]
    images = stereo_images(shapes, incidence=rng.uniform(35, 70, count))
    return replace(images, keys=rng.permutation(images.keys))


def test_partners_are_those_of_all_pairs() -> None:
    images = _images()
    table, _ = find_pairs(images, PairLimits())
    assert len(table) > 100
    for row in range(0, len(images), 7):
        own = (table.first == row) | (table.second == row)
        wanted = table.take(own)
        found = stereo_partners(images, row).pairs
        assert set(found.first) <= {row}
        other = np.where(wanted.first == row, wanted.second, wanted.first)
        assert set(found.second) == set(other)
        assert found.strength == pytest.approx(wanted.strength)
        best = {int(each): value for each, value in zip(other, wanted.convergence, strict=True)}
        assert [best[int(each)] for each in found.second] == pytest.approx(found.convergence)
        turned = wanted.second == row
        part = np.where(turned, wanted.overlap_b, wanted.overlap_a)
        assert sorted(found.overlap_a) == pytest.approx(sorted(part))


def test_the_image_itself_can_be_what_is_wrong() -> None:
    images = stereo_images(
        [square(0, 0), square(0.1, 0), None, square(0, 0.1)],
        incidence=np.array([50.0, 50, 50, 80]),
        emission=np.array([15, np.nan, 15, 15]),
    )
    assert len(stereo_partners(images, 0).pairs) == 0
    lacks = stereo_partners(images, 1)
    assert (len(lacks.pairs), lacks.lacking, lacks.outside) == (0, ("emission",), ())
    nowhere = stereo_partners(images, 2)
    assert (len(nowhere.pairs), nowhere.lacking) == (0, ("shapes",))
    low = stereo_partners(images, 3)
    assert (len(low.pairs), low.lacking, low.outside) == (0, (), ("incidence",))


def test_limits_and_cancel() -> None:
    images = stereo_images([square(0, 0), square(0.1, 0)])
    assert len(stereo_partners(images, 0).pairs) == 1
    assert len(stereo_partners(images, 0, PairLimits(coarsest=5)).pairs) == 0
    with pytest.raises(CancelledError):
        stereo_partners(images, 0, is_cancelled=lambda: True)
    wrong = replace(
        PairLimits(), pairs={"overlap": replace(PairLimits().pairs["overlap"], low=2.0)}
    )
    with pytest.raises(InputError, match="overlap lie the wrong way round"):
        stereo_partners(images, 0, wrong)
