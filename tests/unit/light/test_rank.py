from __future__ import annotations

import numpy as np
import pytest

from ard_qgis_plugin.core.light.rank import Criterion, albedo_ranks, morphology_ranks
from tests.support.light_scene import square, stereo_images


def test_rank_falls_to_the_farther_limit() -> None:
    """ISIS: 1 - |best - v| / max(|best - low|, |high - best|), and nothing outside."""
    criterion = Criterion(40, 65, 50)
    values = np.array([50.0, 65, 40, 39.9, 65.1, np.nan])
    assert criterion.ranks(values) == pytest.approx([1, 0, 1 - 10 / 15, 0, 0, 0])


def test_rank_of_a_range() -> None:
    assert Criterion(0.1, 1, 0.4, 0.6).ranks(np.array([0.4, 0.5, 0.6, 1, 0.1])) == pytest.approx(
        [1, 1, 1, 0, 0.25]
    )
    assert Criterion(1, 1, 1).ranks(np.array([1.0])) == pytest.approx([1])


def test_mosaic_ranks() -> None:
    """phocube: pixel / cos e, and pixel (1 / cos e + 1 / cos i)."""
    images = stereo_images([square(0, 0)], emission=[60.0], incidence=[60.0], resolution=[10.0])
    assert morphology_ranks(images) == pytest.approx([20])
    assert albedo_ranks(images) == pytest.approx([40])


def test_the_dark_comes_last_in_a_mosaic() -> None:
    """1 / cos i is negative beyond the terminator."""
    images = stereo_images(
        [square(0, 0)] * 4, incidence=[60.0, 89.9, 95.0, 60.0], emission=[0.0, 0.0, 0.0, 91.0]
    )
    assert np.argsort(albedo_ranks(images), kind="stable").tolist() == [0, 1, 2, 3]
    assert np.isinf(albedo_ranks(images)[2:]).all()
    assert np.isinf(morphology_ranks(images)).tolist() == [False, False, False, True]
