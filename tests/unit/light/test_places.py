from __future__ import annotations

import numpy as np
import pytest
import shapely

from ard_qgis_plugin.core.light.measures import middle_of, parts_seen
from ard_qgis_plugin.core.light.places import azimuth_gap, looks_at, sigma_ratio, summary
from ard_qgis_plugin.core.light.sun import incidence_at, sun_azimuth_at, sun_places
from ard_qgis_plugin.core.light.vectors import angles_between, directions, verticals
from tests.support.light_scene import square, stereo_images


def _images() -> object:
    return stereo_images(
        [square(0, 0), square(0.3, 0), square(5, 0), square(0.1, 0), None],
        incidence=[50.0, 52.0, 50.0, 30.0, 50.0],
        sun_azimuth=[90.0, 91.0, 90.0, 270.0, 90.0],
        resolution=[10.0, 5.0, 10.0, 20.0, 10.0],
    )


def test_a_point_sees_its_own_light() -> None:
    images = _images()
    (looks,) = looks_at(images, np.array([shapely.Point(0.2, 0.1)], dtype=object))
    assert looks.rows.tolist() == [1, 0, 3]  # the finest first
    lon, lat = sun_places(images)
    here = np.full(3, 0.2), np.full(3, 0.1)
    there = lon[looks.rows], lat[looks.rows]
    assert looks.incidence == pytest.approx(incidence_at(*here, *there))
    assert looks.incidence_min == pytest.approx(looks.incidence)
    assert looks.incidence_max == pytest.approx(looks.incidence)
    assert looks.sun_azimuth == pytest.approx(sun_azimuth_at(*here, *there))
    assert looks.coverage.tolist() == [1, 1, 1]
    suns = verticals(*there)
    assert looks.sun_angle[2] == pytest.approx(
        max(angles_between(suns[2], suns[0]), angles_between(suns[2], suns[1]))
    )


def test_an_area_is_covered_in_part() -> None:
    area = shapely.box(0.0, -0.1, 1.0, 0.1)
    (looks,) = looks_at(_images(), np.array([area], dtype=object))
    coverage = dict(zip(looks.rows.tolist(), looks.coverage, strict=True))
    assert coverage == pytest.approx({0: 0.5, 1: 0.8, 3: 0.6}, abs=1e-6)
    assert looks.rows.tolist() == [1, 3, 0]
    assert np.all(looks.incidence_max - looks.incidence_min > 0.4)
    line = shapely.LineString([(0.0, 0.0), (1.0, 0.0)])
    (looks,) = looks_at(_images(), np.array([line], dtype=object))
    assert looks.coverage == pytest.approx([0.8, 0.6, 0.5])


def test_what_only_touches_is_not_seen() -> None:
    images = stereo_images([shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)])
    for place in (shapely.box(0.2, 0.2, 1, 0.8), shapely.LineString([(0.5, 0.5), (1, 0.5)])):
        (looks,) = looks_at(images, np.array([place], dtype=object))
        assert looks.rows.tolist() == [0]
    (looks,) = looks_at(images, np.array([shapely.Point(1, 0.5)], dtype=object))
    assert looks.rows.tolist() == [0, 1]


def test_the_sun_angle_is_to_the_looks_that_are_left() -> None:
    (looks,) = looks_at(_images(), np.array([shapely.Point(0.2, 0.1)], dtype=object))
    some = looks.take(looks.incidence > 40)
    assert some.rows.tolist() == [1, 0]
    assert some.sun_angle == pytest.approx(angles_between(some.suns[0], some.suns[1]))
    assert np.isnan(looks.take(looks.incidence < 40).sun_angle).all()


def test_the_middle_across_180() -> None:
    """Of a line and of points: not on the other side of the globe."""
    points = [(179, 0), (180, 0), (-180, 0), (-178, 0)]
    line = shapely.MultiLineString([points[:2], points[2:]])
    assert middle_of(line) == pytest.approx((-179.5, 0), abs=1e-6)
    assert abs(middle_of(shapely.MultiPoint(points))[0]) > 179


def _parts(place: shapely.Geometry, *footprints: shapely.Geometry) -> list[float]:
    shapes = np.array(footprints, dtype=object)
    return parts_seen(place, shapes, shapely.intersection(shapes, place)).tolist()


def test_lengths_are_those_on_the_ground() -> None:
    """A degree of longitude is half as long at 60 north."""
    line = shapely.LineString([(0, 60), (10, 60), (10, 70)])
    assert _parts(line, shapely.box(-1, 50, 11, 60.00001), shapely.box(20, 0, 21, 1)) == (
        pytest.approx([1 / 3, 0], abs=1e-5)
    )
    points = shapely.MultiPoint([(0, 0), (1, 1), (2, 0)])
    assert _parts(points, shapely.box(0, 0, 1, 1)) == pytest.approx([2 / 3])


@pytest.mark.parametrize(
    "place",
    [
        shapely.box(0, 55, 40, 75),
        shapely.box(-10, 55, 10, 65.5),
        shapely.box(0, 40, 45, 90),
        shapely.Polygon([(0, -20), (40, 55), (60, 10)]),
    ],
)
def test_the_part_of_an_area_wherever_it_lies(place: shapely.Geometry) -> None:
    """Place and footprint are measured in one plane, though one reaches farther to the pole."""
    footprint = shapely.segmentize(shapely.box(0, 40, 45, 62), 0.25)

    def size(shape: shapely.Geometry) -> float:
        """Returns the area on the sphere, of edges that are straight on a map."""
        fine = shapely.segmentize(shape, 0.05)
        flat = shapely.transform(
            fine, lambda p: np.column_stack([np.radians(p[:, 0]), np.sin(np.radians(p[:, 1]))])
        )
        return flat.area

    expected = size(footprint & place) / size(place)
    assert _parts(place, footprint) == pytest.approx([expected], rel=1e-4)


def test_summary_of_looks() -> None:
    images = _images()
    (looks,) = looks_at(images, np.array([shapely.Point(0.2, 0.1)], dtype=object))
    found = summary(looks)
    assert found.looks == 3
    assert {found.first, found.second} == {0, 1}
    assert found.pair_sun_angle < 5
    assert found.azimuth_gap == pytest.approx(azimuth_gap(looks.sun_azimuth))
    assert summary(looks, tolerance=0.5).first is None
    (none,) = looks_at(images, np.array([shapely.Point(50, 50)], dtype=object))
    assert summary(none).looks == 0


def test_gaps_between_azimuths() -> None:
    assert azimuth_gap(np.array([350.0, 10.0, 100.0])) == pytest.approx(250)
    assert azimuth_gap(np.array([90.0])) == azimuth_gap(np.array([])) == 360


def test_sigma_ratio() -> None:
    """Suns in a plane tell nothing of slopes out of it; three at right angles tell all alike."""
    flat = directions(np.array([10.0, 50.0, 70.0]), np.array([90.0, 90.0, 270.0]))
    assert sigma_ratio(flat) == pytest.approx(0, abs=1e-12)
    assert sigma_ratio(np.eye(3)) == pytest.approx(1)
    assert sigma_ratio(np.eye(3)[:2]) == 0
