from __future__ import annotations

import numpy as np
import pytest
import shapely

from ard_qgis_plugin.core.light import groups as groups_module
from ard_qgis_plugin.core.light.coverage.cover import eligible
from ard_qgis_plugin.core.light.groups import light_groups, like_light, suns_over_images
from ard_qgis_plugin.core.light.places import looks_at, summary
from ard_qgis_plugin.core.light.vectors import angles_between
from ard_qgis_plugin.core.model.errors import CancelledError
from tests.support.light_scene import square, stereo_images


def _lit(incidence: list[float], azimuth: list[float]) -> object:
    return stereo_images(
        [square(x, 0) for x in range(len(incidence))], incidence=incidence, sun_azimuth=azimuth
    )


def test_like_light_wraps_and_ignores_azimuth_at_noon() -> None:
    """Azimuths 359 and 1 are alike; so are all near the zenith. The largest group is the first."""
    images = _lit([60, 60, 60, 1, 1, np.nan, 60, 60], [359, 1, 2, 0, 180, 10, 90, 93])
    groups = light_groups(images, 5)
    assert groups.tolist() == [1, 1, 1, groups[3], groups[3], 0, groups[6], groups[6]]
    assert {int(groups[3]), int(groups[6])} == {2, 3}
    assert like_light(images, 0, 5).tolist() == [0, 1, 2]


def test_each_is_near_its_leader_and_order_does_not_matter() -> None:
    rng = np.random.default_rng(4)
    count = 3000
    images = _lit(rng.uniform(10, 85, count).tolist(), rng.normal(90, 15, count).tolist())
    groups = light_groups(images, 5)
    suns = suns_over_images(images)
    sizes = np.bincount(groups)[1:]
    assert np.all(np.diff(sizes) <= 0)
    for number in range(1, groups.max() + 1):
        members = suns[groups == number]
        reach = np.array([angles_between(members, each).max() for each in members])
        assert reach.min() <= 5 + 1e-9  # one of them leads
    mixed = rng.permutation(count)
    assert np.array_equal(light_groups(images.take(mixed), 5), groups[mixed])


@pytest.mark.parametrize("incidence", [30, 33.3, 50, 61.7])
@pytest.mark.parametrize("tolerance", [0.1, 0.3, 1, 3, 5, 7.7])
def test_light_at_the_tolerance_is_alike(incidence: float, tolerance: float) -> None:
    """Rounding decides nothing, in any of the questions for light."""
    images = _lit([incidence, incidence + tolerance], [90, 90])
    assert light_groups(images, tolerance).tolist() == [1, 1]
    assert len(like_light(images, 0, tolerance)) == 2
    assert eligible(images, incidence, tolerance).all()
    beyond = tolerance - 1e-6
    assert sorted(light_groups(images, beyond).tolist()) == [1, 2]
    assert len(like_light(images, 0, beyond)) == 1
    assert eligible(images, incidence, beyond).tolist() == [True, False]
    over_it = stereo_images(
        [square(0, 0)] * 2, incidence=images.incidence, sun_azimuth=images.sun_azimuth
    )
    (looks,) = looks_at(over_it, np.array([shapely.Point(0, 0)], dtype=object))
    assert summary(looks, tolerance, tolerance).first is not None
    assert summary(looks, beyond, 90).first is None
    assert summary(looks, 90, beyond).first is None


def test_a_cancel_is_heeded_before_the_first_group(monkeypatch: pytest.MonkeyPatch) -> None:
    """While it is counted how dense the suns stand."""
    monkeypatch.setattr(groups_module, "_AT_ONCE", 10)
    rng = np.random.default_rng(4)
    images = _lit(rng.uniform(10, 85, 200).tolist(), rng.uniform(0, 360, 200).tolist())
    calls = iter([False, False, True])
    with pytest.raises(CancelledError):
        light_groups(images, 0.1, lambda: next(calls))
