"""The exact region of a view, against closed formulas: what it holds, and how much is covered."""

import numpy as np
import pytest
import shapely

from ard_qgis_plugin.core.geometry.region import Region
from ard_qgis_plugin.core.model.observation import Observation
from ard_qgis_plugin.core.search.light import with_light
from tests.qgis.inputs.test_extent import EUROPA, MARS, MOON, crs_of, searched
from tests.support.views import VIEWS, shown, to_map

pytestmark = pytest.mark.usefixtures("qgis_app")

POINTS = 20_000
BODIES = {number: (MOON, MARS, EUROPA)[number % 3] for number in range(len(VIEWS))}
ENOUGH = 2e-3  # degrees; the views are up to a globe wide


@pytest.fixture(params=range(len(VIEWS)), ids=lambda number: VIEWS[number][0])
def seen(request):
    """A view, what is searched for it, and its exact region."""
    view, body = VIEWS[request.param], BODIES[request.param]
    _, definition, _, rectangle = view
    crs = crs_of(body, definition)
    radius = 1 if crs.isGeographic() else body.radius
    area, _ = searched(crs, [side * radius for side in rectangle], body)
    return view, area.region or Region.of_boxes(area.boxes)


def places(region):
    """Places evenly all over the globe, and as many in the box around a region."""
    random = np.random.default_rng(7)
    west, south, east, north = region.shape.bounds
    lon = np.append(random.uniform(-180, 180, POINTS), random.uniform(west, east, POINTS))
    sines = (
        random.uniform(-1, 1, POINTS),
        random.uniform(*np.sin(np.radians([south, north])), POINTS),
    )
    return lon, np.degrees(np.arcsin(np.concatenate(sines)))


def test_the_region_is_what_the_map_shows(seen):
    view, region = seen
    lon, lat = places(region)
    wrong = shown(view, lon, lat) != shapely.contains_xy(region.shape, lon, lat)
    misplaced = shapely.points(lon[wrong], lat[wrong])
    assert (shapely.distance(region.shape.boundary, misplaced) <= ENOUGH).all()
    assert region.shape.is_valid
    assert wrong.sum() < POINTS / 100


def test_coverage_is_the_part_on_the_sphere(seen):
    view, region = seen
    lon, lat = places(region)
    lon, lat = lon[POINTS:], lat[POINTS:]
    lon, lat = lon[shown(view, lon, lat)], lat[shown(view, lon, lat)]
    middle = region.shape.point_on_surface()
    wide = 0.3 * np.ptp(lat)
    footprints = [
        shapely.box(middle.x - wide, middle.y - wide, middle.x + wide, middle.y + wide),
        shapely.box(-180, -90, 180, middle.y),
        shapely.box(-180, -90, 180, 90),
    ]
    sampled = [shapely.contains_xy(each, lon, lat).mean() for each in footprints]
    coverage = region.coverages(region.within(footprints))
    assert coverage == pytest.approx(sampled, abs=4 / np.sqrt(len(lon)))
    assert coverage[2] == pytest.approx(1)


def test_what_does_not_touch_is_left_out_and_what_has_no_footprint_stays():
    region = Region(shapely.box(0, 0, 10, 10))
    inside, across, beside = (
        shapely.box(1, 1, 2, 2),
        shapely.box(9, 0, 11, 10),
        shapely.box(20, 0, 21, 1),
    )
    footprints = [inside, None, beside, across]
    page = [
        Observation(str(number), "c", "Moon", footprint=each and shapely.multipolygons([each]))
        for number, each in enumerate(footprints)
    ]
    found = with_light(region.touching(page), region)
    assert [each.id for each in found] == ["0", "1", "3"]
    assert [each.coverage is None for each in found] == [False, True, False]
    assert found[2].coverage == pytest.approx(0.1)


def test_oracle_and_map_agree_on_the_sphere():
    lon, lat = np.array([10.0, 179.0, -120.0]), np.array([5.0, -40.0, 80.0])
    for view in VIEWS:
        x, y = to_map(view, lon, lat)
        back = view[2](x, y)
        known = np.isfinite(x) & np.isfinite(y)
        assert np.allclose((back[0] - lon + 180)[known] % 360, 180)
        assert np.allclose(back[1][known], lat[known])


CURVED = [view for view in VIEWS if view[1] in ("20", "25", "40", "65") or "ortho" in view[1]]


@pytest.mark.parametrize("seed", range(60))
def test_any_rectangle_of_a_map_with_an_end_is_what_it_shows(seed):
    random = np.random.default_rng(seed)
    name, definition, inverse, _ = CURVED[seed % len(CURVED)]
    size = 10 ** random.uniform(-2, 0.7)
    middle, sides = random.uniform(-0.9, 0.9, 2), size * 10 ** random.uniform(-0.5, 0.5, 2)
    view = (name, definition, inverse, (*(middle - sides / 2), *(middle + sides / 2)))
    rectangle = [float(side) * MOON.radius for side in view[3]]
    area, _ = searched(crs_of(MOON, definition), rectangle, MOON)
    lon, lat = places(area.region)
    wrong = shown(view, lon, lat) != shapely.contains_xy(area.region.shape, lon, lat)
    misplaced = shapely.points(lon[wrong], lat[wrong])
    assert (shapely.distance(area.region.shape.boundary, misplaced) <= ENOUGH).all()
